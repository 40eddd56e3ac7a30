// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_view.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <numeric>

namespace ui {

namespace {

constexpr std::size_t topCount = 50;
constexpr std::int64_t minute = 60'000;

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A round step that gives about ninety buckets.
std::int64_t fittingStep(const maillog::TimeRange& range)
{
    constexpr std::array<std::int64_t, 11> steps{1, 2, 5, 10, 20, 60, 180, 360, 1440, 7 * 1440, 28 * 1440};
    for (const std::int64_t step : steps) {
        if ((range.last - range.first) / (step * minute) < 96) {
            return step * minute;
        }
    }
    return 28 * 1440 * minute;
}

std::optional<maillog::Histogram> chartOf(const OpenLogs& logs, const std::vector<std::uint32_t>& rows,
                                          std::optional<std::int64_t> step)
{
    const maillog::RowSet set(rows);
    const auto range = maillog::timeRange(*logs.logs.log, set);
    if (!range) {
        return std::nullopt;
    }
    return maillog::histogram(*logs.logs.log, set, step.value_or(fittingStep(*range)), logs.offsetMinutes(),
                              5000);
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
    const std::lock_guard lock(*logs.reading);
    return bytes(logs.line(row));
}

QByteArray OpenLogs::text(std::uint16_t source, quint64 offset, quint32 length) const
{
    const std::lock_guard lock(*logs.reading);
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
    view.rows = query.filter.rows(log, open.logs.blockSource(), 0, cancelled);
    if (cancelled()) {
        return view;
    }
    view.histogram = chartOf(open, view.rows, query.step);
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
