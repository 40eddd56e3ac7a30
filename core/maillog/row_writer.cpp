// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/row_writer.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <utility>

namespace maillog {

namespace {

/// No check takes longer (Lookup_Time is 20 s an identity); a process id may be used again.
constexpr std::int64_t longestCheck = 5 * 60 * 1000;
constexpr std::size_t mostPending = 16;

/// After these the program asks no further: HELO alone decides.
bool endsCheck(spf::Result result) noexcept
{
    return result == spf::Result::Fail || result == spf::Result::TempError ||
           result == spf::Result::PermError;
}

std::uint8_t resultCode(const Statement& said) noexcept
{
    return said.result ? static_cast<std::uint8_t>(*said.result) : noResult;
}

} // namespace

std::uint64_t RowWriter::processOf(const LinePlace& place) noexcept
{
    return (std::uint64_t{place.host} << 32U) | place.pid;
}

std::uint8_t RowWriter::flagsOf(const LinePlace& place) const noexcept
{
    return static_cast<std::uint8_t>((place.moment.repeatedHour ? RepeatedHour : 0) |
                                     (place.moment.withoutYear ? NoYear : 0) |
                                     (place.withoutTime ? NoTime : 0));
}

void RowWriter::prefetchSlots(const EventNames& names) const noexcept
{
    if (names.address) {
        m_log.addresses.prefetchSlot(*names.address);
    }
    m_log.domains.prefetchSlot(names.domain);
    m_log.helos.prefetchSlot(names.helo);
    m_log.mailboxes.prefetchSlot(names.sender);
    m_log.mailboxes.prefetchSlot(names.recipient);
}

void RowWriter::prefetchEntries(const EventNames& names) const noexcept
{
    if (names.address) {
        m_log.addresses.prefetchEntry(*names.address);
    }
    m_log.domains.prefetchEntry(names.domain);
    m_log.helos.prefetchEntry(names.helo);
    m_log.mailboxes.prefetchEntry(names.sender);
    m_log.mailboxes.prefetchEntry(names.recipient);
}

RowNames RowWriter::intern(const EventNames& names)
{
    return {names.address ? m_log.addresses.intern(*names.address) : 0,
            m_log.domains.intern(names.domain),
            m_log.helos.intern(names.helo),
            m_log.mailboxes.intern(names.sender),
            m_log.mailboxes.intern(names.recipient),
            m_log.rules.intern(names.rule)};
}

void RowWriter::flush()
{
    auto batches = fieldsOf(m_batch);
    auto columns = fieldsOf(m_log.columns);
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        (std::get<i>(batches).moveTo(std::get<i>(columns)), ...);
    }(std::make_index_sequence<std::tuple_size_v<decltype(batches)>>());
}

Row RowWriter::append(const Statement& said, const RowNames& names, const LinePlace& place,
                      std::uint32_t repeat)
{
    if (m_batch.time.size() == Batch<Id>::capacity) {
        flush();
    }
    auto& c = m_batch;
    const Row row = m_log.columns.time.size() + c.time.size();
    c.time.push(place.moment.utcMilliseconds);
    c.offset.push(place.moment.offsetMinutes);
    c.result.push(resultCode(said));
    c.action.push(said.action);
    c.identity.push(said.identity);
    c.dialect.push(said.dialect);
    c.flags.push(flagsOf(place));
    c.guessed.push(said.guessed.bits());
    c.source.push(m_source);
    c.pid.push(place.pid);
    c.repeat.push(repeat);
    c.address.push(names.address);
    c.domain.push(names.domain);
    c.helo.push(names.helo);
    c.sender.push(names.sender);
    c.recipient.push(names.recipient);
    c.host.push(place.host);
    c.rule.push(names.rule);
    c.lineOffset.push(place.offset);
    c.lineLength.push(place.length);
    touch(row);
    return row;
}

