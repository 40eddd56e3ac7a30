// SPDX-License-Identifier: GPL-3.0-or-later
// The mail log: checks over time, filtered, as a table, with the raw lines of the one that is chosen.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/maillog/checks/logged_mail.h"
#include "ui/maillog/filter/filter_steps.h"
#include "ui/maillog/log_browser.h"
#include "ui/maillog/page_parts.h"

#include <QTimer>

class QAction;

namespace ui {

class FollowDesk;
class LogDesk;
class MaillogTour;
class RawJoin;
class RowActions;
class SourceDesk;

class MaillogPage final : public Page
{
    Q_OBJECT
public:
    explicit MaillogPage(Services& services, QWidget* parent = nullptr);
    ~MaillogPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;
    [[nodiscard]] QList<ActionSpec> actions() override;
    [[nodiscard]] QList<TourStop> tourStops() override;

    /// Files, folders, the journal, logs of other hosts (LogPlace).
    void openLogs(const QStringList& places);

    [[nodiscard]] LogBrowser& browser() { return m_browser; }

    [[nodiscard]] RowActions& rowActions() const { return *m_rowActions; }

    [[nodiscard]] const PageParts& parts() const { return m_parts; }

    [[nodiscard]] LogDesk& logs() const { return *m_logs; }

    [[nodiscard]] FollowDesk& follow() const { return *m_follow; }

    [[nodiscard]] FilterBar& filter() const { return *m_parts.filter; }

    [[nodiscard]] CheckModel& checks() const { return *m_parts.model; }

    /// Of the log, the row chosen in the table.
    [[nodiscard]] std::optional<maillog::Row> chosenRow() const;
    /// The mails of the rows shown, each once, in the order of the log; at most `most`.
    [[nodiscard]] std::vector<LoggedMail> shownMails(std::size_t most) const;

Q_SIGNALS:
    void simulateRequested(const ui::LoggedMail& mail);
    void explainRequested(const ui::LoggedMail& mail); ///< which setting decides about it
    void rowChosen();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* addNamed(const char* name);
    void connectHeader();
    void connectBrowser();
    void connectParts();
    void connectFollowing();
    void showFollowing();
    void connectTops();
    void connectSteps();
    void addCellActions();
    void fitCellActions();
    void load();
    void fitParts();
    void showLoaded();
    void showEmpty();
    void showNotice();
    [[nodiscard]] LogQuery queryFor(std::optional<LineKey> chosen) const;
    void ask();
    void showView();
    void showRow(const LogView& view, bool joined, int first);
    void showAllOf(maillog::TopField field);
    [[nodiscard]] FilterStep now() const;
    void goBack();
    void goForward();
    void go(const FilterStep& step);
    [[nodiscard]] std::optional<LineKey> chosenKey() const;
    void showChosen();
    void showFacts();
    void askAbout(void (MaillogPage::*request)(const LoggedMail&));

    Services& m_services;
    LogBrowser m_browser;
    QTimer m_typing;
    FilterSteps m_steps;
    bool m_isFollowing = false; ///< the newest row stays in sight when it was
    PageParts m_parts;
    LogDesk* m_logs = nullptr;
    FollowDesk* m_follow = nullptr;
    SourceDesk* m_sources = nullptr;
    RowActions* m_rowActions = nullptr;
    RawJoin* m_raw = nullptr;
    MaillogTour* m_tour = nullptr;
};

} // namespace ui
