// SPDX-License-Identifier: GPL-3.0-or-later
// Every finding of SPEC 7, once where it has to be made and once where it must not be; with its place, and
// with fixes that do away with it.
#include "core/dns/zone_file.h"
#include "core/spf/record_lint.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using spf::Finding;
using spf::Rule;
using spf::Severity;

namespace {

struct TextRow
{
    int number;
    const char* severity;
    const char* text;
    const char* marked; ///< the piece the span names
    const char* clean;
};

const TextRow textRows[] = {
    {3, "error", "spf1 mx -all", "spf1", "v=spf1 mx -all"},
    {3, "error", "v=spf10 mx -all", "v=spf10", "V=SPF1 mx -all"},
    {3, "error", " v=spf1 -all", "v=spf1", "v=spf1"},
    {3, "error", "\"v=spf1 -all\"", "\"", "v=spf1  -all "},
    {3, "error", "v=spf1;mx -all", "v=spf1;", "v=spf1 mx -all"},
    {3, "error", "mx -all", "", "v=spf1 mx -all"},
    {3, "error", "v = spf1 -all", "v = spf1", "v=spf1 -all"},
    {4, "error", "v=spf1 ipv4:192.0.2.1 -all", "ipv4:192.0.2.1", "v=spf1 ip4:192.0.2.1 -all"},
    {4, "error", "v=spf1 incude:a.example -all", "incude:a.example", "v=spf1 include:a.example -all"},
    {4, "error", "v=spf1 192.0.2.1 -all", "192.0.2.1", "v=spf1 x=192.0.2.1 -all"},
    {4, "error", "v=spf1 mail.a.example -all", "mail.a.example", "v=spf1 a:mail.a.example -all"},
    {4, "error", "v=spf1 --all", "--all", "v=spf1 -all"},
    {5, "error", "v=spf1 ip4:192.0.2.300 -all", "ip4:192.0.2.300", "v=spf1 ip4:192.0.2.30 -all"},
    {5, "error", "v=spf1 ip4:192.0.2.0/33 -all", "ip4:192.0.2.0/33", "v=spf1 ip4:192.0.2.0/32 -all"},
    {5, "error", "v=spf1 ip4:192.000.002.001 -all", "ip4:192.000.002.001", "v=spf1 ip4:192.0.2.1 -all"},
    {5, "error", "v=spf1 a/33 -all", "a/33", "v=spf1 a/32 -all"},
    {6, "error", "v=spf1 ip6:2001:db8::/129 -all", "ip6:2001:db8::/129", "v=spf1 ip6:2001:db8::/128 -all"},
    {7, "error", "v=spf1 ip4:2001:db8::1 -all", "ip4:2001:db8::1", "v=spf1 ip6:2001:db8::1 -all"},
    {7, "error", "v=spf1 ip6:192.0.2.1 -all", "ip6:192.0.2.1", "v=spf1 ip4:192.0.2.1 -all"},
    {8, "error", "v=spf1 include=a.example -all", "include=a.example", "v=spf1 include:a.example -all"},
    {8, "error", "v=spf1 redirect:a.example", "redirect:a.example", "v=spf1 redirect=a.example"},
    {8, "error", "v=spf1 ip4=192.0.2.1 -all", "ip4=192.0.2.1", "v=spf1 x=1 -all"},
    {9, "error", "v=spf1 include: a.example -all", "include: a.example", "v=spf1 include:a.example -all"},
    {9, "error", "v=spf1 ip4: 192.0.2.1 -all", "ip4: 192.0.2.1", "v=spf1 ip4:192.0.2.1 -all"},
    {9, "error", "v=spf1 mx ~ all", "~ all", "v=spf1 mx ~all"},
    {9, "error", "v=spf1 ip4:192.0.2.0 /24 -all", "ip4:192.0.2.0 /24", "v=spf1 include: mx -all"},
    {10, "error", "v=spf1 a,mx -all", ",", "v=spf1 exists:%{l1,}.e.com a mx -all"},
    {10, "error", "v=spf1 mx;-all", ";", "v=spf1 x=a;b -all"},
    {11, "error",
     "v=spf1 a:a.x.jp a:b.x.jp a:c.x.jp a:d.x.jp a:e.x.jp a:f.x.jp a:g.x.jp a:h.x.jp a:i.x.jp "
     "a:j.x.jp a:k.x.jp -all",
     nullptr,
     "v=spf1 a:a.x.jp a:b.x.jp a:c.x.jp a:d.x.jp a:e.x.jp a:f.x.jp a:g.x.jp a:h.x.jp a:i.x.jp a:j.x.jp -all"},
    {12, "warning", "v=spf1 a:a.x.jp a:b.x.jp a:c.x.jp a:d.x.jp a:e.x.jp a:f.x.jp a:g.x.jp mx -all", nullptr,
     "v=spf1 a:a.x.jp a:b.x.jp a:c.x.jp a:d.x.jp a:e.x.jp a:f.x.jp a:g.x.jp -all"},
    {18, "warning", "v=spf1 include:a.example include:A.example -all", "include:A.example",
     "v=spf1 include:a.example include:b.example -all"},
    {19, "error", "v=spf1 +all", "+all", "v=spf1 -all"},
    {19, "error", "v=spf1 mx all", "all", "v=spf1 ~all"},
    {20, "warning", "v=spf1 ?all", "?all", "v=spf1 ~all"},
    {21, "info", "v=spf1 mx ~all", "~all", "v=spf1 mx -all"},
    {22, "warning", "v=spf1 mx", "v=spf1 mx", "v=spf1 redirect=a.example"},
    {23, "warning", "v=spf1 -all ip4:192.0.2.1", "ip4:192.0.2.1", "v=spf1 -all exp=a.example"},
    {24, "warning", "v=spf1 redirect=a.example -all", "redirect=a.example", "v=spf1 redirect=a.example"},
    {25, "error", "v=spf1 redirect=a.example redirect=b.example", "redirect=b.example",
     "v=spf1 redirect=a.example exp=b.example"},
    {26, "error", "v=spf1 -all:x", ":x", "v=spf1 -all"},
    {26, "error", "v=spf1 -all/24", "/24", "v=spf1 a/24 -all"},
    {27, "warning", "v=spf1 ptr -all", "ptr", "v=spf1 a -all"},
    {28, "warning", "v=spf1 ip4:20.0.0.0/8 -all", "ip4:20.0.0.0/8", "v=spf1 ip4:20.0.0.0/16 -all"},
    {28, "error", "v=spf1 ip4:0.0.0.0/0 -all", "ip4:0.0.0.0/0", "v=spf1 ip6:2600::/32 -all"},
    {29, "warning", "v=spf1 ip4:20.0.0.1/24 -all", "ip4:20.0.0.1/24", "v=spf1 ip4:20.0.0.0/24 -all"},
    {30, "warning", "v=spf1 ip4:192.168.0.1 -all", "ip4:192.168.0.1", "v=spf1 ip4:192.0.2.1 -all"},
    {30, "warning", "v=spf1 ip6:fd00::1 -all", "ip6:fd00::1", "v=spf1 ip6:2600::1 -all"},
    {31, "info", "v=spf1 ip4:20.0.0.0/24 ip4:20.0.0.1 -all", "ip4:20.0.0.1",
     "v=spf1 ip4:20.0.0.0/24 ip4:20.0.1.1 -all"},
    {31, "info", "v=spf1 mx mx -all", "mx", "v=spf1 mx a -all"},
    {32, "info", "v=spf1 ip4:20.0.0.0/25 ip4:20.0.0.128/25 -all", "ip4:20.0.0.0/25",
     "v=spf1 ip4:20.0.0.0/25 ip4:20.0.1.0/25 -all"},
    {33, "warning", "v=spf1 ip4:20.0.0.0/24 ~ip4:20.0.0.1 -all", "~ip4:20.0.0.1",
     "v=spf1 ip4:20.0.0.0/24 ip6:2600::1 -all"},
    {33, "warning", "v=spf1 -ip4:20.0.0.1 ip4:20.0.0.1 -all", "ip4:20.0.0.1",
     "v=spf1 -ip4:20.0.0.1 ip4:20.0.0.2 -all"},
    {35, "warning", "\"v=spf1 ip4:192.0.2.1\" \"include:a.example -all\"", nullptr,
     "\"v=spf1 include:_sp\" \"f.a.example -all\""},
    {39, "info", "V=SPF1 mx -all", "V", "v=spf1 exists:%{I}.a.example ip6:2001:DB8::1 -all"},
    {40, "error", "v=spf1 exists:%{x}.a.example -all", "%{x}", "v=spf1 exists:%{i}.a.example -all"},
    {40, "error", "v=spf1 % -all", "%", "v=spf1 x=%% -all"},
    {48, "info", "v=spf1 mx v=spf1 -all", "v=spf1", "v=spf1 mx -all"},
    {40, "error", "v=spf1 exists:a%.example -all", nullptr, "v=spf1 exists:a%%.example -all"},
    {41, "error", "v=spf1 exists:%{c}.a.example -all", nullptr, "v=spf1 exists:%{i}.a.example -all"},
    {42, "warning", "v=spf1 exists:%{p}.a.example -all", "%{p}.a.example",
     "v=spf1 exists:%{d}.a.example -all"},
    {43, "error", "v=spf1 include:localhost -all", "localhost", "v=spf1 include:_spf.a.example. -all"},
    {43, "error", "v=spf1 include:https://a.example -all", "https://a.example",
     "v=spf1 include:a.example -all"},
    {43, "error", "v=spf1 a:192.0.2.1 -all", "192.0.2.1", "v=spf1 a:a.example -all"},
    {44, "warning", "v=spf1 a/24 -all", "a/24", "v=spf1 a/32 mx//128 -all"},
    {47, "error", "v=spf1 -all exp=", "exp=", "v=spf1 -all exp=a.example"},
    {48, "info", "v=spf1 moo=cow -all", "moo=cow", "v=spf1 ra=postmaster rp=50 rr=all -all"},
    {49, "warning", "spf2.0/pra mx -all", "spf2.0/pra", "v=spf1 mx -all"},
    {50, "error",
     "v=spf1 mx \xe2\x88\x92"
     "all",
     "\xe2\x88\x92", "v=spf1 mx -all"},
    {50, "error", "v=spf1\xe3\x80\x80-all", "\xe3\x80\x80", "v=spf1 -all"},
    {50, "error", "v=spf1 mx\t-all", "\t", "v=spf1 mx -all"},
    {51, "warning", "\"v=spf1 -all\"", "\"v=spf1 -all\"", "\"v=spf1 mx\" \" -all\""},
    {63, "info", "v=spf1 include:spf.tmes.trendmicro.com -all", "include:spf.tmes.trendmicro.com",
     "v=spf1 include:spf.tmems-jp.trendmicro.com -all"},
    {64, "warning", "v=spf1 exists:%{l}.a.example -all", "%{l}.a.example",
     "v=spf1 exists:%{i}.a.example -all"},
};

struct ZoneRow
{
    int number;
    const char* severity;
    const char* zone;
    const char* marked;
    const char* clean;
};

// Zones have the origin e.jp and the TTL 3600; the domain is e.jp.
const ZoneRow zoneRows[] = {
    {1, "error", "@ TXT \"hello\"", nullptr, "@ TXT \"v=spf1 -all\""},
    {2, "error", "@ TXT \"v=spf1 a -all\"\n@ TXT \"v=spf1 mx -all\"", "v=spf1 a -all",
     "@ TXT \"v=spf1 -all\"\n@ TXT \"x\""},
    {3, "error", "@ TXT \"v=spf10 -all\"", "v=spf10", "@ TXT \"v=spf1 -all\""},
    {13, "error", "@ TXT \"v=spf1 a:x.e.jp a:y.e.jp a:z.e.jp -all\"", nullptr,
     "@ TXT \"v=spf1 a:x.e.jp a:y.e.jp -all a:z.e.jp\""},
    {14, "warning", "@ TXT \"v=spf1 a:old.e.jp -all\"", "a:old.e.jp",
     "@ TXT \"v=spf1 a:old.e.jp -all\"\nold AAAA 2600::1"},
    {14, "warning", "@ TXT \"v=spf1 exists:old.e.jp -all\"", "exists:old.e.jp",
     "@ TXT \"v=spf1 exists:old.e.jp -all\"\nold A 127.0.0.2"},
    {15, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"", "include:b.e.jp",
     "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 -all\""},
    {16, "error", "@ TXT \"v=spf1 redirect=b.e.jp\"", "redirect=b.e.jp",
     "@ TXT \"v=spf1 redirect=b.e.jp\"\nb TXT \"v=spf1 -all\""},
    {17, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 include:e.jp -all\"", "include:e.jp",
     "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 -all\""},
    {18, "warning",
     "@ TXT \"v=spf1 include:b.e.jp include:c.e.jp -all\"\nb TXT \"v=spf1 include:c.e.jp -all\"\nc TXT "
     "\"v=spf1 -all\"",
     "include:c.e.jp", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 -all\""},
    {37, "warning", nullptr, nullptr, nullptr},
    {38, "info", "@ TXT \"v=spf1 -all\"\n@ TYPE99 \"v=spf1 -all\"", nullptr, "@ TXT \"v=spf1 -all\""},
    {45, "error",
     "@ TXT \"v=spf1 mx -all\"\n@ MX 1 a\n@ MX 1 b\n@ MX 1 c\n@ MX 1 d\n@ MX 1 e\n@ MX 1 f\n@ MX 1 g\n@ MX 1 "
     "h\n@ MX 1 i\n@ MX 1 j\n@ MX 1 k\n* A 20.0.0.1",
     "mx", "@ TXT \"v=spf1 mx -all\"\n@ MX 1 a\na A 20.0.0.1"},
    {46, "warning", "@ TXT \"v=spf1 mx -all\"", "mx", "@ TXT \"v=spf1 mx -all\"\n@ MX 1 a\na A 20.0.0.1"},
    {46, "warning", "@ TXT \"v=spf1 a -all\"", "a", "@ TXT \"v=spf1 a -all\"\n@ A 20.0.0.1"},
    {47, "warning", "@ TXT \"v=spf1 -all exp=why.e.jp\"", "exp=why.e.jp",
     "@ TXT \"v=spf1 -all exp=why.e.jp\"\nwhy TXT \"no\""},
    {49, "warning", "@ TXT \"v=spf1 -all\"\n@ TXT \"spf2.0/pra -all\"", nullptr, "@ TXT \"v=spf1 -all\""},
    {52, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 +all\"", "include:b.e.jp",
     "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 ~all\""},
    {52, "warning", "@ TXT \"v=spf1 ?include:b.e.jp -all\"\nb TXT \"v=spf1 +all\"", "?include:b.e.jp",
     "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 mx\""},
    {52, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 +all\"", "include:b.e.jp",
     "@ TXT \"v=spf1 -include:b.e.jp ~include:b.e.jp -all\"\nb TXT \"v=spf1 +all\""},
    {53, "info", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 -all\"", "include:b.e.jp",
     "@ TXT \"v=spf1 redirect=b.e.jp\"\nb TXT \"v=spf1 -all\""},
    {54, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\n$FAILURE b servfail", "include:b.e.jp",
     "@ TXT \"v=spf1 include:b.e.jp -all\""},
    {54, "error", "$FAILURE @ timeout", nullptr, "@ TXT \"v=spf1 -all\""},
    {55, "warning", "@ 60 TXT \"v=spf1 -all\"", nullptr, "@ 300 TXT \"v=spf1 -all\""},
    {55, "warning", "@ 86401 TXT \"v=spf1 -all\"", nullptr, "@ 86400 TXT \"v=spf1 -all\""},
    {56, "warning", "@ TXT \"v=spf1 mx ~all\"\n@ MX 0 .", "~all", "@ TXT \"v=spf1 mx ~all\"\n@ MX 0 a"},
    {56, "warning", "@ TXT \"v=spf1 ~all\"", "~all", "@ TXT \"v=spf1 -all\""},
    {57, "warning", "@ TXT \"v=spf1 -all\"", nullptr, "@ TXT \"v=spf1 -all\"\nhelo TXT \"v=spf1 a -all\""},
    {58, "warning", "@ TXT \"v=spf1 ip4:20.0.0.2 -all\"", nullptr,
     "@ TXT \"v=spf1 exists:%{i}.e.jp -all\"\n20.0.0.1 A 127.0.0.2"},
    {59, "warning", "@ TXT \"v=spf1 ip4:20.0.0.1 -all\"", nullptr, "@ TXT \"v=spf1 ip6:2600::/32 -all\""},
    {60, "info", "@ TXT \"v=spf1 -all\"\nsub TXT \"x\"", nullptr,
     "@ TXT \"v=spf1 -all\"\nsub TXT \"v=spf1 -all\""},
    {61, "warning", "@ CNAME b\nb TXT \"v=spf1 -all\"", nullptr, "@ TXT \"v=spf1 -all\""},
    {62, "warning", "@ TXT \"v=spf1 -all\"\nflat TXT \"v=spf1 ip4:20.0.0.2 -all\"", nullptr,
     "@ TXT \"v=spf1 -all\"\nflat TXT \"v=spf1 ip4:20.0.0.1 -all\""},
    {65, "warning", "@ TXT \"v=spf1 -all\"\n_dmarc.other.jp. TXT \"v=DMARC1; p=none\"", nullptr,
     "@ TXT \"v=spf1 -all\""},
    {11, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 a a a a a a a a a a -all\"", nullptr,
     "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 a -all a a a a a a a a a\""},
    {4, "error", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 ipv4:192.0.2.1 -all\"",
     "ipv4:192.0.2.1", "@ TXT \"v=spf1 include:b.e.jp -all\"\nb TXT \"v=spf1 ptr ~all\""},
};

spf::LintFacts facts()
{
    spf::LintFacts facts;
    facts.servers = {*net::IpAddress::parse("20.0.0.1"), *net::IpAddress::parse("2600::1")};
    facts.heloHosts = {"helo.e.jp"};
    facts.subdomains = {"sub.e.jp"};
    facts.flattened = {{"flat.e.jp", {*net::Network::parse("20.0.0.1")}}};
    facts.fromDomain = "other.jp";
    return facts;
}

spf::LintReport lintZone(const QByteArray& lines, spf::LintFacts given = {})
{
    const auto zone = dns::readZoneFile("$ORIGIN e.jp.\n$TTL 3600\n" + lines.toStdString() + '\n').zone;
    spf::RecordLint lint("e.jp", std::move(given));
    while (const dns::Question* question = lint.question()) {
        lint.answer(zone.lookup(*question));
    }
    return lint.report();
}

const Finding* find(const std::vector<Finding>& findings, int number)
{
    const auto found = std::ranges::find(findings, static_cast<Rule>(number), &Finding::rule);
    return found == findings.end() ? nullptr : &*found;
}

QByteArray idsOf(const std::vector<Finding>& findings)
{
    QByteArray ids;
    for (const Finding& finding : findings) {
        ids += QByteArray::fromStdString(spf::idOf(finding.rule)) + ' ';
    }
    return ids;
}

QByteArray marked(const Finding& finding)
{
    return QByteArray::fromStdString(finding.record().substr(finding.span.start, finding.span.length));
}

QByteArray wordOf(Severity severity)
{
    return QByteArray::fromStdString(std::string(spf::word(severity)));
}

} // namespace

class RecordLintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyIdIsTested()
    {
        QSet<int> numbers{34, 36}; // lengths(), below
        for (const TextRow& row : textRows) {
            numbers.insert(row.number);
        }
        for (const ZoneRow& row : zoneRows) {
            numbers.insert(row.number);
        }
        QCOMPARE(numbers.size(), spf::lintRuleCount);
    }

    void texts_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const TextRow& row : textRows) {
            QTest::addRow("SPF-%03d %s", row.number, row.text) << index++;
        }
    }

    void texts()
    {
        QFETCH(int, index);
        const TextRow& row = textRows[index];
        const std::vector<Finding> findings = spf::lintText(row.text);
        const Finding* finding = find(findings, row.number);
        QVERIFY2(finding != nullptr, idsOf(findings).constData());
        QCOMPARE(wordOf(finding->severity), QByteArray(row.severity));
        if (row.marked != nullptr) {
            QCOMPARE(marked(*finding), QByteArray(row.marked));
        }
        for (const spf::Fix& fix : finding->fixes) {
            const std::string fixed = spf::applied(row.text, fix);
            const std::vector<Finding> left = spf::lintText(fixed);
            QVERIFY2(find(left, row.number) == nullptr, fixed.c_str());
        }
        const std::vector<Finding> clean = spf::lintText(row.clean);
        QVERIFY2(find(clean, row.number) == nullptr, row.clean);
    }

    void zones_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const ZoneRow& row : zoneRows) {
            if (row.zone != nullptr) {
                QTest::addRow("SPF-%03d %s", row.number, row.zone) << index;
            }
            ++index;
        }
    }

    void zones()
    {
        QFETCH(int, index);
        const ZoneRow& row = zoneRows[index];
        const spf::LintReport report = lintZone(row.zone, facts());
        const Finding* finding = find(report.findings, row.number);
        QVERIFY2(finding != nullptr, idsOf(report.findings).constData());
        QCOMPARE(wordOf(finding->severity), QByteArray(row.severity));
        QVERIFY(!finding->chain.empty());
        QCOMPARE(finding->chain.front(), std::string("e.jp"));
        if (row.marked != nullptr) {
            QCOMPARE(marked(*finding), QByteArray(row.marked));
        }
        const spf::LintReport clean = lintZone(row.clean, facts());
        QVERIFY2(find(clean.findings, row.number) == nullptr, idsOf(clean.findings).constData());
    }

    void lengths()
    {
        const std::string terms = " a:0123456789.0123456789.e.jp";
        std::string text = "v=spf1";
        while (text.size() <= 255) {
            text += terms;
        }
        std::vector<Finding> findings = spf::lintText(text + " -all");
        const Finding* finding = find(findings, 34);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->fixes.size(), std::size_t(1));
        const std::string split = spf::applied(text + " -all", finding->fixes.front());
        QVERIFY(find(spf::lintText(split), 34) == nullptr);
        QVERIFY(find(spf::lintText(split), 35) == nullptr);
        QVERIFY(find(findings, 36) == nullptr);
        while (text.size() <= 450) {
            text += terms;
        }
        findings = spf::lintText(text + " -all");
        QVERIFY(find(findings, 36) != nullptr);
        QVERIFY(find(findings, 37) == nullptr);
        text += terms + terms;
        QVERIFY(find(spf::lintText(text + " -all"), 37) != nullptr);
    }

    /// All TXT records of the name count.
    void answerSize()
    {
        const QByteArray big = "@ TXT \"" + QByteArray(250, 'x') + "\"\n";
        const QByteArray record = "@ TXT \"v=spf1 -all\"\n";
        QVERIFY(find(lintZone(record + big + big).findings, 37) != nullptr);
        QVERIFY(find(lintZone(record + big).findings, 37) == nullptr);
    }

    void factsNobodyGaveAreNotChecked()
    {
        const spf::LintReport report = lintZone("@ TXT \"v=spf1 ip4:20.0.0.9 -all\"");
        QVERIFY2(report.findings.empty(), idsOf(report.findings).constData());
    }

    void costsAreCountedOverTheTree()
    {
        const spf::LintReport report =
            lintZone("@ TXT \"v=spf1 include:b.e.jp a:c.e.jp -all\"\n"
                     "b TXT \"v=spf1 a:c.e.jp mx ~all\"\n@ MX 1 c\nb MX 1 c\nc A 20.0.0.1");
        QCOMPARE(report.lookups, 4);
        QCOMPARE(report.voidLookups, 0);
        QCOMPARE(report.costs.size(), std::size_t(2));
        QCOMPARE(report.costs[0].term, std::string("include:b.e.jp"));
        QCOMPARE(report.costs[0].lookups, 3);
        QCOMPARE(report.costs[1].lookups, 1);
    }

    void longListsDoNotTakeLong()
    {
        std::string text = "v=spf1";
        for (int i = 0; i < 20'000; ++i) {
            text += " ip4:20." + std::to_string(i / 256) + '.' + std::to_string(i % 256) + ".1";
        }
        QVERIFY(find(spf::lintText(text + text.substr(6) + " -all"), 31) != nullptr);
    }

    void evidenceIsKept()
    {
        const spf::LintReport report = lintZone("@ TXT \"v=spf1 include:b.e.jp -all\"");
        const Finding* finding = find(report.findings, 15);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->evidence.size(), std::size_t(1));
        QCOMPARE(finding->evidence[0].question.name, std::string("b.e.jp"));
        QVERIFY(finding->evidence[0].answer->status == dns::Status::NxDomain);
        QCOMPARE(finding->args, std::vector<std::string>{"b.e.jp"});
    }

    /// What does not answer may or may not have changed.
    void silentFlatteningIsNotStale()
    {
        for (const char* zone :
             {"@ TXT \"v=spf1 -all\"\n$FAILURE flat servfail",
              "@ TXT \"v=spf1 -all\"\nflat TXT \"v=spf1 a:h.e.jp -all\"\n$FAILURE h timeout"}) {
            const spf::LintReport report = lintZone(zone, facts());
            QVERIFY(find(report.findings, 62) == nullptr);
            const Finding* finding = find(report.findings, 54);
            QVERIFY2(finding != nullptr, zone);
            QCOMPARE(finding->evidence.size(), std::size_t(1));
        }
    }

    /// Clients of IPv6 never ask for A (RFC 7208 5), so each family has its own count.
    void voidsOfOneFamily()
    {
        const QByteArray hosts = "h1 A 20.0.0.1\nh2 A 20.0.0.2\nh3 A 20.0.0.3\n";
        const QByteArray terms = "@ TXT \"v=spf1 a:h1.e.jp a:h2.e.jp a:h3.e.jp ";
        spf::LintReport report = lintZone(hosts + terms + "ip6:2600::/32 -all\"");
        const Finding* finding = find(report.findings, 13);
        QVERIFY(finding != nullptr);
        QCOMPARE(wordOf(finding->severity), QByteArray("error"));
        QCOMPARE(finding->args, std::vector<std::string>{"3"});
        QCOMPARE(finding->evidence.size(), std::size_t(3));
        QVERIFY(finding->evidence[0].question.type == dns::RecordType::AAAA);
        QCOMPARE(report.voidLookups, 0);             // for every client
        report = lintZone(hosts + terms + "-all\""); // nobody sends over IPv6
        QCOMPARE(wordOf(find(report.findings, 13)->severity), QByteArray("warning"));
        report = lintZone(hosts + "h3 AAAA 2600::1\n" + terms + "-all\"");
        QVERIFY(find(report.findings, 13) == nullptr);
    }

    /// Ten thousand findings about one record hold it once.
    void findingsShareWhatTheyAreAbout()
    {
        const spf::LintReport report = lintZone("@ TXT \"v=spf1 a:x.e.jp a:x.e.jp a:y.e.jp ptr -all\"");
        std::vector<const Finding*> voids;
        for (const Finding& finding : report.findings) {
            if (finding.rule == Rule::VoidLookup && finding.args.front() == "x.e.jp") {
                voids.push_back(&finding);
            }
        }
        QCOMPARE(voids.size(), std::size_t(2));
        QVERIFY(voids[0]->text == voids[1]->text);
        QVERIFY(voids[0]->evidence[0].answer == voids[1]->evidence[0].answer);
    }

    void aNameThatIsNoDomain()
    {
        const spf::LintReport report = spf::RecordLint("localhost").report();
        QCOMPARE(idsOf(report.findings), QByteArray("SPF-043 "));
        QVERIFY(report.findings[0].text == nullptr);
    }

    /// Addresses for examples are wrong in a real domain only.
    void documentationAddresses()
    {
        QVERIFY(find(lintZone("@ TXT \"v=spf1 ip4:192.0.2.1 -all\"").findings, 30) != nullptr);
        QVERIFY(find(spf::lintText("v=spf1 ip4:192.0.2.1 -all", {{}, "mail.example.com"}), 30) == nullptr);
    }

    void oneMistakeDoesNotHideTheNext()
    {
        const std::vector<Finding> findings =
            spf::lintText("\xe2\x80\x9cspf1 include: a.example,ipv4:192.0.2.1 \xe2\x88\x92"
                          "all\xe2\x80\x9d");
        for (const int number : {3, 4, 9, 10, 50, 51}) {
            QVERIFY2(find(findings, number) != nullptr, idsOf(findings).constData());
        }
        QVERIFY(find(findings, 22) == nullptr);
    }

    void anythingCanBeRead()
    {
        const std::string pieces[] = {"v=spf1", " ", "\"", "\\",        "%",   "{",        ":",
                                      "=",      "/", "-",  "all",       "ip4", "\xe3\x80", "\x01",
                                      ",",      "a", "(",  "\"\" \"\"", "spf", "1"};
        std::uint32_t state = 1;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (int i = 0; i < 12; ++i) {
                state = state * 1'664'525U + 1'013'904'223U;
                text += pieces[(state >> 16) % std::size(pieces)];
            }
            for (const Finding& finding : spf::lintText(text)) {
                QVERIFY(finding.span.start + finding.span.length <= text.size());
                for (const spf::Fix& fix : finding.fixes) {
                    for (const spf::RecordEdit& edit : fix.edits) {
                        QVERIFY(edit.start + edit.length <= text.size());
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(RecordLintTest)
#include "record_lint_test.moc"
