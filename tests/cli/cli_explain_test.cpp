// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy record explain`: the tree in words, networks with the way to them, what covers an address,
// operators, JSON.
#include "tests/cli/program.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr auto zoneText = R"($TTL 300
example.com.      TXT "v=spf1 mx include:_spf.google.com -ip4:192.0.2.66 ip4:192.0.2.0/24 ip4:192.0.2.7 a:old.example.com ptr ~all ip4:203.0.113.1"
example.com.      MX 10 mail.example.com.
mail.example.com. A 192.0.2.25
_spf.google.com.  TXT "v=spf1 ip4:198.51.100.0/24 ip6:2001:db8::/48 ~all"
plain.example.    TXT "v=spf1 exp=why.example x=y redirect=example.com"
$FAILURE down.example.com servfail
0.100.51.198.origin.asn.cymru.com. TXT "64496 | 198.51.100.0/24 | US | arin | 2000-03-30"
AS64496.asn.cymru.com.             TXT "64496 | US | arin | 2000-03-30 | EXAMPLE-NET, US"
)";

QJsonObject networkNamed(const QJsonObject& json, const QString& network)
{
    for (const QJsonValue& one : json[u"networks"_s].toArray()) {
        if (one[u"network"_s].toString() == network) {
            return one.toObject();
        }
    }
    return {};
}

} // namespace

