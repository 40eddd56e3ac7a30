// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the bytes of one mail log into rows: fed block by block, of any size, by whoever does the reading.
//
//     Reader reader(log, log.addSource(), options);
//     while (more) reader.feed(block);
//     reader.finish(Tail::Take);
#pragma once

#include "core/maillog/line_scanner.h"
#include "core/maillog/log.h"
#include "core/maillog/row_writer.h"
#include "core/maillog/stamp_clock.h"
#include "core/maillog/tracking_table.h"
#include "core/maillog/user_pattern.h"
#include "core/maillog/zone_rules.h"

#include <cstdint>
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
    /// Settles the years. After Tail::Wait feeding may go on (a growing file) where it stopped.
    void finish(Tail tail);

    /// Rows from here on were added or changed since the last call (a detail line refined by its action line,
    /// years settled).
    [[nodiscard]] Row takeFirstChanged() noexcept { return m_writer.takeFirstChanged(); }

private:
    struct Located
    {
        Stamp stamp;
        std::string_view rest;
        bool hasStamp = false;
    };

    void readLine(std::string_view line, std::uint64_t offset);
    void readCandidate(std::string_view line, std::uint64_t offset);
    void readMatched(const MatchedLine& matched, std::string_view line, std::uint64_t offset);
    void readRecord(const TrackingRecord& record);
    void readEvent(const PolicyLine& policy, const Located& located, LinePlace place);
    void readBackReference(const Located& located, LinePlace place, std::uint32_t count);
    /// A whole line of a policy program without line end.
    [[nodiscard]] bool isWholeEvent(std::string_view line);
    [[nodiscard]] static Located locate(std::string_view line) noexcept;
    void settleTime(const Located& located, LinePlace& place);
    void correctYears();
    void rememberTail(std::string_view block);
    void publishCounts() noexcept;

    Log& m_log;
    std::uint16_t m_source;
    LineScanner m_scanner;
    std::shared_ptr<const PatternSet> m_patterns;
    TrackingTable m_table;
    StampClock m_clock;
    RowWriter m_writer;
    std::string m_scratch;
    Moment m_lastMoment;
    std::uint64_t m_unreadable = 0;
    bool m_sampleStamp = false;
    std::string m_lastLineHead; ///< for the file's last stamp
    std::string_view m_block;   ///< only while feeding
    std::uint64_t m_blockOffset = 0;
    std::string m_before; ///< the bytes before m_block, for "last message repeated"
};

} // namespace maillog
