// SPDX-License-Identifier: GPL-3.0-or-later
// Opening logs on the page: the commands for it, the progress, and what is said about what could not be had.
#pragma once

#include "ui/common/services.h"
#include "ui/maillog/page_parts.h"
#include "ui/maillog/sources/log_opener.h"

#include <QObject>

class QAction;

namespace ui {

class LogDesk final : public QObject
{
    Q_OBJECT
public:
    /// Puts its commands into the menu of the logs; belongs to the page.
    LogDesk(Services& services, QWidget& page, const PageParts& parts);
    void retranslate();

    void open(const QStringList& places);
    /// To what is open.
    void add(const QStringList& places);
    /// Once more: folders are looked through again, of other hosts what was added is fetched.
    void reopen();
    void cancel();

    /// What is shown now.
    [[nodiscard]] const OpenedPlaces& places() const { return m_places; }

    /// What was asked for last could not be opened.
    [[nodiscard]] bool hasFailed() const { return m_failure.has_value(); }

    [[nodiscard]] LogOpener& opener() { return m_opener; }

    void pickFiles();
    void pickFolder();
    void chooseServer();
    void addFiles();

Q_SIGNALS:
    void opened();         ///< places() are to be read
    void openingChanged(); ///< it has begun, or was given up: what was shown stays
    /// The user has chosen logs: the page should be seen.
    void showRequested();

private:
    struct Failure
    {
        QStringList places;
        std::vector<OpenProblem> problems;
    };

    [[nodiscard]] QAction* addCommand(const char* name, void (LogDesk::*run)());
    void openJournal();
    void choose(const QStringList& places);
    void pick(const QString& title, void (LogDesk::*take)(const QStringList&));
    void fillRecent();
    void showProgress(const QString& place, qint64 done, qint64 total);
    void showFailure();
    [[nodiscard]] QString folder() const;

    Services& m_services;
    QWidget& m_page;
    PageParts m_parts;
    LogOpener m_opener;
    OpenedPlaces m_places;
    std::optional<Failure> m_failure;
    QAction* m_open;
    QAction* m_openFolder;
    QAction* m_openJournal;
    QAction* m_openServer;
    QMenu* m_recent;
    QAction* m_add;
    QAction* m_reload;
};

} // namespace ui
