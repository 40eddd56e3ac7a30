// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between ssh and a file on another host: names of all kinds, login shells, the tools there,
// what they print on their own, and sudo.
#include "tests/core/qtio/ssh_world.h"
#include "tests/support/ssh_server.h"

#include <QProcess>
#include <QStandardPaths>

using namespace qtio;
using namespace Qt::StringLiterals;
using namespace test;
using Code = FileError::Code;

class SshShellsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void oddPaths_data();
    void oddPaths();
    void loginShells_data();
    void loginShells();
    void noiseDoesNoHarm();
    void sudoIsUsedOrRefused();

private:
    test::SshServer m_server;
    std::unique_ptr<SshClient> m_client;
};

void SshShellsTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start());
    m_client = std::make_unique<SshClient>(u"ssh"_s, m_server.sshArguments());
}

void SshShellsTest::init()
{
    m_server.setLogin({});
}

void SshShellsTest::oddPaths_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"with blank.ini", "it's.ini", "\"q\".ini", "-n", "-rf x", "設定.ini", "a\\nb\\0101", "$HOME",
          "`id`", "!x", "[a]*?.ini", "line\nend", ";x &", "%s", "~", "a.20200101-000000"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void SshShellsTest::oddPaths()
{
    QFETCH(QString, name);
    World world(*m_client);
    QVERIFY(QDir(world.dir.path()).mkdir(name));
    const QString file = name + u'/' + name;
    put(world.path(file), "old");
    const auto read = world.read(file);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().systemText));
    QCOMPARE(read->bytes, QByteArray("old"));
    const auto written = world.save(file, "new");
    QVERIFY2(written, qPrintable(written ? QString() : written.error().systemText));
    QCOMPARE(contentOf(world.path(file)), QByteArray("new"));
    QCOMPARE(contentOf(written->backupPath), QByteArray("old"));
    QCOMPARE(QDir(world.path(name)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             2);
}

