// SPDX-License-Identifier: GPL-3.0-or-later
// One line of each form that policy programs write, and what counts as one check (SPEC 1.6, 5.3, MAILLOG.md
// 1).
#include "tests/core/maillog/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

const QByteArray stamp = "Sep 12 10:14:48 mx1 ";
const QByteArray python = stamp + "policyd-spf[70]: ";
const QByteArray perl = stamp + "postfix/policy-spf[71]: ";
const QByteArray own = stamp + "SPFPolicyd[72]: ";
const QByteArray fields =
    "client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@a.example; receiver=b@c.example ";
const QByteArray passLine =
    python + "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; " + fields + "\n";

} // namespace

class LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRow_data();
    void oneRow();
    void noRow_data();
    void noRow();
    void guessedFields();
    void severalLinesOneCheck_data();
    void severalLinesOneCheck();
    void repetitions_data();
    void repetitions();
    void blocksOfAnySize();
    void oddBytes();
    void unfinishedLine();
    void turnOfTheYear();
    void detailsAreRefinedLive();
};

void LinesTest::oneRow_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("row");
    const auto row = [](const char* name, const QByteArray& line, const char* expected) {
        QTest::newRow(name) << line << QString::fromUtf8(expected);
    };
    const QByteArray why = "Please see http://www.openspf.net/Why?s=";
    row("python: prepend", python + "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; " + fields,
        "pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("python: colon without queue id",
        python + ": prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; " + fields,
        "softfail|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("python: queue id",
        python + "4BHn2x1KjLz9: prepend Received-SPF: Neutral (mailfrom) identity=mailfrom; " + fields,
        "neutral|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("python: HELO",
        python + "prepend Received-SPF: Pass (sender SPF authorized) identity=helo; "
                 "client-ip=2001:db8::7; helo=mx.a.example; envelope-from=<>; receiver=<UNKNOWN> ",
        "pass|bypass|helo|2001:db8::7|mx.a.example|||");
    row("python: blanks in a value",
        python + "prepend Received-SPF: None (no SPF record) identity=no SPF record; "
                 "client-ip=192.0.2.7; helo=[192.0.2.7]; envelope-from=<>; receiver=<UNKNOWN>",
        "none|bypass|helo|192.0.2.7|[192.0.2.7]|||");
    row("python: a sender with everything in it",
        python +
            "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.7; helo=h.example; "
            "envelope-from=\"a; receiver=x; ip=1\"=+b@A.Example; receiver=b@c.example ",
        "pass|bypass|mailfrom|192.0.2.7|h.example|\"a; receiver=x; "
        "ip=1\"=+b@A.Example|a.example|b@c.example");
    row("python: UTF-8",
        python + "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.7; "
                 "helo=h.example; envelope-from=山田@例え.example; receiver=<UNKNOWN> ",
        "pass|bypass|mailfrom|192.0.2.7|h.example|山田@例え.example|例え.example|");
    row("python: mapped address",
        python + "prepend Received-SPF: Fail (mailfrom) identity=mailfrom; "
                 "client-ip=::ffff:192.0.2.7; helo=h; envelope-from=a@b.example; receiver=c",
        "fail|bypass|mailfrom|192.0.2.7|h|a@b.example|b.example|c");
    row("python: 550 for MAIL FROM",
        python + "550 5.7.23 Message rejected due to: SPF fail - not authorized. " + why +
            "mfrom;id=u@a.example;ip=192.0.2.7;r=<UNKNOWN>",
        "fail|block|mailfrom|192.0.2.7||u@a.example|a.example|");
    row("python: 550 for HELO",
        python + ": 550 5.7.23 Message rejected due to: SPF fail - not authorized. " + why +
            "helo;id=mx.a.example;ip=192.0.2.7;r=c.example",
        "fail|block|helo|192.0.2.7|mx.a.example|||");
    row("python: a reason of one's own, its link parted by &",
        python + "550 5.7.23 SPF fail - not authorized: https://example.jp/Why?s=mfrom&id=u&v@a.example"
                 "&ip=192.0.2.7&r=c.example",
        "fail|block|mailfrom|192.0.2.7||u&v@a.example|a.example|");
    row("python: the sender's own explanation",
        python + "550 5.7.23 Message rejected due to: go away; see http://a.example/why?id=u@x;ip=9.9.9.9. " +
            why + "mfrom;id=o'u@a.example;ip=192.0.2.7;r=c",
        "fail|block|mailfrom|192.0.2.7||o'u@a.example|a.example|");
    row("python: permerror",
        python + "550 5.7.24 Message rejected due to: SPF Permanent Error: Too many DNS lookups. " + why +
            "mfrom;id=u@a.example;ip=192.0.2.7;r=c",
        "permerror|block|mailfrom|192.0.2.7||u@a.example|a.example|");
    row("python: permerror, old code",
        python + "550 5.7.23 Message rejected due to: SPF permanent error. " + why +
            "mfrom;id=u@a.example;ip=192.0.2.7;r=c",
        "permerror|block|mailfrom|192.0.2.7||u@a.example|a.example|");
    row("python: softfail refused",
        python +
            "550 5.7.23 Message rejected due to: domain owner discourages use of this "
            "host. " +
            why + "mfrom;id=u@a.example;ip=192.0.2.7;r=c",
        "softfail|block|mailfrom|192.0.2.7||u@a.example|a.example|");
    row("python: defer",
        python + "defer_if_permit 4.7.24 Message deferred due to: SPF Temporary Error: DNS Timeout. " + why +
            "mfrom;id=u@a.example;ip=2001:db8::7;r=c",
        "temperror|tempblock|mailfrom|2001:db8::7||u@a.example|a.example|");
    row("python: Authentication-Results",
        python + "prepend Authentication-Results: mx.c.example; spf=pass (sender SPF authorized) "
                 "smtp.mailfrom=a.example (client-ip=192.0.2.7; helo=h.example; envelope-from=u@a.example; "
                 "receiver=c)",
        "pass|bypass|mailfrom|192.0.2.7|h.example|u@a.example|a.example|c");
    row("python: Authentication-Results of HELO",
        python + "prepend Authentication-Results: mx.c.example; spf=none (no SPF record) smtp.helo=h.example "
                 "(client-ip=192.0.2.7; helo=h.example; envelope-from=<>; receiver=<UNKNOWN>)",
        "none|bypass|helo|192.0.2.7|h.example|||");
    row("python: local mail",
        python + "prepend X-Comment: SPF check N/A for local connections - client-ip=127.0.0.1; "
                 "helo=localhost; envelope-from=u@a.example; receiver=c ",
        "-|skip|none|127.0.0.1|localhost|u@a.example|a.example|c");
    row("python: local mail, Authentication-Results",
        python +
            "prepend Authentication-Results: mx; none (SPF check N/A for local connections -  client-ip=::1; "
            "helo=localhost; envelope-from=<>; receiver=c)",
        "-|skip|none|::1|localhost|||c");
    row("python: header not wanted",
        python + "Header field not prepended: Received-SPF: Pass (mailfrom) identity=mailfrom; " + fields,
        "pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("python: old versions", python + "None; identity=mailfrom; " + fields,
        "none|unknown|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("perl: prepend",
        perl + "Policy action=PREPEND Received-SPF: pass (a.example: 192.0.2.7 is authorized to use "
               "'u@a.example' in 'mfrom' identity (mechanism 'mx' matched)) receiver=mx; "
               "identity=mailfrom; envelope-from=\"u@a.example\"; helo=h.example; client-ip=192.0.2.7",
        "pass|bypass|mailfrom|192.0.2.7|h.example|u@a.example|a.example|");
    row("perl: HELO",
        perl + ": Policy action=PREPEND Received-SPF: none (h.example: No applicable sender policy "
               "available) receiver=mx; identity=helo; helo=h.example; client-ip=192.0.2.7",
        "none|bypass|helo|192.0.2.7|h.example|||");
    row("perl: 550",
        perl + "Policy action=550 Please see http://www.openspf.org/Why?s=mfrom;id=u%40a.example;"
               "ip=2001%3Adb8%3A%3A7;r=mx",
        "fail|block|mailfrom|2001:db8::7||u@a.example|a.example|");
    row("perl: temperror",
        perl + "Policy action=DEFER_IF_PERMIT SPF-Result=a.example: 'SERVFAIL' error on DNS 'TXT' "
               "lookup of 'a.example'",
        "temperror|tempblock|mailfrom|-|||a.example|");
    row("perl: local mail",
        perl + "Policy action=PREPEND Authentication-Results: mx; none (SPF not checked for localhost)",
        "-|skip|none|-||||");
    row("own: block",
        own + "action=block result=fail identity=mailfrom domain=a.example client-ip=192.0.2.7 "
              "helo=h.example envelope-from=<u@a.example> to=<b@c.example> rule=globals.fail "
              "instance=4f2.65.0 queue-id=",
        "fail|block|mailfrom|192.0.2.7|h.example|u@a.example|a.example|b@c.example");
    row("own: HELO",
        own + "action=tempblock result=temperror identity=helo domain=h.example client-ip=2001:db8::7 "
              "helo=h.example envelope-from=<> to=<b@c.example> rule=globals.temperror instance=1.2.0 "
              "queue-id=",
        "temperror|tempblock|helo|2001:db8::7|h.example|||b@c.example");
    row("own: quoted values",
        own + "action=bypass result=pass identity=mailfrom domain=a.example client-ip=192.0.2.7 "
              "helo=\"odd helo=x\" envelope-from=\"<\\\"a; b\\\"@a.example>\" to=<b@c.example> "
              "rule=\"*.a.example.pass\" instance=1.2.0 queue-id=",
        "pass|bypass|mailfrom|192.0.2.7|odd helo=x|\"a; b\"@a.example|a.example|b@c.example");
    row("own: skip",
        own + "action=skip reason=white_ip entry=127.0.0.1 client-ip=127.0.0.1 helo=localhost "
              "envelope-from=<u@a.example> to=<b@c.example> instance=4f2.66.0",
        "-|skip|none|127.0.0.1|localhost|u@a.example|a.example|b@c.example");
    row("no pid", stamp + "policyd-spf: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; " + fields,
        "pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("another instance",
        stamp + "postfix-in/policy-spf[9]: Policy action=PREPEND Received-SPF: none (x) receiver=mx; "
                "identity=helo; helo=h; client-ip=192.0.2.7",
        "none|bypass|helo|192.0.2.7|h|||");
    row("RFC 5424",
        "<22>1 2025-09-12T10:14:48Z mx1 policyd-spf 70 - [x y=\"]\"] prepend Received-SPF: Pass (mailfrom) "
        "identity=mailfrom; " +
            fields,
        "pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("stamp that cannot be read",
        "12.IX. 10:14 mx1 policyd-spf[70]: prepend Received-SPF: Pass (mailfrom) "
        "identity=mailfrom; " +
            fields,
        "pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example");
    row("vendor: semicolons",
        own + "Pass; identity=mailfrom; client-ip=192.0.2.7; helo=h.example; "
              "envelope-from=u@a.example; receiver=b@c.example; action=PREPEND",
        "pass|bypass|mailfrom|192.0.2.7|h.example|u@a.example|a.example|b@c.example");
    row("vendor: other names",
        own + "result=fail action=reject identity=mailfrom client-ip=192.0.2.7 helo=h.example "
              "from=<u@a.example> to=<b@c.example> rtime=12ms",
        "fail|block|mailfrom|192.0.2.7|h.example|u@a.example|a.example|b@c.example");
    row("vendor: free text", own + "SPF SoftFail for u@pass.example from 192.0.2.7, tempblock",
        "softfail|tempblock|mailfrom|192.0.2.7||u@pass.example|pass.example|");
    row("vendor: first word of the text",
        stamp + "python[9]: SPFPolicyd: spf=none ip=2001:db8::7 sender=<> DUNNO",
        "none|bypass|helo|2001:db8::7||||");
}

