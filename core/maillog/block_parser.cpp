// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/block_parser.h"

#include "core/maillog/candidates.h"
#include "core/maillog/unfinished_line.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace maillog {

namespace {

/// Where the host begins in a line with one of the two usual stamps; npos for any other line.
std::size_t hostStart(std::string_view line) noexcept
{
    if (line.size() > 16 && line[3] == ' ' && line[9] == ':' && line[12] == ':' && line[15] == ' ') {
        return 16;
    }
    if (line.size() > 21 && line[4] == '-' && line[10] == 'T' && line[13] == ':') {
        const auto blank = line.find(' ', 19);
        return blank == std::string_view::npos ? blank : blank + 1;
    }
    return std::string_view::npos;
}

/// Postfix's own lines name policy programs when they refuse a mail on their word.
bool isForeign(std::string_view line) noexcept
{
    const auto host = hostStart(line);
    if (host == std::string_view::npos) {
        return false;
    }
    const auto blank = line.find(' ', host);
    if (blank == std::string_view::npos) {
        return false;
    }
    const auto tag = line.substr(blank + 1, 12);
    if (tag.size() < 12 || std::memcmp(tag.data(), "postfix/", 8) != 0) {
        return false;
    }
    // "postfix/policy-spf", "postfix/spawn" and "postfix/SPFPolicyd" remain.
    const char first = tag[8];
    const char second = tag[9];
    return !(first == 'p' && second == 'o' && tag[10] == 'l') && !(first == 's' && second == 'p') &&
           first != 'S';
}

/// The host's place in a line whose stamp cannot be read, found by the program's name.
std::string_view fromProgramName(std::string_view line) noexcept
{
    static constexpr std::array<std::string_view, 3> names{"policyd-spf", "policy-spf", "SPFPolicyd"};
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

bool readEvent(const PolicyLine& policy, ParsedLine& line, TextPool& texts)
{
    PolicyLine said = policy;
    if (const auto repetition = parseRepetition(said.text); repetition && !repetition->text.empty()) {
        line.repeat = repetition->count;
        said.text = repetition->text;
    }
    auto& scratch = texts.current();
    scratch.clear();
    line.event = parseEvent(said, scratch);
    if (line.event.kind == LineKind::Other) {
        return false;
    }
    if (!scratch.empty()) {
        texts.keep();
    }
    line.host = said.host;
    line.pid = said.pid;
    line.names = namesOf(line.event, texts);
    return true;
}

const LiteralScan& candidateScan()
{
    static const LiteralScan scan(candidateLiterals);
    return scan;
}

void parseCandidates(ParsedBlock& block)
{
    const auto text = block.whole();
    const auto& scan = candidateScan();
    std::size_t at = 0;
    for (auto hit = scan.find(text, at); hit != LiteralScan::none; hit = scan.find(text, at)) {
        const auto before = text.substr(at, hit - at).rfind('\n');
        const auto start = before == std::string_view::npos ? at : at + before + 1;
        const auto end = text.find('\n', hit);
        const auto bare = bareLine(text.substr(start, end - start), block.begin + start);
        auto& line = block.lines.emplace_back();
        if (parseLine(bare.text, line, block.texts)) {
            line.offset = bare.offset;
        } else {
            block.lines.pop_back();
        }
        at = end + 1;
    }
}

} // namespace

bool parseLine(std::string_view text, ParsedLine& line, TextPool& texts)
{
    if (isForeign(text)) {
        return false;
    }
    line.stamp = parseStamp(text);
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

void parseBlock(std::string_view text, ParsedBlock& block)
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
    parseCandidates(block);
}

} // namespace maillog