void RowWriter::takeOver(Row row, const Statement& said, const RowNames& names, const LinePlace& place,
                         std::uint32_t repeat)
{
    flush();
    auto& c = m_log.columns;
    const auto fill = [row](Column<Id>& column, Id id) {
        if (id != 0) {
            column.set(row, id);
        }
    };
    const bool resultKnown = said.result && !said.guessed.contains(Field::Result);
    if (resultKnown || c.result[row] == noResult) {
        c.result.set(row, resultCode(said));
    }
    auto guessed = said.guessed;
    if (!resultKnown) {
        guessed.remove(Field::Result); // a detail line has told it
    }
    if (said.identity != policy::Identity::None) {
        c.identity.set(row, said.identity);
        if (said.identity == policy::Identity::Helo) {
            c.domain.set(row, 0);
        }
    }
    c.time.set(row, place.moment.utcMilliseconds);
    c.offset.set(row, place.moment.offsetMinutes);
    c.flags.set(row, static_cast<std::uint8_t>(flagsOf(place) | (c.flags[row] & (Rejected | OtherProgram))));
    c.action.set(row, said.action);
    c.guessed.set(row, guessed.bits());
    c.repeat.set(row, repeat);
    fill(c.address, names.address);
    fill(c.domain, names.domain);
    fill(c.helo, names.helo);
    fill(c.sender, names.sender);
    fill(c.recipient, names.recipient);
    fill(c.rule, names.rule);
    c.lineOffset.set(row, place.offset);
    c.lineLength.set(row, place.length);
    touch(row);
}

void RowWriter::writeDetail(const Statement& said, const RowNames& names, const LinePlace& place,
                            std::uint32_t repeat)
{
    auto& waiting = m_pending[processOf(place)];
    std::erase_if(waiting,
                  [&](const Pending& p) { return place.moment.utcMilliseconds - p.time > longestCheck; });
    const auto helo = std::find_if(waiting.rbegin(), waiting.rend(), [&](const Pending& p) {
        return p.identity == policy::Identity::Helo && said.identity == policy::Identity::MailFrom &&
               p.address == names.address && p.helo == names.helo && p.sender == names.sender;
    });
    Row row = 0;
    if (helo != waiting.rend()) {
        row = helo->row; // HELO was checked first, then MAIL FROM of the same mail
        helo->identity = policy::Identity::MailFrom;
        takeOver(row, said, names, place, repeat);
    } else {
        row = append(said, names, place, repeat);
        if (said.identity == policy::Identity::Helo && names.sender != 0 && said.result &&
            !endsCheck(*said.result)) {
            m_steps.push_back(row);
        }
        if (waiting.size() == mostPending) {
            waiting.erase(waiting.begin());
        }
        waiting.push_back(
            {row, place.moment.utcMilliseconds, said.identity, names.address, names.helo, names.sender});
    }
    flush();
    m_log.columns.flags.set(row, static_cast<std::uint8_t>(flagsOf(place) | DetailOnly));
}

void RowWriter::settleSteps()
{
    flush();
    auto& c = m_log.columns;
    std::erase_if(m_steps, [&](Row row) {
        const bool isStep = (c.flags[row] & DetailOnly) != 0 && c.identity[row] == policy::Identity::Helo;
        if (isStep && m_sawAction) {
            c.result.set(row, noResult);
            touch(row);
        }
        return !isStep;
    });
}

std::optional<Row> RowWriter::takePending(const RowNames& names, const LinePlace& place)
{
    const auto found = m_pending.find(processOf(place));
    if (found == m_pending.end()) {
        return std::nullopt;
    }
    auto& waiting = found->second;
    const auto match = std::find_if(waiting.rbegin(), waiting.rend(), [&](const Pending& p) {
        const auto agree = [](Id a, Id b) { return a == 0 || b == 0 || a == b; };
        return agree(p.address, names.address) && agree(p.sender, names.sender) &&
               agree(p.helo, names.helo) && place.moment.utcMilliseconds - p.time <= longestCheck;
    });
    std::optional<Row> row;
    if (match != waiting.rend()) {
        row = match->row;
        waiting.erase(std::next(match).base());
    }
    if (waiting.empty()) {
        m_pending.erase(found);
    }
    return row;
}

