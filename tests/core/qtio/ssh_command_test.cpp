// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a path holds and whichever login shell reads the command, the script gets what was meant; and why
// ssh failed is read from its texts.
#include "core/qtio/ssh/ssh_command.h"
#include "core/qtio/ssh/ssh_failure.h"
#include "core/qtio/ssh/ssh_scripts.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace qtio;
using namespace Qt::StringLiterals;

class SshCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destinations_data();
    void destinations();
    void scriptsTravelUnharmed();
    void everyShellHandsOn_data();
    void everyShellHandsOn();
    void administratorsGoThroughSudo();
    void failuresAreTold_data();
    void failuresAreTold();
    void changedKeysAreNamed();
    void textsAreClean();
};

void SshCommandTest::destinations_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("words"); // empty: refused
    const auto row = [](const char* host, const char* words) {
        QTest::newRow(host) << QString::fromUtf8(host) << QString::fromLatin1(words);
    };
    row("mx1", "-- mx1");
    row("tanaka@mx1.example.co.jp", "-- tanaka@mx1.example.co.jp");
    row("tanaka@mx1:2222", "-p 2222 -- tanaka@mx1");
    row("tanaka@example.jp@mx1", "-- tanaka@example.jp@mx1");
    row("192.0.2.1:22", "-p 22 -- 192.0.2.1");
    row("2001:db8::25", "-- 2001:db8::25");
    row("[2001:db8::25]", "-- 2001:db8::25");
    row("root@[2001:db8::25]:2222", "-p 2222 -- root@2001:db8::25");
    row("fe80::1%eth0", "-- fe80::1%eth0");
    row("", "");
    row("-oProxyCommand=x", "");
    row("-l@mx1", "");
    row("tanaka@-mx1", "");
    row("tanaka@", "");
    row("@mx1", "");
    row("mx 1", "");
    row("mx1\n", "");
    row("mx1;reboot", "");
    row("mx1`id`", "");
    row("$(id)@mx1", "");
    row("mx1:", "");
    row("mx1:0", "");
    row("mx1:65536", "");
    row("mx1:22x", "");
    row("[2001:db8::25", "");
    row("[2001:db8::25]22", "");
    row("[]:22", "");
}

void SshCommandTest::destinations()
{
    QFETCH(QString, host);
    QFETCH(QString, words);
    const auto destination = SshDestination::parse(host);
    QCOMPARE(destination ? destination->arguments().join(u' ') : QString(), words);
}

void SshCommandTest::scriptsTravelUnharmed()
{
    for (const QByteArray& script :
         {readScript(), lookScript(), writeScript(), probeScript(), lookAtFiles()}) {
        QVERIFY(!script.isEmpty());
        for (const char never : {'\'', '\\', '!', '\n', '\t'})
            QVERIFY2(!script.contains(never), script.constData());
        QProcess sh; // nothing but a look at the grammar
        sh.start(u"sh"_s, {u"-n"_s, u"-c"_s, QString::fromLatin1(script)});
        QVERIFY(sh.waitForFinished());
        QCOMPARE(sh.readAllStandardError(), QByteArray());
    }
}

