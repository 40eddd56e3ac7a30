// SPDX-License-Identifier: GPL-3.0-or-later
// A first look at a host: who we are there, where config.ini, Postfix and the maillog are and what may be
// done with them, and whether its clock agrees with ours. One call of ssh; nothing is changed.
#pragma once

#include "core/qtio/ssh/ssh_client.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <vector>

namespace qtio {

struct ProbeRequest
{
    QString host;           ///< as in FilePlace
    QStringList configs;    ///< looked for before the usual places (SPEC 1.1)
    bool mayTrySudo = true; ///< a sudo that refuses may write to root about it
};

struct ProbedFile
{
    QString path;
    QString owner;
    QString group;
    int mode = 0;
    qint64 size = 0;
    bool isReadable = false;
    bool isWritable = false;
    bool isReadableWithSudo = false;
    bool isWritableWithSudo = false;
    friend bool operator==(const ProbedFile&, const ProbedFile&) = default;
};

struct ProbedPostfix
{
    QString command; ///< postconf
    QString folder;  ///< config_directory
    QString version;
    friend bool operator==(const ProbedPostfix&, const ProbedPostfix&) = default;
};

struct SshProbe
{
    enum class Sudo {
        NotTried,
        NotNeeded, ///< it is root who was let in
        Possible,  ///< without a password
        Refused
    };
    QString user;
    QString address; ///< of the host, as it sees itself: "203.0.113.25:22", "[2001:db8::25]:22"
    SshPeer peer;
    std::chrono::microseconds roundTrip{0};
    Sudo sudo = Sudo::NotTried;
    QString sudoText; ///< what a refusing sudo said
    std::vector<ProbedFile> configs;
    std::vector<ProbedFile> logs;
    std::vector<ProbedPostfix> postfix;
    std::chrono::milliseconds clockAhead{0}; ///< of ours; exact to about the round trip
    std::chrono::seconds utcOffset{0};
    QString zone; ///< its short name there, "JST"
};

using ProbeDone = std::function<void(const tl::expected<SshProbe, SshFailure>&)>;

void probeHost(SshClient& client, const ProbeRequest& request, QObject* context, ProbeDone done);

} // namespace qtio
