// SPDX-License-Identifier: GPL-3.0-or-later
// A real sshd on the loopback interface for this user, with keys, known_hosts and an ssh config of its own.
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

#include <sys/types.h>

namespace test {

class SshServer
{
public:
    SshServer() = default;
    SshServer(const SshServer&) = delete;
    SshServer& operator=(const SshServer&) = delete;
    ~SshServer();

    /// Nothing when a server can run here, else why not.
    [[nodiscard]] static QString whyNot();

    /// `login` is a shell script run in place of each command, which it finds in $SSH_ORIGINAL_COMMAND.
    /// A server that was stopped comes back on its port. False when it does not listen.
    [[nodiscard]] bool start(const QByteArray& login = {});
    /// Also for what is going on.
    void setLogin(const QByteArray& login);
    /// Ends the server and every session, as a host does that is switched off.
    void stop();

    /// For the ssh program. Hosts of its config: "mx" is this server; "stranger" the same one with an
    /// unknown host key, "changed" with another one, "outsider" with a key it does not let in;
    /// "closed" a port that nobody listens on.
    [[nodiscard]] QStringList sshArguments() const;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

    [[nodiscard]] int port() const { return m_port; }

    /// Of the server: its sessions, and what runs in them.
    [[nodiscard]] std::vector<pid_t> descendants() const;

private:
    [[nodiscard]] bool makeFiles();

    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

} // namespace test