void LinesTest::oneRow()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, row);
    const Log log = read(line + "\n");
    QCOMPARE(log.size(), std::size_t{1});
    QCOMPARE(describe(log[0]), row);
    QCOMPARE(text(log[0].host), u"mx1"_s);
    QCOMPARE(log[0].lineOffset, 0U);
    QCOMPARE(log[0].lineLength, static_cast<std::uint32_t>(line.size()));
}

void LinesTest::noRow_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("unreadable");
    const auto row = [](const QByteArray& line, int unreadable) {
        QTest::newRow(line.constData()) << line << unreadable;
    };
    row(stamp + "postfix/smtpd[5]: NOQUEUE: reject: RCPT from x[192.0.2.7]: 550 5.7.23 <b@c.example>: "
                "Recipient address "
                "rejected: Message rejected due to: SPF fail - not authorized. Please see "
                "http://www.openspf.net/Why?s=mfrom;id=u@a.example;ip=192.0.2.7;r=c; from=<u@a.example>",
        0);
    row(stamp +
            "postfix/cleanup[5]: 4B1: warning: header Subject: policyd-spf[1]: prepend Received-SPF: Pass",
        0);
    row(stamp + "postfix/spawn[5]: warning: command /usr/bin/policyd-spf killed by signal 15", 0);
    row(python + "spfcheck: pyspf result: \"['Fail', 'SPF fail - not authorized', 'mailfrom']\"", 0);
    row(python + "Action: prepend: Text: x Reject action: 550 5.7.23", 0);
    row(python + "Config: {'debugLevel': 3}", 0);
    row(python + "Starting", 0);
    row(python + "ERROR: Unknown name \"foo\" in file", 0);
    row(python + "gibberish", 1);
    row(perl + "handler sender_policy_framework: is decisive.", 0);
    row(perl + "Policy action=DUNNO", 1);
    row(own + "spf: instance=1.2.0 result=fail mechanism=-all record-domain=a.example lookups=3", 0);
    row(own + "config: [globals] fail=block", 0);
    row(own + "request: instance=1.2.0 sender=a@b.example", 0);
    row(own + "dns: instance=1.2.0 q=a.example type=TXT rcode=NOERROR", 0);
    row(own + "warning: protocol error", 0);
    row(own + "gibberish", 1);
    row("", 0);
    row("\n\n", 0);
    row("policyd-spf", 0);
}

