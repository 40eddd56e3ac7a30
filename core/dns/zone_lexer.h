// SPDX-License-Identifier: GPL-3.0-or-later
// The lexical level of a master file (RFC 1035 5.1): entries of words, over several lines inside parentheses.
#pragma once

#include "core/dns/zone_file.h"

namespace dns {

struct ZoneWord
{
    std::string text; ///< escapes resolved
    bool isQuoted = false;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// One entry: the words up to the end of its line.
struct ZoneEntry
{
    std::vector<ZoneWord> words;
    bool startsWithBlank = false; ///< the owner is that of the entry before
    bool isBroken = false;        ///< already reported; not to be used
};

class ZoneLexer
{
public:
    ZoneLexer(std::string_view text, std::vector<ZoneProblem>& problems) : m_text(text), m_problems(problems)
    {
    }

    /// False at the end of the text. An entry without words is a blank line.
    [[nodiscard]] bool next(ZoneEntry& entry);

private:
    void readWord(ZoneEntry& entry);
    void readQuoted(ZoneEntry& entry);
    void readEscape(ZoneWord& word, ZoneEntry& entry);
    void report(ZoneEntry& entry, ZoneProblem::Code code, std::size_t line, std::size_t column);
    void skipComment() noexcept;

    [[nodiscard]] bool atEnd() const noexcept { return m_at == m_text.size(); }

    [[nodiscard]] std::size_t column() const noexcept { return m_at - m_lineStart + 1; }

    std::string_view m_text;
    std::vector<ZoneProblem>& m_problems;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_lineStart = 0;
};

} // namespace dns
