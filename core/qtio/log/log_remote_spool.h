// SPDX-License-Identifier: GPL-3.0-or-later
// A log file or the journal of another host: a cheap look over the user's own ssh every few seconds fetches
// what is new. A rotation loses nothing, a broken connection neither repeats nor loses anything.
#pragma once

#include "core/qtio/log/log_spool.h"
#include "core/qtio/ssh/ssh_client.h"

#include <QTimer>

namespace qtio {

class LogRemoteSpool final : public LogSpool
{
    Q_OBJECT

public:
    LogRemoteSpool(LogPlace place, SshClient& client, Rights rights);

    void stop() override;

private:
    struct Answer;

    void begin() override;
    void ask();
    void answered(const SshOutcome& outcome);
    [[nodiscard]] std::optional<LogPlaceError> errorOf(const SshOutcome& outcome) const;
    [[nodiscard]] SshTask task() const;
    void takeZone(const Answer& answer);
    [[nodiscard]] bool takeFile(const Answer& answer);
    [[nodiscard]] bool takeJournal(const Answer& answer);
    void takeMiss(const LogPlaceError& error);
    void settle(bool isAll, std::chrono::milliseconds wait);

    SshClient& m_client;
    Rights m_rights;
    QTimer m_again;
    qint64 m_piece;     ///< most bytes of one answer
    qint64 m_known = 0; ///< bytes of the file that is written there now
    QByteArray m_head;  ///< its first ones
    int m_looksAtNew = 0;
    bool m_hasMissed = false; ///< the look before
    QByteArray m_cursor;
    std::chrono::milliseconds m_patience{0};
    std::unique_ptr<QObject> m_question; ///< null when stopped: then no answer is listened to
};

} // namespace qtio