void LinesTest::noRow()
{
    QFETCH(QByteArray, line);
    QFETCH(int, unreadable);
    const Log log = read(line + "\n");
    QCOMPARE(log.size(), std::size_t{0});
    QCOMPARE(log.counts(0).unreadable, static_cast<std::uint64_t>(unreadable));
}

void LinesTest::guessedFields()
{
    const Log log = read(own + "SPF SoftFail for u@a.example from 192.0.2.7\n" + own +
                         "denied 192.0.2.7 for u@a.example\n" + passLine);
    QCOMPARE(log.size(), std::size_t{3});
    QCOMPARE(log[0].dialect, Dialect::Vendor);
    QVERIFY(log[0].guessed.contains(Field::Result) && log[0].guessed.contains(Field::Address));
    QVERIFY(!log[0].guessed.contains(Field::Helo));
    QVERIFY(!log[1].result); // shown with what could be read, but no check
    QVERIFY(log[2].guessed.empty());
    const auto summary = summaryOf(log);
    QCOMPARE(summary.checks, 2U);
    QCOMPARE(summary.guessed, 1U);
    QCOMPARE(summary.lines.unreadable, 1U);
    QCOMPARE(summary.byAction[static_cast<std::size_t>(Action::Unknown)], 1U);
}

void LinesTest::severalLinesOneCheck_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("rows");
    const QByteArray heloDetail = python + "None; identity=helo; " + fields + "\n";
    const QByteArray detail = python + "Fail; identity=mailfrom; " + fields + "\n";
    const QByteArray refusal = python +
                               "550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see "
                               "http://www.openspf.net/Why?s=mfrom;id=u@a.example;ip=192.0.2.7;r=c\n";
    const QString block = u"fail|block|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s;
    const QString unknown =
        u"fail|unknown|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s;
    QTest::newRow("level 2") << heloDetail + detail + refusal << QStringList{block};
    QTest::newRow("twice") << heloDetail + detail + refusal + heloDetail + detail + refusal
                           << QStringList{block, block};
    QTest::newRow("a reason of one's own: the details tell the result")
        << detail + python + "550 5.7.1 Not here\n"
        << QStringList{block};
    QTest::newRow("old: HELO, then MAIL FROM") << heloDetail + detail << QStringList{unknown};
    QTest::newRow("old: three mails")
        << detail + detail + heloDetail + detail << QStringList{unknown, unknown, unknown};
    QTest::newRow("two processes mixed") << detail + QByteArray(detail).replace("[70]", "[80]") +
                                                QByteArray(refusal).replace("[70]", "[80]") + refusal
                                         << QStringList{block, block};
    QTest::newRow("test mode: nothing follows")
        << refusal + detail
        << QStringList{u"fail|block|mailfrom|192.0.2.7||u@a.example|a.example|"_s, unknown};
    QTest::newRow("perl")
        << perl + ": SPF pass (Mechanism 'mx' matched): Envelope-from: u@a.example\n" + perl +
               "handler sender_policy_framework: is decisive.\n" + perl +
               ": Policy action=PREPEND Received-SPF: pass (x) receiver=mx; identity=mailfrom; "
               "envelope-from=\"u@a.example\"; helo=h; client-ip=192.0.2.7\n"
        << QStringList{u"pass|bypass|mailfrom|192.0.2.7|h|u@a.example|a.example|"_s};
}

