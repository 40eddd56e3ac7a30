// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/config_history.h"

#include "core/qtio/files/descriptor.h"
#include "core/qtio/files/private_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr int lockTries = 100;
constexpr useconds_t lockPause = 20'000; ///< microseconds: 2 s in all

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString indexOf(const QString& folder)
{
    return folder + QStringLiteral("/index.jsonl");
}

QString textOf(const QString& folder, const QByteArray& hash)
{
    return folder + QLatin1Char('/') + QString::fromLatin1(hash.toHex()) + QStringLiteral(".ini");
}

/// The same file has the same history, by whatever links it was reached. Places that are no path of this
/// computer stand for themselves.
QString canonical(const QString& path)
{
    if (!path.startsWith(QLatin1Char('/'))) {
        return path;
    }
    const QFileInfo info(path);
    if (const QString real = info.canonicalFilePath(); !real.isEmpty()) {
        return real;
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(path) : folder + QLatin1Char('/') + info.fileName();
}

QByteArray lineOf(const HistoryEntry& entry)
{
    const bool found = entry.origin == HistoryEntry::Origin::Found;
    return QJsonDocument(QJsonObject{{QStringLiteral("time"), entry.time.toUTC().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("origin"),
                                      found ? QStringLiteral("found") : QStringLiteral("saved")},
                                     {QStringLiteral("user"), entry.user},
                                     {QStringLiteral("host"), entry.host},
                                     {QStringLiteral("note"), entry.note},
                                     {QStringLiteral("path"), entry.path},
                                     {QStringLiteral("sha256"), QString::fromLatin1(entry.hash.toHex())},
                                     {QStringLiteral("size"), entry.size}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

std::optional<HistoryEntry> entryOf(const QByteArray& line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    HistoryEntry entry;
    entry.origin =
        text("origin") == QLatin1String("found") ? HistoryEntry::Origin::Found : HistoryEntry::Origin::Saved;
    entry.time = QDateTime::fromString(text("time"), Qt::ISODateWithMs);
    entry.user = text("user");
    entry.host = text("host");
    entry.note = text("note");
    entry.path = text("path");
    entry.hash = QByteArray::fromHex(text("sha256").toLatin1());
    entry.size = json.value(QStringLiteral("size")).toInteger(-1);
    const bool isWhole = entry.time.isValid() && entry.hash.size() == 32 && entry.size >= 0;
    return isWhole ? std::optional(entry) : std::nullopt;
}

/// Oldest first, as the index has them.
ConfigHistory::Listing readIndex(const QString& folder)
{
    ConfigHistory::Listing listing;
    const auto index = readWhole(indexOf(folder));
    for (const QByteArray& line : index.value_or(QByteArray()).split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        auto entry = entryOf(line);
        if (entry) {
            entry->textFile = textOf(folder, entry->hash);
        }
        if (entry && QFileInfo(entry->textFile).size() == entry->size) {
            listing.entries.push_back(*std::move(entry));
        } else {
            ++listing.damaged;
        }
    }
    return listing;
}

FileError systemFailure(const QString& path, int error)
{
    const auto code = error == ENOSPC || error == EDQUOT  ? FileError::Code::NoSpace
                      : error == EACCES || error == EPERM ? FileError::Code::NoPermission
                                                          : FileError::Code::Other;
    return {code, path, error, QString::fromLocal8Bit(std::strerror(error))};
}

/// Adds a line; one torn by a crash before it ends first.
std::optional<FileError> appendLine(const QString& path, QByteArray line)
{
    const auto there = readWhole(path);
    if (there && !there->isEmpty() && !there->endsWith('\n')) {
        line.prepend('\n');
    }
    const Descriptor fd(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!fd.isOpen()) {
        return systemFailure(path, errno);
    }
    const auto count = ::write(fd.get(), line.constData(), static_cast<std::size_t>(line.size()));
    if (count != line.size()) {
        return systemFailure(path, count < 0 ? errno : ENOSPC);
    }
    return ::fsync(fd.get()) == 0 ? std::nullopt : std::optional(systemFailure(path, errno));
}

std::optional<FileError> append(const HistoryEntry& entry, const QByteArray& bytes, const QString& folder)
{
    if (readWhole(entry.textFile) != bytes) { // not there, or not what it should be
        if (auto error = writePrivateFile(entry.textFile, bytes)) {
            return error;
        }
    }
    return appendLine(indexOf(folder), lineOf(entry));
}

/// False with errno when somebody else holds it for longer than a save takes. A file system that knows no
/// locks does without.
bool locked(const Descriptor& folder)
{
    for (int i = 0; i < lockTries; ++i) {
        if (::flock(folder.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
            return true;
        }
        ::usleep(lockPause);
    }
    return false;
}

} // namespace

HistoryAuthor currentAuthor()
{
    const passwd* account = ::getpwuid(::geteuid());
    return {account != nullptr ? QString::fromLocal8Bit(account->pw_name)
                               : QString::number(::geteuid()), // an account without a name
            QSysInfo::machineHostName()};
}

ConfigHistory::ConfigHistory(QString folder, HistoryAuthor author, Clock clock)
    : m_folder(std::move(folder)), m_author(std::move(author)), m_clock(std::move(clock))
{
}

QString ConfigHistory::folderOf(const QString& path) const
{
    const QByteArray name = hashOf(QFile::encodeName(canonical(path))).toHex().left(32);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name);
}

std::optional<FileError> ConfigHistory::keep(const SavedVersion& version) const
{
    const QString folder = folderOf(version.path);
    for (const QString& needed : {m_folder, folder}) {
        if (auto error = makePrivateFolder(needed)) {
            return error;
        }
    }
    // Two programs may save at the same time; the lock goes with the descriptor.
    const Descriptor lock(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.isOpen() || !locked(lock)) {
        return systemFailure(folder, errno);
    }
    const Listing known = readIndex(folder);
    const QByteArray newest = known.entries.empty() ? QByteArray() : known.entries.back().hash;
    HistoryEntry entry{.origin = HistoryEntry::Origin::Found,
                       .time = m_clock().toUTC(),
                       .host = m_author.host,
                       .path = version.path};
    const auto keepText = [&entry, &folder](const QByteArray& bytes) {
        entry.hash = hashOf(bytes);
        entry.size = bytes.size();
        entry.textFile = textOf(folder, entry.hash);
        return append(entry, bytes, folder);
    };
    if (version.before && hashOf(*version.before) != newest) {
        if (auto error = keepText(*version.before)) {
            return error;
        }
    }
    entry.origin = HistoryEntry::Origin::Saved;
    entry.user = m_author.user;
    entry.note = version.note;
    if (auto error = keepText(version.after)) {
        return error;
    }
    return prune(folder);
}

std::optional<FileError> ConfigHistory::prune(const QString& folder) const
{
    const Listing listing = readIndex(folder);
    QSet<QByteArray> kept;
    qint64 room = m_limits.bytes;
    std::size_t count = 0;
    for (auto entry = listing.entries.rbegin(); entry != listing.entries.rend(); ++entry, ++count) {
        room -= kept.contains(entry->hash) ? 0 : entry->size;
        if (count > 0 && (count == m_limits.entries || room < 0)) {
            break;
        }
        kept.insert(entry->hash);
    }
    if (count == listing.entries.size()) {
        return std::nullopt;
    }
    QByteArray index;
    for (std::size_t i = listing.entries.size() - count; i < listing.entries.size(); ++i) {
        index += lineOf(listing.entries[i]);
    }
    // First the index, then the texts: a crash in between leaves a text too many, never one too few.
    if (auto error = writePrivateFile(indexOf(folder), index)) {
        return error;
    }
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.ini")}, QDir::Files)) {
        if (!kept.contains(QByteArray::fromHex(name.chopped(4).toLatin1()))) {
            QFile::remove(folder + QLatin1Char('/') + name);
        }
    }
    return std::nullopt;
}

ConfigHistory::Listing ConfigHistory::list(const QString& path) const
{
    Listing listing = readIndex(folderOf(path));
    std::ranges::reverse(listing.entries);
    return listing;
}

tl::expected<QByteArray, FileError> ConfigHistory::bytes(const HistoryEntry& entry)
{
    auto content = readWhole(entry.textFile);
    if (!content) {
        return tl::unexpected(FileError{FileError::Code::NotFound, entry.textFile, 0, {}});
    }
    if (hashOf(*content) != entry.hash) {
        return tl::unexpected(FileError{FileError::Code::Other, entry.textFile, 0, {}});
    }
    return *std::move(content);
}

} // namespace qtio
