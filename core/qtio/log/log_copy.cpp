// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_copy.h"

#include "core/qtio/files/read_at.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace qtio {

namespace {

/// /tmp may be a part of the memory; what does not fit there goes where there is most room.
QString folderWithRoom(qint64 expected)
{
    QString best = QDir::tempPath();
    qint64 most = QStorageInfo(best).bytesAvailable();
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    for (const QString& folder : {QStringLiteral("/var/tmp"), cache}) {
        if (most >= expected) {
            break;
        }
        QDir().mkpath(folder);
        if (const qint64 room = QStorageInfo(folder).bytesAvailable(); room > most) {
            best = folder;
            most = room;
        }
    }
    return best;
}

} // namespace

std::optional<QString> LogCopy::open(qint64 expected)
{
    const QByteArray folder = QFile::encodeName(folderWithRoom(expected));
    constexpr mode_t onlyOwner = 0600;
    m_file = Descriptor(::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, onlyOwner));
    if (!m_file.isOpen()) { // not on every file system
        QByteArray name = folder + "/spm-log-XXXXXX";
        m_file = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
        if (m_file.isOpen()) {
            ::unlink(name.constData());
        }
    }
    return m_file.isOpen() ? std::nullopt : std::optional(qt_error_string(errno));
}

std::optional<QString> LogCopy::append(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t put = ::pwrite(m_file.get(), text.data(), text.size(), static_cast<off_t>(m_size));
        if (put < 0 && errno != EINTR) {
            return qt_error_string(errno);
        }
        const auto size = static_cast<std::size_t>(std::max<ssize_t>(put, 0));
        m_size += size;
        text.remove_prefix(size);
    }
    return std::nullopt;
}

std::size_t LogCopy::copy(quint64 offset, std::span<char> text) const
{
    return readAt(m_file.get(), offset, text);
}

} // namespace qtio
