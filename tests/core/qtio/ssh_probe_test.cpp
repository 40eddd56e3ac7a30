// SPDX-License-Identifier: GPL-3.0-or-later
// A first look at a host tells what an administrator would look up by hand before opening config.ini there.
#include "core/qtio/ssh/ssh_probe.h"
#include "tests/support/ssh_server.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

using namespace qtio;
using namespace Qt::StringLiterals;

class SshProbeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void tellsWhereItIs();
    void findsFiles();
    void asksSudoOnlyWhenAllowed();
    void looksThroughSudo();
    void findsPostfix();
    void clocksAreCompared();
    void failuresAreToldApart();

private:
    using Probe = tl::expected<SshProbe, SshFailure>;

    Probe probe(ProbeRequest request);

    QString path(const char* name) const { return m_dir->filePath(QLatin1String(name)); }

    void put(const char* name, const QByteArray& bytes, mode_t mode);
    /// For the tools of bin/, as an ordinary user where root runs the test.
    void setLogin(const QByteArray& before = {});

    test::SshServer m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SshClient> m_client;
};

void SshProbeTest::initTestCase()
{
    if (const QString why = test::SshServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start());
}

void SshProbeTest::init()
{
    m_server.setLogin({});
    m_dir = std::make_unique<QTemporaryDir>();
    ::chmod(QFile::encodeName(m_dir->path()).constData(), 0755);
    QVERIFY(QDir(m_dir->path()).mkdir(u"bin"_s));
    m_client = std::make_unique<SshClient>(u"ssh"_s, m_server.sshArguments());
}

void SshProbeTest::cleanup()
{
    m_client.reset();
    m_dir.reset();
}

void SshProbeTest::put(const char* name, const QByteArray& bytes, mode_t mode)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path(name)).constData(), mode), 0);
}

