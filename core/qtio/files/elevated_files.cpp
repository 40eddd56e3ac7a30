// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/elevated_files.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <utility>

namespace qtio {

namespace {

constexpr int abandonMs = 2000;
constexpr int answerIsNo = 1;        ///< of spfpolicy: a stale base; also of sudo: a wrong password
constexpr int pkexecDismissed = 126; ///< the dialog was closed
constexpr int pkexecRefused = 127;   ///< not authorized; no agent

} // namespace

/// What a command that ran with other rights has said.
struct ElevatedFiles::Answer
{
    bool hasStarted = true;
    int exitCode = -1; ///< below 0: it was ended from outside
    QByteArray output;
    QString said;             ///< on standard error
    bool isOurs = false;      ///< the command itself said it, not pkexec or sudo
    bool isAbandoned = false; ///< it could not be ended and may still do its work

    [[nodiscard]] bool isRefusal() const
    {
        return exitCode == pkexecDismissed || exitCode == pkexecRefused ||
               (exitCode == answerIsNo && !isOurs);
    }

    [[nodiscard]] FileError error(const QString& path) const
    {
        using Code = FileError::Code;
        if (!hasStarted) {
            return {Code::Refused, path, 0, said};
        }
        if (isAbandoned) {
            return {Code::ConnectionLost, path, 0, {}};
        }
        return {isRefusal() || exitCode < 0 ? Code::Refused : Code::Other, path, 0, said};
    }
};

Elevation Elevation::ofThisComputer(const AskPass& askPass)
{
    Elevation made;
    const QString pkexec = QStandardPaths::findExecutable(QStringLiteral("pkexec"));
    const QString sudo = QStandardPaths::findExecutable(QStringLiteral("sudo"));
    if (!pkexec.isEmpty()) {
        made.command = {pkexec};
    } else if (!sudo.isEmpty() && !askPass.program.isEmpty()) {
        made.command = {sudo, QStringLiteral("-A"), QStringLiteral("--")};
        made.environment.insert(QStringLiteral("SUDO_ASKPASS"), askPass.program);
        made.environment.insert(askPass.marker, QStringLiteral("1"));
    }
    return made;
}

ElevatedFiles::ElevatedFiles(AsyncFileStore& plain, Elevation elevation, QString program, QObject* parent)
    : AsyncFileStore(parent), m_plain(plain), m_elevation(std::move(elevation)), m_program(std::move(program))
{
}

ElevatedFiles::~ElevatedFiles()
{
    for (QProcess* process : m_running.keys()) {
        process->disconnect(this);
        process->setParent(nullptr);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
}

bool ElevatedFiles::knowsAdministrator(const FilePlace& place) const
{
    return !place.isRemote() && !m_elevation.command.isEmpty() && QFileInfo(m_program).isExecutable();
}

void ElevatedFiles::end(QProcess* process, const Answer& answer)
{
    if (const AnswerDone told = m_running.take(process)) {
        told(answer);
    }
}

void ElevatedFiles::cancel()
{
    for (QProcess* process : m_running.keys()) {
        process->terminate();
        // A command that is the administrator's by now cannot be ended; it is not waited for any more.
        QTimer::singleShot(abandonMs, process, [this, process] {
            end(process, {.output = {}, .said = {}, .isAbandoned = true});
        });
    }
}

void ElevatedFiles::run(const QStringList& command, const QByteArray& input, QObject* context,
                        AnswerDone done)
{
    auto* process = new QProcess(this);
    process->setProcessEnvironment(m_elevation.environment);
    m_running.insert(process, [guard = QPointer(context), done = std::move(done)](const Answer& answer) {
        if (guard) {
            done(answer);
        }
    });
    const QString name = QFileInfo(command.first()).fileName() + QLatin1Char(':');
    connect(process, &QProcess::finished, this, [this, process, name](int code, QProcess::ExitStatus status) {
        const QString said = QString::fromLocal8Bit(process->readAllStandardError()).trimmed();
        end(process, {.exitCode = status == QProcess::NormalExit ? code : -1,
                      .output = process->readAllStandardOutput(),
                      .said = said,
                      .isOurs = said.contains(name)});
        process->deleteLater();
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end(process, {.hasStarted = false, .output = {}, .said = process->errorString()});
            process->deleteLater();
        }
    });
    process->start(m_elevation.command.first(), m_elevation.command.mid(1) + command);
    process->write(input);
    process->closeWriteChannel();
}

void ElevatedFiles::read(const FilePlace& place, Rights, QObject* context, ReadDone done)
{
    const auto asAdministrator = [this, place, context, done](const FileError& denied) {
        const auto take = [place, done](const Answer& answer) {
            if (answer.exitCode != 0) {
                done(tl::unexpected(answer.error(place.path)));
                return;
            }
            FileContent content;
            content.bytes = answer.output;
            content.fingerprint = {true, QCryptographicHash::hash(answer.output, QCryptographicHash::Sha256)};
            content.modified = QFileInfo(place.path).lastModified();
            content.isWritable = true;
            done(content);
        };
        if (knowsAdministrator(place)) {
            const QString cat = QStandardPaths::findExecutable(QStringLiteral("cat"));
            run({cat, QStringLiteral("--"), place.path}, {}, context, take);
        } else {
            done(tl::unexpected(denied));
        }
    };
    m_plain.read(place, Rights::User, context,
                 [asAdministrator, done](const tl::expected<FileContent, FileError>& content) {
                     if (!content && content.error().code == FileError::Code::NoPermission) {
                         asAdministrator(content.error());
                         return;
                     }
                     auto found = content;
                     if (found) {
                         found->isWritable = true;
                     }
                     done(found);
                 });
}

void ElevatedFiles::fingerprint(const FilePlace& place, Rights, QObject* context, LookDone done)
{
    m_plain.fingerprint(place, Rights::User, context, std::move(done));
}

void ElevatedFiles::write(const FilePlace& place, Rights, const WriteRequest& request, QObject* context,
                          WriteDone done)
{
    const QString base =
        request.base.exists ? QString::fromLatin1(request.base.hash.toHex()) : QStringLiteral("none");
    const QByteArray hash = QCryptographicHash::hash(request.bytes, QCryptographicHash::Sha256);
    const auto take = [place, hash, done = std::move(done)](const Answer& answer) {
        if (answer.exitCode != 0) {
            const bool isStale = answer.exitCode == answerIsNo && answer.isOurs;
            done(tl::unexpected(isStale ? FileError{FileError::Code::Stale, place.path, 0, {}}
                                        : answer.error(place.path)));
            return;
        }
        Written written;
        written.fingerprint = {true, hash};
        const QJsonObject report = QJsonDocument::fromJson(answer.output).object();
        written.backupPath = report[QLatin1String("backup")].toString();
        done(written);
    };
    QStringList command{m_program,
                        QStringLiteral("config"),
                        QStringLiteral("put"),
                        QStringLiteral("--json"),
                        QStringLiteral("--base"),
                        base,
                        QStringLiteral("--content"),
                        QString::fromLatin1(hash.toHex())};
    if (request.backup == Backup::None) {
        command << QStringLiteral("--no-backup");
    }
    run(command << QStringLiteral("--") << place.path, request.bytes, context, take);
}

} // namespace qtio
