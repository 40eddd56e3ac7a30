// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_cache.h"

#include "core/qtio/files/descriptor.h"
#include "core/qtio/files/file_mark.h"
#include "core/qtio/files/private_files.h"
#include "core/qtio/files/read_at.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;
constexpr quint64 magic = 0x3245'4843'4143'4D53;
constexpr qint64 secondsOfDay = 86'400;

const QString imageSuffix = QStringLiteral(".logimage");
const QString unfinishedSuffix = QStringLiteral(".part");

/// In front of the image.
struct Key
{
    quint64 magic = 0;
    FileMark mark;
    quint64 settings = 0;
    qint64 day = 0;     ///< of the file's date, from which years are counted
    qint64 changed = 0; ///< when the file was written to, in nanoseconds since 1970

    friend bool operator==(const Key&, const Key&) = default;
};

quint64 numberOf(const LogSettings& settings) noexcept
{
    constexpr quint64 prime = 0x9E37'79B9'7F4A'7C15;
    const auto year = static_cast<quint64>(settings.reader.year.value_or(0));
    return ((settings.reader.zone.hash() * prime + year) * prime + settings.patterns) * prime;
}

qint64 dayOf(const LogSettings& settings) noexcept
{
    return settings.reader.fileTime / secondsOfDay;
}

qint64 changedAt(const struct stat& status) noexcept
{
    return qint64{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

qint64 changedAt(int fd) noexcept
{
    struct stat status{};
    return ::fstat(fd, &status) == 0 ? changedAt(status) : 0;
}

/// Of a packed file all was read; of a plain one that may be written to, what the reader has seen.
quint64 lengthOf(const LogFile& file, const maillog::Reader& reader)
{
    return file.isCompressed() ? static_cast<quint64>(file.size()) : reader.bytes();
}

/// The file behind the key.
maillog::ImageSource sourceOf(int fd)
{
    struct stat status{};
    const bool isThere = ::fstat(fd, &status) == 0 && status.st_size >= static_cast<off_t>(sizeof(Key));
    const auto size = isThere ? static_cast<quint64>(status.st_size) - sizeof(Key) : 0;
    return {size, [fd](quint64 offset, std::span<char> bytes) {
                return readAt(fd, sizeof(Key) + offset, bytes) == bytes.size();
            }};
}

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(done, 0)));
    }
    return true;
}

/// Writes in large pieces, between which it may be stopped.
class Output
{
public:
    Output(int fd, const LogCache::GoesOn& goesOn) : m_fd(fd), m_goesOn(goesOn)
    {
        m_buffer.reserve(blockSize);
    }

    /// Nothing to put asks only whether to go on.
    [[nodiscard]] bool put(std::string_view bytes)
    {
        if (bytes.empty()) {
            return m_goesOn();
        }
        while (!bytes.empty()) {
            const auto now = std::min(bytes.size(), blockSize - m_buffer.size());
            m_buffer.append(bytes.substr(0, now));
            bytes.remove_prefix(now);
            if (m_buffer.size() == blockSize && !flush()) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool flush()
    {
        const bool done = m_goesOn() && writeAll(m_fd, m_buffer);
        m_buffer.clear();
        return done;
    }

private:
    int m_fd;
    const LogCache::GoesOn& m_goesOn;
    std::string m_buffer;
};

} // namespace

QString LogCache::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/spf-policy-manager/logs");
}

LogCache::LogCache(QString folder, qint64 limit, qint64 worth)
    : m_folder(std::move(folder)), m_limit(limit), m_worth(worth)
{
}

QString LogCache::pathOf(quint64 device, quint64 inode, const LogSettings& settings) const
{
    return QStringLiteral("%1/%2-%3-%4%5")
        .arg(m_folder)
        .arg(device, 0, 16)
        .arg(inode, 0, 16)
        .arg(numberOf(settings), 0, 16)
        .arg(imageSuffix);
}

