// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the page shows for one filter, computed together from the same rows: chart, table, top lists and
// counts cannot disagree (DESIGN.md 3).
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/time_buckets.h"
#include "core/qtio/log_loader.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace ui {

/// Loaded logs with their lines, which one thread at a time may read.
struct OpenLogs
{
    qtio::LoadedLogs logs;
    mutable std::mutex lines;

    /// The line of a row; empty when the file was cut since.
    [[nodiscard]] QByteArray line(maillog::Row row) const;
    /// Bytes of a file around a place.
    [[nodiscard]] QByteArray text(std::uint16_t source, quint64 offset, quint32 length) const;
    [[nodiscard]] int offsetMinutes() const; ///< wall clock of the first host, from UTC
};

/// UTC milliseconds [from, to).
struct TimeSpan
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// What the chart shows of the time.
struct ChartQuery
{
    std::optional<maillog::BucketLength> length; ///< nothing to fit
    std::optional<TimeSpan> axis;                ///< nothing: all of the log
    bool isRunning = false;                      ///< the last hour by minute, unless there is an axis
};

struct LogQuery
{
    maillog::Filter filter;
    std::optional<TimeSpan> span; ///< the brush: narrows all but the chart
    ChartQuery chart;
    maillog::ZoneRules zone; ///< of the logs, as they were opened
};

struct TopEntry
{
    QString name;
    maillog::ResultCounts byResult{};
    std::uint64_t count = 0;
};

struct LogView
{
    std::shared_ptr<const OpenLogs> logs;
    std::vector<std::uint32_t> rows;         ///< ascending
    std::optional<maillog::TimeRange> range; ///< of the logs
    std::optional<maillog::TimeBuckets> histogram;
    std::vector<TopEntry> domains;
    std::vector<TopEntry> addresses;
    std::uint64_t total = 0;    ///< checks and skips in the logs
    std::uint64_t matching = 0; ///< in `rows`, repetitions counted
    std::uint64_t guessed = 0;  ///< in the logs
};

/// `cancelled` ends it early; the view is then of no use.
[[nodiscard]] LogView viewOf(std::shared_ptr<const OpenLogs> logs, const LogQuery& query,
                             const std::function<bool()>& cancelled);

} // namespace ui
