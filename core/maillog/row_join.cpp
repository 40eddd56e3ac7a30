// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/row_join.h"

#include "core/base/ascii.h"
#include "core/maillog/fields.h"

#include <algorithm>
#include <cstdlib>

namespace maillog {

namespace {

// smtpd answers at once; its lines may be buffered for seconds.
constexpr std::int64_t refusalWindow = 10 * 1000;
constexpr Row refusalRows = 256;
constexpr std::size_t mostWaiting = 64;
// A milter speaks when the whole message has come.
constexpr std::int64_t messageWindow = 60 * 1000;
constexpr Row messageRows = 1024;
constexpr std::int64_t lateCheck = 2 * 1000;
constexpr std::int64_t queueIdLife = 5 * 60 * 1000;
constexpr std::size_t mostMessages = 256;

bool isWithin(std::int64_t a, std::int64_t b, std::int64_t window) noexcept
{
    return std::abs(a - b) <= window;
}

bool isJudged(Dialect dialect) noexcept
{
    return dialect == Dialect::Rspamd || dialect == Dialect::OpenDmarc;
}

std::uint64_t keyOf(Id host, std::string_view queueId) noexcept
{
    return hashBytes(queueId.data(), queueId.size()) + host;
}

} // namespace

template <class Accept>
std::optional<Row> RowJoin::nearest(Row mostRows, std::int64_t time, std::int64_t window,
                                    const Accept& accept) const
{
    constexpr auto pieceSize = Column<std::int64_t>::pieceSize;
    const Row size = m_columns.time.size();
    const Row last = std::max(m_firstRow, size - std::min(size, mostRows));
    const auto earliest = static_cast<std::uint64_t>(time - window);
    const auto span = static_cast<std::uint64_t>(2 * window);
    for (Row row = size; row > last;) {
        const Row start = (row - 1) / pieceSize * pieceSize;
        const std::int64_t* const times = m_columns.time.piece(start / pieceSize).data();
        for (const Row first = std::max(start, last); row > first; --row) {
            const bool isNear = static_cast<std::uint64_t>(times[row - 1 - start]) - earliest <= span;
            if (isNear && m_columns.source[row - 1] == m_source && accept(row - 1)) {
                return row - 1;
            }
        }
    }
    return std::nullopt;
}

bool RowJoin::isDomainOnly(Id recipient) const noexcept
{
    return m_mailboxes[recipient].find('@') == std::string_view::npos;
}

bool RowJoin::isSameRecipient(Id inRow, Id recipient) const noexcept
{
    return inRow == 0 || recipient == 0 || inRow == recipient ||
           (isDomainOnly(inRow) &&
            base::equalsIgnoreCase(m_mailboxes[inRow], domainOf(m_mailboxes[recipient])));
}

bool RowJoin::isSameHelo(Id inRow, Id helo) const noexcept
{
    return inRow == 0 || helo == 0 || inRow == helo || base::equalsIgnoreCase(m_helos[inRow], m_helos[helo]);
}

bool RowJoin::isSameRefusal(Row row, const RowNames& names) const noexcept
{
    const auto& c = m_columns;
    if (c.action[row] == Action::Bypass || c.action[row] == Action::Skip || isJudged(c.dialect[row])) {
        return false;
    }
    // Numbers are compared before texts, which are far away in memory.
    if (c.address[row] == 0) { // the Perl program names nothing but what it asked for in vain
        const bool sameDomain =
            c.domain[row] != 0 ? c.domain[row] == names.domain
                               : c.helo[row] != 0 && names.helo != 0 && isSameHelo(c.helo[row], names.helo);
        return sameDomain && isSameRecipient(c.recipient[row], names.recipient);
    }
    return c.address[row] == names.address &&
           (c.sender[row] == names.sender || (c.sender[row] == 0 && isSameHelo(c.helo[row], names.helo))) &&
           isSameRecipient(c.recipient[row], names.recipient);
}

bool RowJoin::isSameMessage(Row row, const RowNames& names) const noexcept
{
    const auto& c = m_columns;
    if (names.address != 0 && c.address[row] != 0) {
        return c.address[row] == names.address && c.sender[row] == names.sender;
    }
    // OpenDMARC names the domain only.
    return names.domain != 0 ? c.domain[row] == names.domain : names.helo != 0 && c.helo[row] == names.helo;
}

void RowJoin::join(Row row, const RowNames& names, std::uint8_t flag)
{
    auto& c = m_columns;
    const auto fill = [row](Column<Id>& column, Id id) {
        if (column[row] == 0 && id != 0) {
            column.set(row, id);
        }
    };
    fill(c.address, names.address);
    fill(c.helo, names.helo);
    fill(c.sender, names.sender);
    if (names.recipient != 0 && isDomainOnly(c.recipient[row])) {
        c.recipient.set(row, names.recipient);
    }
    c.flags.set(row, static_cast<std::uint8_t>(c.flags[row] | flag));
}

std::optional<Row> RowJoin::refuse(const RowNames& names, const LinePlace& place, std::uint32_t repeat)
{
    const auto time = place.moment.utcMilliseconds;
    m_rejections += repeat;
    std::optional<Row> oldest;
    // Lines of several refusals may be buffered: the first check belongs to the first refusal. When all are
    // taken, this is a further recipient of the mail that was refused last.
    const auto newest = nearest(refusalRows, time, refusalWindow, [&](Row row) {
        const bool same = m_columns.host[row] == place.host && isSameRefusal(row, names);
        if (same && (m_columns.flags[row] & Rejected) == 0) {
            oldest = row;
        }
        return same && (m_columns.flags[row] & Rejected) != 0;
    });
    const auto row = oldest ? oldest : newest;
    if (row) {
        m_joined += repeat;
        join(*row, names, Rejected);
    } else {
        if (m_waiting.size() == mostWaiting) {
            m_waiting.erase(m_waiting.begin());
        }
        m_waiting.push_back({time, place.host, names, repeat});
    }
    return row;
}

void RowJoin::takeRefusal(Row row)
{
    const auto& c = m_columns;
    const auto time = c.time[row];
    std::erase_if(m_waiting, [&](const Refusal& r) { return time - r.time > refusalWindow; });
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Refusal& r) {
        return r.host == c.host[row] && isWithin(r.time, time, refusalWindow) && isSameRefusal(row, r.names);
    });
    if (found != m_waiting.end()) {
        m_joined += found->repeat;
        join(row, found->names, Rejected);
        m_waiting.erase(found);
    }
}

