// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain: networks with their relations, exact counts, what becomes of one address, whose
// service a record is, who operates a network.
#include "core/dns/zone_file.h"
#include "core/spf/coverage.h"
#include "core/spf/evaluation.h"
#include "core/spf/network_origin.h"
#include "core/spf/providers.h"
#include "core/spf/sender_networks.h"

#include <QTest>

using namespace spf;

namespace {

dns::Zone zoneOf(const QByteArray& text)
{
    return dns::readZoneFile(text.toStdString()).zone;
}

Outline outlined(const dns::Zone& zone)
{
    Outline outline("e.com");
    while (const dns::Question* question = outline.question()) {
        outline.answer(zone.lookup(*question));
    }
    return outline;
}

QByteArray policy(const QByteArray& record, const QByteArray& more = {})
{
    return "e.com. TXT \"v=spf1 " + record + "\"\n" + more;
}

SenderNetworks senders(const QByteArray& zone)
{
    return senderNetworks(outlined(zoneOf(zone)).root());
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// "192.0.2.0/24, -192.0.2.66[overruled 0]"
QByteArray listed(const SenderNetworks& senders)
{
    QByteArrayList list;
    for (const SenderNetwork& one : senders.networks) {
        QByteArray text =
            one.qualifier == Qualifier::Pass ? QByteArray() : QByteArray(1, sign(one.qualifier));
        text += QByteArray::fromStdString(one.network.network.toString());
        for (const SenderNote& note : one.notes) {
            text += '[' + bytes(word(note.kind)) + ' ' + QByteArray::number(qulonglong(note.other)) + ']';
        }
        list.append(text +
                    (one.goesOnAt ? ">" + QByteArray::number(qulonglong(*one.goesOnAt)) : QByteArray()));
    }
    return list.join(", ");
}

Result evaluated(const dns::Zone& zone, const net::IpAddress& client)
{
    Evaluation evaluation({client, "e.com", "a@e.com", "e.com", "mx", 0}, Options{});
    while (const dns::Question* question = evaluation.question()) {
        evaluation.answer(zone.lookup(*question));
    }
    return evaluation.report().result;
}

constexpr auto includes = "i.com. TXT \"v=spf1 -ip4:192.0.2.66 ip4:192.0.2.0/24 include:j.com ?all\"\n"
                          "j.com. TXT \"v=spf1 ip6:2001:db8:45::/48 -all\"\n"
                          "any.com. TXT \"v=spf1 +all\"\n";

} // namespace

class SenderNetworksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void ignoredTermsAreNeitherAskedNorCounted()
    {
        const Outline outline = outlined(
            zoneOf(policy("redirect=void.com exp=x.com ip4:192.0.2.1 -all a:void.com include:e.com mx")));
        const OutlineRecord& root = outline.root();
        QCOMPARE(root.lookups, 0);
        QCOMPARE(outline.voidLookups(), 0);
        QCOMPARE(root.evaluationOrder(), (std::vector<std::size_t>{1, 2, 3}));
        for (const std::size_t ignored : {0U, 4U, 5U, 6U}) {
            QCOMPARE(root.terms.at(ignored).state, OutlineState::Ignored);
        }
        QCOMPARE(root.terms.at(0).name, std::string("redirect"));
    }

    void voidLookupsAreToldPerTerm()
    {
        const Outline outline =
            outlined(zoneOf(policy("a:void.com include:i.com", "i.com. TXT \"v=spf1 mx\"\n")));
        QCOMPARE(outline.root().terms.at(0).voidLookups, 1);
        QCOMPARE(outline.root().terms.at(1).voidLookups, 1);
        QCOMPARE(outline.voidLookups(), 2);
    }

