// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/message_lines.h"

#include "core/maillog/log_line.h"
#include "core/maillog/message_records.h"

#include <QStringDecoder>

#include <algorithm>

namespace ui {

namespace {

constexpr std::int64_t neighbourTime = 3'600'000; ///< ms; a log that ends or begins so near may go on with it

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString clockOf(const maillog::Stamp& stamp, bool hasFraction)
{
    const QString seconds = QStringLiteral("%1:%2:%3")
                                .arg(stamp.hour, 2, 10, QLatin1Char('0'))
                                .arg(stamp.minute, 2, 10, QLatin1Char('0'))
                                .arg(stamp.second, 2, 10, QLatin1Char('0'));
    return !hasFraction ? seconds
                        : seconds + QStringLiteral(".%1").arg(stamp.millisecond, 3, 10, QLatin1Char('0'));
}

/// Bytes [begin, end) of a log, read in pieces so that others get at the file in between.
QByteArray bytesOf(const OpenLogs& logs, std::uint16_t source, quint64 begin, quint64 end,
                   const std::function<bool()>& cancelled)
{
    constexpr quint64 pieceSize = 1 << 20;
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(end - begin)); // growing would copy it again and again
    for (quint64 at = begin; at < end && !cancelled();) {
        const QByteArray piece = logs.text(source, at, static_cast<quint32>(std::min(pieceSize, end - at)));
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece;
        at += static_cast<quint64>(piece.size());
    }
    return bytes;
}

struct Stretch
{
    std::uint16_t source = 0;
    quint64 offset = 0;
    QByteArray bytes;
    bool isAll = false; ///< of its log

