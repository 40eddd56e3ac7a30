// SPDX-License-Identifier: GPL-3.0-or-later
// Saved hosts come back as they were and are production unless somebody said otherwise; ssh's config gives
// the names a person would type.
#include "core/qtio/ssh/ssh_hosts.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace qtio;
using namespace Qt::StringLiterals;

namespace QTest {

template <>
char* toString(const std::vector<SshConfigHost>& hosts)
{
    QStringList words;
    for (const auto& host : hosts)
        words << u"%1=%2@%3:%4"_s.arg(host.alias, host.user, host.hostName).arg(host.port);
    return qstrdup(qPrintable(words.join(u' ')));
}

} // namespace QTest

class SshHostsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsComeBack();
    void othersStay();
    void malformedEntriesAreIgnored();
    void configNamesHosts_data();
    void configNamesHosts();
    void includesAreFollowedOnce();
    void theUsersOwnConfig();
};

void SshHostsTest::hostsComeBack()
{
    QTemporaryDir dir;
    const std::vector<SshHost> hosts{
        {u"本番 1"_s, u"tanaka@mx1.example.co.jp:2222"_s, HostRole::Production, true,
         u"/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"_s},
        {u"staging"_s, u"stg"_s, HostRole::Staging, false, {}},
        {u"lab"_s, u"root@[2001:db8::1]:22"_s, HostRole::Test, false, u"/etc/a b.ini"_s},
    };
    {
        QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
        writeSshHosts(settings, u"remote/hosts"_s, hosts);
    }
    QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
    QVERIFY(readSshHosts(settings, u"remote/hosts"_s) == hosts);
    writeSshHosts(settings, u"remote/hosts"_s, {hosts[1]});
    QVERIFY(readSshHosts(settings, u"remote/hosts"_s) == std::vector<SshHost>{hosts[1]});
    QCOMPARE(settings.allKeys().size(), 6); // its five and the count
    writeSshHosts(settings, u"remote/hosts"_s, {});
    QVERIFY(readSshHosts(settings, u"remote/hosts"_s).empty());
    QCOMPARE(SshHost().role, HostRole::Production);
}

void SshHostsTest::othersStay()
{
    QTemporaryDir dir;
    QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
    settings.setValue(u"remote/other"_s, 1);
    writeSshHosts(settings, u"remote/hosts"_s, {{u"a"_s, u"a"_s, HostRole::Test, false, {}}});
    writeSshHosts(settings, u"remote/hosts"_s, {});
    QCOMPARE(settings.value(u"remote/other"_s).toInt(), 1);
    QVERIFY(settings.group().isEmpty());
}

void SshHostsTest::malformedEntriesAreIgnored()
{
    QTemporaryDir dir;
    QSettings settings(dir.filePath(u"s.ini"_s), QSettings::IniFormat);
    settings.beginWriteArray(u"hosts"_s);
    auto entry = [&, i = 0](const char* destination, const char* role, const char* path) mutable {
        settings.setArrayIndex(i++);
        settings.setValue(u"destination"_s, QString::fromLatin1(destination));
        settings.setValue(u"role"_s, QString::fromLatin1(role));
        settings.setValue(u"config"_s, QString::fromLatin1(path));
    };
    entry("", "test", "/a");
    entry("-oProxyCommand=x", "test", "/a");
    entry("mx1", "something", "relative/path");
    entry("mx 2", "test", "/a");
    entry("mx3", "staging", "/b");
    settings.endArray();
    const std::vector<SshHost> expected{{u"mx1"_s, u"mx1"_s, HostRole::Production, false, {}},
                                        {u"mx3"_s, u"mx3"_s, HostRole::Staging, false, u"/b"_s}};
    QVERIFY(readSshHosts(settings, u"hosts"_s) == expected);
    settings.setValue(u"hosts/size"_s, u"many"_s);
    QVERIFY(readSshHosts(settings, u"hosts"_s).empty());
    QVERIFY(readSshHosts(settings, u"nothere"_s).empty());
}

