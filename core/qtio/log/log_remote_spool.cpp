// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_remote_spool.h"

#include "core/qtio/log/log_gzip.h"
#include "core/qtio/log/log_journal.h"
#include "core/qtio/log/log_journal_spool.h"
#include "core/qtio/log/log_zone.h"
#include "core/qtio/ssh/ssh_files.h"
#include "core/qtio/ssh/ssh_scripts.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>
#include <utility>

namespace qtio {

namespace {

constexpr qint64 usualPiece = qint64{2} << 20; ///< unpacked and written between two frames of a window
constexpr qint64 largestPiece = qint64{64} << 20;
constexpr qsizetype headSize = 4096;
constexpr std::chrono::seconds longestPatience{30};

/// Nothing when it was cut on its way.
std::optional<QByteArray> unpacked(const QByteArray& bytes, qint64 most)
{
    if (bytes.isEmpty()) {
        return bytes;
    }
    GzipStream stream([&bytes](std::span<char> room, quint64 offset) {
        const auto left = static_cast<std::size_t>(bytes.size() - static_cast<qsizetype>(offset));
        const std::size_t size = std::min(left, room.size());
        std::memcpy(room.data(), bytes.constData() + offset, size);
        return static_cast<ssize_t>(size);
    });
    QByteArray text(most + 1, Qt::Uninitialized);
    text.truncate(static_cast<qsizetype>(stream.read({text.data(), static_cast<std::size_t>(text.size())})));
    return stream.state() == GzipStream::State::End ? std::optional(text) : std::nullopt;
}

} // namespace

/// The fields of growthScript() and journalScript().
struct LogRemoteSpool::Answer
{
    QByteArray kind;
    qint64 size = 0;
    qint64 changed = 0;
    QString zone;
    QString offset;
    QByteArray bytes;
};

LogRemoteSpool::LogRemoteSpool(LogPlace place, SshClient& client, Rights rights)
    : LogSpool(std::move(place)), m_client(client), m_rights(rights), m_piece(usualPiece)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &LogRemoteSpool::ask);
}

void LogRemoteSpool::stop()
{
    m_question.reset();
    m_again.stop();
}

void LogRemoteSpool::begin()
{
    m_question = std::make_unique<QObject>();
    m_patience = std::chrono::milliseconds(0);
    ask();
}

SshTask LogRemoteSpool::task() const
{
    const qint64 frame = 1 << 20;
    SshTask task{m_place.host, {}, {}, {}, m_rights, 2 * m_piece + frame, true};
    if (m_place.kind == LogPlace::Kind::RemoteJournal) {
        task.script = journalScript();
        task.arguments = {m_cursor, QByteArray::number(m_piece)};
        for (const QString& word : journalMatches()) {
            task.arguments << word.toUtf8();
        }
        return task;
    }
    task.script = growthScript();
    const QByteArray hash = QCryptographicHash::hash(m_head, QCryptographicHash::Sha256).toHex();
    task.arguments = {m_place.path.toUtf8(), QByteArray::number(m_known), QByteArray::number(m_head.size()),
                      m_head.isEmpty() ? QByteArray("-") : hash, QByteArray::number(m_piece)};
    return task;
}

void LogRemoteSpool::ask()
{
    m_client.run(task(), m_question.get(), [this](const SshOutcome& outcome) { answered(outcome); });
}

std::optional<LogPlaceError> LogRemoteSpool::errorOf(const SshOutcome& outcome) const
{
    constexpr qsizetype answerFields = 8;
    constexpr qsizetype failureFields = 4;
    LogPlaceError error;
    if (const auto failure = connectionFailure(outcome)) {
        error.code = LogPlaceError::Code::NoConnection;
        error.ssh = *failure;
        return error;
    }
    const auto& fields = outcome.fields;
    if (outcome.isWhole && fields.size() == answerFields && fields[0] == "log") {
        return std::nullopt;
    }
    error.code = LogPlaceError::Code::Interrupted;
    if (outcome.isWhole && fields.size() == failureFields && fields[0] == "failed") {
        error.file = failureOf(fields);
        error.detail = error.file.systemText;
        const bool isJournal = m_place.kind == LogPlace::Kind::RemoteJournal;
        error.code = !isJournal            ? LogPlaceError::Code::File
                     : fields[1].isEmpty() ? LogPlaceError::Code::JournalFailed
                                           : LogPlaceError::Code::NoJournal;
        if (!isJournal) {
            error.file.path = m_place.text();
        }
    }
    return error;
}

