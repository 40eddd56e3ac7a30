// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_loader.h"

#include "core/qtio/log_pipeline.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>

namespace qtio {

namespace {

/// What a request's files share while they are read.
struct Job
{
    std::shared_ptr<maillog::Log> log = std::make_shared<maillog::Log>();
    qint64 before = 0; ///< bytes of the files done
    qint64 total = 0;
};

LoadedSource readSource(LoadedSource source, const LogRequest& request, Job& job,
                        const LoadProgress& progress)
{
    const auto number = job.log->addSource();
    if (!source.file) {
        return source;
    }
    auto& file = *source.file;
    maillog::Reader reader(*job.log, number, {request.zone, file.date(), request.year});
    const auto result = readThrough(
        file, reader, [&](qint64 done) { return !progress || progress(job.before + done, job.total); });
    if (!result) {
        source.error = result.error();
    }
    source.hasGrown = file.hasGrown();
    job.before += file.size();
    return source;
}

} // namespace

bool LoadedLogs::hasErrors() const noexcept
{
    return std::any_of(sources.begin(), sources.end(),
                       [](const LoadedSource& s) { return s.error.has_value(); });
}

bool LoadedLogs::isCancelled() const noexcept
{
    return std::any_of(sources.begin(), sources.end(), [](const LoadedSource& s) {
        return s.error && s.error->code == LogFileError::Code::Cancelled;
    });
}

std::string_view LoadedLogs::line(maillog::Row row) const
{
    const auto& c = log->columns();
    const auto& file = sources.at(c.source[row]).file;
    return file ? file->text(c.lineOffset[row], c.lineLength[row]) : std::string_view{};
}

maillog::LineSource LoadedLogs::lineSource() const
{
    return [files = sources](std::uint16_t source, std::uint64_t offset, std::uint32_t length) {
        const auto& file = files.at(source).file;
        return file ? file->text(offset, length) : std::string_view{};
    };
}

maillog::BlockSource LoadedLogs::blockSource() const
{
    return maillog::BlockSource(
        [files = sources](std::uint16_t source, std::uint64_t offset, std::span<char> into) {
            const auto& file = files.at(source).file;
            return file ? file->readAt(offset, into).value_or(0) : std::size_t{0};
        });
}

LoadedLogs loadLogs(const LogRequest& request, const LoadProgress& progress)
{
    LoadedLogs loaded;
    Job job;
    for (const QString& path : request.paths) {
        LoadedSource source;
        source.path = path;
        if (auto file = LogFile::open(path, request.text)) {
            job.total += file->size();
            source.file = std::make_shared<LogFile>(std::move(*file));
        } else {
            source.error = file.error();
        }
        loaded.sources.push_back(std::move(source));
    }
    for (auto& source : loaded.sources) {
        if (loaded.isCancelled()) {
            source.error = LogFileError{LogFileError::Code::Cancelled, {}};
        }
        const bool skipped = source.error.has_value();
        source =
            readSource(skipped ? LoadedSource{source.path, source.error, false, nullptr} : std::move(source),
                       request, job, progress);
    }
    loaded.log = std::move(job.log);
    return loaded;
}

LogLoader::LogLoader(QObject* parent) : QObject(parent) {}

LogLoader::~LogLoader()
{
    stopThread();
}

void LogLoader::start(const LogRequest& request)
{
    stopThread();
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    m_cancelled = cancelled;
    // Answers of a thread that was given up are known by its flag.
    const auto report = [this, cancelled](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(this, [this, cancelled, done, total] {
            if (cancelled == m_cancelled) {
                Q_EMIT progressed(done, total);
            }
        });
    };
    m_thread.reset(QThread::create([this, request, cancelled, report] {
        QElapsedTimer sinceReport;
        sinceReport.start();
        constexpr qint64 reportInterval = 50;
        const auto loaded = loadLogs(request, [&](qint64 done, qint64 total) {
            if (sinceReport.elapsed() >= reportInterval) {
                sinceReport.restart();
                report(done, total);
            }
            return !cancelled->load();
        });
        QMetaObject::invokeMethod(this, [this, cancelled, loaded] {
            if (cancelled == m_cancelled) {
                m_thread->wait();
                m_thread.reset();
                Q_EMIT finished(loaded);
            }
        });
    }));
    m_thread->start();
}

void LogLoader::cancel()
{
    if (m_cancelled) {
        m_cancelled->store(true);
    }
}

void LogLoader::stopThread()
{
    cancel();
    m_cancelled.reset();
    if (m_thread) {
        m_thread->wait();
        m_thread.reset();
    }
}

} // namespace qtio
