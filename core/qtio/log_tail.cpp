// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_tail.h"

#include "core/qtio/read_at.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <utility>

#include <fcntl.h>
#include <poll.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10;

int opened(const QString& path)
{
    return path == u"-" ? ::dup(STDIN_FILENO)
                        : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
}

/// Where the last line begins of the first `size` bytes.
quint64 lastLineOf(int fd, quint64 size)
{
    std::array<char, 4096> bytes{};
    for (quint64 to = size; to > 0;) {
        const quint64 from = to - std::min<quint64>(to, bytes.size());
        const std::string_view end(bytes.data(), readAt(fd, from, {bytes.data(), to - from}));
        if (const auto lineEnd = end.rfind('\n'); lineEnd != std::string_view::npos) {
            return from + lineEnd + 1;
        }
        to = from;
    }
    return 0;
}

quint64 sizeOf(int fd)
{
    struct stat status{};
    return ::fstat(fd, &status) == 0 ? static_cast<quint64>(status.st_size) : 0;
}

} // namespace

LogTail::LogTail(QString path, std::optional<quint64> known, const maillog::ZoneRules& zone)
    : m_path(std::move(path)), m_file(opened(m_path)), m_isPipe(m_path == u"-"), m_zone(zone)
{
    if (!m_isPipe && m_file.isOpen()) {
        const quint64 size = sizeOf(m_file.get());
        m_offset = lastLineOf(m_file.get(), std::min(known.value_or(size), size));
        m_head.resize(static_cast<qsizetype>(std::min<quint64>(m_offset, headSize)));
        const std::span<char> head(m_head.data(), static_cast<std::size_t>(m_head.size()));
        m_head.truncate(static_cast<qsizetype>(readAt(m_file.get(), 0, head)));
    }
}

bool LogTail::look(const Take& take)
{
    if (m_isPipe) {
        return lookAtPipe(take);
    }
    if (m_file.isOpen()) {
        if (!hasKept()) {
            startOver(take);
        }
        readOn(take);
    }
    // Who writes the log holds on to the renamed file for a moment.
    const bool isReplaced = this->isReplaced();
    if (isReplaced && std::exchange(m_wasReplaced, true)) {
        m_file = Descriptor(opened(m_path));
        startOver(take);
        readOn(take);
    }
    m_wasReplaced = isReplaced && m_wasReplaced;
    return true;
}

void LogTail::startOver(const Take& take)
{
    m_offset = 0;
    m_head.clear();
    m_wasReplaced = false;
    take({}, true);
}

void LogTail::readOn(const Take& take)
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    while (m_file.isOpen()) {
        const std::size_t got = readAt(m_file.get(), m_offset, {block.get(), blockSize});
        if (got == 0) {
            break;
        }
        m_head.append(block.get(), std::min(static_cast<qsizetype>(got), headSize - m_head.size()));
        m_offset += got;
        take({block.get(), got}, false);
    }
}

/// The size alone does not tell a file that was cut and has grown past its old size.
bool LogTail::hasKept() const
{
    struct stat status{};
    if (::fstat(m_file.get(), &status) != 0 || static_cast<quint64>(status.st_size) < m_offset) {
        return false;
    }
    std::array<char, headSize> bytes{};
    const std::size_t size = readAt(m_file.get(), 0, {bytes.data(), static_cast<std::size_t>(m_head.size())});
    return m_head == QByteArrayView(bytes.data(), static_cast<qsizetype>(size));
}

bool LogTail::isReplaced() const
{
    struct stat there{};
    struct stat here{};
    return ::stat(QFile::encodeName(m_path).constData(), &there) == 0 && S_ISREG(there.st_mode) &&
           (::fstat(m_file.get(), &here) != 0 || there.st_ino != here.st_ino || there.st_dev != here.st_dev);
}

bool LogTail::lookAtPipe(const Take& take)
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    pollfd pipe{m_file.get(), POLLIN, 0};
    while (::poll(&pipe, 1, 0) > 0) {
        const ssize_t got = ::read(m_file.get(), block.get(), blockSize);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        QByteArray lines;
        if (got <= 0) {
            if (m_journal) {
                m_journal->finish(lines);
                take({lines.constData(), static_cast<std::size_t>(lines.size())}, false);
            }
            return false;
        }
        const std::string_view bytes(block.get(), static_cast<std::size_t>(got));
        if (const JournalForm form = journalFormOf(bytes);
            std::exchange(m_isFirst, false) && form != JournalForm::None) {
            m_journal.emplace(form, m_zone);
        }
        if (m_journal) {
            m_journal->feed(bytes, lines);
            take({lines.constData(), static_cast<std::size_t>(lines.size())}, false);
        } else {
            take(bytes, false);
        }
    }
    return true;
}

} // namespace qtio
