// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/reader.h"

#include "core/maillog/candidates.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

/// How far "last message repeated" looks back for the line before of the same host.
constexpr std::size_t lookBack = std::size_t{16} << 10U;
constexpr std::size_t longestStamp = 64;

/// The host's place in a line whose stamp cannot be read, found by the program's name.
std::optional<std::string_view> fromProgramName(std::string_view line) noexcept
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
    return std::nullopt;
}

std::string_view hostOf(std::string_view rest) noexcept
{
    return rest.substr(0, std::min(rest.find(' '), rest.size()));
}

YearWalker yearsOf(const ReaderOptions& options) noexcept
{
    constexpr std::int64_t day = 86'400;
    return YearWalker(options.fileTime / day, options.year);
}

} // namespace

Reader::Reader(Log& log, std::uint16_t source, const ReaderOptions& options)
    : m_log(log),
      m_source(source),
      m_patterns(options.patterns),
      m_clock(options.zone, yearsOf(options)),
      m_writer({log.m_columns, log.m_addresses, log.m_domains, log.m_helos, log.m_mailboxes, log.m_rules},
               source)
{
}

Reader::Located Reader::locate(std::string_view line) noexcept
{
    if (const auto stamp = parseStamp(line)) {
        return {*stamp, line.substr(stamp->length), !stamp->withoutDate};
    }
    return {{}, fromProgramName(line).value_or(std::string_view{}), false};
}

void Reader::settleTime(const Located& located, LinePlace& place)
{
    if (located.hasStamp) {
        m_lastMoment = m_clock.at(located.stamp, place.host);
        correctYears();
    }
    place.moment = m_lastMoment;
    place.withoutTime = !located.hasStamp;
}

void Reader::correctYears()
{
    if (const int years = m_clock.years().takeCorrection(); years != 0) {
        m_writer.moveYears(years, m_clock);
    }
}

void Reader::readLine(std::string_view line, std::uint64_t offset)
{
    if (m_sampleStamp) {
        m_sampleStamp = false; // one line a block, so that no turn of the year is missed between two checks
        if (const auto stamp = parseStamp(line.substr(0, longestStamp))) {
            static_cast<void>(m_clock.years().next(*stamp));
            correctYears();
        }
    }
    if (m_table.isTable()) {
        return; // its records were read; they need not end with the line
    }
    if (m_patterns) {
        if (const auto matched = m_patterns->match(line)) {
            readMatched(*matched, line, offset);
            return;
        }
    }
    if (isCandidate(line)) {
        readCandidate(line, offset);
    }
}

void Reader::readCandidate(std::string_view line, std::uint64_t offset)
{
    const auto located = locate(line);
    if (located.rest.empty()) {
        return;
    }
    LinePlace place;
    place.offset = offset;
    place.length = static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), UINT32_MAX));
    if (const auto policy = parsePolicyLine(located.rest, located.stamp.isSyslogProtocol)) {
        readEvent(*policy, located, place);
        return;
    }
    const auto host = hostOf(located.rest);
    const auto text = located.rest.substr(std::min(host.size() + 1, located.rest.size()));
    if (const auto repetition = parseRepetition(text)) {
        if (repetition->text.empty()) {
            readBackReference(located, place, repetition->count);
        } else if (auto policy = parsePolicyLine(repetition->text, false)) {
            policy->host = host;
            place.host = m_log.m_hosts.intern(host);
            readEvent(*policy, located, place);
        }
    }
}

void Reader::readMatched(const MatchedLine& matched, std::string_view line, std::uint64_t offset)
{
    LinePlace place;
    place.offset = offset;
    place.length = static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), UINT32_MAX));
    place.host = m_log.m_hosts.intern(hostOf(matched, line));
    const auto stamp = stampOf(matched, line);
    settleTime({stamp.value_or(Stamp{}), {}, stamp && !stamp->withoutDate}, place);
    if (matched.event.kind == LineKind::Unreadable) {
        ++m_unreadable;
    } else {
        m_writer.write(matched.event, place, 1);
    }
}

void Reader::readRecord(const TrackingRecord& record)
{
    LinePlace place;
    place.offset = record.offset;
    place.length = record.length;
    settleTime({record.stamp.value_or(Stamp{}), {}, record.stamp.has_value()}, place);
    m_writer.write(record.event, place, 1);
}

