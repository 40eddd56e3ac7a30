// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_probe.h"

#include "core/qtio/ssh/ssh_scripts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace qtio {

namespace {

using Fields = QList<QByteArray>;

/// Where config.ini is on IMSVA (SPEC 1.1), and where a stock Postfix has the program beside it.
const QStringList usualConfigs{
    QStringLiteral("/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"),
    QStringLiteral("/etc/postfix/SPFPolicyd/config.ini"),
    QStringLiteral("/etc/spfpolicyd/config.ini"),
};

/// "1763777289.123456789"; a host without nanoseconds prints the letter.
std::chrono::milliseconds timeOf(const QByteArray& date)
{
    const qsizetype dot = date.indexOf('.');
    bool isNumber = false;
    const int thousandths = dot < 0 ? 0 : date.mid(dot + 1, 3).toInt(&isNumber);
    return std::chrono::milliseconds(date.left(dot < 0 ? date.size() : dot).toLongLong() * 1000 +
                                     (isNumber ? thousandths : 500));
}

/// "+0900"
std::chrono::seconds offsetOf(const QByteArray& text)
{
    const int number = text.mid(1).toInt();
    const std::chrono::seconds offset = std::chrono::hours(number / 100) + std::chrono::minutes(number % 100);
    return text.startsWith('-') ? -offset : offset;
}

/// $SSH_CONNECTION: address and port of the client, then of the server.
QString addressOf(const QByteArray& connection)
{
    const Fields words = connection.split(' ');
    if (words.size() != 4) {
        return {};
    }
    const QString address = QString::fromUtf8(words[2]);
    return (address.contains(QLatin1Char(':')) ? QLatin1Char('[') + address + QLatin1Char(']') : address) +
           QLatin1Char(':') + QString::fromUtf8(words[3]);
}

ProbedFile& fileAt(std::vector<ProbedFile>& files, const QString& path)
{
    const auto known = std::ranges::find(files, path, &ProbedFile::path);
    if (known != files.end()) {
        return *known;
    }
    ProbedFile fresh;
    fresh.path = path;
    files.push_back(fresh);
    return files.back();
}

/// who, path, owner, group, mode, size, readable, writable
void addFile(std::vector<ProbedFile>& files, const Fields& values)
{
    ProbedFile& file = fileAt(files, QString::fromUtf8(values[1]));
    file.owner = QString::fromUtf8(values[2]);
    file.group = QString::fromUtf8(values[3]);
    file.mode = values[4].toInt(nullptr, 8);
    file.size = values[5].toLongLong();
    const bool isReadable = values[6] == "1";
    const bool isWritable = values[7] == "1";
    if (values[0] == "sudo") {
        file.isReadableWithSudo = isReadable;
        file.isWritableWithSudo = isWritable;
    } else {
        file.isReadable = isReadable;
        file.isWritable = isWritable;
    }
}

void setSudo(SshProbe& probe, const Fields& values)
{
    if (values[0] == "root") {
        probe.sudo = SshProbe::Sudo::NotNeeded;
    } else if (values[0] == "yes") {
        probe.sudo = SshProbe::Sudo::Possible;
    } else if (values[0] == "no") {
        probe.sudo = SshProbe::Sudo::Refused;
        probe.sudoText = readableSshText(values[1]);
    }
}

/// A group of fields: its name and how many follow.
struct Group
{
    const char* name;
    qsizetype size;
    void (*add)(SshProbe&, const Fields&);
};

const std::array<Group, 6> groups{{
    {"zone", 2,
     [](SshProbe& probe, const Fields& values) {
         probe.utcOffset = offsetOf(values[0]);
         probe.zone = QString::fromUtf8(values[1]);
     }},
    {"user", 2,
     [](SshProbe& probe, const Fields& values) {
         probe.user = QString::fromUtf8(values[0]);
         probe.address = addressOf(values[1]);
     }},
    {"sudo", 2, setSudo},
    {"postfix", 3,
     [](SshProbe& probe, const Fields& values) {
         probe.postfix.push_back(
             {QString::fromUtf8(values[0]), QString::fromUtf8(values[1]), QString::fromUtf8(values[2])});
     }},
    {"config", 8, [](SshProbe& probe, const Fields& values) { addFile(probe.configs, values); }},
    {"log", 8, [](SshProbe& probe, const Fields& values) { addFile(probe.logs, values); }},
}};

SshProbe probeOf(const SshOutcome& outcome)
{
    SshProbe probe;
    probe.roundTrip = outcome.roundTrip;
    const auto ours = std::chrono::milliseconds(outcome.answered.toMSecsSinceEpoch()) -
                      std::chrono::duration_cast<std::chrono::milliseconds>(outcome.roundTrip / 2);
    probe.clockAhead = timeOf(outcome.fields.value(1)) - ours;
    for (qsizetype at = 2; at < outcome.fields.size();) {
        const QByteArray& name = outcome.fields[at];
        const auto group =
            std::ranges::find_if(groups, [&](const Group& known) { return name == known.name; });
        if (group == groups.end() || at + group->size >= outcome.fields.size()) {
            break;
        }
        group->add(probe, outcome.fields.mid(at + 1, group->size));
        at += 1 + group->size;
    }
    return probe;
}

} // namespace

void probeHost(SshClient& client, const ProbeRequest& request, QObject* context, ProbeDone done)
{
    SshTask task{request.host, probeScript(), {lookAtFiles(), request.mayTrySudo ? "1" : "0"}, "\n"};
    QStringList paths = request.configs + usualConfigs;
    paths.removeDuplicates();
    for (const QString& path : std::as_const(paths)) {
        if (path.startsWith(QLatin1Char('/'))) {
            task.arguments << path.toUtf8();
        }
    }
    const QPointer<SshClient> alive(&client);
    client.run(
        task, context, [alive, host = request.host, done = std::move(done)](const SshOutcome& outcome) {
            if (const auto failure = connectionFailure(outcome)) {
                done(tl::unexpected(*failure));
            } else if (!outcome.isWhole) {
                SshFailure cut{SshFailure::Code::NoAnswer, readableSshText(outcome.standardError), {}, {}, 0};
                done(tl::unexpected(cut));
            } else {
                SshProbe probe = probeOf(outcome);
                probe.peer = alive ? alive->peerOf(host) : SshPeer{};
                done(probe);
            }
        });
}

} // namespace qtio
