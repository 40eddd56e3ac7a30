// SPDX-License-Identifier: GPL-3.0-or-later
// All lines of one message and none of another: sessions side by side, ids used again, filters and bounces,
// two hosts, logs that begin or end in the middle.
#include "core/maillog/log_line.h"
#include "core/maillog/message.h"
#include "core/maillog/reader.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

/// What a table row tells: "+" before the lines of the message, ">" before the check's own, "-" before
/// others. A line is "mm:ss host program: text".
struct Story
{
    QByteArray bytes;
    QList<quint64> ours; ///< offsets
    quint64 own = 0;
};

Story storyOf(const QByteArray& script, bool hasYear)
{
    Story story;
    for (const QByteArray& row : script.split('\n')) {
        if (row.isEmpty()) {
            continue;
        }
        const auto offset = static_cast<quint64>(story.bytes.size());
        if (row[0] != '-') {
            story.ours.append(offset);
        }
        if (row[0] == '>') {
            story.own = offset;
        }
        const QByteArray rest = row.mid(2);
        story.bytes += (hasYear ? "2025-11-21T10:" : "Nov 21 10:") + rest.left(5) +
                       (hasYear ? "+09:00" : "") + rest.mid(5) + '\n';
    }
    return story;
}

Log read(const QByteArray& bytes)
{
    Log log;
    ReaderOptions options;
    options.year = 2025;
    Reader reader(log, log.addSource(), options);
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Take);
    return log;
}

std::optional<Check> checkAt(const Log& log, quint64 offset)
{
    for (Row row = 0; row < log.size(); ++row) {
        if (log[row].lineOffset == offset) {
            return log[row];
        }
    }
    return std::nullopt;
}

Message trace(const Story& story)
{
    const Log log = read(story.bytes);
    const auto check = checkAt(log, story.own);
    if (!check) {
        return {};
    }
    const LogStretch all{0, 0, {story.bytes.constData(), static_cast<std::size_t>(story.bytes.size())}};
    return messageOf(*check, std::span(&all, 1));
}

/// The lines in words, for messages of failures.
QByteArray shown(const QByteArray& bytes, const QList<quint64>& offsets)
{
    QByteArray text;
    for (const quint64 offset : offsets) {
        const auto at = static_cast<qsizetype>(offset);
        text += "    " + bytes.mid(at, bytes.indexOf('\n', at) - at) + '\n';
    }
    return text;
}

const QByteArray passed =
    "mx1 SPFPolicyd[9]: action=bypass result=pass identity=mailfrom domain=a.example client-ip=192.0.2.1 "
    "helo=b.example envelope-from=<x@a.example> to=<y@example.jp> rule=globals.pass instance=";
const QByteArray blocked =
    "mx1 SPFPolicyd[9]: action=block result=fail identity=mailfrom domain=a.example client-ip=192.0.2.1 "
    "helo=b.example envelope-from=<x@a.example> to=<y@example.jp> rule=globals.fail instance=";
const QByteArray python =
    "Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.1; helo=b.example; envelope-from=x@a.example; "
    "receiver=<UNKNOWN> ";

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsLines_data();
    void findsItsLines();
    void tellsWhetherItIsWhole_data();
    void tellsWhetherItIsWhole();
    void twoLogsAreOneMessage();
    void realLogsAreTraced();
    void nothingWithoutItsOwnLine();
    void stopsWhenCancelled();
    void linesAreTakenApart_data();
    void linesAreTakenApart();
    void fieldsAreFound();
    void wordsAreWhole_data();
    void wordsAreWhole();
    void everyLineHasItsEvent_data();
    void everyLineHasItsEvent();
};

