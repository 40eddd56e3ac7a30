// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_model.h"

#include "core/dns/presentation.h"
#include "ui/common/icons.h"
#include "ui/words/spf_words.h"

#include <algorithm>

namespace ui {

namespace {

std::chrono::microseconds timeOf(const std::vector<const spf::Lookup*>& lookups)
{
    std::chrono::microseconds sum{0};
    for (const spf::Lookup* lookup : lookups) {
        sum += lookup->answer.elapsed;
    }
    return sum;
}

bool hasVoid(const std::vector<const spf::Lookup*>& lookups)
{
    return std::any_of(lookups.begin(), lookups.end(),
                       [](const spf::Lookup* lookup) { return lookup->isVoid; });
}

spf::Result resultOfMatch(const spf::TraceNode& term)
{
    const char qualifier = term.qualifier.empty() ? '+' : term.qualifier.front();
    return qualifier == '-'   ? spf::Result::Fail
           : qualifier == '~' ? spf::Result::SoftFail
           : qualifier == '?' ? spf::Result::Neutral
                              : spf::Result::Pass;
}

spf::Result resultOfError(const spf::TraceNode& node)
{
    const spf::TraceNode* inner = words::recordOf(node);
    const auto& problem = node.problem || inner == nullptr ? node.problem : inner->problem;
    const bool isTemporary = problem && (problem->code == spf::ProblemCode::DnsFailure ||
                                         problem->code == spf::ProblemCode::TimeLimit);
    return isTemporary ? spf::Result::TempError : spf::Result::PermError;
}

std::vector<const spf::Lookup*> lookupsOf(const spf::TraceNode& node)
{
    std::vector<const spf::Lookup*> lookups;
    for (const spf::Lookup& lookup : node.dns) {
        lookups.push_back(&lookup);
    }
    if (node.kind == spf::NodeKind::Term) {
        if (const spf::TraceNode* record = words::recordOf(node)) {
            for (const spf::Lookup& lookup : record->dns) {
                lookups.push_back(&lookup);
            }
        }
    }
    return lookups;
}

QString spoken(const TraceRow& row)
{
    QStringList parts{row.term, row.macro, row.sentence, row.evidence, row.time};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// Foreign text: escaped, as a tooltip takes it for rich text.
QString toolTip(const TraceRow& row)
{
    QStringList lines{row.term, row.macro, row.sentence, row.evidence};
    lines.removeAll(QString());
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped());
}

} // namespace

TraceModel::TraceModel(QObject* parent) : QAbstractItemModel(parent) {}

void TraceModel::setReport(std::shared_ptr<const spf::Report> report, const std::string& client)
{
    beginResetModel();
    m_items.clear();
    m_step.reset();
    m_report = std::move(report);
    m_scene = {};
    m_scene.client = client;
    if (m_report != nullptr && m_report->trace) {
        const spf::TraceNode& root = *m_report->trace;
        m_scene.limits = m_report->limits;
        m_scene.decider = words::decidingTerm(root);
        const int order = append({&root, &root, nullptr, -1, 0, 0, {}});
        appendTerms(root, order);
        for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
            item->last = std::max(item->last, static_cast<int>(m_items.rend() - item) - 1);
            if (item->parent >= 0) {
                Item& above = m_items[static_cast<std::size_t>(item->parent)];
                above.last = std::max(above.last, item->last);
            }
        }
    }
    endResetModel();
}

int TraceModel::append(Item item)
{
    const int order = static_cast<int>(m_items.size());
    if (item.parent >= 0) {
        std::vector<int>& siblings = m_items[static_cast<std::size_t>(item.parent)].children;
        item.row = static_cast<int>(siblings.size());
        siblings.push_back(order);
    }
    m_items.push_back(std::move(item));
    return order;
}

void TraceModel::appendTerms(const spf::TraceNode& record, int parent)
{
    for (const spf::TraceNode& term : record.children) {
        const int order = append({&term, &record, nullptr, parent, 0, 0, {}});
        appendLookups(term, order);
        if (const spf::TraceNode* inner = words::recordOf(term)) {
            appendTerms(*inner, order);
        }
    }
}

