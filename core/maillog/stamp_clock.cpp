// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/stamp_clock.h"

#include <algorithm>

namespace maillog {

namespace {

/// Lines of one host can be out of order by minutes; a clock put back makes at least half an hour.
constexpr std::int64_t stepBack = 20 * 60;

} // namespace

Moment StampClock::fromWall(std::int64_t wall, int millisecond, ZoneRules::Pass pass) const noexcept
{
    const auto local = m_zone.atWall(wall, pass);
    Moment moment;
    moment.utcMilliseconds = (wall - local.offset) * 1000 + millisecond;
    moment.offsetMinutes = static_cast<std::int16_t>(local.offset / 60);
    moment.repeatedHour = local.repeated;
    return moment;
}

Moment StampClock::at(const Stamp& stamp, std::uint32_t host)
{
    const int year = m_years.next(stamp);
    if (m_day.year != year || m_day.month != stamp.month || m_day.day != stamp.day) {
        m_day = {year, stamp.month, stamp.day, daysFromCivil(year, stamp.month, stamp.day)};
    }
    const auto wall = m_day.days * 86'400 + secondsOfDay(stamp);
    if (stamp.offsetMinutes) {
        Moment moment;
        moment.utcMilliseconds = (wall - *stamp.offsetMinutes * 60) * 1000 + stamp.millisecond;
        moment.offsetMinutes = *stamp.offsetMinutes;
        return moment;
    }
    if (m_hosts.size() <= host) {
        m_hosts.resize(host + 1);
    }
    auto& clock = m_hosts[host];
    auto moment = fromWall(wall, stamp.millisecond, clock.pass);
    if (!moment.repeatedHour) {
        clock = {wall, ZoneRules::Pass::First};
    } else {
        if (wall < clock.latestWall - stepBack) {
            clock = {wall, ZoneRules::Pass::Second};
            moment = fromWall(wall, stamp.millisecond, clock.pass);
        }
        clock.latestWall = std::max(clock.latestWall, wall);
    }
    moment.withoutYear = stamp.year == 0;
    return moment;
}

Moment StampClock::moved(const Moment& moment, int years) noexcept
{
    constexpr std::int64_t day = 86'400'000;
    const auto floored = [](std::int64_t milliseconds, std::int64_t unit) {
        return (milliseconds >= 0 ? milliseconds : milliseconds - unit + 1) / unit;
    };
    const auto wall = moment.utcMilliseconds + moment.offsetMinutes * std::int64_t{60'000};
    if (wall < m_movedDay.start || wall - m_movedDay.start >= day || m_movedDay.years != years) {
        const auto days = floored(wall, day);
        const auto date = civilFromDays(days);
        const auto movedDays = daysFromCivil(date.year + years, date.month, date.day);
        m_movedDay = {years, days * day, (movedDays - days) * day};
    }
    const auto movedWall = wall + m_movedDay.shift;
    const auto seconds = floored(movedWall, 1000);
    auto result = fromWall(seconds, static_cast<int>(movedWall - seconds * 1000), ZoneRules::Pass::First);
    result.withoutYear = moment.withoutYear;
    return result;
}

} // namespace maillog
