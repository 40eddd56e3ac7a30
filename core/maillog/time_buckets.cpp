// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/time_buckets.h"

#include "core/maillog/in_halves.h"
#include "core/maillog/timestamp.h"

#include <algorithm>
#include <array>
#include <functional>

namespace maillog {

namespace {

using Unit = BucketLength::Unit;

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t daySeconds = 86'400;
constexpr std::int64_t dayMs = daySeconds * 1000;

/// Between two checks: the rest of the first message and the beginning of the second one.
constexpr std::uint64_t fewLines = 4096;

/// Even a busy server rests for some minutes at night.
constexpr std::int64_t leastSilence = 15 * minuteMs;

constexpr std::array<BucketLength, 16> roundLengths{{{Unit::Minute, 1},
                                                     {Unit::Minute, 2},
                                                     {Unit::Minute, 5},
                                                     {Unit::Minute, 10},
                                                     {Unit::Minute, 20},
                                                     {Unit::Minute, 30},
                                                     {Unit::Minute, 60},
                                                     {Unit::Minute, 120},
                                                     {Unit::Minute, 180},
                                                     {Unit::Minute, 360},
                                                     {Unit::Minute, 720},
                                                     {Unit::Day, 1},
                                                     {Unit::Day, 7},
                                                     {Unit::Month, 1},
                                                     {Unit::Month, 3},
                                                     {Unit::Month, 12}}};

std::int64_t floorDivide(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

std::int64_t milliseconds(BucketLength length) noexcept
{
    switch (length.unit) {
    case Unit::Minute:
        return length.count * minuteMs;
    case Unit::Day:
        return length.count * dayMs;
    case Unit::Month:
        break;
    }
    return length.count * 30 * dayMs;
}

/// Borders by date, as days since 1970 of the wall clock.
class Dates
{
public:
    Dates(BucketLength length, std::int64_t day) noexcept : m_length(length)
    {
        if (length.unit == Unit::Month) {
            const Civil date = civilFromDays(day);
            m_place = floorDivide(date.year * 12 + date.month - 1, length.count) * length.count;
        } else {
            // 1970-01-01 was a Thursday.
            const std::int64_t ahead = length.count % 7 == 0 ? 3 : 0;
            m_place = floorDivide(day + ahead, length.count) * length.count - ahead;
        }
    }

    [[nodiscard]] std::int64_t day() const noexcept
    {
        if (m_length.unit == Unit::Day) {
            return m_place;
        }
        const std::int64_t year = floorDivide(m_place, 12);
        return daysFromCivil(static_cast<int>(year), static_cast<int>(m_place - year * 12) + 1, 1);
    }

    void next() noexcept { m_place += m_length.count; }

private:
    BucketLength m_length;
    std::int64_t m_place; ///< days or months
};

std::vector<std::int64_t> dateBorders(const TimeRange& range, BucketLength length, const ZoneRules& clock)
{
    const std::int64_t first = floorDivide(range.first, 1000);
    Dates dates(length, floorDivide(first + clock.offsetAt(first), daySeconds));
    std::vector<std::int64_t> borders;
    while (borders.empty() || borders.back() <= range.last) {
        const std::int64_t midnight = dates.day() * daySeconds;
        borders.push_back((midnight - clock.atWall(midnight, ZoneRules::Pass::First).offset) * 1000);
        dates.next();
    }
    return borders;
}

std::vector<std::int64_t> clockBorders(const TimeRange& range, BucketLength length, const ZoneRules& clock)
{
    const std::int64_t step = length.count * std::int64_t{60};
    const std::int64_t first = floorDivide(range.first, 1000);
    const std::int64_t last = floorDivide(range.last, 1000);
    const std::int64_t offset = clock.offsetAt(first);
    std::int64_t at = floorDivide(first + offset, step) * step - offset;
    // The clock may have been changed since: what was before is a bucket of its own.
    if (const std::int64_t change = clock.nextChange(at); change <= first) {
        at = change;
    }
    std::vector<std::int64_t> borders{at * 1000};
    while (at <= last) {
        const std::int64_t ahead = clock.offsetAt(at);
        const std::int64_t regular = (floorDivide(at + ahead, step) + 1) * step - ahead;
        at = std::min(regular, clock.nextChange(at));
        borders.push_back(at * 1000);
    }
    return borders;
}

/// What the stamps of one host tell about its clock.
class ToldClock
{
public:
    void add(std::int64_t utc, std::int32_t offset)
    {
        if (m_isEmpty) {
            m_isEmpty = false;
            m_first = m_offset = offset;
        } else if (offset != m_offset && utc > m_last) {
            // Clocks are changed at a full hour, if one lies between the two lines.
            const std::int64_t fullHour = floorDivide(utc, 3600) * 3600;
            m_changes.push_back({fullHour > m_last ? fullHour : utc, offset});
            m_offset = offset;
        }
        m_last = std::max(m_last, utc);
    }

    [[nodiscard]] ZoneRules rules() const { return {m_first, m_changes}; }

private:
    bool m_isEmpty = true;
    std::int32_t m_first = 0;
    std::int32_t m_offset = 0;
    std::int64_t m_last = INT64_MIN;
    std::vector<ZoneRules::Transition> m_changes;
};

/// The silences of one source, given its rows in runs.
class SourceSilence
{
public:
    /// Places `begin` to `end` of a piece.
    void add(const Columns& c, std::size_t piece, std::size_t begin, std::size_t end, std::int64_t least)
    {
        const auto times = c.time.piece(piece);
        const auto offsets = c.lineOffset.piece(piece);
        const auto lengths = c.lineLength.piece(piece);
        if (m_found.empty()) {
            m_found.push_back({INT64_MIN, times[begin] - 1});
            m_time = times[begin];
        }
        std::int64_t first = INT64_MAX;
        for (auto at = begin; at < end; ++at) {
            if (times[at] - m_time > least) {
                const auto before = at == begin ? m_end : offsets[at - 1] + lengths[at - 1];
                if (offsets[at] - before < fewLines) {
                    m_found.push_back({m_time + 1, times[at] - 1});
                }
            }
            first = std::min(first, times[at]);
            m_time = std::max(m_time, times[at]);
        }
        // Nearly all logs ascend; one that does not has lines before its first one.
        m_found.front().last = std::min(m_found.front().last, first - 1);
        m_end = offsets[end - 1] + lengths[end - 1];
    }

    [[nodiscard]] std::vector<TimeRange> take()
    {
        if (!m_found.empty()) {
            m_found.push_back({m_time + 1, INT64_MAX});
        }
        return std::move(m_found);
    }

private:
    std::vector<TimeRange> m_found;
    std::int64_t m_time = INT64_MIN;
    std::uint64_t m_end = 0; ///< where the last row's line ends
};

/// Both ascending.
std::vector<TimeRange> common(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b)
{
    std::vector<TimeRange> both;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        const TimeRange part{std::max(a[i].first, b[k].first), std::min(a[i].last, b[k].last)};
        if (part.first <= part.last) {
            both.push_back(part);
        }
        if (a[i].last < b[k].last) {
            ++i;
        } else {
            ++k;
        }
    }
    return both;
}

void count(const Columns& c, const RowSet& rows, std::size_t begin, std::size_t end, const TimeRange& range,
           const std::vector<std::int64_t>& borders, std::vector<Histogram::Bucket>& buckets)
{
    rows.forEachPiece(begin, end, [&](std::size_t piece, const auto& places) {
        const auto times = c.time.piece(piece);
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        // Neighbouring rows are mostly in the same bucket.
        Histogram::Bucket* bucket = nullptr;
        std::int64_t from = INT64_MAX;
        std::int64_t to = INT64_MIN;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            const std::int64_t time = times[at];
            if (time < from || time >= to) {
                if (time < range.first || time > range.last) {
                    continue;
                }
                const auto after = std::upper_bound(borders.begin(), borders.end(), time);
                bucket = &buckets[static_cast<std::size_t>(after - borders.begin()) - 1];
                from = std::max(*(after - 1), range.first);
                to = std::min(*after, range.last + 1);
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
}

void count(const Columns& c, const RowSet& rows, const TimeRange& range, TimeBuckets& result)
{
    std::array<std::vector<Histogram::Bucket>, 2> halves;
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        halves[half].resize(result.borders.size() - 1);
        count(c, rows, begin, end, range, result.borders, halves[half]);
    });
    result.buckets = std::move(halves[0]);
    for (std::size_t i = 0; i < halves[1].size(); ++i) {
        const auto add = [](auto& to, const auto& counts) {
            std::transform(counts.begin(), counts.end(), to.begin(), to.begin(), std::plus<>());
        };
        add(result.buckets[i].byResult, halves[1][i].byResult);
        add(result.buckets[i].byAction, halves[1][i].byAction);
    }
}

void markSilent(const Log& log, TimeBuckets& result)
{
    result.silent.resize(result.buckets.size());
    const auto quiet = silences(log, leastSilence);
    auto at = quiet.begin();
    for (std::size_t i = 0; i < result.buckets.size(); ++i) {
        while (at != quiet.end() && at->last < result.to(i) - 1) {
            ++at;
        }
        result.silent[i] = at != quiet.end() && at->first <= result.from(i);
    }
}

} // namespace

BucketLength fittingLength(const TimeRange& range, std::size_t most, BucketLength least) noexcept
{
    const std::int64_t shortest = milliseconds(least);
    for (const BucketLength length : roundLengths) {
        const std::int64_t step = milliseconds(length);
        if (step >= shortest && (range.last - range.first) / step < static_cast<std::int64_t>(most)) {
            return length;
        }
    }
    return roundLengths.back();
}

std::vector<std::int64_t> bucketBorders(const TimeRange& range, BucketLength length, const ZoneRules& clock)
{
    return length.unit == Unit::Minute ? clockBorders(range, length, clock)
                                       : dateBorders(range, length, clock);
}

ZoneRules clockOf(const Log& log, const ZoneRules& supposed)
{
    const Columns& c = log.columns();
    if (log.size() == 0) {
        return supposed;
    }
    ToldClock told;
    bool isAsSupposed = true;
    // The supposed offset holds from `begin` up to `end`; asked again only outside.
    std::int64_t begin = 1;
    std::int64_t end = 0;
    std::int32_t offset = 0;
    const Id host = c.host[0];
    for (std::size_t piece = 0; piece < c.time.pieceCount(); ++piece) {
        const auto times = c.time.piece(piece);
        const auto offsets = c.offset.piece(piece);
        const auto hosts = c.host.piece(piece);
        for (std::size_t at = 0; at < times.size(); ++at) {
            if (hosts[at] != host) {
                continue;
            }
            const std::int64_t utc = floorDivide(times[at], 1000);
            if (utc < begin || utc >= end) {
                begin = utc;
                end = supposed.nextChange(utc);
                offset = supposed.offsetAt(utc);
            }
            const std::int32_t stamped = offsets[at] * 60;
            isAsSupposed = isAsSupposed && stamped == offset;
            told.add(utc, stamped);
        }
    }
    return isAsSupposed ? supposed : told.rules();
}

std::optional<TimeBuckets> timeBuckets(const Log& log, const RowSet& rows, const BucketRequest& request)
{
    const auto range = request.axis ? request.axis : timeRange(log, rows);
    if (!range || range->last < range->first) {
        return std::nullopt;
    }
    TimeBuckets result;
    result.clock = request.clock;
    result.length = request.length ? fittingLength(*range, request.most, *request.length)
                                   : fittingLength(*range, request.fitting);
    result.borders = bucketBorders(*range, result.length, request.clock);
    count(log.columns(), rows, *range, result);
    markSilent(log, result);
    return result;
}

std::vector<TimeRange> silences(const Log& log, std::int64_t least)
{
    const Columns& c = log.columns();
    std::vector<SourceSilence> sources(log.sourceCount());
    for (std::size_t piece = 0; piece < c.source.pieceCount(); ++piece) {
        const auto numbers = c.source.piece(piece);
        for (std::size_t begin = 0; begin < numbers.size();) {
            auto end = begin + 1;
            while (end < numbers.size() && numbers[end] == numbers[begin]) {
                ++end;
            }
            sources[numbers[begin]].add(c, piece, begin, end, least);
            begin = end;
        }
    }
    std::vector<TimeRange> all{{INT64_MIN, INT64_MAX}};
    for (SourceSilence& source : sources) {
        if (const auto one = source.take(); !one.empty()) {
            all = common(all, one);
        }
    }
    std::erase_if(all, [least](const TimeRange& range) {
        return range.first != INT64_MIN && range.last != INT64_MAX && range.last - range.first + 1 < least;
    });
    return all;
}

} // namespace maillog
