// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followed_logs.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

namespace cli {

namespace {

constexpr maillog::Row manyRows = 50'000;
/// Some check may always wait for its action line; it does not keep all others from being forgotten.
constexpr maillog::Row mostRows = 8 * manyRows;
constexpr std::size_t manySources = 64; ///< of which each holds a file open
/// From a detail line to the action line; a lookup takes 20 s at most as long as nobody changed Lookup_Time.
constexpr std::chrono::milliseconds longestWait{30'000};

bool always()
{
    return true;
}

bool isDetail(const maillog::Log& log, maillog::Row row)
{
    return (log.columns().flags[row] & maillog::DetailOnly) != 0;
}

} // namespace

FollowedLogs::FollowedLogs(const qtio::LogRequest& request, const maillog::Filter& filter)
    : m_reading(request), m_filter(filter)
{
    m_reading.open();
    m_logs = m_reading.snapshot(qtio::LogStage::Loading);
}

std::vector<maillog::Row> FollowedLogs::matching(const std::vector<maillog::Row>& rows) const
{
    std::vector<maillog::Row> both;
    if (!rows.empty()) {
        const auto all = m_filter.rows(*m_logs.log, m_logs.blockSource(), rows.front());
        std::ranges::set_intersection(rows, all, std::back_inserter(both));
    }
    return both;
}

std::vector<maillog::Row> FollowedLogs::recentDetails() const
{
    const auto& columns = m_logs.log->columns();
    const maillog::Row size = m_logs.log->size();
    std::int64_t end = std::numeric_limits<std::int64_t>::min();
    for (maillog::Row row = 0; row < size; ++row) {
        end = std::max(end, columns.time[row]);
    }
    std::vector<maillog::Row> rows;
    for (maillog::Row row = 0; row < size; ++row) {
        if (isDetail(*m_logs.log, row) && end - columns.time[row] < longestWait.count()) {
            rows.push_back(row);
        }
    }
    return rows;
}

void FollowedLogs::begin(std::size_t past, const Tell& tell)
{
    m_reading.readAll([](qint64, qint64) { return true; });
    m_logs = m_reading.snapshot(qtio::LogStage::Complete);
    m_reading.keepImages(always);
    m_seen = m_logs.log->size();
    const std::vector<maillog::Row> details = recentDetails();
    std::vector<std::uint32_t> known;
    if (past > 0) {
        known = m_filter.rows(*m_logs.log, m_logs.blockSource());
    }
    const std::size_t first = known.size() - std::min(past, known.size());
    const auto until = Clock::now() + longestWait;
    for (const maillog::Row row : details) {
        const auto at = std::ranges::lower_bound(known, row);
        const bool isBefore = at != known.end() && *at == row && std::cmp_less(at - known.begin(), first);
        m_waiting.push_back({row, until, !isBefore});
    }
    for (std::size_t i = first; i < known.size(); ++i) {
        if (!std::ranges::binary_search(details, known[i])) {
            tell((*m_logs.log)[known[i]]);
        }
    }
}

void FollowedLogs::look(const Tell& tell)
{
    if (m_reading.readGrowth(always)) {
        m_logs = m_reading.snapshot(qtio::LogStage::Complete);
    }
    tellNew(false, tell);
}

void FollowedLogs::finish(const Tell& tell)
{
    look(tell);
    m_logs = m_reading.complete();
    tellNew(true, tell);
}

void FollowedLogs::tellNew(bool isOver, const Tell& tell)
{
    const maillog::Log& log = *m_logs.log;
    const auto now = Clock::now();
    while (m_seen < log.size()) {
        m_waiting.push_back({m_seen++, now + longestWait});
    }
    const bool isAll = isOver || log.size() > mostRows;
    const auto isReady = [&](const Waiting& check) {
        return isAll || !isDetail(log, check.row) || check.until <= now;
    };
    std::vector<maillog::Row> ready;
    for (const Waiting& check : m_waiting) {
        if (isReady(check) && (check.isAsked || !isDetail(log, check.row))) {
            ready.push_back(check.row);
        }
    }
    std::erase_if(m_waiting, isReady);
    for (const maillog::Row row : matching(ready)) {
        tell(log[row]);
    }
}

bool FollowedLogs::forget()
{
    const bool isMuch = m_logs.log->size() > manyRows || m_logs.sources.size() > manySources;
    if (!isMuch || !m_waiting.empty() || !m_reading.forget()) {
        return false;
    }
    m_logs = m_reading.snapshot(qtio::LogStage::Complete);
    m_seen = 0;
    return true;
}

} // namespace cli
