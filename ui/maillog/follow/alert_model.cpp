// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/alert_model.h"

#include "ui/common/table_view.h"

#include <QLocale>

namespace ui {

AlertModel::AlertModel(std::vector<maillog::AlertRule> rules, QObject* parent)
    : QAbstractTableModel(parent), m_rules(std::move(rules)), m_replays(m_rules.size())
{
}

int AlertModel::add(const maillog::AlertRule& rule)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rules.push_back(rule);
    m_replays.emplace_back();
    endInsertRows();
    return row;
}

void AlertModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rules.erase(m_rules.begin() + row);
    m_replays.erase(m_replays.begin() + row);
    endRemoveRows();
}

void AlertModel::setRule(int row, const maillog::AlertRule& rule)
{
    m_rules.at(static_cast<std::size_t>(row)) = rule;
    Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
}

void AlertModel::setReplay(int row, std::optional<std::size_t> fired)
{
    m_replays.at(static_cast<std::size_t>(row)) = fired;
    Q_EMIT dataChanged(index(row, Replay), index(row, Replay));
}

void AlertModel::setHasLog(bool hasLog)
{
    m_hasLog = hasLog;
}

int AlertModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int AlertModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString AlertModel::replayText(int row) const
{
    if (!m_hasLog) {
        return QStringLiteral("–");
    }
    const auto& fired = m_replays.at(static_cast<std::size_t>(row));
    return fired ? tr("%Ln time(s)", nullptr, static_cast<int>(*fired)) : QStringLiteral("…");
}

QVariant AlertModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const maillog::AlertRule& rule = m_rules.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Rule     ? sentenceOf(rule)
               : index.column() == Replay ? replayText(index.row())
                                          : QString();
    case Qt::AccessibleTextRole:
        return index.column() == On ? QVariant(rule.isOn ? tr("on") : tr("off")) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(rule.isOn ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Replay ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellDelegate::SecondaryRole:
        return !rule.isOn;
    default:
        return {};
    }
}

bool AlertModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != On) {
        return false;
    }
    m_rules.at(static_cast<std::size_t>(index.row())).isOn = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index.siblingAtColumn(columnTotal - 1));
    return true;
}

Qt::ItemFlags AlertModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == On ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == Replay ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == On ? tr("On") : section == Rule ? tr("Notify me at") : tr("In the log that is open");
}

} // namespace ui
