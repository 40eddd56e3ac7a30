// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message_lines.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype longestShown = 4'000; ///< characters of a line

QString decoded(const QByteArray& bytes)
{
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
    return text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text;
}

/// The address stands as a whole word: 192.0.2.1 is not in 192.0.2.10.
bool speaksOf(const QByteArray& line, const QByteArray& address)
{
    const auto isPart = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' ||
               c == ':';
    };
    for (auto at = line.indexOf(address); at >= 0; at = line.indexOf(address, at + 1)) {
        const auto end = at + address.size();
        const bool startsThere = at == 0 || !isPart(line[at - 1]) || line[at - 1] == ':';
        const bool endsThere =
            end == line.size() || !isPart(line[end]) || line[end] == ':' || line[end] == '.';
        const bool isLonger =
            end + 1 < line.size() && line[end] == '.' && line[end + 1] >= '0' && line[end + 1] <= '9';
        if (startsThere && endsThere && !isLonger) {
            return true;
        }
    }
    return false;
}

/// From the connect before the own line to the disconnect behind it, where these are there: a client that
/// comes back later is another mail.
QList<MessageLine> sessionOf(QList<MessageLine> lines)
{
    const auto own =
        std::find_if(lines.cbegin(), lines.cend(), [](const MessageLine& line) { return line.isOwn; });
    if (own == lines.cend()) {
        return lines; // the file was changed between two looks
    }
    const auto starts = [](const MessageLine& line) {
        return line.text.startsWith(QStringLiteral("connect from "));
    };
    const auto ends = [](const MessageLine& line) {
        return line.text.startsWith(QStringLiteral("disconnect from "));
    };
    auto end = std::find_if(own, lines.cend(), ends);
    end = end == lines.cend() ? std::find_if(own, lines.cend(), starts) : end + 1;
    auto begin = own;
    while (begin != lines.cbegin() && !starts(*begin) && !ends(*(begin - 1))) {
        --begin;
    }
    return QList<MessageLine>(begin, end);
}

} // namespace

MessageLine partsOf(const QByteArray& line)
{
    static const QRegularExpression head(
        QStringLiteral("^(?:<\\d+>)?([A-Z][a-z]{2} [ 0-9]\\d "
                       "\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?|\\d{4}-\\d\\d-\\d\\dT\\S+) "
                       "\\S+ ([^\\s:\\[]+(?:\\[\\d+\\])?): ?(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = decoded(line);
    const auto match = head.match(text);
    if (!match.hasMatch()) {
        return {{}, {}, text, false};
    }
    return {match.captured(1), match.captured(2), match.captured(3), false};
}

QList<MessageLine> messageLines(const OpenLogs& logs, maillog::Row row, quint32 window)
{
    const maillog::Check check = (*logs.logs.log)[row];
    MessageLine own = partsOf(logs.line(row));
    own.isOwn = true;
    if (!check.address || own.text.isEmpty()) {
        return {own};
    }
    const quint64 start = check.lineOffset > window ? check.lineOffset - window : 0;
    const QByteArray text = logs.text(
        check.source, start, static_cast<quint32>(check.lineOffset - start) + check.lineLength + window);
    const QByteArray address = QByteArray::fromStdString(check.address->toString());
    QList<MessageLine> lines;
    qsizetype at = 0;
    // The first line is cut unless it starts the file.
    if (start > 0) {
        at = text.indexOf('\n') + 1;
    }
    while (at < text.size()) {
        auto end = text.indexOf('\n', at);
        if (end < 0) {
            end = text.size();
        }
        QByteArray line = text.mid(at, end - at);
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        const bool isOwn = start + static_cast<quint64>(at) == check.lineOffset;
        if (isOwn) {
            lines.append(own);
        } else if (speaksOf(line, address)) {
            lines.append(partsOf(line));
        }
        at = end + 1;
    }
    return lines.isEmpty() ? QList<MessageLine>{own} : sessionOf(std::move(lines));
}

} // namespace ui
