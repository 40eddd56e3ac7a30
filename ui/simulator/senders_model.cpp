// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/senders_model.h"

#include "core/spf/providers.h"
#include "ui/common/badge.h"
#include "ui/common/table_view.h"
#include "ui/words/outline_words.h"
#include "ui/words/trace_words.h"

#include <algorithm>

namespace ui {

namespace {

/// Whose service it is, and the way without the domain all have in common; a network is not said twice, a
/// host is named.
QString originOf(const spf::SenderNetwork& network)
{
    std::vector<std::string> path(network.path.begin() + 1, network.path.end());
    const std::string& host = network.network.host;
    if (host.empty()) {
        path.back().erase(std::min(path.back().find(':'), path.back().size()));
    }
    const std::string_view provider = spf::providerOn(network.path);
    return (provider.empty() ? QString() : words::shown(provider) + QStringLiteral(" · ")) +
           words::way(path) + (host.empty() ? QString() : QStringLiteral(" (%1)").arg(words::shown(host)));
}

/// Foreign text: escaped, as a tooltip takes it for rich text.
QString toolTipOf(const spf::SenderNetwork& network)
{
    QStringList lines{words::way(network.path), words::shown(network.network.host),
                      words::shown(spf::providerOn(network.path))};
    lines.removeAll(QString());
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>")
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped());
}

BadgeSpec badgeOf(const spf::SenderNetwork& network)
{
    return network.goesOnAt
               ? BadgeSpec::of(words::effect(network), &Tokens::secondaryText, QStringLiteral("no-match"))
               : BadgeSpec::of(spf::resultOf(network.qualifier));
}

} // namespace

SendersModel::SendersModel(QObject* parent) : QAbstractTableModel(parent) {}

void SendersModel::setOutcome(SendersOutcomePtr outcome)
{
    beginResetModel();
    m_outcome = std::move(outcome);
    m_operators.clear();
    endResetModel();
}

void SendersModel::setOperators(Operators operators)
{
    m_operators = std::move(operators);
    retranslate();
}

void SendersModel::setStale(bool isStale)
{
    if (m_isStale != isStale) {
        m_isStale = isStale;
        retranslate();
    }
}

const spf::SenderNetwork& SendersModel::network(int row) const
{
    return m_outcome->senders.networks.at(static_cast<std::size_t>(row));
}

bool SendersModel::isUsed(Column column) const
{
    switch (column) {
    case Effect:
        return m_outcome != nullptr &&
               !std::ranges::all_of(m_outcome->senders.networks, &spf::SenderNetwork::mayPass);
    case Notes:
        return m_outcome != nullptr && std::ranges::any_of(m_outcome->senders.networks, [](const auto& one) {
                   return !one.notes.empty();
               });
    case Operator:
        return !m_operators.empty();
    default:
        return true;
    }
}

void SendersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    }
}

int SendersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_outcome == nullptr ? 0
                                                    : static_cast<int>(m_outcome->senders.networks.size());
}

int SendersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString SendersModel::text(int row, Column column) const
{
    const spf::SenderNetwork& one = network(row);
    switch (column) {
    case Network:
        return words::shown(one.network.network.toString());
    case Size:
        return words::size(one.network.network);
    case Effect:
        return words::effect(one);
    case From:
        return originOf(one);
    case Notes:
        return words::notes(one, m_outcome->senders).join(QStringLiteral("; "));
    case Operator:
    case columnTotal:
        break;
    }
    const auto at = static_cast<std::size_t>(row);
    const bool isKnown = at < m_operators.size() && m_operators[at].has_value();
    return isKnown ? words::operatorText(m_operators[at]->asNumber, m_operators[at]->name) : QString();
}

QVariant SendersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == From ? QVariant(toolTipOf(network(index.row()))) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case CellDelegate::MonoRole:
        return column == Network;
    case CellDelegate::SecondaryRole:
        return m_isStale || (column != Network && column != Size);
    case BadgeDelegate::SpecRole:
        // What passes is the rule here: only the exceptions are marked.
        return column == Effect && !network(index.row()).mayPass()
                   ? QVariant::fromValue(badgeOf(network(index.row())))
                   : QVariant();
    default:
        return {};
    }
}

QVariant SendersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == Size) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Network:
        return tr("Network");
    case Size:
        return tr("Addresses");
    case Effect:
        return tr("Result");
    case From:
        return tr("From");
    case Notes:
        return tr("Notes");
    case Operator:
    case columnTotal:
        break;
    }
    return tr("Operator");
}

SendersFilter::SendersFilter(SendersModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
}

void SendersFilter::setPlace(std::vector<std::size_t> place)
{
    m_place = std::move(place);
    invalidateFilter();
}

void SendersFilter::setAddress(const std::optional<net::IpAddress>& address)
{
    m_address = address;
    invalidateFilter();
}

bool SendersFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const spf::SenderNetwork& one = m_model.network(sourceRow);
    const bool isBelow =
        m_place.size() <= one.place.size() && std::equal(m_place.begin(), m_place.end(), one.place.begin());
    return isBelow && (!m_address || one.network.network.contains(*m_address));
}

} // namespace ui
