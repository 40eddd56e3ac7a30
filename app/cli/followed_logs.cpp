// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followed_logs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cli {

namespace {

constexpr maillog::Row manyRows = 50'000;
constexpr std::size_t manySources = 64; ///< of which each holds a file open

bool always()
{
    return true;
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

void FollowedLogs::begin(std::size_t past, const Tell& tell)
{
    m_reading.readAll([](qint64, qint64) { return true; });
    m_logs = m_reading.snapshot(qtio::LogStage::Complete);
    m_reading.keepImages(always);
    const auto& flags = m_logs.log->columns().flags;
    m_seen = m_logs.log->size();
    maillog::Row end = m_seen;
    while (end > 0 && (flags[end - 1] & maillog::DetailOnly) != 0) {
        m_waiting.insert(m_waiting.begin(), --end);
    }
    if (past == 0) {
        return;
    }
    std::vector<std::uint32_t> rows = m_filter.rows(*m_logs.log, m_logs.blockSource());
    std::erase_if(rows, [end](maillog::Row row) { return row >= end; });
    for (std::size_t i = rows.size() - std::min(past, rows.size()); i < rows.size(); ++i) {
        tell((*m_logs.log)[rows[i]]);
    }
}

void FollowedLogs::look(const Tell& tell)
{
    const bool hasGrown = m_reading.readGrowth(always);
    if (hasGrown) {
        m_logs = m_reading.snapshot(qtio::LogStage::Complete);
    }
    tellNew(!hasGrown, tell);
}

void FollowedLogs::finish(const Tell& tell)
{
    look(tell);
    m_logs = m_reading.complete();
    tellNew(true, tell);
}

void FollowedLogs::tellNew(bool isSilent, const Tell& tell)
{
    std::vector<maillog::Row> ready = std::exchange(m_waiting, {});
    while (m_seen < m_logs.log->size()) {
        ready.push_back(m_seen++);
    }
    if (!isSilent) {
        const auto& flags = m_logs.log->columns().flags;
        const auto waits = [&flags](maillog::Row row) { return (flags[row] & maillog::DetailOnly) != 0; };
        std::ranges::copy_if(ready, std::back_inserter(m_waiting), waits);
        std::erase_if(ready, waits);
    }
    for (const maillog::Row row : matching(ready)) {
        tell((*m_logs.log)[row]);
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
