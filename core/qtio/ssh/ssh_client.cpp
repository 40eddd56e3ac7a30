// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_client.h"

#include "core/qtio/ssh/ssh_command.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>
#include <vector>

namespace qtio {

namespace {

/// A path of a socket has 108 bytes; ssh adds "/", 40 for %C and, for a moment, 17 more.
constexpr qsizetype longestFolder = 45;
constexpr std::chrono::milliseconds timeToClose{500};
constexpr std::chrono::minutes timeToType{5}; ///< for somebody who is asked

QByteArray newMarker()
{
    QByteArray bytes(24, '\0');
    for (char& c : bytes) {
        c = static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return "spm-" + bytes.toHex();
}

SshOutcome notRun(const QString& why)
{
    SshOutcome outcome;
    outcome.localError = why;
    return outcome;
}

} // namespace

struct SshClient::Waiting
{
    SshTask task;
    bool hasContext;
    QPointer<QObject> context;
    Done done;
};

/// While one is on its way to the host the others wait: they will use its connection.
struct SshClient::Host
{
    SshDestination destination;
    SshJob* connecting = nullptr;
    bool wasReached = false;
    SshPeer peer;
    std::vector<std::shared_ptr<Waiting>> waiting;
    std::vector<SshJob*> running;
};

std::optional<SshFailure> connectionFailure(const SshOutcome& outcome)
{
    if (outcome.reached == SshOutcome::Reached::Script) {
        return std::nullopt;
    }
    if (!outcome.isInstalled) {
        return SshFailure{SshFailure::Code::NotInstalled, outcome.localError, {}, {}, 0};
    }
    const QString said = readableSshText(outcome.standardError);
    SshFailure failure = sshFailureOf(said.isEmpty() ? outcome.localError : said);
    if (outcome.isTimeout) {
        failure.code = SshFailure::Code::NoAnswer;
    } else if (failure.code == SshFailure::Code::Other && outcome.exitCode >= 0 && outcome.exitCode != 255) {
        failure.code = SshFailure::Code::NoShell;
    }
    return failure;
}

SshClient::SshClient(QString program, QStringList arguments, QObject* parent)
    : QObject(parent),
      m_program(std::move(program)),
      m_arguments(std::move(arguments)),
      m_environment(QProcessEnvironment::systemEnvironment())
{
}

SshClient::~SshClient()
{
    std::vector<std::unique_ptr<QProcess>> closing;
    for (const auto& host : std::as_const(m_hosts)) {
        for (SshJob* job : std::exchange(host->running, {})) {
            delete job;
        }
        if (host->wasReached && m_sockets) {
            auto process = std::make_unique<QProcess>();
            process->setStandardInputFile(QProcess::nullDevice());
            process->setStandardErrorFile(QProcess::nullDevice());
            process->start(m_program, options(false) << QStringLiteral("-O") << QStringLiteral("exit")
                                                     << host->destination.arguments());
            closing.push_back(std::move(process));
        }
    }
    const QDeadlineTimer deadline(timeToClose);
    for (const auto& process : closing) {
        process->waitForFinished(static_cast<int>(deadline.remainingTime()));
        process->kill();
    }
    if (m_sockets) {
        // The sockets go away at the same time, so that one that is gone already is no failure.
        QDir folder(m_sockets->path());
        for (const QString& name : folder.entryList(QDir::System | QDir::Hidden | QDir::Files)) {
            folder.remove(name);
        }
        QDir().rmdir(folder.path());
    }
}

void SshClient::setAskPass(const QString& program, const QProcessEnvironment& extra)
{
    m_askPass = program;
    m_environment = QProcessEnvironment::systemEnvironment();
    if (program.isEmpty()) {
        return;
    }
    m_environment.insert(QStringLiteral("SSH_ASKPASS"), program);
    m_environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    if (m_environment.value(QStringLiteral("DISPLAY")).isEmpty()) {
        // Before 8.4 ssh asks only where this is set; to what, is all the same to it.
        m_environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":"));
    }
    m_environment.insert(extra);
}

void SshClient::setPatience(SshJob::Patience patience)
{
    m_patience = patience;
}

void SshClient::run(const SshTask& task, QObject* context, Done done)
{
    auto waiting = std::make_shared<Waiting>(Waiting{task, context != nullptr, context, std::move(done)});
    const auto destination = SshDestination::parse(task.host);
    if (!destination) {
        report(waiting, notRun(QStringLiteral("hostname contains invalid characters")));
        return;
    }
    auto& host = m_hosts[task.host];
    if (!host) {
        host = std::make_shared<Host>();
        host->destination = *destination;
    }
    host->waiting.push_back(std::move(waiting));
    startNext(task.host);
}

void SshClient::startNext(const QString& name)
{
    const auto host = m_hosts.value(name);
    while (host->connecting == nullptr && !host->waiting.empty()) {
        const auto task = host->waiting.front();
        host->waiting.erase(host->waiting.begin());
        if (!task->task.endsWithContext || task->context != nullptr) {
            start(task);
        }
    }
}

