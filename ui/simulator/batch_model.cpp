// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_model.h"

#include "ui/common/badge.h"
#include "ui/common/table_view.h"
#include "ui/words/cli_words.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"
#include "ui/words/verdict_words.h"

#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace ui {

namespace {

BatchColumn columnOf(const QModelIndex& index)
{
    return static_cast<BatchColumn>(index.column());
}

bool isNumber(BatchColumn column)
{
    return column == BatchColumn::Number || column == BatchColumn::Lookups || column == BatchColumn::Time;
}

/// Changes with a result.
bool isOfOutcome(BatchColumn column)
{
    return column > BatchColumn::Helo;
}

} // namespace

BatchModel::BatchModel(QObject* parent) : QAbstractTableModel(parent) {}

void BatchModel::setMails(std::shared_ptr<const std::vector<qtio::MailRow>> mails)
{
    beginResetModel();
    m_results.mails = std::move(mails);
    m_counts[static_cast<std::size_t>(BatchKind::Unreadable)] = static_cast<std::size_t>(
        std::ranges::count_if(*m_results.mails, [](const qtio::MailRow& row) { return !row.request; }));
    forgetOutcomes();
    rebuild();
    endResetModel();
}

void BatchModel::clearOutcomes()
{
    if (m_filter.isActive()) {
        setMails(m_results.mails);
        return;
    }
    forgetOutcomes();
    settleOrder();
    retranslate();
}

void BatchModel::forgetOutcomes()
{
    const std::size_t unreadable = count(BatchKind::Unreadable);
    m_results.outcomes.assign(m_results.size(), nullptr);
    m_counts.fill(0);
    m_counts[static_cast<std::size_t>(BatchKind::Unreadable)] = unreadable;
    m_isStale = false;
    m_arrivals.clear();
}

void BatchModel::setOutcome(std::size_t row, const qtio::BatchOutcome& outcome)
{
    m_results.outcomes[row] = outcome;
    ++m_counts[static_cast<std::size_t>(*m_results.kind(row))];
    m_arrivals.push_back(row);
}

void BatchModel::flush()
{
    int first = rowCount();
    int last = -1;
    std::vector<std::uint32_t> entering;
    for (const std::size_t row : std::exchange(m_arrivals, {})) {
        if (const int place = m_places[row]; place >= 0) {
            first = std::min(first, place);
            last = std::max(last, place);
        } else if (passes(m_results, row, m_filter)) {
            entering.push_back(static_cast<std::uint32_t>(row));
        }
    }
    if (last >= 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, batchColumnCount - 1));
    }
    if (!entering.empty()) {
        const int place = rowCount();
        beginInsertRows({}, place, place + static_cast<int>(entering.size()) - 1);
        for (const std::uint32_t row : entering) {
            m_places[row] = static_cast<std::int32_t>(m_shown.size());
            m_shown.push_back(row);
        }
        endInsertRows();
    }
}

void BatchModel::settleOrder()
{
    // Rows that passed the filter late stand at the end.
    if (isOfOutcome(m_sortColumn) || m_filter.isActive()) {
        resort();
    }
}

/// The selection stays with its mails.
void BatchModel::resort()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> rows;
    for (const QModelIndex& index : before) {
        rows.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    }
    rebuild();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.append(index(m_places[rows[static_cast<std::size_t>(i)]], before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void BatchModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = static_cast<BatchColumn>(column);
    m_sortOrder = order;
    resort();
}

void BatchModel::setFilter(const BatchFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void BatchModel::rebuild()
{
    if (m_filter.isActive()) {
        m_shown = filteredRows(m_results, m_filter);
    } else {
        m_shown.resize(m_results.size());
        std::iota(m_shown.begin(), m_shown.end(), 0U);
    }
    if (m_sortColumn != BatchColumn::Number || m_sortOrder != Qt::AscendingOrder) {
        sortRows(m_results, m_sortColumn, m_sortOrder, m_shown);
    }
    m_places.assign(m_results.size(), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place) {
        m_places[m_shown[place]] = static_cast<std::int32_t>(place);
    }
}

void BatchModel::setStale(bool isStale)
{
    if (isStale != m_isStale) {
        m_isStale = isStale;
        retranslate();
    }
}

void BatchModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, batchColumnCount - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, batchColumnCount - 1));
    }
}

std::size_t BatchModel::checkedCount() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::size_t(0)) - count(BatchKind::Unreadable);
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : batchColumnCount;
}

