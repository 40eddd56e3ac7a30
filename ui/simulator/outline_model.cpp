// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/outline_model.h"

#include "core/spf/providers.h"
#include "ui/common/icons.h"
#include "ui/words/outline_words.h"

#include <algorithm>

namespace ui {

namespace {

struct Look
{
    QString icon;
    Ink ink = &Tokens::secondaryText;
};

Look lookOf(spf::Result result)
{
    return {iconName(result), result};
}

Look lookOfState(spf::OutlineState state)
{
    switch (state) {
    case spf::OutlineState::DnsFailure:
        return lookOf(spf::Result::TempError);
    case spf::OutlineState::DependsOnMail:
    case spf::OutlineState::NotFollowed:
        return {QStringLiteral("help"), &Tokens::info};
    case spf::OutlineState::Ignored:
        return {QStringLiteral("action-skip"), &Tokens::secondaryText};
    default:
        break;
    }
    return lookOf(spf::Result::PermError);
}

Look lookOf(const spf::OutlineTerm& term, bool isIncluded)
{
    const bool isNameOnly = term.state == spf::OutlineState::UnusableName && term.record.empty();
    if (isNameOnly || (term.record.empty() && term.voidLookups > 0 && term.networks.empty())) {
        return {QStringLiteral("warning"), &Tokens::warning};
    }
    if (term.state != spf::OutlineState::Complete) {
        return lookOfState(term.state);
    }
    if (term.isModifier && term.record.empty()) {
        return {QStringLiteral("info"), &Tokens::secondaryText};
    }
    if (isIncluded && term.qualifier != spf::Qualifier::Pass) {
        return {QStringLiteral("no-match"), &Tokens::secondaryText};
    }
    return lookOf(spf::resultOf(term.qualifier));
}

/// What is no plain result needs the eye.
Ink sentenceInk(const spf::OutlineTerm& term, const Look& look)
{
    const bool isPlain =
        term.state == spf::OutlineState::Complete || term.state == spf::OutlineState::Ignored;
    const bool isWarning = look.ink == Ink(&Tokens::warning);
    return isPlain && !isWarning ? Ink(&Tokens::secondaryText) : look.ink;
}

QString joined(const TraceRow& row, const QString& gap)
{
    QStringList parts{row.term, row.evidence, row.sentence};
    parts.removeAll(QString());
    return parts.join(gap);
}

} // namespace

OutlineModel::OutlineModel(QObject* parent) : QAbstractItemModel(parent) {}

void OutlineModel::setOutcome(SendersOutcomePtr outcome)
{
    beginResetModel();
    m_items.clear();
    m_outcome = std::move(outcome);
    if (m_outcome != nullptr) {
        m_items.emplace_back();
        append(m_outcome->root, 0, false);
        int lookups = 0;
        count(m_outcome->root, 0, lookups);
    }
    endResetModel();
}

void OutlineModel::append(const spf::OutlineRecord& record, int parent, bool isIncluded)
{
    for (const spf::OutlineTerm& term : record.terms) {
        const int number = static_cast<int>(m_items.size());
        std::vector<int>& siblings = m_items[static_cast<std::size_t>(parent)].children;
        const int row = static_cast<int>(siblings.size());
        siblings.push_back(number);
        m_items.push_back({&term, isIncluded, parent, row, 0, {}});
        for (const spf::OutlineRecord& inner : term.record) {
            append(inner, number, isIncluded || !term.isModifier);
        }
    }
}

void OutlineModel::count(const spf::OutlineRecord& record, int item, int& lookups)
{
    for (const std::size_t number : record.evaluationOrder()) {
        const int child = m_items[static_cast<std::size_t>(item)].children[number];
        const spf::OutlineTerm& term = record.terms[number];
        lookups += term.lookups > 0 ? 1 : 0;
        m_items[static_cast<std::size_t>(child)].lookups = lookups;
        for (const spf::OutlineRecord& inner : term.record) {
            count(inner, child, lookups);
        }
    }
}

std::vector<std::size_t> OutlineModel::placeOf(const QModelIndex& index) const
{
    std::vector<std::size_t> place;
    for (QModelIndex at = index; at.isValid() && at.parent().isValid(); at = at.parent()) {
        place.insert(place.begin(), static_cast<std::size_t>(at.row()));
    }
    return place;
}

void OutlineModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const QModelIndex index = indexOf(static_cast<int>(i));
        Q_EMIT dataChanged(index, index.siblingAtColumn(columnCount() - 1));
    }
}

