// SPDX-License-Identifier: GPL-3.0-or-later
// The mail log: checks over time, filtered, as a table, with the raw lines of the one that is chosen.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/maillog/log_browser.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace ui {

class CheckModel;
class DetailCard;
class EmptyState;
class FilterBar;
class LogExportMenu;
class NoticeBar;
class PageHeader;
class ProgressStrip;
class RowActions;
class TableView;
class TimelineCard;
class TopListCard;

/// A mail as the simulator takes it.
struct LoggedMail
{
    QString address;
    QString sender;
    QString helo;
    friend bool operator==(const LoggedMail&, const LoggedMail&) = default;
};

class MaillogPage final : public Page
{
    Q_OBJECT
public:
    explicit MaillogPage(Services& services, QWidget* parent = nullptr);
    ~MaillogPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;
    [[nodiscard]] QList<ActionSpec> actions() override;

    void openLogs(const QStringList& paths);
    void addLogs(const QStringList& paths);

    [[nodiscard]] LogBrowser& browser() { return m_browser; }

    [[nodiscard]] FilterBar& filter() const { return *m_filter; }

    [[nodiscard]] CheckModel& checks() const { return *m_model; }

    [[nodiscard]] RowActions& rowActions() const { return *m_rowActions; }

    /// The mails of the rows shown, each once, in the order of the log; at most `most`.
    [[nodiscard]] std::vector<LoggedMail> shownMails(std::size_t most) const;

Q_SIGNALS:
    void simulateRequested(const ui::LoggedMail& mail);
    void explainRequested(const ui::LoggedMail& mail); ///< which setting decides about it

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void buildBody();
    QWidget* buildColumns();
    void connectParts();
    void pickLogs(bool add);
    void load();
    void showLoaded();
    void ask();
    void showView();
    void showChosen();
    void showFacts();
    void showNotices();
    void cellMenu(QAction* only, QAction* exclude);
    void buildWayOut();
    void askAbout(void (MaillogPage::*request)(const LoggedMail&));

    Services& m_services;
    LogBrowser m_browser;
    QStringList m_paths;
    QTimer m_typing;
    PageHeader* m_header;
    QPushButton* m_reload;
    QPushButton* m_export;
    QPushButton* m_open;
    NoticeBar* m_notice;
    ProgressStrip* m_progress;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    FilterBar* m_filter;
    TimelineCard* m_chart;
    CheckModel* m_model;
    TableView* m_table;
    TopListCard* m_domains;
    TopListCard* m_addresses;
    QWidget* m_side;
    DetailCard* m_detail;
    RowActions* m_rowActions;
    LogExportMenu* m_exports;
};

} // namespace ui