    void relations_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("list");
        const auto row = [](const char* title, const char* record, const char* list) {
            QTest::newRow(title) << policy(record, includes) << QByteArray(list);
        };
        row("apart", "ip4:192.0.2.1 ip4:192.0.2.3", "192.0.2.1, 192.0.2.3");
        row("duplicate", "ip4:192.0.2.1 ip4:192.0.2.1/32", "192.0.2.1, 192.0.2.1[duplicate 0]");
        row("inside earlier", "ip4:192.0.2.0/24 ip4:192.0.2.1", "192.0.2.0/24, 192.0.2.1[inside 0]");
        row("inside later", "ip4:192.0.2.1 ip4:192.0.2.0/24", "192.0.2.1[inside 1], 192.0.2.0/24");
        row("overruled", "ip4:192.0.2.0/24 -ip4:192.0.2.1", "192.0.2.0/24, -192.0.2.1[overruled 0]");
        row("except", "-ip4:192.0.2.1 ip4:192.0.2.0/24", "-192.0.2.1, 192.0.2.0/24[except 0]");
        row("same, other qualifier", "?ip4:192.0.2.1 ip4:192.0.2.1", "?192.0.2.1, 192.0.2.1[overruled 0]");
        row("duplicate inside", "ip4:192.0.2.0/24 ip4:192.0.2.1 ip4:192.0.2.1",
            "192.0.2.0/24, 192.0.2.1[inside 0], 192.0.2.1[duplicate 1]");
        row("families apart", "ip4:0.0.0.0/0 ip6:2001:db8::/32", "0.0.0.0/0, 2001:db8::/32");
        row("include passes on", "include:j.com", "2001:db8:45::/48");
        row("include refuses", "-include:j.com", "-2001:db8:45::/48");
        row("refused inside", "include:i.com", "-192.0.2.66>3, 192.0.2.0/24[except 0], 2001:db8:45::/48");
        row("refused inside, allowed behind", "include:i.com ip4:192.0.2.66",
            "-192.0.2.66>3, 192.0.2.0/24[except 0], 2001:db8:45::/48, 192.0.2.66[inside 1]");
        row("redirect", "redirect=i.com", "-192.0.2.66, 192.0.2.0/24[except 0], 2001:db8:45::/48");
        row("redirect comes last", "redirect=j.com ip4:192.0.2.1", "192.0.2.1, 2001:db8:45::/48");
        row("everyone", "include:any.com ip4:192.0.2.1", "0.0.0.0/0, ::/0, 192.0.2.1[inside 0]");
        row("others are no network", "ip4:192.0.2.1 ~all", "192.0.2.1");
        row("behind all", "-all ip4:192.0.2.1", "");
    }

    void relations()
    {
        QFETCH(QByteArray, zone);
        QTEST(listed(senders(zone)), "list");
    }

    void counts_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("networks");
        QTest::addColumn<quint64>("v4");
        QTest::addColumn<quint64>("v6");
        const auto row = [](const char* title, const char* record, int networks, quint64 v4, quint64 v6) {
            QTest::newRow(title) << policy(record, includes) << networks << v4 << v6;
        };
        row("none", "-all", 0, 0, 0);
        row("once", "ip4:192.0.2.0/24 ip4:192.0.2.0/25 ip4:192.0.2.7 ip4:192.0.2.7", 4, 256, 0);
        row("host bits", "ip4:192.0.2.77/24 ip4:192.0.2.0/24", 2, 256, 0);
        row("refused before", "-ip4:192.0.2.66 ip4:192.0.2.0/24", 1, 255, 0);
        row("refused too late", "ip4:192.0.2.0/24 -ip4:192.0.2.66", 1, 256, 0);
        row("allowed in the refused", "ip4:192.0.2.1 -ip4:192.0.2.0/28 ip4:192.0.2.0/24", 2, 241, 0);
        row("all refused", "-ip4:192.0.2.0/25 -ip4:192.0.2.128/25 ip4:192.0.2.0/24", 1, 0, 0);
        row("include", "include:i.com", 2, 255, 65536);
        row("include, allowed behind", "include:i.com ip4:192.0.2.66", 3, 256, 65536);
        row("subnets", "ip6:2001:db8::1 ip6:2001:db8::2 ip6:2001:db8:0:1::/64", 3, 0, 2);
        row("part of a subnet refused", "-ip6:2001:db8::1 ip6:2001:db8::/63", 1, 0, 2);
        row("everyone", "+all", 2, 4294967296, UINT64_MAX);
        row("half of all", "ip6:8000::/1", 1, 0, quint64(1) << 63);
    }

    void counts()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, networks);
        QFETCH(quint64, v4);
        QFETCH(quint64, v6);
        QCOMPARE(senders(zone).totals, (SenderTotals{static_cast<std::size_t>(networks), v4, v6}));
    }

    void networksKnowTheirTerm()
    {
        const SenderNetworks all =
            senders(policy("mx redirect=i.com", "e.com. MX 1 m.e.com.\nm.e.com. A 192.0.2.1\n") + includes);
        QCOMPARE(all.networks.at(0).network.host, std::string("m.e.com"));
        QCOMPARE(all.networks.at(0).path, (std::vector<std::string>{"e.com", "mx"}));
        QCOMPARE(all.networks.at(3).place, (std::vector<std::size_t>{1, 2, 0}));
        QCOMPARE(all.networks.at(3).path.back(), std::string("ip6:2001:db8:45::/48"));
    }

    void hugeRecordsAreCut()
    {
        QByteArray record;
        for (int i = 0; i < 300; ++i) {
            record += "ip4:10.0." + QByteArray::number(i / 250) + '.' + QByteArray::number(i % 250) + ' ';
        }
        const Outline outline = outlined(zoneOf(policy(record)));
        QVERIFY(!senderNetworks(outline.root()).isCut);
        const SenderNetworks cut = senderNetworks(outline.root(), 100);
        QVERIFY(cut.isCut);
        QCOMPARE(cut.totals.ipv4Addresses, 100U);
    }

    void coverageAgreesWithTheEvaluation_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isOpen");
        const auto row = [](const char* title, const char* record, const char* path, bool isOpen = false,
                            const char* more = "") {
            QTest::newRow(title) << policy(record, QByteArray(includes) + more) << QByteArray(path) << isOpen;
        };
        // for 192.0.2.66
        row("network", "ip4:192.0.2.0/24 -all", "e.com ip4:192.0.2.0/24");
        row("first wins", "-ip4:192.0.2.66 ip4:192.0.2.0/24", "e.com -ip4:192.0.2.66");
        row("others", "ip4:192.0.2.1 ~all", "e.com ~all");
        row("nothing", "ip4:192.0.2.1", "e.com");
        row("refused inside", "include:i.com ~all", "e.com ~all");
        row("allowed behind", "include:i.com ?ip4:192.0.2.64/26", "e.com ?ip4:192.0.2.64/26");
        row("included", "include:k.com", "e.com k.com ip4:192.0.2.0/25", false,
            "k.com. TXT \"v=spf1 ip4:192.0.2.0/25\"\n");
        row("included, refused", "-include:any.com ip4:192.0.2.66", "e.com any.com +all");
        row("redirect", "redirect=i.com", "e.com i.com -ip4:192.0.2.66");
        row("redirect nowhere", "redirect=void.com", "e.com void.com");
        row("include nowhere", "include:void.com ip4:192.0.2.66", "e.com void.com");
        row("error behind the match", "ip4:192.0.2.66 include:void.com", "e.com ip4:192.0.2.66");
        row("syntax", "ip4:192.0.2.66 moo", "e.com moo");
        row("failure", "a:down.com ip4:192.0.2.66", "e.com a:down.com", false,
            "$FAILURE down.com. servfail\n");
        row("several", "include:two.com", "e.com two.com", false,
            "two.com. TXT v=spf1\ntwo.com. TXT v=spf1\n");
        row("terms", "include:l.com include:l.com include:l.com include:l.com ip4:192.0.2.66",
            "e.com l.com include:any2.com", false,
            "l.com. TXT \"v=spf1 include:any2.com include:any2.com\"\nany2.com. TXT \"v=spf1 -all\"\n");
        row("voids", "a:v1.com a:v2.com a:v3.com ip4:192.0.2.66", "e.com a:v3.com");
        row("exists", "exists:%{l}.e.com ip4:192.0.2.66", "e.com ip4:192.0.2.66", true);
        row("ptr", "ip4:192.0.2.66 ptr", "e.com ip4:192.0.2.66");
        row("absent hosts before the one", "mx:mxv.com -all", "e.com mx:mxv.com", false,
            "mxv.com. MX 1 n1.com.\nmxv.com. MX 2 n2.com.\nmxv.com. MX 3 n3.com.\n"
            "mxv.com. MX 4 y.com.\ny.com. A 192.0.2.66\n");
        row("the other family fails", "a:half.com -all", "e.com a:half.com", false,
            "half.com. A 192.0.2.66\n$FAILURE half.com. timeout\n");
        row("hosts of the other family", "a:s1.com a:s2.com a:s3.com ip4:192.0.2.66", "e.com a:s3.com", false,
            "s1.com. AAAA 2001:db8::1\ns2.com. AAAA 2001:db8::1\ns3.com. AAAA 2001:db8::1\n");
    }

    void coverageAgreesWithTheEvaluation()
    {
        QFETCH(QByteArray, zone);
        QFETCH(bool, isOpen);
        const dns::Zone answers = zoneOf(zone);
        const auto client = *net::IpAddress::parse("192.0.2.66");
        const Outline outline = outlined(answers);
        const Coverage found = coverage(outline.root(), outline.answers(), client);
        QByteArrayList path;
        for (const std::string& step : found.path) {
            path.append(QByteArray::fromStdString(step));
        }
        QTEST(path.join(' '), "path");
        QCOMPARE(found.open.empty(), !isOpen);
        const bool isError = found.result == Result::PermError || found.result == Result::TempError;
        QCOMPARE(found.network.has_value(), !isError && path.size() > 1 && !path.last().endsWith("all"));
        QCOMPARE(found.result, evaluated(answers, client));
        const auto mapped = *net::IpAddress::parse("::ffff:192.0.2.66");
        QCOMPARE(coverage(outline.root(), outline.answers(), mapped).result, found.result);
    }

    void providers_data()
    {
        QTest::addColumn<QByteArray>("domain");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("google") << QByteArray("_SPF.google.com") << QByteArray("Google Workspace");
        QTest::newRow("below") << QByteArray("u1.wl.sendgrid.net") << QByteArray("Twilio SendGrid");
        QTest::newRow("trend micro") << QByteArray("spf.tmems-jp.trendmicro.com")
                                     << QByteArray("Trend Micro Email Security");
        QTest::newRow("similar") << QByteArray("notsendgrid.net") << QByteArray();
        QTest::newRow("owner's own mail") << QByteArray("google.com") << QByteArray();
        QTest::newRow("unknown") << QByteArray("_spf.example.com") << QByteArray();
    }

    void providers()
    {
        QFETCH(QByteArray, domain);
        QTEST(bytes(providerOf(domain.toStdString())), "name");
    }

    void originQuestions()
    {
        QCOMPARE(originQuestion(*net::IpAddress::parse("216.90.108.31")).name,
                 std::string("31.108.90.216.origin.asn.cymru.com"));
        QCOMPARE(originQuestion(*net::IpAddress::parse("2001:4860:b002::68")).name,
                 std::string("8.6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.b.0.6.8.4.1.0.0.2."
                             "origin6.asn.cymru.com"));
        QCOMPARE(operatorQuestion(15169).name, std::string("AS15169.asn.cymru.com"));
    }

    void originsAreReadTolerantly_data()
    {
        QTest::addColumn<QByteArray>("texts"); // TXT records of x.com
        QTest::addColumn<quint32>("number");   // 0: none
        QTest::addColumn<QByteArray>("announced");
        const auto row = [](const char* title, const char* texts, quint32 number, const char* announced) {
            QTest::newRow(title) << QByteArray(texts) << number << QByteArray(announced);
        };
        row("usual", "x.com. TXT \"3561 | 216.88.0.0/14 | US | arin | 1998-09-25\"\n", 3561, "216.88.0.0/14");
        row("narrowest",
            "x.com. TXT \"1|192.0.0.0/8|\"\nx.com. TXT \"2|192.0.2.0/24|\"\nx.com. TXT \"3|192.0.0.0/16|\"\n",
            2, "192.0.2.0/24");
        row("several systems", "x.com. TXT \"23028 1234 | 192.0.2.0/24 | US\"\n", 23028, "192.0.2.0/24");
        row("no network", "x.com. TXT \"23028\"\n", 23028, "");
        row("not announced", "x.com. TXT \"NA | NA | US\"\n", 0, "");
        row("too large", "x.com. TXT \"99999999999 | 192.0.2.0/24\"\n", 0, "");
        row("empty", "x.com. TXT \"\"\n", 0, "");
        row("no answer", "", 0, "");
    }

    void originsAreReadTolerantly()
    {
        QFETCH(QByteArray, texts);
        QFETCH(quint32, number);
        QFETCH(QByteArray, announced);
        const auto origin = readOrigin(zoneOf(texts).lookup({"x.com", dns::RecordType::TXT}));
        QCOMPARE(origin ? origin->asNumber : 0U, number);
        const auto network = origin ? origin->announced : std::nullopt;
        QCOMPARE(network ? QByteArray::fromStdString(network->toString()) : QByteArray(), announced);
    }

    void operatorsAreReadTolerantly()
    {
        const auto read = [](const QByteArray& text) {
            return readOperator(
                zoneOf("x.com. TXT \"" + text + "\"\n").lookup({"x.com", dns::RecordType::TXT}));
        };
        QCOMPARE(read("15169 | US | arin | 2000-03-30 | GOOGLE, US"), std::string("GOOGLE, US"));
        QCOMPARE(read("15169 | US | arin"), std::string());
        QCOMPARE(read("15169 | US | arin | 2000-03-30 | "), std::string());
        QCOMPARE(readOperator({}), std::string());
    }
};

QTEST_APPLESS_MAIN(SenderNetworksTest)
#include "sender_networks_test.moc"
