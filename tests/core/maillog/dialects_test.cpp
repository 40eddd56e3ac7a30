// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that repeat a check (Postfix, rspamd, OpenDMARC) or come from other products (Trend Micro): joined
// where a policy program's line is in the log, never counted twice (MAILLOG.md 1, INTERFACES.md "log
// summary").
#include "core/maillog/candidates.h"
#include "tests/core/maillog/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

const QByteArray stamp = "Sep 12 10:14:48 mx1 ";
const QByteArray python = stamp + "policyd-spf[70]: ";
const QByteArray smtpd = stamp + "postfix/smtpd[5]: ";
const QByteArray reason = "Message rejected due to: SPF fail - not authorized. Please see "
                          "http://www.openspf.net/Why?s=mfrom;id=u@a.example;ip=192.0.2.7;r=<UNKNOWN>";
const QByteArray policyRefuses = python + "550 5.7.23 " + reason + "\n";
const QByteArray policyDefers =
    python + "defer_if_permit 4.7.24 Message deferred due to: SPF Temporary Error. " +
    "Please see http://www.openspf.net/Why?s=mfrom;id=u@a.example;ip=192.0.2.7;r=c\n";
const QByteArray policyPasses =
    python +
    "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.7; helo=mx.a.example; "
    "envelope-from=u@a.example; receiver=<UNKNOWN> \n";
const QByteArray policySkips =
    python + "prepend X-Comment: SPF skipped for whitelisted relay - client-ip=192.0.2.7; helo=mx.a.example; "
             "envelope-from=u@a.example; receiver=<UNKNOWN> \n";

QByteArray refusal(const QByteArray& code = "550 5.7.23", const QByteArray& recipient = "b@c.example",
                   const QByteArray& sender = "u@a.example", const QByteArray& text = reason)
{
    return smtpd + "NOQUEUE: reject: RCPT from unknown[192.0.2.7]: " + code + " <" + recipient +
           ">: Recipient address rejected: " + text + "; from=<" + sender + "> to=<" + recipient +
           "> proto=ESMTP helo=<mx.a.example>\n";
}

QByteArray rspamd(const QByteArray& symbol = "R_SPF_ALLOW(-0.20){+ip4:192.0.2.0/24;}",
                  const QByteArray& action = "no action", const QByteArray& queueId = "4B1C2D3E4F")
{
    return stamp + "rspamd[27538]: <8ae27d>; proxy; rspamd_task_write_log: id: <m@a.example>, qid: <" +
           queueId + ">, ip: 192.0.2.7, from: <u@a.example>, (default: F (" + action +
           "): [-0.64/20.00] [BAYES_HAM(-3.00){100.00%;},ASN(0.00){asn:14061, ipnet:192.0.2.0/24, "
           "country:US;}," +
           symbol +
           ",TO_DN_NONE(0.00){}]), len: 2348, time: 750.636ms, dns req: 47, digest: <b1>, rcpts: "
           "<b@c.example>, mime_rcpts: <b@c.example>\n";
}

QByteArray openDmarc(const QByteArray& words = "SPF(mailfrom): a.example pass")
{
    return stamp + "opendmarc[120]: 4B1C2D3E4F: " + words + "\n";
}

QByteArray later(QByteArray lines, int seconds)
{
    return lines.replace("10:14:48", QByteArray("10:14:") + QByteArray::number(48 + seconds));
}

QStringList rowsOf(const Log& log)
{
    QStringList rows;
    for (Row row = 0; row < log.size(); ++row) {
        rows.append(describe(log[row]));
    }
    return rows;
}

const QString blockedRow = u"fail|block|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s;
const QString passedRow = u"pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|"_s;
const QString rspamdRow = u"pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s;

} // namespace

class DialectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rejections_data();
    void rejections();
    void rejectionsOnly_data();
    void rejectionsOnly();
    void furtherRecipients();
    void oneRejectionEach();
    void repeatedRejection();
    void verdicts_data();
    void verdicts();
    void joinedVerdicts_data();
    void joinedVerdicts();
    void shortQueueIdsComeBack();
    void lateCheckTakesTheVerdictsRow();
    void trendMicroHeader_data();
    void trendMicroHeader();
};

void DialectsTest::rejections_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<bool>("joined");
    QTest::newRow("after the check") << policyRefuses + refusal() << true;
    QTest::newRow("before it, as lines are buffered") << refusal() + policyRefuses << true;
    QTest::newRow("seconds later") << policyRefuses + later(refusal(), 9) << true;
    QTest::newRow("another mail, a minute later")
        << policyRefuses + refusal().replace("10:14:48", "10:15:48") << false;
    QTest::newRow("of another host") << policyRefuses + refusal().replace(" mx1 ", " mx2 ") << false;
    QTest::newRow("of another client")
        << policyRefuses + refusal().replace("[192.0.2.7]", "[192.0.2.8]") << false;
    QTest::newRow("of another sender")
        << policyRefuses + refusal("550 5.7.23", "b@c.example", "x@a.example") << false;
    QTest::newRow("a refusal answered with 4xx (soft_bounce)")
        << policyRefuses + refusal("450 5.7.23") << true;
    QTest::newRow("a text of one's own, told by its code")
        << policyRefuses + refusal("550 5.7.23", "b@c.example", "u@a.example", "Not here") << true;
    QTest::newRow("the mail passed: another rule refused") << policyPasses + refusal() << false;
    QTest::newRow("client's port logged")
        << policyRefuses + refusal().replace("2.7]: 550", "2.7]:1234: 550") << true;
    QTest::newRow("another instance of Postfix")
        << policyRefuses + refusal().replace("postfix/smtpd", "postfix-out/submission/smtpd") << true;
    QTest::newRow("with a queue id") << policyRefuses + refusal().replace("NOQUEUE", "4BHn2x1KjLz9") << true;
    QTest::newRow("refused by cleanup for a milter")
        << policyRefuses + refusal()
                               .replace("postfix/smtpd", "postfix/cleanup")
                               .replace("NOQUEUE: reject: RCPT", "4B1C2D3E4F: milter-reject: END-OF-MESSAGE")
        << true;
    QTest::newRow("after detail lines, before the action line")
        << python +
               "Fail; identity=mailfrom; client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@a.example; "
               "receiver=<UNKNOWN> \n" +
               refusal() + policyRefuses
        << true;
}

void DialectsTest::rejections()
{
    QFETCH(QByteArray, lines);
    QFETCH(bool, joined);
    for (const qsizetype blockSize : {qsizetype{1} << 20, qsizetype{61}}) {
        const Log log = read(lines, blockSize);
        QCOMPARE(log.size(), std::size_t{1});
        QCOMPARE(summaryOf(log).checks, 1U);
        QCOMPARE(log.counts(0).rejections, 1U);
        QCOMPARE(log.counts(0).joinedRejections, joined ? 1U : 0U);
        QCOMPARE((log[0].flags & Rejected) != 0, joined);
        if (joined) {
            QCOMPARE(describe(log[0]), blockedRow);
        }
    }
}

void DialectsTest::rejectionsOnly_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("rejections");
    QTest::newRow("no policy line: counted apart") << refusal() << 1;
    QTest::newRow("for another reason")
        << refusal("554 5.7.1", "b@c.example", "u@a.example", "Relay access denied") << 0;
    QTest::newRow("spf in the addresses only")
        << refusal("554 5.7.1", "spf@c.example", "u@spf.example", "Relay access denied") << 0;
    QTest::newRow("a warning is no refusal") << refusal().replace(": reject:", ": reject_warning:") << 0;
    QTest::newRow("SPF in another's words")
        << refusal("451 4.3.0", "b@c.example", "u@a.example", "SPF lookup failed, try again") << 1;
    QTest::newRow("cut off") << refusal().left(120) + "\n" << 1;
    QTest::newRow("no address") << smtpd + "NOQUEUE: reject: SPF\n" << 0;
    QTest::newRow("not of smtpd") << refusal().replace("postfix/smtpd", "postfix/smtp") << 0;
}

