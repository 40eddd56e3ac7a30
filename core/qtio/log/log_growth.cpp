// SPDX-License-Identifier: GPL-3.0-or-later
// How logs grow: lines are appended; the file is renamed and another one made in its place; it is copied and
// cut (copytruncate); it is removed and made again (MAILLOG.md 1, "Rotation").
#include "core/qtio/files/read_at.h"
#include "core/qtio/log/log_reading.h"
#include "core/qtio/log/log_set.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

#include <sys/stat.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;
/// A daemon writes on into a renamed file until it is told.
constexpr qint64 writtenAfterRename = 60'000;

qint64 changeOf(const struct stat& status) noexcept
{
    return status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
}

} // namespace

quint64 LogReading::lastLineOf(const LogFile& file)
{
    std::array<char, 4096> bytes{};
    for (auto to = static_cast<quint64>(file.size()); to > 0;) {
        const quint64 from = to - std::min<quint64>(to, bytes.size());
        const std::string_view end(bytes.data(), readAt(file.handle(), from, {bytes.data(), to - from}));
        if (const auto lineEnd = end.rfind('\n'); lineEnd != std::string_view::npos) {
            return from + lineEnd + 1;
        }
        to = from;
    }
    return 0;
}

bool LogReading::isFollowed(const Source& source) noexcept
{
    return source.reader && source.loaded.file && source.loaded.file->isPlain() && !source.loaded.error;
}

QStringList LogReading::followedPaths() const
{
    QStringList paths;
    for (const auto& source : m_sources) {
        if (source.ownsPath && (isFollowed(source) || !source.loaded.file)) {
            paths += source.loaded.path;
        }
    }
    return paths;
}

bool LogReading::readOn(Source& source, const GoesOn& goesOn)
{
    const int fd = source.loaded.file->handle();
    const std::unique_ptr<char[]> block(new char[blockSize]);
    bool any = false;
    bool isSame = true;
    while (goesOn()) {
        const auto got = readAt(fd, source.reader->bytes(), {block.get(), blockSize});
        // What was read is of the same file only if it still begins as it did.
        isSame = !source.mark || hasKept(fd, *source.mark);
        if (got == 0 || !isSame) {
            break;
        }
        source.reader->feed({block.get(), got});
        any = true;
    }
    source.reader->finish(maillog::Tail::Wait);
    if (const auto mark = isSame ? markOf(fd, source.reader->bytes()) : std::nullopt) {
        source.mark = mark; // else it was cut meanwhile: by the one before its copy is known
    }
    return any;
}

bool LogReading::follow(std::size_t number, const GoesOn& goesOn)
{
    auto& source = m_sources[number];
    const int fd = source.loaded.file->handle();
    struct stat status{};
    if (::fstat(fd, &status) != 0) {
        return false;
    }
    const auto size = static_cast<quint64>(status.st_size);
    if (source.mark && source.mark->length == size && source.changed == changeOf(status)) {
        return false;
    }
    source.changed = changeOf(status);
    if (!source.mark || !hasKept(fd, *source.mark)) {
        return startAnew(number, goesOn);
    }
    return size > source.mark->length && readOn(source, goesOn);
}

std::shared_ptr<LogFile> LogReading::readCopy(Source& source, const GoesOn& goesOn)
{
    QStringList paths = source.mark ? rotatedSiblings(source.loaded.path) : QStringList();
    std::ranges::reverse(paths); // the newest first
    for (const QString& path : std::as_const(paths)) {
        auto file = LogFile::open(path, LogText::Forget);
        const auto text = [&file](quint64 offset, std::span<char> bytes) {
            return file->readAt(offset, bytes).value_or(0);
        };
        if (!file || !isBeginningOf(*source.mark, text)) {
            continue;
        }
        const std::unique_ptr<char[]> block(new char[blockSize]);
        while (goesOn()) {
            const auto got = text(source.reader->bytes(), {block.get(), blockSize});
            if (got == 0) {
                break;
            }
            source.reader->feed({block.get(), got});
        }
        return std::make_shared<LogFile>(std::move(*file));
    }
    return nullptr;
}

/// Nothing follows.
void LogReading::endReader(Source& source)
{
    source.reader->finish(maillog::Tail::Take);
    const maillog::Row changed = source.reader->takeFirstChanged();
    m_taken = std::min(m_taken.value_or(changed), changed);
    source.reader.reset();
}

