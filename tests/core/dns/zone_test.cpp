// SPDX-License-Identifier: GPL-3.0-or-later
// Master files (RFC 1035 5), look-ups in a zone (RFC 1034 4.3, RFC 4592) and the failures of ours.
#include "core/dns/presentation.h"
#include "core/dns/zone_file.h"

#include <QTest>

using dns::Answer;
using dns::RecordType;
using dns::Status;
using dns::ZoneFile;
using dns::ZoneProblem;

namespace {

QByteArray shown(const Answer& answer)
{
    QByteArray text(dns::isAnswered(answer.status) && answer.status == Status::NoData
                        ? "NODATA"
                        : QByteArray::fromStdString(std::string(dns::rcodeWord(answer.status))));
    for (const auto& alias : answer.aliases) {
        text += " >" + QByteArray::fromStdString(alias);
    }
    for (const auto& record : answer.records) {
        text += " | " + QByteArray::fromStdString(record.toString());
    }
    return text;
}

QByteArray ask(const dns::Zone& zone, const char* name, RecordType type)
{
    return shown(zone.lookup({name, type}));
}

QByteArray problems(const ZoneFile& file)
{
    QByteArray text;
    for (const auto& problem : file.problems) {
        text += QByteArray::number(static_cast<int>(problem.code)) + '@' +
                QByteArray::number(static_cast<int>(problem.line)) + ':' +
                QByteArray::number(static_cast<int>(problem.column)) + ' ';
    }
    return text.trimmed();
}

} // namespace

class ZoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void masterFilesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char* title, const char* text, const char* name, RecordType type,
                            const char* answer) {
            QTest::newRow(title) << QByteArray(text) << QByteArray(name) << static_cast<int>(type)
                                 << QByteArray(answer);
        };
        const auto a = RecordType::A;
        const auto txt = RecordType::TXT;
        row("absolute", "mail.example.com. 300 IN A 192.0.2.1\n", "mail.example.com", a,
            "NOERROR | 192.0.2.1");
        row("no final newline", "mail.example.com. A 192.0.2.1", "mail.example.com", a,
            "NOERROR | 192.0.2.1");
        row("CRLF", "$ORIGIN example.com.\r\nmail A 192.0.2.1\r\n", "mail.example.com", a,
            "NOERROR | 192.0.2.1");
        row("byte order mark", "\xEF\xBB\xBFmail.example.com. A 192.0.2.1", "mail.example.com", a,
            "NOERROR | 192.0.2.1");
        row("origin and @", "$ORIGIN example.com.\n@ A 192.0.2.1\n", "EXAMPLE.com.", a,
            "NOERROR | 192.0.2.1");
        row("relative origin", "$ORIGIN com.\n$ORIGIN example\nmail A 192.0.2.1\n", "mail.example.com", a,
            "NOERROR | 192.0.2.1");
        row("without origin", "mail.example.com A 192.0.2.1\n", "mail.example.com", a, "NOERROR | 192.0.2.1");
        row("TTL then class", "a.b. 1h IN A 192.0.2.1\n", "a.b", a, "NOERROR | 192.0.2.1");
        row("class then TTL", "a.b. IN 3600 A 192.0.2.1\n", "a.b", a, "NOERROR | 192.0.2.1");
        row("lower-case words", "a.b. in a 192.0.2.1\n", "a.b", a, "NOERROR | 192.0.2.1");
        row("owner repeated", "a.b. A 192.0.2.1\n\tA 192.0.2.2\n  IN A 192.0.2.3\n", "a.b", a,
            "NOERROR | 192.0.2.1 | 192.0.2.2 | 192.0.2.3");
        row("comments", "; first\na.b. A 192.0.2.1 ; last\n;end\n", "a.b", a, "NOERROR | 192.0.2.1");
        row("other class left out", "a.b. CH A 192.0.2.1\na.b. A 192.0.2.2\n", "a.b", a,
            "NOERROR | 192.0.2.2");
        row("other types left out", "a.b. SRV 0 0 25 c.d.\na.b. TYPE65534 \\# 1 00\na.b. A 192.0.2.2\n",
            "a.b", a, "NOERROR | 192.0.2.2");
        row("type by number", "a.b. TYPE16 \"x\"\n", "a.b", txt, "NOERROR | \"x\"");
        row("AAAA", "a.b. AAAA 2001:DB8::1\n", "a.b", RecordType::AAAA, "NOERROR | 2001:db8::1");
        row("MX", "$ORIGIN b.\na MX 10 mx\na MX 20 other.\n", "a.b", RecordType::MX,
            "NOERROR | 10 mx.b | 20 other");
        row("null MX", "a.b. MX 0 .\n", "a.b", RecordType::MX, "NOERROR | 0 .");
        row("PTR", "1.2.0.192.in-addr.arpa. PTR host.b.\n", "1.2.0.192.in-addr.arpa", RecordType::PTR,
            "NOERROR | host.b");
        row("several strings", "a.b. TXT \"v=spf1 \" \"-all\"\n", "a.b", txt,
            "NOERROR | \"v=spf1 \" \"-all\"");
        row("strings touching", "a.b. TXT \"x\"\"y\"\n", "a.b", txt, "NOERROR | \"x\" \"y\"");
        row("strings on several lines", "a.b. TXT ( \"x\"\n  \"y\" ; why\n )\na.c. A 192.0.2.1\n", "a.b", txt,
            "NOERROR | \"x\" \"y\"");
        row("bare word", "a.b. TXT plain\n", "a.b", txt, "NOERROR | \"plain\"");
        row("escapes", "a.b. TXT \"a\\\"b\\\\c\\195\\164;(\"\n", "a.b", txt,
            "NOERROR | \"a\\\"b\\\\c\\195\\164;(\"");
        row("empty string", "a.b. TXT \"\"\n", "a.b", txt, "NOERROR | \"\"");
        row("SPF type", "a.b. SPF \"v=spf1 -all\"\n", "a.b", RecordType::SPF, "NOERROR | \"v=spf1 -all\"");
        row("SPF is not TXT", "a.b. SPF \"v=spf1 -all\"\n", "a.b", txt, "NODATA");
        row("odd name", "foo:bar/baz\\032q.b. A 192.0.2.1\n", "foo:bar/baz q.b", a, "NOERROR | 192.0.2.1");
        row("alias", "a.b. CNAME C.d.\nc.D. A 192.0.2.1\n", "a.b", a, "NOERROR >C.d | 192.0.2.1");
        row("alias to nowhere", "a.b. CNAME c.d.\n", "a.b", a, "NXDOMAIN >c.d");
        row("alias asked for itself", "a.b. CNAME c.d.\n", "a.b", RecordType::CNAME, "NOERROR | c.d");
        row("no data", "a.b. A 192.0.2.1\n", "a.b", txt, "NODATA");
        row("unknown name", "a.b. A 192.0.2.1\n", "x.b", a, "NXDOMAIN");
        row("empty non-terminal", "a.b.c. A 192.0.2.1\n", "b.c", a, "NODATA");
        row("wildcard", "*.b.c. A 192.0.2.1\n", "x.y.b.c", a, "NOERROR | 192.0.2.1");
        row("wildcard not at its apex", "*.b.c. A 192.0.2.1\n", "b.c", a, "NODATA");
        row("wildcard under an existing name", "*.c. A 192.0.2.1\nb.c. TXT x\n", "a.b.c", a, "NXDOMAIN");
        row("wildcard, other type", "*.c. A 192.0.2.1\n", "b.c", txt, "NODATA");
        row("wildcard alias", "*.c. CNAME d.e.\nd.e. A 192.0.2.1\n", "b.c", a, "NOERROR >d.e | 192.0.2.1");
        row("failure", "$FAILURE a.b. timeout\n", "a.b", a, "TIMEOUT");
        row("failure but a record", "$FAILURE a.b. servfail\na.b. TXT x\n", "a.b", txt, "NOERROR | \"x\"");
        row("failure of other types", "$FAILURE a.b. refused\na.b. TXT x\n", "a.b", a, "REFUSED");
        row("failure, relative", "$ORIGIN b.\n$failure a SERVFAIL\n", "a.b", a, "SERVFAIL");
    }

    void masterFilesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(int, type);
        QFETCH(QByteArray, answer);
        const ZoneFile file = dns::readZoneFile(text.toStdString());
        QCOMPARE(problems(file), QByteArray());
        QCOMPARE(ask(file.zone, name.constData(), static_cast<RecordType>(type)), answer);
    }

    void mistakesAreNamedAndTheRestIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("column");
        using Code = ZoneProblem::Code;
        const auto row = [](const char* line, Code code, int column) {
            QTest::newRow(line) << QByteArray(line) << static_cast<int>(code) << column;
        };
        row("a.b. A 192.0.2.300", Code::BadAddress, 8);
        row("a.b. A 2001:db8::1", Code::BadAddress, 8);
        row("a.b. AAAA 192.0.2.1", Code::BadAddress, 11);
        row("a.b. A", Code::MissingData, 6);
        row("a.b. A 192.0.2.1 192.0.2.2", Code::ExtraData, 18);
        row("a.b.", Code::MissingType, 1);
        row("a.b. IN 300", Code::MissingType, 9);
        row("a.b. TXTT x", Code::UnknownType, 6);
        row("a.b. \"A\" 192.0.2.1", Code::UnknownType, 6);
        row("a.b. 3y A 192.0.2.1", Code::BadTtl, 6);
        row("a.b. 99999999999 A 192.0.2.1", Code::BadTtl, 6);
        row("a.b. MX mx.b.", Code::MissingData, 9);
        row("a.b. MX ten mx.b.", Code::BadNumber, 9);
        row("a.b. MX 70000 mx.b.", Code::BadNumber, 9);
        row("a..b. A 192.0.2.1", Code::BadName, 1);
        row("a.b. CNAME c..d.", Code::BadName, 12);
        row("a.b. TXT \"open", Code::UnclosedQuote, 10);
        row("a.b. TXT \"\\999\"", Code::BadEscape, 11);
        row("a.b. TXT )", Code::UnbalancedParenthesis, 10);
        row("$INCLUDE other.zone", Code::UnknownDirective, 1);
        row("$TTL soon", Code::BadTtl, 6);
        row("$ORIGIN", Code::MissingData, 1);
        row("$FAILURE a.b. noerror", Code::BadFailureWord, 15);
        row("$FAILURE a.b. sleepy", Code::BadFailureWord, 15);
        row("a.b. SOA ns.b. me.b. 1 2 3 4", Code::MissingData, 28);
    }

    void mistakesAreNamedAndTheRestIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        QFETCH(int, column);
        const QByteArray text = "first.b. A 192.0.2.1\n" + line + "\nlast.b. A 192.0.2.2\n";
        const ZoneFile file = dns::readZoneFile(text.toStdString());
        QCOMPARE(file.problems.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(file.problems[0].code), code);
        QCOMPARE(file.problems[0].line, std::size_t(2));
        QCOMPARE(static_cast<int>(file.problems[0].column), column);
        QCOMPARE(ask(file.zone, "first.b", RecordType::A), QByteArray("NOERROR | 192.0.2.1"));
        QCOMPARE(ask(file.zone, "last.b", RecordType::A), QByteArray("NOERROR | 192.0.2.2"));
    }

    void aRecordWithoutOwnerIsNamed()
    {
        const ZoneFile file = dns::readZoneFile("  A 192.0.2.1\n");
        QCOMPARE(file.problems.at(0).code, ZoneProblem::Code::NoOwner);
        QVERIFY(file.zone.empty());
    }

    void longStringsAreKeptWithAWarning()
    {
        const ZoneFile file = dns::readZoneFile("a.b. TXT \"" + std::string(256, 'x') + "\"\n");
        QCOMPARE(file.problems.at(0).code, ZoneProblem::Code::StringTooLong);
        QVERIFY(file.problems[0].isWarning());
        QCOMPARE(file.zone.lookup({"a.b", RecordType::TXT}).status, Status::Ok);
    }

    void anOpenParenthesisSwallowsTheRestButNotSilently()
    {
        const ZoneFile file = dns::readZoneFile("a.b. A 192.0.2.1\nc.d. TXT ( x\ne.f. A 192.0.2.2\n");
        QCOMPARE(file.problems.at(0).code, ZoneProblem::Code::UnbalancedParenthesis);
        QCOMPARE(file.problems[0].line, std::size_t(2));
        QCOMPARE(ask(file.zone, "a.b", RecordType::A), QByteArray("NOERROR | 192.0.2.1"));
    }

    void ttlsComeFromTheRecordTheDirectiveOrTheLastRecord()
    {
        const auto ttl = [](const char* text) {
            return dns::readZoneFile(text).zone.lookup({"a.b", RecordType::A}).ttl.value_or(0);
        };
        QCOMPARE(ttl("a.b. 1w2d3h4m5s A 192.0.2.1\n"), 788645U);
        QCOMPARE(ttl("$TTL 2h\na.b. A 192.0.2.1\n"), 7200U);
        QCOMPARE(ttl("x.b. 77 A 192.0.2.9\na.b. A 192.0.2.1\n"), 77U);
        QCOMPARE(ttl("a.b. A 192.0.2.1\n"), 3600U);
        QCOMPARE(ttl("a.b. 60 CNAME c.b.\nc.b. 300 A 192.0.2.1\n"), 60U);
        QCOMPARE(ttl("a.b. 60 A 192.0.2.1\na.b. 30 A 192.0.2.2\n"), 30U);
    }

    void absenceIsKeptForTheMinimumOfTheSoa()
    {
        const auto zone = dns::readZoneFile("$ORIGIN b.\n@ 900 SOA ns me ( 2026112101 1d 2h 4w 5m )\n").zone;
        QCOMPARE(zone.lookup({"x.b", RecordType::A}).ttl, std::optional(300U));
        QVERIFY(!zone.lookup({"x.c", RecordType::A}).ttl);
    }

    void aliasLoopsEnd()
    {
        const auto zone = dns::readZoneFile("a.b. CNAME A.b.\nc.d. CNAME e.f.\ne.f. CNAME c.d.\n").zone;
        QCOMPARE(zone.lookup({"a.b", RecordType::A}).status, Status::ServFail);
        QCOMPARE(zone.lookup({"c.d", RecordType::A}).status, Status::ServFail);
    }

    void draftsReplaceTheirNameAndTypeOnly()
    {
        dns::Zone draft;
        draft.add("Example.com.", RecordType::TXT, {dns::Text{{"v=spf1 -all"}}, 60});
        QVERIFY(draft.overrides({"example.COM", RecordType::TXT}));
        QVERIFY(!draft.overrides({"example.com", RecordType::A}));
        QVERIFY(!draft.overrides({"com", RecordType::TXT}));
        QVERIFY(!draft.overrides({"www.example.com", RecordType::TXT}));
    }

    void oneTypeCanFailAlone()
    {
        dns::Zone zone;
        zone.add("a.b", RecordType::A, {net::IpAddress::v4(1), 60});
        zone.setFailure("a.b", RecordType::TXT, Status::Timeout);
        QCOMPARE(zone.lookup({"a.b", RecordType::TXT}).status, Status::Timeout);
        QCOMPARE(zone.lookup({"a.b", RecordType::A}).status, Status::Ok);
        QCOMPARE(zone.names(), std::vector<std::string>{"a.b"});
    }
};

QTEST_APPLESS_MAIN(ZoneTest)
#include "zone_test.moc"
