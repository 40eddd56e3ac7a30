// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/senders_inputs.h"

#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/mail_input.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int longestInput = 2000; ///< more than any address or name may have

} // namespace

SendersInputs::SendersInputs(QWidget* parent)
    : QWidget(parent),
      m_label(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_edit(new ValidatedLineEdit),
      m_problem(new ProblemRow)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_edit, 1, 0);
    grid->addWidget(m_problem, 2, 0);
    grid->setRowStretch(3, 1);
    m_edit->setObjectName(QStringLiteral("senders.domain"));
    m_edit->setMono(true);
    m_edit->setMaxLength(longestInput);
    m_edit->setMinimumWidth(120);
    m_label->setBuddy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        judge();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &SendersInputs::runRequested);
    retranslate();
}

QString SendersInputs::domain() const
{
    return cleanedDomain(m_edit->text());
}

void SendersInputs::setDomain(const QString& domain)
{
    m_edit->setText(domain);
    judge();
    Q_EMIT changed();
}

bool SendersInputs::isComplete() const
{
    return judgeDomain(m_edit->text()).state != InputVerdict::State::Bad;
}

void SendersInputs::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    judge();
}

void SendersInputs::focusFirst()
{
    m_edit->setFocus();
    m_edit->selectAll();
}

void SendersInputs::judge()
{
    // Nothing was typed yet: nothing is wrong yet.
    const InputVerdict verdict = m_edit->text().isEmpty() ? InputVerdict{} : judgeDomain(m_edit->text());
    const bool isBad = verdict.state == InputVerdict::State::Bad;
    using State = ValidatedLineEdit::State;
    m_edit->setState(isBad ? State::Bad : m_isBusy ? State::Busy : State::Plain);
    if (verdict.sentence.isEmpty()) {
        m_problem->clear();
    } else {
        m_problem->setProblem(isBad ? Level::Error : Level::Info, {}, verdict.sentence);
        m_problem->setToolTip(verdict.sentence);
    }
}

void SendersInputs::retranslate()
{
    m_label->setText(tr("&Domain"));
    m_edit->setAccessibleName(tr("Domain"));
    m_edit->setPlaceholderText(QStringLiteral("example.com"));
    judge();
}

} // namespace ui
