// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_worker.h"

#include <QFileInfo>

#include <algorithm>

namespace qtio {

namespace {

constexpr qint64 progressInterval = 50;
constexpr qint64 firstSnapshot = 50; ///< of a packed log, whose end cannot be shown at once
constexpr qint64 snapshotInterval = 300;
constexpr int lookInterval = 250; ///< between two looks at logs that grow all the time
constexpr int regularInterval = 1000;

} // namespace

LogWorker::LogWorker(LogSession& session) : m_session(session), m_watcher(this), m_regular(this), m_soon(this)
{
    m_regular.setInterval(regularInterval);
    m_soon.setSingleShot(true);
    connect(&m_regular, &QTimer::timeout, this, &LogWorker::lookSoon);
    connect(&m_soon, &QTimer::timeout, this, &LogWorker::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LogWorker::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LogWorker::lookSoon);
}

template <class Tell>
void LogWorker::inSession(Tell tell)
{
    // Answers to a request that was given up are known by its ticket.
    QMetaObject::invokeMethod(&m_session, [session = &m_session, ticket = m_ticket, tell = std::move(tell)] {
        if (ticket == session->m_ticket.load()) {
            tell(*session);
        }
    });
}

void LogWorker::deliver(LoadedLogs logs, void (LogSession::*signal)(const LoadedLogs&))
{
    inSession([logs = std::move(logs), signal](LogSession& session) { Q_EMIT(session.*signal)(logs); });
}

LoadProgress LogWorker::progressOf(LogReading& reading)
{
    QElapsedTimer sinceReport;
    QElapsedTimer sinceSnapshot;
    sinceReport.start();
    sinceSnapshot.start();
    return [this, &reading, sinceReport, sinceSnapshot, interval = firstSnapshot](qint64 done,
                                                                                  qint64 total) mutable {
        if (sinceReport.hasExpired(progressInterval)) {
            sinceReport.restart();
            inSession([done, total](LogSession& session) { Q_EMIT session.progressed(done, total); });
        }
        if (done > 0 && sinceSnapshot.hasExpired(interval) && !m_ticket->cancelled) {
            sinceSnapshot.restart();
            deliver(reading.snapshot(LogStage::Loading), &LogSession::snapshotTaken);
            // Of many overlapping logs a snapshot costs something: not more than a tenth of the time.
            interval = std::max(snapshotInterval, 10 * sinceSnapshot.elapsed());
        }
        return !m_ticket->cancelled.load();
    };
}

void LogWorker::run(const LogRequest& request, const std::shared_ptr<LogTicket>& ticket)
{
    m_ticket = ticket;
    m_regular.stop();
    m_soon.stop();
    m_reading = std::make_unique<LogReading>(request);
    const auto watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    m_reading->open();
    if (auto tail = m_reading->tail()) {
        deliver(std::move(*tail), &LogSession::snapshotTaken);
    }
    m_reading->readAll(progressOf(*m_reading));
    // A line without end may yet go on while its log is followed.
    auto logs = m_ticket->following ? m_reading->snapshot(LogStage::Complete) : m_reading->complete();
    inSession([logs = std::move(logs)](LogSession& session) {
        session.m_running = false;
        Q_EMIT session.finished(logs);
    });
    m_reading->keepImages([this] { return !m_ticket->cancelled; });
    watch();
}

void LogWorker::watch()
{
    if (!m_reading || m_ticket->cancelled || !m_ticket->following) {
        m_regular.stop();
        m_soon.stop();
        return;
    }
    if (!m_regular.isActive()) {
        m_regular.start();
        lookSoon();
    }
}

void LogWorker::watchPaths()
{
    const auto paths = m_reading->followedPaths();
    QStringList wanted = paths;
    for (const QString& path : paths) {
        wanted += QFileInfo(path).path(); // where the next file will be made
    }
    const auto watched = m_watcher.files() + m_watcher.directories();
    QStringList missing;
    for (const QString& path : wanted) {
        if (!watched.contains(path) && !missing.contains(path) && QFileInfo::exists(path)) {
            missing += path;
        }
    }
    if (!missing.isEmpty()) {
        m_watcher.addPaths(missing);
    }
}

void LogWorker::lookSoon()
{
    if (m_regular.isActive() && !m_soon.isActive()) {
        const auto passed = m_sinceLook.isValid() ? m_sinceLook.elapsed() : lookInterval;
        m_soon.start(static_cast<int>(std::clamp<qint64>(lookInterval - passed, 0, lookInterval)));
    }
}

void LogWorker::look()
{
    m_sinceLook.start();
    watchPaths();
    if (!m_reading->readGrowth([this] { return !m_ticket->cancelled; })) {
        return;
    }
    auto logs = m_reading->snapshot(LogStage::Complete);
    inSession([logs = std::move(logs), first = quint64{m_reading->firstChanged()}](LogSession& session) {
        Q_EMIT session.grown(logs, first);
    });
}

} // namespace qtio