void SshHostsTest::configNamesHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<SshConfigHost>>("hosts");
    using Hosts = std::vector<SshConfigHost>;
    QTest::newRow("nothing") << QString() << Hosts{};
    QTest::newRow("a block") << u"Host mx1\n  HostName 192.0.2.9\n  User tanaka\n  Port 2222\n"_s
                             << Hosts{{u"mx1"_s, u"192.0.2.9"_s, u"tanaka"_s, 2222}};
    QTest::newRow("writings")
        << u"# Host no\r\nhost=mx1\r\n\tHOSTNAME = \"192.0.2.9\" # x\r\nuser=\"a b\"\n"_s
        << Hosts{{u"mx1"_s, u"192.0.2.9"_s, u"a b"_s, 0}};
    QTest::newRow("names and patterns")
        << u"Host mx1 \"mx2\" *.jp !mx3 mx? -x\nUser u\nHost *\nUser all\nPort 1\n"_s
        << Hosts{{u"mx1"_s, {}, u"u"_s, 0}, {u"mx2"_s, {}, u"u"_s, 0}};
    QTest::newRow("first value, first block")
        << u"Host a\nPort 1\nPort 2\nHost b a\nPort 3\n"_s << Hosts{{u"a"_s, {}, {}, 1}, {u"b"_s, {}, {}, 3}};
    QTest::newRow("match") << u"Host a\nMatch host b\nUser x\nMatch all\n"_s << Hosts{{u"a"_s, {}, {}, 0}};
    QTest::newRow("broken") << u"Host\nHost a\nPort many\nPort 99999\n\"User\n=\n= =\n"_s
                            << Hosts{{u"a"_s, {}, {}, 0}};
}

void SshHostsTest::configNamesHosts()
{
    QFETCH(QString, text);
    QFETCH(std::vector<SshConfigHost>, hosts);
    QCOMPARE(hostsOfSshConfig(text, u"/h/.ssh"_s, [](const QString&) { return QStringList(); }), hosts);
}

void SshHostsTest::includesAreFollowedOnce()
{
    QStringList asked;
    const auto reader = [&](const QString& pattern) {
        asked << pattern;
        if (pattern == u"/h/.ssh/conf.d/*"_s)
            return QStringList{u"Host one\nPort 1\n"_s, u"Include deeper\nHost two\n"_s};
        return QStringList{u"Host abs\n"_s};
    };
    const auto hosts =
        hostsOfSshConfig(u"Include conf.d/* /etc/x \"~/y z\"\nUser nobody\nHost three\nPort 3\n"
                         "Include never\nHost *\nInclude last\n"_s,
                         u"/h/.ssh"_s, reader);
    const std::vector<SshConfigHost> expected{
        {u"one"_s, {}, {}, 1}, {u"two"_s, {}, {}, 0}, {u"abs"_s, {}, {}, 0}, {u"three"_s, {}, {}, 3}};
    QCOMPARE(hosts, expected);
    QCOMPARE(asked, (QStringList{u"/h/.ssh/conf.d/*"_s, u"/etc/x"_s, QDir::homePath() + u"/y z"_s,
                                 u"/h/.ssh/last"_s}));
}

void SshHostsTest::theUsersOwnConfig()
{
    QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(home.path()));
    const auto none = hostsOfUserSshConfig();
    QDir(home.path()).mkpath(u".ssh/conf.d"_s);
    const auto put = [&](const char* name, const char* text) {
        QFile file(home.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
    };
    put(".ssh/config", "Include conf.d/*.conf\nHost own\n");
    put(".ssh/conf.d/a.conf", "Host included\n");
    put(".ssh/conf.d/b.txt", "Host other\n");
    const auto hosts = hostsOfUserSshConfig();
    qputenv("HOME", before);
    QVERIFY(none.empty());
    const std::vector<SshConfigHost> expected{{u"included"_s, {}, {}, 0}, {u"own"_s, {}, {}, 0}};
    QCOMPARE(hosts, expected);
}

QTEST_GUILESS_MAIN(SshHostsTest)
#include "ssh_hosts_test.moc"
