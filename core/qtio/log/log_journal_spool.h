// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of this computer: Debian 12 writes no maillog of its own. journalctl gives what there is, then
// what comes; where it ends it is started again behind the last entry.
#pragma once

#include "core/qtio/log/log_journal.h"
#include "core/qtio/log/log_spool.h"

#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace qtio {

/// Matches of journalctl: the facility mail, and policy programs that log elsewhere.
[[nodiscard]] const QStringList& journalMatches();

class LogJournalSpool final : public LogSpool
{
    Q_OBJECT

public:
    LogJournalSpool(LogPlace place, const maillog::ZoneRules& zone);
    ~LogJournalSpool() override;

    void stop() override;

private:
    enum class Phase { Past, Following };

    void begin() override;
    void run();
    void take();
    void ended();
    [[nodiscard]] LogPlaceError errorOf() const;

    QProcess m_process;
    QTimer m_again;
    Phase m_phase = Phase::Past;
    std::optional<JournalText> m_text;
    QByteArray m_cursor;
    bool m_isStopped = false;
};

} // namespace qtio
