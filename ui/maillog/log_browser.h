// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the view up to date: loads logs and answers queries in threads of their own, newest question first.
// A snapshot may come while a question is being answered: it is asked again.
#pragma once

#include "core/qtio/log/log_session.h"
#include "ui/maillog/log_view.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>

namespace ui {

class LogBrowser final : public QObject
{
    Q_OBJECT
public:
    explicit LogBrowser(QObject* parent = nullptr);
    ~LogBrowser() override;

    void load(const qtio::LogRequest& request);
    void cancelLoading();
    /// What was read so far, or all of it. The view follows; selection and place are kept where rows stay.
    void setLogs(const qtio::LoadedLogs& logs, bool isPreliminary);
    /// A new question cancels the one before.
    void ask(LogQuery query);

    /// Does not ask: what the next view looks for.
    void setChosen(std::optional<LineKey> chosen) { m_query.chosen = chosen; }

    /// Whether the logs are followed once they are loaded.
    void setFollowing(bool following) { m_session.setFollowing(following); }

    [[nodiscard]] bool isFollowing() const { return m_session.isFollowing(); }

    /// The view stays as it is while the logs go on.
    void setPaused(bool isPaused);

    [[nodiscard]] bool isLoading() const { return m_session.isRunning(); }

    [[nodiscard]] bool isAsking() const { return m_asking; }

    [[nodiscard]] std::shared_ptr<const OpenLogs> logs() const { return m_logs; }

    [[nodiscard]] std::shared_ptr<const LogView> view() const { return m_view; }

    [[nodiscard]] const LogQuery& query() const { return m_query; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void loaded();                         ///< logs() are new; viewChanged() follows
    void finished();                       ///< loading, also when it was cancelled
    void grown(maillog::Row firstChanged); ///< while following; after loaded()
    void viewChanged();

private:
    void takeSnapshot(const qtio::LoadedLogs& logs);
    void cancelAsking();
    void start();
    void take(std::shared_ptr<const LogView> view);

    qtio::LogSession m_session;
    maillog::ZoneRules m_zone; ///< of stamps without an offset
    bool m_hasTail = false;    ///< the newest rows are shown
    std::shared_ptr<const OpenLogs> m_logs;
    std::shared_ptr<const LogView> m_view;
    LogQuery m_query;
    std::uint64_t m_filterNumber = 0; ///< counts filters and brushes asked for
    std::uint64_t m_viewFilter = 0;   ///< that of m_view
    bool m_asking = false;
    bool m_isPaused = false;
    bool m_isOutdated = false; ///< a snapshot came while asking or paused
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QFutureWatcher<std::shared_ptr<const LogView>> m_watcher;
};

} // namespace ui
