// SPDX-License-Identifier: GPL-3.0-or-later
// --screenshot-tour: grabs every page and dialog in both sizes, languages and themes, for people to look at.
#pragma once

#include "ui/common/page.h"

#include <QObject>
#include <QStringList>

class QDialog;
class QPixmap;

namespace words {
class LanguageSwitch;
}

namespace ui {

class MainWindow;
class Theme;

class ScreenshotTour final : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        QString folder;
        QStringList languages{QStringLiteral("ja"), QStringLiteral("en")};
        QStringList themes{QStringLiteral("light"), QStringLiteral("dark")};
    };

    ScreenshotTour(MainWindow& window, words::LanguageSwitch& language, Theme& theme, Plan plan);
    /// Writes `<stop>.<language>.<theme>[.1280x720].png`; false when a file could not be written.
    [[nodiscard]] bool run();

    [[nodiscard]] const QString& error() const { return m_error; }

private:
    bool visitAll(const QString& suffix);
    bool visit(const TourStop& stop, const QString& suffix);
    bool save(const QPixmap& picture, const QString& name);
    [[nodiscard]] QPixmap withDialog(QWidget* dialog) const;

    MainWindow& m_window;
    words::LanguageSwitch& m_language;
    Theme& m_theme;
    Plan m_plan;
    QString m_error;
};

} // namespace ui
