// SPDX-License-Identifier: GPL-3.0-or-later
// "Last 24 h", "Today": spans an administrator asks for first. In a log that ended a while ago they end with
// its last line, and say so.
#pragma once

#include "ui/maillog/log_view.h"

#include <QString>

#include <array>

namespace ui {

enum class Period { LastHour, LastDay, LastWeek, LastMonth, Today, Yesterday };
inline constexpr std::array<Period, 6> allPeriods{Period::LastHour,  Period::LastDay, Period::LastWeek,
                                                  Period::LastMonth, Period::Today,   Period::Yesterday};

/// Where a period ends.
struct PeriodEnd
{
    std::int64_t time = 0; ///< UTC milliseconds, not within
    bool isNow = true;     ///< else the end of the log
    friend bool operator==(const PeriodEnd&, const PeriodEnd&) = default;
};

/// Now, for a log that was written to in the last hour; else just after its last line.
[[nodiscard]] PeriodEnd periodEnd(const std::optional<maillog::TimeRange>& log, std::int64_t now);
[[nodiscard]] TimeSpan spanOf(Period period, const PeriodEnd& end, const maillog::ZoneRules& clock);
/// "Last 24 h", "Last 24 h of the log", "Last day of the log (Nov 21)".
[[nodiscard]] QString periodText(Period period, const PeriodEnd& end, const maillog::ZoneRules& clock);

} // namespace ui
