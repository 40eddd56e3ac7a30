// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ssh_server.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace test {

namespace {

QString program(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(
                                 name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")})
                           : found;
}

bool put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool makeKey(const QString& path)
{
    return QProcess::execute(program(QStringLiteral("ssh-keygen")),
                             {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                              QStringLiteral("-N"), QString(), QStringLiteral("-f"), path}) == 0;
}

} // namespace

QString SshServer::whyNot()
{
    for (const char* name : {"ssh", "sshd", "ssh-keygen"}) {
        if (program(QLatin1String(name)).isEmpty()) {
            return QLatin1String(name) + QStringLiteral(" is not installed");
        }
    }
    if (::geteuid() == 0 &&
        !QDir().mkpath(QStringLiteral("/run/sshd"))) { // where a server of root confines itself
        return QStringLiteral("/run/sshd cannot be made");
    }
    return {};
}

bool SshServer::makeFiles()
{
    for (const char* key : {"hostkey", "otherhostkey", "userkey", "otheruserkey"}) {
        if (!makeKey(path(QLatin1String(key)))) {
            return false;
        }
    }
    m_port = freePort();
    const QByteArray dir = QFile::encodeName(m_dir.path()) + '/';
    const QByteArray port = QByteArray::number(m_port);
    const QByteArray user = ::getpwuid(::geteuid())->pw_name;
    const QByteArray host = "    HostName 127.0.0.1\n    User " + user +
                            "\n    IdentitiesOnly yes\n    IdentityAgent none\n"
                            "    GlobalKnownHostsFile /dev/null\n";
    const auto entry = [&](const char* name, const QByteArray& at, const char* key, const char* known) {
        return "Host " + QByteArray(name) + "\n" + host + "    Port " + at + "\n    IdentityFile " + dir +
               key + "\n    UserKnownHostsFile " + dir + known + "\n";
    };
    const QByteArray known = "[127.0.0.1]:" + port + ' ';
    return put(path(QStringLiteral("known")), known + contentOf(path(QStringLiteral("hostkey.pub")))) &&
           put(path(QStringLiteral("wrong")), known + contentOf(path(QStringLiteral("otherhostkey.pub")))) &&
           put(path(QStringLiteral("none")), {}) &&
           put(path(QStringLiteral("authorized")), contentOf(path(QStringLiteral("userkey.pub")))) &&
           put(path(QStringLiteral("ssh_config")),
               entry("mx", port, "userkey", "known") + entry("stranger", port, "userkey", "none") +
                   entry("changed", port, "userkey", "wrong") +
                   entry("outsider", port, "otheruserkey", "known") +
                   entry("closed", QByteArray::number(freePort()), "userkey", "known")) &&
           put(path(QStringLiteral("sshd_config")),
               "ListenAddress 127.0.0.1\nPort " + port + "\nHostKey " + dir + "hostkey\nAuthorizedKeysFile " +
                   dir +
                   "authorized\nPidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\n"
                   "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"
                   "MaxStartups 100\nMaxSessions 100\nPrintMotd no\nBanner " +
                   dir + "banner\nSetEnv HOME=" + dir + "\nForceCommand exec sh " + dir + "login\n") &&
           put(path(QStringLiteral("banner")), "Authorised use only. Permission denied (to all others).\n");
}

void SshServer::setLogin(const QByteArray& login)
{
    put(path(QStringLiteral("login")),
        login.isEmpty() ? "exec $SHELL -c \"$SSH_ORIGINAL_COMMAND\"\n" : login);
}

bool SshServer::start(const QByteArray& login)
{
    setLogin(login);
    if (m_port == 0 && !makeFiles()) {
        return false;
    }
    m_process.setReadChannel(QProcess::StandardError);
    m_process.start(program(QStringLiteral("sshd")),
                    {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                     path(QStringLiteral("sshd_config"))});
    QByteArray log;
    while (m_process.waitForReadyRead(5000)) {
        log += m_process.readAll();
        if (log.contains("Server listening on")) {
            return true;
        }
    }
    qWarning("sshd: %s", log.constData());
    return false;
}

void SshServer::stop()
{
    // First the server, that no new session begins.
    const auto sessions = descendants();
    m_process.kill();
    for (const pid_t session : sessions) {
        ::kill(session, SIGKILL);
    }
    m_process.waitForFinished();
}

SshServer::~SshServer()
{
    if (m_process.state() != QProcess::NotRunning) {
        stop();
    }
}

QStringList SshServer::sshArguments() const
{
    return {QStringLiteral("-F"), path(QStringLiteral("ssh_config"))};
}

std::vector<pid_t> SshServer::descendants() const
{
    QHash<pid_t, std::vector<pid_t>> children;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const pid_t pid = name.toInt(&isNumber);
        const QByteArray stat = isNumber ? contentOf(QStringLiteral("/proc/%1/stat").arg(pid)) : QByteArray();
        const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // a name may hold anything
        if (fields.size() > 1) {
            children[fields[1].toInt()].push_back(pid);
        }
    }
    std::vector<pid_t> found = children.value(static_cast<pid_t>(m_process.processId()));
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto more = children.value(found[i]);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

} // namespace test
