// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/message_finder.h"

#include <QtConcurrentRun>

#include <array>

namespace ui {

namespace {

/// Bytes before and behind the check: 64 MiB in all.
constexpr std::array<quint64, 3> reaches{256 << 10, 4 << 20, 32 << 20};

void search(QPromise<FoundMessage>& promise, const std::shared_ptr<const OpenLogs>& logs, maillog::Row row)
{
    promise.addResult(ownLine(*logs, row)); // it stands there while others are sought
    for (const quint64 reach : reaches) {
        FoundMessage found = findMessage(*logs, row, reach, [&promise] { return promise.isCanceled(); });
        if (promise.isCanceled()) {
            return;
        }
        const bool isAllRead = found.isAllRead;
        promise.addResult(std::move(found));
        if (isAllRead) {
            return;
        }
    }
}

} // namespace

MessageFinder::MessageFinder(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this,
            [this](int index) { Q_EMIT found(m_watcher.resultAt(index), false); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const int count = m_watcher.future().resultCount();
        if (m_isSearching && count > 0) {
            m_isSearching = false;
            Q_EMIT found(m_watcher.resultAt(count - 1), true);
        }
    });
}

MessageFinder::~MessageFinder()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void MessageFinder::find(std::shared_ptr<const OpenLogs> logs, maillog::Row row)
{
    m_watcher.cancel();
    m_isSearching = true;
    // The watcher forgets the run before; its thread sees the cancellation within a few thousand lines.
    m_watcher.setFuture(QtConcurrent::run(search, std::move(logs), row));
}

void MessageFinder::cancel()
{
    m_isSearching = false;
    m_watcher.cancel();
}

} // namespace ui
