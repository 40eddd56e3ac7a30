// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_browser.h"

#include "ui/maillog/freed_elsewhere.h"

#include <QtConcurrentRun>

namespace ui {

LogBrowser::LogBrowser(QObject* parent) : QObject(parent)
{
    connect(&m_session, &qtio::LogSession::progressed, this, &LogBrowser::progressed);
    connect(&m_session, &qtio::LogSession::snapshotTaken, this, &LogBrowser::takeSnapshot);
    connect(&m_session, &qtio::LogSession::finished, this, [this](const qtio::LoadedLogs& logs) {
        setLogs(logs, false);
        Q_EMIT finished();
    });
    connect(&m_session, &qtio::LogSession::grown, this,
            [this](const qtio::LoadedLogs& logs, quint64 firstChanged) {
                setLogs(logs, false);
                Q_EMIT grown(static_cast<maillog::Row>(firstChanged));
            });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { take(m_watcher.result()); });
}

LogBrowser::~LogBrowser()
{
    cancelAsking();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void LogBrowser::load(const qtio::LogRequest& request)
{
    cancelAsking();
    m_hasTail = false;
    m_zone = request.zone;
    m_session.start(request);
}

void LogBrowser::cancelLoading()
{
    m_session.cancel();
}

/// The newest rows stay in sight until all are there.
void LogBrowser::takeSnapshot(const qtio::LoadedLogs& logs)
{
    const bool isTail = logs.stage == qtio::LogStage::Preliminary;
    m_hasTail = m_hasTail || (isTail && logs.log->size() > 0);
    if (isTail || !m_hasTail) {
        setLogs(logs, true);
    }
}

void LogBrowser::setLogs(const qtio::LoadedLogs& logs, bool isPreliminary)
{
    auto open = std::make_shared<OpenLogs>();
    open->logs = logs;
    open->logs.log = freedElsewhere(logs.log); // some hold the log alone
    open->isPreliminary = isPreliminary;
    m_logs = freedElsewhere<OpenLogs>(std::move(open));
    Q_EMIT loaded();
    if (m_asking || m_isPaused) {
        m_isOutdated = true; // snapshots that come faster than answers must not keep every answer away
    } else {
        start();
    }
}

void LogBrowser::ask(LogQuery query)
{
    m_query = std::move(query);
    m_query.zone = m_zone;
    ++m_filterNumber;
    cancelAsking();
    start();
}

void LogBrowser::cancelAsking()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
}

void LogBrowser::start()
{
    if (!m_logs) {
        return;
    }
    m_isOutdated = false;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_asking = true;
    const auto before = m_viewFilter == m_filterNumber ? m_view : nullptr;
    // The watcher forgets the run before: its finished() does not come any more.
    m_watcher.setFuture(QtConcurrent::run([logs = m_logs, query = m_query, before,
                                           cancelled = m_cancelled]() -> std::shared_ptr<const LogView> {
        return freedElsewhere(std::make_shared<const LogView>(
            viewOf(logs, query, [&cancelled] { return cancelled->load(); }, before)));
    }));
}

void LogBrowser::take(std::shared_ptr<const LogView> view)
{
    m_asking = false;
    if (!*m_cancelled) {
        m_viewFilter = m_filterNumber;
        m_view = std::move(view);
        Q_EMIT viewChanged();
    }
    if (m_isOutdated && !m_asking && !m_isPaused) {
        start();
    }
}

void LogBrowser::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (!isPaused && m_isOutdated && !m_asking) {
        start();
    }
}

} // namespace ui
