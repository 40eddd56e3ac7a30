// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts the user works with: saved ones with their role, and those ssh's own config names. A host nobody
// has said anything about is production.
#pragma once

#include "core/qtio/ssh/ssh_hosts.h"
#include "ui/common/host_look.h"

#include <QObject>

#include <optional>

class QSettings;

namespace ui {

[[nodiscard]] QString nameOf(qtio::HostRole role); ///< "Production"
[[nodiscard]] Ink inkOf(qtio::HostRole role);

class HostBook final : public QObject
{
    Q_OBJECT
public:
    using ConfigHosts = std::function<std::vector<qtio::SshConfigHost>()>;

    explicit HostBook(QSettings& settings, ConfigHosts configHosts = &qtio::hostsOfUserSshConfig,
                      QObject* parent = nullptr);

    [[nodiscard]] const std::vector<qtio::SshHost>& saved() const { return m_saved; }

    /// Of ssh's config, without those that are saved.
    [[nodiscard]] std::vector<qtio::SshConfigHost> others() const;
    /// Of both, as ssh takes them.
    [[nodiscard]] QStringList destinations() const;
    [[nodiscard]] const qtio::SshHost* find(const QString& destination) const;
    /// As saved, else as it is thought of a host nobody has saved.
    [[nodiscard]] qtio::SshHost hostFor(const QString& destination) const;

    /// In place of the one with the destination `replaced`, or as a new one.
    void save(const qtio::SshHost& host, const QString& replaced = {});
    void remove(const QString& destination);

    [[nodiscard]] HostLook lookOf(const qtio::FilePlace& place) const;

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings& m_settings;
    ConfigHosts m_configHosts;
    std::vector<qtio::SshHost> m_saved;
};

} // namespace ui
