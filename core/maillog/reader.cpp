// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/reader.h"

#include <algorithm>

namespace maillog {

namespace {

/// How far "last message repeated" looks back for the line before of the same host.
constexpr std::size_t lookBack = std::size_t{16} << 10U;
constexpr std::size_t longestStamp = 64;

std::string_view hostOf(std::string_view rest) noexcept
{
    return rest.substr(0, std::min(rest.find(' '), rest.size()));
}

std::string_view lastBytes(std::string_view text, std::size_t count) noexcept
{
    return text.substr(text.size() - std::min(text.size(), count));
}

YearWalker yearsOf(const ReaderOptions& options) noexcept
{
    constexpr std::int64_t day = 86'400;
    return YearWalker(options.fileTime / day, options.year);
}

} // namespace

/// Finds where lines of a block begin by their number, going forward.
class Reader::LineStarts
{
public:
    explicit LineStarts(const ParsedBlock& block) noexcept : m_block(block), m_text(block.whole()) {}

    /// In the block, of whole line `number` from 0; one behind the last is the end.
    [[nodiscard]] std::size_t at(std::size_t number) noexcept
    {
        if (number == 0) {
            return m_block.begin;
        }
        while (m_before + m_block.newlines[m_chunk] < number) {
            m_before += m_block.newlines[m_chunk++];
        }
        auto place = m_chunk * ParsedBlock::chunkSize;
        for (auto left = number - m_before; left > 0; --left) {
            place = m_text.find('\n', place) + 1;
        }
        return m_block.begin + place;
    }

private:
    const ParsedBlock& m_block;
    std::string_view m_text;
    std::size_t m_chunk = 0;
    std::size_t m_before = 0; ///< line feeds in the chunks passed
};

Reader::Reader(Log& log, std::uint16_t source, const ReaderOptions& options)
    : m_log(log),
      m_source(source),
      m_patterns(options.patterns),
      m_clock(options.zone, yearsOf(options)),
      m_writer({log.m_columns, log.m_addresses, log.m_domains, log.m_helos, log.m_mailboxes, log.m_rules},
               source),
      m_bytes(options.start)
{
    // Until a stamp is read, the date of the file is all that is known.
    m_lastMoment.utcMilliseconds = options.fileTime * 1000;
    m_lastMoment.offsetMinutes = static_cast<std::int16_t>(options.zone.offsetAt(options.fileTime) / 60);
}

void Reader::settleTime(const ParsedLine& line, LinePlace& place)
{
    if (line.stamp && !line.stamp->withoutDate) {
        m_lastMoment = m_clock.at(*line.stamp, place.host);
        correctYears();
    }
    place.moment = m_lastMoment;
    place.withoutTime = !line.stamp || line.stamp->withoutDate;
}

void Reader::correctYears()
{
    if (const int years = m_clock.years().takeCorrection(); years != 0) {
        m_writer.moveYears(years, m_clock);
    }
}

void Reader::sampleStamp(std::string_view line)
{
    if (const auto stamp = parseStamp(line.substr(0, longestStamp))) {
        static_cast<void>(m_clock.years().next(*stamp));
        correctYears();
    }
}

void Reader::apply(const ParsedLine& line, std::uint64_t offset)
{
    if (line.isJournal) {
        applyJournalEntry(offset);
        return;
    }
    LinePlace place;
    place.offset = offset;
    place.length = line.length;
    if (line.refersBack) {
        applyBackReference(line, place);
        return;
    }
    place.host = m_log.m_hosts.intern(line.host);
    place.pid = line.pid;
    settleTime(line, place);
    if (line.said.kind == LineKind::Unreadable) {
        ++m_unreadable;
        const bool namesNobody = !line.names.address && line.names.sender.text.empty();
        if (line.said.dialect != Dialect::Vendor || namesNobody) {
            return;
        }
        // D-V3: shown with what could be read
    }
    m_writer.write(line.said, line.names, place, line.repeat);
}

void Reader::applyJournalEntry(std::uint64_t offset)
{
    if (++m_journalEntries > 1) {
        return;
    }
    // Lines passed are counted up to the first that begins in this block.
    const auto inBlock = offset > m_bytes ? static_cast<std::size_t>(offset - m_bytes) : 0;
    const auto before = m_block.substr(0, inBlock);
    const auto first = std::min(before.find('\n'), before.size());
    m_journalLine = m_lines + 1 + countNewlines(before.substr(std::min(first + 1, before.size())));
}

void Reader::applyBackReference(const ParsedLine& line, LinePlace place)
{
    const auto inBlock = place.offset > m_bytes ? static_cast<std::size_t>(place.offset - m_bytes) : 0;
    std::string before;
    if (inBlock < lookBack) {
        before = lastBytes(m_before, lookBack);
        const auto start = m_bytes - before.size();
        before.resize(
            std::min(before.size(), static_cast<std::size_t>(place.offset - std::min(place.offset, start))));
    }
    before.append(lastBytes(m_block.substr(0, inBlock), lookBack));
    std::string_view text = lastBytes(before, lookBack);
    while (!text.empty()) {
        text.remove_suffix(text.back() == '\n' ? 1 : 0);
        const auto newline = text.rfind('\n');
        const auto lineStart = newline == std::string_view::npos ? 0 : newline + 1;
        const auto candidate = text.substr(lineStart);
        if (const auto stamp = parseStamp(candidate);
            stamp && hostOf(candidate.substr(stamp->length)) == line.host) {
            place.host = m_log.m_hosts.intern(line.host);
            settleTime(line, place);
            const auto behind = static_cast<std::uint64_t>(before.data() + before.size() - candidate.data());
            m_writer.repeat(place.offset - behind, place, line.repeat);
            return;
        }
        text = text.substr(0, lineStart);
    }
}

void Reader::feed(std::string_view block)
{
    parseBlock(block, m_parsed, patterns());
    take(m_parsed);
}

void Reader::takeRecord(const TrackingRecord& record)
{
    TextPool texts;
    ParsedLine line;
    line.length = record.length;
    line.stamp = record.stamp;
    line.said = record.event;
    line.names = namesOf(record.event, texts);
    apply(line, record.offset);
}

void Reader::take(const ParsedBlock& block)
{
    if (block.text.empty()) {
        return;
    }
    m_block = block.text;
    m_table.feed(block.text, [this](const TrackingRecord& record) { takeRecord(record); });
    const auto head = block.text.substr(0, block.begin);
    if (head.ends_with('\n')) {
        m_unfinished.add(head.substr(0, head.size() - 1), m_bytes);
        endUnfinished();
        countLine(m_bytes + block.begin);
    } else if (!head.empty()) {
        m_unfinished.add(head, m_bytes);
    }
    takeWholeLines(block);
    if (block.end < block.text.size()) {
        m_unfinished.add(block.text.substr(block.end), m_bytes + block.end);
    }
    rememberBlock(block.text);
    m_block = {};
    m_bytes += block.text.size();
    m_writer.flush();
    publishCounts();
}

void Reader::countLine(std::uint64_t nextOffset)
{
    ++m_lines;
    if (m_lines % LineIndex::stride == 0) {
        m_log.m_lines[m_source].add(nextOffset);
    }
}

void Reader::endUnfinished()
{
    const auto bare = bareLine(m_unfinished.text(), m_unfinished.offset());
    if (m_lines % LineIndex::stride == 0) {
        sampleStamp(bare.text);
    }
    TextPool texts;
    ParsedLine line;
    if (!m_table.isTable() && parseLine(bare.text, line, texts, patterns())) {
        apply(line, bare.offset);
    }
    m_lastLineHead = bare.text.substr(0, longestStamp);
    m_unfinished.clear();
}

void Reader::takeWholeLines(const ParsedBlock& block)
{
    auto& index = m_log.m_lines[m_source];
    LineStarts starts(block);
    const auto firstMark = (m_lines + LineIndex::stride - 1) / LineIndex::stride * LineIndex::stride;
    auto mark = static_cast<std::size_t>(firstMark - m_lines); // number in the block
    const auto startOfMark = [&] { return mark < block.lineCount ? starts.at(mark) : block.text.size() + 1; };
    auto start = startOfMark();
    const auto passMarks = [&](std::size_t until) {
        for (; start <= until; mark += LineIndex::stride, start = startOfMark()) {
            if (mark > 0) {
                index.add(m_bytes + start);
            }
            const auto line = block.text.substr(start, block.text.find('\n', start) - start);
            sampleStamp(bareLine(line, 0).text);
        }
    };
    constexpr std::size_t distance = 8; // lines between the steps of fetching ahead
    const auto& lines = block.lines;
    for (std::size_t i = 0; i < lines.size() + 2 * distance; ++i) {
        if (i < lines.size()) {
            m_writer.prefetchSlots(lines[i].names);
        }
        if (i >= distance && i - distance < lines.size()) {
            m_writer.prefetchEntries(lines[i - distance].names);
        }
        if (i >= 2 * distance) {
            const ParsedLine& line = lines[i - 2 * distance];
            passMarks(static_cast<std::size_t>(line.offset));
            if (!m_table.isTable()) { // a record's lines are no lines of their own
                apply(line, m_bytes + line.offset);
            }
        }
    }
    passMarks(block.text.size());
    if (mark == block.lineCount && block.lineCount > 0) {
        index.add(m_bytes + block.end); // the first line of the next block
    }
    m_lines += block.lineCount;
    if (block.lineCount > 0) {
        const auto text = block.whole().substr(0, block.end - block.begin - 1);
        const auto newline = text.rfind('\n');
        m_lastLineHead = bareLine(text.substr(newline == std::string_view::npos ? 0 : newline + 1), 0)
                             .text.substr(0, longestStamp);
    }
}

void Reader::rememberBlock(std::string_view block)
{
    if (block.size() >= lookBack) {
        m_before.assign(lastBytes(block, lookBack));
    } else {
        m_before.append(block);
        m_before.erase(0, m_before.size() - std::min(m_before.size(), lookBack));
    }
}

void Reader::finish(Tail tail)
{
    if (tail == Tail::Take) {
        m_table.finish([this](const TrackingRecord& record) { takeRecord(record); });
    }
    if (tail == Tail::Take && m_unfinished.exists()) {
        TextPool texts;
        ParsedLine line;
        const auto bare = LinePiece{m_unfinished.text(), m_unfinished.offset()};
        if (parseLine(bare.text, line, texts, patterns()) && !line.refersBack && line.said.whole &&
            line.said.kind != LineKind::Unreadable) {
            apply(line, bare.offset);
            m_unfinished.clear();
            ++m_lines;
        }
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
    counts.lines = m_lines;
    counts.bytes = m_bytes;
    counts.unreadable = m_unreadable;
    counts.journalEntries = m_journalEntries;
    counts.journalLine = m_journalLine;
    counts.rejections = m_writer.joins().rejections();
    counts.joinedRejections = m_writer.joins().joinedRejections();
}

} // namespace maillog
