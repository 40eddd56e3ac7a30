// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw_lines.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>
#include <cstring>

namespace ui {

namespace {

using maillog::LineIndex;

constexpr quint64 pieceSize = 1 << 20;
constexpr quint64 readAtOnce = 1 << 20; ///< plain blocks up to this size do not need a thread
constexpr quint64 keptBytes = 4 << 20;  ///< of a block; above it only the places of its lines are kept
constexpr int cacheSize = 32 << 20;

} // namespace

RawLines::RawLines(std::shared_ptr<const OpenLogs> logs, quint16 source)
    : m_logs(std::move(logs)),
      m_source(source),
      m_count(m_logs->logs.log->counts(source).lines),
      m_blocks(cacheSize)
{
    countUnfinished();
}

/// A last line without line end may be none yet for who reads checks; here it is seen.
void RawLines::countUnfinished()
{
    const auto mark = m_logs->logs.log->lineIndex(m_source).beforeLine(m_count);
    const quint64 size = m_logs->logs.log->counts(m_source).bytes;
    if (mark.offset < size && size - mark.offset <= keptBytes) {
        const auto block = read(*m_logs, m_source, mark.offset, size, *m_isCancelled);
        m_count = std::max<quint64>(m_count, mark.line + block->lines.size());
    }
}

RawLines::~RawLines()
{
    *m_isCancelled = true;
}

std::pair<quint64, quint64> RawLines::boundsOf(quint64 block) const
{
    const LineIndex& index = m_logs->logs.log->lineIndex(m_source);
    const quint64 size = m_logs->logs.log->counts(m_source).bytes;
    const bool isLast = (block + 1) * LineIndex::stride >= m_count || block >= index.offsets().size();
    return {index.beforeLine(block * LineIndex::stride).offset,
            isLast ? size
                   : std::min<quint64>(size, index.beforeLine((block + 1) * LineIndex::stride).offset)};
}

std::shared_ptr<RawLines::Block> RawLines::read(const OpenLogs& logs, quint16 source, quint64 offset,
                                                quint64 end, const std::atomic<bool>& isCancelled)
{
    auto block = std::make_shared<Block>();
    block->offset = offset;
    const bool isKept = end - offset <= keptBytes;
    Block::Place place{offset, offset, 0};
    bool isInNulls = true;
    bool endsWithReturn = false;
    const auto finish = [&](quint64 at) {
        place.end = std::max(place.begin, at - (endsWithReturn ? 1 : 0));
        block->lines.push_back(place);
        place = {at + 1, at + 1, 0};
        isInNulls = true;
        endsWithReturn = false;
    };
    quint64 at = offset;
    while (at < end && !isCancelled) {
        const QByteArray piece = logs.text(source, at, static_cast<quint32>(std::min(pieceSize, end - at)));
        if (piece.isEmpty()) {
            break; // cut since
        }
        if (isKept) {
            block->bytes += piece;
        }
        const char* const begin = piece.constData();
        const char* const stop = begin + piece.size();
        for (const char* c = begin; c != stop;) {
            if (isInNulls && *c == '\0') {
                const char* text = std::find_if(c, stop, [](char x) { return x != '\0'; });
                place.nulls += static_cast<quint64>(text - c);
                place.begin += static_cast<quint64>(text - c);
                c = text;
                continue;
            }
            isInNulls = false;
            const auto* newline =
                static_cast<const char*>(std::memchr(c, '\n', static_cast<std::size_t>(stop - c)));
            const char* const last = newline == nullptr ? stop : newline;
            endsWithReturn = last != c ? *(last - 1) == '\r' : endsWithReturn;
            if (newline == nullptr) {
                break;
            }
            finish(at + static_cast<quint64>(newline - begin));
            c = newline + 1;
        }
        at += static_cast<quint64>(piece.size());
    }
    if (place.begin < at || place.nulls > 0) {
        finish(at); // the last line has no line end
    }
    return block;
}

RawLine RawLines::lineOf(const Block& block, quint64 number) const
{
    RawLine line;
    line.number = number;
    const auto index = static_cast<std::size_t>(number % LineIndex::stride);
    if (index >= block.lines.size()) {
        line.offset = block.lines.empty() ? block.offset : block.lines.back().end;
        return line;
    }
    const Block::Place& place = block.lines[index];
    const quint64 length = std::min(longestShown, place.end - place.begin);
    line.offset = place.begin;
    line.nulls = place.nulls;
    line.isCut = length < place.end - place.begin;
    line.bytes = block.bytes.isEmpty() ? m_logs->text(m_source, place.begin, static_cast<quint32>(length))
                                       : block.bytes.mid(static_cast<qsizetype>(place.begin - block.offset),
                                                         static_cast<qsizetype>(length));
    return line;
}

std::shared_ptr<RawLines::Block> RawLines::blockNow(quint64 number)
{
    if (const auto* known = m_blocks.object(number)) {
        return *known;
    }
    const auto [begin, end] = boundsOf(number);
    auto block = read(*m_logs, m_source, begin, std::max(begin, end), *m_isCancelled);
    m_blocks.insert(
        number, new std::shared_ptr<Block>(block),
        static_cast<int>(block->bytes.size() + static_cast<qsizetype>(block->lines.size()) * 24 + 1));
    return block;
}

std::optional<RawLine> RawLines::line(quint64 number)
{
    if (number >= m_count) {
        return std::nullopt;
    }
    const quint64 block = number / LineIndex::stride;
    const auto [begin, end] = boundsOf(block);
    const auto& file = m_logs->logs.sources[m_source].file;
    const bool isQuick = end - std::min(begin, end) <= readAtOnce && file && !file->isCompressed();
    if (!m_blocks.contains(block) && !isQuick) {
        request(block);
        return std::nullopt;
    }
    return lineOf(*blockNow(block), number);
}

std::optional<RawLine> RawLines::lineNow(quint64 number)
{
    return number < m_count ? std::optional(lineOf(*blockNow(number / LineIndex::stride), number))
                            : std::nullopt;
}

/// One at a time; what is asked for meanwhile and still wanted is asked for again when it is painted.
void RawLines::request(quint64 number)
{
    if (m_requested) {
        return;
    }
    m_requested = number;
    const auto [begin, end] = boundsOf(number);
    QtConcurrent::run([logs = m_logs, source = m_source, from = begin, to = std::max(begin, end),
                       isCancelled = m_isCancelled] {
        return read(*logs, source, from, to, *isCancelled);
    }).then(this, [this, number](const std::shared_ptr<Block>& block) {
        m_requested.reset();
        const auto cost = block->bytes.size() + static_cast<qsizetype>(block->lines.size()) * 24 + 1;
        m_blocks.insert(number, new std::shared_ptr<Block>(block), static_cast<int>(cost));
        Q_EMIT changed();
    });
}

quint64 RawLines::numberAt(quint64 offset)
{
    const auto mark = m_logs->logs.log->lineIndex(m_source).beforeOffset(offset);
    if (m_count == 0 || mark.line >= m_count) {
        return m_count == 0 ? 0 : m_count - 1;
    }
    const auto block = blockNow(mark.line / LineIndex::stride);
    const auto behind = std::upper_bound(
        block->lines.begin(), block->lines.end(), offset,
        [](quint64 place, const Block::Place& line) { return place < line.begin - line.nulls; });
    const auto index = behind == block->lines.begin() ? 0 : behind - block->lines.begin() - 1;
    return std::min(m_count - 1, mark.line + static_cast<quint64>(index));
}

} // namespace ui
