// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events as rows of a Log: one row per check, however many lines the check took. A detail line makes a
// row that the action line of the same process then takes over, so a check counts once (MAILLOG.md 1).
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/event_names.h"
#include "core/maillog/log.h"
#include "core/maillog/row_join.h"
#include "core/maillog/stamp_clock.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace maillog {

/// The columns a writer fills: those of the Log it belongs to.
struct LogParts
{
    Columns& columns;
    AddressTable& addresses;
    StringTable& domains;
    StringTable& helos;
    StringTable& mailboxes;
    StringTable& rules;
};

class RowWriter
{
public:
    RowWriter(LogParts log, std::uint16_t source) noexcept
        : m_log(log), m_source(source), m_join(log.columns, log.helos, log.mailboxes, source)
    {
    }

    void write(const Statement& said, const EventNames& names, const LinePlace& place, std::uint32_t repeat);
    /// What write() will look up, in two steps some lines ahead.
    void prefetchSlots(const EventNames& names) const noexcept;
    void prefetchEntries(const EventNames& names) const noexcept;
    /// Puts the rows written into the columns: not before that they are seen.
    void flush();
    /// The check whose line stood at `offset` happened `count` times more; false when it is not among the
    /// last rows.
    bool repeat(std::uint64_t offset, const LinePlace& place, std::uint32_t count);
    /// Moves the rows that had no year in their stamp.
    void moveYears(int years, StampClock& clock);
    /// Nothing follows for now: a HELO check that was only a step on the way to MAIL FROM (the program was
    /// stopped in between) is no check in a log that has action lines.
    void settleSteps();
    /// Rows from here on were written or changed since the last call.
    [[nodiscard]] Row takeFirstChanged() noexcept;

    /// See log_image.h.
    template <class State>
    void keepIn(State& state)
    {
        state.byProcess(m_pending, [&state](std::vector<Pending>& waiting) {
            state.list(waiting, [&state](Pending& pending) {
                state.row(pending.row);
                state.number(pending.time);
                state.number(pending.identity);
                state.address(pending.address);
                state.helo(pending.helo);
                state.mailbox(pending.sender);
            });
        });
        state.list(m_steps, [&state](Row& row) { state.row(row); });
        state.number(m_sawAction);
        state.place(m_firstRow);
        m_join.keepIn(state);
    }

    [[nodiscard]] const RowJoin& joins() const noexcept { return m_join; }

private:
    /// A row made of detail lines, waiting for its action line.
    struct Pending
    {
        Row row;
        std::int64_t time;
        policy::Identity identity;
        Id address;
        Id helo;
        Id sender;
    };

    [[nodiscard]] RowNames intern(const EventNames& names);
    Row append(const Statement& said, const RowNames& names, const LinePlace& place, std::uint32_t repeat);
    void takeOver(Row row, const Statement& said, const RowNames& names, const LinePlace& place,
                  std::uint32_t repeat);
    void writeDetail(const Statement& said, const RowNames& names, const LinePlace& place,
                     std::uint32_t repeat);
    void writeCheck(const Statement& said, const RowNames& names, const LinePlace& place,
                    std::uint32_t repeat);
    void writeVerdict(const Statement& said, const RowNames& names, const LinePlace& place,
                      std::uint32_t repeat);
    /// The pending row that this action line ends, taken off the list.
    [[nodiscard]] std::optional<Row> takePending(const RowNames& names, const LinePlace& place);
    [[nodiscard]] static std::uint64_t processOf(const LinePlace& place) noexcept;
    [[nodiscard]] std::uint8_t flagsOf(const LinePlace& place) const noexcept;

    void touch(Row row) noexcept { m_firstChanged = std::min(m_firstChanged, row); }

    LogParts m_log;
    std::uint16_t m_source;
    RowFields<Batch> m_batch; ///< the last rows, not yet in the columns
    RowJoin m_join;
    std::unordered_map<std::uint64_t, std::vector<Pending>> m_pending;
    std::vector<Row> m_steps; ///< rows of HELO details that MAIL FROM should follow
    bool m_sawAction = false;
    Row m_firstRow = m_log.columns.time.size();
    Row m_firstChanged = m_firstRow;
};

} // namespace maillog