void MessageTest::findsItsLines_data()
{
    QTest::addColumn<QByteArray>("script");
    const auto row = [](const char* name, const QByteArray& script) { QTest::newRow(name) << script; };
    row("delivered",
        "+ 00:00 mx1 postfix/smtpd[2191]: connect from b.example[192.0.2.1]\n"
        "+ 00:01 mx1 SPFPolicyd[9]: spf: instance=4f01.88f.0 result=pass mechanism=ip4 lookups=1\n"
        "> 00:01 " +
            passed +
            "4f01.88f.0 queue-id=\n"
            "+ 00:01 mx1 postfix/smtpd[2191]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/cleanup[5]: 4ABC0A1B2C: message-id=<1@a.example>\n"
            "+ 00:02 mx1 opendkim[7]: 4ABC0A1B2C: no signature data\n"
            "+ 00:02 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<x@a.example>, size=900, nrcpt=1 (queue active)\n"
            "+ 00:02 mx1 postfix/smtpd[2191]: disconnect from b.example[192.0.2.1] ehlo=1 quit=1\n"
            "+ 00:06 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<y@example.jp>, relay=in.example.jp[192.0.2.9]:25, "
            "dsn=2.0.0, status=sent (250 ok)\n"
            "+ 00:06 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "- 00:09 mx1 postfix/smtpd[2191]: connect from b.example[192.0.2.1]\n"
            "- 00:10 mx1 postfix/smtpd[2191]: 5ABC0A1B2C: client=b.example[192.0.2.1]\n");
    row("rejected",
        "- 00:00 mx1 postfix/smtpd[1]: connect from b.example[192.0.2.10]\n"
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:01 " +
            blocked +
            "1 queue-id=\n"
            "- 00:01 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from b.example[192.0.2.10]: 550 no; "
            "from=<x@a.example> to=<y@example.jp>\n"
            "+ 00:01 mx1 postfix/smtpd[2]: NOQUEUE: reject: RCPT from b.example[192.0.2.1]: 550 5.7.23 SPF; "
            "from=<x@a.example> to=<y@example.jp> proto=ESMTP helo=<b.example>\n"
            "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1 rcpt=0/1\n");
    row("greylisted, then another mail in the session",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:01 mx1 postgrey[3]: action=greylist, reason=new, client_name=b.example, "
            "client_address=192.0.2.1, "
            "sender=x@a.example, recipient=y@example.jp\n"
            "+ 00:01 mx1 postfix/smtpd[2]: NOQUEUE: reject: RCPT from b.example[192.0.2.1]: 450 4.2.0 "
            "Greylisted; "
            "from=<x@a.example> to=<y@example.jp>\n"
            "- 00:02 mx1 policyd-spf[9]: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; "
            "client-ip=192.0.2.1; "
            "helo=b.example; envelope-from=z@other.example; receiver=<UNKNOWN> \n"
            "- 00:02 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "- 00:02 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<z@other.example>, size=900, nrcpt=1 (queue "
            "active)\n"
            "+ 00:03 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n");
    row("debug level of policyd-spf",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "- 00:00 mx1 policyd-spf[9]: prepend Received-SPF: Pass (mailfrom) identity=mailfrom; "
        "client-ip=192.0.2.44; helo=c.example; envelope-from=q@c.example; receiver=<UNKNOWN> \n"
        "+ 00:01 mx1 policyd-spf[9]: None; identity=helo; client-ip=192.0.2.1; helo=b.example; "
        "envelope-from=x@a.example; receiver=<UNKNOWN> \n"
        "+ 00:01 mx1 policyd-spf[9]: Pass; identity=mailfrom; client-ip=192.0.2.1; helo=b.example; "
        "envelope-from=x@a.example; receiver=<UNKNOWN> \n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:03 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n");
    row("through amavis",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/cleanup[5]: 4ABC0A1B2C: message-id=<1@a.example>\n"
            "+ 00:02 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<x@a.example>, size=900, nrcpt=1 (queue active)\n"
            "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:02 mx1 amavis[12]: (00012-07) ESMTP :10024 /tmp: <x@a.example> -> <y@example.jp>\n"
            "- 00:02 mx1 amavis[13]: (00013-02) ESMTP :10024 /tmp: <q@c.example> -> <y@example.jp>\n"
            "- 00:03 mx1 postfix/smtpd[20]: connect from localhost[127.0.0.1]\n"
            "+ 00:03 mx1 postfix/smtpd[20]: 5DEF0A1B2C: client=localhost[127.0.0.1]\n"
            "+ 00:03 mx1 postfix/cleanup[5]: 5DEF0A1B2C: message-id=<1@a.example>\n"
            "+ 00:03 mx1 postfix/qmgr[6]: 5DEF0A1B2C: from=<x@a.example>, size=1200, nrcpt=1 (queue active)\n"
            "+ 00:03 mx1 amavis[12]: (00012-07) Passed CLEAN, <x@a.example> -> <y@example.jp>, Message-ID: "
            "<1@a.example>, queued_as: 5DEF0A1B2C, 900 ms\n"
            "+ 00:03 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<y@example.jp>, relay=127.0.0.1[127.0.0.1]:10024, "
            "dsn=2.0.0, "
            "status=sent (250 2.0.0 from MTA: 250 2.0.0 Ok: queued as 5DEF0A1B2C)\n"
            "+ 00:03 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "- 00:03 mx1 postfix/smtpd[21]: 6DEF0A1B2C: client=c.example[192.0.2.44]\n"
            "- 00:03 mx1 postfix/cleanup[5]: 6DEF0A1B2C: message-id=<1@a.example>\n"
            "+ 00:04 mx1 dovecot: lmtp(y)<55><abc>: sieve: msgid=<1@a.example>: stored mail into mailbox "
            "'INBOX'\n"
            "+ 00:04 mx1 postfix/lmtp[30]: 5DEF0A1B2C: to=<y@example.jp>, relay=mx1[private/lmtp], "
            "dsn=2.0.0, "
            "status=sent (250 2.0.0 Saved)\n"
            "+ 00:04 mx1 postfix/qmgr[6]: 5DEF0A1B2C: removed\n");
    row("a filter that keeps the old id, and a bounce",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<x@a.example>, size=900, nrcpt=1 (queue active)\n"
            "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:03 mx1 postfix/smtpd[20]: 5DEF0A1B2C: client=localhost[127.0.0.1], "
            "orig_queue_id=4ABC0A1B2C, "
            "orig_client=b.example[192.0.2.1]\n"
            "+ 00:03 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "+ 00:04 mx1 postfix/smtp[8]: 5DEF0A1B2C: to=<y@example.jp>, relay=in.example.jp[192.0.2.9]:25, "
            "dsn=5.1.1, "
            "status=bounced (host said: 550 no such user)\n"
            "+ 00:04 mx1 postfix/cleanup[5]: 7DEF0A1B2C: message-id=<bounce@mx1>\n"
            "+ 00:04 mx1 postfix/bounce[11]: 5DEF0A1B2C: sender non-delivery notification: 7DEF0A1B2C\n"
            "+ 00:04 mx1 postfix/qmgr[6]: 7DEF0A1B2C: from=<>, size=3000, nrcpt=1 (queue active)\n"
            "+ 00:04 mx1 postfix/qmgr[6]: 5DEF0A1B2C: removed\n"
            "+ 00:05 mx1 postfix/smtp[8]: 7DEF0A1B2C: to=<x@a.example>, relay=b.example[192.0.2.1]:25, "
            "status=sent (ok)\n"
            "+ 00:05 mx1 postfix/qmgr[6]: 7DEF0A1B2C: removed\n");
    row("the id is used again",
        "- 00:00 mx1 postfix/smtpd[3]: 4ABC0A1B2C: client=c.example[192.0.2.44]\n"
        "- 00:00 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<q@c.example>, size=900, nrcpt=1 (queue active)\n"
        "- 00:01 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
        "+ 00:05 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:05 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:05 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:06 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<x@a.example>, size=900, nrcpt=1 (queue active)\n"
            "+ 00:06 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:07 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "+ 00:07 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<y@example.jp>, relay=in.example.jp[192.0.2.9]:25, "
            "status=sent\n"
            "- 01:09 mx1 postfix/smtpd[4]: 4ABC0A1B2C: client=d.example[192.0.2.45]\n"
            "- 01:09 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<q@d.example>, size=900, nrcpt=1 (queue active)\n"
            "- 01:10 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n");
    row("two connections of one client: the instance names the process",
        "- 00:00 mx1 postfix/smtpd[2192]: connect from b.example[192.0.2.1]\n"
        "+ 00:00 mx1 postfix/smtpd[2191]: connect from b.example[192.0.2.1]\n"
        "- 00:00 mx1 postfix/smtpd[2192]: NOQUEUE: warn: something of the other connection\n"
        "> 00:01 " +
            passed +
            "88f.6530.0 queue-id=\n"
            "- 00:01 mx1 postfix/smtpd[2192]: 5ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/smtpd[2191]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "- 00:02 mx1 postfix/smtpd[2192]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:02 mx1 postfix/smtpd[2191]: disconnect from b.example[192.0.2.1] ehlo=1\n");
    row("two connections of one client: the rejection tells",
        "+ 00:00 mx1 postfix/smtpd[2192]: connect from b.example[192.0.2.1]\n"
        "- 00:00 mx1 postfix/smtpd[2191]: connect from b.example[192.0.2.1]\n"
        "> 00:01 " +
            blocked +
            "z queue-id=\n"
            "+ 00:01 mx1 postfix/smtpd[2192]: NOQUEUE: reject: RCPT from b.example[192.0.2.1]: 550 5.7.23 "
            "SPF; "
            "from=<x@a.example> to=<y@example.jp>\n"
            "- 00:01 mx1 postfix/smtpd[2191]: 5ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/smtpd[2192]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "- 00:02 mx1 postfix/smtpd[2191]: disconnect from b.example[192.0.2.1] ehlo=1\n");
    row("the process number is used again",
        "- 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "- 00:01 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
        "+ 00:02 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:03 " +
            blocked +
            "1 queue-id=\n"
            "- 00:03 mx2 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
            "- 00:03 mx2 postfix/smtpd[2]: lost connection after RCPT from b.example[192.0.2.1]\n"
            "+ 00:04 mx1 postfix/smtpd[2]: lost connection after RCPT from b.example[192.0.2.1]\n"
            "+ 00:04 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "- 00:05 mx1 postfix/smtpd[2]: connect from c.example[192.0.2.44]\n");
    row("on to another host",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "+ 00:02 mx1 postfix/cleanup[5]: 4ABC0A1B2C: message-id=<1@a.example>\n"
            "- 00:02 in2 postfix/smtpd[2]: 4ABC0A1B2C: client=c.example[192.0.2.44]\n"
            "- 00:02 in2 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:03 in2 postfix/smtpd[8]: 9ABC0A1B2C: client=mx1.example.jp[198.51.100.3]\n"
            "+ 00:03 in2 postfix/cleanup[9]: 9ABC0A1B2C: message-id=<1@a.example>\n"
            "+ 00:03 mx1 postfix/smtp[8]: 4ABC0A1B2C: to=<y@example.jp>, "
            "relay=in2.example.jp[198.51.100.4]:25, "
            "status=sent (250 2.0.0 Ok: queued as 9ABC0A1B2C)\n"
            "+ 00:03 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n"
            "+ 00:04 in2 postfix/local[4]: 9ABC0A1B2C: to=<y@example.jp>, relay=local, status=sent "
            "(delivered)\n"
            "+ 00:04 in2 postfix/qmgr[6]: 9ABC0A1B2C: removed\n");
    row("a second recipient",
        "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "+ 00:01 mx1 SPFPolicyd[9]: action=bypass result=pass identity=mailfrom domain=a.example "
        "client-ip=192.0.2.1 helo=b.example envelope-from=<x@a.example> to=<w@example.jp> rule=globals.pass "
        "instance=1 queue-id=\n"
        "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
        "> 00:01 " +
            blocked +
            "1 queue-id=\n"
            "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: reject: RCPT from b.example[192.0.2.1]: 550 5.7.23 "
            "SPF; "
            "from=<x@a.example> to=<y@example.jp>\n"
            "+ 00:02 mx1 postfix/qmgr[6]: 4ABC0A1B2C: from=<x@a.example>, size=900, nrcpt=1 (queue active)\n"
            "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n"
            "+ 00:03 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n");
    row("the log begins in the session and ends in it",
        "+ 00:01 mx1 postfix/smtpd[2]: Anonymous TLS connection established from b.example[192.0.2.1]: "
        "TLSv1.3\n"
        "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
            python +
            "\n"
            "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
            "- 00:01 mx1 postfix/smtpd[3]: connect from c.example[192.0.2.44]\n");
    row("nobody else speaks of it", "- 00:00 mx1 postfix/smtpd[2]: connect from c.example[192.0.2.44]\n"
                                    "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " +
                                        python + "\n");
}

void MessageTest::findsItsLines()
{
    QFETCH(const QByteArray, script);
    for (const bool hasYear : {true, false}) {
        const Story story = storyOf(script, hasYear);
        QList<quint64> found;
        for (const MessageLine& line : trace(story).lines) {
            found.append(line.offset);
            QCOMPARE(line.isOwn, line.offset == story.own);
            QVERIFY(line.time.has_value());
        }
        QVERIFY2(found == story.ours,
                 "found:\n" + shown(story.bytes, found) + "  expected:\n" + shown(story.bytes, story.ours));
    }
}

void MessageTest::tellsWhetherItIsWhole_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("hasStart");
    QTest::addColumn<bool>("isComplete");
    const QByteArray start = "+ 00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n";
    const QByteArray check = "> 00:01 mx1 policyd-spf[9]: prepend Received-SPF: " + python + "\n";
    const QByteArray queued = "+ 00:01 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n";
    const QByteArray end = "+ 00:02 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n";
    const QByteArray removed = "+ 00:03 mx1 postfix/qmgr[6]: 4ABC0A1B2C: removed\n";
    QTest::newRow("whole") << start + check + queued + end + removed << true << true;
    QTest::newRow("still in the queue") << start + check + queued + end << true << false;
    QTest::newRow("still connected") << start + check << true << false;
    QTest::newRow("no mail came") << start + check + end << true << true;
    QTest::newRow("start is missing") << check + queued + end + removed << false << true;
    QTest::newRow("alone") << check << false << false;
}

void MessageTest::tellsWhetherItIsWhole()
{
    QFETCH(const QByteArray, script);
    const Message message = trace(storyOf(script, true));
    QTEST(message.hasStart, "hasStart");
    QTEST(message.isComplete, "isComplete");
}

void MessageTest::twoLogsAreOneMessage()
{
    // MAILLOG.md 1: Postfix writes its own log, policy programs write to syslog.
    const QByteArray mail =
        "Nov 21 10:00:00 mx1 postfix/smtpd[2]: connect from b.example[192.0.2.1]\n"
        "Nov 21 10:00:02 mx1 postfix/smtpd[2]: 4ABC0A1B2C: client=b.example[192.0.2.1]\n"
        "Nov 21 10:00:03 mx1 postfix/smtpd[2]: disconnect from b.example[192.0.2.1] ehlo=1\n";
    const QByteArray policy =
        "2025-11-21T10:00:01Z mx1.example.jp policyd-spf[9]: prepend Received-SPF: " + python + "\n";
    const Log log = read(policy);
    QCOMPARE(log.size(), std::size_t{1});
    const std::array stretches{
        LogStretch{0, 0, {policy.constData(), static_cast<std::size_t>(policy.size())}},
        LogStretch{1, 0, {mail.constData(), static_cast<std::size_t>(mail.size())}}};
    const Message message = messageOf(log[0], stretches);
    QCOMPARE(message.lines.size(), std::size_t{4});
    QVERIFY(message.lines[1].isOwn);
    QCOMPARE(message.lines[2].event, MessageEvent::Queued);
}

void MessageTest::realLogsAreTraced()
{
    QFile file(QStringLiteral(SPM_SHARED_DIR "/samples/public/lightmeter/mail.log"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("the public samples are not there");
    }
    const QByteArray bytes = file.readAll();
    const Log log = read(bytes);
    QVERIFY(log.size() > 0);
    const LogStretch all{0, 0, {bytes.constData(), static_cast<std::size_t>(bytes.size())}};
    int whole = 0;
    int ended = 0;
    for (Row row = 0; row < log.size(); ++row) {
        const Message message = messageOf(log[row], std::span(&all, 1));
        QVERIFY(!message.lines.empty());
        QCOMPARE(
            std::count_if(message.lines.begin(), message.lines.end(), [](const auto& l) { return l.isOwn; }),
            1);
        whole += message.isComplete && message.hasStart ? 1 : 0;
        ended += std::any_of(message.lines.begin(), message.lines.end(),
                             [](const MessageLine& line) {
                                 return line.event == MessageEvent::Removed ||
                                        line.event == MessageEvent::Rejected;
                             })
                     ? 1
                     : 0;
    }
    qInfo("%zu checks, %d whole, %d removed or rejected", log.size(), whole, ended);
    QVERIFY(whole * 10 >= static_cast<int>(log.size()) * 9);
}

void MessageTest::nothingWithoutItsOwnLine()
{
    const QByteArray own = "Nov 21 10:00:01 mx1 policyd-spf[9]: prepend Received-SPF: " + python + "\n";
    const Log log = read(own);
    const QByteArray cut(100, '\0'); // copytruncate since
    const LogStretch stretch{0, 0, {cut.constData(), static_cast<std::size_t>(cut.size())}};
    QVERIFY(messageOf(log[0], std::span(&stretch, 1)).lines.empty());
}

void MessageTest::stopsWhenCancelled()
{
    const QByteArray own = "Nov 21 10:00:01 mx1 policyd-spf[9]: prepend Received-SPF: " + python + "\n";
    const Log log = read(own);
    const QByteArray much = own + QByteArray("Nov 21 10:00:02 mx1 x: y\n").repeated(5000);
    const LogStretch stretch{0, 0, {much.constData(), static_cast<std::size_t>(much.size())}};
    QVERIFY(messageOf(log[0], std::span(&stretch, 1), [] { return true; }).lines.empty());
    QCOMPARE(messageOf(log[0], std::span(&stretch, 1), [] { return false; }).lines.size(), std::size_t{1});
}

void MessageTest::linesAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("parts"); ///< stamp|host|program|pid|queue id|text
    QTest::newRow("traditional")
        << QByteArray("Sep  2 10:14:48 mx1 postfix/smtpd[7]: connect from a[192.0.2.1]")
        << QByteArray("Sep  2 10:14:48|mx1|postfix/smtpd|7||connect from a[192.0.2.1]");
    QTest::newRow("queue id") << QByteArray(
                                     "2025-11-21T00:00:58+09:00 mx1 postfix/qmgr[7]: 4ABC0A1B2C: removed")
                              << QByteArray("2025-11-21T00:00:58+09:00|mx1|postfix/qmgr|7|4ABC0A1B2C|"
                                            "4ABC0A1B2C: removed");
    QTest::newRow("long queue id behind a level")
        << QByteArray("Sep  2 10:14:48 mx1 postfix/smtp[7]: warning: 4dCx2F3kPkz9rT: x")
        << QByteArray("Sep  2 10:14:48|mx1|postfix/smtp|7|4dCx2F3kPkz9rT|warning: 4dCx2F3kPkz9rT: x");
    QTest::newRow("a word is no queue id")
        << QByteArray("Sep  2 10:14:48 mx1 postfix/anvil[7]: statistics: max")
        << QByteArray("Sep  2 10:14:48|mx1|postfix/anvil|7||statistics: max");
    QTest::newRow("syslog protocol")
        << QByteArray("<22>1 2025-11-21T00:00:58Z mx1 postfix/qmgr 7 - [a b=\"c\"] 4ABC0A1B2C: removed")
        << QByteArray("1 2025-11-21T00:00:58Z|mx1|postfix/qmgr|7|4ABC0A1B2C|4ABC0A1B2C: removed");
    QTest::newRow("data with a bracket")
        << QByteArray(
               "<22>1 2025-11-21T00:00:58Z mx1 postfix/qmgr 7 - [a b=\"] \\\"\"][c] 4ABC0A1B2C: removed")
        << QByteArray("1 2025-11-21T00:00:58Z|mx1|postfix/qmgr|7|4ABC0A1B2C|4ABC0A1B2C: removed");
    QTest::newRow("no pid") << QByteArray("Sep 12 10:14:48 mx1 dovecot: lmtp(1): x")
                            << QByteArray("Sep 12 10:14:48|mx1|dovecot|0||lmtp(1): x");
    QTest::newRow("no host") << QByteArray("Sep 12 10:14:48 dovecot: x")
                             << QByteArray("Sep 12 10:14:48||dovecot|0||x");
    QTest::newRow("no stamp") << QByteArray("anything: at all") << QByteArray("|||0||anything: at all");
    QTest::newRow("nothing") << QByteArray() << QByteArray("|||0||");
    QTest::newRow("stamp alone") << QByteArray("Sep 12 10:14:48 ") << QByteArray("|||0||Sep 12 10:14:48 ");
    QTest::newRow("unclosed pid") << QByteArray("Sep 12 10:14:48 mx1 a[12")
                                  << QByteArray("|||0||Sep 12 10:14:48 mx1 a[12");
}

void MessageTest::linesAreTakenApart()
{
    QFETCH(const QByteArray, line);
    const LogLine parsed = parseLogLine({line.constData(), static_cast<std::size_t>(line.size())});
    const auto bytes = [](std::string_view view) {
        return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
    };
    const QByteArray parts = bytes(parsed.stampText) + '|' + bytes(parsed.host) + '|' +
                             bytes(parsed.program) + '|' + QByteArray::number(parsed.pid) + '|' +
                             bytes(parsed.queueId) + '|' + bytes(parsed.text);
    QTEST(parts, "parts");
}

void MessageTest::fieldsAreFound()
{
    const std::string_view text =
        "4ABC: to=<y@example.jp>, relay=a[192.0.2.1]:25, status=sent (250 x=1; y) a==b =c";
    QStringList found;
    for (const TextField& field : textFieldsOf(text)) {
        found.append(QString::fromLatin1(text.substr(field.nameStart, field.nameLength)) + u'|' +
                     QString::fromLatin1(text.substr(field.valueStart, field.valueLength)));
    }
    QCOMPARE(found, QStringList({u"to|<y@example.jp>"_s, u"relay|a[192.0.2.1]:25"_s, u"status|sent"_s,
                                 u"x|1"_s, u"a|=b"_s}));
    QVERIFY(textFieldsOf("a=<never closed").size() == 1);
    QVERIFY(textFieldsOf("=").empty());
}

void MessageTest::wordsAreWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("found");
    QTest::newRow("whole") << QByteArray("from a[192.0.2.1]: x") << QByteArray("192.0.2.1") << true;
    QTest::newRow("longer behind") << QByteArray("from a[192.0.2.10]") << QByteArray("192.0.2.1") << false;
    QTest::newRow("longer before") << QByteArray("from a[1192.0.2.1]") << QByteArray("192.0.2.1") << false;
    QTest::newRow("end of a sentence") << QByteArray("by 192.0.2.1.") << QByteArray("192.0.2.1") << true;
    QTest::newRow("with a port") << QByteArray("[192.0.2.1]:25") << QByteArray("192.0.2.1") << true;
    QTest::newRow("id") << QByteArray("queued as 4ABC0)") << QByteArray("4ABC0") << true;
    QTest::newRow("longer id") << QByteArray("queued as 4ABC01)") << QByteArray("4ABC0") << false;
    QTest::newRow("nothing") << QByteArray("x") << QByteArray() << false;
}

void MessageTest::wordsAreWhole()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, word);
    QTEST(mentions({text.constData(), static_cast<std::size_t>(text.size())},
                   {word.constData(), static_cast<std::size_t>(word.size())}),
          "found");
}

