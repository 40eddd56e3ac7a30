// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: top bar, rail, pages, status bar. Knows pages and the open file only by their interfaces.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/shell/session.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <vector>

class QStackedWidget;

namespace ui {

class CommandPalette;
class OpenDocument;
class Rail;
class RecentFiles;
class StatusBar;
class TopBar;
class WelcomePage;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services& services);
    ~MainWindow() override;

    /// Takes the page; the order of adding is that of Ctrl+1..9.
    void addPage(Page* page);

    [[nodiscard]] const std::vector<Page*>& pages() const { return m_pages; }

    /// Whose name is in the title and whose changes are asked about before closing; not taken.
    void setDocument(OpenDocument* document);

    /// A dialog over the start page, for the picture tour.
    void setWelcomeStop(TourStop stop) { m_welcomeStop = std::move(stop); }

    [[nodiscard]] const TourStop& welcomeStop() const { return m_welcomeStop; }

    /// Asks for a config.ini; configRequested() follows when one was chosen.
    void pickConfig();
    void showWelcome();
    void showPage(Page* page);
    /// By the id of --page; false when there is no such page.
    bool showPage(const QString& id);
    void showLastPage(); ///< the one in front when the window was closed last, if there is one
    [[nodiscard]] Page* currentPage() const; ///< null on the welcome page

    [[nodiscard]] ActionRegistry& actions() { return *m_actions; }

    [[nodiscard]] RecentFiles& recentFiles() { return *m_recent; }

    [[nodiscard]] CommandPalette& palette() { return *m_palette; }

    /// Asks about unsaved changes first, when there are any; `go` is called unless the user cancels.
    void whenSettled(std::function<void()> go);

Q_SIGNALS:
    void configRequested(const QString& path);
    void logsRequested(const QStringList& paths);
    void sampleRequested();
    void serverRequested(); ///< a file of another host is wanted

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void addOwnActions();
    void openFiles(const QStringList& paths);
    void cyclePane(int step);
    [[nodiscard]] QList<QWidget*> panes() const;
    [[nodiscard]] QUndoStack* undoStack() const;
    void followUndo();
    void updateDocument();
    [[nodiscard]] HostLook hostLook() const; ///< of the open file
    void updateStatus();
    void setLanguage(const QString& code);
    void setTheme(const QString& code);
    void showAbout();

    Services& m_services;
    ActionRegistry* m_actions;
    RecentFiles* m_recent;
    Session m_session;
    TopBar* m_top = nullptr;
    Rail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    WelcomePage* m_welcome = nullptr;
    StatusBar* m_status = nullptr;
    CommandPalette* m_palette = nullptr;
    std::vector<Page*> m_pages;
    QPointer<OpenDocument> m_document;
    QPointer<QUndoStack> m_followed;
    TourStop m_welcomeStop;
    bool m_closing = false;
};

} // namespace ui
