// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_reader.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string_view>

namespace ui {

namespace {

using maillog::LineIndex;

constexpr std::size_t pieceSize = std::size_t{1} << 20;
constexpr std::size_t firstPieceSize = std::size_t{64} << 10; ///< a block of common lines
constexpr quint64 longestUnfinished = 4 << 20;

/// Makes lines of the bytes of a log, of which long ones are cut and holes are counted.
class Splitter
{
public:
    Splitter(quint64 line, quint64 offset) : m_at(offset) { begin(line); }

    void take(std::string_view piece)
    {
        while (!piece.empty()) {
            if (m_isInNulls) {
                const auto nulls = std::min(piece.find_first_not_of('\0'), piece.size());
                m_line.nulls += nulls;
                m_line.offset += nulls;
                m_at += nulls;
                piece.remove_prefix(nulls);
                m_isInNulls = piece.empty();
                continue;
            }
            const auto newline = piece.find('\n');
            const std::string_view text = piece.substr(0, newline);
            append(text);
            piece.remove_prefix(text.size());
            m_at += text.size();
            if (!piece.empty()) {
                piece.remove_prefix(1);
                ++m_at;
                finish();
            }
        }
    }

    /// The last line may lack its end.
    [[nodiscard]] RawBlock block() &&
    {
        if (m_length > 0 || m_line.nulls > 0) {
            finish();
        }
        return std::move(m_block);
    }

private:
    void begin(quint64 number)
    {
        m_line = {number, m_at, {}, 0, false};
        m_isInNulls = true;
        m_length = 0;
        m_last = '\0';
    }

    void append(std::string_view text)
    {
        if (text.empty()) {
            return;
        }
        const quint64 room = RawReader::longestShown - static_cast<quint64>(m_line.bytes.size());
        m_line.bytes.append(text.data(), static_cast<qsizetype>(std::min<quint64>(room, text.size())));
        m_length += text.size();
        m_last = text.back();
    }

    void finish()
    {
        m_length -= m_last == '\r' ? 1 : 0;
        m_line.bytes.truncate(static_cast<qsizetype>(std::min(m_length, RawReader::longestShown)));
        m_line.isCut = m_length > RawReader::longestShown;
        m_block.cost += m_line.bytes.size() + static_cast<qsizetype>(sizeof(RawLine));
        m_block.lines.push_back(std::move(m_line));
        begin(m_block.lines.back().number + 1);
    }

    RawBlock m_block;
    RawLine m_line;
    quint64 m_at;
    quint64 m_length = 0; ///< of the text of the line
    char m_last = '\0';
    bool m_isInNulls = true;
};

} // namespace

RawReader::RawReader(std::shared_ptr<const OpenLogs> logs, quint16 source)
    : m_logs(std::move(logs)),
      m_source(source),
      m_bytes(m_logs->logs.blockSource()),
      m_count(m_logs->logs.log->counts(source).lines),
      m_head(static_cast<qsizetype>(headLength), Qt::Uninitialized)
{
    m_head.truncate(static_cast<qsizetype>(
        m_bytes.read(m_source, 0, {m_head.data(), static_cast<std::size_t>(m_head.size())})));
    // A last line without line end may be none yet for who reads checks; here it is seen.
    const auto mark = m_logs->logs.log->lineIndex(m_source).beforeLine(m_count);
    const quint64 size = m_logs->logs.log->counts(m_source).bytes;
    if (mark.offset < size && size - mark.offset <= longestUnfinished) {
        const RawBlock last = read(mark.line, mark.offset, size, false);
        m_count = std::max<quint64>(m_count, mark.line + last.lines.size());
    }
}

std::pair<quint64, quint64> RawReader::boundsOf(quint64 block) const
{
    const LineIndex& index = m_logs->logs.log->lineIndex(m_source);
    const quint64 size = m_logs->logs.log->counts(m_source).bytes;
    const bool isLast = (block + 1) * LineIndex::stride >= m_count || block >= index.offsets().size();
    const quint64 begin = index.beforeLine(block * LineIndex::stride).offset;
    const quint64 end = isLast ? size : index.beforeLine((block + 1) * LineIndex::stride).offset;
    return {begin, std::clamp(end, begin, std::max(begin, size))};
}

RawBlock RawReader::read(quint64 line, quint64 begin, quint64 end, const Cancelled& isCancelled) const
{
    Splitter splitter(line, begin);
    std::vector<char> piece(static_cast<std::size_t>(std::min<quint64>(firstPieceSize, end - begin)));
    while (begin < end && !isCancelled) {
        const auto wanted = std::min<quint64>(piece.size(), end - begin);
        const auto got =
            m_bytes.read(m_source, begin, std::span(piece).first(static_cast<std::size_t>(wanted)));
        if (got == 0) {
            break; // cut since
        }
        splitter.take({piece.data(), got});
        begin += got;
        piece.resize(pieceSize);
    }
    return std::move(splitter).block();
}

std::shared_ptr<const RawBlock> RawReader::block(quint64 number, const Cancelled& isCancelled) const
{
    const auto [begin, end] = boundsOf(number);
    return std::make_shared<const RawBlock>(read(number * LineIndex::stride, begin, end, isCancelled));
}

RawLine RawReader::lineOf(const RawBlock& block, quint64 number)
{
    const auto index = static_cast<std::size_t>(number % LineIndex::stride);
    return index < block.lines.size() ? block.lines[index] : RawLine{number, 0, {}, 0, false};
}

quint64 RawReader::numberAt(quint64 offset) const
{
    const auto mark = m_logs->logs.log->lineIndex(m_source).beforeOffset(offset);
    if (m_count == 0 || mark.line >= m_count) {
        return m_count == 0 ? 0 : m_count - 1;
    }
    const auto there = block(blockOf(mark.line), false);
    const auto behind =
        std::upper_bound(there->lines.begin(), there->lines.end(), offset,
                         [](quint64 place, const RawLine& line) { return place < line.offset - line.nulls; });
    const auto index = behind == there->lines.begin() ? 0 : behind - there->lines.begin() - 1;
    return std::min(m_count - 1, mark.line + static_cast<quint64>(index));
}

} // namespace ui
