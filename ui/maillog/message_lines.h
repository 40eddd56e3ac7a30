// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a log around a check that speak of the same client: what smtpd and the policy program said
// about this mail (its own line among them).
#pragma once

#include "ui/maillog/log_view.h"

#include <QList>
#include <QString>

namespace ui {

struct MessageLine
{
    QString time;    ///< the stamp as written
    QString program; ///< "postfix/smtpd[2198]"
    QString text;
    bool isOwn = false; ///< the line of the check itself
    friend bool operator==(const MessageLine&, const MessageLine&) = default;
};

/// Out of `window` bytes before and after; the own line alone when nothing else speaks of the client.
[[nodiscard]] QList<MessageLine> messageLines(const OpenLogs& logs, maillog::Row row,
                                              quint32 window = 24'576);

/// One raw line in its parts; bytes that are no UTF-8 are read as Latin-1, control characters shown.
[[nodiscard]] MessageLine partsOf(const QByteArray& line);

} // namespace ui
