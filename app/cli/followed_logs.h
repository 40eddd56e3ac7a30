// SPDX-License-Identifier: GPL-3.0-or-later
// Logs that are being written, and the checks in them that were not told yet. What was told is forgotten.
#pragma once

#include "core/maillog/filter.h"
#include "core/qtio/log/log_reading.h"

#include <chrono>
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
    /// Tells the checks that were added. Of what has a detail line only the action is waited for some time.
    void look(const Tell& tell);
    /// The same, when nothing follows any more: what waits is told as it is.
    void finish(const Tell& tell);
    /// Where everything was told and there is much of it: lets go of it. True when it did.
    [[nodiscard]] bool forget();

    /// As they are read.
    [[nodiscard]] const std::vector<qtio::LoadedSource>& sources() const { return m_logs.sources; }

    [[nodiscard]] quint64 bytesRead(const QString& path) const { return m_reading.bytesRead(path); }

private:
    using Clock = std::chrono::steady_clock;

    /// A check of which only a detail line was read (yet).
    struct Waiting
    {
        maillog::Row row;
        Clock::time_point until;
        bool isAsked = true; ///< false: from before what was asked for, only an action line makes it news
    };

    /// Ascending.
    [[nodiscard]] std::vector<maillog::Row> recentDetails() const;
    /// Those of `rows`, ascending, that the filter lets through.
    [[nodiscard]] std::vector<maillog::Row> matching(const std::vector<maillog::Row>& rows) const;
    void tellNew(bool isOver, const Tell& tell);

    qtio::LogReading m_reading;
    const maillog::Filter& m_filter;
    qtio::LoadedLogs m_logs;
    maillog::Row m_seen = 0;        ///< rows before were told, or wait
    std::vector<Waiting> m_waiting; ///< ascending
};

} // namespace cli
