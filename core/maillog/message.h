// SPDX-License-Identifier: GPL-3.0-or-later
// All lines of one message, found from one of its checks: the session with smtpd, what the policy programs
// said, the rejection or the queue ids with their deliveries, through content filters and other hosts
// (MAILLOG.md 1: queue ids and process ids are used again, one message changes its id).
#pragma once

#include "core/maillog/log.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

enum class MessageEvent : std::uint8_t {
    None,
    Connected,
    Checked,  ///< a policy program, a filter or a milter said something
    Rejected, ///< by smtpd
    Queued,
    Delivered,
    Deferred,
    Bounced,
    Removed, ///< from the queue: the end
    Disconnected
};

/// Whole lines of one log.
struct LogStretch
{
    std::uint16_t source = 0;
    std::uint64_t offset = 0;
    std::string_view bytes;
};

struct MessageLine
{
    std::uint16_t source = 0;
    std::uint64_t offset = 0;
    std::string bytes;                ///< without line end
    std::optional<std::int64_t> time; ///< UTC milliseconds
    MessageEvent event = MessageEvent::None;
    bool isOwn = false; ///< the line of the check itself
    friend bool operator==(const MessageLine&, const MessageLine&) = default;
};

struct Message
{
    std::vector<MessageLine> lines; ///< in the order of their times, of each log in the order of the log
    bool hasStart = false;          ///< the connection's first line is there
    bool isComplete = false;        ///< ended within the stretches: nothing is to be found behind them
    friend bool operator==(const Message&, const Message&) = default;
};

/// A mail with more lines (thousands of recipients, or an id used again and again) is shown around its check.
inline constexpr std::size_t mostMessageLines = 500;

/// `stretches` hold the check's own line; nothing is found when they do not. `cancelled` ends it early.
[[nodiscard]] Message messageOf(const Check& check, std::span<const LogStretch> stretches,
                                const std::function<bool()>& cancelled = {});

/// What a line of any program tells of a message.
[[nodiscard]] MessageEvent eventOf(std::string_view program, std::string_view text) noexcept;

} // namespace maillog