std::optional<Row> RowJoin::repeatedBy(const Statement& verdict, const RowNames& names,
                                       const LinePlace& place)
{
    const auto& c = m_columns;
    const auto time = place.moment.utcMilliseconds;
    const auto key = keyOf(place.host, verdict.queueId);
    const auto known = std::find_if(m_messages.begin(), m_messages.end(), [&](const Message& m) {
        return !verdict.queueId.empty() && m.key == key && isWithin(m.time, time, queueIdLife);
    });
    if (known != m_messages.end()) {
        join(known->row, names, OtherProgram);
        return known->row;
    }
    if (!m_lastCheck || !isWithin(*m_lastCheck, time, messageWindow)) {
        return std::nullopt;
    }
    const auto row = nearest(messageRows, time, messageWindow, [&](Row at) {
        // A refused mail never becomes a message.
        return !isJudged(c.dialect[at]) && (c.flags[at] & OtherProgram) == 0 && c.host[at] == place.host &&
               c.action[at] != Action::Block && c.action[at] != Action::TempBlock && isSameMessage(at, names);
    });
    if (row) {
        join(*row, names, OtherProgram);
        remember({verdict.queueId.empty() ? 0 : key, time, *row, false});
    }
    return row;
}

void RowJoin::madeOf(const Statement& verdict, const LinePlace& place, Row row)
{
    m_lastVerdict = place.moment.utcMilliseconds;
    remember({verdict.queueId.empty() ? 0 : keyOf(place.host, verdict.queueId), place.moment.utcMilliseconds,
              row, true});
}

bool RowJoin::mayFollowVerdict(const LinePlace& place) const noexcept
{
    return m_lastVerdict && isWithin(*m_lastVerdict, place.moment.utcMilliseconds, lateCheck);
}

std::optional<Row> RowJoin::verdictBefore(const RowNames& names, const LinePlace& place)
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&](const Message& m) {
        return m.onlyVerdict && isWithin(m.time, place.moment.utcMilliseconds, lateCheck) &&
               m_columns.host[m.row] == place.host && isSameMessage(m.row, names);
    });
    if (found == m_messages.end()) {
        return std::nullopt;
    }
    found->onlyVerdict = false;
    return found->row;
}

void RowJoin::remember(const Message& message)
{
    if (m_messages.size() < mostMessages) {
        m_messages.push_back(message);
        return;
    }
    m_messages[m_nextMessage % mostMessages] = message;
    m_nextMessage = (m_nextMessage + 1) % mostMessages;
}

} // namespace maillog
