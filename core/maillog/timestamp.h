// SPDX-License-Identifier: GPL-3.0-or-later
// The time stamps that syslog daemons, postlogd and journalctl put in front of a line (MAILLOG.md, "Timestamp
// forms"), read without a locale, a clock or a zone file.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace maillog {

struct Stamp
{
    int year = 0; ///< 0: not in the stamp
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    std::optional<std::int16_t> offsetMinutes; ///< east of UTC, when the stamp says so
    std::size_t length = 0;                    ///< bytes of prefix, stamp and the blanks after it
    bool withoutDate = false;                  ///< "[   12.345678]": seconds since the host was started
    bool isSyslogProtocol = false;             ///< RFC 5424: "host app pid id data" follow, not "host tag:"
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

[[nodiscard]] std::optional<Stamp> parseStamp(std::string_view line) noexcept;

/// Days since 1970-01-01 in the Gregorian calendar.
[[nodiscard]] std::int64_t daysFromCivil(int year, int month, int day) noexcept;

struct Civil
{
    int year;
    int month;
    int day;
};

[[nodiscard]] Civil civilFromDays(std::int64_t days) noexcept;
[[nodiscard]] bool isLeapYear(int year) noexcept;

/// The wall clock time in seconds since 1970 as if it were UTC, in that year.
[[nodiscard]] std::int64_t wallSeconds(const Stamp& stamp, int year) noexcept;
/// Seconds since midnight.
[[nodiscard]] std::int64_t secondsOfDay(const Stamp& stamp) noexcept;

} // namespace maillog