void LogRemoteSpool::answered(const SshOutcome& outcome)
{
    if (const auto error = errorOf(outcome)) {
        takeMiss(*error);
        return;
    }
    const auto& fields = outcome.fields;
    const auto bytes = fields[6] == "gzip" ? unpacked(fields[7], m_piece) : std::optional(fields[7]);
    if (!bytes) {
        LogPlaceError error;
        error.code = LogPlaceError::Code::Interrupted;
        takeMiss(error);
        return;
    }
    m_patience = m_interval;
    m_hasMissed = false;
    reach();
    const Answer answer{fields[1],
                        fields[2].toLongLong(),
                        fields[3].toLongLong(),
                        QString::fromUtf8(fields[4]),
                        QString::fromUtf8(fields[5]),
                        *bytes};
    takeZone(answer);
    const bool isKept =
        m_place.kind == LogPlace::Kind::RemoteJournal ? takeJournal(answer) : takeFile(answer);
    if (!isKept) {
        stop();
    }
}

void LogRemoteSpool::takeZone(const Answer& answer)
{
    if (!m_zone) {
        m_zone = parseZone(answer.zone);
    }
    if (!m_zone) {
        m_zone = parseZone(answer.offset);
    }
}

/// It is tried again, ever less often.
void LogRemoteSpool::takeMiss(const LogPlaceError& error)
{
    // While a log is rotated it may be away, or another one, for the moment of a look.
    const bool mayPass =
        error.code == LogPlaceError::Code::Interrupted ||
        (error.code == LogPlaceError::Code::File && error.file.code == FileError::Code::NotFound);
    if (mayPass && !m_hasMissed && wasCaughtUp() && m_until == Until::Stopped && m_question) {
        m_hasMissed = true;
        m_again.start(m_interval);
        return;
    }
    fail(error);
    if (m_until == Until::Stopped && m_question) {
        m_patience = std::clamp<std::chrono::milliseconds>(2 * m_patience, m_interval, longestPatience);
        m_again.start(m_patience);
    }
}

/// Tells that there is no more for now, and looks again.
void LogRemoteSpool::settle(bool isAll, std::chrono::milliseconds wait)
{
    if (isAll) {
        tellCaughtUp();
    }
    if (m_question && (!isAll || m_until == Until::Stopped)) {
        m_again.start(isAll ? wait : std::chrono::milliseconds(0));
    }
}

bool LogRemoteSpool::takeFile(const Answer& answer)
{
    m_head += answer.bytes.left(headSize - m_head.size());
    m_known += answer.bytes.size();
    if (!keep(answer.bytes)) {
        return false;
    }
    m_file.setChanged(answer.changed);
    // Who writes the log holds on to the renamed file for a moment, and copytruncate copies first.
    m_looksAtNew = answer.kind == "new" ? m_looksAtNew + 1 : 0;
    if (m_looksAtNew > 1) {
        m_looksAtNew = 0;
        m_known = 0;
        m_head.clear();
        settle(true, std::chrono::milliseconds(0));
        return true;
    }
    const bool isAll = answer.kind == "new" || m_known >= answer.size || answer.bytes.isEmpty();
    if (!wasCaughtUp()) {
        Q_EMIT progressed(m_known, std::max(answer.size, m_known));
    }
    settle(isAll, m_interval);
    return true;
}

bool LogRemoteSpool::takeJournal(const Answer& answer)
{
    JournalText text(JournalForm::Export, m_zone.value_or(maillog::ZoneRules()));
    QByteArray lines;
    text.feed({answer.bytes.constData(), static_cast<std::size_t>(answer.bytes.size())}, lines);
    const bool isAll = answer.bytes.size() < m_piece;
    if (!text.cursor().isEmpty()) {
        m_cursor = text.cursor();
        m_piece = usualPiece;
    } else if (!isAll) { // an entry that is longer than the piece
        if (m_piece >= largestPiece) {
            LogPlaceError error;
            error.code = LogPlaceError::Code::JournalFailed;
            fail(std::move(error));
            return false;
        }
        m_piece *= 2;
    }
    if (!keep(lines)) {
        return false;
    }
    settle(isAll, m_interval);
    return true;
}

} // namespace qtio