void SshClient::start(const std::shared_ptr<Waiting>& waiting)
{
    const SshTask& task = waiting->task;
    const auto host = m_hosts.value(task.host);
    const QByteArray marker = newMarker();
    SshJob::Patience patience = m_patience;
    if (!m_askPass.isEmpty()) {
        patience.connecting = std::max<std::chrono::milliseconds>(patience.connecting, timeToType);
    }
    auto* job = new SshJob(marker, task.input, patience, task.largestAnswer, this);
    host->running.push_back(job);
    host->connecting = job;
    connect(job, &SshJob::reachedHost, this, [this, host, job, name = task.host] {
        host->wasReached = true;
        host->connecting = host->connecting == job ? nullptr : host->connecting;
        startNext(name);
    });
    connect(job, &SshJob::finished, this,
            [this, waiting, job](const SshOutcome& outcome) { jobFinished(waiting, job, outcome); });
    if (task.endsWithContext) {
        connect(waiting->context, &QObject::destroyed, job, &SshJob::cancel);
    }
    const QByteArray command = remoteCommand(task.script, marker, task.arguments, task.rights);
    job->start(m_program,
               options(!host->wasReached) << host->destination.arguments() << QString::fromLatin1(command),
               m_environment);
}

void SshClient::jobFinished(const std::shared_ptr<Waiting>& task, SshJob* job, const SshOutcome& outcome)
{
    const auto host = m_hosts.value(task->task.host);
    std::erase(host->running, job);
    host->connecting = host->connecting == job ? nullptr : host->connecting;
    if (host->peer == SshPeer{}) { // later it might be the host that says so
        host->peer = sshPeerOf(outcome.standardError);
    }
    job->deleteLater();
    std::vector<std::shared_ptr<Waiting>> others;
    if (outcome.reached == SshOutcome::Reached::Nowhere && !outcome.wasCancelled) {
        // Where one was not let in, nobody else need be asked for a password.
        others = std::exchange(host->waiting, {});
    } else {
        startNext(task->task.host);
    }
    report(task, outcome);
    for (const auto& other : others) {
        report(other, outcome);
    }
}

void SshClient::report(const std::shared_ptr<Waiting>& task, const SshOutcome& outcome)
{
    // Later: whoever is told may end this object.
    QObject* context = task->hasContext ? task->context.data() : this;
    if (context != nullptr) {
        QMetaObject::invokeMethod(context, [task, outcome] { task->done(outcome); }, Qt::QueuedConnection);
    }
}

void SshClient::cancel()
{
    SshOutcome cancelled = notRun(QStringLiteral("cancelled"));
    cancelled.wasCancelled = true;
    for (const auto& host : std::as_const(m_hosts)) {
        for (const auto& task : std::exchange(host->waiting, {})) {
            report(task, cancelled);
        }
        for (SshJob* job : host->running) {
            job->cancel();
        }
    }
}

SshPeer SshClient::peerOf(const QString& host) const
{
    const auto known = m_hosts.value(host);
    return known ? known->peer : SshPeer{};
}

QString SshClient::controlPath()
{
    if (!m_sockets) {
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        const QString name = QStringLiteral("/spm-XXXXXX");
        for (const QString& folder : {runtime, QDir::tempPath(), QStringLiteral("/tmp")}) {
            if (folder.isEmpty() || folder.contains(QLatin1Char('"')) ||
                QFile::encodeName(folder + name).size() > longestFolder) {
                continue;
            }
            m_sockets = std::make_unique<QTemporaryDir>(folder + name); // for its owner only
            m_sockets->setAutoRemove(false);
            if (m_sockets->isValid()) {
                break;
            }
        }
    }
    // ssh replaces what follows a percent sign, and ends a value at a blank that is not quoted.
    return m_sockets && m_sockets->isValid()
               ? QLatin1Char('"') + m_sockets->path().replace(QLatin1Char('%'), QLatin1String("%%")) +
                     QStringLiteral("/%C\"")
               : QStringLiteral("none");
}

QStringList SshClient::options(bool isVerbose)
{
    QStringList words = m_arguments;
    words << QStringLiteral("-T") << QStringLiteral("-x");
    const auto add = [&words](const QString& option) { words << QStringLiteral("-o") << option; };
    add(QStringLiteral("ControlMaster=auto"));
    add(QStringLiteral("ControlPath=") + controlPath());
    add(QStringLiteral("ControlPersist=60"));
    add(QStringLiteral("ConnectTimeout=10"));
    add(QStringLiteral("ServerAliveInterval=5"));
    add(QStringLiteral("ServerAliveCountMax=3"));
    // What the user's config may say of sessions a person sits at.
    add(QStringLiteral("RemoteCommand=none"));
    add(QStringLiteral("ClearAllForwardings=yes"));
    add(QStringLiteral("PermitLocalCommand=no"));
    add(isVerbose ? QStringLiteral("LogLevel=DEBUG1") : QStringLiteral("LogLevel=ERROR"));
    if (m_askPass.isEmpty()) {
        add(QStringLiteral("BatchMode=yes"));
    }
    return words;
}

} // namespace qtio
