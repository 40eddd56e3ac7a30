// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/log.h"

namespace maillog {

Check Log::operator[](Row row) const
{
    const auto& c = m_columns;
    Check check;
    check.time = c.time[row];
    check.offsetMinutes = c.offset[row];
    if (c.result[row] != noResult) {
        check.result = static_cast<spf::Result>(c.result[row]);
    }
    check.action = c.action[row];
    check.identity = c.identity[row];
    check.dialect = c.dialect[row];
    check.flags = c.flags[row];
    check.guessed = Fields(c.guessed[row]);
    check.source = c.source[row];
    check.pid = c.pid[row];
    check.repeat = c.repeat[row];
    check.address = m_addresses[c.address[row]];
    check.domain = m_domains[c.domain[row]];
    check.helo = m_helos[c.helo[row]];
    check.sender = m_mailboxes[c.sender[row]];
    check.recipient = m_mailboxes[c.recipient[row]];
    check.host = m_hosts[c.host[row]];
    check.rule = m_rules[c.rule[row]];
    check.lineOffset = c.lineOffset[row];
    check.lineLength = c.lineLength[row];
    return check;
}

LineCounts Log::totalCounts() const noexcept
{
    LineCounts total;
    for (const auto& counts : m_counts) {
        total.lines += counts.lines;
        total.bytes += counts.bytes;
        total.unreadable += counts.unreadable;
        total.journalEntries += counts.journalEntries;
        total.rejections += counts.rejections;
        total.joinedRejections += counts.joinedRejections;
    }
    return total;
}

std::uint16_t Log::addSource()
{
    m_counts.emplace_back();
    m_lines.emplace_back();
    return static_cast<std::uint16_t>(m_counts.size() - 1);
}

} // namespace maillog
