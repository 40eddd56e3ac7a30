// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ssh_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct SshWords
{
    Q_DECLARE_TR_FUNCTIONS(SshWords)
};

QString changedKey(const qtio::SshFailure& failure, const QString& host)
{
    const QString sentence =
        SshWords::tr("%1 shows another host key than before (%2). If nobody has set it up anew, somebody may "
                     "be listening in: ask its administrator.")
            .arg(host, failure.hostKey.isEmpty() ? QStringLiteral("?") : failure.hostKey);
    return failure.knownHosts.isEmpty() ? sentence
                                        : sentence + QLatin1Char(' ') +
                                              SshWords::tr("The old key stands in %1, line %2.")
                                                  .arg(failure.knownHosts)
                                                  .arg(failure.knownHostsLine);
}

QString pattern(qtio::SshFailure::Code code)
{
    using Code = qtio::SshFailure::Code;
    switch (code) {
    case Code::NotInstalled:
        return SshWords::tr("There is no ssh on this computer. Install the OpenSSH client.");
    case Code::BadName:
        return SshWords::tr("%1 cannot be the name of a host. Write host, user@host or user@host:port.");
    case Code::UnknownName:
        return SshWords::tr("%1: no host of this name is known. Check the name and ~/.ssh/config.");
    case Code::NoAnswer:
        return SshWords::tr("%1 does not answer. Check address, port, firewall, and jump hosts.");
    case Code::UnknownHostKey:
        return SshWords::tr("The key of %1 is not known yet. Connect once with ssh in a terminal and compare "
                            "the fingerprint.");
    case Code::Authentication:
        return SshWords::tr("%1 lets nobody in with these keys and passwords. Check the user name, and the "
                            "keys of ssh-agent with ssh-add -l.");
    case Code::NoShell:
        return SshWords::tr("%1 let us in but runs no commands for this account.");
    case Code::ChangedHostKey:
    case Code::Other:
        break;
    }
    return SshWords::tr("%1 was not reached.");
}

} // namespace

QString message(const qtio::SshFailure& failure, const QString& host)
{
    if (failure.code == qtio::SshFailure::Code::ChangedHostKey)
        return changedKey(failure, host);
    const QString sentence = pattern(failure.code);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(host) : sentence;
}

QString shortWords(qtio::SshFailure::Code code)
{
    using Code = qtio::SshFailure::Code;
    switch (code) {
    case Code::NotInstalled:
        return SshWords::tr("no ssh here");
    case Code::BadName:
        return SshWords::tr("not a host name");
    case Code::UnknownName:
        return SshWords::tr("unknown name");
    case Code::NoAnswer:
        return SshWords::tr("no answer");
    case Code::UnknownHostKey:
        return SshWords::tr("host key not known");
    case Code::ChangedHostKey:
        return SshWords::tr("host key changed");
    case Code::Authentication:
        return SshWords::tr("not let in");
    case Code::NoShell:
        return SshWords::tr("no commands");
    case Code::Other:
        break;
    }
    return SshWords::tr("not reached");
}

} // namespace words
