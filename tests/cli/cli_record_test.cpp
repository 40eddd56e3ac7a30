// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy record lint`: texts and zones, exit status, JSON, carets under what is meant.
#include "tests/cli/program.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr auto zoneText = R"($ORIGIN example.com.
$TTL 3600
@      IN TXT "v=spf1 include:_spf.example.com -all"
@      IN MX 10 mx
_spf   IN TXT "v=spf1 ip4:192.0.2.0/24 -all"
mx     IN A 192.0.2.1
broken IN TXT "v=spf1 include:missing.example.com ~all"
$FAILURE down servfail
)";

QStringList idsOf(const Run& run)
{
    QStringList ids;
    for (const QJsonValue& finding : run.array()) {
        ids.append(finding[u"id"_s].toString());
    }
    return ids;
}

} // namespace

class CliRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        writeFile(zone(), zoneText);
    }

    void exitStatus_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        const QStringList inZone{u"--zone"_s, zone()};
        QTest::newRow("nothing to say") << QStringList{u"--text"_s, u"v=spf1 mx -all"_s} << 0;
        QTest::newRow("warning") << QStringList{u"--text"_s, u"v=spf1 mx ?all"_s} << 0;
        QTest::newRow("error") << QStringList{u"--text"_s, u"v=spf1 ipv4:192.0.2.1 -all"_s} << 1;
        QTest::newRow("domain") << QStringList{u"example.com"_s} + inZone << 0;
        QTest::newRow("no record") << QStringList{u"mx.example.com"_s} + inZone << 1;
        QTest::newRow("DNS error") << QStringList{u"down.example.com"_s} + inZone << 1;
        QTest::newRow("no domain") << QStringList{} << 2;
        QTest::newRow("both") << QStringList{u"example.com"_s, u"--text"_s, u"v=spf1"_s} << 2;
        QTest::newRow("text asks nobody") << QStringList{u"--text"_s, u"v=spf1"_s} + inZone << 2;
        QTest::newRow("bad address") << QStringList{u"example.com"_s, u"--server-ip"_s, u"1.2"_s} + inZone
                                     << 2;
        QTest::newRow("no zone") << QStringList{u"example.com"_s, u"--zone"_s, u"/nowhere"_s} << 3;
    }

    void exitStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Run run = spfpolicy(QStringList{u"record"_s, u"lint"_s} + arguments);
        QCOMPARE(run.exit, exit);
        QCOMPARE(run.err.isEmpty(), exit < 2);
    }

    void json()
    {
        const Run run =
            spfpolicy({u"record"_s, u"lint"_s, u"--json"_s, u"--text"_s, u"v=spf1 ipv4:192.0.2.1 -all"_s});
        QCOMPARE(idsOf(run), QStringList{u"SPF-004"_s});
        const QJsonObject finding = run.array().at(0).toObject();
        QCOMPARE(sortedKeys(finding),
                 (QStringList{u"args"_s, u"chain"_s, u"domain"_s, u"evidence"_s, u"fixes"_s, u"id"_s,
                              u"message"_s, u"severity"_s, u"span"_s}));
        QCOMPARE(finding[u"severity"_s].toString(), u"error"_s);
        QCOMPARE(finding[u"message"_s].toString(), u"Unknown mechanism \"ipv4\" (did you mean \"ip4\"?)"_s);
        QCOMPARE(finding[u"span"_s].toArray(), (QJsonArray{7, 14}));
        QVERIFY(finding[u"domain"_s].isNull());
        const QJsonObject fix = finding[u"fixes"_s].toArray().at(0).toObject();
        QCOMPARE(fix[u"title"_s].toString(), u"Replace \"ipv4\" by \"ip4\""_s);
        const QJsonObject edit = fix[u"edits"_s].toArray().at(0).toObject();
        QCOMPARE(edit, (QJsonObject{{u"start"_s, 7}, {u"length"_s, 4}, {u"text"_s, u"ip4"_s}}));
    }

    void publishedRecord()
    {
        const Run run = lint({u"broken.example.com"_s, u"--json"_s});
        QVERIFY(idsOf(run).contains(u"SPF-015"_s));
        for (const QJsonValue& finding : run.array()) {
            if (finding[u"id"_s].toString() != "SPF-015"_L1) {
                continue;
            }
            QCOMPARE(finding[u"domain"_s].toString(), u"broken.example.com"_s);
            QCOMPARE(finding[u"args"_s].toArray(), QJsonArray{u"missing.example.com"_s});
            const QJsonObject evidence = finding[u"evidence"_s].toArray().at(0).toObject();
            QCOMPARE(evidence[u"rcode"_s].toString(), u"NXDOMAIN"_s);
            QCOMPARE(evidence[u"type"_s].toString(), u"TXT"_s);
        }
    }

    void ownServers()
    {
        const QStringList found =
            idsOf(lint({u"example.com"_s, u"--json"_s, u"--helo"_s, u"mx.example.com"_s, u"--server-ip"_s,
                        u"203.0.113.1"_s, u"--server-ip"_s, u"2001:db8::1"_s}));
        for (const QString& id : {u"SPF-057"_s, u"SPF-058"_s, u"SPF-059"_s}) {
            QVERIFY2(found.contains(id), qPrintable(id));
        }
        QVERIFY(!idsOf(lint({u"example.com"_s, u"--json"_s, u"--server-ip"_s, u"192.0.2.1"_s}))
                     .contains(u"SPF-058"_s));
    }

    void staleFlattening_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("as it is")
            << QStringList{u"flat.example.com=192.0.2.0/25,192.0.2.128/25,2001:db8::1"_s} << false;
        QTest::newRow("in two options")
            << QStringList{u"flat.example.com=192.0.2.0/24"_s, u"FLAT.example.com=2001:db8::1"_s} << false;
        QTest::newRow("a network was added since") << QStringList{u"flat.example.com=192.0.2.0/24"_s} << true;
        QTest::newRow("one of two") << QStringList{u"flat.example.com=192.0.2.0/24,2001:db8::1"_s,
                                                   u"example.com=192.0.2.77"_s}
                                    << true;
    }

    void staleFlattening()
    {
        QFETCH(QStringList, values);
        QFETCH(bool, isStale);
        QStringList arguments{u"example.com"_s, u"--json"_s, u"--record"_s,
                              u"flat.example.com=v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::1 -all"_s};
        for (const QString& value : values) {
            arguments << u"--flattened"_s << value;
        }
        QCOMPARE(idsOf(lint(arguments)).contains(u"SPF-062"_s), isStale);
    }

    void badFlattening_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("no networks") << u"flat.example.com"_s << QByteArray("DOMAIN=NETWORK,NETWORK");
        QTest::newRow("no domain") << u"=192.0.2.1"_s << QByteArray("DOMAIN=NETWORK,NETWORK");
        QTest::newRow("not a domain") << u"a..b=192.0.2.1"_s << QByteArray("DOMAIN=NETWORK,NETWORK");
        QTest::newRow("nothing") << u"a.example="_s << QByteArray("character 11: \"\" is not a network");
        QTest::newRow("second") << u"a.example=192.0.2.1,192.0.2/24,::1"_s
                                << QByteArray("character 21: \"192.0.2/24\" is not a network");
    }

    void badFlattening()
    {
        QFETCH(QString, value);
        QFETCH(QByteArray, place);
        const Run run = lint({u"example.com"_s, u"--flattened"_s, value});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains(place), run.err.constData());
    }

    void caretsStandUnderThePiece()
    {
        const Run run = spfpolicy({u"record"_s, u"lint"_s, u"--text"_s, u"v=spf1 ptr -all"_s});
        QVERIFY(run.out.contains("\n    v=spf1 ptr -all\n           ^^^\n"));
    }

    void wordsFollowTheLanguage()
    {
        const Run run =
            spfpolicy({u"record"_s, u"lint"_s, u"--text"_s, u"v=spf1 ptr -all"_s}, {}, u"ja_JP.UTF-8"_s);
        QVERIFY(QString::fromUtf8(run.out).contains(u"SPF-027: ptr は非推奨で低速です"_s));
    }

private:
    [[nodiscard]] QString zone() const { return m_dir.filePath(u"example.zone"_s); }

    [[nodiscard]] Run lint(const QStringList& arguments) const
    {
        return spfpolicy(QStringList{u"record"_s, u"lint"_s, u"--zone"_s, zone()} + arguments);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CliRecordTest)
#include "cli_record_test.moc"
