// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/spool_file.h"

#include "core/qtio/files/private_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace qtio {

namespace {

Descriptor lockOf(const QString& folder)
{
    Descriptor lock(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return lock.isOpen() && ::flock(lock.get(), LOCK_EX | LOCK_NB) == 0 ? std::move(lock) : Descriptor(-1);
}

/// Whoever lives holds the lock of its folder; one that is being made is young.
void removeAbandoned(const QString& spools)
{
    constexpr qint64 young = 60;
    const QFileInfoList folders = QDir(spools).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        if (folder.lastModified().secsTo(QDateTime::currentDateTime()) > young &&
            lockOf(folder.filePath()).isOpen()) {
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

/// A name that is a file name everywhere.
QString soundName(const QString& name)
{
    QString sound = name.section(QLatin1Char('/'), -1);
    std::replace_if(
        sound.begin(), sound.end(), [](QChar c) { return !c.isPrint() || c == u'/'; }, QChar(u'_'));
    constexpr qsizetype longest = 100;
    return sound.isEmpty() || sound.startsWith(u'.') ? QStringLiteral("log") : sound.right(longest);
}

} // namespace

QString SpoolFile::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/spf-policy-manager/spools");
}

SpoolFile::~SpoolFile()
{
    if (m_folder.isEmpty()) {
        return;
    }
    constexpr off_t quick = off_t{32} << 20;
    struct stat facts{};
    if (::fstat(m_file.get(), &facts) != 0 || facts.st_size <= quick) {
        QDir(m_folder).removeRecursively();
        return;
    }
    // The blocks of a large one take a while to be freed: not in the thread of a window. The program waits
    // for it at its end; it stays locked until it is gone.
    QThreadPool::globalInstance()->start(
        [folder = m_folder, lock = std::make_shared<Descriptor>(std::move(m_lock)),
         file = std::make_shared<Descriptor>(std::move(m_file))] { QDir(folder).removeRecursively(); });
}

std::optional<QString> SpoolFile::create(const QString& name, const QString& folder)
{
    if (makePrivateFolder(folder)) {
        return qt_error_string(errno);
    }
    removeAbandoned(folder);
    QByteArray own = QFile::encodeName(folder) + "/XXXXXX";
    if (::mkdtemp(own.data()) == nullptr) { // for its owner only
        return qt_error_string(errno);
    }
    m_folder = QFile::decodeName(own);
    m_lock = lockOf(m_folder);
    m_path = m_folder + QLatin1Char('/') + soundName(name);
    constexpr mode_t onlyOwner = 0600;
    m_file = Descriptor(
        ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, onlyOwner));
    return m_file.isOpen() ? std::nullopt : std::optional(qt_error_string(errno));
}

std::optional<QString> SpoolFile::append(const QByteArray& bytes)
{
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        const ssize_t put = ::write(m_file.get(), rest.data(), static_cast<std::size_t>(rest.size()));
        if (put < 0 && errno != EINTR) {
            return qt_error_string(errno);
        }
        rest = rest.sliced(std::max<ssize_t>(put, 0));
    }
    return std::nullopt;
}

void SpoolFile::forget(quint64 size)
{
    constexpr quint64 kept = 4096;
    const quint64 end = (size - std::min(size, kept)) / kept * kept;
    if (end > kept) {
        ::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, kept,
                    static_cast<off_t>(end - kept));
    }
}

void SpoolFile::setChanged(qint64 seconds)
{
    const std::array<timespec, 2> times{{{0, UTIME_OMIT}, {seconds, 0}}};
    ::futimens(m_file.get(), times.data());
}

} // namespace qtio
