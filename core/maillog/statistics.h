// SPDX-License-Identifier: GPL-3.0-or-later
// Counts over any set of rows: the summary of INTERFACES.md ("log summary"), time buckets and top lists.
#pragma once

#include "core/maillog/log.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace maillog {

/// Rows of a Log: some of them, ascending, or all. Four bytes a row: enough for four billion checks, some six
/// terabytes of logs; places in a log are 64 bit.
class RowSet
{
public:
    [[nodiscard]] static RowSet all(const Log& log) { return RowSet(log.size()); }

    /// `rows` must outlive the set.
    explicit RowSet(std::span<const std::uint32_t> rows) noexcept
        : m_rows(rows), m_size(rows.size()), m_all(false)
    {
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    [[nodiscard]] Row operator[](std::size_t i) const noexcept { return m_all ? i : m_rows[i]; }

    /// Calls `visit(piece, places)` for the pieces of the columns that numbers `begin` to `end` of the set
    /// lie in; `places[0]` to `places[places.size() - 1]` are the places in the piece.
    template <class Visit>
    void forEachPiece(std::size_t begin, std::size_t end, const Visit& visit) const;

private:
    explicit RowSet(std::size_t size) noexcept : m_size(size), m_all(true) {}

    static constexpr std::size_t pieceSize = Column<Id>::pieceSize;

    struct Run
    {
        std::size_t first;
        std::size_t count;

        [[nodiscard]] std::size_t size() const noexcept { return count; }

        [[nodiscard]] std::size_t operator[](std::size_t i) const noexcept { return first + i; }
    };

    struct Places
    {
        std::span<const std::uint32_t> rows;

        [[nodiscard]] std::size_t size() const noexcept { return rows.size(); }

        [[nodiscard]] std::size_t operator[](std::size_t i) const noexcept { return rows[i] % pieceSize; }
    };

    std::span<const std::uint32_t> m_rows;
    std::size_t m_size;
    bool m_all;
};

template <class Visit>
void RowSet::forEachPiece(std::size_t begin, std::size_t end, const Visit& visit) const
{
    while (begin < end) {
        const std::size_t piece = (*this)[begin] / pieceSize;
        if (m_all) {
            const auto next = std::min(end, (piece + 1) * pieceSize);
            visit(piece, Run{begin % pieceSize, next - begin});
            begin = next;
        } else {
            auto next = begin + 1;
            while (next < end && m_rows[next] / pieceSize == piece) {
                ++next;
            }
            visit(piece, Places{m_rows.subspan(begin, next - begin)});
            begin = next;
        }
    }
}

using ResultCounts = std::array<std::uint64_t, 7>; ///< by spf::Result
using ActionCounts = std::array<std::uint64_t, 5>; ///< by Action

struct NamedCount
{
    std::string name;
    std::uint64_t count = 0;
    friend bool operator==(const NamedCount&, const NamedCount&) = default;
};

/// Skips count in byAction only; a row that stands for N checks counts N.
struct Summary
{
    LineCounts lines;
    std::uint64_t checks = 0;
    std::uint64_t skips = 0;
    std::uint64_t guessed = 0; ///< checks and skips with a field read by best effort
    ResultCounts byResult{};
    ActionCounts byAction{};
    std::map<std::string, ResultCounts> byHour; ///< "2025-11-20T00", a repeated hour "2025-10-26T02+02:00"
    std::uint64_t distinctDomains = 0;
    std::vector<NamedCount> topDomains;
    std::uint64_t distinctAddresses = 0;
    std::vector<NamedCount> topAddresses;
};

[[nodiscard]] Summary summarize(const Log& log, const RowSet& rows, std::size_t topCount = 50);

/// What a top list counts.
enum class TopField { Domain, Address, Network, Helo, Sender, Recipient, Host, Rule };

struct TopEntry
{
    std::string name;
    ResultCounts byResult{};
    ActionCounts byAction{}; ///< of the same checks: skips are no checks
    std::uint64_t count = 0;
    friend bool operator==(const TopEntry&, const TopEntry&) = default;
};

/// By count, then by name. Network: /24 or /64 of the client.
[[nodiscard]] std::vector<TopEntry> topEntries(const Log& log, const RowSet& rows, TopField field,
                                               std::size_t topCount);
/// Names and counts only.
[[nodiscard]] std::vector<NamedCount> topList(const Log& log, const RowSet& rows, TopField field,
                                              std::size_t topCount);

/// Buckets of equal length from `start` on; wall clock time is `offsetMinutes` ahead of UTC.
struct Histogram
{
    struct Bucket
    {
        ResultCounts byResult{};
        ActionCounts byAction{};
        friend bool operator==(const Bucket&, const Bucket&) = default;
    };

    std::int64_t start = 0; ///< UTC milliseconds, on a wall clock boundary of `step`
    std::int64_t step = 0;  ///< milliseconds
    std::vector<Bucket> buckets;
};

/// Nothing without rows. `step` is enlarged when more than `limit` buckets would be needed.
[[nodiscard]] std::optional<Histogram> histogram(const Log& log, const RowSet& rows, std::int64_t step,
                                                 int offsetMinutes, std::size_t limit = 100'000);

/// First and last time of the rows, UTC milliseconds.
struct TimeRange
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};

[[nodiscard]] std::optional<TimeRange> timeRange(const Log& log, const RowSet& rows);

} // namespace maillog