std::optional<maillog::LogImage> LogCache::find(const LogFile& file, const LogSettings& settings,
                                                const GoesOn& goesOn) const
{
    struct stat status{};
    if (file.handle() < 0 || ::fstat(file.handle(), &status) != 0) {
        return std::nullopt;
    }
    const auto path = QFile::encodeName(pathOf(status.st_dev, status.st_ino, settings));
    const Descriptor fd(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    Key key;
    if (!fd.isOpen() || readAt(fd.get(), 0, {reinterpret_cast<char*>(&key), sizeof key}) != sizeof key ||
        key.magic != magic || key.settings != numberOf(settings) || !hasKept(file.handle(), key.mark)) {
        return std::nullopt;
    }
    const auto size = static_cast<quint64>(status.st_size);
    if (file.isCompressed() && key.mark.length != size) {
        return std::nullopt;
    }
    if (key.mark.length == size && key.changed != changedAt(status)) {
        return std::nullopt; // somewhere in the middle
    }
    auto image = maillog::LogImage::read(sourceOf(fd.get()), goesOn);
    if (!image) {
        return std::nullopt;
    }
    // Years are counted back from the file's date: with another one the same bytes are other rows.
    const bool sameYears = key.mark.length == size ? key.day == dayOf(settings) : key.day <= dayOf(settings);
    if (image->usesFileDate() && !settings.reader.year && !sameYears) {
        return std::nullopt;
    }
    static_cast<void>(::futimens(fd.get(), nullptr)); // used now
    return image;
}

bool LogCache::keep(const LogFile& file, const LogSettings& settings, const maillog::Log& log,
                    const maillog::LogImage::Rows& rows, maillog::Reader& reader, const GoesOn& goesOn) const
{
    const auto mark = file.handle() < 0 ? std::nullopt : markOf(file.handle(), lengthOf(file, reader));
    if (!mark || makePrivateFolder(m_folder)) {
        return false;
    }
    const auto path = QFile::encodeName(pathOf(mark->device, mark->inode, settings));
    // A name of its own: another process may be writing the same image.
    QByteArray unfinished = path + ".XXXXXX" + unfinishedSuffix.toLatin1();
    bool written = false;
    {
        const Descriptor fd(
            ::mkostemps(unfinished.data(), static_cast<int>(unfinishedSuffix.size()), O_CLOEXEC));
        if (!fd.isOpen()) {
            return false;
        }
        const Key key{magic, *mark, numberOf(settings), dayOf(settings), changedAt(file.handle())};
        Output output(fd.get(), goesOn);
        written = output.put({reinterpret_cast<const char*>(&key), sizeof key}) &&
                  maillog::LogImage::write(log, rows, reader,
                                           [&](std::string_view bytes) { return output.put(bytes); }) &&
                  output.flush();
    }
    // Not forced to the disk, which could not be cancelled: after a crash the sums tell what is torn.
    if (!written || std::rename(unfinished.constData(), path.constData()) != 0) {
        ::unlink(unfinished.constData());
        return false;
    }
    makeRoom();
    return true;
}

void LogCache::makeRoom() const
{
    const QDir folder(m_folder);
    const auto stale = QDateTime::currentDateTimeUtc().addSecs(-secondsOfDay);
    for (const auto& part : folder.entryInfoList({u'*' + unfinishedSuffix}, QDir::Files)) {
        if (part.lastModified() < stale) { // of a program that was killed
            QFile::remove(part.filePath());
        }
    }
    qint64 used = 0;
    for (const auto& image : folder.entryInfoList({u'*' + imageSuffix}, QDir::Files, QDir::Time)) {
        used += image.size();
        if (used > m_limit) {
            QFile::remove(image.filePath());
        }
    }
}

qint64 LogCache::size() const
{
    qint64 used = 0;
    for (const auto& image : QDir(m_folder).entryInfoList({u'*' + imageSuffix}, QDir::Files)) {
        used += image.size();
    }
    return used;
}

void LogCache::clear() const
{
    const QStringList ours{u'*' + imageSuffix, u'*' + unfinishedSuffix};
    for (const auto& file : QDir(m_folder).entryInfoList(ours, QDir::Files)) {
        QFile::remove(file.filePath());
    }
}

} // namespace qtio
