// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_pipe_spool.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10;
constexpr qsizetype headSize = 4096;

} // namespace

LogPipeSpool::LogPipeSpool(LogPlace place, const maillog::ZoneRules& zone) : LogSpool(std::move(place))
{
    m_zone = zone;
    connect(&m_notifier, &QSocketNotifier::activated, this, &LogPipeSpool::take);
}

void LogPipeSpool::stop()
{
    m_notifier.setEnabled(false);
}

bool LogPipeSpool::isPipe(const QString& path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

void LogPipeSpool::begin()
{
    if (!m_input.isOpen() && !open()) {
        LogPlaceError error;
        error.file = {errno == EACCES ? FileError::Code::NoPermission : FileError::Code::Other,
                      m_place.path,
                      errno,
                      {}};
        fail(std::move(error));
        return;
    }
    m_notifier.setEnabled(!m_hasEnded);
    tellCaughtUp();
}

bool LogPipeSpool::open()
{
    // Nobody needs to write yet.
    Descriptor input(m_place.path == QLatin1Char('-') ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                                      : ::open(QFile::encodeName(m_place.path).constData(),
                                                               O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!input.isOpen()) {
        return false;
    }
    m_notifier.setEnabled(false);
    m_notifier.setSocket(input.get());
    m_input = std::move(input);
    return true;
}

void LogPipeSpool::end()
{
    const QByteArray lines = endOfLines();
    stop();
    if (!keep(lines)) {
        return;
    }
    // One with a name of its own (not /dev/fd/63) waits for the next who writes.
    const bool isNamed = !QFileInfo(m_place.path).canonicalFilePath().isEmpty();
    m_hasEnded = !isNamed || !isPipe(m_place.path) || !open();
    if (!m_hasEnded) {
        m_isFirst = true;
        m_isDamageTold = false;
        m_journal.reset();
        m_notifier.setEnabled(true);
    }
}

QByteArray LogPipeSpool::linesOf(QByteArray bytes)
{
    if (m_isFirst) {
        m_head += bytes;
        if (!m_head.contains('\n') && m_head.size() < headSize) {
            return {};
        }
        bytes = takeHead();
    }
    if (!m_journal) {
        return bytes;
    }
    QByteArray lines;
    m_journal->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, lines);
    tellDamage();
    return lines;
}

QByteArray LogPipeSpool::takeHead()
{
    m_isFirst = false;
    QByteArray bytes = std::exchange(m_head, {});
    const auto looked = static_cast<std::size_t>(std::min(bytes.size(), headSize));
    if (const JournalForm form = journalFormOf({bytes.constData(), looked}); form != JournalForm::None) {
        m_journal.emplace(form, *m_zone);
    }
    return bytes;
}

QByteArray LogPipeSpool::endOfLines()
{
    QByteArray lines = m_isFirst ? takeHead() : QByteArray();
    if (m_journal) {
        const QByteArray head = std::exchange(lines, {});
        m_journal->feed({head.constData(), static_cast<std::size_t>(head.size())}, lines);
        m_journal->finish(lines);
        tellDamage();
    }
    return lines;
}

void LogPipeSpool::tellDamage()
{
    if (m_journal->damage().entries > 0 && !std::exchange(m_isDamageTold, true)) {
        Q_EMIT damaged(m_journal->damage().line);
    }
}

void LogPipeSpool::take()
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    const ssize_t got = ::read(m_input.get(), block.get(), blockSize);
    if (got > 0) {
        (void)keep(linesOf({block.get(), static_cast<qsizetype>(got)}));
    } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
        end();
    }
}

} // namespace qtio
