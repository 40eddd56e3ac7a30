// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/message_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct MessageWords
{
    Q_DECLARE_TR_FUNCTIONS(MessageWords)
};

} // namespace

QString message(maillog::MessageEvent event)
{
    switch (event) {
    case maillog::MessageEvent::None:
        break;
    case maillog::MessageEvent::Connected:
        return MessageWords::tr("connected");
    case maillog::MessageEvent::Checked:
        return MessageWords::tr("checked");
    case maillog::MessageEvent::Rejected:
        return MessageWords::tr("rejected");
    case maillog::MessageEvent::Queued:
        return MessageWords::tr("queued");
    case maillog::MessageEvent::Delivered:
        return MessageWords::tr("delivered");
    case maillog::MessageEvent::Deferred:
        return MessageWords::tr("deferred");
    case maillog::MessageEvent::Bounced:
        return MessageWords::tr("bounced");
    case maillog::MessageEvent::Removed:
        return MessageWords::tr("removed");
    case maillog::MessageEvent::Disconnected:
        return MessageWords::tr("disconnected");
    }
    return {};
}

QString timeGap(qint64 milliseconds)
{
    constexpr qint64 second = 1000;
    constexpr qint64 minute = 60 * second;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (milliseconds < second) {
        return {};
    }
    if (milliseconds < 2 * minute) {
        return MessageWords::tr("+%1 s").arg(milliseconds / second);
    }
    if (milliseconds < 2 * hour) {
        return MessageWords::tr("+%1 min").arg(milliseconds / minute);
    }
    return milliseconds < 2 * day ? MessageWords::tr("+%1 h").arg(milliseconds / hour)
                                  : MessageWords::tr("+%1 d").arg(milliseconds / day);
}

} // namespace words
