// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/row_actions.h"

#include "ui/common/prompter.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/checks/exception_dialog.h"
#include "ui/maillog/checks/logged_mail.h"
#include "ui/maillog/checks/postmaster_dialog.h"
#include "ui/maillog/maillog_page.h"
#include "ui/words/language.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <utility>

namespace ui {

namespace {

/// The raw line as text; bytes that are no UTF-8 show as U+FFFD.
QString lineOf(const ChosenRow& chosen)
{
    return QString::fromUtf8(chosen.view->logs->line(chosen.row));
}

} // namespace

RowActions::RowActions(Services& services, MaillogPage& page)
    : QObject(&page),
      m_services(services),
      m_page(page),
      m_simulate(new QAction(this)),
      m_addToList(new QAction(this)),
      m_writePostmaster(new QAction(this))
{
    m_simulate->setObjectName(QStringLiteral("maillog.simulateRow"));
    m_addToList->setObjectName(QStringLiteral("maillog.addToList"));
    m_writePostmaster->setObjectName(QStringLiteral("maillog.writePostmaster"));
    connect(m_simulate, &QAction::triggered, this, &RowActions::simulate);
    connect(m_addToList, &QAction::triggered, this, &RowActions::addToList);
    connect(m_writePostmaster, &QAction::triggered, this, &RowActions::writePostmaster);
    for (QAction* action : actions()) {
        page.parts().table->addContextAction(action);
    }
    connect(&page, &MaillogPage::rowChosen, this, &RowActions::refresh);
    connect(&services.language, &words::LanguageSwitch::changed, this, &RowActions::retranslate);
    retranslate();
}

std::optional<ChosenRow> RowActions::chosen() const
{
    const auto view = m_page.browser().view();
    const auto row = m_page.chosenRow();
    return view && row ? std::optional(ChosenRow{view, *row}) : std::nullopt;
}

QList<ActionSpec> RowActions::specs()
{
    return {
        {QStringLiteral("maillog.row.simulate"),
         SPM_PHRASE("ui::RowActions", "Simulate the mail of the check"),
         MenuId::None,
         0,
         QStringLiteral("simulator"),
         {},
         [this] { simulate(); },
         {}},
        {QStringLiteral("maillog.row.addToList"),
         SPM_PHRASE("ui::RowActions", "Add the sender of the check to a list..."),
         MenuId::None,
         0,
         QStringLiteral("lists"),
         {},
         [this] { addToList(); },
         {}},
        {QStringLiteral("maillog.row.writePostmaster"),
         SPM_PHRASE("ui::RowActions", "Write to the postmaster of the sender..."),
         MenuId::None,
         0,
         QStringLiteral("mail"),
         {},
         [this] { writePostmaster(); },
         {}},
    };
}

QString RowActions::whyNoList() const
{
    const auto row = chosen();
    if (!row) {
        return tr("Choose a check in the table first.");
    }
    return exceptionChoices(row->check()).empty() ? tr("The line names neither an address nor a domain.")
                                                  : QString();
}

QString RowActions::whyNoLetter() const
{
    const auto row = chosen();
    if (!row) {
        return tr("Choose a check in the table first.");
    }
    const maillog::Check check = row->check();
    if (!check.result) {
        return tr("The mail was not checked: there is nothing to write about.");
    }
    if (check.result == spf::Result::Pass) {
        return tr("The mail passed: there is nothing to write about.");
    }
    return report::domainAsked(check) ? QString() : tr("The line names no domain that could be written to.");
}

void RowActions::refresh()
{
    const auto allow = [](QAction* action, const QString& why) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? action->text() : why);
        action->setStatusTip(why);
    };
    allow(m_simulate, chosen() ? QString() : tr("Choose a check in the table first."));
    allow(m_addToList, m_document == nullptr ? tr("No config.ini can be edited here.") : whyNoList());
    allow(m_writePostmaster, whyNoLetter());
}

void RowActions::simulate()
{
    if (const auto row = chosen()) {
        Q_EMIT m_page.simulateRequested(loggedMail(row->check()));
    }
}

void RowActions::addToList()
{
    if (m_document == nullptr || !whyNoList().isEmpty()) {
        return;
    }
    if (!m_document->isOpen()) {
        m_services.prompter.ask(&m_page,
                                {tr("Add to a list"),
                                 tr("No config.ini is open that the entry could be added to."),
                                 {tr("Open a config.ini...")},
                                 tr("Cancel")},
                                [this](int answer) {
                                    if (answer == 0) {
                                        Q_EMIT openConfigRequested();
                                    }
                                });
        return;
    }
    const auto row = chosen();
    // The view keeps the log alive as long as the dialog counts in it.
    const std::shared_ptr<const maillog::Log> log(row->view, row->view->logs->logs.log.get());
    auto* dialog = new ExceptionDialog(*m_document, log, row->check(), m_page.window());
    connect(dialog, &ExceptionDialog::added, this, &RowActions::entryAdded);
    dialog->open();
}

void RowActions::writePostmaster()
{
    if (!whyNoLetter().isEmpty()) {
        return;
    }
    QtConcurrent::run([row = *chosen()] {
        return std::pair(row, lineOf(row));
    }).then(this, [this](const std::pair<ChosenRow, QString>& evidence) {
        const maillog::Check check = evidence.first.check();
        const QString& line = evidence.second;
        auto* dialog =
            new PostmasterDialog(m_services, m_openUrl,
                                 {report::postmasterLetter(check, line, words::Language::English),
                                  report::postmasterLetter(check, line, words::Language::Japanese)},
                                 m_page.window());
        dialog->open();
    });
}

void RowActions::retranslate()
{
    m_simulate->setText(tr("Simulate this mail"));
    m_addToList->setText(tr("Add to a list..."));
    m_writePostmaster->setText(tr("Write to the postmaster..."));
    refresh();
}

} // namespace ui
