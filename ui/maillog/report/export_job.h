// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one file in a thread, which appears as a whole or not at all; with progress, and cancelled at once.
#pragma once

#include "core/qtio/log/log_export.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace ui {

class ExportJob final : public QObject
{
    Q_OBJECT
public:
    /// Runs in the thread; `goOn(share)` with 0 to 1, false from it asks for the end.
    using Work = std::function<qtio::ExportEnd(QIODevice&, const std::function<bool(double)>& goOn)>;

    ExportJob(QString path, Work work, QObject* parent = nullptr);
    /// Cancels, and waits until the thread has seen it.
    ~ExportJob() override;

    void start();
    void cancel();

    [[nodiscard]] const QString& path() const { return m_path; }

Q_SIGNALS:
    void progressed(double share);
    /// `why` only when it failed.
    void finished(qtio::ExportEnd end, const QString& why);

private:
    struct Outcome
    {
        qtio::ExportEnd end = qtio::ExportEnd::Failed;
        QString why;
    };

    QString m_path;
    Work m_work;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace ui
