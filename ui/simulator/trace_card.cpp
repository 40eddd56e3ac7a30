// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_card.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/problem_row.h"
#include "ui/common/search_field.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/simulator/trace_view.h"
#include "ui/words/policy_words.h"
#include "ui/words/verdict_words.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

TraceCard::TraceCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_identities(new Segment(Segment::Size::Small)),
      m_terms(new Badge),
      m_filter(new SearchField(QStringLiteral("filter"))),
      m_fold(makeButton(ButtonKind::Small)),
      m_export(makeButton(ButtonKind::Small, QStringLiteral("export"))),
      m_stack(new QStackedWidget),
      m_view(new TraceView(m_model)),
      m_empty(new EmptyState(QStringLiteral("simulator"))),
      m_notes(new QVBoxLayout)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    buildHead();
    m_view->setObjectName(QStringLiteral("simulator.trace"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_card->body()->addWidget(m_stack, 1);
    m_notes->setContentsMargins(13, 0, 13, 0);
    m_notes->setSpacing(0);
    m_card->body()->addLayout(m_notes);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (isExempt()) {
            Q_EMIT evaluationRequested();
        } else {
            Q_EMIT runRequested();
        }
    });
    retranslate();
}

void TraceCard::buildHead()
{
    m_identities->setObjectName(QStringLiteral("simulator.identity"));
    m_identities->addChoice(QStringLiteral("MAIL FROM"));
    m_identities->addChoice(QStringLiteral("HELO"));
    m_filter->setObjectName(QStringLiteral("simulator.filter"));
    m_filter->setFixedWidth(130);
    m_fold->setObjectName(QStringLiteral("simulator.fold"));
    m_export->setObjectName(QStringLiteral("simulator.export"));
    m_card->addHeadLeading(m_identities);
    m_card->addHeadWidget(m_terms);
    m_card->addHeadWidget(m_filter);
    m_card->addHeadWidget(m_fold);
    m_card->addHeadWidget(m_export);
    connect(m_identities, &Segment::chosen, this, [this](int index) {
        showIdentity(index == 0 ? policy::Identity::MailFrom : policy::Identity::Helo);
        Q_EMIT identityShown();
    });
    connect(m_filter, &QLineEdit::textChanged, m_view, &TraceView::setFilterText);
    connect(m_fold, &QAbstractButton::clicked, this, &TraceCard::toggleFolds);
}

void TraceCard::setOutcome(std::shared_ptr<const SimulationOutcome> outcome)
{
    m_outcome = std::move(outcome);
    policy::Identity identity = policy::Identity::None;
    if (m_outcome != nullptr) {
        identity = m_outcome->decision.identity;
        if (!m_outcome->report(identity)) {
            identity = m_outcome->mailFrom ? policy::Identity::MailFrom : policy::Identity::Helo;
        }
    }
    showIdentity(identity);
}

void TraceCard::setStale(bool isStale)
{
    m_view->setDimmed(isStale);
}

bool TraceCard::isExempt() const
{
    return m_outcome != nullptr && !m_outcome->decision.result && !m_outcome->mailFrom && !m_outcome->helo;
}

void TraceCard::showIdentity(policy::Identity identity)
{
    m_identity = identity;
    const auto* report =
        m_outcome != nullptr && m_outcome->report(identity) ? &*m_outcome->report(identity) : nullptr;
    // The report lives in the outcome: both are kept by one count.
    m_model.setReport(report == nullptr ? nullptr : std::shared_ptr<const spf::Report>(m_outcome, report),
                      m_outcome == nullptr ? std::string() : m_outcome->request.clientAddress);
    const bool hasTrace = m_model.rowTotal() > 0;
    m_stack->setCurrentWidget(hasTrace ? static_cast<QWidget*>(m_view) : m_empty);
    m_identities->setVisible(m_outcome != nullptr && (m_outcome->mailFrom || m_outcome->helo));
    m_identities->setCurrent(identity == policy::Identity::Helo ? 1 : 0);
    m_identities->button(0)->setEnabled(m_outcome != nullptr && m_outcome->mailFrom.has_value());
    m_identities->button(1)->setEnabled(m_outcome != nullptr && m_outcome->helo.has_value());
    for (QWidget* part :
         {static_cast<QWidget*>(m_terms), static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_fold)}) {
        part->setVisible(hasTrace);
    }
    m_export->setVisible(m_outcome != nullptr);
    m_isFolded = true;
    retranslate();
    m_view->showDeciding();
    Q_EMIT stepped();
}

void TraceCard::showEmpty()
{
    if (m_outcome == nullptr) {
        m_empty->setTexts(tr("No mail simulated yet"),
                          tr("Enter the address the mail comes from and its sender."), tr("Run"),
                          QStringLiteral("play"));
    } else if (isExempt()) {
        m_empty->setTexts(tr("SPF is not evaluated for this mail"), words::reason(m_outcome->decision),
                          tr("Evaluate all the same"), QStringLiteral("play"));
    } else {
        const auto& report = m_outcome->report(m_identity);
        m_empty->setTexts(tr("No record was evaluated"),
                          report ? words::verdict(*report, m_identity, m_outcome->request.clientAddress)
                                 : words::reason(m_outcome->decision));
    }
}

void TraceCard::showNotes()
{
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_outcome == nullptr || !m_outcome->report(m_identity)) {
        return;
    }
    const QStringList sentences = words::notes(*m_outcome->report(m_identity));
    for (const QString& sentence : sentences) {
        auto* note = new ProblemRow(this); // it shows itself: never as a window
        note->setProblem(Level::Info, {}, sentence);
        note->setFixedHeight(24);
        m_notes->addWidget(note);
    }
}

void TraceCard::setExportMenu(QMenu& menu)
{
    connect(m_export, &QAbstractButton::clicked, &menu,
            [this, &menu] { menu.popup(m_export->mapToGlobal(m_export->rect().bottomLeft())); });
}

void TraceCard::toggleFolds()
{
    m_isFolded = !m_isFolded;
    if (m_isFolded) {
        m_view->showDeciding();
    } else {
        m_view->expandAll();
    }
    m_fold->setText(m_isFolded ? tr("Expand all") : tr("Collapse"));
}

void TraceCard::stepForward()
{
    if (m_model.rowTotal() == 0) {
        return;
    }
    const int next = m_model.step() ? *m_model.step() + 1 : 0;
    m_model.setStep(next < m_model.rowTotal() ? std::optional(next) : std::nullopt);
    m_view->showStep();
    Q_EMIT stepped();
}

void TraceCard::endSteps()
{
    if (m_model.step()) {
        m_model.setStep(std::nullopt);
        m_view->showStep();
        Q_EMIT stepped();
    }
}

void TraceCard::retranslate()
{
    m_card->setTitle(tr("Evaluation trace"));
    m_identities->setGroupName(tr("Identity shown"));
    m_terms->setSpec(BadgeSpec::of(tr("%n terms", nullptr, m_model.termTotal()), &Tokens::secondaryText));
    m_filter->setHint(tr("Filter"));
    m_fold->setText(m_isFolded ? tr("Expand all") : tr("Collapse"));
    m_export->setText(tr("Export"));
    m_view->setAccessibleName(tr("Evaluation trace"));
    m_model.retranslate();
    showEmpty();
    showNotes();
}

} // namespace ui
