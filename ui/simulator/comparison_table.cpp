// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/comparison_table.h"

#include "ui/common/badge.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int rowHeight = 29;

QString countText(int count, int limit)
{
    return limit > 0 ? QStringLiteral("%1 / %2").arg(count).arg(limit) : QString::number(count);
}

BadgeSpec resultBadge(const policy::Decision& decision)
{
    return decision.result ? BadgeSpec::of(*decision.result)
                           : BadgeSpec::of(QStringLiteral("–"), &Tokens::secondaryText);
}

} // namespace

ComparisonTable::ComparisonTable(const std::vector<RowIndex>& rows, QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(0);
    auto* head = new Surface(&Tokens::sunken, Qt::TopEdge | Qt::BottomEdge);
    head->setFixedHeight(28);
    grid->addWidget(head, 0, 0, 1, 3);
    for (int column = 0; column < 3; ++column) {
        auto* label = new Label(TextRole::Label, &Tokens::secondaryText);
        label->setContentsMargins(column == 0 ? 15 : 4, 0, 4, 0);
        m_heads.at(static_cast<std::size_t>(column)) = label;
        grid->addWidget(label, 0, column);
    }
    for (const RowIndex row : rows) {
        addRow(*grid, row);
    }
    grid->setColumnMinimumWidth(0, 118);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    retranslate();
}

void ComparisonTable::addRow(QGridLayout& grid, RowIndex index)
{
    Row& row = m_rows.at(index);
    const int line = grid.rowCount();
    row.name = new Label(TextRole::Secondary, &Tokens::secondaryText);
    row.name->setContentsMargins(15, 0, 4, 0);
    grid.addWidget(row.name, line, 0);
    grid.setRowMinimumHeight(line, rowHeight);
    grid.addWidget(new Line(Qt::Horizontal, &Tokens::grid), line + 1, 0, 1, 3);
    for (std::size_t side = 0; side < 2; ++side) {
        const int column = static_cast<int>(side) + 1;
        if (index == ResultRow || index == ActionRow) {
            row.badge.at(side) = new Badge;
            grid.addWidget(row.badge.at(side), line, column, Qt::AlignLeft | Qt::AlignVCenter);
        } else {
            row.text.at(side) = new MonoLabel;
            row.text.at(side)->setContentsMargins(4, 0, 4, 0);
            row.text.at(side)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            grid.addWidget(row.text.at(side), line, column);
        }
    }
}

void ComparisonTable::setHeads(const QString& first, const QString& second)
{
    m_heads[1]->setText(first);
    m_heads[2]->setText(second);
}

void ComparisonTable::setOutcomes(const SimulationOutcome& first, const SimulationOutcome& second)
{
    if (m_rows[ResultRow].name != nullptr) {
        m_rows[ResultRow].badge[0]->setSpec(resultBadge(first.decision));
        m_rows[ResultRow].badge[1]->setSpec(resultBadge(second.decision));
    }
    if (m_rows[ActionRow].name != nullptr) {
        m_rows[ActionRow].badge[0]->setSpec(BadgeSpec::of(first.decision.action));
        m_rows[ActionRow].badge[1]->setSpec(BadgeSpec::of(second.decision.action));
    }
    showTexts(RuleRow, words::shown(first.decision.rule), words::shown(second.decision.rule));
    const spf::Report nothing;
    const spf::Report& a = first.counted() != nullptr ? *first.counted() : nothing;
    const spf::Report& b = second.counted() != nullptr ? *second.counted() : nothing;
    showTexts(TermRow, words::decidedBy(a), words::decidedBy(b));
    showCounts(LookupRow, a.lookups, b.lookups, a.limits.terms, b.limits.terms);
    showCounts(VoidRow, a.voidLookups, b.voidLookups, a.limits.voidLookups, b.limits.voidLookups);
    showCounts(LengthRow, static_cast<int>(a.record.size()), static_cast<int>(b.record.size()), 0, 0);
}

void ComparisonTable::showTexts(RowIndex index, const QString& first, const QString& second)
{
    const Row& row = m_rows.at(index);
    if (row.name == nullptr) {
        return;
    }
    row.text[0]->setText(first);
    row.text[1]->setText(second);
    row.text[1]->setFont(monoFont(12, first != second));
}

void ComparisonTable::showCounts(RowIndex index, int first, int second, int firstLimit, int secondLimit)
{
    showTexts(index, countText(first, firstLimit), countText(second, secondLimit));
    if (m_rows.at(index).name != nullptr) {
        m_rows.at(index).text[1]->setInk(second < first   ? &Tokens::good
                                         : second > first ? &Tokens::warning
                                                          : &Tokens::text);
    }
}

void ComparisonTable::retranslate()
{
    m_heads[0]->setText(tr("Compare"));
    const std::array<QString, RowCount> names{
        tr("Result"),        tr("Action"), tr("Rule"), tr("Deciding term"), tr("DNS look-up terms"),
        tr("Void look-ups"), tr("Length")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (m_rows[i].name != nullptr) {
            m_rows[i].name->setText(names[i]);
        }
    }
}

} // namespace ui
