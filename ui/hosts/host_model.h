// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts to choose from, in groups: saved ones by their role, those of ssh's config, and what is typed.
#pragma once

#include "core/qtio/ssh/ssh_probe.h"
#include "ui/common/level.h"
#include "ui/hosts/host_book.h"

#include <QAbstractListModel>

#include <map>

namespace ui {

/// What is known of a host in this dialog.
struct HostState
{
    bool isRunning = false;
    std::optional<tl::expected<qtio::SshProbe, qtio::SshFailure>> answer;
};

class HostModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IsGroupRole = Qt::UserRole + 150,
        DestinationRole,
        DetailRole,     ///< second line
        RoleRole,       ///< int of HostRole; none for hosts that are not saved
        StateRole,      ///< words: "connected, 34 ms"
        StateIconRole,  ///< name of its drawing
        StateLevelRole, ///< int of Level
    };

    explicit HostModel(const HostBook& book, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Names, destinations; a text that is a destination of its own becomes a row.
    void setFilter(const QString& filter);
    void reload();
    void setState(const QString& destination, HostState state);
    [[nodiscard]] const HostState* state(const QString& destination) const;
    [[nodiscard]] int rowOf(const QString& destination) const; ///< -1 when it is not shown
    [[nodiscard]] int firstHost() const;                       ///< -1 without any

private:
    struct Row
    {
        QString name; ///< of the group, where there is no destination
        QString destination;
        QString detail;
        std::optional<qtio::HostRole> role = std::nullopt;

        [[nodiscard]] bool isGroup() const { return destination.isEmpty(); }
    };

    void addGroup(const QString& name, std::vector<Row> hosts);
    [[nodiscard]] QVariant stateData(const Row& row, int role) const;

    const HostBook& m_book;
    QString m_filter;
    std::vector<Row> m_rows;
    std::map<QString, HostState> m_states;
};

} // namespace ui
