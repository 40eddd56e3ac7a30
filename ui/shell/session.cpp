// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "ui/common/page.h"
#include "ui/common/tab_bar.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
constexpr int graspable = 120; ///< pixels

QString keyOf(const char* kind, const QObject& part)
{
    return QStringLiteral("window/%1/%2").arg(QLatin1String(kind), part.objectName());
}

template <typename Part>
QList<Part*> namedParts(const Page& page)
{
    QList<Part*> parts = page.findChildren<Part*>();
    parts.removeIf([](const Part* part) { return part->objectName().isEmpty(); });
    return parts;
}

/// The corner with the menu is seen, with enough of the edge to move the window by.
bool isReachable(const QRect& frame)
{
    const auto isSeen = [](QPoint point) { return QGuiApplication::screenAt(point) != nullptr; };
    return isSeen(frame.topLeft()) && isSeen(frame.topLeft() + QPoint(graspable, 0));
}

} // namespace

void Session::saveWindow(const QMainWindow& window, const Page* front)
{
    m_settings.setValue(geometryKey, window.saveGeometry());
    m_settings.setValue(pageKey, front == nullptr ? QString() : front->info().id);
}

void Session::restoreWindow(QMainWindow& window) const
{
    window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    // Qt keeps the far corner of a window in sight that is larger than the screen it comes back to.
    const QRect frame = window.frameGeometry();
    if (isReachable(frame))
        return;
    const QScreen* screen = QGuiApplication::screenAt(frame.center());
    const QRect room = (screen != nullptr ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    window.move(std::clamp(frame.left(), room.left(), std::max(room.left(), room.right() - frame.width())),
                std::clamp(frame.top(), room.top(), std::max(room.top(), room.bottom() - frame.height())));
}

QString Session::lastPage() const
{
    return m_settings.value(pageKey).toString();
}

void Session::savePage(const Page& page)
{
    for (const QSplitter* splitter : namedParts<QSplitter>(page))
        m_settings.setValue(keyOf("splitter", *splitter), splitter->saveState());
    for (const TabBar* tabs : namedParts<TabBar>(page))
        m_settings.setValue(keyOf("tab", *tabs), tabs->currentIndex());
}

void Session::restorePage(Page& page) const
{
    for (QSplitter* splitter : namedParts<QSplitter>(page))
        splitter->restoreState(m_settings.value(keyOf("splitter", *splitter)).toByteArray());
    for (TabBar* tabs : namedParts<TabBar>(page)) {
        const int index = m_settings.value(keyOf("tab", *tabs), tabs->currentIndex()).toInt();
        if (tabs->isTabVisible(index)) // also false for one that is no more
            tabs->setCurrentIndex(index);
    }
}

} // namespace ui
