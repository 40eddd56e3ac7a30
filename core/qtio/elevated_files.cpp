// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/elevated_files.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>

#include <utility>

namespace qtio {

namespace {

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
    QString said;        ///< on standard error
    bool isOurs = false; ///< the command itself said it, not pkexec or sudo

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
        if (exitCode == answerIsNo && !isRefusal()) {
            return {Code::Stale, path, 0, {}};
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
    for (QProcess* process : std::as_const(m_running)) {
        process->disconnect(this);
        process->setParent(nullptr);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
}

bool ElevatedFiles::knowsAdministrator(const FilePlace& place) const
{
    return !place.isRemote() && !m_elevation.command.isEmpty() && QFileInfo(m_program).isExecutable();
}

void ElevatedFiles::cancel()
{
    for (QProcess* process : QList(m_running)) {
        process->terminate(); // pkexec may be of another user by now; then it ends by itself
    }
}

void ElevatedFiles::run(const QStringList& command, const QByteArray& input, QObject* context,
                        AnswerDone done)
{
    auto* process = new QProcess(this);
    process->setProcessEnvironment(m_elevation.environment);
    m_running.append(process);
    const auto end = [this, process, guard = QPointer(context), done = std::move(done)](Answer answer) {
        m_running.removeOne(process);
        process->deleteLater();
        if (guard) {
            done(answer);
        }
    };
    const QString name = QFileInfo(command.first()).fileName() + QLatin1Char(':');
    connect(process, &QProcess::finished, this, [process, end, name](int code, QProcess::ExitStatus status) {
        const QString said = QString::fromLocal8Bit(process->readAllStandardError()).trimmed();
        end({.exitCode = status == QProcess::NormalExit ? code : -1,
             .output = process->readAllStandardOutput(),
             .said = said,
             .isOurs = said.contains(name)});
    });
    connect(process, &QProcess::errorOccurred, this, [process, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end({.hasStarted = false, .output = {}, .said = process->errorString()});
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
    const auto take = [place, hash = QCryptographicHash::hash(request.bytes, QCryptographicHash::Sha256),
                       done = std::move(done)](const Answer& answer) {
        if (answer.exitCode != 0) {
            done(tl::unexpected(answer.error(place.path)));
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
                        base};
    if (request.backup == Backup::None) {
        command << QStringLiteral("--no-backup");
    }
    run(command << QStringLiteral("--") << place.path, request.bytes, context, take);
}

} // namespace qtio
