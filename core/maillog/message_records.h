// SPDX-License-Identifier: GPL-3.0-or-later
// The lines around a check as records in the order of their times, and the session with smtpd among them.
#pragma once

#include "core/maillog/message.h"
#include "core/maillog/timestamp.h"

#include <cstddef>

namespace maillog {

/// Views into the stretches.
struct Record
{
    std::string_view bytes;
    std::string_view host;
    std::string_view program;
    std::string_view queueId;
    std::string_view text;
    std::uint64_t offset = 0;
    std::int64_t time = 0; ///< UTC milliseconds; never before that of the line above it in the same log
    std::uint32_t pid = 0;
    std::uint16_t source = 0;
    bool hasTime = false;
    std::int64_t ownTime = 0; ///< as the stamp says

    /// The text behind "QUEUEID: ".
    [[nodiscard]] std::string_view afterId() const noexcept;
};

/// UTC milliseconds; a year that is not in the stamp is that which brings it nearest to the check.
[[nodiscard]] std::int64_t timeNear(const Stamp& stamp, const Check& check) noexcept;

[[nodiscard]] std::vector<Record> recordsOf(const Check& check, std::span<const LogStretch> stretches,
                                            const std::function<bool()>& cancelled);

/// Postlogd cuts names at the first dot, and a line may have none.
[[nodiscard]] bool isSameHost(std::string_view a, std::string_view b) noexcept;

/// What is known of a check when its session is sought.
struct CheckFacts
{
    std::size_t own = 0; ///< its record
    std::optional<net::IpAddress> address;
    std::string_view host;
    std::string_view sender;
    std::string_view recipient; ///< empty when the log does not say
    std::string_view instance;  ///< Postfix: hexadecimal pieces, the process id of smtpd among them
    std::string_view queueId;   ///< as the policy program was told; mostly empty

    /// The address of "from=<...>": the same, or as rewritten by SRS, PRVS or BATV.
    [[nodiscard]] bool isSender(std::string_view from) const noexcept;
    /// Of a rejection: "from=<...> to=<...>".
    [[nodiscard]] bool isRejectionOfIt(std::string_view text) const noexcept;
};

/// Records [begin, end] of one process of smtpd, other processes' records between them.
struct Session
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t pid = 0;
    std::string_view program;
    std::string_view host;
    bool hasStart = false;
    bool hasEnd = false;

    [[nodiscard]] bool has(const Record& record) const noexcept
    {
        return record.pid == pid && record.program == program && isSameHost(record.host, host);
    }
};

/// The session in which the check was asked for.
[[nodiscard]] std::optional<Session> sessionOf(std::span<const Record> records, const CheckFacts& facts);

} // namespace maillog
