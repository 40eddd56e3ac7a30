// SPDX-License-Identifier: GPL-3.0-or-later
// Why ssh brought nobody to a host. ssh ends with 255 for everything of its own, so that the reason is read
// from what it prints (OpenSSH's texts are not translated).
#pragma once

#include <QByteArray>
#include <QString>

namespace qtio {

struct SshFailure
{
    enum class Code {
        NotInstalled, ///< there is no ssh on this computer
        BadName,      ///< no name that may be given to ssh
        UnknownName,  ///< no such host
        NoAnswer,     ///< refused, unreachable, or silent for too long
        UnknownHostKey,
        ChangedHostKey, ///< or one that was revoked
        Authentication, ///< no key or password was accepted
        NoShell,        ///< let in, but nothing could be run
        Other
    };
    Code code = Code::Other;
    QString text;       ///< what ssh or the login shell said
    QString hostKey;    ///< ChangedHostKey: fingerprint of what the host sent, "SHA256:..."
    QString knownHosts; ///< ChangedHostKey: file with the other key
    int knownHostsLine = 0;
    friend bool operator==(const SshFailure&, const SshFailure&) = default;
};

/// What ssh tells of a host on its first connection (LogLevel DEBUG1).
struct SshPeer
{
    QString software; ///< "OpenSSH_9.2p1"
    QString keyType;  ///< "ssh-ed25519"
    QString hostKey;  ///< its fingerprint, "SHA256:..."
    friend bool operator==(const SshPeer&, const SshPeer&) = default;
};

[[nodiscard]] SshPeer sshPeerOf(const QByteArray& standardError);

/// ssh's standard error for people: without debug lines, control characters and excess.
[[nodiscard]] QString readableSshText(const QByteArray& standardError);

/// Of a connection that failed; `text` as readableSshText() gives it.
[[nodiscard]] SshFailure sshFailureOf(const QString& text);

} // namespace qtio