void LinesTest::severalLinesOneCheck()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, rows);
    const Log log = read(lines);
    QStringList found;
    for (Row row = 0; row < log.size(); ++row) {
        found.append(describe(log[row]));
    }
    QCOMPARE(found, rows);
}

void LinesTest::repetitions_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("checks");
    const QByteArray again = "last message repeated 3 times\n";
    const QByteArray other = stamp + "postfix/smtpd[5]: connect from x[192.0.2.7]\n";
    const QByteArray otherHost = "Sep 12 10:14:48 mx2 postfix/smtpd[5]: connect from x[192.0.2.7]\n";
    QTest::newRow("last message") << passLine + stamp + again << 4;
    QTest::newRow("last message, twice") << passLine + stamp + again + stamp + again << 7;
    QTest::newRow("last message was another's") << passLine + other + stamp + again << 1;
    QTest::newRow("last message of the same host") << passLine + otherHost + stamp + again << 4;
    QTest::newRow("last message of another host") << passLine + "Sep 12 10:14:48 mx2 " + again << 1;
    QTest::newRow("nothing before") << stamp + again << 0;
    QTest::newRow("in brackets") << python +
                                        "message repeated 5 times: [ prepend Received-SPF: Pass (mailfrom) "
                                        "identity=mailfrom; " +
                                        fields + "]\n"
                                 << 5;
    QTest::newRow("in brackets, cut off")
        << python + "message repeated 2 times: [ prepend Received-SPF: Pass (x) "
                    "identity=mailfrom; client-ip=192.0.2.7\n"
        << 2;
    QTest::newRow("of a line that counts nothing") << python + "message repeated 2 times: [ Starting]\n" << 0;
    QTest::newRow("no number") << passLine + stamp + "last message repeated many times\n" << 1;
}

