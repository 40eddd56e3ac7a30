// SPDX-License-Identifier: GPL-3.0-or-later
// The trace with its head: which identity, how many terms, filter, fold, export; notes below the tree.
#pragma once

#include "ui/simulator/simulation.h"
#include "ui/simulator/trace_model.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Badge;
class Card;
class EmptyState;
class SearchField;
class Segment;
class TraceView;

class TraceCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TraceCard(QWidget* parent = nullptr);

    /// Shows the identity that counts first; empty for "nothing simulated yet".
    void setOutcome(std::shared_ptr<const SimulationOutcome> outcome);
    void setStale(bool isStale);

    [[nodiscard]] policy::Identity shownIdentity() const { return m_identity; }

    [[nodiscard]] const TraceModel& model() const { return m_model; }

    [[nodiscard]] TraceView& view() { return *m_view; }

    /// The next row of the step-by-step play; starts it, and ends it after the last row.
    void stepForward();
    void endSteps();

    /// Stays the caller's.
    void setExportMenu(QMenu& menu);

    void retranslate();

Q_SIGNALS:
    void stepped(); ///< the play began, went on or ended
    void identityShown();
    void runRequested();        ///< from the empty state
    void evaluationRequested(); ///< of exempt mail

private:
    void buildHead();
    void showIdentity(policy::Identity identity);
    void showEmpty();
    void showNotes();
    void toggleFolds();
    [[nodiscard]] bool isExempt() const;

    TraceModel m_model;
    std::shared_ptr<const SimulationOutcome> m_outcome;
    policy::Identity m_identity = policy::Identity::None;
    bool m_isFolded = false;
    Card* m_card;
    Segment* m_identities;
    Badge* m_terms;
    SearchField* m_filter;
    QPushButton* m_fold;
    QPushButton* m_export;
    QStackedWidget* m_stack;
    TraceView* m_view;
    EmptyState* m_empty;
    QVBoxLayout* m_notes;
};

} // namespace ui