    [[nodiscard]] maillog::LogStretch view() const { return {source, offset, viewOf(bytes)}; }
};

/// Whole lines around a place.
Stretch stretchAround(const OpenLogs& logs, std::uint16_t source, quint64 place, quint64 reach,
                      const std::function<bool()>& cancelled)
{
    const quint64 size = logs.logs.log->counts(source).bytes;
    const quint64 begin = place > reach ? place - reach : 0;
    const quint64 end = std::min(size, place + reach);
    Stretch stretch{source, begin, bytesOf(logs, source, begin, end, cancelled), begin == 0 && end == size};
    if (begin > 0) {
        const auto first = stretch.bytes.indexOf('\n') + 1;
        stretch.bytes.remove(0, first);
        stretch.offset += static_cast<quint64>(first);
    }
    if (end < size) {
        stretch.bytes.truncate(stretch.bytes.lastIndexOf('\n') + 1);
    }
    return stretch;
}

/// The time of the first stamped line at or behind a byte.
std::optional<std::int64_t> timeAt(const OpenLogs& logs, std::uint16_t source, quint64 offset,
                                   const maillog::Check& check)
{
    constexpr quint32 enough = 64 * 1024;
    const QByteArray bytes = logs.text(source, offset, enough);
    qsizetype at = offset == 0 ? 0 : bytes.indexOf('\n') + 1;
    while (at >= 0 && at < bytes.size()) {
        const auto end = bytes.indexOf('\n', at);
        const auto line = maillog::parseLogLine(
            viewOf(bytes).substr(static_cast<std::size_t>(at),
                                 end < 0 ? std::string_view::npos : static_cast<std::size_t>(end - at)));
        if (line.stamp) {
            return maillog::timeNear(*line.stamp, check);
        }
        at = end < 0 ? -1 : end + 1;
    }
    return std::nullopt;
}

/// Where in another log the time of the check is; nothing when that log is of another time.
std::optional<quint64> placeOf(const OpenLogs& logs, std::uint16_t source, const maillog::Check& check)
{
    constexpr quint64 nearEnough = 64 * 1024;
    quint64 low = 0;
    quint64 high = logs.logs.log->counts(source).bytes;
    const auto first = timeAt(logs, source, 0, check);
    const auto last = timeAt(logs, source, high > nearEnough / 2 ? high - nearEnough / 2 : 0, check);
    if (!first || !last || *first - check.time > neighbourTime || check.time - *last > neighbourTime) {
        return std::nullopt;
    }
    while (high - low > nearEnough) {
        const quint64 middle = low + (high - low) / 2;
        const auto time = timeAt(logs, source, middle, check);
        if (time && *time < check.time) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

} // namespace

QString MessageLine::whole() const
{
    return program.isEmpty() ? text : time + QLatin1Char(' ') + program + QStringLiteral(": ") + text;
}

QString decodedLine(std::string_view line)
{
    const QByteArrayView bytes(line.data(), static_cast<qsizetype>(line.size()));
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError()) {
        text = QString::fromLatin1(bytes);
    }
    for (QChar& c : text) {
        if (c.unicode() < 0x20) {
            c = QChar(0x2400 + c.unicode()); // control pictures
        } else if (c.unicode() == 0x7f) {
            c = QChar(0x2421);
        }
    }
    return text;
}

MessageLine partsOf(const QByteArray& line)
{
    constexpr std::size_t longestShown = 4'000;
    const auto parsed = maillog::parseLogLine(viewOf(line));
    MessageLine parts;
    parts.text = decodedLine(parsed.text.substr(0, longestShown));
    if (parsed.text.size() > longestShown) {
        parts.text += QChar(0x2026);
    }
    if (parsed.program.empty()) {
        return parts;
    }
    parts.time = latin(parsed.stampText);
    parts.program = decodedLine(parsed.program);
    if (parsed.pid != 0) {
        parts.program += QStringLiteral("[%1]").arg(parsed.pid);
    }
    parts.clock = clockOf(*parsed.stamp, parsed.stampText.find('.') != std::string_view::npos);
    return parts;
}

QList<MessageLine> linesOf(const maillog::Message& message)
{
    QList<MessageLine> lines;
    for (const maillog::MessageLine& line : message.lines) {
        MessageLine parts = partsOf(QByteArray::fromStdString(line.bytes));
        parts.at = line.time;
        parts.event = line.event;
        parts.isOwn = line.isOwn;
        parts.source = line.source;
        parts.offset = line.offset;
        lines.append(std::move(parts));
    }
    return lines;
}

FoundMessage findMessage(const OpenLogs& logs, maillog::Row row, quint64 reach,
                         const std::function<bool()>& cancelled)
{
    const maillog::Check check = (*logs.logs.log)[row];
    std::vector<Stretch> stretches{
        stretchAround(logs, check.source, check.lineOffset, reach + check.lineLength, cancelled)};
    for (std::uint16_t source = 0; source < logs.logs.log->sourceCount() && !cancelled(); ++source) {
        const auto place = source == check.source ? std::nullopt : placeOf(logs, source, check);
        if (place) {
            stretches.push_back(stretchAround(logs, source, *place, reach, cancelled));
        }
    }
    std::vector<maillog::LogStretch> views;
    for (const Stretch& stretch : stretches) {
        views.push_back(stretch.view());
    }
    FoundMessage found{maillog::messageOf(check, views, cancelled), {}, false};
    found.lines = linesOf(found.message);
    found.isAllRead =
        (found.message.hasStart && found.message.isComplete) ||
        std::all_of(stretches.begin(), stretches.end(), [](const Stretch& stretch) { return stretch.isAll; });
    return found;
}

FoundMessage ownLine(const OpenLogs& logs, maillog::Row row)
{
    const maillog::Check check = (*logs.logs.log)[row];
    const QByteArray bytes = logs.line(row);
    FoundMessage found;
    if (!bytes.isEmpty()) {
        found.message.lines.push_back({check.source, check.lineOffset, bytes.toStdString(), check.time,
                                       maillog::MessageEvent::Checked, true});
        found.lines = linesOf(found.message);
    }
    return found;
}

} // namespace ui
