// SPDX-License-Identifier: GPL-3.0-or-later
// Counts over time between borders on the wall clock: an hour is an hour of the server's clock, a day its day
// of 23, 24 or 25 hours, and the hour that a clock goes through twice stands twice.
#pragma once

#include "core/maillog/statistics.h"
#include "core/maillog/zone_rules.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace maillog {

/// Minutes divide a day; days are 1 or weeks beginning on Monday; months are calendar months.
struct BucketLength
{
    enum class Unit : std::uint8_t { Minute, Day, Month };
    Unit unit = Unit::Minute;
    int count = 1;
    friend bool operator==(const BucketLength&, const BucketLength&) = default;
};

/// The shortest round length, not below `least`, with at most `most` buckets between the two times.
[[nodiscard]] BucketLength fittingLength(const TimeRange& range, std::size_t most,
                                         BucketLength least = {}) noexcept;

/// Ascending UTC milliseconds: from the last border at or before range.first to the first after range.last. A
/// change of the clock is a border between lengths below a day.
[[nodiscard]] std::vector<std::int64_t> bucketBorders(const TimeRange& range, BucketLength length,
                                                      const ZoneRules& clock);

/// The clock of the host that wrote the first row: `supposed` when it gives the offsets of all its rows, else
/// what the rows themselves tell.
[[nodiscard]] ZoneRules clockOf(const Log& log, const ZoneRules& supposed);

struct BucketRequest
{
    std::optional<BucketLength> length; ///< nothing: about `fitting` buckets
    std::optional<TimeRange> axis;      ///< rows outside do not count; nothing: where the rows are
    ZoneRules clock;
    std::size_t fitting = 96;
    std::size_t most = 5000; ///< beyond it a longer length is taken
};

struct TimeBuckets
{
    ZoneRules clock;
    BucketLength length;
    std::vector<std::int64_t> borders; ///< one more than buckets
    std::vector<Histogram::Bucket> buckets;
    std::vector<bool> silent; ///< within 15 minutes or more without any line in the log

    [[nodiscard]] std::int64_t from(std::size_t bucket) const { return borders[bucket]; }

    [[nodiscard]] std::int64_t to(std::size_t bucket) const { return borders[bucket + 1]; }
};

/// Nothing when neither rows nor an axis say what time it is about.
[[nodiscard]] std::optional<TimeBuckets> timeBuckets(const Log& log, const RowSet& rows,
                                                     const BucketRequest& request);

/// Times of at least `least` milliseconds without a line in any source, ascending; before the first row and
/// after the last one too.
[[nodiscard]] std::vector<TimeRange> silences(const Log& log, std::int64_t least);

} // namespace maillog