void SshShellsTest::loginShells_data()
{
    QTest::addColumn<QString>("shell");
    for (const char* shell : {"dash", "bash", "zsh", "ksh", "mksh", "tcsh", "fish", "busybox"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

/// As login shell, and as the `sh` of the host where it can be one. Busybox brings all its tools.
void SshShellsTest::loginShells()
{
    QFETCH(QString, shell);
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        QSKIP(qPrintable(shell + u" is not installed"_s));
    World world(*m_client);
    const QString bin = world.path(u"bin"_s);
    QVERIFY(QDir().mkdir(bin));
    QByteArray login;
    if (shell == u"busybox"_s) {
        QCOMPARE(QProcess::execute(program, {u"--install"_s, u"-s"_s, bin}), 0);
        login = "PATH=" + bin.toUtf8() + "; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n";
    } else {
        if (shell != u"tcsh"_s && shell != u"fish"_s)
            QVERIFY(QFile::link(program, bin + u"/sh"_s));
        login = "PATH=" + bin.toUtf8() + ":$PATH; exec " + shell.toUtf8() + " -c \"$SSH_ORIGINAL_COMMAND\"\n";
    }
    m_server.setLogin(login);
    const QString name = u"it's 設定!.ini"_s;
    put(world.path(name), "old");
    QCOMPARE(::chmod(QFile::encodeName(world.path(name)).constData(), 0604), 0);
    QCOMPARE(world.read(name)->bytes, QByteArray("old"));
    QVERIFY(!world.look(u"nothere"_s)->exists);
    QCOMPARE(world.read(u"nothere"_s).error().code, Code::NotFound);
    const auto written = world.save(name, "new");
    QVERIFY2(written, qPrintable(written ? QString() : written.error().systemText));
    QVERIFY(written->wasAtomic);
    QCOMPARE(contentOf(world.path(name)), QByteArray("new"));
    QCOMPARE(contentOf(written->backupPath), QByteArray("old"));
    QCOMPARE(modeOf(world.path(name)), mode_t(0604));
    QVERIFY(world.save(u"fresh"_s, "new"));
    QCOMPARE(world.save(u"no/where"_s, "new").error().code, Code::NotFound);
    QCOMPARE(world.names().size(), 4);
}

void SshShellsTest::noiseDoesNoHarm()
{
    World world(*m_client);
    put(world.path(u"f"_s), "old");
    m_server.setLogin("echo Welcome to mx1; echo spm-; printf 'no line end'; echo 'Permission denied' >&2\n"
                      "sh -c \"$SSH_ORIGINAL_COMMAND\"; echo Good bye; printf 'end\\n'\n");
    QCOMPARE(world.read(u"f"_s)->bytes, QByteArray("old"));
    QVERIFY(world.save(u"f"_s, "new"));
    QCOMPARE(contentOf(world.path(u"f"_s)), QByteArray("new"));
}

void SshShellsTest::sudoIsUsedOrRefused()
{
    World world(*m_client);
    if (QProcess::execute(u"sudo"_s, {u"-n"_s, u"true"_s}) == 0) { // a real one that this user may use
        put(world.path(u"own"_s), "old");
        QCOMPARE(world.read(u"own"_s, Rights::Administrator)->bytes, QByteArray("old"));
        QVERIFY(world.save(u"own"_s, "new", Backup::None, OwnerPolicy::Keep, Rights::Administrator));
        QCOMPARE(contentOf(world.path(u"own"_s)), QByteArray("new"));
    }
    const QString bin = world.path(u"bin"_s);
    QVERIFY(QDir().mkdir(bin));
    const auto setSudo = [&](const QByteArray& script) {
        put(bin + u"/sudo"_s, "#!/bin/sh\n" + script);
        ::chmod(QFile::encodeName(bin + u"/sudo"_s).constData(), 0755);
    };
    const QByteArray path = "PATH=" + bin.toUtf8();
    m_server.setLogin(path + ":$PATH; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    put(world.path(u"f"_s), "old");

    setSudo("test \"$1\" = -n && shift && SPM_SUDO=1 exec \"$@\"\n");
    QCOMPARE(world.read(u"f"_s, Rights::Administrator)->bytes, QByteArray("old"));
    QVERIFY(world.save(u"f"_s, "new", Backup::None, OwnerPolicy::Keep, Rights::Administrator));
    QCOMPARE(contentOf(world.path(u"f"_s)), QByteArray("new"));

    setSudo("echo 'sudo: a password is required' >&2\nexit 1\n");
    const auto refused = world.save(u"f"_s, "newer", Backup::None, OwnerPolicy::Keep, Rights::Administrator);
    QCOMPARE(refused.error().code, Code::Refused);
    QCOMPARE(refused.error().systemText, u"sudo: a password is required"_s);
    SshClient fresh(u"ssh"_s, m_server.sshArguments());
    World first(fresh); // the first words of a connection are ssh's own
    const auto refusedAtOnce = first.look(u"f"_s, Rights::Administrator);
    QCOMPARE(refusedAtOnce.error().code, Code::Refused);
    QCOMPARE(refusedAtOnce.error().systemText, u"sudo: a password is required"_s);

    QVERIFY(QFile::remove(bin + u"/sudo"_s));
    QVERIFY(QFile::link(u"/bin/sh"_s, bin + u"/sh"_s));
    m_server.setLogin(path + "; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n"); // no sudo at all
    QCOMPARE(world.read(u"f"_s, Rights::Administrator).error().code, Code::Refused);
    m_server.setLogin("echo 'This account is currently not available.' >&2; exit 1\n");
    const auto noShell = world.read(u"f"_s);
    QCOMPARE(noShell.error().code, Code::NoConnection);
    QCOMPARE(noShell.error().systemText, u"This account is currently not available."_s);
    QCOMPARE(world.read(u"f"_s, Rights::Administrator).error().code, Code::NoConnection);
    QCOMPARE(contentOf(world.path(u"f"_s)), QByteArray("new"));
}

QTEST_GUILESS_MAIN(SshShellsTest)
#include "ssh_shells_test.moc"
