// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/mail_fields.h"

#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/input_card.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int longestInput = 2000; ///< more than any address or name may have

} // namespace

MailFields::MailFields(QWidget* parent) : QWidget(parent)
{
    QGridLayout* grid = makeInputGrid(*this);
    m_client = addField(*grid, 0, 4, QStringLiteral("simulator.client"));
    m_sender = addField(*grid, 1, 7, QStringLiteral("simulator.sender"));
    m_helo = addField(*grid, 2, 6, QStringLiteral("simulator.helo"));
    retranslate();
}

MailFields::Field MailFields::addField(QGridLayout& grid, int column, int stretch, const QString& objectName)
{
    Field field;
    field.label = new Label(TextRole::Label, &Tokens::secondaryText);
    field.edit = new ValidatedLineEdit;
    field.edit->setObjectName(objectName);
    field.edit->setMono(true);
    field.edit->setMaxLength(longestInput);
    field.edit->setMinimumWidth(116);
    field.label->setBuddy(field.edit);
    field.problem = new ProblemRow;
    grid.addWidget(field.label, 0, column);
    grid.addWidget(field.edit, 1, column);
    grid.addWidget(field.problem, 2, column);
    grid.setColumnStretch(column, stretch);
    connect(field.edit, &QLineEdit::textEdited, this, [this] {
        judge();
        Q_EMIT changed();
    });
    connect(field.edit, &QLineEdit::returnPressed, this, &MailFields::runRequested);
    return field;
}

MailInputs MailFields::inputs() const
{
    return {m_client.edit->text().trimmed(), cleanedSender(m_sender.edit->text()),
            m_helo.edit->text().trimmed()};
}

void MailFields::setInputs(const MailInputs& inputs)
{
    m_client.edit->setText(inputs.client);
    m_sender.edit->setText(inputs.sender);
    m_helo.edit->setText(inputs.helo);
    judge();
    Q_EMIT changed();
}

bool MailFields::isComplete() const
{
    return judgeClient(m_client.edit->text()).state != InputVerdict::State::Bad;
}

void MailFields::focusFirst()
{
    m_client.edit->setFocus();
    m_client.edit->selectAll();
}

void MailFields::show(const Field& field, const InputVerdict& verdict)
{
    switch (verdict.state) {
    case InputVerdict::State::Good:
        field.edit->setState(ValidatedLineEdit::State::Plain);
        field.problem->clear();
        return;
    case InputVerdict::State::Note:
        field.edit->setState(ValidatedLineEdit::State::Plain);
        field.problem->setProblem(Level::Info, {}, verdict.sentence);
        break;
    case InputVerdict::State::Risky:
        field.edit->setState(ValidatedLineEdit::State::Risky);
        field.problem->setProblem(Level::Warning, {}, verdict.sentence);
        break;
    case InputVerdict::State::Bad:
        field.edit->setState(ValidatedLineEdit::State::Bad);
        field.problem->setProblem(Level::Error, {}, verdict.sentence);
        break;
    }
    field.problem->setToolTip(verdict.sentence);
}

void MailFields::judge()
{
    const bool isUntouched = inputs() == MailInputs{};
    show(m_client, isUntouched ? InputVerdict{} : judgeClient(m_client.edit->text()));
    show(m_sender, isUntouched ? InputVerdict{} : judgeSender(m_sender.edit->text()));
    show(m_helo, isUntouched ? InputVerdict{} : judgeHelo(m_helo.edit->text()));
}

void MailFields::retranslate()
{
    m_client.label->setText(tr("Client &IP"));
    m_client.edit->setAccessibleName(tr("Client IP"));
    m_client.edit->setPlaceholderText(QStringLiteral("192.0.2.10"));
    m_sender.label->setText(tr("Envelope sender (&MAIL FROM)"));
    m_sender.edit->setAccessibleName(tr("Envelope sender (MAIL FROM)"));
    m_sender.edit->setPlaceholderText(tr("empty for bounces"));
    m_helo.label->setText(tr("HEL&O/EHLO"));
    m_helo.edit->setAccessibleName(tr("HELO/EHLO"));
    judge();
}

} // namespace ui
