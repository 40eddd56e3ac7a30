// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of one log as a window sees them: those that were read lately are at hand, others are read in a
// thread when they are asked for; changed() tells. The window's thread never waits for a disk.
#pragma once

#include "ui/maillog/raw/raw_reader.h"

#include <QCache>
#include <QObject>

#include <functional>
#include <optional>

namespace ui {

class RawLines final : public QObject
{
    Q_OBJECT
public:
    explicit RawLines(std::shared_ptr<const RawReader> reader);
    ~RawLines() override;

    [[nodiscard]] const std::shared_ptr<const RawReader>& reader() const { return m_reader; }

    [[nodiscard]] const std::shared_ptr<const OpenLogs>& logs() const { return m_reader->logs(); }

    [[nodiscard]] quint16 source() const { return m_reader->source(); }

    [[nodiscard]] quint64 count() const { return m_reader->count(); }

    /// Nothing while it is being read, or when there is no such line. Bytes that the file has lost since are
    /// missing.
    [[nodiscard]] std::optional<RawLine> line(quint64 number);
    /// Calls `then` with the line when it is there, which may be at once; never when there is no such line.
    void fetch(quint64 number, std::function<void(const RawLine& line)> then);

Q_SIGNALS:
    void changed(); ///< lines asked for are there

private:
    using Numbered = std::pair<quint64, std::shared_ptr<const RawBlock>>;

    void request(quint64 block);
    void readWanted();
    void keep(quint64 block, std::shared_ptr<const RawBlock> lines);

    std::shared_ptr<const RawReader> m_reader;
    QCache<quint64, std::shared_ptr<const RawBlock>> m_blocks; ///< cost: bytes
    std::vector<quint64> m_wanted;                             ///< blocks
    bool m_isReading = false;
    std::shared_ptr<RawReader::Cancelled> m_isCancelled = std::make_shared<RawReader::Cancelled>(false);
};

} // namespace ui
