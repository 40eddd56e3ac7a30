// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/file_store.h"

#include "core/qtio/files/backup_files.h"
#include "core/qtio/files/descriptor.h"
#include "core/qtio/files/temporary_files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace qtio {

namespace {

using Code = FileError::Code;

constexpr int lockTries = 250;
constexpr useconds_t lockPause = 20'000; ///< microseconds: 5 s in all

/// A file that is removed again unless it was put in its place.
class Leftover
{
public:
    explicit Leftover(QByteArray path) : m_path(std::move(path)) {}

    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;

    ~Leftover()
    {
        if (!m_path.isEmpty()) {
            ::unlink(m_path.constData());
        }
    }

    void keep() { m_path.clear(); }

private:
    QByteArray m_path;
};

Code codeOf(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return Code::NotFound;
    case EISDIR:
        return Code::IsFolder;
    case EACCES:
    case EPERM:
        return Code::NoPermission;
    case EROFS:
        return Code::ReadOnly;
    case ENOSPC:
    case EDQUOT:
        return Code::NoSpace;
    default:
        return Code::Other;
    }
}

tl::unexpected<FileError> failure(const QString& path, int error)
{
    return tl::unexpected(
        FileError{codeOf(error), path, error, QString::fromLocal8Bit(std::strerror(error))});
}

tl::unexpected<FileError> failure(const QString& path, Code code)
{
    return tl::unexpected(FileError{code, path, 0, {}});
}

Fingerprint fingerprintOf(const QByteArray& bytes)
{
    return {true, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

bool writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto count =
            ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (count < 0 && errno != EINTR) {
            return false;
        }
        done += std::max<ssize_t>(count, 0);
    }
    return true;
}

