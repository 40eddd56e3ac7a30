// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a LogSession that lives in its thread: reads, and watches the files that are followed.
#pragma once

#include "core/qtio/log/log_reading.h"
#include "core/qtio/log/log_session.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace qtio {

class LogWorker final : public QObject
{
    Q_OBJECT

public:
    /// Answers are given in the session's thread.
    explicit LogWorker(LogSession& session);

    void run(const LogRequest& request, const std::shared_ptr<LogTicket>& ticket);
    /// The ticket's wish to follow may have changed.
    void watch();

private:
    [[nodiscard]] LoadProgress progressOf(LogReading& reading);
    void deliver(LoadedLogs logs, void (LogSession::*signal)(const LoadedLogs&));
    /// Calls `tell(session)` in the session's thread, unless another request has replaced this one.
    template <class Tell>
    void inSession(Tell tell);
    /// Looks soon, not more often than told.
    void lookSoon();
    void look();
    void watchPaths();

    LogSession& m_session;
    std::shared_ptr<LogTicket> m_ticket;
    std::unique_ptr<LogReading> m_reading;
    QFileSystemWatcher m_watcher;
    QTimer m_regular; ///< network drives tell nothing
    QTimer m_soon;
    QElapsedTimer m_sinceLook;
};

} // namespace qtio
