// SPDX-License-Identifier: GPL-3.0-or-later
// The mail log: checks over time, filtered, as a table, with the raw lines of the one that is chosen.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/maillog/log_browser.h"
#include "ui/maillog/logged_mail.h"
#include "ui/maillog/page_parts.h"

#include <QTimer>

namespace ui {

class RowActions;

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

    [[nodiscard]] RowActions& rowActions() const { return *m_rowActions; }

    [[nodiscard]] const PageParts& parts() const { return m_parts; }

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

private:
    void connectHeader();
    void connectBrowser();
    void connectParts();
    void addCellActions();
    void pickLogs(bool add);
    void load();
    void showLoaded();
    void showNotice();
    void ask();
    void showView();
    void showChosen();
    void showFacts();
    void askAbout(void (MaillogPage::*request)(const LoggedMail&));

    Services& m_services;
    LogBrowser m_browser;
    QStringList m_paths;
    QTimer m_typing;
    PageParts m_parts;
    RowActions* m_rowActions;
};

} // namespace ui
