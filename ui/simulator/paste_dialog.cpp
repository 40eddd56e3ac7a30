// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/paste_dialog.h"

#include "core/qtio/tables/mail_table.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>

namespace ui {

namespace {

/// What is looked at while it is edited; all of it is read once it is taken.
constexpr qsizetype judgedLength = 20'000;

} // namespace

QString columnWords(const QByteArray& table)
{
    const qtio::MailColumns columns = qtio::MailTable(table, qtio::MailTableForm::Tolerant).columns();
    if (!columns.isUsable()) {
        return {};
    }
    std::array<std::pair<qsizetype, QString>, 3> named{
        {{columns.ip, QCoreApplication::translate("ui::PasteDialog", "client IP")},
         {columns.sender, QCoreApplication::translate("ui::PasteDialog", "sender")},
         {columns.helo, QStringLiteral("HELO")}}};
    std::ranges::sort(named);
    QStringList words;
    for (const auto& [column, word] : named) {
        if (column >= 0) {
            words.append(word);
        }
    }
    return words.join(QStringLiteral(", "));
}

PasteDialog::PasteDialog(const QString& text, QWidget* parent)
    : Dialog(parent),
      m_text(new QPlainTextEdit),
      m_columns(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_problem(new ProblemRow)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("batch.pasteDialog"));
    setTitle(tr("Paste mails"));
    auto* help = new Label(TextRole::Body, &Tokens::secondaryText);
    help->setWordWrap(true);
    help->setText(tr("One mail a line, separated by commas, semicolons or tabs. A first line may name the "
                     "columns (ip, helo, sender), in any order; without one they are recognised."));
    m_text->setObjectName(QStringLiteral("batch.pasteText"));
    m_text->setAccessibleName(tr("Mails"));
    m_text->setFont(monoFont(12));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(false);
    m_text->setPlaceholderText(QStringLiteral("ip,helo,sender\n192.0.2.10,mx.example.com,a@example.com\n"
                                              "2001:db8::10,mx.example.net,<>"));
    m_columns->setObjectName(QStringLiteral("batch.pasteColumns"));
    m_columns->setElide(Qt::ElideRight);
    body()->addWidget(help);
    body()->addWidget(m_text, 1);
    body()->addWidget(m_columns);
    body()->addWidget(m_problem);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_take = addButton(ButtonKind::Primary, tr("Take these mails"), QStringLiteral("check"));
    m_take->setObjectName(QStringLiteral("batch.pasteTake"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::judge);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_take, &QAbstractButton::clicked, this, [this] {
        Q_EMIT taken(m_text->toPlainText());
        accept();
    });
    resize(720, 460);
    m_text->setPlainText(text);
    m_text->selectAll();
    judge();
}

void PasteDialog::judge()
{
    QString text = m_text->toPlainText();
    const bool isEmpty = text.trimmed().isEmpty();
    const QString words = columnWords(text.left(judgedLength).toUtf8());
    m_take->setEnabled(!words.isEmpty());
    m_columns->setVisible(isEmpty || !words.isEmpty());
    m_columns->setText(words.isEmpty() ? tr("Nothing is sent anywhere; look-ups begin when you run it.")
                                       : tr("Recognised columns: %1.").arg(words));
    if (isEmpty || !words.isEmpty()) {
        m_problem->clear();
    } else {
        m_problem->setProblem(Level::Error, {},
                              tr("No mails are recognised: every line needs an IP address and a sender or "
                                 "a HELO name."));
    }
}

} // namespace ui