void MessageTest::everyLineHasItsEvent_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("event");
    const auto row = [](const char* program, const char* text, MessageEvent event) {
        QTest::newRow(text) << QByteArray(program) << QByteArray(text) << static_cast<int>(event);
    };
    row("postfix/smtpd", "connect from a[192.0.2.1]", MessageEvent::Connected);
    row("postfix/smtpd", "disconnect from a[192.0.2.1] ehlo=1", MessageEvent::Disconnected);
    row("postfix/smtpd", "NOQUEUE: reject: RCPT from a[192.0.2.1]: 550 x", MessageEvent::Rejected);
    row("postfix/cleanup", "4ABC0: milter-reject: END-OF-MESSAGE from a[192.0.2.1]", MessageEvent::Rejected);
    row("postfix/smtpd", "4ABC0: client=a[192.0.2.1]", MessageEvent::Queued);
    row("postfix/smtp", "4ABC0: to=<y@example.jp>, status=sent (ok)", MessageEvent::Delivered);
    row("postfix/smtp", "4ABC0: to=<y@example.jp>, status=deferred (later)", MessageEvent::Deferred);
    row("postfix/smtp", "4ABC0: to=<y@example.jp>, status=bounced (no)", MessageEvent::Bounced);
    row("postfix/qmgr", "4ABC0: from=<x@a.example>, status=expired, returned to sender",
        MessageEvent::Bounced);
    row("postfix/qmgr", "4ABC0: removed", MessageEvent::Removed);
    row("SPFPolicyd", "action=bypass result=pass", MessageEvent::Checked);
    row("rspamd", "<a1b2c3>; task; rspamd_task_write_log: id: <1@a.example>", MessageEvent::Checked);
    row("postfix/cleanup", "4ABC0: message-id=<1@a.example>", MessageEvent::None);
}

void MessageTest::everyLineHasItsEvent()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QByteArray, text);
    QTEST(static_cast<int>(eventOf({program.constData(), static_cast<std::size_t>(program.size())},
                                   {text.constData(), static_cast<std::size_t>(text.size())})),
          "event");
}

QTEST_APPLESS_MAIN(MessageTest)
#include "message_test.moc"