bool LogReading::startAnew(std::size_t number, const GoesOn& goesOn)
{
    auto copy = readCopy(m_sources[number], goesOn);
    endReader(m_sources[number]);
    m_sources[number].loaded.file.reset();
    if (m_sources[number].ownsPath && addFollowed(QString(m_sources[number].loaded.path), goesOn)) {
        m_sources[number].ownsPath = false; // the list may have moved
        m_sources[number].loaded.file = std::move(copy);
    }
    m_sources[number].loaded.isCut = m_sources[number].loaded.file == nullptr;
    return true;
}

bool LogReading::isKnown(quint64 device, quint64 inode) const
{
    return std::any_of(m_sources.begin(), m_sources.end(), [&](const Source& source) {
        struct stat status{};
        return source.loaded.file && source.loaded.file->handle() >= 0 &&
               ::fstat(source.loaded.file->handle(), &status) == 0 && status.st_dev == device &&
               status.st_ino == inode;
    });
}

/// What came and went between two looks: changed after what was seen last, and by now of a rotated name.
void LogReading::addPassedOver(std::size_t number, const GoesOn& goesOn)
{
    const QString path = m_sources[number].loaded.path;
    const qint64 seen = m_sources[number].changed;
    const QStringList siblings =
        isFollowed(m_sources[number]) && seen > 0 ? rotatedSiblings(path) : QStringList();
    for (const QString& sibling : siblings) {
        struct stat status{};
        const bool isNewer = ::stat(QFile::encodeName(sibling).constData(), &status) == 0 &&
                             S_ISREG(status.st_mode) && changeOf(status) >= seen;
        if (isNewer && !isKnown(status.st_dev, status.st_ino) && addFollowed(sibling, goesOn)) {
            m_sources.back().ownsPath = false;
            m_sources.back().retired.start();
        }
    }
}

bool LogReading::lookForNewFile(std::size_t number, const GoesOn& goesOn)
{
    const auto& source = m_sources[number];
    struct stat status{};
    if (::stat(QFile::encodeName(source.loaded.path).constData(), &status) != 0 || !S_ISREG(status.st_mode) ||
        isKnown(status.st_dev, status.st_ino)) {
        return false;
    }
    addPassedOver(number, goesOn); // the list may have moved
    if (!addFollowed(QString(m_sources[number].loaded.path), goesOn)) {
        return false;
    }
    auto& replaced = m_sources[number];
    replaced.ownsPath = false;
    replaced.retired.start();
    return true;
}

bool LogReading::addFollowed(const QString& path, const GoesOn& goesOn)
{
    auto source = opened(path);
    if (!source.loaded.file || !source.loaded.file->isPlain()) {
        return false; // not there again yet, or packed: what is in it was read
    }
    source.rows.source = m_log.addSource();
    source.isRead = true;
    m_sources.push_back(std::move(source));
    startReader(m_sources.size() - 1);
    readOn(m_sources.back(), goesOn);
    return true;
}

bool LogReading::readGrowth(const GoesOn& goesOn)
{
    bool any = false;
    const auto count = m_sources.size();
    for (std::size_t number = 0; number < count && goesOn(); ++number) {
        if (isFollowed(m_sources[number])) {
            any = follow(number, goesOn) || any;
        }
        if (m_sources[number].ownsPath && (isFollowed(m_sources[number]) || !m_sources[number].loaded.file)) {
            any = lookForNewFile(number, goesOn) || any;
        }
        auto& source = m_sources[number];
        if (source.reader && !source.ownsPath && source.retired.isValid() &&
            source.retired.hasExpired(writtenAfterRename)) {
            endReader(source);
            any = true;
        }
    }
    return any;
}

bool LogReading::forget()
{
    const auto isUnfinished = [](const Source& s) { return isFollowed(s) && s.reader->hasUnfinished(); };
    if (std::any_of(m_sources.begin(), m_sources.end(), isUnfinished)) {
        return false;
    }
    std::erase_if(m_sources, [](const Source& source) { return !source.ownsPath && !isFollowed(source); });
    m_log = maillog::Log();
    m_order = std::make_shared<maillog::TimeOrder>();
    m_taken.reset();
    for (std::size_t number = 0; number < m_sources.size(); ++number) {
        auto& source = m_sources[number];
        source.rows.source = m_log.addSource();
        if (isFollowed(source)) {
            source.settings.reader.start = source.reader->bytes();
            if (source.changed > 0) {
                source.settings.reader.fileTime = source.changed / 1'000'000'000;
            }
            startReader(number);
        } else {
            source.reader.reset();
        }
    }
    return true;
}

quint64 LogReading::bytesRead(const QString& path) const
{
    const auto own = std::find_if(m_sources.begin(), m_sources.end(), [&path](const Source& source) {
        return source.ownsPath && source.loaded.path == path && isFollowed(source);
    });
    return own == m_sources.end() ? 0 : own->reader->bytes();
}

} // namespace qtio