bool sameFile(const struct stat& a, const struct stat& b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
           a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// Access control lists are extended attributes, too. False when one that is not the kernel's own could not
/// be copied.
bool copyAttributes(int from, int to)
{
    const auto size = ::flistxattr(from, nullptr, 0);
    if (size <= 0) {
        return size == 0 || errno == ENOTSUP;
    }
    std::vector<char> names(static_cast<std::size_t>(size));
    const auto length = ::flistxattr(from, names.data(), names.size());
    bool copied = length >= 0;
    for (ssize_t at = 0; at < length;) {
        const char* name = names.data() + at;
        at += static_cast<ssize_t>(std::strlen(name)) + 1;
        std::vector<char> value(65536); // the most an attribute may hold
        const auto valueSize = ::fgetxattr(from, name, value.data(), value.size());
        const bool isSet = valueSize >= 0 &&
                           ::fsetxattr(to, name, value.data(), static_cast<std::size_t>(valueSize), 0) == 0;
        copied = copied && (isSet || std::strncmp(name, "security.", 9) == 0);
    }
    return copied;
}

/// The file a path means in the end, also where it does not exist yet.
QString targetOf(const QString& path)
{
    QFileInfo info(path);
    for (int links = 0; info.isSymLink() && links < 40; ++links) {
        info.setFile(info.symLinkTarget());
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + QLatin1Char('/') + info.fileName();
}

QString folderOf(const QString& target)
{
    return QFileInfo(target).absolutePath();
}

Descriptor openNew(const QByteArray& path, mode_t mode)
{
    return Descriptor(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
}

void syncFolder(const QString& folder)
{
    const Descriptor fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.isOpen()) {
        ::fsync(fd.get());
    }
}

/// Puts `from` at `to`; an existing file there is replaced only when `replace` is set.
int moveTo(const QByteArray& from, const QByteArray& to, bool replace)
{
    if (replace) {
        return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    }
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
    // A file system without RENAME_NOREPLACE: a hard link refuses an existing name as well.
    if (::link(from.constData(), to.constData()) != 0) {
        return errno;
    }
    ::unlink(from.constData());
    return 0;
}

/// One file being replaced; `old` is what stands there now, if anything.
class Replacement
{
public:
    Replacement(QString target, const WriteRequest& request, bool exists)
        : m_target(std::move(target)),
          m_name(QFile::encodeName(m_target)),
          m_request(request),
          m_exists(exists)
    {
    }

    tl::expected<Written, FileError> run();

private:
    [[nodiscard]] tl::expected<Written, FileError> inPlace(Code reason, int error);
    [[nodiscard]] bool keepsOwner(int fd, Written& written) const;

    QString m_target;
    QByteArray m_name;
    const WriteRequest& m_request;
    bool m_exists;
    struct stat m_before = {};
    std::optional<Descriptor> m_old;
};

bool Replacement::keepsOwner(int fd, Written& written) const
{
    struct stat fresh = {};
    if (::fstat(fd, &fresh) != 0) {
        return false;
    }
    const bool hasOwner =
        fresh.st_uid == m_before.st_uid || ::fchown(fd, m_before.st_uid, static_cast<gid_t>(-1)) == 0;
    // A file that its readers reach through its group would be lost to them with another one.
    const bool hasGroup =
        fresh.st_gid == m_before.st_gid || ::fchown(fd, static_cast<uid_t>(-1), m_before.st_gid) == 0;
    if (!hasOwner || !hasGroup || ::fchmod(fd, m_before.st_mode & 07777U) != 0) {
        return false;
    }
    written.keptAttributes = copyAttributes(m_old->get(), fd) && m_before.st_nlink == 1;
    return true;
}

tl::expected<Written, FileError> Replacement::run()
{
    if (m_exists) {
        m_old.emplace(::open(m_name.constData(), O_RDONLY | O_CLOEXEC));
        if (!m_old->isOpen() || ::fstat(m_old->get(), &m_before) != 0) {
            return failure(m_target, errno);
        }
    }
    const QByteArray temporary = temporaryName(m_target);
    const Descriptor fd = openNew(temporary, m_exists ? 0600 : 0666);
    if (!fd.isOpen()) {
        const int error = errno;
        return m_exists && codeOf(error) == Code::NoPermission ? inPlace(Code::NoPermission, error)
                                                               : failure(folderOf(m_target), error);
    }
    Leftover leftover(temporary);
    Written written;
    if (m_exists && !keepsOwner(fd.get(), written)) {
        return inPlace(Code::OwnerWouldChange, EPERM);
    }
    if (!writeAll(fd.get(), m_request.bytes) || ::fsync(fd.get()) != 0) {
        return failure(m_target, errno);
    }
    struct stat now = {};
    const bool isThere = ::stat(m_name.constData(), &now) == 0;
    if (isThere != m_exists || (isThere && !sameFile(now, m_before))) {
        return failure(m_target, Code::Stale);
    }
    if (const int error = moveTo(temporary, m_name, m_exists); error != 0) {
        if (m_exists &&
            codeOf(error) == Code::NoPermission) { // a folder where only owners may replace (sticky)
            return inPlace(Code::NoPermission, error);
        }
        return error == EEXIST ? failure(m_target, Code::Stale) : failure(m_target, error);
    }
    leftover.keep();
    syncFolder(folderOf(m_target));
    written.fingerprint = fingerprintOf(m_request.bytes);
    return written;
}

tl::expected<Written, FileError> Replacement::inPlace(Code reason, int error)
{
    if (m_request.ownerPolicy == OwnerPolicy::Keep) {
        return tl::unexpected(FileError{reason,
                                        reason == Code::OwnerWouldChange ? m_target : folderOf(m_target),
                                        error, QString::fromLocal8Bit(std::strerror(error))});
    }
    const Descriptor fd(::open(m_name.constData(), O_WRONLY | O_CLOEXEC));
    if (!fd.isOpen()) {
        return failure(m_target, errno);
    }
    // Room first: a full disk must not leave half of the old and half of the new content.
    if (!m_request.bytes.isEmpty()) {
        const int noRoom = ::posix_fallocate(fd.get(), 0, m_request.bytes.size());
        if (noRoom != 0 && noRoom != EOPNOTSUPP && noRoom != EINVAL) {
            const bool isAsBefore = ::ftruncate(fd.get(), m_before.st_size) == 0;
            return failure(m_target, isAsBefore ? noRoom : errno);
        }
    }
    if (!writeAll(fd.get(), m_request.bytes) || ::ftruncate(fd.get(), m_request.bytes.size()) != 0 ||
        ::fsync(fd.get()) != 0) {
        return failure(m_target, errno);
    }
    Written written;
    written.fingerprint = fingerprintOf(m_request.bytes);
    written.wasAtomic = false;
    return written;
}

} // namespace

LocalFileStore::LocalFileStore(Clock clock, qint64 largest, int backups)
    : m_clock(std::move(clock)), m_largest(largest), m_backups(backups)
{
}

tl::expected<FileContent, FileError> LocalFileStore::read(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    // O_NONBLOCK: a pipe without a writer would hang here.
    const Descriptor fd(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat info = {};
    if (!fd.isOpen() || ::fstat(fd.get(), &info) != 0) {
        return errno == ENXIO ? failure(path, Code::NotAFile) : failure(path, errno);
    }
    if (!S_ISREG(info.st_mode)) {
        return failure(path, S_ISDIR(info.st_mode) ? Code::IsFolder : Code::NotAFile);
    }
    FileContent content;
    std::array<char, 65536> buffer{};
    while (true) {
        const auto count = ::read(fd.get(), buffer.data(), buffer.size());
        if (count < 0 && errno != EINTR) {
            return failure(path, errno);
        }
        if (count == 0) {
            break;
        }
        content.bytes.append(buffer.data(), std::max<ssize_t>(count, 0));
        if (content.bytes.size() > m_largest) {
            return failure(path, Code::TooLarge);
        }
    }
    content.fingerprint = fingerprintOf(content.bytes);
    content.modified =
        QDateTime::fromMSecsSinceEpoch(info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1000000);
    content.isWritable = ::access(name.constData(), W_OK) == 0;
    const QFileInfo account(path);
    content.owner = account.owner().isEmpty() ? QString::number(info.st_uid) : account.owner();
    content.group = account.group().isEmpty() ? QString::number(info.st_gid) : account.group();
    content.mode = static_cast<int>(info.st_mode & 07777U);
    return content;
}

tl::expected<Fingerprint, FileError> LocalFileStore::fingerprint(const QString& path)
{
    const auto content = read(path);
    if (content) {
        return content->fingerprint;
    }
    if (content.error().code == Code::NotFound) {
        return Fingerprint{};
    }
    return tl::unexpected(content.error());
}

/// The copy could not be made (errno): nothing is written then.
static tl::unexpected<FileError> noBackup(const QString& path)
{
    const int error = errno;
    const Code code = codeOf(error) == Code::NoSpace ? Code::NoSpace : Code::NoBackup;
    return tl::unexpected(FileError{code, path, error, QString::fromLocal8Bit(std::strerror(error))});
}

tl::expected<QString, FileError> LocalFileStore::makeBackup(const QString& target,
                                                            const QByteArray& bytes) const
{
    const QDateTime now = m_clock();
    const QByteArray source = QFile::encodeName(target);
    struct stat info = {};
    if (::stat(source.constData(), &info) != 0) {
        return failure(target, errno);
    }
    // Written whole under another name first: half a copy would pass for a copy.
    const QByteArray temporary = temporaryName(target);
    const Descriptor fd = openNew(temporary, 0600);
    if (!fd.isOpen()) {
        return noBackup(folderOf(target));
    }
    Leftover leftover(temporary);
    // Who may read the original may read the copy; what cannot be kept is left stricter.
    const bool isOwn = ::fchown(fd.get(), info.st_uid, info.st_gid) == 0;
    ::fchmod(fd.get(), info.st_mode & (isOwn ? 0777U : 0700U));
    if (!writeAll(fd.get(), bytes) || ::fsync(fd.get()) != 0) {
        return noBackup(target);
    }
    for (int number = 1; number < 1000; ++number) {
        const QString path = backupName(target, now, number);
        const int error = moveTo(temporary, QFile::encodeName(path), false);
        if (error == 0) {
            leftover.keep();
            return path;
        }
        if (error != EEXIST) {
            errno = error;
            return noBackup(path);
        }
    }
    return failure(target, Code::NoBackup);
}

/// The folder of `target`, locked against other writers until it is closed; nothing when that failed (errno).
/// A file system that knows no locks does without.
static std::optional<Descriptor> lockedFolder(const QString& target)
{
    Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(target).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0) {
        return errno == EACCES ? std::optional(std::move(folder)) : std::nullopt;
    }
    for (int i = 0; i < lockTries; ++i) {
        if (::flock(folder.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
            return folder;
        }
        ::usleep(lockPause);
    }
    return std::nullopt;
}

tl::expected<Written, FileError> LocalFileStore::write(const WriteRequest& request)
{
    const QString target = targetOf(request.path);
    // From looking at the base to the rename nobody else of us may write in this folder.
    const auto lock = lockedFolder(target);
    if (!lock) {
        return failure(target, errno);
    }
    if (lock->isOpen() && ::flock(lock->get(), LOCK_EX | LOCK_NB) == 0) { // ours alone, or no locks here
        removeDeadTemporaries(target);
    }
    const auto current = read(target);
    if (!current && current.error().code != Code::NotFound) {
        return tl::unexpected(current.error());
    }
    if ((current ? current->fingerprint : Fingerprint{}) != request.base) {
        return failure(request.path, Code::Stale);
    }
    // A file its owner made read-only is not replaced behind their back.
    if (current && ::access(QFile::encodeName(target).constData(), W_OK) != 0) {
        return failure(target, errno);
    }
    QString backup;
    if (current && request.backup == Backup::Make) {
        auto made = makeBackup(target, current->bytes);
        if (!made) {
            return tl::unexpected(made.error());
        }
        backup = *made;
    }
    auto written = Replacement(target, request, current.has_value()).run();
    if (written) {
        written->backupPath = backup;
        if (!backup.isEmpty()) {
            removeOldBackups(target, backup, m_backups);
        }
    } else if (const auto now = fingerprint(target); !backup.isEmpty() && now && *now == request.base) {
        QFile::remove(backup); // nothing was replaced, so there is nothing to go back to
    }
    return written;
}

} // namespace qtio