void LinesTest::repetitions()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, checks);
    const auto summary = summaryOf(read(lines));
    QCOMPARE(summary.checks, static_cast<std::uint64_t>(checks));
    QCOMPARE(summaryOf(read(lines, 7)).checks, static_cast<std::uint64_t>(checks));
}

void LinesTest::blocksOfAnySize()
{
    QByteArray bytes;
    for (int i = 0; i < 20; ++i) {
        bytes += passLine + QByteArray(passLine).replace("\n", "\r\n") + "\n" + own + "nothing\n";
    }
    const Log whole = read(bytes);
    QCOMPARE(whole.counts(0).lines, 80U);
    QCOMPARE(whole.size(), std::size_t{40});
    for (const qsizetype size : {1, 2, 3, 61, 127, 4096}) {
        const Log pieces = read(bytes, size);
        QCOMPARE(pieces.counts(0).lines, whole.counts(0).lines);
        QCOMPARE(pieces.counts(0).bytes, static_cast<std::uint64_t>(bytes.size()));
        QCOMPARE(pieces.size(), whole.size());
        for (Row row = 0; row < whole.size(); ++row) {
            QCOMPARE(describe(pieces[row]), describe(whole[row]));
            QCOMPARE(pieces[row].lineOffset, whole[row].lineOffset);
            QCOMPARE(pieces[row].lineLength, static_cast<std::uint32_t>(passLine.size() - 1));
        }
    }
}

