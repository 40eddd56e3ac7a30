// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts blocks of bytes into lines, whatever the block boundaries. A line is handed out without its line end
// (LF or CR LF) and without NUL bytes in front: a file cut by copytruncate begins with a hole of them
// (MAILLOG.md 1).
#pragma once

#include "core/maillog/line_index.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace maillog {

class LineScanner
{
public:
    /// What is kept of a line that goes on over blocks; the rest of a longer one is passed over.
    static constexpr std::size_t longestLine = std::size_t{1} << 20;

    LineScanner() = default;

    /// The first byte fed is that of `offset`.
    explicit LineScanner(std::uint64_t offset) noexcept : m_bytes(offset) {}

    /// Calls `take(line, offset)` for each line that ends in this block, and marks lines in `index`.
    template <class Take>
    void feed(std::string_view block, LineIndex& index, const Take& take)
    {
        const char* at = block.data();
        const char* const end = at + block.size();
        if (!m_unfinished) {
            m_unfinishedOffset = m_bytes;
        }
        while (at != end) {
            const auto* newline =
                static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
            if (newline == nullptr) {
                break;
            }
            const std::string_view piece(at, static_cast<std::size_t>(newline - at));
            if (m_unfinished) {
                keep(piece);
                deliver(m_kept, m_unfinishedOffset, take);
                m_kept.clear();
                m_unfinished = false;
            } else {
                deliver(piece, m_bytes + static_cast<std::uint64_t>(at - block.data()), take);
            }
            ++m_lines;
            at = newline + 1;
            if (m_lines % LineIndex::stride == 0) {
                index.add(m_bytes + static_cast<std::uint64_t>(at - block.data()));
            }
        }
        if (at != end) {
            if (!m_unfinished) {
                m_unfinishedOffset = m_bytes + static_cast<std::uint64_t>(at - block.data());
                m_unfinished = true;
            }
            keep(std::string_view(at, static_cast<std::size_t>(end - at)));
        }
        m_bytes += block.size();
    }

    /// The last line while it has no line end; its offset is that of its first byte that is not NUL.
    [[nodiscard]] bool hasUnfinished() const noexcept { return m_unfinished; }

    [[nodiscard]] std::string_view unfinished() const noexcept { return m_kept; }

    [[nodiscard]] std::uint64_t unfinishedOffset() const noexcept { return m_unfinishedOffset; }

    /// Counts the unfinished line as ended.
    void endUnfinished();

    [[nodiscard]] std::uint64_t lines() const noexcept { return m_lines; }

    [[nodiscard]] std::uint64_t bytes() const noexcept { return m_bytes; }

    /// See log_image.h.
    template <class State>
    void keepIn(State& state)
    {
        state.text(m_kept);
        state.number(m_unfinishedOffset);
        state.number(m_lines);
        state.number(m_bytes);
        state.number(m_unfinished);
    }

private:
    template <class Take>
    static void deliver(std::string_view line, std::uint64_t offset, const Take& take)
    {
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (!line.empty() && line.front() == '\0') {
            const auto start = std::min(line.find_first_not_of('\0'), line.size());
            line.remove_prefix(start);
            offset += start;
        }
        take(line, offset);
    }

    void keep(std::string_view piece);

    std::string m_kept;
    std::uint64_t m_unfinishedOffset = 0;
    std::uint64_t m_lines = 0;
    std::uint64_t m_bytes = 0;
    bool m_unfinished = false;
};

} // namespace maillog