QModelIndex OutlineModel::indexOf(int item) const
{
    return item < 0
               ? QModelIndex()
               : createIndex(m_items[static_cast<std::size_t>(item)].row, 0, static_cast<quintptr>(item));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const int item =
        parent.isValid() ? m_items[parent.internalId()].children[static_cast<std::size_t>(row)] : 0;
    return createIndex(row, column, static_cast<quintptr>(item));
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(m_items[child.internalId()].parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return m_items.empty() ? 0 : 1;
    }
    return parent.column() > 0 ? 0 : static_cast<int>(m_items[parent.internalId()].children.size());
}

int OutlineModel::columnCount(const QModelIndex&) const
{
    return TraceModel::CountColumn + 1;
}

TraceRow OutlineModel::recordRow() const
{
    const spf::OutlineRecord& root = m_outcome->root;
    const QString why = words::problem(root, true);
    TraceRow row;
    row.isSentenceBelow = true;
    row.icon = QStringLiteral("record");
    row.ink = &Tokens::accent;
    row.term = words::shown(root.domain);
    row.sentence = why.isEmpty() ? words::shown(root.text) : why;
    if (!why.isEmpty()) {
        const Look look =
            root.state == spf::OutlineState::NoRecord ? lookOf(spf::Result::None) : lookOfState(root.state);
        row.icon = look.icon;
        row.ink = look.ink;
        row.sentenceInk = look.ink;
    }
    return row;
}

TraceRow OutlineModel::rowOf(const Item& item) const
{
    if (item.term == nullptr) {
        return recordRow();
    }
    const spf::OutlineTerm& term = *item.term;
    Look look = lookOf(term, item.isIncluded);
    TraceRow row;
    row.isSentenceBelow = true;
    row.term = words::shown(term.text);
    row.sentence = words::sentence(term, item.isIncluded);
    row.sentenceInk = sentenceInk(term, look);
    row.isGrey = term.state == spf::OutlineState::Ignored;
    row.evidence =
        term.record.empty() ? QString() : words::shown(spf::providerOf(term.record.front().domain));
    if (term.lookups > 0) {
        row.counter = QString::number(item.lookups + term.lookups - 1); // after it, as the trace counts
        row.cost = QStringLiteral("+%1").arg(term.lookups);
        const int limit = m_outcome->limits.terms;
        if (item.lookups > limit) {
            look = lookOf(spf::Result::PermError);
            row.sentence = words::overLimit(item.lookups, limit) + QStringLiteral(" · ") + row.sentence;
            row.sentenceInk = look.ink;
        }
    }
    row.icon = look.icon;
    row.ink = look.ink;
    return row;
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (!isText && role != TraceModel::RowRole) {
        return {};
    }
    const TraceRow row = rowOf(m_items[index.internalId()]);
    if (role == TraceModel::RowRole) {
        return QVariant::fromValue(row);
    }
    if (index.column() == TraceModel::CountColumn) {
        return row.counter;
    }
    if (role == Qt::AccessibleTextRole) {
        return joined(row, QStringLiteral(", "));
    }
    return role == Qt::ToolTipRole ? QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
                                         .arg(joined(row, QStringLiteral("\n")).toHtmlEscaped())
                                   : row.term;
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == TraceModel::CountColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == TraceModel::TermColumn ? tr("Term and what it allows") : tr("Look-ups");
}

} // namespace ui
