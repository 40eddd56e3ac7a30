// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/senders_strip.h"

#include "core/spf/coverage.h"
#include "ui/common/budget_bar.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/surface.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/mail_input.h"
#include "ui/words/outline_words.h"

#include <QBoxLayout>

namespace ui {

namespace {

constexpr int longestAddress = 100;
constexpr int addressWidth = 190;

Level levelOf(const spf::Coverage& coverage)
{
    if (!coverage.open.empty()) {
        return Level::Info;
    }
    return coverage.result == spf::Result::Pass ? Level::Good : Level::Warning;
}

} // namespace

SendersStrip::SendersStrip(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_totals(new Label(TextRole::Strong)),
      m_terms(new BudgetBar),
      m_voids(new BudgetBar),
      m_question(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_address(new ValidatedLineEdit),
      m_answer(new ProblemRow),
      m_problem(new ProblemRow)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->setPadding(14, 8, 8);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    m_totals->setElide(Qt::ElideRight);
    row->addWidget(m_totals, 6);
    row->addWidget(m_terms, 1);
    row->addWidget(m_voids, 1);
    auto* question = new QHBoxLayout;
    question->setSpacing(8);
    question->addWidget(m_question);
    question->addWidget(m_address);
    row->addLayout(question);
    m_card->body()->addLayout(row);
    m_card->body()->addWidget(m_answer);
    m_card->body()->addWidget(m_problem);
    m_address->setObjectName(QStringLiteral("senders.address"));
    m_address->setMono(true);
    m_address->setMaxLength(longestAddress);
    m_address->setFixedWidth(addressWidth);
    m_question->setBuddy(m_address);
    m_answer->setObjectName(QStringLiteral("senders.answer"));
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        showAnswer();
        Q_EMIT addressChanged();
    });
    retranslate();
}

void SendersStrip::setOutcome(SendersOutcomePtr outcome)
{
    m_outcome = std::move(outcome);
    showTotals();
    showAnswer();
}

void SendersStrip::setStale(bool isStale)
{
    m_totals->setInk(isStale ? &Tokens::secondaryText : &Tokens::text);
}

std::optional<net::IpAddress> SendersStrip::address() const
{
    const auto parsed = net::IpAddress::parse(m_address->text().trimmed().toStdString());
    return parsed ? std::optional(parsed->unmapped()) : std::nullopt;
}

QString SendersStrip::answer() const
{
    return m_answer->isVisibleTo(this) ? m_answer->sentence() : QString();
}

void SendersStrip::showTotals()
{
    if (m_outcome == nullptr) {
        return;
    }
    const spf::Limits& limits = m_outcome->limits;
    m_totals->setText(words::totals(m_outcome->senders).join(QStringLiteral(" · ")));
    m_terms->setUsed(m_outcome->root.lookups, limits.terms);
    m_voids->setUsed(m_outcome->voidLookups, limits.voidLookups);
    const QString why = words::problem(m_outcome->root, true);
    if (why.isEmpty()) {
        m_problem->clear();
    } else {
        m_problem->setProblem(Level::Error, {}, why);
        m_problem->setToolTip(why);
    }
}

void SendersStrip::showAnswer()
{
    const bool isEmpty = m_address->text().trimmed().isEmpty();
    const InputVerdict verdict = isEmpty ? InputVerdict{} : judgeClient(m_address->text());
    const bool isBad = verdict.state == InputVerdict::State::Bad;
    m_address->setState(isBad ? ValidatedLineEdit::State::Bad : ValidatedLineEdit::State::Plain);
    if (isEmpty || m_outcome == nullptr) {
        m_answer->clear();
        return;
    }
    if (isBad) {
        m_answer->setProblem(Level::Error, {}, verdict.sentence);
    } else {
        const spf::Coverage coverage =
            spf::coverage(m_outcome->root, m_outcome->answers, *address(), m_outcome->limits);
        m_answer->setProblem(levelOf(coverage), {},
                             words::coverage(coverage, QString::fromStdString(address()->toString())));
    }
    m_answer->setToolTip(m_answer->sentence());
}

void SendersStrip::retranslate()
{
    m_terms->setTitle(tr("DNS look-up terms"));
    m_voids->setTitle(tr("Void look-ups"));
    m_question->setText(tr("Check &address"));
    m_address->setToolTip(tr("Does this cover an address?"));
    m_address->setAccessibleName(tr("Does this cover an address?"));
    m_address->setPlaceholderText(QStringLiteral("192.0.2.10"));
    showTotals();
    showAnswer();
}

} // namespace ui
