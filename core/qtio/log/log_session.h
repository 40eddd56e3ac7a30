// SPDX-License-Identifier: GPL-3.0-or-later
// Mail logs open in a page: the newest rows at once, then all of them, then what is added while they are
// followed. All reading is done in a thread of its own.
#pragma once

#include "core/qtio/log/log_loader.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace qtio {

class LogWorker;

/// Shared with the worker, which looks at it every few milliseconds.
struct LogTicket
{
    std::atomic<bool> cancelled = false;
    std::atomic<bool> following = false;
};

class LogSession final : public QObject
{
    Q_OBJECT

public:
    explicit LogSession(QObject* parent = nullptr);
    /// Waits for the thread, which stops within a block.
    ~LogSession() override;

    /// Cancels what is under way; its finished() never comes.
    void start(const LogRequest& request);
    /// From any thread. finished() comes with what was read so far.
    void cancel() noexcept;

    [[nodiscard]] bool isRunning() const noexcept { return m_running; }

    /// Whether the logs are followed once they are loaded; holds for the next start() too.
    void setFollowing(bool following);

    [[nodiscard]] bool isFollowing() const noexcept { return m_following; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// While loading: first the end of the newest log, then, a few times a second, what was read so far.
    void snapshotTaken(const qtio::LoadedLogs& logs);
    /// Also after cancel(): with what was read so far.
    void finished(const qtio::LoadedLogs& logs);
    /// While following, at most four times a second: rows from `firstChanged` on are new or others.
    void grown(const qtio::LoadedLogs& logs, quint64 firstChanged);

private:
    friend class LogWorker;
    std::atomic<std::shared_ptr<LogTicket>> m_ticket; ///< never null
    LogWorker* m_worker;                              ///< lives in the thread and ends with it
    QThread m_thread;
    bool m_running = false;
    bool m_following = false;
};

} // namespace qtio
