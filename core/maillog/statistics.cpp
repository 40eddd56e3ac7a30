// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/statistics.h"

#include "core/maillog/in_halves.h"
#include "core/maillog/timestamp.h"
#include "core/maillog/top_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

namespace maillog {

namespace {

constexpr std::int64_t hourSeconds = 3600;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Hours of the wall clock since 1970, with the offset they were read with.
struct WallHour
{
    std::int64_t hour = 0;
    std::int16_t offset = 0;
    friend auto operator<=>(const WallHour&, const WallHour&) noexcept = default;
};

WallHour wallHour(std::int64_t time, std::int16_t offset) noexcept
{
    return {floorDivide(floorDivide(time, 1000) + offset * 60, hourSeconds), offset};
}

std::string hourName(std::int64_t hour)
{
    const auto day = floorDivide(hour, 24);
    const auto date = civilFromDays(day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}", date.year, date.month, date.day, hour - day * 24);
}

std::string offsetName(int minutes)
{
    const int size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

/// The hours that a host's clock went through twice, told from offsets that its stamps print: before such an
/// hour only the larger offset, after it only the smaller one. A host that prints now this, now that never
/// fits.
class RepeatedHours
{
public:
    void add(Id host, const WallHour& hour)
    {
        if (host >= m_hosts.size()) {
            m_hosts.resize(std::size_t{host} + 1);
        }
        auto& known = m_hosts[host];
        if (known.hours.empty() || known.last != hour) {
            known.hours.insert(hour);
            known.last = hour;
        }
    }

    void add(const RepeatedHours& other)
    {
        m_hosts.resize(std::max(m_hosts.size(), other.m_hosts.size()));
        for (std::size_t host = 0; host < other.m_hosts.size(); ++host) {
            m_hosts[host].hours.insert(other.m_hosts[host].hours.begin(), other.m_hosts[host].hours.end());
        }
    }

    [[nodiscard]] std::set<WallHour> find() const
    {
        std::set<WallHour> repeated;
        for (const auto& [last, hours] : m_hosts) {
            for (const auto& hour : hours) {
                const auto next = hours.upper_bound(hour);
                if (next != hours.end() && next->hour == hour.hour && next->offset - hour.offset <= 120 &&
                    isTurn(hours, *next, hour)) {
                    repeated.insert(hour);
                    repeated.insert(*next);
                }
            }
        }
        return repeated;
    }

private:
    static bool isTurn(const std::set<WallHour>& hours, const WallHour& summer, const WallHour& winter)
    {
        return !hours.contains({winter.hour - 1, winter.offset}) &&
               !hours.contains({summer.hour + 1, summer.offset});
    }

    struct Host
    {
        WallHour last{}; ///< of the row before
        std::set<WallHour> hours;
    };

    std::vector<Host> m_hosts; ///< by Id
};

bool hasSeveralOffsets(const Columns& c, const RowSet& rows)
{
    bool several = false;
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto offsets = c.offset.piece(piece);
        const auto first = c.offset[rows[0]];
        for (std::size_t i = 0; i < places.size(); ++i) {
            several |= offsets[places[i]] != first;
        }
    });
    return several;
}

/// By result, or none, and action: one addition a row.
class Outcomes
{
public:
    void add(std::uint8_t result, Action action, std::uint64_t count) noexcept
    {
        m_counts[std::size_t{result} * actionPlaces + static_cast<std::size_t>(action)] += count;
    }

    void add(const Outcomes& other) noexcept
    {
        std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(),
                       std::plus<>());
    }

    [[nodiscard]] std::uint64_t of(std::size_t result, std::size_t action) const noexcept
    {
        return m_counts[result * actionPlaces + action];
    }

    [[nodiscard]] ResultCounts byResult() const noexcept
    {
        ResultCounts counts{};
        for (std::size_t result = 0; result < counts.size(); ++result) {
            const auto* const row = m_counts.data() + result * actionPlaces;
            counts[result] = std::accumulate(row, row + actionPlaces, std::uint64_t{0});
        }
        return counts;
    }

private:
    static constexpr std::size_t actionPlaces = 8;
    static_assert(allActions.size() <= actionPlaces);
    std::array<std::uint64_t, (std::size_t{noResult} + 1) * actionPlaces> m_counts{};
};

/// What some rows tell, hour by hour.
struct HourCounts
{
    void count(const Columns& c, const RowSet& rows, std::size_t begin, std::size_t end, bool severalOffsets);
    void add(const HourCounts& other);
    [[nodiscard]] std::map<std::string, ResultCounts> named() const;

    std::map<WallHour, Outcomes> hours;
    std::set<WallHour> repeatedByZone;
    RepeatedHours repeatedByOffset;
    std::uint64_t guessed = 0;
};

void HourCounts::count(const Columns& c, const RowSet& rows, std::size_t begin, std::size_t end,
                       bool severalOffsets)
{
    Outcomes* current = nullptr;
    WallHour hour{INT64_MIN, 0};
    std::int64_t start = 0; // UTC milliseconds: most rows are in the hour of the row before
    rows.forEachPiece(begin, end, [&](std::size_t piece, const auto& places) {
        const auto times = c.time.piece(piece);
        const auto offsets = c.offset.piece(piece);
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        const auto flags = c.flags.piece(piece);
        const auto guesses = c.guessed.piece(piece);
        const auto hosts = c.host.piece(piece);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            const bool isSameHour = current != nullptr && offsets[at] == hour.offset && times[at] >= start &&
                                    times[at] < start + hourSeconds * 1000;
            if (!isSameHour) {
                hour = wallHour(times[at], offsets[at]);
                start = (hour.hour * hourSeconds - hour.offset * 60) * 1000;
                current = &hours[hour];
            }
            current->add(results[at], actions[at], repeats[at]);
            const bool isCheck = results[at] != noResult;
            if (guesses[at] != 0 && (isCheck || actions[at] == Action::Skip)) {
                guessed += repeats[at];
            }
            if (isCheck && (flags[at] & RepeatedHour) != 0) {
                repeatedByZone.insert(hour);
            } else if (isCheck && severalOffsets) {
                repeatedByOffset.add(hosts[at], hour);
            }
        }
    });
}