class CliExplainTest : public QObject
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
        QTest::newRow("told") << QStringList{u"example.com"_s} << 0;
        QTest::newRow("trailing dot, capitals") << QStringList{u"Example.COM."_s} << 0;
        QTest::newRow("no record") << QStringList{u"mail.example.com"_s} << 1;
        QTest::newRow("DNS error") << QStringList{u"down.example.com"_s} << 1;
        QTest::newRow("covered") << QStringList{u"example.com"_s, u"--covers"_s, u"192.0.2.25"_s} << 0;
        QTest::newRow("covered, IPv6") << QStringList{u"example.com"_s, u"--covers"_s, u"2001:db8::1"_s} << 0;
        QTest::newRow("refused") << QStringList{u"example.com"_s, u"--covers"_s, u"192.0.2.66"_s} << 1;
        QTest::newRow("not covered") << QStringList{u"example.com"_s, u"--covers"_s, u"203.0.113.1"_s} << 1;
        QTest::newRow("no domain") << QStringList{} << 2;
        QTest::newRow("bad domain") << QStringList{u"a..b"_s} << 2;
        QTest::newRow("bad address") << QStringList{u"example.com"_s, u"--covers"_s, u"1.2"_s} << 2;
    }

    void exitStatus()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Run run = explain(arguments);
        QCOMPARE(run.exit, exit);
        QCOMPARE(run.err.isEmpty(), exit < 2);
    }

    void sentences_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto& line :
             {u"mx — the mail host: mail.example.com  [1 of 10]"_s,
              u"include:_spf.google.com — everything that record allows (2 networks, costs 1 "
              u"look-up)  [2 of 10]"_s,
              u"-ip4:192.0.2.66 — 1 address → fail, not allowed"_s, u"ip4:192.0.2.0/24 — 256 addresses"_s,
              u"ip6:2001:db8::/48 — 65,536 × /64"_s, u"~all — everyone else: no match here"_s,
              u"a:old.example.com — no address (void look-up)  [3 of 10]"_s,
              u"ptr — depends on the name of the sending host; cannot be listed  [4 of 10]"_s,
              u"~all — everyone else: softfail"_s, u"ip4:203.0.113.1 — ignored: after all"_s,
              u"5 networks · 511 IPv4 addresses · 65,536 IPv6 /64s"_s}) {
            QTest::newRow(qPrintable(line)) << line;
        }
    }

    void sentences()
    {
        QFETCH(const QString, line);
        const Run run = explain({u"example.com"_s}, u"en_US.UTF-8"_s);
        const QString out = QString::fromUtf8(run.out);
        QVERIFY2(out.contains(line), run.out);
    }

    void notesAndTheWay()
    {
        const QString out = QString::fromUtf8(explain({u"example.com"_s}).out);
        QVERIFY(out.contains(u"198.51.100.0/24  pass  example.com › _spf.google.com › ip4:198.51.100.0/24  "
                             u"(Google Workspace)\n"_s));
        QVERIFY(out.contains(u"inside 192.0.2.0/24 (example.com)"_s));
        QVERIFY(out.contains(u"except 192.0.2.66 (example.com), which decides first"_s));
    }

    void coverageIsToldInWords()
    {
        const auto told = [this](const QString& ip) {
            return QString::fromUtf8(explain({u"example.com"_s, u"--covers"_s, ip}).out)
                .section(u"\n"_s, 0, 0);
        };
        QCOMPARE(told(u"198.51.100.5"_s),
                 u"198.51.100.5 may send: ip4:198.51.100.0/24 of _spf.google.com."_s);
        QCOMPARE(told(u"192.0.2.66"_s),
                 u"192.0.2.66 may not simply send: -ip4:192.0.2.66 of example.com gives fail."_s);
        QCOMPARE(told(u"203.0.113.1"_s),
                 u"No network covers 203.0.113.1: ~all of example.com gives softfail. It cannot "
                 u"be excluded that a term decides otherwise that depends on the mail: ptr"_s);
    }

    void redirectsAndModifiers()
    {
        const QString out = QString::fromUtf8(explain({u"plain.example"_s}).out);
        QVERIFY(out.contains(u"exp=why.example — explains a fail; allows nobody"_s));
        QVERIFY(out.contains(u"x=y — unknown modifier: ignored"_s));
        QVERIFY(out.contains(
            u"redirect=example.com — if nothing matched, the record of example.com decides ("_s));
    }

    void json()
    {
        const QJsonObject json =
            explain({u"example.com"_s, u"--json"_s, u"--covers"_s, u"192.0.2.7"_s}).object();
        QCOMPARE(sortedKeys(json),
                 (QStringList{u"covers"_s, u"domain"_s, u"lookups"_s, u"networks"_s, u"record"_s, u"state"_s,
                              u"terms"_s, u"totals"_s, u"voidLookups"_s}));
        QCOMPARE(json[u"lookups"_s].toInt(), 4);
        QCOMPARE(json[u"voidLookups"_s].toInt(), 1);
        QCOMPARE(json[u"totals"_s].toObject(),
                 (QJsonObject{{u"networks"_s, 5}, {u"ipv4Addresses"_s, 511}, {u"ipv6Subnets64"_s, 65536}}));
        const QJsonObject google = networkNamed(json, u"198.51.100.0/24"_s);
        QCOMPARE(sortedKeys(google), (QStringList{u"host"_s, u"network"_s, u"notes"_s, u"path"_s,
                                                  u"provider"_s, u"qualifier"_s}));
        QCOMPARE(google[u"provider"_s].toString(), u"Google Workspace"_s);
        QCOMPARE(google[u"path"_s].toArray(),
                 (QJsonArray{u"example.com"_s, u"_spf.google.com"_s, u"ip4:198.51.100.0/24"_s}));
        QCOMPARE(networkNamed(json, u"192.0.2.66"_s)[u"qualifier"_s].toString(), u"-"_s);
        const QJsonObject note = networkNamed(json, u"192.0.2.7"_s)[u"notes"_s].toArray().at(0).toObject();
        QCOMPARE(note[u"kind"_s].toString(), u"inside"_s);
        QCOMPARE(note[u"network"_s].toString(), u"192.0.2.0/24"_s);
        QCOMPARE(json[u"covers"_s][u"result"_s].toString(), u"pass"_s);
        const QJsonObject include = json[u"terms"_s].toArray().at(1).toObject();
        QCOMPARE(include[u"record"_s][u"terms"_s].toArray().size(), 3);
        QCOMPARE(json[u"terms"_s].toArray().at(8)[u"state"_s].toString(), u"ignored"_s);
    }

    void jsonSaysTheSameInEveryLanguage()
    {
        const auto withoutSentences = [this](const QString& language) {
            QByteArrayList lines = explain({u"example.com"_s, u"--json"_s}, language).out.split('\n');
            erase_if(lines, [](const QByteArray& line) { return line.contains("\"sentence\""); });
            return lines.join('\n');
        };
        QCOMPARE(withoutSentences(u"ja_JP.UTF-8"_s), withoutSentences(u"en_US.UTF-8"_s));
    }

    void operators()
    {
        const QStringList arguments{u"example.com"_s, u"--asn"_s};
        const QString out = QString::fromUtf8(explain(arguments).out);
        QVERIFY(out.contains(u"(Google Workspace; AS64496 EXAMPLE-NET, US)"_s));
        QVERIFY(out.contains(u"No operator is known for"_s));
        const QJsonObject json = explain(arguments + QStringList{u"--json"_s}).object();
        QCOMPARE(networkNamed(json, u"198.51.100.0/24"_s)[u"asn"_s].toInt(), 64496);
        QVERIFY(networkNamed(json, u"192.0.2.7"_s)[u"asn"_s].isNull());
    }

    void draftsAreExplained()
    {
        const Run run =
            explain({u"new.example"_s, u"--record"_s, u"new.example=v=spf1 ip4:192.0.2.1 -all"_s});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.contains("1 IPv4 address"));
    }

    void brokenTreesSayWhy_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("said");
        QTest::newRow("loop") << u"include:x.example"_s
                              << u"loop: x.example is already on the way here: permerror"_s;
        QTest::newRow("missing child")
            << u"include:none.example"_s << u"none.example publishes no SPF record: permerror"_s;
        QTest::newRow("redirect with all")
            << u"redirect=example.com -all"_s << u"ignored: the record has an all mechanism"_s;
        QTest::newRow("errors") << u"ipv4:1.2.3.4"_s << u"the record of x.example has errors: permerror"_s;
        QTest::newRow("failure") << u"a:down.example.com"_s
                                 << u"DNS gave no usable answer for down.example.com: temperror"_s;
        QTest::newRow("name") << u"a:x..y"_s << u"is no usable name: never matches"_s;
        QTest::newRow("macro") << u"exists:%{i}.x.example"_s << u"depends on the mail; cannot be listed"_s;
        QTest::newRow("everyone") << u"+all"_s << u"everyone may send: pass"_s;
        QTest::newRow("refused include") << u"?include:_spf.google.com"_s << u" → neutral, not allowed"_s;
    }

    void brokenTreesSayWhy()
    {
        QFETCH(QString, record);
        QFETCH(QString, said);
        const Run run = explain({u"x.example"_s, u"--record"_s, u"x.example=v=spf1 "_s + record});
        QVERIFY2(QString::fromUtf8(run.out).contains(said), run.out);
    }

private:
    [[nodiscard]] QString zone() const { return m_dir.filePath(u"example.zone"_s); }

    [[nodiscard]] Run explain(const QStringList& arguments, const QString& language = {}) const
    {
        return spfpolicy(QStringList{u"record"_s, u"explain"_s, u"--zone"_s, zone()} + arguments, {},
                         language);
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CliExplainTest)
#include "cli_explain_test.moc"
