// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/row_actions.h"

#include "ui/common/prompter.h"
#include "ui/maillog/exception_dialog.h"
#include "ui/maillog/postmaster_dialog.h"

namespace ui {

namespace {

/// The raw line as text; bytes that are no UTF-8 show as U+FFFD.
QString lineOf(const ChosenRow& chosen)
{
    return QString::fromUtf8(chosen.view->logs->line(chosen.row));
}

} // namespace

RowActions::RowActions(Services& services, Chosen chosen, QWidget* page)
    : QObject(page),
      m_services(services),
      m_chosen(std::move(chosen)),
      m_page(page),
      m_addToList(new QAction(this)),
      m_writePostmaster(new QAction(this))
{
    m_addToList->setObjectName(QStringLiteral("maillog.addToList"));
    m_writePostmaster->setObjectName(QStringLiteral("maillog.writePostmaster"));
    connect(m_addToList, &QAction::triggered, this, &RowActions::addToList);
    connect(m_writePostmaster, &QAction::triggered, this, &RowActions::writePostmaster);
    retranslate();
}

QList<ActionSpec> RowActions::specs()
{
    return {
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
    const auto chosen = m_chosen();
    if (!chosen) {
        return tr("Choose a check in the table first.");
    }
    return exceptionChoices(chosen->check()).empty() ? tr("The line names neither an address nor a domain.")
                                                     : QString();
}

QString RowActions::whyNoLetter() const
{
    const auto chosen = m_chosen();
    if (!chosen) {
        return tr("Choose a check in the table first.");
    }
    const maillog::Check check = chosen->check();
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
    allow(m_addToList, m_document == nullptr ? tr("No config.ini can be edited here.") : whyNoList());
    allow(m_writePostmaster, whyNoLetter());
}

void RowActions::addToList()
{
    if (m_document == nullptr || !whyNoList().isEmpty()) {
        return;
    }
    if (!m_document->isOpen()) {
        m_services.prompter.ask(m_page,
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
    const auto chosen = m_chosen();
    // The view keeps the log alive as long as the dialog counts in it.
    const std::shared_ptr<const maillog::Log> log(chosen->view, chosen->view->logs->logs.log.get());
    auto* dialog = new ExceptionDialog(*m_document, log, chosen->check(), m_page->window());
    connect(dialog, &ExceptionDialog::added, this, &RowActions::entryAdded);
    dialog->open();
}

void RowActions::writePostmaster()
{
    if (!whyNoLetter().isEmpty()) {
        return;
    }
    const auto chosen = m_chosen();
    const maillog::Check check = chosen->check();
    const QString line = lineOf(*chosen);
    auto* dialog = new PostmasterDialog(m_services,
                                        {report::postmasterLetter(check, line, words::Language::English),
                                         report::postmasterLetter(check, line, words::Language::Japanese)},
                                        m_page->window());
    dialog->open();
}

void RowActions::retranslate()
{
    m_addToList->setText(tr("Add to a list..."));
    m_writePostmaster->setText(tr("Write to the postmaster..."));
    refresh();
}

} // namespace ui
