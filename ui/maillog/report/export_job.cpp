// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/export_job.h"

#include <QSaveFile>
#include <QtConcurrent/QtConcurrentRun>

namespace ui {

ExportJob::ExportJob(QString path, Work work, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_work(std::move(work))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Outcome outcome = m_watcher.result();
        Q_EMIT finished(outcome.end, outcome.why);
    });
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this](int thousandths) { Q_EMIT progressed(thousandths / 1000.0); });
}

ExportJob::~ExportJob()
{
    cancel();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void ExportJob::start()
{
    const auto write = [path = m_path, work = m_work, cancelled = m_cancelled](QPromise<Outcome>& promise) {
        promise.setProgressRange(0, 1000);
        QSaveFile file(path);
        Outcome outcome;
        if (file.open(QIODevice::WriteOnly)) {
            outcome.end = work(file, [&promise, &cancelled](double share) {
                promise.setProgressValue(static_cast<int>(share * 1000));
                return !cancelled->load();
            });
            if (outcome.end == qtio::ExportEnd::Done && !file.commit()) {
                outcome.end = qtio::ExportEnd::Failed;
            }
        }
        outcome.why = outcome.end == qtio::ExportEnd::Failed ? file.errorString() : QString();
        promise.addResult(outcome); // without a commit the file that was there stays
    };
    m_watcher.setFuture(QtConcurrent::run(write));
}

void ExportJob::cancel()
{
    *m_cancelled = true;
}

} // namespace ui
