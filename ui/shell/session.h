// SPDX-License-Identifier: GPL-3.0-or-later
// How the window was left: place and size, the page in front, splitters and tabs. Kept in the settings.
#pragma once

#include <QString>

class QMainWindow;
class QSettings;
class QWidget;

namespace ui {

class Page;

class Session
{
public:
    explicit Session(QSettings& settings) : m_settings(settings) {}

    void saveWindow(const QMainWindow& window, const Page* front);
    /// A window of a screen that is gone comes back to one that is there.
    void restoreWindow(QMainWindow& window) const;
    [[nodiscard]] QString lastPage() const; ///< id; empty when there is none

    /// Splitters and tabs of the page that have a name.
    void savePage(const Page& page);
    void restorePage(Page& page) const;

private:
    QSettings& m_settings;
};

} // namespace ui
