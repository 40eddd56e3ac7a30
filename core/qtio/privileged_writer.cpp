// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/privileged_writer.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <utility>

namespace qtio {

namespace {

constexpr int pkexecDismissed = 126;
constexpr int pkexecRefused = 127; ///< also sudo's "command not found"
constexpr int answerIsNo = 1;

} // namespace

std::optional<QStringList> PrivilegedWriter::elevation()
{
    if (const QString pkexec = QStandardPaths::findExecutable(QStringLiteral("pkexec")); !pkexec.isEmpty()) {
        return QStringList{pkexec};
    }
    const QString sudo = QStandardPaths::findExecutable(QStringLiteral("sudo"));
    if (!sudo.isEmpty() && !qEnvironmentVariableIsEmpty("SUDO_ASKPASS")) {
        return QStringList{sudo, QStringLiteral("-A")};
    }
    return std::nullopt;
}

PrivilegedWriter::PrivilegedWriter(QStringList elevation, QString program, QObject* parent)
    : QObject(parent), m_elevation(std::move(elevation)), m_program(std::move(program))
{
}

PrivilegedWriter::~PrivilegedWriter()
{
    if (m_process != nullptr) {
        m_process->disconnect(this);
        m_process->setParent(nullptr); // ends by itself; killing it would gain nothing
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    }
}

void PrivilegedWriter::write(const WriteRequest& request)
{
    const QString base =
        request.base.exists ? QString::fromLatin1(request.base.hash.toHex()) : QStringLiteral("none");
    QStringList command = m_elevation;
    command << m_program << QStringLiteral("config") << QStringLiteral("put") << QStringLiteral("--json")
            << QStringLiteral("--base") << base << request.path;
    m_written = {true, QCryptographicHash::hash(request.bytes, QCryptographicHash::Sha256)};
    m_process = new QProcess(this);
    connect(m_process, &QProcess::finished, this, &PrivilegedWriter::take);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            const QString why = m_process->errorString();
            std::exchange(m_process, nullptr)->deleteLater();
            Q_EMIT failed({PrivilegedError::Code::Failed, why});
        }
    });
    m_process->start(command.first(), command.mid(1));
    m_process->write(request.bytes);
    m_process->closeWriteChannel();
}

void PrivilegedWriter::take(int exitCode, QProcess::ExitStatus status)
{
    QProcess* process = std::exchange(m_process, nullptr);
    process->deleteLater();
    const QString said = QString::fromLocal8Bit(process->readAllStandardError()).trimmed();
    if (status != QProcess::NormalExit) {
        Q_EMIT failed({PrivilegedError::Code::Failed, said});
    } else if (exitCode == 0) {
        Written written;
        written.fingerprint = m_written;
        const QJsonObject report = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        written.backupPath = report[QLatin1String("backup")].toString();
        Q_EMIT finished(written);
    } else if (exitCode == pkexecDismissed || exitCode == pkexecRefused) {
        Q_EMIT failed({PrivilegedError::Code::Refused, said});
    } else {
        // sudo ends with 1 as well when the password was wrong; then it has named no file that changed.
        const bool isOurs = said.startsWith(QLatin1String("spfpolicy:"));
        Q_EMIT failed({exitCode == answerIsNo
                           ? (isOurs ? PrivilegedError::Code::Stale : PrivilegedError::Code::Refused)
                           : PrivilegedError::Code::Failed,
                       said});
    }
}

} // namespace qtio
