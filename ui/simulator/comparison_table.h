// SPDX-License-Identifier: GPL-3.0-or-later
// Two outcomes of one mail side by side: result, action, what decided, what it cost.
#pragma once

#include "ui/simulator/simulation.h"

#include <QWidget>

#include <array>

class QGridLayout;

namespace ui {

class Badge;
class Label;
class MonoLabel;

class ComparisonTable final : public QWidget
{
    Q_OBJECT

public:
    enum RowIndex { ResultRow, ActionRow, RuleRow, TermRow, LookupRow, VoidRow, LengthRow, RowCount };

    /// Only `rows` are shown, in this order.
    explicit ComparisonTable(const std::vector<RowIndex>& rows, QWidget* parent = nullptr);

    void setHeads(const QString& first, const QString& second);
    void setOutcomes(const SimulationOutcome& first, const SimulationOutcome& second);
    void retranslate();

private:
    struct Row
    {
        Label* name = nullptr;
        std::array<MonoLabel*, 2> text{};
        std::array<Badge*, 2> badge{}; ///< instead of the texts, for result and action
    };

    void addRow(QGridLayout& grid, RowIndex index);
    void showTexts(RowIndex index, const QString& first, const QString& second);
    /// Fewer is better; `limit` 0 for none.
    void showCounts(RowIndex index, int first, int second, int firstLimit, int secondLimit);

    std::array<Label*, 3> m_heads{};
    std::array<Row, RowCount> m_rows;
};

} // namespace ui
