// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot_tour.h"

#include "ui/common/theme.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QThread>

namespace ui {

namespace {

/// Lets layouts, queued signals and deferred deletions happen before a picture is taken.
void settle()
{
    for (int i = 0; i < 5; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

/// The same, and the answers to what a dialog has changed: pages wait a moment before they run again.
void settleChanges()
{
    for (const QDeadlineTimer end(500); !end.hasExpired();) {
        settle();
        QThread::msleep(10);
    }
}

} // namespace

ScreenshotTour::ScreenshotTour(MainWindow& window, words::LanguageSwitch& language, Theme& theme, Plan plan)
    : m_window(window), m_language(language), m_theme(theme), m_plan(std::move(plan))
{
}

bool ScreenshotTour::run()
{
    if (!QDir().mkpath(m_plan.folder)) {
        m_error = tr("%1 cannot be created.").arg(m_plan.folder);
        return false;
    }
    for (const QSize size : {QSize(1440, 900), QSize(1280, 720)}) {
        m_window.resize(size);
        const bool small = size.width() == 1280;
        for (const QString& theme : std::as_const(m_plan.themes)) {
            m_theme.setChoice(themeChoiceFromCode(theme));
            for (const QString& language : std::as_const(m_plan.languages)) {
                m_language.setChoice(words::choiceFromCode(language));
                const QString suffix =
                    QStringLiteral(".%1.%2%3.png")
                        .arg(language, theme, small ? QStringLiteral(".1280x720") : QString());
                if (!visitAll(suffix))
                    return false;
            }
        }
    }
    return true;
}

bool ScreenshotTour::visitAll(const QString& suffix)
{
    m_window.showWelcome();
    settle();
    if (!save(m_window.grab(), QStringLiteral("welcome") + suffix) ||
        (m_window.welcomeStop().open && !visit(m_window.welcomeStop(), suffix)))
        return false;
    for (Page* page : m_window.pages()) {
        m_window.showPage(page);
        settle();
        if (!save(m_window.grab(), page->info().id + suffix))
            return false;
        for (const TourStop& stop : page->tourStops()) {
            if (!visit(stop, suffix))
                return false;
        }
    }
    m_window.palette().open();
    settle();
    const bool saved = save(m_window.grab(), QStringLiteral("command-palette") + suffix);
    m_window.palette().close();
    if (!saved)
        return false;
    m_window.actions().action(QStringLiteral("help.contents"))->trigger();
    settle();
    QWidget* help = QApplication::activeModalWidget();
    if (help == nullptr)
        return true;
    const bool helped = save(withDialog(help), QStringLiteral("help") + suffix);
    help->close();
    settle();
    return helped;
}

bool ScreenshotTour::visit(const TourStop& stop, const QString& suffix)
{
    QWidget* dialog = stop.open();
    settle();
    const bool saved = save(dialog == nullptr ? m_window.grab() : withDialog(dialog), stop.name + suffix);
    if (dialog != nullptr)
        dialog->close();
    settleChanges();
    return saved;
}

QPixmap ScreenshotTour::withDialog(QWidget* dialog) const
{
    QPixmap picture = m_window.grab();
    QPainter painter(&picture);
    const QRect whole(QPoint(0, 0), m_window.size());
    painter.fillRect(whole, QColor(0, 0, 0, 90));
    const QPoint corner((whole.width() - dialog->width()) / 2, (whole.height() - dialog->height()) / 2);
    painter.drawPixmap(corner, dialog->grab());
    painter.setPen(m_theme.tokens().controlBorder);
    painter.drawRect(QRect(corner, dialog->size()));
    return picture;
}

bool ScreenshotTour::save(const QPixmap& picture, const QString& name)
{
    const QString path = QDir(m_plan.folder).filePath(name);
    if (picture.save(path))
        return true;
    m_error = tr("%1 cannot be written.").arg(path);
    return false;
}

} // namespace ui