void DialectsTest::rejectionsOnly()
{
    QFETCH(QByteArray, line);
    QFETCH(int, rejections);
    const Log log = read(line);
    QCOMPARE(log.size(), std::size_t{0});
    QCOMPARE(log.counts(0).rejections, static_cast<std::uint64_t>(rejections));
    QCOMPARE(log.counts(0).joinedRejections, 0U);
    QCOMPARE(log.counts(0).unreadable, 0U);
}

void DialectsTest::furtherRecipients()
{
    // The policy program keeps its answer for the mail; Postfix gives it to each recipient.
    const Log log = read(policyRefuses + refusal() + refusal("550 5.7.23", "d@c.example"));
    QCOMPARE(rowsOf(log), QStringList{blockedRow});
    QCOMPARE(log.counts(0).rejections, 2U);
}

void DialectsTest::oneRejectionEach()
{
    const QByteArray second = refusal("550 5.7.23", "d@c.example");
    QString other = blockedRow;
    other.replace(u"b@c.example"_s, u"d@c.example"_s);
    for (const QByteArray& lines : {policyRefuses + refusal() + policyRefuses + second,
                                    policyRefuses + policyRefuses + refusal() + second,
                                    refusal() + policyRefuses + second + policyRefuses}) {
        const Log log = read(lines);
        QCOMPARE(rowsOf(log), (QStringList{blockedRow, other}));
        QCOMPARE(log.counts(0).joinedRejections, 2U);
    }
    QCOMPARE(rowsOf(read(policyDefers + refusal("450 4.7.24"))),
             QStringList{
                 u"temperror|tempblock|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s});
}

void DialectsTest::repeatedRejection()
{
    QByteArray line = refusal().trimmed();
    line.replace(smtpd, smtpd + "message repeated 3 times: [ ").append("]\n");
    const Log log = read(policyRefuses + line);
    QCOMPARE(log.counts(0).rejections, 3U);
    QCOMPARE(log.counts(0).joinedRejections, 3U);
    QCOMPARE(rowsOf(log), QStringList{blockedRow});
}

void DialectsTest::verdicts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char* name, const QByteArray& line, const char* expected) {
        QTest::newRow(name) << line
                            << (*expected == '\0' ? QStringList{}
                                                  : QStringList{QString::fromLatin1(expected)});
    };
    row("rspamd: pass", rspamd(), "pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: fail, refused", rspamd("R_SPF_FAIL(1.00){-all;}", "reject"),
        "fail|block|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: softfail, greylisted", rspamd("R_SPF_SOFTFAIL(0.00){~all;}", "greylist"),
        "softfail|tempblock|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: neutral, soft reject", rspamd("R_SPF_NEUTRAL(0.00){?all;}", "soft reject"),
        "neutral|tempblock|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: none, header added", rspamd("R_SPF_NA(0.00){no SPF record;}", "add header"),
        "none|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: permerror", rspamd("R_SPF_PERMFAIL(0.00){}"),
        "permerror|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: temperror", rspamd("R_SPF_DNSFAIL(0.00){SPF lookup failure;}", "quarantine"),
        "temperror|unknown|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("rspamd: null sender", rspamd().replace("from: <u@a.example>", "from: <>"),
        "pass|bypass|helo|192.0.2.7||||b@c.example");
    row("rspamd: no SPF", rspamd("R_DKIM_NA(0.00){}"), "");
    row("rspamd: a symbol's name in an option", rspamd("X(0.00){[,R_SPF_FAIL(1.00){;}"), "");
    row("rspamd: other lines", stamp + "rspamd[2]: <8ae27d>; lua; spf.lua:90: R_SPF_FAIL\n", "");
    row("rspamd: IPv6", rspamd().replace("ip: 192.0.2.7", "ip: 2001:db8::7"),
        "pass|bypass|mailfrom|2001:db8::7||u@a.example|a.example|b@c.example");
    row("rspamd: a message id that says otherwise",
        rspamd().replace("<m@a.example>", "<m, qid: <X>, ip: 9.9.9.9, from: <evil@x.example>"),
        "pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example");
    row("OpenDMARC: MAIL FROM", openDmarc(), "pass|unknown|mailfrom|-|||a.example|");
    row("OpenDMARC: HELO", openDmarc("SPF(helo): mx.a.example softfail"),
        "softfail|unknown|helo|-|mx.a.example|||");
    row("OpenDMARC: no domain", openDmarc("SPF(mailfrom): fail"), "fail|unknown|mailfrom|-||||");
    row("OpenDMARC: tempfail", openDmarc("SPF(mailfrom): a.example tempfail"),
        "temperror|unknown|mailfrom|-|||a.example|");
    row("OpenDMARC: DMARC is no SPF", openDmarc("spf.example fail"), "");
    row("OpenDMARC: other lines",
        stamp + "opendmarc[1]: ignoring Authentication-Results at 1 from spf.example\n", "");
    row("OpenDKIM is no SPF", stamp + "opendkim[1]: 4B1C2D3E4F: s=spf d=a.example SSL\n", "");
}