QVariant BatchModel::display(std::size_t row, BatchColumn column) const
{
    const qtio::MailRow& mail = m_results.mail(row);
    if (column == BatchColumn::Number) {
        return QLocale().toString(static_cast<qulonglong>(mail.number));
    }
    if (!mail.request) {
        return column == BatchColumn::Client   ? mail.request.error().text.simplified()
               : column == BatchColumn::Sender ? words::message(mail.request.error())
                                               : QString();
    }
    const qtio::CheckOutcome* outcome = m_results.outcomes[row].get();
    const spf::Report* report = m_results.report(row);
    switch (column) {
    case BatchColumn::Number:
        break;
    case BatchColumn::Client:
        return words::shown(mail.request->clientAddress);
    case BatchColumn::Sender:
        return mail.request->sender.empty() ? QStringLiteral("<>") : words::shown(mail.request->sender);
    case BatchColumn::Helo:
        return words::shown(mail.request->heloName);
    case BatchColumn::Result:
        return outcome == nullptr         ? QString()
               : outcome->decision.result ? words::word(*outcome->decision.result)
                                          : QStringLiteral("–");
    case BatchColumn::Action:
        return outcome != nullptr ? words::word(outcome->decision.action) : QString();
    case BatchColumn::Term:
        return words::shown(m_results.term(row));
    case BatchColumn::Rule:
        return outcome != nullptr ? words::shown(outcome->decision.rule) : QString();
    case BatchColumn::Lookups:
        return report != nullptr ? QString::number(report->lookups) : QString();
    case BatchColumn::Time:
        return report != nullptr ? words::milliseconds(report->elapsed) : QString();
    }
    return {};
}

QVariant BatchModel::toolTip(std::size_t row, BatchColumn column) const
{
    const qtio::MailRow& mail = m_results.mail(row);
    if (!mail.request) {
        const QString sentence = words::message(mail.request.error());
        return mail.line > 0 ? tr("Line %1: %2").arg(QLocale().toString(qulonglong(mail.line)), sentence)
                             : sentence;
    }
    const qtio::CheckOutcome* outcome = m_results.outcomes[row].get();
    if (outcome == nullptr) {
        return {};
    }
    if (column == BatchColumn::Action || column == BatchColumn::Rule) {
        return words::reason(outcome->decision);
    }
    const spf::Report* report = m_results.report(row);
    if (report == nullptr || (column != BatchColumn::Result && column != BatchColumn::Term)) {
        return {};
    }
    QStringList lines{words::verdict(*report, outcome->decision.identity, outcome->request.clientAddress)};
    if (report->problem) {
        lines.append(words::message(*report->problem));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant BatchModel::badge(std::size_t row, BatchColumn column) const
{
    const qtio::CheckOutcome* outcome = m_results.outcomes[row].get();
    const bool isResult = column == BatchColumn::Result;
    if (outcome == nullptr || (isResult && !outcome->decision.result)) {
        return {};
    }
    const BadgeSpec spec =
        isResult ? BadgeSpec::of(*outcome->decision.result) : BadgeSpec::of(outcome->decision.action);
    return QVariant::fromValue(
        m_isStale ? BadgeSpec::of(spec.text(), &Tokens::secondaryText, spec.parts.front().icon) : spec);
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const std::size_t row = m_shown[static_cast<std::size_t>(index.row())];
    const BatchColumn column = columnOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ErrorRole:
        return m_results.mail(row).request ? QVariant() : words::message(m_results.mail(row).request.error());
    case BadgeDelegate::SpecRole:
        return column == BatchColumn::Result || column == BatchColumn::Action ? badge(row, column)
                                                                              : QVariant();
    case CellDelegate::MonoRole:
        return column == BatchColumn::Client || column == BatchColumn::Term || column == BatchColumn::Rule ||
               column == BatchColumn::Time;
    case CellDelegate::SecondaryRole:
        return column == BatchColumn::Number || column == BatchColumn::Rule || !m_results.mail(row).request ||
               (m_isStale && isOfOutcome(column));
    case CellDelegate::ElideRole:
        return static_cast<int>(column <= BatchColumn::Helo ? Qt::ElideLeft : Qt::ElideRight);
    default:
        return {};
    }
}

QString BatchModel::headerText(BatchColumn column) const
{
    switch (column) {
    case BatchColumn::Number:
        return QStringLiteral("#");
    case BatchColumn::Client:
        return tr("Client IP");
    case BatchColumn::Sender:
        return tr("Envelope sender");
    case BatchColumn::Helo:
        return QStringLiteral("HELO");
    case BatchColumn::Result:
        return tr("Result");
    case BatchColumn::Action:
        return tr("Action");
    case BatchColumn::Term:
        return tr("Decided by");
    case BatchColumn::Rule:
        return tr("Rule");
    case BatchColumn::Lookups:
        return tr("Look-ups");
    case BatchColumn::Time:
        break;
    }
    return tr("Time");
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<BatchColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return headerText(column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return column == BatchColumn::Lookups ? QVariant(tr("DNS look-up terms, of 10 that are allowed"))
                                              : QVariant();
    default:
        return {};
    }
}

} // namespace ui
