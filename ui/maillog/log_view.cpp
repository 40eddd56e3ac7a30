// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_view.h"

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr std::size_t topCount = 50;
constexpr std::int64_t runningTime = 60 * 60'000; ///< what a log that is followed shows

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The axis is that of all the log: it does not jump while a filter is typed.
void addChart(LogView& view, const LogQuery& query)
{
    const maillog::Log& log = *view.logs->logs.log;
    view.range = maillog::timeRange(log, maillog::RowSet::all(log));
    if (!view.range) {
        return;
    }
    maillog::BucketRequest request;
    request.length = query.chart.length;
    request.axis = view.range;
    request.clock = maillog::clockOf(log, query.zone);
    if (query.chart.axis) {
        request.axis = {query.chart.axis->from, query.chart.axis->to - 1};
    } else if (query.chart.isRunning) {
        request.axis->first = view.range->last - runningTime;
        request.length = maillog::BucketLength();
    }
    view.histogram = maillog::timeBuckets(log, maillog::RowSet(view.rows), request);
}

/// Counts by id, then the largest with their names.
template <class NameOf>
std::vector<TopEntry> topOf(const maillog::Log& log, const std::vector<std::uint32_t>& rows,
                            const maillog::Column<maillog::Id>& column, std::size_t idCount,
                            const NameOf& nameOf)
{
    std::vector<maillog::ResultCounts> counts(idCount);
    const auto& columns = log.columns();
    for (const std::uint32_t row : rows) {
        const std::uint8_t result = columns.result[row];
        if (result != maillog::noResult) {
            counts[column[row]][result] += columns.repeat[row];
        }
    }

    struct Candidate
    {
        maillog::Id id;
        std::uint64_t count;
    };

    std::vector<Candidate> candidates;
    for (std::size_t id = 1; id < idCount; ++id) {
        const auto sum = std::accumulate(counts[id].begin(), counts[id].end(), std::uint64_t{0});
        if (sum > 0) {
            candidates.push_back({static_cast<maillog::Id>(id), sum});
        }
    }
    const auto kept = std::min(topCount, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                      candidates.end(), [](const Candidate& a, const Candidate& b) {
                          return a.count != b.count ? a.count > b.count : a.id < b.id;
                      });
    candidates.resize(kept);
    std::vector<TopEntry> top;
    for (const Candidate& candidate : candidates) {
        top.push_back({nameOf(candidate.id), counts[candidate.id], candidate.count});
    }
    return top;
}

void countAll(LogView& view)
{
    const maillog::Log& log = *view.logs->logs.log;
    for (maillog::Row row = 0; row < log.size(); ++row) {
        const std::uint32_t repeat = log.columns().repeat[row];
        view.total += repeat;
        view.guessed += log.columns().guessed[row] != 0 ? repeat : 0;
    }
    for (const std::uint32_t row : view.rows) {
        view.matching += log.columns().repeat[row];
    }
}

} // namespace

QByteArray OpenLogs::line(maillog::Row row) const
{
    const std::lock_guard lock(lines);
    return bytes(logs.line(row));
}

QByteArray OpenLogs::text(std::uint16_t source, quint64 offset, quint32 length) const
{
    const std::lock_guard lock(lines);
    const auto& file = logs.sources[source].file;
    return file ? bytes(file->text(offset, length)) : QByteArray();
}

int OpenLogs::offsetMinutes() const
{
    return logs.log && logs.log->size() > 0 ? logs.log->columns().offset[0] : 0;
}

LogView viewOf(std::shared_ptr<const OpenLogs> logs, const LogQuery& query,
               const std::function<bool()>& cancelled)
{
    LogView view;
    view.logs = std::move(logs);
    const OpenLogs& open = *view.logs;
    const maillog::Log& log = *open.logs.log;
    // The buffer outlives each call: the filter looks at the line before it asks for the next.
    QByteArray buffer;
    const maillog::LineSource lines = [&open, &buffer](std::uint16_t source, std::uint64_t offset,
                                                       std::uint32_t length) {
        buffer = open.text(source, offset, length);
        return std::string_view(buffer.constData(), static_cast<std::size_t>(buffer.size()));
    };
    view.rows = query.filter.rows(log, lines, 0, cancelled);
    if (cancelled()) {
        return view;
    }
    addChart(view, query);
    if (query.span) {
        std::erase_if(view.rows, [&log, span = *query.span](std::uint32_t row) {
            const std::int64_t time = log.columns().time[row];
            return time < span.from || time >= span.to;
        });
    }
    view.domains = topOf(log, view.rows, log.columns().domain, log.domains().size(), [&log](maillog::Id id) {
        const std::string_view name = log.domains()[id];
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    });
    view.addresses =
        topOf(log, view.rows, log.columns().address, log.addresses().size() + 1, [&log](maillog::Id id) {
            const auto address = log.addresses()[id];
            return address ? QString::fromStdString(address->toString()) : QString();
        });
    countAll(view);
    return view;
}

} // namespace ui
