// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a message as they are shown, and the stretches of the logs they are sought in.
#pragma once

#include "core/maillog/message.h"
#include "ui/maillog/log_view.h"

#include <QList>
#include <QString>

#include <functional>

namespace ui {

struct MessageLine
{
    QString time;    ///< the stamp as written
    QString program; ///< "postfix/smtpd[2198]"
    QString text;
    QString clock;            ///< "04:40:57.902", on the clock of the host
    std::optional<qint64> at; ///< UTC milliseconds
    maillog::MessageEvent event = maillog::MessageEvent::None;
    bool isOwn = false; ///< the line of the check itself
    std::uint16_t source = 0;
    std::uint64_t offset = 0;
    friend bool operator==(const MessageLine&, const MessageLine&) = default;

    [[nodiscard]] QString whole() const; ///< as in the log, for copies
};

/// A raw line with bytes that are no UTF-8 read as Latin-1 and control characters shown.
[[nodiscard]] QString decodedLine(std::string_view line);

/// One raw line in its parts.
[[nodiscard]] MessageLine partsOf(const QByteArray& line);
[[nodiscard]] QList<MessageLine> linesOf(const maillog::Message& message);

/// The message of a row, sought up to `reach` bytes before and behind it in its own log and around its time
/// in the others (another log of the same server, the next file of a rotated set).
struct FoundMessage
{
    maillog::Message message;
    QList<MessageLine> lines; ///< of it, as they are shown
    bool isAllRead = false;   ///< looking further would not help
};

[[nodiscard]] FoundMessage findMessage(const OpenLogs& logs, maillog::Row row, quint64 reach,
                                       const std::function<bool()>& cancelled);

/// The line of the row alone; none when the file was cut since.
[[nodiscard]] FoundMessage ownLine(const OpenLogs& logs, maillog::Row row);

} // namespace ui
