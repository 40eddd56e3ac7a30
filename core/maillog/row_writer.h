// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events as rows of a Log: one row per check, however many lines the check took. A detail line makes a
// row that the action line of the same process then takes over, so a check counts once (MAILLOG.md 1).
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/event_names.h"
#include "core/maillog/log.h"
#include "core/maillog/stamp_clock.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace maillog {

/// Where, when and by whom a line was written.
struct LinePlace
{
    Moment moment;
    bool withoutTime = false;
    Id host = 0;
    std::uint32_t pid = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
};

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
    RowWriter(LogParts log, std::uint16_t source) noexcept : m_log(log), m_source(source) {}

    void write(const Event& event, const EventNames& names, const LinePlace& place, std::uint32_t repeat);
    /// What write() will look up; three steps, each some lines ahead of the next.
    enum class Ahead { Slots, Entries, Texts };
    void prefetch(const EventNames& names, Ahead step) const noexcept;
    /// Puts the rows written into the columns: not before that they are seen.
    void flush();
    /// The check whose line stood at `offset` happened `count` times more; false when it is not among the
    /// last rows.
    bool repeat(std::uint64_t offset, const LinePlace& place, std::uint32_t count);
    /// Moves the rows that had no year in their stamp.
    void moveYears(int years, const StampClock& clock);
    /// Nothing follows for now: a HELO check that was only a step on the way to MAIL FROM (the program was
    /// stopped in between) is no check in a log that has action lines.
    void settleSteps();
    /// Rows from here on were written or changed since the last call.
    [[nodiscard]] Row takeFirstChanged() noexcept;

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

    struct Names
    {
        Id address;
        Id domain;
        Id helo;
        Id sender;
        Id recipient;
        Id rule;
    };

    [[nodiscard]] Names intern(const EventNames& names);
    Row append(const Event& event, const Names& names, const LinePlace& place, std::uint32_t repeat);
    void takeOver(Row row, const Event& event, const Names& names, const LinePlace& place,
                  std::uint32_t repeat);
    void writeDetail(const Event& event, const Names& names, const LinePlace& place, std::uint32_t repeat);
    /// The pending row that this action line ends, taken off the list.
    [[nodiscard]] std::optional<Row> takePending(const Names& names, const LinePlace& place);
    [[nodiscard]] static std::uint64_t processOf(const LinePlace& place) noexcept;
    [[nodiscard]] std::uint8_t flagsOf(const LinePlace& place) const noexcept;

    void touch(Row row) noexcept { m_firstChanged = std::min(m_firstChanged, row); }

    LogParts m_log;
    std::uint16_t m_source;
    RowFields<Batch> m_batch; ///< the last rows, not yet in the columns
    std::unordered_map<std::uint64_t, std::vector<Pending>> m_pending;
    std::vector<Row> m_steps; ///< rows of HELO details that MAIL FROM should follow
    bool m_sawAction = false;
    Row m_firstRow = m_log.columns.time.size();
    Row m_firstChanged = m_firstRow;
};

} // namespace maillog