void TraceModel::appendLookups(const spf::TraceNode& term, int parent)
{
    if (term.dns.size() < 2) {
        return;
    }
    for (const spf::Lookup& lookup : term.dns) {
        append({&term, nullptr, &lookup, parent, 0, 0, {}});
    }
}

int TraceModel::termTotal() const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [](const Item& item) {
        return item.lookup == nullptr && item.node->kind == spf::NodeKind::Term;
    }));
}

void TraceModel::setStep(std::optional<int> step)
{
    if (m_step == step) {
        return;
    }
    m_step = step;
    retranslate();
}

void TraceModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, TermColumn, TimeColumn);
    for (const Item& item : m_items) {
        if (!item.children.empty()) {
            Q_EMIT dataChanged(indexOfOrder(item.children.front()),
                               indexOfOrder(item.children.back()).siblingAtColumn(TimeColumn));
        }
    }
    if (!m_items.empty()) {
        Q_EMIT dataChanged(indexOfOrder(0), indexOfOrder(0).siblingAtColumn(TimeColumn));
    }
}

QModelIndex TraceModel::indexOfOrder(int order) const
{
    if (order < 0 || order >= rowTotal()) {
        return {};
    }
    return createIndex(m_items[static_cast<std::size_t>(order)].row, 0, static_cast<quintptr>(order));
}

QModelIndex TraceModel::decidingIndex() const
{
    for (int order = 0; order < rowTotal(); ++order) {
        const Item& item = m_items[static_cast<std::size_t>(order)];
        if (item.lookup != nullptr) {
            continue;
        }
        const bool isRecordOfTerm = words::recordOf(*item.node) == m_scene.decider;
        if (item.node == m_scene.decider || (isRecordOfTerm && m_scene.decider != nullptr)) {
            return indexOfOrder(order);
        }
    }
    return {};
}

const spf::TraceNode* TraceModel::node(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const Item& item = m_items[index.internalId()];
    return item.lookup == nullptr ? item.node : nullptr;
}

std::vector<const spf::Lookup*> TraceModel::lookups(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return {};
    }
    const Item& item = m_items[index.internalId()];
    return item.lookup != nullptr ? std::vector{item.lookup} : lookupsOf(*item.node);
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const int order =
        parent.isValid() ? m_items[parent.internalId()].children[static_cast<std::size_t>(row)] : 0;
    return createIndex(row, column, static_cast<quintptr>(order));
}

QModelIndex TraceModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOfOrder(m_items[child.internalId()].parent) : QModelIndex();
}

int TraceModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return m_items.empty() ? 0 : 1;
    }
    return parent.column() > 0 ? 0 : static_cast<int>(m_items[parent.internalId()].children.size());
}

int TraceModel::columnCount(const QModelIndex&) const
{
    return TimeColumn + 1;
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const int order = static_cast<int>(index.internalId());
    if (role == OrderRole) {
        return order;
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (!isText && role != RowRole) {
        return role == Qt::TextAlignmentRole && index.column() != TermColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    }
    const TraceRow row = rowOf(order);
    if (role == RowRole) {
        return QVariant::fromValue(row);
    }
    if (index.column() == CountColumn) {
        return row.counter;
    }
    if (index.column() == TimeColumn) {
        return row.time;
    }
    if (role == Qt::AccessibleTextRole) {
        return spoken(row);
    }
    return role == Qt::ToolTipRole ? toolTip(row) : row.term;
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section != TermColumn) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TermColumn:
        return tr("Term and DNS evidence");
    case CountColumn:
        return tr("Terms so far");
    default:
        return tr("Time");
    }
}

bool TraceModel::isUnderWay(int order) const
{
    return m_step && *m_step >= order && *m_step < m_items[static_cast<std::size_t>(order)].last;
}

