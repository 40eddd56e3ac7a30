// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_failure.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <utility>

namespace qtio {

namespace {

using Code = SshFailure::Code;

constexpr qsizetype longestText = 2000;

bool isDebugLine(const QString& line)
{
    static const QRegularExpression debug(
        QStringLiteral("^(debug[123]:|OpenSSH_|Authenticated to |Transferred: |Bytes per second)"));
    return debug.match(line).hasMatch();
}

/// Terminal colours and the like; tabs become blanks.
QString withoutControls(QString line)
{
    static const QRegularExpression sequence(QStringLiteral("\x1b\\[[0-9;?]*[ -/]*[@-~]"));
    line.remove(sequence);
    QString clean;
    for (const QChar c : std::as_const(line)) {
        if (c == QLatin1Char('\t')) {
            clean += QLatin1Char(' ');
        } else if (c.isPrint() || c.isSurrogate()) {
            clean += c;
        }
    }
    return clean.trimmed();
}

Code codeOf(const QString& text)
{
    static const std::array<std::pair<QLatin1String, Code>, 20> signs{{
        {QLatin1String("HOST IDENTIFICATION HAS CHANGED"), Code::ChangedHostKey},
        {QLatin1String("REVOKED HOST KEY DETECTED"), Code::ChangedHostKey},
        {QLatin1String("has changed and you have requested strict checking"), Code::ChangedHostKey},
        {QLatin1String("host key is known for"), Code::UnknownHostKey},
        {QLatin1String("Host key verification failed"), Code::UnknownHostKey},
        {QLatin1String("Could not resolve hostname"), Code::UnknownName},
        {QLatin1String("hostname contains invalid characters"), Code::BadName},
        {QLatin1String("Permission denied ("), Code::Authentication},
        {QLatin1String("Permission denied, please"), Code::Authentication},
        {QLatin1String("Too many authentication failures"), Code::Authentication},
        {QLatin1String("Connection refused"), Code::NoAnswer},
        {QLatin1String("timed out"), Code::NoAnswer},
        {QLatin1String("not responding"), Code::NoAnswer},
        {QLatin1String("No route to host"), Code::NoAnswer},
        {QLatin1String("is unreachable"), Code::NoAnswer},
        {QLatin1String("Connection closed by"), Code::NoAnswer},
        {QLatin1String("Connection reset by"), Code::NoAnswer},
        {QLatin1String("closed by remote host"), Code::NoAnswer},
        {QLatin1String("Broken pipe"), Code::NoAnswer},
        {QLatin1String("stdio forwarding failed"), Code::NoAnswer}, // of a jump host
    }};
    for (const auto& [sign, code] : signs) {
        if (text.contains(sign)) {
            return code;
        }
    }
    return Code::Other;
}

} // namespace

SshPeer sshPeerOf(const QByteArray& standardError)
{
    static const QRegularExpression software(QStringLiteral("remote software version (\\S+)"));
    static const QRegularExpression key(QStringLiteral("debug1: Server host key: (\\S+) (SHA256:\\S+)"));
    const QString text = QString::fromUtf8(standardError);
    const auto found = key.match(text);
    return {software.match(text).captured(1), found.captured(1), found.captured(2)};
}

QString readableSshText(const QByteArray& standardError)
{
    // Before somebody is let in, what follows the last debug line is the error, and a banner stands before
    // it; afterwards it is the host that speaks.
    QStringList all;
    QStringList last;
    bool isIn = false;
    for (const QString& line : QString::fromUtf8(standardError).split(QLatin1Char('\n'))) {
        const QString text = withoutControls(line);
        if (isDebugLine(text)) {
            last.clear();
            if (text.startsWith(QLatin1String("Authenticated to "))) {
                isIn = true;
                all.clear();
            }
        } else if (!text.isEmpty() && !text.startsWith(QLatin1String("** "))) { // advice of newer versions
            all << text;
            last << text;
        }
    }
    return (isIn || last.isEmpty() ? all : last).join(QLatin1Char('\n')).right(longestText);
}

SshFailure sshFailureOf(const QString& text)
{
    SshFailure failure{codeOf(text), text, {}, {}, 0};
    if (failure.code == Code::ChangedHostKey) {
        static const QRegularExpression sent(QStringLiteral("(SHA256:[A-Za-z0-9+/=]+)"));
        static const QRegularExpression known(QStringLiteral("(?:Offending .*key in|in) (/.*):(\\d+)"));
        failure.hostKey = sent.match(text).captured(1);
        const auto place = known.match(text);
        failure.knownHosts = place.captured(1);
        failure.knownHostsLine = place.captured(2).toInt();
    }
    return failure;
}

} // namespace qtio
