// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/alert_rule.h"

#include <algorithm>

namespace maillog {

namespace {

constexpr std::int64_t minuteMs = 60'000;

/// Rows of merged logs may stand a little out of order: so many older ones end the way back.
constexpr int enoughOlder = 64;

} // namespace

AlertWatch::AlertWatch(AlertRule rule) : m_rule(std::move(rule)) {}

std::vector<AlertEvent> AlertWatch::take(const Log& log, Row first)
{
    std::vector<AlertEvent> events;
    forgetFrom(first);
    const Columns& c = log.columns();
    const std::int64_t window = m_rule.minutes * minuteMs;
    for (Row row = first; row < log.size(); ++row) {
        m_now = std::max(m_now, c.time[row]);
        if (!isMeant(log, row) || c.time[row] <= m_now - window) {
            continue;
        }
        forgetBefore(m_now - window);
        const Id id = groupOf(log, row);
        m_hits.push_back({row, c.time[row], c.repeat[row], id});
        Group& group = m_groups[id];
        group.count += c.repeat[row];
        const std::int64_t pause = m_rule.againAfterMinutes * minuteMs;
        if (group.count > m_rule.moreThan &&
            (!group.isAbove || (pause > 0 && m_now - group.firedAt >= pause))) {
            group.isAbove = true;
            group.firedAt = m_now;
            events.push_back({c.time[row], group.count, nameOf(log, id)});
        }
    }
    return events;
}

bool AlertWatch::isMeant(const Log& log, Row row) const
{
    const Columns& c = log.columns();
    if (const auto* result = std::get_if<spf::Result>(&m_rule.what)) {
        if (c.result[row] != static_cast<std::uint8_t>(*result)) {
            return false;
        }
    } else if (c.action[row] != std::get<Action>(m_rule.what)) {
        return false;
    }
    if (const auto* network = std::get_if<net::Network>(&m_rule.only)) {
        const auto address = log.addresses()[c.address[row]];
        return address && network->contains(*address);
    }
    if (const auto* pattern = std::get_if<net::DomainPattern>(&m_rule.only)) {
        const auto domain = net::DomainName::parse(log.domains()[c.domain[row]]);
        return domain && pattern->matches(*domain);
    }
    return m_rule.scope == AlertScope::All || groupOf(log, row) != 0;
}

Id AlertWatch::groupOf(const Log& log, Row row) const
{
    switch (m_rule.scope) {
    case AlertScope::EachDomain:
        return log.columns().domain[row];
    case AlertScope::EachAddress:
        return log.columns().address[row];
    case AlertScope::All:
        break;
    }
    return 0;
}

std::string AlertWatch::nameOf(const Log& log, Id group) const
{
    if (group == 0) {
        return {};
    }
    if (m_rule.scope == AlertScope::EachDomain) {
        return std::string(log.domains()[group]);
    }
    const auto address = log.addresses()[group];
    return address ? address->toString() : std::string();
}

void AlertWatch::forgetFrom(Row first)
{
    while (!m_hits.empty() && m_hits.back().row >= first) {
        m_groups[m_hits.back().group].count -= m_hits.back().count;
        m_hits.pop_back();
    }
}

void AlertWatch::forgetBefore(std::int64_t time)
{
    while (!m_hits.empty() && m_hits.front().time <= time) {
        const auto found = m_groups.find(m_hits.front().group);
        Group& group = found->second;
        group.count -= m_hits.front().count;
        m_hits.pop_front();
        if (group.count == 0) {
            m_groups.erase(found);
        } else if (group.count <= m_rule.moreThan) {
            group.isAbove = false;
        }
    }
}

Row recentRow(const Log& log, int minutes)
{
    const auto& times = log.columns().time;
    if (log.size() == 0) {
        return 0;
    }
    const std::int64_t begin = times[log.size() - 1] - minutes * minuteMs;
    Row first = log.size();
    int older = 0;
    for (Row row = log.size(); row > 0 && older < enoughOlder; --row) {
        if (times[row - 1] > begin) {
            first = row - 1;
            older = 0;
        } else {
            ++older;
        }
    }
    return first;
}

std::uint64_t recentChecks(const Log& log, int minutes)
{
    const Columns& c = log.columns();
    std::uint64_t count = 0;
    const std::int64_t last = log.size() > 0 ? c.time[log.size() - 1] : 0;
    for (Row row = recentRow(log, minutes); row < log.size(); ++row) {
        count += c.time[row] > last - minutes * minuteMs ? c.repeat[row] : 0;
    }
    return count;
}

} // namespace maillog
