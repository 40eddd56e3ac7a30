// SPDX-License-Identifier: GPL-3.0-or-later
// The line that goes on over the border of two blocks. A file cut by copytruncate begins with a hole of NUL
// bytes (MAILLOG.md 1), which are no part of a line.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace maillog {

/// What is kept of a line; the rest of a longer one is passed over.
inline constexpr std::size_t longestLine = std::size_t{1} << 20;

/// A line without its line end (LF or CR LF) and without NUL bytes in front.
struct LinePiece
{
    std::string_view text;
    std::uint64_t offset = 0; ///< of its first byte
};

[[nodiscard]] inline LinePiece bareLine(std::string_view line, std::uint64_t offset) noexcept
{
    if (!line.empty() && line.front() == '\0') {
        const auto start = std::min(line.find_first_not_of('\0'), line.size());
        line.remove_prefix(start);
        offset += start;
    }
    line = line.substr(0, longestLine);
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return {line, offset};
}

class UnfinishedLine
{
public:
    /// More of the line, which stands at `offset`.
    void add(std::string_view piece, std::uint64_t offset)
    {
        if (!m_exists) {
            m_exists = true;
            m_offset = offset;
        }
        if (m_text.empty()) {
            // A hole of NULs may be larger than anything we would want to keep.
            const auto start = std::min(piece.find_first_not_of('\0'), piece.size());
            m_offset += start;
            piece.remove_prefix(start);
        }
        m_text.append(piece.substr(0, longestLine - std::min(longestLine, m_text.size())));
    }

    void clear() noexcept
    {
        m_text.clear();
        m_exists = false;
    }

    /// Also when nothing but NULs was seen of it.
    [[nodiscard]] bool exists() const noexcept { return m_exists; }

    [[nodiscard]] std::string_view text() const noexcept { return m_text; }

    [[nodiscard]] std::uint64_t offset() const noexcept { return m_offset; }

private:
    std::string m_text;
    std::uint64_t m_offset = 0;
    bool m_exists = false;
};

} // namespace maillog
