// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which the rows of several sources (hosts, postlogd beside syslog, rotated sets) happened.
// Inside a source the file's order stays, even where its clock steps back; equal times stay in the order they
// were read.
#pragma once

#include "core/maillog/log.h"

#include <cstdint>
#include <span>
#include <vector>

namespace maillog {

class TimeOrder
{
public:
    /// Of no rows; update() fills it.
    TimeOrder() = default;

    explicit TimeOrder(const Log& log) { update(log, 0); }

    /// The rows of `log` from `firstChanged` on were added or changed since the last call.
    void update(const Log& log, Row firstChanged);

    /// The rows are in order as they stand: the common case, which costs nothing.
    [[nodiscard]] bool isIdentity() const noexcept { return m_rows.empty(); }

    /// All rows, the earliest first; empty when isIdentity().
    [[nodiscard]] std::span<const std::uint32_t> rows() const noexcept { return m_rows; }

    /// How many rows it is about.
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    /// The latest time of each source so far: what a row counts as when its clock stepped back.
    using Latest = std::vector<std::int64_t>;

    void build(const Log& log);
    void addCheckpoints(const Log& log, Row from);
    [[nodiscard]] bool isInOrder(const Log& log, Row from, std::int64_t last) const;
    void dropFrom(Row from);
    void mergeTail(const Log& log, Row from);
    /// The times that the rows of one piece of the columns count as.
    [[nodiscard]] std::vector<std::int64_t> timesOfPiece(const Log& log, std::size_t piece) const;

    std::vector<std::uint32_t> m_rows;
    std::vector<Latest> m_checkpoints; ///< before each piece of the columns
    std::size_t m_size = 0;
};

/// A filter's rows (ascending) in the order of time.
[[nodiscard]] std::vector<std::uint32_t> orderRows(std::vector<std::uint32_t> rows, const TimeOrder& order);

} // namespace maillog
