// SPDX-License-Identifier: GPL-3.0-or-later
// The edge cases of MAILLOG.md 1 that show themselves in a whole log: one named test each. Those of single
// stamps are in time_test, of files (rotation, compression, zones) in files_test, of repeated and cut lines
// in lines_test.
#include "tests/core/maillog/reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

const QByteArray fields =
    "client-ip=192.0.2.7; helo=mx.a.example; envelope-from=u@a.example; receiver=b@c.example ";
const QByteArray passText = "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; " + fields;
const QByteArray tag = "mx1 policyd-spf[70]: ";
const QString passRow = u"pass|bypass|mailfrom|192.0.2.7|mx.a.example|u@a.example|a.example|b@c.example"_s;

QByteArray pass(const QByteArray& stamp, const QByteArray& from = tag)
{
    return stamp + ' ' + from + passText + '\n';
}

QString timeOf(const Check& check)
{
    const auto seconds = check.time / 1000;
    const auto date = civilFromDays(seconds / 86'400);
    return QString::asprintf("%d-%02d-%02d %02d:%02d:%02d %+d", date.year, date.month, date.day,
                             static_cast<int>(seconds % 86'400 / 3600), static_cast<int>(seconds % 3600 / 60),
                             static_cast<int>(seconds % 60), check.offsetMinutes);
}

Log readWith(const QByteArray& bytes, const ReaderOptions& options)
{
    Log log;
    Reader reader(log, log.addSource(), options);
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Wait);
    return log;
}

} // namespace

class EdgeCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampForms_data();
    void stampForms();
    void noDateKeepsTheFilesOrder();
    void bothStampFormsInOneFile();
    void yearsFromTheFilesDateBackwards();
    void leapDayMovesTheYears();
    void theUsersYear();
    void smallStepsBackAreNoYear();
    void hourTwiceAtTheEndOfSummerTime();
    void zoneOfTheSource();
    void levels_data();
    void levels();
    void oneProcessManyChecks();
    void oddBytes_data();
    void oddBytes();
    void linesCutAtEightKibibytes();
    void sixtySixKibibyteLine();
    void holeOfNuls();
    void crLf();
    void emptyLines();
    void lastLineWithoutNewline();
    void repetitionsPerHost();
    void tags_data();
    void tags();
    void addresses_data();
    void addresses();
};

void EdgeCasesTest::stampForms_data()
{
    QTest::addColumn<QByteArray>("stamp");
    QTest::addColumn<QString>("time"); // the source's zone is +0900
    const auto row = [](const char* name, const QByteArray& stamp, const char* time) {
        QTest::newRow(name) << stamp << QString::fromLatin1(time);
    };
    row("rsyslog, syslog-ng, RHEL", "Aug  9 01:08:59", "2025-08-08 16:08:59 +540");
    row("postlogd", "Aug 09 01:08:59", "2025-08-08 16:08:59 +540");
    row("rsyslog's own, Debian 12", "2024-08-29T01:08:59.764590+00:00", "2024-08-29 01:08:59 +0");
    row("nine digits", "2024-08-29T01:08:59.764590123Z", "2024-08-29 01:08:59 +0");
    row("short-iso", "2024-08-29T01:08:59+0900", "2024-08-28 16:08:59 +540");
    row("short-iso, newer systemd", "2024-08-29T01:08:59+09:00", "2024-08-28 16:08:59 +540");
    row("short-iso-precise", "2024-08-29T01:08:59.123456+0900", "2024-08-28 16:08:59 +540");
    row("short-full, the source's zone", "Thu 2024-08-29 01:08:59 JST", "2024-08-28 16:08:59 +540");
    row("short-full, UTC", "Thu 2024-08-29 01:08:59 UTC", "2024-08-29 01:08:59 +0");
    row("short-unix", "1724893739.764590", "2024-08-29 01:08:59 +0");
    row("RFC 3164", "<22>Aug  9 01:08:59", "2025-08-08 16:08:59 +540");
    row("appliances", "Aug 29 2024 01:08:59", "2024-08-28 16:08:59 +540");
    row("ctime", "Thu Aug 29 01:08:59 2024", "2024-08-28 16:08:59 +540");
    row("French", "ao\xC3\xBBt 29 01:08:59", "2025-08-28 16:08:59 +540");
    row("Japanese",
        "8\xE6\x9C\x88"
        "29\xE6\x97\xA5 01:08:59",
        "2025-08-28 16:08:59 +540");
}