void DialectsTest::verdicts()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, rows);
    const Log log = read(line);
    QCOMPARE(rowsOf(log), rows);
    QCOMPARE(summaryOf(log).checks, static_cast<std::uint64_t>(rows.size()));
    QCOMPARE(log.counts(0).unreadable, 0U);
    const QByteArray native =
        QByteArray(line).replace(stamp + "rspamd[27538]: ", "2025-09-12 10:14:48 #27538(rspamd_proxy) ");
    QCOMPARE(rowsOf(read(native)), rows); // rspamd's own log file
}

void DialectsTest::joinedVerdicts_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("rows");
    QString withRecipient = passedRow + u"b@c.example"_s;
    QTest::newRow("rspamd after the check")
        << policyPasses + later(rspamd(), 5) << QStringList{withRecipient};
    QTest::newRow("a result that differs")
        << policyPasses + rspamd("R_SPF_FAIL(1.00){-all;}") << QStringList{withRecipient};
    QTest::newRow("of a mail that was skipped")
        << policySkips + rspamd()
        << QStringList{u"-|skip|none|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s};
    QTest::newRow("two mails in one session")
        << policyPasses + rspamd() + policyPasses + rspamd("R_SPF_ALLOW(0){}", "no action", "4B1C2D3E50")
        << QStringList{withRecipient, withRecipient};
    QTest::newRow("a mail that was refused is another one")
        << policyRefuses + rspamd()
        << QStringList{u"fail|block|mailfrom|192.0.2.7||u@a.example|a.example|"_s, rspamdRow};
    QTest::newRow("another client") << policyPasses + rspamd().replace("ip: 192.0.2.7", "ip: 192.0.2.8")
                                    << QStringList{passedRow,
                                                   QString(rspamdRow).replace(u".2.7"_s, u".2.8"_s)};
    QTest::newRow("long after") << policyPasses + rspamd().replace("10:14:48", "10:16:48")
                                << QStringList{passedRow, rspamdRow};
    QTest::newRow("OpenDMARC by the domain") << policyPasses + openDmarc() << QStringList{passedRow};
    QTest::newRow("OpenDMARC of another domain")
        << policyPasses + openDmarc("SPF(mailfrom): b.example pass")
        << QStringList{passedRow, u"pass|unknown|mailfrom|-|||b.example|"_s};
    QTest::newRow("both, no policy program") << rspamd() + openDmarc() << QStringList{rspamdRow};
    QTest::newRow("both, OpenDMARC first")
        << openDmarc() + rspamd()
        << QStringList{u"pass|unknown|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("all three") << policyPasses + rspamd() + openDmarc() << QStringList{withRecipient};
}

void DialectsTest::joinedVerdicts()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, rows);
    const Log log = read(lines);
    QCOMPARE(rowsOf(log), rows);
    const auto lineCount = static_cast<int>(lines.count('\n'));
    for (Row row = 0; row < log.size(); ++row) {
        QCOMPARE((log[row].flags & OtherProgram) != 0, rows.size() < lineCount);
    }
}

