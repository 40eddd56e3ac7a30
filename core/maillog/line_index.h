// SPDX-License-Identifier: GPL-3.0-or-later
// Where the lines of a log begin: one mark in a few hundred lines, so that any line is found by reading a few
// kilobytes and the index of a gigabyte takes a quarter of a megabyte. Numbers and offsets are 64 bit.
#pragma once

#include "core/maillog/column.h"

#include <cstdint>
#include <utility>

namespace maillog {

class LineIndex
{
public:
    static constexpr std::uint64_t stride = 256; ///< lines from mark to mark

    struct Mark
    {
        std::uint64_t line = 0; ///< from 0
        std::uint64_t offset = 0;
        friend bool operator==(const Mark&, const Mark&) = default;
    };

    LineIndex() = default;

    /// Of all marks in order, the first of them line `stride`'s.
    explicit LineIndex(Column<std::uint64_t> offsets) noexcept : m_offsets(std::move(offsets)) {}

    /// Line `n * stride` begins at `offset`; to be called for n = 1, 2, ... (line 0 begins at 0).
    void add(std::uint64_t offset) { m_offsets.push(offset); }

    [[nodiscard]] std::uint64_t nextMarked() const noexcept { return (m_offsets.size() + 1) * stride; }

    /// The last mark at or before a line, at or before a byte.
    [[nodiscard]] Mark beforeLine(std::uint64_t line) const noexcept;
    [[nodiscard]] Mark beforeOffset(std::uint64_t offset) const noexcept;

    [[nodiscard]] const Column<std::uint64_t>& offsets() const noexcept { return m_offsets; }

private:
    [[nodiscard]] Mark mark(std::uint64_t n) const noexcept;
    Column<std::uint64_t> m_offsets;
};

} // namespace maillog
