// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/line_search.h"

#include <algorithm>
#include <vector>

namespace maillog {

namespace {

/// The longest piece between "*" and "?".
std::string_view longestPiece(std::string_view wildcard) noexcept
{
    std::string_view longest;
    while (!wildcard.empty()) {
        const auto piece = wildcard.substr(0, wildcard.find_first_of("*?"));
        longest = piece.size() > longest.size() ? piece : longest;
        wildcard.remove_prefix(std::min(piece.size() + 1, wildcard.size()));
    }
    return longest;
}

std::optional<LiteralScan> scanFor(const TextPattern& pattern)
{
    std::vector<Literal> literals;
    switch (pattern.kind) {
    case TextPattern::Kind::Exact:
    case TextPattern::Kind::Suffix:
    case TextPattern::Kind::Contains:
        literals.push_back({pattern.text, true});
        break;
    case TextPattern::Kind::Wildcard:
        literals.push_back({longestPiece(pattern.text), true});
        break;
    case TextPattern::Kind::Regex:
        if (pattern.regex) {
            for (const auto& text : pattern.regex->required()) {
                literals.push_back({text, pattern.regex->ignoresCase()});
            }
        }
        break;
    }
    return literals.empty() ? std::nullopt : std::optional<LiteralScan>(std::in_place, literals);
}

} // namespace

LineSearch::LineSearch(TextPattern pattern)
    : m_pattern(std::move(pattern)),
      m_scan(scanFor(m_pattern)),
      m_scanDecides(m_pattern.kind == TextPattern::Kind::Contains)
{
}

bool LineSearch::matches(std::string_view line) const noexcept
{
    if (m_scan && !line.empty() && m_scan->find(line) == LiteralScan::none) {
        return false;
    }
    return (m_scanDecides && !line.empty()) || m_pattern.matches(line);
}

std::optional<FoundLine> LineSearch::next(std::string_view block, std::size_t from) const noexcept
{
    while (from < block.size()) {
        const auto hit = m_scan ? m_scan->find(block, from) : from;
        if (hit == LiteralScan::none) {
            return std::nullopt;
        }
        const auto before = block.substr(from, hit - from).rfind('\n');
        const auto start = before == std::string_view::npos ? from : from + before + 1;
        const auto end = std::min(block.find('\n', hit), block.size());
        const auto hasReturn = end > start && block[end - 1] == '\r';
        const FoundLine line{start, end - start - (hasReturn ? 1 : 0), std::min(end + 1, block.size())};
        if (m_scanDecides || m_pattern.matches(block.substr(line.offset, line.length))) {
            return line;
        }
        from = end + 1;
    }
    return std::nullopt;
}

} // namespace maillog
