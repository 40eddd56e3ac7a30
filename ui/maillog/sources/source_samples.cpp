// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_samples.h"

#include "core/maillog/event.h"
#include "core/maillog/timestamp.h"

#include <array>

namespace ui {

namespace {

constexpr quint64 lookedAt = 4 * 1024 * 1024; ///< of the end of each log
constexpr qsizetype longestLine = 2000;

enum class Worth { Unreadable, MentionsSpf, Read, Nothing };

Worth worthOf(const QByteArray& bytes)
{
    const std::string_view line(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto stamp = maillog::parseStamp(line);
    const auto policy =
        maillog::parsePolicyLine(stamp ? line.substr(stamp->length) : line, stamp && stamp->isSyslogProtocol);
    std::string scratch;
    const maillog::LineKind kind =
        policy ? maillog::parseEvent(*policy, scratch).kind : maillog::LineKind::Other;
    switch (kind) {
    case maillog::LineKind::Unreadable:
        return Worth::Unreadable;
    case maillog::LineKind::Check:
    case maillog::LineKind::Detail:
    case maillog::LineKind::Skip:
        return Worth::Read;
    default:
        break;
    }
    return bytes.toLower().contains("spf") ? Worth::MentionsSpf : Worth::Nothing;
}

} // namespace

QStringList sampleLines(const OpenLogs& logs, qsizetype most)
{
    std::array<QStringList, 3> found;
    for (std::size_t i = 0; i < logs.logs.sources.size(); ++i) {
        const auto source = static_cast<std::uint16_t>(i);
        const quint64 size = logs.logs.log->counts(source).bytes;
        const quint64 from = size > lookedAt ? size - lookedAt : 0;
        QList<QByteArray> lines = logs.text(source, from, static_cast<quint32>(size - from)).split('\n');
        if (from > 0) {
            lines.removeFirst(); // only the rest of a line
        }
        for (const QByteArray& line : lines) {
            const Worth worth = worthOf(line);
            if (worth != Worth::Nothing && found.at(static_cast<std::size_t>(worth)).size() < most) {
                found.at(static_cast<std::size_t>(worth)).append(QString::fromUtf8(line.left(longestLine)));
            }
        }
    }
    return (found[0] + found[1] + found[2]).mid(0, most);
}

} // namespace ui