void EdgeCasesTest::stampForms()
{
    QFETCH(QByteArray, stamp);
    QFETCH(QString, time);
    ReaderOptions options;
    options.year = 2025;
    options.zone = ZoneRules::fixed(9 * 3600);
    const Log log = readWith(pass(stamp), options);
    QCOMPARE(log.size(), std::size_t{1});
    QCOMPARE(describe(log[0]), passRow);
    QCOMPARE(timeOf(log[0]), time);
    QCOMPARE(text(log[0].host), u"mx1"_s);
    QVERIFY((log[0].flags & NoTime) == 0);
}

void EdgeCasesTest::noDateKeepsTheFilesOrder()
{
    const Log log = read(pass("Aug  9 01:08:59") + pass("[   12.345678]") + pass("[    9.000001]") +
                         pass("Aug  9 01:09:00"));
    QCOMPARE(log.size(), std::size_t{4});
    for (const Row row : {1U, 2U}) {
        QCOMPARE(describe(log[row]), passRow);
        QVERIFY((log[row].flags & NoTime) != 0);
        QCOMPARE(log[row].time, log[0].time);
    }
    QVERIFY(log[3].time > log[2].time);
    const Log alone = read(pass("[   12.345678]")); // nothing tells the time: nothing breaks
    QCOMPARE(alone.size(), std::size_t{1});
    QVERIFY((alone[0].flags & NoTime) != 0);
    ReaderOptions options; // but the file's date
    options.fileTime = daysFromCivil(2026, 1, 3) * 86'400;
    options.zone = ZoneRules::fixed(9 * 3600);
    const Log dated = readWith(pass("[   12.345678]"), options);
    QCOMPARE(timeOf(dated[0]), u"2026-01-03 00:00:00 +540"_s);
}

void EdgeCasesTest::bothStampFormsInOneFile()
{
    // After an upgrade; the full stamps say which year the others are of.
    const Log log =
        read(pass("Dec 31 23:00:00") + pass("2022-01-01T00:00:00+00:00") + pass("Jan  1 01:00:00"));
    QCOMPARE(timeOf(log[0]), u"2021-12-31 23:00:00 +0"_s);
    QCOMPARE(timeOf(log[2]), u"2022-01-01 01:00:00 +0"_s);
}

void EdgeCasesTest::yearsFromTheFilesDateBackwards()
{
    ReaderOptions options;
    options.fileTime = daysFromCivil(2026, 1, 3) * 86'400;
    const Log log = readWith(pass("Nov 30 12:00:00") + pass("Jan 10 12:00:00") + pass("Dec 31 12:00:00") +
                                 pass("Jan  2 12:00:00"),
                             options);
    QCOMPARE(timeOf(log[0]), u"2024-11-30 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[1]), u"2025-01-10 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[2]), u"2025-12-31 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[3]), u"2026-01-02 12:00:00 +0"_s);
    QVERIFY((log[3].flags & NoYear) != 0);
}

void EdgeCasesTest::leapDayMovesTheYears()
{
    ReaderOptions options;
    options.fileTime = daysFromCivil(2026, 5, 1) * 86'400; // copied: the date is not that of the last line
    const Log log =
        readWith(pass("Feb 28 12:00:00") + pass("Feb 29 12:00:00") + pass("Mar  1 12:00:00"), options);
    QCOMPARE(timeOf(log[0]), u"2024-02-28 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[1]), u"2024-02-29 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[2]), u"2024-03-01 12:00:00 +0"_s);
}

void EdgeCasesTest::theUsersYear()
{
    ReaderOptions options;
    options.fileTime = daysFromCivil(2026, 5, 1) * 86'400;
    options.year = 2019;
    const Log log = readWith(pass("Dec 31 12:00:00") + pass("Jan  1 12:00:00"), options);
    QCOMPARE(timeOf(log[0]), u"2018-12-31 12:00:00 +0"_s);
    QCOMPARE(timeOf(log[1]), u"2019-01-01 12:00:00 +0"_s);
}

