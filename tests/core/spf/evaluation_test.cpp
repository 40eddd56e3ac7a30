// SPDX-License-Identifier: GPL-3.0-or-later
// check_host() against the text of RFC 7208: sections 3 to 7 and the examples of appendix A, as tables of a
// zone, a client and the result.
#include "core/dns/zone_file.h"
#include "core/spf/evaluate.h"
#include "core/spf/record_cache.h"

#include <QTest>

using spf::ProblemCode;
using spf::Report;

namespace {

dns::Zone zoneOf(const QByteArray& text)
{
    auto file = dns::readZoneFile(text.toStdString());
    if (!file.problems.empty()) {
        qFatal("test zone, line %zu", file.problems[0].line);
    }
    return std::move(file.zone);
}

spf::Check check(const QByteArray& client, const QByteArray& sender,
                 const QByteArray& helo = "mail.example.net")
{
    spf::Check check;
    check.client = net::IpAddress::parse(client.toStdString()).value();
    check.sender = sender.toStdString();
    check.domain = check.sender.substr(check.sender.rfind('@') + 1);
    check.helo = helo.toStdString();
    return check;
}

Report evaluate(const dns::Zone& zone, const spf::Check& check, const spf::Options& options = {})
{
    return spf::evaluate(check, options,
                         [&zone](const dns::Question& question) { return zone.lookup(question); });
}

QByteArray word(const Report& report)
{
    return QByteArray::fromStdString(std::string(spf::word(report.result)));
}

/// RFC 7208 appendix A; the policy of example.com is put in front.
const QByteArray appendixA = R"(
$ORIGIN example.com.
@       MX 10 mail-a
        MX 20 mail-b
        A 192.0.2.10
        A 192.0.2.11
amy     A 192.0.2.65
bob     A 192.0.2.66
mail-a  A 192.0.2.129
mail-b  A 192.0.2.130
www     CNAME example.com.
mobile-users._spf TXT "v=spf1 exists:%{l1r+}.%{d}"
mary.mobile-users._spf A 127.0.0.2
remote-users._spf TXT "v=spf1 exists:%{ir}.%{l1r+}.%{d}"
15.15.168.192.joel.remote-users._spf A 127.0.0.2
ip4._spf TXT "v=spf1 -ip4:192.0.2.0/24 +all"
ptr._spf TXT "v=spf1 -ptr:example.com +all"
$ORIGIN example.org.
@       MX 10 mail-c
        TXT "v=spf1 include:example.com include:example.net -all"
la      TXT "v=spf1 redirect=example.org"
mail-c  A 192.0.2.140
$ORIGIN example.net.
@       TXT "v=spf1 ip4:203.0.113.7 -all"
$ORIGIN 2.0.192.in-addr.arpa.
10      PTR example.com.
11      PTR example.com.
65      PTR amy.example.com.
66      PTR bob.example.com.
129     PTR mail-a.example.com.
130     PTR mail-b.example.com.
140     PTR mail-c.example.org.
$ORIGIN 0.0.10.in-addr.arpa.
4       PTR bob.example.com.
)";

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void examplesOfAppendixA_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* policy, const char* client, const char* result) {
            QTest::addRow("%s %s", policy, client)
                << QByteArray(policy) << QByteArray(client) << QByteArray(result);
        };
        row("v=spf1 +all", "203.0.113.9", "pass");
        row("v=spf1 a -all", "192.0.2.10", "pass");
        row("v=spf1 a -all", "192.0.2.11", "pass");
        row("v=spf1 a -all", "192.0.2.12", "fail");
        row("v=spf1 a:example.org -all", "192.0.2.10", "fail");
        row("v=spf1 mx -all", "192.0.2.129", "pass");
        row("v=spf1 mx -all", "192.0.2.130", "pass");
        row("v=spf1 mx -all", "192.0.2.140", "fail");
        row("v=spf1 mx:example.org -all", "192.0.2.140", "pass");
        row("v=spf1 mx mx:example.org -all", "192.0.2.140", "pass");
        row("v=spf1 mx/30 mx:example.org/30 -all", "192.0.2.131", "pass");
        row("v=spf1 mx/30 mx:example.org/30 -all", "192.0.2.143", "pass");
        row("v=spf1 mx/30 mx:example.org/30 -all", "192.0.2.144", "fail");
        row("v=spf1 ptr -all", "192.0.2.65", "pass");
        row("v=spf1 ptr -all", "192.0.2.140", "fail");
        row("v=spf1 ptr -all", "10.0.0.4", "fail");
        row("v=spf1 ip4:192.0.2.128/28 -all", "192.0.2.65", "fail");
        row("v=spf1 ip4:192.0.2.128/28 -all", "192.0.2.129", "pass");
        row("v=spf1 a:www.example.com -all", "192.0.2.10", "pass");
        row("v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all", "192.0.2.65", "pass");
        row("v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all", "192.0.2.140", "fail");
        row("v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all", "203.0.113.1", "fail");
    }

    void examplesOfAppendixA()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, result);
        const auto zone = zoneOf("example.com. TXT \"" + policy + "\"\n" + appendixA);
        QCOMPARE(word(evaluate(zone, check(client, "strong-bad@example.com"))), result);
    }

    void examplesOfAppendixAWithUsersAndHouses()
    {
        const auto zone = zoneOf("example.com. TXT \"v=spf1 mx include:mobile-users._spf.%{d} "
                                 "include:remote-users._spf.%{d} -all\"\n" +
                                 appendixA);
        QCOMPARE(word(evaluate(zone, check("203.0.113.1", "mary@example.com"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("203.0.113.1", "joel@example.com"))), QByteArray("fail"));
        QCOMPARE(word(evaluate(zone, check("192.168.15.15", "joel@example.com"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("203.0.113.7", "x@la.example.org"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("192.0.2.129", "x@la.example.org"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("203.0.113.8", "x@la.example.org"))), QByteArray("fail"));
        const auto report = evaluate(zone, check("203.0.113.1", "mary@example.com"));
        QVERIFY(report.dependsOnLocalPart);
        QVERIFY(!report.dependsOnHelo);
    }

    void unusableDomainsAreNoneWithoutAQuestion_data()
    {
        QTest::addColumn<QByteArray>("domain");
        const QByteArray label(63, 'a');
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("root") << QByteArray(".");
        QTest::newRow("one label") << QByteArray("localhost");
        QTest::newRow("one label and a dot") << QByteArray("localhost.");
        QTest::newRow("empty label") << QByteArray("a..example.com");
        QTest::newRow("leading dot") << QByteArray(".example.com");
        QTest::newRow("64 octets") << label + "a.example.com";
        QTest::newRow("254 octets") << label + '.' + label + '.' + label + '.' + QByteArray(62, 'b');
        QTest::newRow("literal") << QByteArray("[192.0.2.1]");
        QTest::newRow("IPv6 literal") << QByteArray("[IPv6:2001:db8::1]");
        QTest::newRow("address") << QByteArray("192.0.2.1");
        QTest::newRow("blank") << QByteArray("a b.example.com");
        QTest::newRow("line end") << QByteArray("a.example.com\n");
        QTest::newRow("broken UTF-8") << QByteArray("a\xff.example.com");
    }

    void unusableDomainsAreNoneWithoutAQuestion()
    {
        QFETCH(QByteArray, domain);
        spf::Evaluation evaluation(check("192.0.2.1", "x@" + domain), {});
        QVERIFY(evaluation.question() == nullptr);
        QVERIFY(evaluation.isDone());
        QCOMPARE(evaluation.report().result, spf::Result::None);
        QCOMPARE(evaluation.report().problem->code, ProblemCode::UnusableDomain);
        QVERIFY(!evaluation.report().trace);
    }

    void policiesDecide_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QByteArray>("mechanism");
        const auto row = [](const char* title, const QByteArray& zone, const char* result,
                            const char* mechanism, const char* client = "192.0.2.1") {
            QTest::newRow(title) << zone << QByteArray(client) << QByteArray(result) << QByteArray(mechanism);
        };
        const auto policy = [](const char* text) { return "e.com. TXT \"" + QByteArray(text) + "\"\n"; };
        row("no such name", "x.com. A 192.0.2.1\n", "none", "");
        row("no record", "e.com. TXT \"hello\"\n", "none", "");
        row("foreign record with odd bytes", "e.com. TXT \"\\255\\000\"\ne.com. TXT \"v=spf1 -all\"\n",
            "fail", "-all");
        row("empty record", policy("v=spf1"), "neutral", "default");
        row("blanks only", policy("v=spf1    "), "neutral", "default");
        row("no match", policy("v=spf1 ip4:192.0.2.9"), "neutral", "default");
        row("strings are joined without blank", "e.com. TXT \"v=spf1 ip4:192.0.\" \"2.1 -all\"\n", "pass",
            "ip4:192.0.2.1");
        row("first match wins", policy("v=spf1 ?ip4:192.0.2.0/24 +ip4:192.0.2.1 -all"), "neutral",
            "?ip4:192.0.2.0/24");
        row("case", policy("V=SPF1 IP4:192.0.2.1 -ALL"), "pass", "IP4:192.0.2.1");
        row("two records", policy("v=spf1 -all") + policy("v=spf1 -all"), "permerror", "");
        row("unknown modifier", policy("v=spf1 ra=x rp=100 rr=all ip4:192.0.2.1 -all"), "pass",
            "ip4:192.0.2.1");
        row("error behind the match", policy("v=spf1 ip4:192.0.2.1 -all moo"), "permerror", "moo");
        row("/0 of IPv4", policy("v=spf1 ip4:203.0.113.1/0 -all"), "pass", "ip4:203.0.113.1/0");
        row("/0 of IPv6 is not IPv4", policy("v=spf1 ip6:::/0 -all"), "fail", "-all");
        row("/0 of IPv6", policy("v=spf1 ip6:2001:db8::/0 -all"), "pass", "ip6:2001:db8::/0", "cafe::1");
        row("mapped client is IPv4", policy("v=spf1 ip4:192.0.2.1 -all"), "pass", "ip4:192.0.2.1",
            "::ffff:192.0.2.1");
        row("mapped ip6 never matches", policy("v=spf1 ip6:::ffff:192.0.2.1 -all"), "fail", "-all",
            "::ffff:192.0.2.1");
        row("IPv6 client asks AAAA",
            policy("v=spf1 a//64 -all") + "e.com. A 192.0.2.1\ne.com. AAAA 2001:db8::9\n", "pass", "a//64",
            "2001:db8::1");
        row("a/0 without address", policy("v=spf1 a/0 -all") + "e.com. AAAA 2001:db8::9\n", "fail", "-all");
        row("null MX", policy("v=spf1 mx -all") + "e.com. MX 0 .\n", "fail", "-all");
        row("mx is not a", policy("v=spf1 mx -all") + "e.com. A 192.0.2.1\n", "fail", "-all");
        row("include pass", policy("v=spf1 -include:i.com ~all") + "i.com. TXT \"v=spf1 +all\"\n", "fail",
            "-include:i.com");
        row("include fail", policy("v=spf1 include:i.com ~all") + "i.com. TXT \"v=spf1 -all\"\n", "softfail",
            "~all");
        row("include neutral", policy("v=spf1 include:i.com ~all") + "i.com. TXT \"v=spf1\"\n", "softfail",
            "~all");
        row("include none", policy("v=spf1 include:i.com ~all"), "permerror", "include:i.com");
        row("include permerror", policy("v=spf1 include:i.com ~all") + "i.com. TXT \"v=spf1 moo\"\n",
            "permerror", "include:i.com");
        row("redirect", policy("v=spf1 redirect=i.com") + "i.com. TXT \"v=spf1 ip4:192.0.2.1 -all\"\n",
            "pass", "redirect=i.com");
        row("redirect before mechanisms",
            policy("v=spf1 redirect=i.com ip4:192.0.2.1") + "i.com. TXT \"v=spf1 -all\"\n", "pass",
            "ip4:192.0.2.1");
        row("redirect beside all", policy("v=spf1 redirect=i.com ?all") + "i.com. TXT \"v=spf1 -all\"\n",
            "neutral", "?all");
        row("redirect none", policy("v=spf1 redirect=i.com"), "permerror", "redirect=i.com");
        row("redirect default", policy("v=spf1 redirect=i.com") + "i.com. TXT \"v=spf1\"\n", "neutral",
            "redirect=i.com");
        row("redirect changes the domain",
            policy("v=spf1 redirect=i.com") + "i.com. TXT \"v=spf1 a -all\"\ni.com. A 192.0.2.1\n", "pass",
            "redirect=i.com");
        row("name that fits no question", policy("v=spf1 a:x..e.com exists:..e.com -all"), "fail", "-all");
        row("include of such a name", policy("v=spf1 include:x..e.com -all"), "permerror",
            "include:x..e.com");
        row("alias of the record", "e.com. CNAME i.com.\ni.com. TXT \"v=spf1 -all\"\n", "fail", "-all");
        row("alias loop", "e.com. CNAME e.com.\n", "temperror", "");
        row("ptr",
            policy("v=spf1 ptr -all") + "1.2.0.192.in-addr.arpa. PTR Mail.E.com.\nmail.e.com. A 192.0.2.1\n",
            "pass", "ptr");
        row("ptr at label boundary",
            policy("v=spf1 ptr -all") + "1.2.0.192.in-addr.arpa. PTR note.com.\nnote.com. A 192.0.2.1\n",
            "fail", "-all");
        row("exists ignores the address", policy("v=spf1 exists:x.com -all") + "x.com. A 127.0.0.2\n", "pass",
            "exists:x.com", "2001:db8::1");
        row("SPF type is not asked", "e.com. SPF \"v=spf1 -all\"\n", "none", "");
    }

    void policiesDecide()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, result);
        QFETCH(QByteArray, mechanism);
        const auto report = evaluate(zoneOf(zone), check(client, "user@e.com"));
        QCOMPARE(word(report), result);
        QCOMPARE(QByteArray::fromStdString(report.mechanism), mechanism);
        QCOMPARE(report.mechanismSpan.has_value(), !mechanism.isEmpty() && mechanism != "default");
    }

    void failuresOfTheDnsAreTemporary_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* title, const QByteArray& zone, const char* result) {
            for (const char* failure : {"timeout", "servfail", "refused", "formerr", "notimp", "malformed"}) {
                QTest::addRow("%s %s", title, failure)
                    << QByteArray(zone).replace("%F", failure) << QByteArray(result);
            }
        };
        row("record", "$FAILURE e.com. %F\n", "temperror");
        row("a", "e.com. TXT \"v=spf1 a:x.com +all\"\n$FAILURE x.com. %F\n", "temperror");
        row("mx", "e.com. TXT \"v=spf1 mx:x.com +all\"\n$FAILURE x.com. %F\n", "temperror");
        row("mx host", "e.com. TXT \"v=spf1 mx +all\"\ne.com. MX 0 x.com.\n$FAILURE x.com. %F\n",
            "temperror");
        row("exists", "e.com. TXT \"v=spf1 exists:x.com +all\"\n$FAILURE x.com. %F\n", "temperror");
        row("include", "e.com. TXT \"v=spf1 include:x.com +all\"\n$FAILURE x.com. %F\n", "temperror");
        row("redirect", "e.com. TXT \"v=spf1 redirect=x.com\"\n$FAILURE x.com. %F\n", "temperror");
        row("ptr", "e.com. TXT \"v=spf1 ptr ~all\"\n$FAILURE 1.2.0.192.in-addr.arpa. %F\n", "softfail");
        row("ptr host",
            "e.com. TXT \"v=spf1 ptr ~all\"\n1.2.0.192.in-addr.arpa. PTR x.e.com.\n$FAILURE x.e.com. %F\n",
            "softfail");
        row("exp", "e.com. TXT \"v=spf1 -all exp=x.com\"\n$FAILURE x.com. %F\n", "fail");
        row("behind the match", "e.com. TXT \"v=spf1 ip4:192.0.2.1 a:x.com\"\n$FAILURE x.com. %F\n", "pass");
    }

    void failuresOfTheDnsAreTemporary()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, result);
        const auto report = evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"));
        QCOMPARE(word(report), result);
        QCOMPARE(report.problem.has_value(), result == "temperror");
        if (report.problem) {
            QCOMPARE(report.problem->code, ProblemCode::DnsFailure);
            QVERIFY(!dns::isAnswered(report.problem->dnsStatus));
            QVERIFY(!report.problem->detail.empty());
        }
    }

    void limitsAreThoseOfTheOptions_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<int>("lookups");
        QTest::addColumn<int>("voids");
        const auto row = [](const char* title, const QByteArray& zone, const char* result, int lookups,
                            int voids) {
            QTest::newRow(title) << zone << QByteArray(result) << lookups << voids;
        };
        const auto policy = [](const QByteArray& text) { return "e.com. TXT \"v=spf1 " + text + "\"\n"; };
        const QByteArray host = "e.com. A 192.0.2.9\n";
        row("10 terms", policy(QByteArray("a ").repeated(10) + "+all") + host, "pass", 10, 0);
        row("11 terms", policy(QByteArray("a ").repeated(11) + "+all") + host, "permerror", 11, 0);
        row("not counted", policy(QByteArray("ip4:192.0.2.8 ip6::: ").repeated(9) + "exp=x.com -all"), "fail",
            0, 0);
        row("include loop", policy("include:e.com -all"), "permerror", 11, 0);
        row("redirect loop", policy("redirect=e.com"), "permerror", 11, 0);
        row("2 voids", policy("a:x.com a:y.com ~all"), "softfail", 2, 2);
        row("3 voids", policy("a:x.com a:y.com exists:z.com ~all"), "permerror", 3, 3);
        row("other family is void",
            policy("a:x.com a:y.com a:z.com ~all") +
                "x.com. AAAA 2001:db8::1\ny.com. AAAA 2001:db8::1\nz.com. AAAA 2001:db8::1\n",
            "permerror", 3, 3);
        row("voids of mx hosts",
            policy("mx ~all") + "e.com. MX 1 x.com.\ne.com. MX 2 y.com.\ne.com. MX 3 z.com.\n", "permerror",
            1, 3);
        row("exp is not void", policy("a:x.com a:y.com -all exp=z.com"), "fail", 2, 2);
        row("the first record is not void", "x.com. A 192.0.2.1\n", "none", 0, 0);
    }

    void limitsAreThoseOfTheOptions()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, result);
        QFETCH(int, lookups);
        QFETCH(int, voids);
        const auto report = evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"));
        QCOMPARE(word(report), result);
        QCOMPARE(report.lookups, lookups);
        QCOMPARE(report.voidLookups, voids);
        spf::Options loose;
        loose.limits.terms = 100;
        loose.limits.voidLookups = 100;
        loose.limits.mxNames = 100;
        const auto freed = evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"), loose);
        QVERIFY(freed.lookups >= lookups);
        QVERIFY(freed.limits == loose.limits);
    }

    /// SPEC D-V1 and the other reading of RFC 7208 4.6.4, which needs a name that does not exist.
    void voidAddressesAreCountedApart()
    {
        const QByteArray hosts = "x.com. AAAA 2001:db8::1\ny.com. MX 1 x.com.\n";
        const auto voids = [&](const QByteArray& terms) {
            const auto report = evaluate(zoneOf("e.com. TXT \"v=spf1 " + terms + " ~all\"\n" + hosts),
                                         check("192.0.2.1", "user@e.com"));
            return QByteArray::number(report.voidLookups) + ' ' + QByteArray::number(report.voidAddresses);
        };
        QCOMPARE(voids("a:gone.com"), QByteArray("1 0"));
        QCOMPARE(voids("a:x.com"), QByteArray("1 1"));
        QCOMPARE(voids("mx:y.com"), QByteArray("1 1"));
        QCOMPARE(voids("mx:x.com"), QByteArray("1 0")); // an MX was asked for, and there is none
        QCOMPARE(voids("exists:x.com"), QByteArray("1 1"));
        QCOMPARE(voids("a:gone.com a:x.com exists:gone.com a:x.com"), QByteArray("3 1"));
    }

    void mailExchangersAreLimited()
    {
        QByteArray zone = "e.com. TXT \"v=spf1 mx ~all\"\n";
        for (int i = 0; i < 11; ++i) {
            zone += "e.com. MX 5 m" + QByteArray::number(i) + ".e.com.\nm" + QByteArray::number(i) +
                    ".e.com. A 192.0.2." + QByteArray::number(i + 1) + "\n";
            const auto report = evaluate(zoneOf(zone), check("203.0.113.1", "user@e.com"));
            QCOMPARE(word(report), QByteArray(i < 10 ? "softfail" : "permerror"));
        }
        const auto matching = evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"));
        QCOMPARE(matching.problem->code, ProblemCode::MxLimit);
        QCOMPARE(matching.problem->detail, std::string("11"));
    }

    void onlyTheFirstTenPointersCount()
    {
        QByteArray zone = "e.com. TXT \"v=spf1 ptr ~all\"\n";
        for (int i = 0; i < 10; ++i) {
            zone += "1.2.0.192.in-addr.arpa. PTR x" + QByteArray::number(i) + ".com.\n";
        }
        zone += "1.2.0.192.in-addr.arpa. PTR m.e.com.\nm.e.com. A 192.0.2.1\n";
        QCOMPARE(word(evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"))), QByteArray("softfail"));
        spf::Options more;
        more.limits.ptrNames = 11;
        QCOMPARE(word(evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"), more)), QByteArray("pass"));
    }

    void explanationsComeFromTheRecordThatFailed_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("explanation");
        const auto row = [](const char* title, const QByteArray& zone, const char* explanation) {
            QTest::newRow(title) << zone << QByteArray(explanation);
        };
        const QByteArray failing = "e.com. TXT \"v=spf1 -all exp=x.e.com\"\n";
        row("plain", failing + "x.e.com. TXT \"See me.\"\n", "See me.");
        row("joined", failing + "x.e.com. TXT \"See \" \"me.\"\n", "See me.");
        row("macros", failing + "x.e.com. TXT \"%{i} is not one of %{d}'s, %{l}%% %{r}\"\n",
            "192.0.2.1 is not one of e.com's, user% unknown");
        row("no exp", "e.com. TXT \"v=spf1 -all\"\n", "DEFAULT");
        row("missing", failing, "DEFAULT");
        row("two records", failing + "x.e.com. TXT a\nx.e.com. TXT b\n", "DEFAULT");
        row("empty", failing + "x.e.com. TXT \"\"\n", "DEFAULT");
        row("bad macro", failing + "x.e.com. TXT \"%{x}\"\n", "DEFAULT");
        row("not ASCII", failing + "x.e.com. TXT \"\\195\\164\"\n", "DEFAULT");
        row("control character", failing + "x.e.com. TXT \"a\\010b\"\n", "DEFAULT");
        row("redirect's own",
            "e.com. TXT \"v=spf1 redirect=r.com exp=x.e.com\"\nx.e.com. TXT wrong\n"
            "r.com. TXT \"v=spf1 -all exp=x.%{o}\"\nx.r.com. TXT wrong\n",
            "wrong");
        row("redirect drops ours",
            "e.com. TXT \"v=spf1 redirect=r.com exp=x.e.com\"\nx.e.com. TXT wrong\n"
            "r.com. TXT \"v=spf1 -all\"\n",
            "DEFAULT");
        row("include's is ignored",
            "e.com. TXT \"v=spf1 include:r.com -all\"\n"
            "r.com. TXT \"v=spf1 -all exp=x.e.com\"\nx.e.com. TXT wrong\n",
            "DEFAULT");
        row("the domain of the record",
            "e.com. TXT \"v=spf1 redirect=r.com\"\n"
            "r.com. TXT \"v=spf1 -all exp=x.%{d}\"\nx.r.com. TXT \"%{d} %{o}\"\n",
            "r.com e.com");
    }

    void explanationsComeFromTheRecordThatFailed()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, explanation);
        spf::Options options;
        options.defaultExplanation = "DEFAULT";
        const auto report = evaluate(zoneOf(zone), check("192.0.2.1", "user@e.com"), options);
        QCOMPARE(word(report), QByteArray("fail"));
        QCOMPARE(QByteArray::fromStdString(report.explanation), explanation);
        QVERIFY(!report.dependsOnLocalPart);
    }

    void internationalNames()
    {
        const auto zone = zoneOf("xn--r8jz45g.jp. TXT \"v=spf1 exists:%{l}._spf.%{d} exists:%{h} ?all\"\n"
                                 "xn--bcher-kva.example. A 192.0.2.1\n");
        const auto report = evaluate(zone, check("192.0.2.1", "山田@例え.jp", "bücher.example"));
        QCOMPARE(report.domain, std::string("xn--r8jz45g.jp"));
        QCOMPARE(word(report), QByteArray("pass")); // RFC 8616 4: the first term never matches
        QCOMPARE(report.mechanism, std::string("exists:%{h}"));
        QVERIFY(report.dependsOnLocalPart && report.dependsOnHelo);
        QCOMPARE(report.dnsQueries, 2);
        const auto redirected = zoneOf("e.com. TXT \"v=spf1 redirect=%{l}.e.com\"\n");
        QCOMPARE(word(evaluate(redirected, check("192.0.2.1", "山田@e.com"))), QByteArray("permerror"));
    }

    void emptyLocalPartsBecomePostmaster()
    {
        const auto zone =
            zoneOf("e.com. TXT \"v=spf1 exists:%{l}.%{o} -all\"\npostmaster.e.com. A 127.0.0.1\n");
        QCOMPARE(word(evaluate(zone, check("192.0.2.1", "@e.com"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("192.0.2.1", "e.com"))), QByteArray("pass"));
        QCOMPARE(word(evaluate(zone, check("192.0.2.1", "a@b@E.com."))), QByteArray("fail"));
    }

    void validatedNamesPreferTheDomain()
    {
        const QByteArray pointers =
            "1.2.0.192.in-addr.arpa. PTR other.com.\n1.2.0.192.in-addr.arpa. PTR m.e.com.\n"
            "other.com. A 192.0.2.1\nm.e.com. A 192.0.2.1\n";
        const QByteArray policy = "e.com. TXT \"v=spf1 exists:%{p}.ok.com -all\"\n";
        QCOMPARE(word(evaluate(zoneOf(policy + pointers + "m.e.com.ok.com. A 127.0.0.1\n"),
                               check("192.0.2.1", "x@e.com"))),
                 QByteArray("pass"));
        QCOMPARE(
            word(evaluate(zoneOf(policy + "unknown.ok.com. A 127.0.0.1\n"), check("192.0.2.1", "x@e.com"))),
            QByteArray("pass"));
    }

    void expiringIsATemporaryError()
    {
        const auto zone =
            zoneOf("e.com. TXT \"v=spf1 include:i.com -all\"\ni.com. TXT \"v=spf1 a:slow.com\"\n");
        spf::Evaluation evaluation(check("192.0.2.1", "x@e.com"), {});
        evaluation.answer(zone.lookup(*evaluation.question()));
        evaluation.answer(zone.lookup(*evaluation.question()));
        QCOMPARE(evaluation.question()->name, std::string("slow.com"));
        evaluation.expire();
        QVERIFY(evaluation.isDone());
        const Report& report = evaluation.report();
        QCOMPARE(report.result, spf::Result::TempError);
        QCOMPARE(report.problem->code, ProblemCode::TimeLimit);
        QCOMPARE(report.problem->term, std::string("a:slow.com"));
        QCOMPARE(report.mechanism, std::string("include:i.com"));
        QCOMPARE(report.lookups, 2);
        evaluation.expire(); // nothing is left to end
        evaluation.answer(dns::Answer{});
        QCOMPARE(evaluation.report().result, spf::Result::TempError);
    }

    void aFailOutlivesTheTimeForItsExplanation()
    {
        const auto zone = zoneOf("e.com. TXT \"v=spf1 -all exp=x.e.com\"\n");
        spf::Options options;
        options.trace = true;
        options.defaultExplanation = "DEFAULT";
        spf::Evaluation evaluation(check("192.0.2.1", "x@e.com"), options);
        evaluation.answer(zone.lookup(*evaluation.question()));
        QCOMPARE(evaluation.question()->name, std::string("x.e.com"));
        evaluation.expire();
        QCOMPARE(evaluation.report().result, spf::Result::Fail);
        QCOMPARE(evaluation.report().explanation, std::string("DEFAULT"));
        QCOMPARE(evaluation.report().mechanism, std::string("-all"));
        QVERIFY(!evaluation.report().problem);
    }

    void destroyingCancels()
    {
        const auto zone =
            zoneOf("e.com. TXT \"v=spf1 include:i.com -all\"\ni.com. TXT \"v=spf1 mx:slow.com\"\n");
        auto evaluation = std::make_unique<spf::Evaluation>(check("192.0.2.1", "x@e.com"), spf::Options{});
        evaluation->answer(zone.lookup(*evaluation->question()));
        spf::Evaluation moved = std::move(*evaluation);
        evaluation.reset();
        moved.answer(zone.lookup(*moved.question()));
        QVERIFY(moved.question() != nullptr);
    }

    void cachedRecordsGiveTheSameReport()
    {
        const auto zone =
            zoneOf("e.com. TXT \"v=spf1 include:i.com -all\"\ni.com. TXT \"v=spf1 ip4:192.0.2.1\"\n");
        spf::RecordCache cache;
        spf::Options options;
        options.recordCache = &cache;
        for (int i = 0; i < 2; ++i) {
            const auto report = evaluate(zone, check("192.0.2.1", "x@e.com"), options);
            QCOMPARE(word(report), QByteArray("pass"));
            QCOMPARE(report.record, std::string("v=spf1 include:i.com -all"));
        }
        QCOMPARE(cache.size(), std::size_t(2));
    }

    void resultWordsReadBack()
    {
        for (const auto result : spf::allResults) {
            QCOMPARE(spf::parseResult(spf::word(result)), std::optional(result));
            QCOMPARE(spf::parseResult(spf::headerWord(result)), std::optional(result));
        }
        QVERIFY(!spf::parseResult("unknown"));
    }
};

QTEST_APPLESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
