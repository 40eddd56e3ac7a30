// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_dialog.h"

#include "core/qtio/ssh/ssh_command.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"
#include "ui/hosts/host_book.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

namespace ui {

namespace {

constexpr int dialogWidth = 520;

} // namespace

HostDialog::HostDialog(Task task, const qtio::SshHost& host, QWidget* parent)
    : Dialog(parent),
      m_before(host),
      m_name(new QLineEdit(host.name)),
      m_destination(new ValidatedLineEdit),
      m_problem(new ProblemRow),
      m_role(new Segment),
      m_config(new QLineEdit(host.configPath)),
      m_sudo(new QCheckBox(tr("Read and write its files with &sudo -n")))
{
    setObjectName(QStringLiteral("hosts.host"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(task == Task::Add ? tr("Add a host") : tr("Edit host"));
    setFixedWidth(dialogWidth);
    m_destination->setMono(true);
    m_destination->setText(host.destination);
    m_destination->setObjectName(QStringLiteral("hosts.host.destination"));
    m_name->setObjectName(QStringLiteral("hosts.host.name"));
    m_config->setObjectName(QStringLiteral("hosts.host.config"));
    m_sudo->setObjectName(QStringLiteral("hosts.host.sudo"));
    m_role->setObjectName(QStringLiteral("hosts.host.role"));
    addField(
        tr("&Host"), m_destination,
        tr("A name of ~/.ssh/config, or user@host:port. Keys, jump hosts and the like are ssh's affair."));
    body()->addWidget(m_problem);
    addField(tr("&Name shown"), m_name, {});
    for (const qtio::HostRole role :
         {qtio::HostRole::Production, qtio::HostRole::Staging, qtio::HostRole::Test})
        m_role->addChoice(nameOf(role));
    m_role->setCurrent(static_cast<int>(host.role));
    m_role->setGroupName(tr("What it is"));
    addField(tr("What it is"), m_role, tr("Shown with its colour wherever a file of this host is open."));
    addField(tr("&config.ini"), m_config, tr("Empty: the usual places are looked at."));
    m_config->setPlaceholderText(QStringLiteral("/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"));
    m_sudo->setChecked(host.usesSudo);
    body()->addWidget(m_sudo);
    if (task == Task::Edit) {
        QPushButton* remove = makeButton(ButtonKind::Flat, QStringLiteral("remove"));
        remove->setText(tr("Forget this host"));
        remove->setObjectName(QStringLiteral("hosts.host.remove"));
        footer()->addWidget(remove);
        connect(remove, &QAbstractButton::clicked, this, [this] { done(Removed); });
    }
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_save = addButton(ButtonKind::Primary, tr("Save host"), QStringLiteral("save"));
    m_save->setObjectName(QStringLiteral("hosts.host.save"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_save, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_destination, &QLineEdit::textChanged, this, &HostDialog::check);
    check();
}

void HostDialog::addField(const QString& label, QWidget* field, const QString& help)
{
    auto* name = new Label(TextRole::Label);
    name->setText(label);
    name->setBuddy(field);
    body()->addWidget(name);
    body()->addWidget(field);
    if (help.isEmpty())
        return;
    auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
    words->setWordWrap(true);
    words->setText(help);
    body()->addWidget(words);
}

void HostDialog::check()
{
    const QString typed = m_destination->text().trimmed();
    const bool isGood = qtio::SshDestination::parse(typed).has_value();
    m_save->setEnabled(isGood);
    m_name->setPlaceholderText(typed);
    if (isGood || typed.isEmpty())
        m_problem->clear();
    else
        m_problem->setProblem(Level::Error, {}, tr("Write host, user@host or user@host:port."));
    m_destination->setState(isGood || typed.isEmpty() ? ValidatedLineEdit::State::Plain
                                                      : ValidatedLineEdit::State::Bad);
}

qtio::SshHost HostDialog::host() const
{
    qtio::SshHost host = m_before;
    host.destination = m_destination->text().trimmed();
    host.name = m_name->text().trimmed().isEmpty() ? host.destination : m_name->text().trimmed();
    host.role = static_cast<qtio::HostRole>(m_role->current().value_or(0));
    host.usesSudo = m_sudo->isChecked();
    host.configPath = m_config->text().trimmed();
    return host;
}

} // namespace ui
