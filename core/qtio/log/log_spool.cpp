// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_spool.h"

#include "core/qtio/log/log_journal_spool.h"
#include "core/qtio/log/log_pipe_spool.h"
#include "core/qtio/log/log_remote_spool.h"

#include <utility>

namespace qtio {

std::unique_ptr<LogSpool> LogSpool::of(const LogPlace& place, SshClient& client,
                                       const maillog::ZoneRules& zone, Rights rights)
{
    if (place.kind == LogPlace::Kind::Journal) {
        return std::make_unique<LogJournalSpool>(place, zone);
    }
    if (place.kind == LogPlace::Kind::File) {
        return std::make_unique<LogPipeSpool>(place, zone);
    }
    return std::make_unique<LogRemoteSpool>(place, client, rights);
}

void LogSpool::start(Until until)
{
    stop();
    m_until = until;
    m_wasCaughtUp = false;
    if (m_file.isOpen()) {
        begin();
        return;
    }
    const QString name = m_place.path.isEmpty() ? QStringLiteral("journal.log") : m_place.path;
    if (const auto reason = m_file.create(name)) {
        LogPlaceError error;
        error.code = LogPlaceError::Code::NoSpool;
        error.detail = *reason;
        fail(std::move(error));
        return;
    }
    begin();
}

bool LogSpool::keep(const QByteArray& bytes)
{
    if (const auto reason = m_file.append(bytes)) {
        LogPlaceError error;
        error.code = LogPlaceError::Code::NoSpool;
        error.detail = *reason;
        stop();
        fail(std::move(error));
        return false;
    }
    if (!bytes.isEmpty()) {
        Q_EMIT grew();
    }
    return true;
}

void LogSpool::fail(LogPlaceError error)
{
    error.place = m_place.text();
    m_isLost = true;
    Q_EMIT failed(error);
}

void LogSpool::reach()
{
    if (std::exchange(m_isLost, false)) {
        Q_EMIT recovered();
    }
}

void LogSpool::tellCaughtUp()
{
    if (!std::exchange(m_wasCaughtUp, true)) {
        Q_EMIT caughtUp();
    }
}

} // namespace qtio
