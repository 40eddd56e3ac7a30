// SPDX-License-Identifier: GPL-3.0-or-later
// What a fix makes of a record: what was meant, never more than was asked for, and the same answer for every
// client where only the writing changes (RFC 7208 4.6.2).
#include "core/base/ascii.h"
#include "core/spf/lint.h"
#include "core/spf/record.h"

#include <QTest>

#include <algorithm>

using spf::Finding;
using spf::Severity;

namespace {

struct FixRow
{
    const char* id;
    const char* text;
    const char* fixed; ///< nullptr: a finding without any fix; "": no such finding
};

const FixRow fixRows[] = {
    // A term without a blank before it.
    {"SPF-010", "v=spf1 a-all", "v=spf1 a -all"},
    {"SPF-010", "v=spf1 mx-all", "v=spf1 mx -all"},
    {"SPF-010", "v=spf1 MX~ALL", "v=spf1 MX ~ALL"},
    {"SPF-010", "v=spf1 ip4:192.0.2.1-all", "v=spf1 ip4:192.0.2.1 -all"},
    {"SPF-010", "v=spf1 a:x.example.com~all", "v=spf1 a:x.example.com ~all"},
    {"SPF-010", "v=spf1 include:x.example.net-all", "v=spf1 include:x.example.net -all"},
    {"SPF-010", "v=spf1 include:x.example.cominclude:y.example.com -all",
     "v=spf1 include:x.example.com include:y.example.com -all"},
    {"SPF-010", "v=spf1 ip4:192.0.2.1ip6:2001:db8::1-all", "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all"},
    {"SPF-010", "v=spf1 mx~include:y.example.com -all", "v=spf1 mx ~include:y.example.com -all"},
    {"SPF-010", "v=spf1 a:x.example.comredirect=y.example.com",
     "v=spf1 a:x.example.com redirect=y.example.com"},
    {"SPF-010", "v=spf1 ip6:2001:db8::a:1 a:mx-all.example.com -all", ""},
    {"SPF-050",
     "v=spf1 mx include:_spf.example.net\xe2\x88\x92"
     "all",
     "v=spf1 mx include:_spf.example.net -all"},
    {"SPF-050",
     "v=spf1 mx\xe2\x80\x93"
     "all",
     "v=spf1 mx -all"},
    // A blank in the place of ":" or "=".
    {"SPF-009", "v=spf1 include a.example.com -all", "v=spf1 include:a.example.com -all"},
    {"SPF-009", "v=spf1 ip4 192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all"},
    {"SPF-009", "v=spf1 ip4  192.0.2.0 /24 -all", "v=spf1 ip4:192.0.2.0/24 -all"},
    {"SPF-009", "v=spf1 ip6 2001:db8::1 -all", "v=spf1 ip6:2001:db8::1 -all"},
    {"SPF-009", "v=spf1 exists %{i}.bl.example.com -all", "v=spf1 exists:%{i}.bl.example.com -all"},
    {"SPF-009", "v=spf1 redirect _spf.example.com", "v=spf1 redirect=_spf.example.com"},
    {"SPF-009", "v=spf1 include mx -all", ""},
    // What was put around a term.
    {"SPF-004", "v=spf1 mx (-all)", "v=spf1 mx -all"},
    {"SPF-004", "v=spf1 <include:a.example.com> -all", "v=spf1 include:a.example.com -all"},
    {"SPF-004", "v=spf1 mx) -all", "v=spf1 mx -all"},
    {"SPF-004", "v=spf1 =mx -all", "v=spf1 mx -all"},
    {"SPF-004", "v=spf1 =ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all"},
    {"SPF-004", "v=spf1 mx =all", "v=spf1 mx -all"},
    {"SPF-004", "v=spf1 mx al", "v=spf1 mx -all"},
    {"SPF-004", "v=spf1 mx ~al", "v=spf1 mx ~all"},
    {"SPF-051", "v=spf1 mx \"-all\"", "v=spf1 mx -all"},
    {"SPF-051", "\"v=spf1 mx\" -all", "v=spf1 mx -all"},
    {"SPF-026", "v=spf1 mx all:x", "v=spf1 mx -all"},
    {"SPF-043", "v=spf1 a:_s.- -all", nullptr},
    {"SPF-043", "v=spf1 ptr/24 -all", "v=spf1 ptr -all"},
    {"SPF-043", "v=spf1 include:a.example.com&include:b.example.com -all", nullptr},
    {"SPF-043", "v=spf1 include:https://a.example.com:8080/x -all", "v=spf1 include:a.example.com -all"},
    // The version.
    {"SPF-003", "v=DMARC1; p=none", nullptr},
    {"SPF-003", "v=DKIM1; k=rsa; p=MIGf", nullptr},
    {"SPF-003", "google-site-verification=abc", nullptr},
    {"SPF-010", "v=DMARC1; p=none", ""},
    {"SPF-003", "v=spf1: mx -all", "v=spf1 mx -all"},
    {"SPF-003", "v=sfp1 mx -all", "v=spf1 mx -all"},
    {"SPF-003", "mx, a, -all", "v=spf1 mx, a, -all"},
    // Networks are moved only where the answer stays the same.
    {"SPF-032", "v=spf1 ip4:192.0.2.0/25 -exists:%{i}.bl.ex.com ip4:192.0.2.128/25 -all", ""},
    {"SPF-032", "v=spf1 ip4:192.0.2.0/25 include:a.ex.com ip4:192.0.2.128/25 -all", ""},
    {"SPF-032", "v=spf1 ip4:192.0.2.0/25 -ip4:192.0.2.200 ip4:192.0.2.128/25 -all", ""},
    {"SPF-032", "v=spf1 mx ip4:192.0.2.0/25 ip6:2001:db8::1 ip4:192.0.2.128/25 a -all",
     "v=spf1 mx ip4:192.0.2.0/24 ip6:2001:db8::1 a -all"},
    {"SPF-032", "v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.128/25 mx ip4:192.0.3.0/24 -all",
     "v=spf1 ip4:192.0.2.0/24 mx ip4:192.0.3.0/24 -all"},
    {"SPF-031", "v=spf1 ip4:192.0.2.1 -include:bl.ex.com ip4:192.0.2.0/24 -all", ""},
    {"SPF-031", "v=spf1 ip4:192.0.2.0/28 -ip4:192.0.2.1 ip4:192.0.2.0/24 -all", ""},
    {"SPF-031", "v=spf1 ip4:192.0.2.1 -ip4:192.0.0.0/16 ip4:192.0.2.0/24 -all", ""},
    {"SPF-031", "v=spf1 ip4:192.0.2.1 -ip4:192.0.0.0/16 ip4:192.0.2.0/24 ip4:192.0.0.0/12 -all", ""},
    {"SPF-031", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/24 mx -all", "v=spf1 ip4:192.0.2.0/24 mx -all"},
    {"SPF-031", "v=spf1 ip4:192.0.2.0/24 -include:bl.ex.com ip4:192.0.2.1 -all",
     "v=spf1 ip4:192.0.2.0/24 -include:bl.ex.com -all"},
    // The same in another writing.
    {"SPF-031", "v=spf1 exists:%{l}.x.example.org exists:%{L}.x.example.org -all", ""},
    {"SPF-031", "v=spf1 a +a -all", "v=spf1 a -all"},
    {"SPF-031", "v=spf1 a:B.example.com./24 a:b.example.com/24 -all", "v=spf1 a:B.example.com./24 -all"},
    {"SPF-018", "v=spf1 include:a.example.com include:A.example.com. -all",
     "v=spf1 include:a.example.com -all"},
    {"SPF-018", "v=spf1 include:%{o}.example.com include:%{O}.example.com -all", ""},
    // Terms that refuse let nobody pass.
    {"SPF-028", "v=spf1 mx -ip4:0.0.0.0/0 -ip6:::/0", ""},
    {"SPF-028", "v=spf1 -ip4:8.0.0.0/8 mx -all", ""},
    {"SPF-028", "v=spf1 -a/0 mx -all", ""},
    {"SPF-044", "v=spf1 -a/24 mx -all", ""},
    {"SPF-030", "v=spf1 -ip4:10.0.0.0/8 mx -all", ""},
};

std::vector<Finding> named(const std::vector<Finding>& findings, const char* id)
{
    std::vector<Finding> some;
    std::ranges::copy_if(findings, std::back_inserter(some),
                         [id](const Finding& finding) { return spf::idOf(finding.rule) == id; });
    return some;
}

std::ptrdiff_t errorsIn(const std::vector<Finding>& findings)
{
    return std::ranges::count(findings, Severity::Error, &Finding::severity);
}

/// "all" or "+all" stands in it as a term.
bool passesAll(const std::string& text)
{
    return std::ranges::any_of(base::split(text, ' '), [](std::string_view word) {
        return base::equalsIgnoreCase(word, "all") || base::equalsIgnoreCase(word, "+all");
    });
}

const char* const faultyRecords[] = {
    "",
    " ",
    "v=spf1",
    "v=spf1 all",
    "v=spf1 +all",
    "v=spf1 ?all",
    "v=spf1 al",
    "v=spf1 +al",
    "v=spf1 alll:x",
    "v=spf1 all=x",
    "v=spf1 all/24",
    "v=spf1 (all)",
    "v=spf1 \"all\"",
    "v=spf1 mx =",
    "v=spf1 mx -",
    "v=spf1 mx - all",
    "v=spf1 mx --all",
    "v=spf1 mx +-all",
    "v=spf1 mx -all-all",
    "v=spf1 mxall",
    "v=spf1 x-all",
    "v=spf1 a:x-all",
    "v=spf1 redirect=x.example.com-all",
    "v=spf1 redirect=x.example.com~all",
    "v=spf1 redirect:x.example.com",
    "v=spf1 redirect: x.example.com",
    "v=spf1 redirect =x.example.com",
    "v=spf1 include x.example.com y.example.com",
    "v=spf1 include:x.example.com,y.example.com;-all",
    "v=spf1 include:x@example.com -all",
    "v=spf1 include:http://x.example.com/ -all",
    "v=spf1 include=x.example.com ip4=192.0.2.1 ip=192.0.2.1 -all",
    "v=spf1 incl:x.example.com -all",
    "v=spf1 ip4:192.0.2 -all",
    "v=spf1 ip4:192.0.2.0-192.0.2.255 -all",
    "v=spf1 ip4:192.0.2.0/255.255.255.0 -all",
    "v=spf1 ip4:mail.example.com -all",
    "v=spf1 ip4: -all",
    "v=spf1 ip4:2001:db8::1 ip6:192.0.2.1 -all",
    "v=spf1 192.0.2.1 2001:db8::1 mail.example.com -all",
    "v=spf1 ip4:192.0.2.1/24 ip4:192.0.2.1 ip4:192.0.2.0/25 ip4:192.0.2.128/25 -all",
    "v=spf1 a:192.0.2.1 mx:2001:db8::1 ptr:x -all",
    "v=spf1 exp= exp=a.example.com exp=b.example.com -all",
    "v=spf1 -all mx redirect=a.example.com",
    "v=spf1 mx v=spf1 a -all",
    "v=spf1; mx, a| -all",
    "v=spf1:mx -all",
    "v=spf10 mx -all",
    "spf1 mx -all",
    "spf2.0/pra mx -all",
    "V = SPF1 MX -ALL",
    "\"v=spf1 mx -all\"",
    "\"v=spf1 mx\" \"-all\"",
    "'v=spf1 mx -all'",
    "\xe2\x80\x9cv=spf1 mx \xe2\x80\x93"
    "all\xe2\x80\x9d",
    "v=spf1 include:\xe4\xbe\x8b\xe3\x81\x88.jp -all",
    "v=spf1 mx\xe2\x80\x94"
    "all",
    "v=spf1 \xef\xbc\x8d"
    "all",
    "v=spf1 %{i} exists:%{x}.a %-all",
    "v=spf1 include:spf.tmes.trendmicro.com mx mx include:a.example.com include:a.example.com -all",
};

} // namespace

class RecordLintFixesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fixes_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const FixRow& row : fixRows) {
            QTest::addRow("%s %s", row.id, row.text) << index++;
        }
    }

    void fixes()
    {
        QFETCH(int, index);
        const FixRow& row = fixRows[index];
        const std::vector<Finding> findings = named(spf::lintText(row.text), row.id);
        if (row.fixed == nullptr) {
            QVERIFY(!findings.empty());
            QVERIFY(findings.front().fixes.empty());
        } else if (*row.fixed == '\0') {
            QVERIFY(findings.empty());
        } else {
            QVERIFY(!findings.empty());
            QVERIFY(!findings.front().fixes.empty());
            QCOMPARE(spf::applied(row.text, findings.front().fixes.front()), std::string(row.fixed));
        }
    }

    void fixesNeverMakeItWorse_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const FixRow& row : fixRows) {
            QTest::addRow("%s %s", row.id, row.text) << QByteArray(row.text);
        }
        for (const char* text : faultyRecords) {
            QTest::addRow("faulty %s", text) << QByteArray(text);
        }
    }

    void fixesNeverMakeItWorse()
    {
        QFETCH(QByteArray, text);
        const std::string before = text.toStdString();
        const std::vector<Finding> findings = spf::lintText(before);
        for (const Finding& finding : findings) {
            for (const spf::Fix& fix : finding.fixes) {
                const std::string after = spf::applied(before, fix);
                const std::string what = spf::idOf(finding.rule) + " makes \"" + after + '"';
                QVERIFY2(after != before, what.c_str());
                QVERIFY2(errorsIn(spf::lintText(after)) <= errorsIn(findings), what.c_str());
                QVERIFY2(!passesAll(after) || passesAll(before), what.c_str());
            }
        }
    }

    /// A refusing network is no danger, a neutral one no error.
    void onlyAPassLetsEverybodyIn()
    {
        QCOMPARE(errorsIn(spf::lintText("v=spf1 ip4:0.0.0.0/0 -all")), std::ptrdiff_t(1));
        QCOMPARE(errorsIn(spf::lintText("v=spf1 ?ip4:0.0.0.0/0 -all")), std::ptrdiff_t(0));
    }

    void argumentOfPtrIsMarkedWhole()
    {
        const std::vector<Finding> findings = named(spf::lintText("v=spf1 ptr/24 -all"), "SPF-043");
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY((findings[0].span == spf::Span{10, 3}));
        QCOMPARE(findings[0].args, std::vector<std::string>{"/24"});
    }

    void passAllIsNeverSuggested()
    {
        const std::vector<Finding> findings = named(spf::lintText("v=spf1 mx =all"), "SPF-004");
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].args, (std::vector<std::string>{"=all", "-all"}));
        QCOMPARE(findings[0].fixes.size(), std::size_t(2));
    }

    /// As a master file shows quotes inside of the data.
    void escapedQuotes()
    {
        const std::string text = "\"\\\"v=spf1 -all\\\"\"";
        const std::vector<Finding> findings = named(spf::lintText(text), "SPF-051");
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(spf::applied(text, findings.front().fixes.front()), std::string("\"v=spf1 -all\""));
    }

    /// Hanging terms are found in one pass, however many there are.
    void longWordsDoNotTakeLong()
    {
        std::string text = "v=spf1 ";
        for (int i = 0; i < 3'000; ++i) {
            text += "ip4:192.0.2.1";
        }
        QVERIFY(!named(spf::lintText(text), "SPF-010").empty());
        QVERIFY(!spf::lintText("v=spf1 " + std::string(50'000, ':')).empty());
        QVERIFY(!spf::lintText("v=spf1 include:a" + std::string(50'000, '.')).empty());
    }
};

QTEST_APPLESS_MAIN(RecordLintFixesTest)
#include "record_lint_fixes_test.moc"
