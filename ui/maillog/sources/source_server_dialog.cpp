// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_server_dialog.h"

#include "core/qtio/ssh/ssh_command.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

namespace ui {

namespace {

constexpr int dialogWidth = 460;
constexpr int journalChoice = 1;

} // namespace

SourceServerDialog::SourceServerDialog(const QStringList& hosts, QWidget* parent)
    : Dialog(parent),
      m_host(new QComboBox),
      m_kind(new Segment),
      m_path(new ValidatedLineEdit),
      m_problem(new ProblemRow)
{
    setObjectName(QStringLiteral("maillog.server"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Read the log of a server"));
    setFixedWidth(dialogWidth);
    auto* purpose = new Label(TextRole::Secondary, &Tokens::secondaryText);
    purpose->setText(tr("Over ssh, with its config and agent. Later only what was added is fetched."));
    purpose->setWordWrap(true);
    subtitle()->addWidget(purpose, 1);
    body()->setSpacing(6);
    m_host->setObjectName(QStringLiteral("maillog.server.host"));
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->addItems(hosts);
    m_host->lineEdit()->setPlaceholderText(QStringLiteral("mx1.example.jp"));
    m_kind->setObjectName(QStringLiteral("maillog.server.kind"));
    m_kind->addChoice(tr("A file"));
    m_kind->addChoice(tr("Its journal"));
    m_kind->setCurrent(0);
    m_kind->setGroupName(tr("What is read"));
    m_path->setObjectName(QStringLiteral("maillog.server.path"));
    m_path->setMono(true);
    m_path->setText(QStringLiteral("/var/log/maillog"));
    addField(tr("Host"), m_host);
    addField(tr("What is read"), m_kind);
    addField(tr("File"), m_path);
    body()->addWidget(m_problem);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_add = addButton(ButtonKind::Primary, tr("Add this log"));
    m_add->setObjectName(QStringLiteral("maillog.server.add"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_add, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_host, &QComboBox::currentTextChanged, this, &SourceServerDialog::check);
    connect(m_path, &QLineEdit::textChanged, this, &SourceServerDialog::check);
    connect(m_kind, &Segment::chosen, this, &SourceServerDialog::check);
    check();
}

void SourceServerDialog::addField(const QString& label, QWidget* field)
{
    auto* name = new Label(TextRole::Label);
    name->setText(label);
    name->setBuddy(field);
    field->setAccessibleName(label);
    body()->addWidget(name);
    body()->addWidget(field);
}

QString SourceServerDialog::place() const
{
    const QString host = m_host->currentText().trimmed();
    return host + (m_kind->current() == journalChoice ? QStringLiteral(":journal")
                                                      : QLatin1Char(':') + m_path->text().trimmed());
}

void SourceServerDialog::check()
{
    const QString host = m_host->currentText().trimmed();
    const bool isJournal = m_kind->current() == journalChoice;
    const bool isHost = qtio::SshDestination::parse(host).has_value();
    const bool isPath = isJournal || m_path->text().trimmed().startsWith(QLatin1Char('/'));
    m_path->setEnabled(!isJournal);
    m_add->setEnabled(isHost && isPath);
    if (!isHost && !host.isEmpty()) {
        m_problem->setProblem(Level::Error, {}, tr("Write host or user@host."));
    } else if (!isPath) {
        m_problem->setProblem(Level::Error, {}, tr("Write the whole path of the file."));
    } else {
        m_problem->clear();
    }
}

} // namespace ui