void SshCommandTest::everyShellHandsOn_data()
{
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"sh", "dash", "bash", "zsh", "ksh", "mksh", "csh", "tcsh", "fish", "busybox"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void SshCommandTest::everyShellHandsOn()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP(qPrintable(shell + u" is not installed"_s));
    QList<QByteArray> arguments{"plain",
                                "",
                                "-n",
                                "/etc/spf/my config.ini",
                                "it's \"quoted\"",
                                "!! history !$ ^a^b",
                                "back\\slash \\n \\0101 \\",
                                "line\nend\ttab",
                                "設定/ファイル.ini",
                                "\xff\xfe not UTF-8",
                                "$HOME `id` $(id) ${x} ~ * ? [a] {a,b} <in >out |p &b ;c #d %1 =ls",
                                "~",
                                "=ls",
                                "%1"};
    QByteArray everything;
    for (int c = 1; c < 256; ++c)
        everything += static_cast<char>(c);
    arguments << everything;
    const QByteArray script = "m=$1; shift; for i in \"$@\"; do printf %b. \"$i\"; echo \"$m\"; done;";
    QProcess process;
    QStringList words{u"-c"_s, QString::fromLatin1(remoteCommand(script, "MARK", arguments, Rights::User))};
    if (shell == u"busybox"_s)
        words.prepend(u"sh"_s);
    process.start(shell, words);
    QVERIFY(process.waitForFinished());
    QByteArray expected = "MARK\n";
    for (const QByteArray& argument : arguments)
        expected += argument + ".MARK\n";
    QCOMPARE(process.readAllStandardOutput(), expected);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void SshCommandTest::administratorsGoThroughSudo()
{
    QCOMPARE(
        remoteCommand("id;", "MARK", {"a b"}, Rights::Administrator),
        QByteArray("exec sh -c 'echo \"$0\"; exec \"$@\"' MARK sudo -n sh -c 'id;' spm MARK a\\\\0040b"));
}

void SshCommandTest::failuresAreTold_data()
{
    using Code = SshFailure::Code;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char* text, Code code) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(code);
    };
    row("ssh: Could not resolve hostname mx9: Name or service not known", Code::UnknownName);
    row("ssh: connect to host mx1 port 22: Connection refused", Code::NoAnswer);
    row("ssh: connect to host mx1 port 22: Connection timed out", Code::NoAnswer);
    row("ssh: connect to host mx1 port 22: No route to host", Code::NoAnswer);
    row("ssh: connect to host mx1 port 22: Network is unreachable", Code::NoAnswer);
    row("Connection timed out during banner exchange", Code::NoAnswer);
    row("kex_exchange_identification: Connection closed by remote host", Code::NoAnswer);
    row("Timeout, server mx1 not responding.", Code::NoAnswer);
    row("tanaka@mx1: Permission denied (publickey,password).", Code::Authentication);
    row("Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures",
        Code::Authentication);
    row("No ED25519 host key is known for mx1 and you have requested strict checking.", Code::UnknownHostKey);
    row("Host key verification failed.", Code::UnknownHostKey);
    row("Unable to negotiate with 192.0.2.1 port 22: no matching host key type found.", Code::Other);
    row("", Code::Other);
}

void SshCommandTest::failuresAreTold()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QCOMPARE(static_cast<int>(sshFailureOf(text).code), code);
    QCOMPARE(sshFailureOf(text).text, text);
}

void SshCommandTest::changedKeysAreNamed()
{
    const auto failure = sshFailureOf(uR"(@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
The fingerprint for the ED25519 key sent by the remote host is
SHA256:9fT2abcdefghijklmnopqrstuvwxyz0123456789kQ7w.
Please contact your system administrator.
Offending ED25519 key in /home/tanaka/.ssh/known_hosts:12
Host key verification failed.)"_s);
    QCOMPARE(failure.code, SshFailure::Code::ChangedHostKey);
    QCOMPARE(failure.hostKey, u"SHA256:9fT2abcdefghijklmnopqrstuvwxyz0123456789kQ7w"_s);
    QCOMPARE(failure.knownHosts, u"/home/tanaka/.ssh/known_hosts"_s);
    QCOMPARE(failure.knownHostsLine, 12);
}

void SshCommandTest::textsAreClean()
{
    QCOMPARE(readableSshText("\x1b[31mred\x1b[0m \x07"
                             "bell\r\n\n  tab\there\n"),
             u"red bell\ntab here"_s);
    QCOMPARE(readableSshText("Welcome\ndebug1: Offering key\r\nus@mx1: Permission denied (publickey).\n"),
             u"us@mx1: Permission denied (publickey)."_s);
    QCOMPARE(readableSshText("error\ndebug1: compress outgoing\n"), u"error"_s);
    QCOMPARE(readableSshText("** WARNING: connection is not using a post-quantum key exchange\nerror"),
             u"error"_s);
    QCOMPARE(readableSshText(QByteArray(100'000, 'x')).size(), 2000);
}

QTEST_GUILESS_MAIN(SshCommandTest)
#include "ssh_command_test.moc"