void HourCounts::add(const HourCounts& other)
{
    for (const auto& [hour, counts] : other.hours) {
        hours[hour].add(counts);
    }
    repeatedByZone.insert(other.repeatedByZone.begin(), other.repeatedByZone.end());
    repeatedByOffset.add(other.repeatedByOffset);
    guessed += other.guessed;
}

std::map<std::string, ResultCounts> HourCounts::named() const
{
    auto repeated = repeatedByOffset.find();
    repeated.insert(repeatedByZone.begin(), repeatedByZone.end());
    std::map<std::string, ResultCounts> named;
    for (const auto& [hour, outcomes] : hours) {
        const auto counts = outcomes.byResult();
        if (counts == ResultCounts{}) {
            continue; // nothing but skips
        }
        auto name = hourName(hour.hour);
        if (repeated.contains(hour)) {
            name += offsetName(hour.offset);
        }
        auto& sum = named[name];
        std::transform(counts.begin(), counts.end(), sum.begin(), sum.begin(), std::plus<>());
    }
    return named;
}

HourCounts countHours(const Columns& c, const RowSet& rows)
{
    std::array<HourCounts, 2> halves;
    const bool severalOffsets = hasSeveralOffsets(c, rows);
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        halves[half].count(c, rows, begin, end, severalOffsets);
    });
    halves[0].add(halves[1]);
    return std::move(halves[0]);
}

} // namespace

Summary summarize(const Log& log, const RowSet& rows, std::size_t topCount)
{
    Summary summary;
    summary.lines = log.totalCounts();
    const auto hours = countHours(log.columns(), rows);
    Outcomes all;
    for (const auto& [hour, outcomes] : hours.hours) {
        all.add(outcomes);
    }
    summary.byResult = all.byResult();
    summary.checks = std::accumulate(summary.byResult.begin(), summary.byResult.end(), std::uint64_t{0});
    constexpr auto skip = static_cast<std::size_t>(Action::Skip);
    summary.skips = all.of(noResult, skip); // other lines without a result are unreadable, counted as such
    for (std::size_t action = 0; action < summary.byAction.size(); ++action) {
        for (std::size_t result = 0; result < summary.byResult.size(); ++result) {
            summary.byAction[action] += all.of(result, action);
        }
    }
    summary.byAction[skip] += summary.skips;
    summary.guessed = hours.guessed;
    summary.byHour = hours.named();
    auto domains = countNames(log, rows, TopField::Domain, topCount);
    summary.distinctDomains = domains.distinct;
    summary.topDomains = std::move(domains.top);
    auto addresses = countNames(log, rows, TopField::Address, topCount);
    summary.distinctAddresses = addresses.distinct;
    summary.topAddresses = std::move(addresses.top);
    return summary;
}

std::optional<TimeRange> timeRange(const Log& log, const RowSet& rows)
{
    if (rows.size() == 0) {
        return std::nullopt;
    }
    const auto& times = log.columns().time;
    TimeRange range{times[rows[0]], times[rows[0]]};
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto values = times.piece(piece);
        auto [first, last] = range;
        for (std::size_t i = 0; i < places.size(); ++i) {
            first = std::min(first, values[places[i]]);
            last = std::max(last, values[places[i]]);
        }
        range = {first, last};
    });
    return range;
}

std::optional<Histogram> histogram(const Log& log, const RowSet& rows, std::int64_t step, int offsetMinutes,
                                   std::size_t limit)
{
    const auto range = timeRange(log, rows);
    if (!range || limit == 0) {
        return std::nullopt;
    }
    const std::int64_t ahead = std::int64_t{offsetMinutes} * 60'000;
    Histogram result;
    result.step = std::max<std::int64_t>(step, 1);
    while (static_cast<std::size_t>((range->last - range->first) / result.step) + 2 > limit + 1) {
        result.step *= 2;
    }
    const auto bucketOf = [&](std::int64_t time) { return floorDivide(time + ahead, result.step); };
    const auto firstBucket = bucketOf(range->first);
    result.start = firstBucket * result.step - ahead;
    result.buckets.resize(static_cast<std::size_t>(bucketOf(range->last) - firstBucket) + 1);
    const auto& c = log.columns();
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto times = c.time.piece(piece);
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        Histogram::Bucket* bucket = nullptr;
        std::int64_t start = 0; // most rows are in the bucket of the row before, and dividing takes long
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            if (bucket == nullptr || times[at] < start || times[at] - start >= result.step) {
                const auto number = bucketOf(times[at]) - firstBucket;
                bucket = &result.buckets[static_cast<std::size_t>(number)];
                start = result.start + number * result.step;
            }
            const bool isCheck = results[at] != noResult;
            if (isCheck) {
                bucket->byResult[results[at]] += repeats[at];
            }
            if (isCheck || actions[at] == Action::Skip) {
                bucket->byAction[static_cast<std::size_t>(actions[at])] += repeats[at];
            }
        }
    });
    return result;
}

} // namespace maillog