void RowWriter::writeCheck(const Statement& said, const RowNames& names, const LinePlace& place,
                           std::uint32_t repeat)
{
    m_sawAction = true;
    std::optional<Row> row;
    if (!m_pending.empty()) {
        row = takePending(names, place);
    }
    if (!row && m_join.mayFollowVerdict(place)) {
        flush();
        row = m_join.verdictBefore(names, place);
        if (row) {
            m_log.columns.dialect.set(*row, said.dialect);
            m_log.columns.pid.set(*row, place.pid);
            m_log.columns.flags.set(*row,
                                    static_cast<std::uint8_t>(m_log.columns.flags[*row] | OtherProgram));
        }
    }
    if (row) {
        takeOver(*row, said, names, place, repeat);
    } else {
        row = append(said, names, place, repeat);
    }
    m_join.checked(place.moment.utcMilliseconds);
    if (m_join.isWaiting()) {
        flush();
        m_join.takeRefusal(*row);
    }
}

void RowWriter::writeVerdict(const Statement& said, const RowNames& names, const LinePlace& place,
                             std::uint32_t repeat)
{
    flush();
    if (const auto row = m_join.repeatedBy(said, names, place)) {
        touch(*row);
    } else {
        m_join.madeOf(said, place, append(said, names, place, repeat));
    }
}

void RowWriter::write(const Statement& said, const EventNames& hashed, const LinePlace& place,
                      std::uint32_t repeat)
{
    const RowNames names = intern(hashed);
    switch (said.kind) {
    case LineKind::Detail:
        writeDetail(said, names, place, repeat);
        break;
    case LineKind::Rejection:
        flush();
        if (const auto row = m_join.refuse(names, place, repeat)) {
            touch(*row);
        }
        break;
    case LineKind::Verdict:
        writeVerdict(said, names, place, repeat);
        break;
    case LineKind::Check:
    case LineKind::Skip:
    case LineKind::Other:
    case LineKind::Unreadable:
        writeCheck(said, names, place, repeat);
        break;
    }
}

bool RowWriter::repeat(std::uint64_t offset, const LinePlace& place, std::uint32_t count)
{
    flush();
    auto& c = m_log.columns;
    // A row may have been taken over from a line further back, so a few rows are looked at.
    constexpr Row nearby = 64;
    const Row size = c.time.size();
    for (Row row = size; row > m_firstRow && size - row < nearby; --row) {
        const Row last = row - 1;
        if (c.lineOffset[last] != offset || c.source[last] != m_source) {
            continue;
        }
        if ((c.flags[last] & DetailOnly) != 0 && m_sawAction) {
            return false; // not a line that counts
        }
        Statement same;
        same.result = c.result[last] == noResult ? std::nullopt : std::optional(spf::Result{c.result[last]});
        same.action = c.action[last];
        same.identity = c.identity[last];
        same.dialect = c.dialect[last];
        same.guessed = Fields(c.guessed[last]);
        LinePlace there = place;
        there.pid = c.pid[last];
        append(
            same,
            {c.address[last], c.domain[last], c.helo[last], c.sender[last], c.recipient[last], c.rule[last]},
            there, count);
        return true;
    }
    return false;
}

void RowWriter::moveYears(int years, StampClock& clock)
{
    flush();
    auto& c = m_log.columns;
    for (Row row = m_firstRow; row < c.time.size(); ++row) {
        if ((c.flags[row] & NoYear) == 0 || c.source[row] != m_source) {
            continue;
        }
        Moment moment;
        moment.utcMilliseconds = c.time[row];
        moment.offsetMinutes = c.offset[row];
        moment = clock.moved(moment, years);
        c.time.set(row, moment.utcMilliseconds);
        c.offset.set(row, moment.offsetMinutes);
        touch(row);
    }
}

Row RowWriter::takeFirstChanged() noexcept
{
    return std::exchange(m_firstChanged, m_log.columns.time.size());
}

} // namespace maillog
