// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_journal_spool.h"

#include <utility>

namespace qtio {

const QStringList& journalMatches()
{
    static const QStringList matches = [] {
        QStringList words{QStringLiteral("SYSLOG_FACILITY=2")};
        for (const char* name : {"policyd-spf", "policy-spf", "SPFPolicyd", "SPFPolicyd.py", "spfpolicyd",
                                 "rspamd", "opendmarc"}) {
            words << QStringLiteral("+") << QStringLiteral("SYSLOG_IDENTIFIER=") + QLatin1String(name);
        }
        return words;
    }();
    return matches;
}

LogJournalSpool::LogJournalSpool(LogPlace place, const maillog::ZoneRules& zone) : LogSpool(std::move(place))
{
    m_zone = zone;
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &LogJournalSpool::run);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LogJournalSpool::take);
    connect(&m_process, &QProcess::finished, this, &LogJournalSpool::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            ended();
        }
    });
}

LogJournalSpool::~LogJournalSpool()
{
    stop();
}

void LogJournalSpool::stop()
{
    m_isStopped = true;
    m_again.stop();
    m_process.kill();
    m_process.waitForFinished();
}

void LogJournalSpool::begin()
{
    m_isStopped = false;
    m_phase = Phase::Past;
    run();
}

void LogJournalSpool::run()
{
    QStringList words{QStringLiteral("--no-pager"), QStringLiteral("-q"), QStringLiteral("-o"),
                      QStringLiteral("export")};
    if (m_phase == Phase::Following) {
        words << QStringLiteral("-f") << QStringLiteral("-n") << QStringLiteral("all");
    }
    if (!m_cursor.isEmpty()) {
        words << QStringLiteral("--after-cursor=") + QString::fromUtf8(m_cursor);
    }
    m_text.reset();
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("journalctl"), words + journalMatches());
}

void LogJournalSpool::take()
{
    if (m_isStopped) {
        return; // what was not taken comes again behind the cursor
    }
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (bytes.isEmpty()) {
        return;
    }
    if (!m_text) {
        m_text.emplace(bytes.startsWith('{') ? JournalForm::Json : JournalForm::Export, *m_zone);
    }
    QByteArray lines;
    m_text->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())}, lines);
    if (!m_text->cursor().isEmpty()) {
        m_cursor = m_text->cursor();
    }
    (void)keep(lines);
}

LogPlaceError LogJournalSpool::errorOf() const
{
    LogPlaceError error;
    error.code = m_process.error() == QProcess::FailedToStart ? LogPlaceError::Code::NoJournal
                                                              : LogPlaceError::Code::JournalFailed;
    return error;
}

void LogJournalSpool::ended()
{
    take();
    const bool isDone = m_process.error() != QProcess::FailedToStart &&
                        m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    if (m_isStopped) {
        return;
    }
    const bool isCaughtUp = isDone && m_phase == Phase::Past;
    if (!isDone) {
        LogPlaceError error = errorOf();
        error.detail = QString::fromUtf8(m_process.readAllStandardError()).simplified();
        fail(std::move(error));
    }
    m_phase = isDone ? Phase::Following : Phase::Past;
    if (isCaughtUp) {
        reach();
        tellCaughtUp();
    }
    if (m_until == Until::Stopped && !m_isStopped) {
        m_again.start(isCaughtUp ? std::chrono::milliseconds(0) : m_interval);
    }
}

} // namespace qtio
