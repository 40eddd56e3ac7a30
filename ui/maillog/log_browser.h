// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the view up to date: loads logs and answers queries in threads of their own, newest question first.
#pragma once

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
    /// A new question cancels the one before.
    void ask(LogQuery query);

    [[nodiscard]] bool isLoading() const { return m_loader.isRunning(); }

    [[nodiscard]] bool isAsking() const { return m_asking; }

    [[nodiscard]] std::shared_ptr<const OpenLogs> logs() const { return m_logs; }

    [[nodiscard]] std::shared_ptr<const LogView> view() const { return m_view; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void loaded();
    void viewChanged();

private:
    void start();

    qtio::LogLoader m_loader;
    std::shared_ptr<const OpenLogs> m_logs;
    std::shared_ptr<const LogView> m_view;
    LogQuery m_query;
    maillog::ZoneRules m_zone; ///< of stamps without an offset
    bool m_asking = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QFutureWatcher<std::shared_ptr<const LogView>> m_watcher;
};

} // namespace ui
