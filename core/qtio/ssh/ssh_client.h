// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own ssh, with its config, agent, known_hosts and jump hosts: runs scripts on hosts, all of one
// host over one connection that stays for a minute (ControlMaster). Nothing of it waits.
#pragma once

#include "core/qtio/files/async_file_store.h"
#include "core/qtio/ssh/ssh_failure.h"
#include "core/qtio/ssh/ssh_job.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace qtio {

struct SshDestination;

struct SshTask
{
    QString host; ///< as in FilePlace
    QByteArray script;
    QList<QByteArray> arguments;
    QByteArray input;
    Rights rights = Rights::User;
    qint64 largestAnswer = 1 << 20;
    bool endsWithContext = false; ///< nothing depends on it: when nobody can be told any more it is ended
};

/// Why the script did not run; nothing when it did (which says nothing about its answer).
[[nodiscard]] std::optional<SshFailure> connectionFailure(const SshOutcome& outcome);

class SshClient final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const SshOutcome&)>;

    /// `arguments` stand before all others, for instance "-F", file.
    explicit SshClient(QString program = QStringLiteral("ssh"), QStringList arguments = {},
                       QObject* parent = nullptr);
    /// Closes the connections; what still runs is ended, and nobody is told.
    ~SshClient() override;

    /// The program that asks for passwords and about host keys, and what its environment needs. Without one
    /// ssh does not ask (BatchMode).
    void setAskPass(const QString& program, const QProcessEnvironment& extra);
    void setPatience(SshJob::Patience patience);

    /// `done` is called once, later, and never after `context` is gone.
    void run(const SshTask& task, QObject* context, Done done);
    /// Ends all that runs or waits; each is told.
    void cancel();
    /// Known from the first connection on.
    [[nodiscard]] SshPeer peerOf(const QString& host) const;

private:
    struct Waiting;
    struct Host;

    void startNext(const QString& host);
    void start(const std::shared_ptr<Waiting>& task);
    void jobFinished(const std::shared_ptr<Waiting>& task, SshJob* job, const SshOutcome& outcome);
    void report(const std::shared_ptr<Waiting>& task, const SshOutcome& outcome);
    [[nodiscard]] QStringList options(bool isVerbose);
    [[nodiscard]] QString controlPath();

    QString m_program;
    QStringList m_arguments;
    QString m_askPass;
    QProcessEnvironment m_environment;
    SshJob::Patience m_patience{std::chrono::seconds(30), std::chrono::seconds(120)};
    std::unique_ptr<QTemporaryDir> m_sockets;
    QHash<QString, std::shared_ptr<Host>> m_hosts;
};

} // namespace qtio