void SshProbeTest::setLogin(const QByteArray& before)
{
    const QByteArray user =
        ::geteuid() == 0 ? QByteArray("setpriv --reuid=65534 --regid=65534 --clear-groups ") : QByteArray();
    m_server.setLogin("PATH=" + path("bin").toUtf8() + ":$PATH; " + before + "exec " + user +
                      "sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
}

SshProbeTest::Probe SshProbeTest::probe(ProbeRequest request)
{
    if (request.host.isEmpty())
        request.host = u"mx"_s;
    auto answer = std::make_shared<std::optional<Probe>>();
    probeHost(*m_client, request, this, [answer](const Probe& result) { *answer = result; });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
        return tl::unexpected(SshFailure{SshFailure::Code::Other, u"no answer"_s, {}, {}, 0});
    return **answer;
}

void SshProbeTest::tellsWhereItIs()
{
    for (int i = 0; i < 2; ++i) { // the second over the connection of the first
        const auto found = probe({});
        QVERIFY2(found, qPrintable(found ? QString() : found.error().text));
        QVERIFY(!found->user.isEmpty());
        QCOMPARE(found->address, u"127.0.0.1:%1"_s.arg(m_server.port()));
        QVERIFY(found->peer.software.startsWith(u"OpenSSH"_s));
        QCOMPARE(found->peer.keyType, u"ssh-ed25519"_s);
        QVERIFY(found->peer.hostKey.startsWith(u"SHA256:"_s));
        QVERIFY(found->roundTrip.count() > 0 && found->roundTrip < std::chrono::seconds(10));
    }
}

void SshProbeTest::findsFiles()
{
    put("own.ini", "[globals]\n", 0640);
    put("odd 設定's.ini", "x", 0604);
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder.ini"_s));
    const auto found = probe({{},
                              {path("own.ini"), path("odd 設定's.ini"), path("nothere"), path("folder.ini"),
                               path("own.ini"), u"relative.ini"_s}});
    QVERIFY(found);
    QVERIFY(found->configs.size() >= 2); // those of this computer follow
    QCOMPARE(found->configs[0].path, path("own.ini"));
    QCOMPARE(found->configs[0].mode, 0640);
    QCOMPARE(found->configs[0].size, 10);
    QCOMPARE(found->configs[0].owner, QFileInfo(path("own.ini")).owner());
    QCOMPARE(found->configs[0].group, QFileInfo(path("own.ini")).group());
    QVERIFY(found->configs[0].isReadable && found->configs[0].isWritable);
    QCOMPARE(found->configs[1].path, path("odd 設定's.ini"));
    QCOMPARE(found->configs[1].mode, 0604);
    for (const auto& file : found->configs)
        QVERIFY(file.path != path("nothere") && file.path != path("folder.ini"));
}

void SshProbeTest::asksSudoOnlyWhenAllowed()
{
    put("bin/sudo",
        "#!/bin/sh\necho asked >> '" + path("asked").toUtf8() +
            "'\necho 'sudo: a password is required' >&2\nexit 1\n",
        0755);
    put("asked", "", 0666);
    setLogin();
    const auto quiet = probe({{}, {}, false});
    QVERIFY(quiet);
    QCOMPARE(quiet->sudo, SshProbe::Sudo::NotTried);
    QCOMPARE(QFileInfo(path("asked")).size(), 0);
    const auto refused = probe({});
    QCOMPARE(refused->sudo, SshProbe::Sudo::Refused);
    QCOMPARE(refused->sudoText, u"sudo: a password is required"_s);
    QVERIFY(QFileInfo(path("asked")).size() > 0);
    if (::geteuid() == 0) {
        m_server.setLogin({});
        QCOMPARE(probe({})->sudo, SshProbe::Sudo::NotNeeded);
    }
}

void SshProbeTest::looksThroughSudo()
{
    if (::geteuid() != 0)
        QSKIP("needs root to make files of another owner");
    put("readable.ini", "x", 0644);
    put("secret.ini", "x", 0600);
    QVERIFY(QDir(m_dir->path()).mkdir(u"closed"_s));
    put("closed/hidden.ini", "x", 0640);
    ::chmod(QFile::encodeName(path("closed")).constData(), 0700);
    const ProbeRequest request{{}, {path("readable.ini"), path("secret.ini"), path("closed/hidden.ini")}};
    put("bin/sudo", "#!/bin/sh\nexit 1\n", 0755);
    setLogin();
    const auto without = probe(request);
    QVERIFY(without && without->sudo == SshProbe::Sudo::Refused);
    QCOMPARE(without->configs[0].path, path("readable.ini"));
    QVERIFY(without->configs[0].isReadable && !without->configs[0].isWritable);
    QCOMPARE(without->configs[1].path, path("secret.ini"));
    QVERIFY(!without->configs[1].isReadable && !without->configs[1].isReadableWithSudo);
    for (const auto& file : without->configs)
        QVERIFY(file.path != path("closed/hidden.ini"));

    // Root that is told to be somebody else stands for somebody whom sudo lets be root.
    put("bin/sudo", "#!/bin/sh\ntest \"$1\" = -n || exit 1\nshift\nexec \"$@\"\n", 0755);
    m_server.setLogin("PATH=" + path("bin").toUtf8() + ":$PATH; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    put("bin/id", "#!/bin/sh\nif [ \"$1\" = -u ]; then echo 1000; else exec /usr/bin/id \"$@\"; fi\n", 0755);
    const auto with = probe(request);
    QVERIFY(with && with->sudo == SshProbe::Sudo::Possible);
    QCOMPARE(with->configs[2].path, path("closed/hidden.ini"));
    QVERIFY(with->configs[2].isReadableWithSudo && with->configs[2].isWritableWithSudo);
    QCOMPARE(with->configs[2].mode, 0640);
}

void SshProbeTest::findsPostfix()
{
    QVERIFY(QDir(m_dir->path()).mkpath(u"etc/SPFPolicyd"_s));
    put("etc/SPFPolicyd/config.ini", "x", 0644);
    put("mail.log", "x", 0644);
    put("bin/postconf",
        "#!/bin/sh\ncase $2 in config_directory) echo '" + path("etc").toUtf8() +
            "';; mail_version) echo 3.7.11;; maillog_file) echo '" + path("mail.log").toUtf8() + "';; esac\n",
        0755);
    m_server.setLogin("PATH=" + path("bin").toUtf8() + ":$PATH; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    const auto found = probe({});
    QVERIFY(found);
    const ProbedPostfix expected{path("bin/postconf"), path("etc"), u"3.7.11"_s};
    QVERIFY(std::ranges::find(found->postfix, expected) != found->postfix.end());
    QVERIFY(std::ranges::find(found->configs, path("etc/SPFPolicyd/config.ini"), &ProbedFile::path) !=
            found->configs.end());
    QVERIFY(!found->logs.empty());
    QCOMPARE(found->logs[0].path, path("mail.log"));
    QVERIFY(found->logs[0].isReadable);
}

void SshProbeTest::clocksAreCompared()
{
    const auto same = probe({});
    QVERIFY2(std::abs(same->clockAhead.count()) < 3000,
             qPrintable(QString::number(same->clockAhead.count())));
    put("bin/date",
        "#!/bin/sh\ncase $1 in +%s.%N) echo \"$(($(/bin/date +%s) + 3600)).%N\";; *) "
        "TZ=Asia/Tokyo-9 exec /bin/date \"$@\";; esac\n",
        0755);
    m_server.setLogin("PATH=" + path("bin").toUtf8() +
                      ":$PATH; TZ=JST-9; export TZ; exec sh -c "
                      "\"$SSH_ORIGINAL_COMMAND\"\n");
    const auto later = probe({});
    QVERIFY(std::abs(later->clockAhead.count() - 3'600'000) < 3000);
    m_server.setLogin("TZ=JST-9; export TZ; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    const auto tokyo = probe({});
    QCOMPARE(tokyo->utcOffset.count(), 9 * 3600);
    QCOMPARE(tokyo->zone, u"JST"_s);
    m_server.setLogin("TZ=NST+3:30; export TZ; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    QCOMPARE(probe({})->utcOffset.count(), -(3 * 3600 + 1800));
}

void SshProbeTest::failuresAreToldApart()
{
    QCOMPARE(probe({u"stranger"_s, {}}).error().code, SshFailure::Code::UnknownHostKey);
    QCOMPARE(probe({u"changed"_s, {}}).error().code, SshFailure::Code::ChangedHostKey);
    QCOMPARE(probe({u"outsider"_s, {}}).error().code, SshFailure::Code::Authentication);
    QCOMPARE(probe({u"closed"_s, {}}).error().code, SshFailure::Code::NoAnswer);
    QCOMPARE(probe({u"-x"_s, {}}).error().code, SshFailure::Code::BadName);
    m_server.setLogin("echo 'This account is currently not available.'; exit 1\n");
    QCOMPARE(probe({}).error().code, SshFailure::Code::NoShell);
}

QTEST_GUILESS_MAIN(SshProbeTest)
#include "ssh_probe_test.moc"
