// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the bytes of one mail log into rows: fed block by block, of any size, by whoever does the reading.
//
//     Reader reader(log, log.addSource(), options);
//     while (more) reader.feed(block);
//     reader.finish(Tail::Take);
//
// Whoever parses blocks in other threads hands them over by take(), in file order. The borders of the blocks
// change nothing.
#pragma once

#include "core/maillog/block_parser.h"
#include "core/maillog/log.h"
#include "core/maillog/row_writer.h"
#include "core/maillog/stamp_clock.h"
#include "core/maillog/tracking_table.h"
#include "core/maillog/unfinished_line.h"
#include "core/maillog/user_pattern.h"
#include "core/maillog/zone_rules.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace maillog {

struct ReaderOptions
{
    ZoneRules zone;            ///< for stamps without an offset
    std::int64_t fileTime = 0; ///< UTC seconds of the file's last change: the date of its last line
    std::optional<int> year;   ///< of the last line, instead of fileTime
    std::shared_ptr<const PatternSet> patterns{}; ///< the user's own: tried before any dialect
    std::uint64_t start = 0;                      ///< where in the file the first block begins
};

/// A last line without line end.
enum class Tail {
    Wait, ///< it may still grow: it is no line yet
    Take  ///< nothing will follow: a policy program's line with all its fields is taken, a cut one is not
};

class Reader
{
public:
    /// `log` must outlive the reader. Several readers may fill one log one after the other, each its own
    /// source.
    Reader(Log& log, std::uint16_t source, const ReaderOptions& options);

    void feed(std::string_view block);
    /// The bytes that follow those taken so far, parsed with patterns().
    void take(const ParsedBlock& block);

    /// The user's own; null: none.
    [[nodiscard]] const PatternSet* patterns() const noexcept { return m_patterns.get(); }

    /// Settles the years. After Tail::Wait feeding may go on (a growing file) where it stopped.
    void finish(Tail tail);

    /// Rows from here on were added or changed since the last call (a detail line refined by its action line,
    /// years settled).
    [[nodiscard]] Row takeFirstChanged() noexcept { return m_writer.takeFirstChanged(); }

    /// All that going on with a grown log needs, written to or taken from `state` (log_image.h).
    template <class State>
    void keepIn(State& state)
    {
        m_unfinished.keepIn(state);
        state.number(m_lines);
        state.number(m_bytes);
        m_clock.keepIn(state);
        m_writer.keepIn(state);
        state.number(m_lastMoment.utcMilliseconds);
        state.number(m_lastMoment.offsetMinutes);
        state.number(m_lastMoment.repeatedHour);
        state.number(m_lastMoment.withoutYear);
        state.number(m_unreadable);
        state.number(m_journalEntries);
        state.number(m_journalLine);
        state.text(m_lastLineHead);
        state.text(m_before);
    }

    /// Bytes of the log read so far.
    [[nodiscard]] std::uint64_t bytes() const noexcept { return m_bytes; }

    /// A table whose records may span lines: it has no image, and does not grow.
    [[nodiscard]] bool isTable() const noexcept { return m_table.isTable(); }

    /// Its last line has no line end (yet).
    [[nodiscard]] bool hasUnfinished() const noexcept { return m_unfinished.exists(); }

private:
    class LineStarts;
    void takeRecord(const TrackingRecord& record);
    void takeWholeLines(const ParsedBlock& block);
    void endUnfinished();
    void apply(const ParsedLine& line, std::uint64_t offset);
    void applyJournalEntry(std::uint64_t offset);
    void applyBackReference(const ParsedLine& line, LinePlace place);
    /// One line between two marks, so that no turn of the year is missed between two checks.
    void sampleStamp(std::string_view line);
    void settleTime(const ParsedLine& line, LinePlace& place);
    void correctYears();
    void countLine(std::uint64_t nextOffset);
    void rememberBlock(std::string_view block);
    void publishCounts() noexcept;

    Log& m_log;
    std::uint16_t m_source;
    std::shared_ptr<const PatternSet> m_patterns;
    TrackingTable m_table;
    StampClock m_clock;
    RowWriter m_writer;
    ParsedBlock m_parsed; ///< of feed()
    UnfinishedLine m_unfinished;
    Moment m_lastMoment;
    std::uint64_t m_lines = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_unreadable = 0;
    std::uint64_t m_journalEntries = 0;
    std::uint64_t m_journalLine = 0; ///< of the first of them, from 1
    std::string m_lastLineHead;      ///< for the file's last stamp
    std::string_view m_block;        ///< only while it is taken
    std::string m_before;            ///< the bytes before m_block, for "last message repeated"
};

} // namespace maillog
