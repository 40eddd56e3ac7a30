// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the page shows for one filter, computed together from the same rows: chart, table, top lists and
// counts cannot disagree (DESIGN.md 3).
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/statistics.h"
#include "core/maillog/time_buckets.h"
#include "core/maillog/time_order.h"
#include "core/qtio/log/log_loader.h"
#include "ui/maillog/toplists/top_fields.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Loaded logs with their lines, which one thread at a time may read.
struct OpenLogs
{
    qtio::LoadedLogs logs;
    bool isPreliminary = false; ///< more is being read

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

/// Which line a row stands for: stays when more of a log is read and rows are counted anew.
struct LineKey
{
    std::uint16_t source = 0;
    std::uint64_t offset = 0;
    friend bool operator==(const LineKey&, const LineKey&) = default;
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
    QString expression; ///< what `filter` was made of
    maillog::Filter filter;
    std::optional<TimeSpan> span; ///< the brush: narrows all but the chart
    ChartQuery chart;
    maillog::ZoneRules zone; ///< of the logs, as they were opened
    std::vector<maillog::TopField> topFields;
    std::optional<LineKey> chosen; ///< to be found again
};

struct TopList
{
    maillog::TopField field = maillog::TopField::Domain;
    std::vector<maillog::TopEntry> entries;
};

struct LogView
{
    std::shared_ptr<const OpenLogs> logs;
    LogQuery query;
    std::uint64_t number = 0;   ///< of the view
    std::uint64_t joinedTo = 0; ///< the view whose rows are the first of `rows`; 0: all may be different
    std::shared_ptr<const maillog::TimeOrder> order;
    std::vector<std::uint32_t> matches;      ///< what the filter lets through, ascending, without the brush
    std::vector<std::uint32_t> rows;         ///< what is shown, in the order of time
    std::optional<maillog::TimeRange> range; ///< of the logs
    std::optional<maillog::TimeBuckets> histogram;
    std::vector<TopList> tops;
    std::optional<std::size_t> chosenAt; ///< place of query.chosen in `rows`
    std::uint64_t total = 0;             ///< all that rows stand for in the logs
    std::uint64_t allChecks = 0;         ///< of them, those with a result
    std::uint64_t matching = 0;          ///< in `rows`, repetitions counted
    std::uint64_t guessed = 0;           ///< in the logs
    std::uint64_t checks = 0;            ///< in `rows`: with a result
    std::uint64_t skips = 0;             ///< in `rows`: mails that were not checked

    /// Empty when it was not asked for.
    [[nodiscard]] const std::vector<maillog::TopEntry>& top(maillog::TopField field) const;
    [[nodiscard]] LineKey keyOf(maillog::Row row) const;
};

/// `before` may be a view of the same filter over an earlier snapshot of the same log: only what was added or
/// changed since is looked at. `cancelled` ends it early; the view is then of no use.
[[nodiscard]] LogView viewOf(std::shared_ptr<const OpenLogs> logs, const LogQuery& query,
                             const std::function<bool()>& cancelled,
                             const std::shared_ptr<const LogView>& before = {});

/// The first row that `after` may have otherwise than `before`, an earlier snapshot; 0 for another log.
[[nodiscard]] maillog::Row firstChanged(const maillog::Log& before, const maillog::Log& after);

} // namespace ui
