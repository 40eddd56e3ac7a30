// SPDX-License-Identifier: GPL-3.0-or-later
// The trace: every record with all its terms, what each asked and cost, and what was never reached.
#include "core/dns/recording.h"
#include "core/dns/zone_file.h"
#include "core/spf/evaluate.h"

#include <QTest>

using spf::NodeKind;
using spf::Outcome;
using spf::TraceNode;

namespace {

spf::Check check(const char* client)
{
    spf::Check check;
    check.client = net::IpAddress::parse(client).value();
    check.sender = "user@e.com";
    check.domain = "e.com";
    check.helo = "mail.e.com";
    return check;
}

spf::Report traced(const char* zoneText, const char* client = "192.0.2.1")
{
    const auto zone = dns::readZoneFile(zoneText).zone;
    spf::Options options;
    options.trace = true;
    return spf::evaluate(check(client), options,
                         [&zone](const dns::Question& question) { return zone.lookup(question); });
}

/// "e.com[-all:no-match ...]" with the counters after each term.
QByteArray outline(const TraceNode& node)
{
    QByteArray text = QByteArray::fromStdString(node.kind == NodeKind::Record ? node.domain : node.text);
    if (node.kind == NodeKind::Term) {
        text += ':' + QByteArray::fromStdString(std::string(spf::word(node.outcome)));
        if (node.outcome != Outcome::NotEvaluated) {
            text += ' ' + QByteArray::number(node.lookups) + '/' + QByteArray::number(node.voidLookups);
        }
    } else if (node.result) {
        text += '=' + QByteArray::fromStdString(std::string(spf::word(*node.result)));
    }
    if (!node.children.empty()) {
        text += '[';
        for (const auto& child : node.children) {
            text += (text.endsWith('[') ? "" : ", ") + outline(child);
        }
        text += ']';
    }
    return text;
}

} // namespace

class TraceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void treesShowThePath_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("tree");
        const auto row = [](const char* title, const char* zone, const char* tree) {
            QTest::newRow(title) << QByteArray(zone) << QByteArray(tree);
        };
        row("no record", "x.com. A 192.0.2.1\n", "e.com=none");
        row("match", "e.com. TXT \"v=spf1 ip4:192.0.2.9 a ra=x mx -all\"\ne.com. A 192.0.2.1\n",
            "e.com=pass[ip4:192.0.2.9:no-match 0/0, a:match 1/0, ra=x:not-evaluated, mx:not-evaluated, "
            "-all:not-evaluated]");
        row("include", "e.com. TXT \"v=spf1 a:x.com include:i.com -all\"\ni.com. TXT \"v=spf1 a ?all\"\n",
            "e.com=fail[a:x.com:no-match 1/1, include:i.com:no-match 3/2[i.com=neutral[a:no-match 3/2, "
            "?all:match 3/2]], -all:match 3/2]");
        row("redirect", "e.com. TXT \"v=spf1 redirect=i.com mx:x.com\"\ni.com. TXT \"v=spf1 -all\"\n",
            "e.com=fail[redirect=i.com:match 2/1[i.com=fail[-all:match 2/1]], mx:x.com:no-match 1/1]");
        row("syntax error", "e.com. TXT \"v=spf1 a moo -all\"\n",
            "e.com=permerror[a:not-evaluated, moo:error 0/0, -all:not-evaluated]");
        row("DNS failure", "e.com. TXT \"v=spf1 a:x.com -all\"\n$FAILURE x.com. timeout\n",
            "e.com=temperror[a:x.com:error 1/0, -all:not-evaluated]");
        row("include without record", "e.com. TXT \"v=spf1 include:x.com -all\"\n",
            "e.com=permerror[include:x.com:error 1/1[x.com=none], -all:not-evaluated]");
        row("used explanation", "e.com. TXT \"v=spf1 exp=x.com -all\"\nx.com. TXT why\n",
            "e.com=fail[exp=x.com:match 0/0, -all:match 0/0]");
        row("useless explanation", "e.com. TXT \"v=spf1 exp=x.com -all\"\n",
            "e.com=fail[exp=x.com:error 0/0, -all:match 0/0]");
    }

    void treesShowThePath()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, tree);
        const auto report = traced(zone.constData());
        QVERIFY(report.trace.has_value());
        QCOMPARE(outline(*report.trace), tree);
    }

    void termsShowWhatTheyAskedAndWhatMacrosBecame()
    {
        const auto report = traced("e.com. 300 TXT \"v=spf1 ~exists:%{ir}.x.%{d2} a mx -all\"\n"
                                   "e.com. AAAA 2001:db8::1\ne.com. MX 10 m.e.com.\nm.e.com. A 192.0.2.1\n");
        const TraceNode& root = *report.trace;
        QCOMPARE(root.text, std::string("v=spf1 ~exists:%{ir}.x.%{d2} a mx -all"));
        QCOMPARE(root.dns.size(), std::size_t(1));
        QCOMPARE(root.dns[0].question, (dns::Question{"e.com", dns::RecordType::TXT}));
        QCOMPARE(root.dns[0].answer.ttl, std::optional(300U));
        const TraceNode& exists = root.children.at(0);
        QCOMPARE(exists.qualifier, std::string("~"));
        QCOMPARE(exists.span, (spf::Span{7, 21}));
        QCOMPARE(exists.macro, std::optional(spf::MacroExpansion{"%{ir}.x.%{d2}", "1.2.0.192.x.e.com"}));
        QVERIFY(exists.dns.at(0).isVoid);
        const TraceNode& a = root.children.at(1);
        QVERIFY(!a.macro);
        QCOMPARE(a.qualifier, std::string("+"));
        QCOMPARE(a.dns.at(0).answer.status, dns::Status::NoData);
        QVERIFY(a.dns[0].isVoid); // D-V1: the host has no address of this family
        const TraceNode& mx = root.children.at(2);
        QCOMPARE(mx.dns.size(), std::size_t(2));
        QCOMPARE(mx.dns[1].question.name, std::string("m.e.com"));
        QCOMPARE(mx.outcome, Outcome::Match);
        QCOMPARE(mx.ownLookups, 1);
        QCOMPARE(report.dnsQueries, 5);
    }

    void problemsAreOnTheTermAndInTheReport()
    {
        const auto report =
            traced("e.com. TXT \"v=spf1 include:i.com -all\"\ni.com. TXT \"v=spf1 ipv4:192.0.2.1\"\n");
        const spf::Problem& problem = *report.problem;
        QCOMPARE(problem.code, spf::ProblemCode::UnknownMechanism);
        QCOMPARE(problem.domain, std::string("i.com"));
        QCOMPARE(problem.term, std::string("ipv4:192.0.2.1"));
        QCOMPARE(problem.span, (spf::Span{7, 4}));
        QCOMPARE(problem.detail, std::string("ipv4"));
        QCOMPARE(report.trace->children.at(0).children.at(0).children.at(0).problem, report.problem);
    }

    void costsIncludeThoseOfChildren()
    {
        const auto report =
            traced("e.com. TXT \"v=spf1 include:i.com include:j.com -all\"\n"
                   "i.com. TXT \"v=spf1 a:h.com a:h.com\"\nj.com. TXT \"v=spf1 ip4:192.0.2.1\"\n"
                   "h.com. A 192.0.2.9\n");
        QCOMPARE(report.trace->children.at(0).ownLookups, 3);
        QCOMPARE(report.trace->children.at(1).ownLookups, 1);
        QCOMPARE(report.lookups, 4);
    }

    void expiryIsShownOnTheWholePath()
    {
        const auto zone = dns::readZoneFile("e.com. TXT \"v=spf1 include:i.com -all\"\n"
                                            "i.com. TXT \"v=spf1 a:slow.com -all\"\n")
                              .zone;
        spf::Options options;
        options.trace = true;
        spf::Evaluation evaluation(check("192.0.2.1"), options);
        evaluation.answer(zone.lookup(*evaluation.question()));
        evaluation.answer(zone.lookup(*evaluation.question()));
        evaluation.expire();
        QCOMPARE(outline(*evaluation.report().trace),
                 QByteArray("e.com=temperror[include:i.com:error 0/0[i.com=temperror[a:slow.com:error 0/0, "
                            "-all:not-evaluated]], -all:not-evaluated]"));
    }

    void withoutTraceTheReportIsTheSame()
    {
        const char* text = "e.com. TXT \"v=spf1 a:x.com include:i.com -all\"\ni.com. TXT \"v=spf1 a ?all\"\n";
        const auto with = traced(text);
        const auto zone = dns::readZoneFile(text).zone;
        const auto without =
            spf::evaluate(check("192.0.2.1"), spf::Options{},
                          [&zone](const dns::Question& question) { return zone.lookup(question); });
        QVERIFY(!without.trace);
        QCOMPARE(without.result, with.result);
        QCOMPARE(without.mechanism, with.mechanism);
        QCOMPARE(without.lookups, with.lookups);
        QCOMPARE(without.voidLookups, with.voidLookups);
        QCOMPARE(without.dnsQueries, with.dnsQueries);
    }

    void recordedAnswersRepeatARunExactly()
    {
        const auto zone =
            dns::readZoneFile("e.com. TXT \"v=spf1 a:x.com mx -all exp=why.e.com\"\n"
                              "e.com. MX 10 m.e.com.\nm.e.com. A 192.0.2.9\nwhy.e.com. TXT \"No, %{i}\"\n")
                .zone;
        spf::Options options;
        options.trace = true;
        dns::Recording recording;
        const auto live = spf::evaluate(check("192.0.2.1"), options, [&](const dns::Question& question) {
            recording.add(question, zone.lookup(question));
            return zone.lookup(question);
        });
        const auto read = dns::Recording::parse(recording.serialised()).value();
        const auto again = spf::evaluate(check("192.0.2.1"), options, [&read](const dns::Question& question) {
            return read.lookup(question);
        });
        QVERIFY(again.trace == live.trace);
        QCOMPARE(again.explanation, std::string("No, 192.0.2.1"));
        const auto other =
            spf::evaluate(check("2001:db8::1"), options,
                          [&read](const dns::Question& question) { return read.lookup(question); });
        QCOMPARE(other.result, spf::Result::TempError);
        QCOMPARE(other.problem->dnsStatus, dns::Status::NotRecorded);
    }
};

QTEST_APPLESS_MAIN(TraceTest)
#include "trace_test.moc"