void Reader::readEvent(const PolicyLine& policy, const Located& located, LinePlace place)
{
    PolicyLine line = policy;
    std::uint32_t repeat = 1;
    if (const auto repetition = parseRepetition(line.text); repetition && !repetition->text.empty()) {
        repeat = repetition->count;
        line.text = repetition->text;
    }
    const Event event = parseEvent(line, m_scratch);
    if (event.kind == LineKind::Other) {
        return;
    }
    place.host = m_log.m_hosts.intern(line.host);
    place.pid = line.pid;
    settleTime(located, place);
    if (event.kind != LineKind::Unreadable) {
        m_writer.write(event, place, repeat);
        return;
    }
    ++m_unreadable;
    if (event.dialect == Dialect::Vendor && (!event.address.empty() || !event.sender.empty())) {
        m_writer.write(event, place, repeat); // D-V3: shown with what could be read
    }
}

void Reader::readBackReference(const Located& located, LinePlace place, std::uint32_t count)
{
    std::string before = m_before;
    const auto inBlock = place.offset > m_blockOffset ? place.offset - m_blockOffset : 0;
    before.append(m_block.substr(0, static_cast<std::size_t>(inBlock)));
    const auto start = m_blockOffset + inBlock - before.size();
    const auto end = std::min<std::size_t>(before.size(), static_cast<std::size_t>(place.offset - start));
    std::string_view text(before.data(), end);
    text.remove_prefix(text.size() - std::min(text.size(), lookBack));
    const auto host = hostOf(located.rest);
    while (!text.empty()) {
        text.remove_suffix(text.back() == '\n' ? 1 : 0);
        const auto newline = text.rfind('\n');
        const auto lineStart = newline == std::string_view::npos ? 0 : newline + 1;
        const auto line = text.substr(lineStart);
        if (const auto stamp = parseStamp(line); stamp && hostOf(line.substr(stamp->length)) == host) {
            place.host = m_log.m_hosts.intern(host);
            settleTime(located, place);
            const auto offset = start + static_cast<std::uint64_t>(line.data() - before.data());
            m_writer.repeat(offset, place, count);
            return;
        }
        text = text.substr(0, lineStart);
    }
}

void Reader::feed(std::string_view block)
{
    if (block.empty()) {
        return;
    }
    m_block = block;
    m_blockOffset = m_scanner.bytes();
    m_sampleStamp = true;
    m_table.feed(block, [this](const TrackingRecord& record) { readRecord(record); });
    m_scanner.feed(block, m_log.m_lines[m_source],
                   [this](std::string_view line, std::uint64_t offset) { readLine(line, offset); });
    rememberTail(block);
    m_block = {};
    publishCounts();
}

void Reader::rememberTail(std::string_view block)
{
    const auto kept = block.substr(block.size() - std::min(block.size(), lookBack));
    m_before.append(kept);
    m_before.erase(0, m_before.size() - std::min(m_before.size(), lookBack));
    const auto last = m_before.rfind('\n');
    if (last == std::string::npos || last == 0) {
        return;
    }
    const auto previous = m_before.rfind('\n', last - 1);
    if (previous != std::string::npos) {
        m_lastLineHead = m_before.substr(previous + 1, std::min(last - previous - 1, longestStamp));
    }
}

bool Reader::isWholeEvent(std::string_view line)
{
    const auto located = locate(line);
    const auto policy = parsePolicyLine(located.rest, located.stamp.isSyslogProtocol);
    if (!policy) {
        return false;
    }
    const auto event = parseEvent(*policy, m_scratch);
    return event.whole &&
           (event.kind == LineKind::Check || event.kind == LineKind::Skip || event.kind == LineKind::Detail);
}

void Reader::finish(Tail tail)
{
    if (tail == Tail::Take) {
        m_table.finish([this](const TrackingRecord& record) { readRecord(record); });
    }
    if (tail == Tail::Take && m_scanner.hasUnfinished() && isWholeEvent(m_scanner.unfinished())) {
        readCandidate(m_scanner.unfinished(), m_scanner.unfinishedOffset());
        m_scanner.endUnfinished();
    }
    if (const auto stamp = parseStamp(m_lastLineHead)) {
        static_cast<void>(m_clock.years().next(*stamp));
        correctYears();
    }
    m_clock.years().settle();
    correctYears();
    m_writer.settleSteps();
    publishCounts();
}

void Reader::publishCounts() noexcept
{
    auto& counts = m_log.m_counts[m_source];
    counts.lines = m_scanner.lines();
    counts.bytes = m_scanner.bytes();
    counts.unreadable = m_unreadable;
    counts.rejections = m_writer.joins().rejections();
    counts.joinedRejections = m_writer.joins().joinedRejections();
}

} // namespace maillog
