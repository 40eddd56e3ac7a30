// SPDX-License-Identifier: GPL-3.0-or-later
// Reads mail logs into columns: at once for the command line, in a thread of its own for a page.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/log.h"
#include "core/maillog/reader.h"
#include "core/qtio/log_file.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace qtio {

struct LogRequest
{
    QStringList paths;       ///< "-": standard input
    maillog::ZoneRules zone; ///< of stamps without an offset
    std::optional<int> year; ///< of the last line of each file, instead of the file's date
    LogText text = LogText::Keep;
};

/// One file of a request; its number is that of maillog::Check::source.
struct LoadedSource
{
    QString path;
    std::optional<LogFileError> error; ///< rows up to the error are in the log
    bool hasGrown = false;             ///< became longer while it was read
    std::shared_ptr<LogFile> file;     ///< null when it could not be opened
};

struct LoadedLogs
{
    std::shared_ptr<const maillog::Log> log;
    std::vector<LoadedSource> sources;

    [[nodiscard]] bool hasErrors() const noexcept;
    [[nodiscard]] bool isCancelled() const noexcept;
    /// The raw line of a row; empty when the file was cut since. The view lives until the next call.
    [[nodiscard]] std::string_view line(maillog::Row row) const;
    /// For Filter::rows(). One thread at a time, as line().
    [[nodiscard]] maillog::LineSource lineSource() const;
    /// For Filter::rows() over many lines, from any thread.
    [[nodiscard]] maillog::BlockSource blockSource() const;
};

/// `progress(done, total)` in bytes of the files; false from it cancels.
using LoadProgress = std::function<bool(qint64 done, qint64 total)>;
[[nodiscard]] LoadedLogs loadLogs(const LogRequest& request, const LoadProgress& progress = {});

class LogLoader final : public QObject
{
    Q_OBJECT

public:
    explicit LogLoader(QObject* parent = nullptr);
    /// Waits for the thread, which stops within a block.
    ~LogLoader() override;

    /// Cancels what is under way; its finished() never comes.
    void start(const LogRequest& request);
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// Also after cancel(): with what was read so far.
    void finished(const qtio::LoadedLogs& logs);

private:
    void stopThread();

    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace qtio
