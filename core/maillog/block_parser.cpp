// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/block_parser.h"

#include "core/maillog/candidates.h"
#include "core/maillog/unfinished_line.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace maillog {

namespace {

/// The host's place in a line whose stamp cannot be read, found by the program's name.
std::string_view fromProgramName(std::string_view line) noexcept
{
    static constexpr std::array<std::string_view, 6> names{"policyd-spf", "policy-spf", "SPFPolicyd",
                                                           "rspamd",      "opendmarc",  "X-TM-Received-SPF"};
    for (const auto name : names) {
        const auto at = line.find(name);
        if (at == std::string_view::npos || (at > 0 && line[at - 1] != ' ' && line[at - 1] != '/')) {
            continue;
        }
        const auto blank = line.rfind(' ', at);
        if (blank == std::string_view::npos || blank == 0) {
            return line;
        }
        const auto hostBlank = line.rfind(' ', blank - 1);
        return hostBlank == std::string_view::npos ? line : line.substr(hostBlank + 1);
    }
    return {};
}

/// Of JSON or the export form; the lines of a journal alone become text before (qtio::JournalText).
bool isJournalEntry(std::string_view line) noexcept
{
    line.remove_prefix(std::min(line.find_first_not_of(" \t\x1e"), line.size()));
    const bool isJson =
        line.starts_with('{') && line.find("\"__REALTIME_TIMESTAMP\"") != std::string_view::npos;
    return isJson || line.starts_with("\"MESSAGE\"") || line.starts_with("MESSAGE=");
}

bool readEvent(const PolicyLine& policy, ParsedLine& line, TextPool& texts)
{
    PolicyLine said = policy;
    if (const auto repetition = parseRepetition(said.text); repetition && !repetition->text.empty()) {
        line.repeat = repetition->count;
        said.text = repetition->text;
    }
    auto& scratch = texts.current();
    scratch.clear();
    const Event event = parseEvent(said, scratch);
    if (event.kind == LineKind::Other) {
        return false;
    }
    line.said = event;
    if (!scratch.empty()) {
        texts.keep();
    }
    line.host = said.host;
    line.pid = said.pid;
    line.names = namesOf(event, texts);
    return true;
}

const LiteralScan& candidateScan()
{
    static const LiteralScan scan(candidateLiterals);
    return scan;
}

void readMatched(const MatchedLine& matched, std::string_view text, ParsedLine& line, TextPool& texts)
{
    line.length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX));
    line.stamp = stampOf(matched, text);
    line.host = hostOf(matched, text);
    line.said = matched.event;
    line.names = namesOf(matched.event, texts);
}

/// Of the export form where a message has other bytes than those of text: its name stands in a line of its
/// own.
bool isBinaryMessage(std::string_view text, std::size_t start) noexcept
{
    constexpr std::string_view name = "\nMESSAGE\n";
    const auto before = text.substr(0, start);
    return before.ends_with(name) || before == name.substr(1);
}

void parseCandidates(ParsedBlock& block, const PatternSet* patterns)
{
    const auto text = block.whole();
    const auto& scan = patterns != nullptr ? patterns->candidates() : candidateScan();
    std::size_t at = 0;
    for (auto hit = scan.find(text, at); hit != LiteralScan::none; hit = scan.find(text, at)) {
        const void* const before = ::memrchr(text.data() + at, '\n', hit - at);
        const auto start = before == nullptr
                               ? at
                               : static_cast<std::size_t>(static_cast<const char*>(before) - text.data()) + 1;
        const auto end = text.find('\n', hit);
        const auto bare = bareLine(text.substr(start, end - start), block.begin + start);
        auto& line = block.lines.emplace_back();
        line.isJournal = isBinaryMessage(text, start);
        if (line.isJournal || parseLine(bare.text, line, block.texts, patterns)) {
            line.offset = bare.offset;
        } else {
            block.lines.pop_back();
        }
        at = end + 1;
    }
}

} // namespace

bool parseLine(std::string_view text, ParsedLine& line, TextPool& texts, const PatternSet* patterns)
{
    if (patterns != nullptr) {
        if (const auto matched = patterns->match(text)) {
            readMatched(*matched, text, line, texts);
            return true;
        }
    }
    line.stamp = parseStamp(text);
    line.isJournal = !line.stamp && isJournalEntry(text);
    if (line.isJournal) {
        return true;
    }
    const auto rest = line.stamp ? text.substr(line.stamp->length) : fromProgramName(text);
    if (rest.empty()) {
        return false;
    }
    line.length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), UINT32_MAX));
    if (const auto policy = parsePolicyLine(rest, line.stamp && line.stamp->isSyslogProtocol)) {
        return readEvent(*policy, line, texts);
    }
    const auto host = rest.substr(0, std::min(rest.find(' '), rest.size()));
    const auto repetition = parseRepetition(rest.substr(std::min(host.size() + 1, rest.size())));
    if (!repetition) {
        return false;
    }
    line.repeat = repetition->count;
    line.host = host;
    line.refersBack = repetition->text.empty();
    if (line.refersBack) {
        return true;
    }
    auto policy = parsePolicyLine(repetition->text, false);
    if (!policy) {
        return false;
    }
    policy->host = host;
    return readEvent(*policy, line, texts);
}

void parseBlock(std::string_view text, ParsedBlock& block, const PatternSet* patterns)
{
    block.text = text;
    block.lines.clear();
    block.newlines.clear();
    block.texts.clear();
    block.lineCount = 0;
    const auto first = text.find('\n');
    block.begin = first == std::string_view::npos ? text.size() : first + 1;
    block.end = first == std::string_view::npos ? text.size() : text.rfind('\n') + 1;
    for (auto rest = block.whole(); !rest.empty();
         rest.remove_prefix(std::min(rest.size(), ParsedBlock::chunkSize))) {
        const auto count = countNewlines(rest.substr(0, ParsedBlock::chunkSize));
        block.newlines.push_back(static_cast<std::uint16_t>(count));
        block.lineCount += count;
    }
    parseCandidates(block, patterns);
}

} // namespace maillog
