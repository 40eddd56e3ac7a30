// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_period.h"

#include "ui/maillog/timeline/timeline_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct TimelinePeriod
{
    Q_DECLARE_TR_FUNCTIONS(ui::TimelinePeriod)
};

constexpr std::int64_t hour = 3'600'000;

/// The day of the wall clock that a time lies in.
TimeSpan dayAround(std::int64_t time, const maillog::ZoneRules& clock)
{
    const auto borders = maillog::bucketBorders({time, time}, {maillog::BucketLength::Unit::Day, 1}, clock);
    return {borders.front(), borders.back()};
}

} // namespace

PeriodEnd periodEnd(const std::optional<maillog::TimeRange>& log, std::int64_t now)
{
    if (!log || now - log->last < hour) {
        return {now, true};
    }
    return {log->last + 1, false};
}

TimeSpan spanOf(Period period, const PeriodEnd& end, const maillog::ZoneRules& clock)
{
    const auto last = [&end](std::int64_t hours) { return TimeSpan{end.time - hours * hour, end.time}; };
    switch (period) {
    case Period::LastHour:
        return last(1);
    case Period::LastDay:
        return last(24);
    case Period::LastWeek:
        return last(7 * 24);
    case Period::LastMonth:
        return last(30 * 24);
    case Period::Today:
        return dayAround(end.time - 1, clock);
    case Period::Yesterday:
        break;
    }
    return dayAround(dayAround(end.time - 1, clock).from - 1, clock);
}

QString periodText(Period period, const PeriodEnd& end, const maillog::ZoneRules& clock)
{
    const bool isNow = end.isNow;
    const auto day = [&] { return dayText(wallTime(spanOf(period, end, clock).from, clock).date()); };
    switch (period) {
    case Period::LastHour:
        return isNow ? TimelinePeriod::tr("Last hour") : TimelinePeriod::tr("Last hour of the log");
    case Period::LastDay:
        return isNow ? TimelinePeriod::tr("Last 24 h") : TimelinePeriod::tr("Last 24 h of the log");
    case Period::LastWeek:
        return isNow ? TimelinePeriod::tr("Last 7 days") : TimelinePeriod::tr("Last 7 days of the log");
    case Period::LastMonth:
        return isNow ? TimelinePeriod::tr("Last 30 days") : TimelinePeriod::tr("Last 30 days of the log");
    case Period::Today:
        return isNow ? TimelinePeriod::tr("Today")
                     : TimelinePeriod::tr("Last day of the log (%1)").arg(day());
    case Period::Yesterday:
        break;
    }
    return isNow ? TimelinePeriod::tr("Yesterday") : TimelinePeriod::tr("The day before (%1)").arg(day());
}

} // namespace ui
