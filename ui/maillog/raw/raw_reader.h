// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of one log by number, whatever its size, for any thread but the window's: a slow disk or a
// packed file takes its time. Lines are read in blocks, those between two marks of the line index.
#pragma once

#include "ui/maillog/log_view.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <vector>

namespace ui {

struct RawLine
{
    quint64 number = 0; ///< from 0
    quint64 offset = 0; ///< of its first byte that is not NUL
    QByteArray bytes;   ///< without line end, at most RawReader::longestShown
    quint64 nulls = 0;  ///< NUL bytes in front: the hole that copytruncate leaves (MAILLOG.md 1)
    bool isCut = false;
};

struct RawBlock
{
    std::vector<RawLine> lines;
    qsizetype cost = 0; ///< bytes of memory
};

class RawReader
{
public:
    static constexpr quint64 longestShown = 128 * 1024;
    static constexpr quint64 headLength = 4096;

    using Cancelled = std::atomic<bool>;

    /// Reads what stands behind the last whole line, and the head.
    RawReader(std::shared_ptr<const OpenLogs> logs, quint16 source);

    [[nodiscard]] const std::shared_ptr<const OpenLogs>& logs() const { return m_logs; }

    [[nodiscard]] quint16 source() const { return m_source; }

    /// With a last line that has no end yet.
    [[nodiscard]] quint64 count() const { return m_count; }

    /// What the log begins with, at most headLength.
    [[nodiscard]] const QByteArray& head() const { return m_head; }

    [[nodiscard]] static quint64 blockOf(quint64 line) { return line / maillog::LineIndex::stride; }

    /// Bytes that the file has lost since are missing; may be shorter when it was cancelled.
    [[nodiscard]] std::shared_ptr<const RawBlock> block(quint64 number, const Cancelled& isCancelled) const;
    /// Of a block that was read; empty where the file has lost it.
    [[nodiscard]] static RawLine lineOf(const RawBlock& block, quint64 number);
    /// The number of the line a byte belongs to.
    [[nodiscard]] quint64 numberAt(quint64 offset) const;

private:
    [[nodiscard]] std::pair<quint64, quint64> boundsOf(quint64 block) const;
    [[nodiscard]] RawBlock read(quint64 line, quint64 begin, quint64 end, const Cancelled& isCancelled) const;

    std::shared_ptr<const OpenLogs> m_logs;
    quint16 m_source;
    maillog::BlockSource m_bytes;
    quint64 m_count = 0;
    QByteArray m_head;
};

} // namespace ui