void LinesTest::oddBytes()
{
    const QByteArray hole(3 << 20, '\0');
    const QByteArray longLine =
        stamp + "postfix/cleanup[1]: warning: header X-Long: " + QByteArray(70'000, 'x') + "\n";
    const QByteArray nul = stamp + QByteArray("postfix/cleanup[1]: a\0b", 22) + "\n";
    const Log log =
        read(hole + passLine + longLine + nul + stamp + "postfix/cleanup[1]: \xff\xfe\x93\xfa\n" + passLine);
    QCOMPARE(log.counts(0).lines, 5U);
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(log[0].lineOffset, static_cast<std::uint64_t>(hole.size()));
    QCOMPARE(read(hole + passLine, 65'536)[0].lineOffset, static_cast<std::uint64_t>(hole.size()));
    QCOMPARE(read(hole).counts(0).lines, 0U);
    QCOMPARE(read(python + QByteArray(2 << 20, 'y') + "\n", 65'536).counts(0).unreadable, 1U);
}

void LinesTest::unfinishedLine()
{
    const QByteArray whole = passLine.trimmed();
    const QByteArray cut =
        python + "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=198.51.10";
    QCOMPARE(read(passLine + whole, 64, Tail::Wait).size(), std::size_t{1});
    QCOMPARE(read(passLine + whole, 64, Tail::Take).size(), std::size_t{2});
    QCOMPARE(read(passLine + whole, 64, Tail::Take).counts(0).lines, 2U);
    QCOMPARE(read(passLine + cut, 64, Tail::Take).size(), std::size_t{1});
    QCOMPARE(read(passLine + cut, 64, Tail::Take).counts(0).lines, 1U);

    Log log;
    Reader reader(log, log.addSource(), {});
    const auto feed = [&](const QByteArray& bytes) {
        reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        reader.finish(Tail::Wait);
    };
    feed(passLine + cut);
    QCOMPARE(log.size(), std::size_t{1});
    feed("0.7; helo=h; envelope-from=a@b.example; receiver=c\n"); // the file grew
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(log[1].address->toString(), std::string("198.51.100.7"));
}

void LinesTest::turnOfTheYear()
{
    const QByteArray december = QByteArray(passLine).replace("Sep 12", "Dec 31");
    const QByteArray january = QByteArray(passLine).replace("Sep 12", "Jan  1");
    const Log log = read(december + january); // read() sets the year of the last line to 2025
    QCOMPARE(log[0].time, (daysFromCivil(2024, 12, 31) * 86'400 + 36'888) * 1000);
    QCOMPARE(log[1].time, (daysFromCivil(2025, 1, 1) * 86'400 + 36'888) * 1000);
    QVERIFY((log[0].flags & NoYear) != 0);
    // The turn is seen between other programs' lines, too.
    const Log quiet =
        read(december + "Jan  1 00:00:01 mx1 postfix/qmgr[1]: x\nJan  1 00:00:02 mx1 postfix/qmgr[1]: y\n");
    QCOMPARE(civilFromDays(quiet[0].time / 86'400'000).year, 2024);
}

void LinesTest::detailsAreRefinedLive()
{
    Log log;
    Reader reader(log, log.addSource(), {});
    const auto feed = [&](const QByteArray& bytes) {
        reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    };
    feed(passLine);
    QCOMPARE(reader.takeFirstChanged(), std::size_t{0});
    feed(python + "Pass; identity=mailfrom; " + fields + "\n");
    QCOMPARE(reader.takeFirstChanged(), std::size_t{1});
    feed(stamp + "postfix/smtpd[5]: connect\n");
    QCOMPARE(reader.takeFirstChanged(), std::size_t{2});
    feed(passLine); // the action line of that check
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(log[1].action, Action::Bypass);
    QCOMPARE(reader.takeFirstChanged(), std::size_t{1});
}

QTEST_APPLESS_MAIN(LinesTest)
#include "lines_test.moc"
