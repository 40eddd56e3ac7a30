// SPDX-License-Identifier: GPL-3.0-or-later
// From stamps to moments: adds the year and the zone that a traditional stamp leaves out, and tells the two
// passes of the hour that comes twice at the end of summer time apart by the order of the file.
#pragma once

#include "core/maillog/year_walker.h"
#include "core/maillog/zone_rules.h"

#include <cstdint>
#include <vector>

namespace maillog {

struct Moment
{
    std::int64_t utcMilliseconds = 0;
    std::int16_t offsetMinutes = 0;
    bool repeatedHour = false;
    bool withoutYear = false;
    friend bool operator==(const Moment&, const Moment&) = default;
};

class StampClock
{
public:
    StampClock(ZoneRules zone, YearWalker years) noexcept : m_zone(std::move(zone)), m_years(years) {}

    /// `host`: small numbers, each host's clock goes back by itself.
    [[nodiscard]] Moment at(const Stamp& stamp, std::uint32_t host);

    [[nodiscard]] YearWalker& years() noexcept { return m_years; }

    /// The same wall clock time so many years later.
    [[nodiscard]] Moment moved(const Moment& moment, int years) noexcept;

    /// See log_image.h.
    template <class State>
    void keepIn(State& state)
    {
        m_years.keepIn(state);
        state.byHost(m_hosts, [&state](HostClock& clock) {
            state.number(clock.latestWall);
            state.number(clock.pass);
        });
    }

private:
    struct HostClock
    {
        std::int64_t latestWall = INT64_MIN / 2; ///< before any stamp, and far from overflow
        ZoneRules::Pass pass = ZoneRules::Pass::First;
    };

    /// A day that was worked out.
    struct Day
    {
        int year = 1970;
        int month = 1;
        int day = 1;
        std::int64_t days = 0; ///< since 1970
    };

    /// A day that was moved by some years, in wall clock milliseconds: nearly always that of the moment
    /// before.
    struct MovedDay
    {
        int years = 0;
        std::int64_t start = 0;
        std::int64_t shift = 0; ///< to the same day of the other year
    };

    [[nodiscard]] Moment fromWall(std::int64_t wall, int millisecond, ZoneRules::Pass pass) const noexcept;

    ZoneRules m_zone;
    YearWalker m_years;
    Day m_day;
    MovedDay m_movedDay;
    std::vector<HostClock> m_hosts;
};

} // namespace maillog
