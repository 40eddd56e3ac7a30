// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts somebody works with: those kept by the program (no secret among it) and those ssh's own config
// names. What is not known to be otherwise is production.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QSettings;

namespace qtio {

enum class HostRole { Production, Staging, Test };

struct SshHost
{
    QString name;        ///< as it is shown
    QString destination; ///< as ssh takes it (SshDestination)
    HostRole role = HostRole::Production;
    bool usesSudo = false;
    QString configPath; ///< of its config.ini; empty when none was chosen yet
    friend bool operator==(const SshHost&, const SshHost&) = default;
};

/// From an array of the settings; entries that mean no host are left out.
[[nodiscard]] std::vector<SshHost> readSshHosts(QSettings& settings, const QString& array);
void writeSshHosts(QSettings& settings, const QString& array, const std::vector<SshHost>& hosts);

/// A name of ssh's config, with what its block says about it.
struct SshConfigHost
{
    QString alias;
    QString hostName; ///< these may be empty
    QString user;
    int port = 0;
    friend bool operator==(const SshConfigHost&, const SshConfigHost&) = default;
};

/// The texts of the files that match an absolute path with wildcards.
using SshConfigReader = std::function<QStringList(const QString& pattern)>;

/// Names without wildcards, each once, in their order. `Include` is followed one level; relative names of
/// files are below `sshFolder`.
[[nodiscard]] std::vector<SshConfigHost> hostsOfSshConfig(const QString& text, const QString& sshFolder,
                                                          const SshConfigReader& reader);

/// Those of ~/.ssh/config.
[[nodiscard]] std::vector<SshConfigHost> hostsOfUserSshConfig();

} // namespace qtio