TraceRow TraceModel::rowOf(int order) const
{
    const Item& item = m_items[static_cast<std::size_t>(order)];
    TraceRow row = item.lookup != nullptr                     ? lookupRow(item)
                   : item.node->kind == spf::NodeKind::Record ? recordRow(item)
                                                              : termRow(item);
    if (isUnderWay(order)) {
        row.counter.clear();
        row.cost.clear();
        row.hasDecided = false;
        if (item.node->kind == spf::NodeKind::Term) {
            row.icon = QStringLiteral("pending");
            row.ink = &Tokens::accent;
            row.sentence = tr("under way …");
            row.sentenceInk = &Tokens::secondaryText;
        }
    }
    return row;
}

TraceRow TraceModel::recordRow(const Item& item) const
{
    const spf::TraceNode& record = *item.node;
    TraceRow row;
    row.icon = QStringLiteral("record");
    row.ink = &Tokens::accent;
    row.term = words::shown(record.domain);
    row.sentence = words::summary(record);
    row.evidence = words::evidence(record);
    row.time = record.dns.empty() ? QString() : words::milliseconds(timeOf(lookupsOf(record)));
    if (record.problem) {
        const spf::Result result = record.result.value_or(spf::Result::PermError);
        row.icon = iconName(result);
        row.ink = result;
        row.sentence = words::message(*record.problem);
        row.sentenceInk = result;
    }
    row.hasDecided = &record == m_scene.decider;
    return row;
}

TraceRow TraceModel::termRow(const Item& item) const
{
    const spf::TraceNode& term = *item.node;
    const std::vector<const spf::Lookup*> lookups = lookupsOf(term);
    TraceRow row;
    row.term = words::shown(term.text);
    row.sentence = words::sentence(term, *item.record, m_scene);
    row.isGrey = term.outcome == spf::Outcome::NotEvaluated;
    row.evidence = row.isGrey && lookups.empty() ? QString() : words::evidence(term);
    row.time = lookups.empty() ? QString() : words::milliseconds(timeOf(lookups));
    if (term.macro && term.macro->from != term.macro->to) {
        row.macro = QStringLiteral("%1 → %2").arg(words::shown(term.macro->from),
                                                  words::shown(dns::presentName(term.macro->to)));
    }
    if (term.ownLookups > 0) {
        row.counter = QString::number(term.lookups);
        row.cost = QStringLiteral("+%1").arg(term.ownLookups);
    }
    row.icon = QStringLiteral("no-match");
    if (term.outcome == spf::Outcome::Match || term.outcome == spf::Outcome::Error) {
        const spf::Result result =
            term.outcome == spf::Outcome::Match ? resultOfMatch(term) : resultOfError(term);
        row.icon = iconName(result);
        row.ink = result;
        row.sentenceInk = result;
    } else if (row.isGrey) {
        row.icon = QStringLiteral("pending");
        row.ink = &Tokens::secondaryText;
    } else if (hasVoid(lookups)) {
        row.icon = QStringLiteral("warning");
        row.ink = &Tokens::warning;
        row.sentenceInk = &Tokens::warning;
    }
    row.hasDecided = &term == m_scene.decider;
    return row;
}

TraceRow TraceModel::lookupRow(const Item& item) const
{
    const spf::Lookup& lookup = *item.lookup;
    TraceRow row;
    row.icon = QStringLiteral("dns");
    row.term = QStringLiteral("%1 %2").arg(words::shown(dns::toString(lookup.question.type)),
                                           words::shown(dns::presentName(lookup.question.name)));
    row.sentence = words::answers(lookup.answer);
    row.evidence = words::provenance(lookup.answer).join(QStringLiteral("  "));
    row.time = words::milliseconds(lookup.answer.elapsed);
    if (lookup.isVoid) {
        row.icon = QStringLiteral("warning");
        row.ink = &Tokens::warning;
        row.sentence = tr("nothing found: void look-up");
        row.sentenceInk = &Tokens::warning;
    }
    return row;
}

} // namespace ui
