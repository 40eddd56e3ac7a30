// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_model.h"

#include "core/qtio/ssh/ssh_command.h"
#include "ui/words/ssh_words.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace ui {

HostModel::HostModel(const HostBook& book, QObject* parent) : QAbstractListModel(parent), m_book(book)
{
    reload();
}

int HostModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void HostModel::addGroup(const QString& name, std::vector<Row> hosts)
{
    std::erase_if(hosts, [this](const Row& row) {
        return !row.name.contains(m_filter, Qt::CaseInsensitive) &&
               !row.destination.contains(m_filter, Qt::CaseInsensitive);
    });
    if (hosts.empty())
        return;
    m_rows.push_back({.name = name, .destination = {}, .detail = {}});
    std::ranges::move(hosts, std::back_inserter(m_rows));
}

void HostModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const qtio::HostRole role :
         {qtio::HostRole::Production, qtio::HostRole::Staging, qtio::HostRole::Test}) {
        std::vector<Row> rows;
        for (const qtio::SshHost& host : m_book.saved()) {
            if (host.role == role)
                rows.push_back({host.name, host.destination,
                                host.name == host.destination ? host.configPath : host.destination, role});
        }
        addGroup(nameOf(role), std::move(rows));
    }
    std::vector<Row> others;
    for (const qtio::SshConfigHost& host : m_book.others()) {
        const QString name = host.hostName.isEmpty() ? host.alias : host.hostName;
        const QString account = host.user.isEmpty() ? name : host.user + QLatin1Char('@') + name;
        others.push_back({host.alias, host.alias,
                          host.port == 0 ? account : QStringLiteral("%1:%2").arg(account).arg(host.port)});
    }
    addGroup(tr("From ~/.ssh/config"), std::move(others));
    const QString typed = m_filter.trimmed();
    if (!typed.isEmpty() && rowOf(typed) < 0 && qtio::SshDestination::parse(typed))
        addGroup(tr("Not saved"), {{typed, typed, tr("as typed")}});
    endResetModel();
}

void HostModel::setFilter(const QString& filter)
{
    m_filter = filter.trimmed();
    reload();
}

void HostModel::setState(const QString& destination, HostState state)
{
    m_states[destination] = std::move(state);
    if (const int row = rowOf(destination); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

const HostState* HostModel::state(const QString& destination) const
{
    const auto found = m_states.find(destination);
    return found == m_states.end() ? nullptr : &found->second;
}

int HostModel::rowOf(const QString& destination) const
{
    const auto found = std::ranges::find(m_rows, destination, &Row::destination);
    return found == m_rows.end() || found->isGroup() ? -1 : static_cast<int>(found - m_rows.begin());
}

int HostModel::firstHost() const
{
    const auto found = std::ranges::find_if(m_rows, [](const Row& row) { return !row.isGroup(); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

Qt::ItemFlags HostModel::flags(const QModelIndex& index) const
{
    return index.data(IsGroupRole).toBool() ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

QVariant HostModel::data(const QModelIndex& index, int role) const
{
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return row.isGroup() ? row.name
                             : QStringLiteral("%1, %2, %3")
                                   .arg(row.name, row.detail, stateData(row, StateRole).toString());
    case IsGroupRole:
        return row.isGroup();
    case DestinationRole:
        return row.destination;
    case DetailRole:
        return row.detail;
    case RoleRole:
        return row.role ? QVariant(static_cast<int>(*row.role)) : QVariant();
    default:
        return stateData(row, role);
    }
}

QVariant HostModel::stateData(const Row& row, int role) const
{
    struct Shown
    {
        QString words;
        const char* icon;
        Level level;
    };

    if (row.isGroup())
        return {};
    const HostState* known = state(row.destination);
    Shown shown{tr("not tried"), "no-match", Level::Info};
    if (known != nullptr && known->isRunning)
        shown = {tr("connecting..."), "running", Level::Info};
    else if (known != nullptr && known->answer && *known->answer)
        shown = {tr("connected, %1 ms")
                     .arg(QLocale().toString(
                         std::chrono::duration_cast<std::chrono::milliseconds>((*known->answer)->roundTrip)
                             .count())),
                 "ok", Level::Good};
    else if (known != nullptr && known->answer)
        shown = {words::shortWords(known->answer->error().code), "error", Level::Error};
    switch (role) {
    case StateRole:
        return shown.words;
    case StateIconRole:
        return QLatin1String(shown.icon);
    case StateLevelRole:
        return static_cast<int>(shown.level);
    default:
        return {};
    }
}

} // namespace ui
