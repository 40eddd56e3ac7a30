// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of one log by number, whatever its size: blocks of lines are read when they are asked for and
// some are kept. Blocks that take long (compressed, or a hole of gigabytes) are read in a thread; changed()
// tells.
#pragma once

#include "ui/maillog/log_view.h"

#include <QCache>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

struct RawLine
{
    quint64 number = 0; ///< from 0
    quint64 offset = 0; ///< of its first byte that is not NUL
    QByteArray bytes;   ///< without line end, at most RawLines::longestShown
    quint64 nulls = 0;  ///< NUL bytes in front: the hole that copytruncate leaves (MAILLOG.md 1)
    bool isCut = false;
};

class RawLines final : public QObject
{
    Q_OBJECT
public:
    static constexpr quint64 longestShown = 128 * 1024;

    RawLines(std::shared_ptr<const OpenLogs> logs, quint16 source);
    ~RawLines() override;

    [[nodiscard]] const std::shared_ptr<const OpenLogs>& logs() const { return m_logs; }

    [[nodiscard]] quint16 source() const { return m_source; }

    [[nodiscard]] quint64 count() const { return m_count; }

    /// Nothing while its block is being read, or when there is no such line. Bytes that the file has lost
    /// since are missing.
    [[nodiscard]] std::optional<RawLine> line(quint64 number);
    /// The same, waiting for it.
    [[nodiscard]] std::optional<RawLine> lineNow(quint64 number);
    /// The number of the line a byte belongs to.
    [[nodiscard]] quint64 numberAt(quint64 offset);

Q_SIGNALS:
    void changed(); ///< lines asked for are there

private:
    struct Block
    {
        struct Place
        {
            quint64 begin = 0; ///< behind the NULs
            quint64 end = 0;   ///< of the text, without line end
            quint64 nulls = 0;
        };

        std::vector<Place> lines;
        quint64 offset = 0;
        QByteArray bytes; ///< empty when there are too many to be kept
    };

    [[nodiscard]] static std::shared_ptr<Block> read(const OpenLogs& logs, quint16 source, quint64 offset,
                                                     quint64 end, const std::atomic<bool>& isCancelled);
    [[nodiscard]] std::pair<quint64, quint64> boundsOf(quint64 block) const;
    [[nodiscard]] std::shared_ptr<Block> blockNow(quint64 number);
    [[nodiscard]] RawLine lineOf(const Block& block, quint64 number) const;
    void request(quint64 number);
    void countUnfinished();

    std::shared_ptr<const OpenLogs> m_logs;
    quint16 m_source;
    quint64 m_count;
    QCache<quint64, std::shared_ptr<Block>> m_blocks; ///< cost: bytes
    std::optional<quint64> m_requested;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace ui
