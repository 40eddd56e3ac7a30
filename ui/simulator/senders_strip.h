// SPDX-License-Identifier: GPL-3.0-or-later
// Above tree and table: how many may send, what the tree costs, and the question whether it covers an
// address.
#pragma once

#include "core/net/ip_address.h"
#include "ui/simulator/senders_outcome.h"

#include <QWidget>

#include <optional>

namespace ui {

class BudgetBar;
class Card;
class Label;
class ProblemRow;
class ValidatedLineEdit;

class SendersStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit SendersStrip(QWidget* parent = nullptr);

    void setOutcome(SendersOutcomePtr outcome);
    void setStale(bool isStale);
    /// Nothing while the field is empty or holds no address.
    [[nodiscard]] std::optional<net::IpAddress> address() const;
    /// What became of the address, in words; empty without one.
    [[nodiscard]] QString answer() const;
    void retranslate();

Q_SIGNALS:
    void addressChanged();

private:
    void showTotals();
    void showAnswer();

    SendersOutcomePtr m_outcome;
    Card* m_card;
    Label* m_totals;
    BudgetBar* m_terms;
    BudgetBar* m_voids;
    Label* m_question;
    ValidatedLineEdit* m_address;
    ProblemRow* m_answer;
    ProblemRow* m_problem;
};

} // namespace ui
