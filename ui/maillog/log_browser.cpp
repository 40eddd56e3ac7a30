// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_browser.h"

#include <QtConcurrentRun>

namespace ui {

LogBrowser::LogBrowser(QObject* parent) : QObject(parent)
{
    connect(&m_loader, &qtio::LogLoader::progressed, this, &LogBrowser::progressed);
    connect(&m_loader, &qtio::LogLoader::finished, this, [this](const qtio::LoadedLogs& logs) {
        auto open = std::make_shared<OpenLogs>();
        open->logs = logs;
        m_logs = std::move(open);
        Q_EMIT loaded();
        start();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_asking = false;
        m_view = m_watcher.result();
        Q_EMIT viewChanged();
    });
}

LogBrowser::~LogBrowser()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void LogBrowser::load(const qtio::LogRequest& request)
{
    m_zone = request.zone;
    m_loader.start(request);
}

void LogBrowser::cancelLoading()
{
    m_loader.cancel();
}

void LogBrowser::ask(LogQuery query)
{
    m_query = std::move(query);
    m_query.zone = m_zone;
    start();
}

void LogBrowser::start()
{
    if (!m_logs) {
        return;
    }
    if (m_cancelled) {
        *m_cancelled = true;
    }
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_asking = true;
    // The watcher forgets the run before: its finished() does not come any more.
    m_watcher.setFuture(QtConcurrent::run(
        [logs = m_logs, query = m_query, cancelled = m_cancelled]() -> std::shared_ptr<const LogView> {
            return std::make_shared<const LogView>(
                viewOf(logs, query, [&cancelled] { return cancelled->load(); }));
        }));
}

} // namespace ui
