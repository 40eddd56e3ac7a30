// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of mail logs and what was read from them; loadLogs() reads at once for the command line,
// LogSession (log_session.h) in a thread of its own for a page.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/log.h"
#include "core/maillog/time_order.h"
#include "core/maillog/user_pattern.h"
#include "core/qtio/log/log_cache.h"
#include "core/qtio/log/log_file.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace qtio {

/// Settings of one source, where they are others than those of the request.
struct LogSourceRequest
{
    QString path;
    std::optional<maillog::ZoneRules> zone;
    std::optional<int> year;
    QString name = {}; ///< for people, where the path tells them nothing (LogSpool)
};

enum class LogStart {
    Beginning,
    LastLine ///< what is there is not read, but for a last line that may still grow
};

struct LogRequest
{
    QStringList paths;       ///< "-": standard input
    maillog::ZoneRules zone; ///< of stamps without an offset
    std::optional<int> year; ///< of the last line of each rotated set, instead of the files' dates
    LogText text = LogText::Keep;
    std::vector<LogSourceRequest> sources = {}; ///< of those paths that have settings of their own
    std::vector<maillog::UserPattern> patterns =
        {}; ///< the user's own line forms; those that do not compile are none
    std::shared_ptr<const LogCache> cache = nullptr; ///< null: everything is read anew
    LogStart start = LogStart::Beginning;            ///< of logs that grow
};

/// One file that was read; its number is that of maillog::Check::source. A followed log that was rotated or
/// cut goes on as a further source of the same path.
struct LoadedSource
{
    QString path;
    QString name;                      ///< for people: the path, or where a spooled log comes from
    std::optional<LogFileError> error; ///< rows up to the error are in the log
    bool hasGrown = false;             ///< became longer while it was read
    bool isCut = false;            ///< was cut while it was followed: its rows are kept, their text is gone
    std::shared_ptr<LogFile> file; ///< null when it could not be opened, or its text is not at hand (yet)
};

enum class LogStage {
    Preliminary, ///< the end of the newest log only; line numbers are not right
    Loading,     ///< what was read so far
    Complete     ///< all there was
};

/// A snapshot; a copy is cheap.
struct LoadedLogs
{
    std::shared_ptr<const maillog::Log> log;
    std::vector<LoadedSource> sources;
    LogStage stage = LogStage::Complete;
    std::shared_ptr<const maillog::TimeOrder> order; ///< null: not known (yet); rows stand as they were read
    /// Held while lines are read: the files are those of all snapshots of a session.
    std::shared_ptr<std::mutex> reading = std::make_shared<std::mutex>();

    [[nodiscard]] bool hasErrors() const noexcept;
    [[nodiscard]] bool isCancelled() const noexcept;
    /// The raw line of a row; empty when the file was cut since. The view lives until the next call.
    [[nodiscard]] std::string_view line(maillog::Row row) const;
    /// For Filter::rows() over many lines, from any thread.
    [[nodiscard]] maillog::BlockSource blockSource() const;
    /// A filter's rows in the order of time.
    [[nodiscard]] std::vector<std::uint32_t> inOrder(std::vector<std::uint32_t> rows) const;
};

/// `progress(done, total)` in bytes of the files; false from it cancels.
using LoadProgress = std::function<bool(qint64 done, qint64 total)>;
[[nodiscard]] LoadedLogs loadLogs(const LogRequest& request, const LoadProgress& progress = {});

} // namespace qtio
