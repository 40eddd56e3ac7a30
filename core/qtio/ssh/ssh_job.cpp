// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_job.h"

#include <algorithm>
#include <utility>

#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr std::chrono::seconds timeToEnd{2}; ///< between being asked to and being made to
constexpr qsizetype longestError = 65536;

} // namespace

SshJob::SshJob(const QByteArray& marker, QByteArray input, Patience patience, qint64 largestAnswer,
               QObject* parent)
    : QObject(parent),
      m_marker(marker + '\n'),
      m_input(std::move(input)),
      m_patience(patience),
      m_largest(largestAnswer)
{
    m_silence.setSingleShot(true);
    m_kill.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_outcome.isTimeout = true;
        abort(QStringLiteral("timed out"));
    });
    connect(&m_kill, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SshJob::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_outcome.standardError = (m_outcome.standardError + m_process.readAllStandardError())
                                      .right(longestError); // the reason comes last
    });
    connect(&m_process, &QProcess::bytesWritten, this, [this] { m_silence.start(m_patience.working); });
    connect(&m_process, &QProcess::finished, this, &SshJob::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_outcome.isInstalled = false;
            m_outcome.localError = m_process.errorString();
            finish();
        }
    });
}

SshJob::~SshJob()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        endGroup(SIGKILL);
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void SshJob::start(const QString& program, const QStringList& arguments,
                   const QProcessEnvironment& environment)
{
    m_process.setProcessEnvironment(environment);
    // A session of its own: no terminal that ssh could ask on, and a group that ends with its askpass.
    m_process.setChildProcessModifier([] { ::setsid(); });
    m_silence.start(m_patience.connecting);
    m_process.start(program, arguments);
}

void SshJob::cancel()
{
    m_outcome.wasCancelled = true;
    abort(QStringLiteral("cancelled"));
}

void SshJob::abort(const QString& why)
{
    if (m_outcome.localError.isEmpty()) {
        m_outcome.localError = why;
    }
    endGroup(SIGTERM);
    m_process.terminate();
    m_kill.start(timeToEnd);
}

void SshJob::endGroup(int signal)
{
    // What asks for passwords is in that group; once the host was reached, also the connection of all others.
    if (m_outcome.reached == SshOutcome::Reached::Nowhere && m_process.processId() > 0) {
        ::kill(-static_cast<pid_t>(m_process.processId()), signal);
    }
}

void SshJob::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    while (true) {
        const qsizetype at = m_output.indexOf(m_marker, m_scanned);
        if (at < 0) {
            break;
        }
        m_scanned = at + m_marker.size();
        meetMarker();
    }
    m_scanned = std::max(m_scanned, m_output.size() - m_marker.size() + 1);
    if (m_output.size() > m_largest) {
        abort(QStringLiteral("the answer is too long"));
        return;
    }
    if (m_markers > 0) {
        m_silence.start(m_patience.working);
    }
}

void SshJob::meetMarker()
{
    ++m_markers;
    if (m_markers == 1) {
        m_outcome.reached = SshOutcome::Reached::Host;
        Q_EMIT reachedHost();
    } else if (m_markers == 2) {
        m_outcome.reached = SshOutcome::Reached::Script;
        m_sent.start();
        m_process.write(std::exchange(m_input, {}));
        m_process.closeWriteChannel();
    } else if (m_markers == 3) {
        m_outcome.roundTrip = std::chrono::microseconds(m_sent.nsecsElapsed() / 1000);
        m_outcome.answered = QDateTime::currentDateTimeUtc();
    }
}

QList<QByteArray> SshJob::sections() const
{
    QList<QByteArray> parts;
    qsizetype from = 0;
    for (qsizetype at = m_output.indexOf(m_marker); at >= 0; at = m_output.indexOf(m_marker, from)) {
        parts << m_output.mid(from, at - from);
        from = at + m_marker.size();
    }
    return parts;
}

void SshJob::finish()
{
    if (std::exchange(m_isFinished, true)) {
        return;
    }
    readOutput();
    m_silence.stop();
    m_kill.stop();
    m_outcome.standardError += m_process.readAllStandardError();
    if (m_process.exitStatus() == QProcess::NormalExit && m_outcome.isInstalled) {
        m_outcome.exitCode = m_process.exitCode();
    }
    if (m_markers == 0 && m_outcome.localError.isEmpty()) {
        m_outcome.standardError += m_output.left(longestError); // a login that only says that it is none
    }
    // What was printed before, "ready", the fields, "end".
    QList<QByteArray> parts = sections();
    m_outcome.isWhole = parts.size() > 3 && parts.last() == "end";
    if (m_outcome.isWhole) {
        m_outcome.fields = parts.mid(2, parts.size() - 3);
    }
    Q_EMIT finished(m_outcome);
}

} // namespace qtio