void DialectsTest::shortQueueIdsComeBack()
{
    const QByteArray again = rspamd().replace("10:14:48", "10:34:48");
    QCOMPARE(rowsOf(read(rspamd() + again)), (QStringList{rspamdRow, rspamdRow}));
    QCOMPARE(rowsOf(read(rspamd() + rspamd().replace(" mx1 ", " mx2 "))).size(), 2); // another host's ids
}

void DialectsTest::lateCheckTakesTheVerdictsRow()
{
    const Log log = read(rspamd() + policyPasses);
    QCOMPARE(rowsOf(log), QStringList{passedRow + u"b@c.example"_s});
    QCOMPARE(log[0].dialect, Dialect::PolicydSpf);
    QCOMPARE(log[0].pid, 70U);
    QVERIFY((log[0].flags & OtherProgram) != 0);
    QCOMPARE(rowsOf(read(rspamd() + later(policyPasses, 6))).size(), 2); // the next mail
}

void DialectsTest::trendMicroHeader_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("row");
    const QByteArray name = "X-TM-Received-SPF: ";
    const QByteArray fields = " client-ip=192.0.2.7; envelope-from=u@a.example; helo=mx.a.example";
    QTest::newRow("pass") << name + "Pass (domain of u@a.example designates 192.0.2.7 as permitted sender)" +
                                 fields
                          << u"pass|unknown|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|"_s;
    QTest::newRow("fail")
        << name + "Fail (domain of u@a.example does not designates 192.0.2.7 as permitted sender)"
        << u"fail|unknown|mailfrom|192.0.2.7||u@a.example|a.example|"_s;
    QTest::newRow("softfail")
        << name + "SoftFail (domain of transitioning a.example discourages use of 2001:db8::7 "
                  "as permitted sender)"
        << u"softfail|unknown|mailfrom|2001:db8::7|||a.example|"_s;
    QTest::newRow("neutral")
        << name + "Neutral (192.0.2.7 is neither permitted nor denied by domain of u@a.example)"
        << u"neutral|unknown|mailfrom|192.0.2.7||u@a.example|a.example|"_s;
    QTest::newRow("older versions")
        << name + "InternalError (fail to lookup of or get meaning result of u@a.example)" + fields
        << u"temperror|unknown|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|"_s;
    QTest::newRow("null sender") << name + "None (x) client-ip=192.0.2.7; envelope-from=; helo=mx.a.example"
                                 << u"none|unknown|helo|192.0.2.7|mx.a.example|||"_s;
    QTest::newRow("logged by header_checks")
        << stamp + "postfix/cleanup[5]: 4B1C2D3E4F: warning: header " + name +
               "Pass (domain of u@a.example designates 192.0.2.7 as permitted sender)" + fields +
               " from mx[198.51.100.1]; from=<u@a.example> to=<b@c.example> proto=ESMTP helo=<mx>"
        << u"pass|unknown|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s;
}

void DialectsTest::trendMicroHeader()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, row);
    const Log log = read(line + "\n");
    QCOMPARE(rowsOf(log), QStringList{row});
    QCOMPARE(log[0].dialect, Dialect::Tmems);
    QVERIFY(log[0].guessed.contains(Field::Result));
    QVERIFY(isCandidate({line.constData(), static_cast<std::size_t>(line.size())}));
}

QTEST_APPLESS_MAIN(DialectsTest)
#include "dialects_test.moc"
