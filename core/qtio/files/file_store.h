// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must never be lost: read with a fingerprint, written whole or not at all, with a copy of what
// was there (SPEC 3.4 last lines, UX "atomic save", "backup"). An interface, so that a remote host can stand
// behind it, too.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace qtio {

struct FileError
{
    enum class Code {
        NotFound,
        IsFolder,
        NotAFile, ///< a device, pipe or socket
        NoPermission,
        ReadOnly,         ///< the file system
        NoSpace,          ///< disk full or quota used up
        TooLarge,         ///< above the store's limit
        Stale,            ///< changed since it was read
        OwnerWouldChange, ///< replacing it would take it from its owner or group; writing in place was not
                          ///< allowed
        NoBackup,         ///< the copy could not be made; nothing was written
        NoConnection,     ///< the host was not reached or let nobody in; nothing was done
        ConnectionLost,   ///< while writing: whether it was written shows when the file is looked at again
        Refused,          ///< administrator rights were asked for and not given; nothing was written
        Cancelled,        ///< by the user, before anything was written
        Other
    };
    Code code;
    QString path;        ///< what the error is about: the file, its folder or the backup
    int systemError = 0; ///< errno
    QString systemText;  ///< strerror of it, may be empty
};

/// Tells whether a file is still the one that was read.
struct Fingerprint
{
    bool exists = false;
    QByteArray hash; ///< SHA-256 of the content: a touched file is no changed file
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

struct FileContent
{
    QByteArray bytes;
    Fingerprint fingerprint;
    QDateTime modified;
    bool isWritable = false;
    QString owner; ///< account, or its number where it has no name
    QString group;
    int mode = 0; ///< permission bits
};

enum class Backup { None, Make };

/// What to do where a file cannot be replaced without changing its owner or group (or its folder takes no new
/// file).
enum class OwnerPolicy {
    Keep,        ///< refuse with OwnerWouldChange
    WriteInPlace ///< overwrite the content; not atomic, hence after the backup
};

struct WriteRequest
{
    QString path;
    QByteArray bytes;
    Fingerprint base; ///< of the content this grew from; exists == false for a new file
    Backup backup = Backup::Make;
    OwnerPolicy ownerPolicy = OwnerPolicy::Keep;
};

struct Written
{
    Fingerprint fingerprint;
    QString backupPath;    ///< empty when none was made
    bool wasAtomic = true; ///< false when written in place
    bool keptAttributes =
        true; ///< ACL, extended attributes, other hard links (owner, group and mode always are)
};

class FileStore
{
public:
    FileStore() = default;
    FileStore(const FileStore&) = delete;
    FileStore& operator=(const FileStore&) = delete;
    virtual ~FileStore() = default;

    [[nodiscard]] virtual tl::expected<FileContent, FileError> read(const QString& path) = 0;
    [[nodiscard]] virtual tl::expected<Fingerprint, FileError> fingerprint(const QString& path) = 0;
    [[nodiscard]] virtual tl::expected<Written, FileError> write(const WriteRequest& request) = 0;
};

/// Files of this machine.
class LocalFileStore final : public FileStore
{
public:
    using Clock = std::function<QDateTime()>; ///< for the names of backups, local time

    /// Of the backups made of one file the newest `backups` are kept.
    explicit LocalFileStore(Clock clock = &QDateTime::currentDateTime, qint64 largest = 64 << 20,
                            int backups = 20);

    [[nodiscard]] tl::expected<FileContent, FileError> read(const QString& path) override;
    [[nodiscard]] tl::expected<Fingerprint, FileError> fingerprint(const QString& path) override;
    /// Temporary file in the same folder, synced, renamed over the target, folder synced. Links are followed:
    /// the target is replaced, the link stays.
    [[nodiscard]] tl::expected<Written, FileError> write(const WriteRequest& request) override;

private:
    [[nodiscard]] tl::expected<QString, FileError> makeBackup(const QString& target,
                                                              const QByteArray& bytes) const;

    Clock m_clock;
    qint64 m_largest;
    int m_backups;
};

} // namespace qtio
