// SPDX-License-Identifier: GPL-3.0-or-later
// Light, dark or as the system: turns the colour table into palette, style sheet and style, once per change.
#pragma once

#include "ui/common/tokens.h"

#include <QObject>
#include <QPalette>

#include <memory>

class QApplication;
class QTemporaryDir;

namespace ui {

enum class ThemeChoice { Light, Dark, System };
[[nodiscard]] QString code(ThemeChoice choice); ///< "light", "dark", "system": settings and --theme
[[nodiscard]] ThemeChoice themeChoiceFromCode(const QString& code);

class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Remembers the palette of the desktop, which says what "system" means, and installs style and fonts.
    explicit Theme(QApplication& application);
    ~Theme() override;

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

    [[nodiscard]] Scheme scheme() const;

    [[nodiscard]] const Tokens& tokens() const { return tokensOf(scheme()); }

    void setChoice(ThemeChoice choice);
    /// Light to dark and back.
    void toggle();

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] QString images(const QString& scheme) const;

    QApplication& m_application;
    Scheme m_system;
    ThemeChoice m_choice = ThemeChoice::System;
    /// Arrows and ticks for the style sheet, which cannot recolour a drawing.
    std::unique_ptr<QTemporaryDir> m_images;
};

[[nodiscard]] QPalette paletteFrom(const Tokens& tokens);
[[nodiscard]] QString styleSheetFrom(const Tokens& tokens, const QString& images);

} // namespace ui
