// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the lines of a text that match a pattern, a megabyte at a time: what every match contains is searched
// for first, and only the lines that have it are looked at one by one.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/literal_scan.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace maillog {

/// In a block.
struct FoundLine
{
    std::size_t offset = 0;
    std::size_t length = 0; ///< without line end
    std::size_t next = 0;   ///< where the next line begins
    friend bool operator==(const FoundLine&, const FoundLine&) = default;
};

/// May be used by several threads at a time.
class LineSearch
{
public:
    explicit LineSearch(TextPattern pattern);

    /// The first line that matches, of those that begin at `from`, which is a line's start, or after it. The
    /// last line of a block may lack its end.
    [[nodiscard]] std::optional<FoundLine> next(std::string_view block, std::size_t from = 0) const noexcept;
    [[nodiscard]] bool matches(std::string_view line) const noexcept;

    /// It is known what every match contains.
    [[nodiscard]] bool hasHint() const noexcept { return m_scan.has_value(); }

    /// A place of it in a text of many lines, at or behind `from`; LiteralScan::none when there is none, or
    /// it is not known.
    [[nodiscard]] std::size_t hint(std::string_view text, std::size_t from) const noexcept
    {
        return m_scan ? m_scan->find(text, from) : LiteralScan::none;
    }

    /// The text to be contained, when that alone decides.
    [[nodiscard]] std::optional<std::string_view> contained() const noexcept
    {
        return m_scanDecides && !m_pattern.text.empty() ? std::optional<std::string_view>(m_pattern.text)
                                                        : std::nullopt;
    }

    /// Where contained() begins in a text of many lines, each time.
    void findEach(std::string_view text, std::vector<std::uint32_t>& starts) const
    {
        m_scan->findEach(text, starts);
    }

private:
    TextPattern m_pattern;
    std::optional<LiteralScan> m_scan; ///< for what every match contains; nothing when that is not known
    bool m_scanDecides = false;        ///< what contains it matches
};

} // namespace maillog
