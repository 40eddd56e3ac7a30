// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that are being written, and the checks in them that were not told yet. What was told is forgotten.
#pragma once

#include "core/maillog/filter.h"
#include "core/qtio/log_reading.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace cli {

class FollowedLogs
{
public:
    /// `filter` outlives it.
    FollowedLogs(const qtio::LogRequest& request, const maillog::Filter& filter);

    using Tell = std::function<void(const maillog::Check& check)>;

    /// Reads what is there and tells the last `past` checks of it.
    void begin(std::size_t past, const Tell& tell);
    /// Tells the checks that were added.
    void look(const Tell& tell);
    /// The same, when nothing follows any more.
    void finish(const Tell& tell);
    /// Where everything was told and there is much of it: lets go of it. True when it did.
    [[nodiscard]] bool forget();

    /// As they are read.
    [[nodiscard]] const std::vector<qtio::LoadedSource>& sources() const { return m_logs.sources; }

    [[nodiscard]] quint64 bytesRead(const QString& path) const { return m_reading.bytesRead(path); }

private:
    /// Those of `rows`, ascending, that the filter lets through.
    [[nodiscard]] std::vector<maillog::Row> matching(const std::vector<maillog::Row>& rows) const;
    void tellNew(bool isSilent, const Tell& tell);

    qtio::LogReading m_reading;
    const maillog::Filter& m_filter;
    qtio::LoadedLogs m_logs;
    maillog::Row m_seen = 0;             ///< rows before were told, or wait
    std::vector<maillog::Row> m_waiting; ///< a detail line only: its action line may come
};

} // namespace cli