void EdgeCasesTest::smallStepsBackAreNoYear()
{
    const Log log = read(pass("Jan  5 12:00:00") + pass("Jan  4 23:59:58", "mx2 policyd-spf[70]: ") +
                         pass("Jan  5 12:00:01"));
    QCOMPARE(timeOf(log[1]), u"2025-01-04 23:59:58 +0"_s);
    QCOMPARE(timeOf(log[0]), u"2025-01-05 12:00:00 +0"_s);
}

void EdgeCasesTest::hourTwiceAtTheEndOfSummerTime()
{
    ReaderOptions options;
    options.year = 2025;
    options.zone = ZoneRules(7200, {{1'761'440'400, 3600}}); // 2025-10-26T01:00Z
    const Log log = readWith(pass("Oct 26 02:10:00") + pass("Oct 26 02:50:00") + pass("Oct 26 02:10:00") +
                                 pass("Oct 26 03:00:00"),
                             options);
    QCOMPARE(timeOf(log[0]), u"2025-10-26 00:10:00 +120"_s);
    QCOMPARE(timeOf(log[2]), u"2025-10-26 01:10:00 +60"_s);
    const auto summary = summaryOf(log);
    QVERIFY(summary.byHour.contains("2025-10-26T02+02:00") && summary.byHour.contains("2025-10-26T02+01:00"));
    QCOMPARE(summary.byHour.size(), std::size_t{3});
}

void EdgeCasesTest::zoneOfTheSource()
{
    // Two servers, one log: each has its own clock.
    Log log;
    for (const int hours : {9, -5}) {
        ReaderOptions options;
        options.year = 2025;
        options.zone = ZoneRules::fixed(hours * 3600);
        Reader reader(log, log.addSource(), options);
        const QByteArray line = pass("Aug 29 12:00:00");
        reader.feed({line.constData(), static_cast<std::size_t>(line.size())});
        reader.finish(Tail::Wait);
    }
    QCOMPARE(timeOf(log[0]), u"2025-08-29 03:00:00 +540"_s);
    QCOMPARE(timeOf(log[1]), u"2025-08-29 17:00:00 -300"_s);
    QCOMPARE(summaryOf(log).byHour.size(), std::size_t{1}); // by the wall clock
}

void EdgeCasesTest::levels_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("rows");
    const QByteArray head = "Sep 12 10:14:48 " + tag;
    const QByteArray helo = head + "spfcheck: pyspf result: \"['None', '', 'helo']\"\n" + head +
                            "None; identity=helo; " + fields + "\n";
    const QByteArray from = head +
                            "spfcheck: pyspf result: \"['Pass', 'sender SPF authorized', 'mailfrom']\"\n" +
                            head + "Pass; identity=mailfrom; " + fields + "\n";
    const QByteArray action = head + passText + "\n";
    const QByteArray level3 =
        head + "Action: prepend: Text: Received-SPF: Pass (mailfrom) Reject action: 550 5.7.23\n";
    QTest::newRow("level 1: one line") << action << QStringList{passRow};
    QTest::newRow("level 2: three lines") << helo + from + action << QStringList{passRow};
    QTest::newRow("level 3: four and more")
        << head + "Starting\n" + head + "Config: {'debugLevel': 3}\n" + helo + from + level3 + action
        << QStringList{passRow};
    QTest::newRow("a header that was not wanted")
        << head + "Header field not prepended: " + passText.mid(8) + "\n"
        << QStringList{passRow};
    QTest::newRow("result_only") << head + "result_only " + passText.mid(8) + "\n" << QStringList{passRow};
    QTest::newRow("queue id in front") << head + "4BHn2x1KjLz9: " + passText + "\n" << QStringList{passRow};
    QTest::newRow("short queue id in front") << head + "4B1C2D3E4F: " + passText + "\n"
                                             << QStringList{passRow};
    QTest::newRow("an error of the program") << head + "ERROR: Unknown name \"foo\" in file\n"
                                             << QStringList{};
    QTest::newRow("blanks in a value")
        << head + "prepend Received-SPF: None (no SPF record) identity=no SPF record; client-ip=192.0.2.7; "
                  "helo=[192.0.2.7]; envelope-from=<>; receiver=<UNKNOWN> \n"
        << QStringList{u"none|bypass|helo|192.0.2.7|[192.0.2.7]|||"_s};
}

void EdgeCasesTest::levels()
{
    QFETCH(QByteArray, lines);
    QFETCH(QStringList, rows);
    const Log log = read(lines);
    QStringList found;
    for (Row row = 0; row < log.size(); ++row) {
        found.append(describe(log[row]));
    }
    QCOMPARE(found, rows);
    QCOMPARE(log.counts(0).unreadable, 0U);
}

void EdgeCasesTest::oneProcessManyChecks()
{
    // policyd-spf serves a hundred mails before it ends: the same pid, at level 2, again and again.
    QByteArray lines;
    for (int i = 0; i < 100; ++i) {
        lines +=
            "Sep 12 10:14:48 " + tag + "Pass; identity=mailfrom; " + fields + "\n" + pass("Sep 12 10:14:48");
    }
    QCOMPARE(summaryOf(read(lines)).checks, 100U);
}

void EdgeCasesTest::oddBytes_data()
{
    QTest::addColumn<QByteArray>("helo");
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe\x80");
    QTest::newRow("Shift_JIS") << QByteArray("\x93\xfa\x96\x7b\x8c\xea\x5c");
    QTest::newRow("ISO-2022-JP, escapes written as octal") << QByteArray("#033$BF|K\\#033(B");
    QTest::newRow("a tab as rsyslog writes it") << QByteArray("a#011b");
    QTest::newRow("a question mark for a control byte") << QByteArray("a?b");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("NUL as rsyslog writes it") << QByteArray("a#000b");
    QTest::newRow("postscreen's way") << QByteArray("\\003\\000");
    QTest::newRow("blanks and semicolons") << QByteArray("a b; c=d;");
    QTest::newRow("an address literal") << QByteArray("[IPv6:2001:db8::1]");
}

void EdgeCasesTest::oddBytes()
{
    QFETCH(QByteArray, helo);
    QByteArray line = pass("Sep 12 10:14:48");
    line.replace("helo=mx.a.example;", "helo=" + helo + ";");
    const Log log = read(line + pass("Sep 12 10:14:49"));
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(QByteArray(log[0].helo.data(), static_cast<qsizetype>(log[0].helo.size())), helo);
    QCOMPARE(text(log[0].sender), u"u@a.example"_s);
    QCOMPARE(describe(log[1]), passRow);
}

void EdgeCasesTest::linesCutAtEightKibibytes()
{
    // syslog cut the line: what came before is read, the check counts.
    QByteArray line = pass("Sep 12 10:14:48");
    line.replace("helo=mx.a.example", "helo=" + QByteArray(9000, 'h'));
    const Log log = read(line.left(8192) + "\n" + pass("Sep 12 10:14:49"));
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(log[0].address->toString(), std::string("192.0.2.7"));
    QVERIFY(log[0].result == spf::Result::Pass);
    QVERIFY(log[0].sender.empty());
}

void EdgeCasesTest::sixtySixKibibyteLine()
{
    QByteArray line = pass("Sep 12 10:14:48");
    line.replace("helo=mx.a.example", "helo=" + QByteArray(66'000, 'h'));
    for (const qsizetype blockSize : {qsizetype{1} << 20, qsizetype{4096}}) {
        const Log log = read(line + pass("Sep 12 10:14:49"), blockSize);
        QCOMPARE(log.size(), std::size_t{2});
        QCOMPARE(log[0].helo.size(), std::size_t{66'000});
        QCOMPARE(log[0].lineLength, static_cast<std::uint32_t>(line.size() - 1));
        QCOMPARE(text(log[0].recipient), u"b@c.example"_s);
    }
}

void EdgeCasesTest::holeOfNuls()
{
    // A file that copytruncate cut while its writer went on at the old place.
    const QByteArray hole(100'000, '\0');
    const Log log = read(pass("Sep 12 10:14:48") + hole + pass("Sep 12 10:14:49"), 4096);
    QCOMPARE(log.size(), std::size_t{2});
    QCOMPARE(describe(log[1]), passRow);
}

void EdgeCasesTest::crLf()
{
    const Log log = read(pass("Sep 12 10:14:48").replace("\n", "\r\n"));
    QCOMPARE(describe(log[0]), passRow);
}

void EdgeCasesTest::emptyLines()
{
    const Log log = read("\n\n\r\n" + pass("Sep 12 10:14:48") + "\n   \n");
    QCOMPARE(log.counts(0).lines, 6U);
    QCOMPARE(log.size(), std::size_t{1});
    QCOMPARE(log.counts(0).unreadable, 0U);
}

void EdgeCasesTest::lastLineWithoutNewline()
{
    const QByteArray whole = pass("Sep 12 10:14:48").trimmed();
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        const Log log = read(pass("Sep 12 10:14:48") + whole.left(cut), 1 << 20, Tail::Wait);
        QCOMPARE(log.size(), std::size_t{1}); // it may still grow
    }
    QCOMPARE(read(pass("Sep 12 10:14:48") + whole, 1 << 20, Tail::Take).size(), std::size_t{2});
}

void EdgeCasesTest::repetitionsPerHost()
{
    const QByteArray one = pass("Sep 12 10:14:48");
    const QByteArray two = pass("Sep 12 10:14:48", "mx2 policyd-spf[71]: ");
    const auto again = [](const QByteArray& host, int count) {
        return "Sep 12 10:14:50 " + host + " last message repeated " + QByteArray::number(count) + " times\n";
    };
    const Log log = read(one + two + again("mx1", 3) + again("mx2", 5));
    QCOMPARE(summaryOf(log).checks, 10U);
    std::uint64_t ofFirst = 0;
    for (Row row = 0; row < log.size(); ++row) {
        ofFirst += log[row].host == "mx1" ? log[row].repeat : 0;
    }
    QCOMPARE(ofFirst, 4U);
    const Log bsd = read(one + "Sep 12 10:14:50 mx1 --- last message repeated 1 time ---\n");
    QCOMPARE(summaryOf(bsd).checks, 2U);
    const Log ubuntu = read("Sep 12 10:14:50 " + tag + "message repeated 4 times: [ " + passText + "]\n");
    QCOMPARE(summaryOf(ubuntu).checks, 4U);
    QCOMPARE(describe(ubuntu[0]), passRow);
}

void EdgeCasesTest::tags_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("plain") << QByteArray("policyd-spf[70]: ");
    QTest::newRow("no pid") << QByteArray("policyd-spf: ");
    QTest::newRow("with its ending") << QByteArray("policyd-spf.py[70]: ");
    QTest::newRow("older name") << QByteArray("pypolicyd-spf[70]: ");
    QTest::newRow("path in front") << QByteArray("/usr/bin/policyd-spf[70]: ");
    QTest::newRow("multi-instance prefix") << QByteArray("postfix-out/policyd-spf[70]: ");
    QTest::newRow("two prefixes") << QByteArray("postfix/inbound/policyd-spf[70]: ");
    QTest::newRow("pid of Docker's size") << QByteArray("policyd-spf[4194304]: ");
}

void EdgeCasesTest::tags()
{
    QFETCH(QByteArray, tag);
    const Log log = read("Sep 12 10:14:48 mx1 " + tag + passText + "\n");
    QCOMPARE(log.size(), std::size_t{1});
    QCOMPARE(describe(log[0]), passRow);
}

void EdgeCasesTest::addresses_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("address");
    QTest::newRow("mapped") << QByteArray("::ffff:192.0.2.7") << u"192.0.2.7"_s;
    QTest::newRow("mapped, in hexadecimal") << QByteArray("::ffff:c000:207") << u"192.0.2.7"_s;
    QTest::newRow("zone id") << QByteArray("fe80::1%eth0") << u"fe80::1"_s;
    QTest::newRow("upper case") << QByteArray("2001:DB8::7") << u"2001:db8::7"_s;
    QTest::newRow("with its family") << QByteArray("IPv6:2001:db8::7") << u"2001:db8::7"_s;
    QTest::newRow("hidden") << QByteArray("<HIDDEN>") << u"-"_s;
    QTest::newRow("unknown") << QByteArray("unknown") << u"-"_s;
    QTest::newRow("empty") << QByteArray() << u"-"_s;
    QTest::newRow("none at all") << QByteArray("999.1.2.3") << u"-"_s;
}

void EdgeCasesTest::addresses()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, address);
    const Log log = read(pass("Sep 12 10:14:48").replace("client-ip=192.0.2.7", "client-ip=" + written));
    QCOMPARE(log.size(), std::size_t{1}); // the check counts, whatever the address
    QCOMPARE(describe(log[0]).section(u'|', 3, 3), address);
    QCOMPARE(text(log[0].sender), u"u@a.example"_s);
}

QTEST_APPLESS_MAIN(EdgeCasesTest)
#include "edge_cases_test.moc"
