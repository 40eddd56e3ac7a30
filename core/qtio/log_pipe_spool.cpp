// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_pipe_spool.h"

#include <cerrno>
#include <memory>
#include <utility>

#include <unistd.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{256} << 10;

} // namespace

LogPipeSpool::LogPipeSpool(LogPlace place, const maillog::ZoneRules& zone)
    : LogSpool(std::move(place)), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_zone = zone;
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LogPipeSpool::take);
}

void LogPipeSpool::stop()
{
    m_notifier.setEnabled(false);
}

void LogPipeSpool::begin()
{
    m_notifier.setEnabled(!m_hasEnded);
    tellCaughtUp();
}

QByteArray LogPipeSpool::linesOf(std::string_view bytes)
{
    if (const JournalForm form = journalFormOf(bytes);
        std::exchange(m_isFirst, false) && form != JournalForm::None) {
        m_journal.emplace(form, *m_zone);
    }
    if (!m_journal) {
        return {bytes.data(), static_cast<qsizetype>(bytes.size())};
    }
    QByteArray lines;
    m_journal->feed(bytes, lines);
    return lines;
}

void LogPipeSpool::take()
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    const ssize_t got = ::read(STDIN_FILENO, block.get(), blockSize);
    if (got > 0) {
        (void)keep(linesOf({block.get(), static_cast<std::size_t>(got)}));
    } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
        QByteArray lines;
        if (m_journal) {
            m_journal->finish(lines);
        }
        m_hasEnded = keep(lines);
        stop();
    }
}

} // namespace qtio
