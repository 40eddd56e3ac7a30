// SPDX-License-Identifier: GPL-3.0-or-later
// The first of the two steps of reading a log: what can be told from a block of bytes alone. Needs nothing of
// the blocks before, so many blocks are parsed at the same time; a Reader then takes them in file order.
#pragma once

#include "core/maillog/event_names.h"
#include "core/maillog/timestamp.h"
#include "core/maillog/user_pattern.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace maillog {

/// A line of a policy program, or one that stands for lines before it.
struct ParsedLine
{
    std::uint64_t offset = 0; ///< in the block
    std::uint32_t length = 0;
    std::optional<Stamp> stamp;
    std::string_view host;
    std::uint32_t pid = 0;
    std::uint32_t repeat = 1;
    bool isJournal = false;  ///< an entry as journalctl writes it in another form, among lines of text
    bool refersBack = false; ///< "last message repeated": `repeat` times the line before of the same host
    Statement said;
    EventNames names;
};

/// Views into the block, which has to live as long.
struct ParsedBlock
{
    /// Bytes of the block that are counted together: about sixteen lines.
    static constexpr std::size_t chunkSize = 2048;

    std::string_view text;
    std::size_t begin = 0; ///< of the lines that are in the block as a whole; before is the end of a line
    std::size_t end = 0;   ///< behind is the beginning of a line
    std::vector<ParsedLine> lines;
    std::vector<std::uint16_t> newlines; ///< in each chunk from `begin` to `end`
    std::size_t lineCount = 0;           ///< between `begin` and `end`
    TextPool texts;                      ///< what `lines` name and does not stand in the block as it is

    /// Where lines may be cut; no line is whole when there is at most one line feed.
    [[nodiscard]] std::string_view whole() const noexcept { return text.substr(begin, end - begin); }
};

/// Any bytes; what `block` held before is gone, its memory is used again. `patterns`: the user's own, or
/// none.
void parseBlock(std::string_view text, ParsedBlock& block, const PatternSet* patterns = nullptr);

/// One bare line; false when it says nothing. `line` is not asked for by its length or its words first.
[[nodiscard]] bool parseLine(std::string_view text, ParsedLine& line, TextPool& texts,
                             const PatternSet* patterns = nullptr);

} // namespace maillog
