// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of some logs into one Log, in whatever thread: from their images where there are any, in the
// order in which they began, and on from there while they grow. LogSession and loadLogs() are made of it.
#pragma once

#include "core/maillog/reader.h"
#include "core/qtio/files/file_mark.h"
#include "core/qtio/log/log_loader.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace qtio {

class LogReading
{
public:
    using GoesOn = std::function<bool()>; ///< false ends it, with what was read so far

    explicit LogReading(LogRequest request);

    void open();
    /// The end of the newest plain log, read apart from all others; nothing when all is read in no time
    /// anyway.
    [[nodiscard]] std::optional<LoadedLogs> tail() const;
    /// False from `progress` ends it. In `progress` a snapshot() may be taken.
    void readAll(const LoadProgress& progress);
    /// Puts away what took long to read.
    void keepImages(const GoesOn& goesOn);

    /// As far as it was read; what has changed since the last one is told by firstChanged().
    [[nodiscard]] LoadedLogs snapshot(LogStage stage);
    /// With those last lines that have no line end but are whole.
    [[nodiscard]] LoadedLogs complete();

    [[nodiscard]] maillog::Row firstChanged() const noexcept { return m_firstChanged; }

    /// Reads what was added since, to the logs themselves or in new files at their places; true when there
    /// was anything.
    [[nodiscard]] bool readGrowth(const GoesOn& goesOn);
    /// Lets go of all rows, and of files that nothing follows any more, so that logs may be followed for
    /// years. False when a line is unfinished: not now.
    [[nodiscard]] bool forget();
    /// Of the file that is followed at this path.
    [[nodiscard]] quint64 bytesRead(const QString& path) const;
    /// What is worth being watched.
    [[nodiscard]] QStringList followedPaths() const;

private:
    struct Source
    {
        LoadedSource loaded;
        LogSettings settings;
        std::unique_ptr<maillog::Reader> reader; ///< null before its turn, and when nothing follows any more
        maillog::LogImage::Rows rows;
        bool isRead = false;
        bool isWorthKeeping = false;
        std::optional<FileMark> mark; ///< what was read of a followed file
        qint64 changed = 0;           ///< when the file was changed last, as far as looked at
        bool ownsPath = true;         ///< false when another file has taken its place
        QElapsedTimer retired;        ///< since then
    };

    [[nodiscard]] Source opened(const QString& path) const;
    void settleYearsOfSets();
    [[nodiscard]] std::vector<std::size_t> readingOrder() const;
    void readSource(std::size_t number, const LoadProgress& progress);
    /// False when there is none.
    [[nodiscard]] bool takeImage(Source& source, const GoesOn& goesOn);
    [[nodiscard]] bool mayUseCache(const Source& source) const;
    void startReader(std::size_t number);
    [[nodiscard]] std::vector<LoadedSource> loadedSources() const;
    [[nodiscard]] LoadedLogs share(maillog::Log log, LogStage stage);

    // log_growth.cpp
    static quint64 lastLineOf(const LogFile& file);
    /// Reads from where the reader stands to the end of the file; true when there was anything.
    static bool readOn(Source& source, const GoesOn& goesOn);
    [[nodiscard]] static bool isFollowed(const Source& source) noexcept;
    [[nodiscard]] bool follow(std::size_t number, const GoesOn& goesOn);
    /// The rest of a log that was cut, from its copy; null when there is none.
    [[nodiscard]] static std::shared_ptr<LogFile> readCopy(Source& source, const GoesOn& goesOn);
    void endReader(Source& source);
    [[nodiscard]] bool startAnew(std::size_t number, const GoesOn& goesOn);
    void addPassedOver(std::size_t number, const GoesOn& goesOn);
    [[nodiscard]] bool lookForNewFile(std::size_t number, const GoesOn& goesOn);
    [[nodiscard]] bool addFollowed(const QString& path, const GoesOn& goesOn);
    [[nodiscard]] bool isKnown(quint64 device, quint64 inode) const;

    LogRequest m_request;
    std::shared_ptr<const maillog::PatternSet> m_patterns; ///< null: none
    maillog::Log m_log; ///< of which the readers hold a reference: this object is not moved
    std::vector<Source> m_sources;
    std::shared_ptr<maillog::TimeOrder> m_order = std::make_shared<maillog::TimeOrder>();
    std::shared_ptr<std::mutex> m_reading = std::make_shared<std::mutex>();
    maillog::Row m_firstChanged = 0;
    /// Rows from here on were shown although their lines may go on, or changed by a reader that is gone.
    std::optional<maillog::Row> m_taken;
    qint64 m_before = 0; ///< bytes of the files done
    qint64 m_total = 0;
};

} // namespace qtio
