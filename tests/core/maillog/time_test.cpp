// SPDX-License-Identifier: GPL-3.0-or-later
// Stamps, the year they leave out, and the hour that comes twice (MAILLOG.md, "Timestamp forms", "Edge
// cases").
#include "core/maillog/stamp_clock.h"
#include "core/maillog/timestamp.h"
#include "core/maillog/year_walker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

Stamp stampOf(const char* text)
{
    return parseStamp(text).value_or(Stamp{});
}

/// "2024-08-29 01:08:59.764 +540" or "-" for what the stamp does not say.
QString describe(const Stamp& stamp)
{
    const QString offset = stamp.offsetMinutes ? QString::number(*stamp.offsetMinutes) : u"-"_s;
    return QString::asprintf("%d-%02d-%02d %02d:%02d:%02d.%03d ", stamp.year, stamp.month, stamp.day,
                             stamp.hour, stamp.minute, stamp.second, stamp.millisecond) +
           offset;
}

constexpr std::int64_t berlinSummer2025 = 1743296400; // 2025-03-30T01:00Z
constexpr std::int64_t berlinWinter2025 = 1761440400; // 2025-10-26T01:00Z

ZoneRules berlin2025()
{
    return ZoneRules(3600, {{berlinSummer2025, 7200}, {berlinWinter2025, 3600}});
}

} // namespace

class TimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stamps_data();
    void stamps();
    void noStamps_data();
    void noStamps();
    void calendar();
    void years_data();
    void years();
    void explicitYearsCorrectEarlierOnes();
    void zoneTable_data();
    void zoneTable();
    void clockPutBack();
};

void TimeTest::stamps_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("stamp");
    QTest::addColumn<QByteArray>("rest");
    const auto row = [](const char* line, const char* stamp) {
        QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(stamp) << QByteArray("mx tag: text");
    };
    row("Sep  2 10:14:48 mx tag: text", "0-09-02 10:14:48.000 -");
    row("Sep 02 10:14:48 mx tag: text", "0-09-02 10:14:48.000 -");
    row("Sep 12 10:14:48 mx tag: text", "0-09-12 10:14:48.000 -");
    row("Sep 2 10:14:48 mx tag: text", "0-09-02 10:14:48.000 -");
    row("Feb 29 10:14:48 mx tag: text", "0-02-29 10:14:48.000 -");
    row("2024-08-29T01:08:59.764590+00:00 mx tag: text", "2024-08-29 01:08:59.764 0");
    row("2024-08-29T01:08:59+0900 mx tag: text", "2024-08-29 01:08:59.000 540");
    row("2024-08-29T01:08:59+09:00 mx tag: text", "2024-08-29 01:08:59.000 540");
    row("2024-08-29T01:08:59.5-03:30 mx tag: text", "2024-08-29 01:08:59.500 -210");
    row("2024-08-29T01:08:59.123456Z mx tag: text", "2024-08-29 01:08:59.123 0");
    row("2024-08-29T01:08:59Z mx tag: text", "2024-08-29 01:08:59.000 0");
    row("2024-08-29T01:08:59 mx tag: text", "2024-08-29 01:08:59.000 -");
    row("2024-08-29 01:08:59 mx tag: text", "2024-08-29 01:08:59.000 -");
    row("2024-08-29 01:08:59,250 mx tag: text", "2024-08-29 01:08:59.250 -");
    row("2024-08-29 01:08:59 UTC mx tag: text", "2024-08-29 01:08:59.000 0");
    row("Thu 2024-08-29 01:08:59 JST mx tag: text", "2024-08-29 01:08:59.000 -");
    row("1724893739.76 mx tag: text", "2024-08-29 01:08:59.760 0");
    row("<22>Sep  2 10:14:48 mx tag: text", "0-09-02 10:14:48.000 -");
    row("<22>1 2024-08-29T01:08:59Z mx tag: text", "2024-08-29 01:08:59.000 0");
    row("Sep 13 2024 10:14:48 mx tag: text", "2024-09-13 10:14:48.000 -");
    row("Thu Aug 29 01:08:59 2024 mx tag: text", "2024-08-29 01:08:59.000 -");
    row("[Sep  2 10:14:48] mx tag: text", "0-09-02 10:14:48.000 -");
    row("2024-08-29T01:08:59.123456789Z mx tag: text", "2024-08-29 01:08:59.123 0");
    row("2024-08-29T01:08:59.000001+0900 mx tag: text", "2024-08-29 01:08:59.000 540");
    row("Thu 2024-08-29 01:08:59 GMT mx tag: text", "2024-08-29 01:08:59.000 0");
    row("Thu 2024-08-29 01:08:59 +03 mx tag: text", "2024-08-29 01:08:59.000 180");
    row("Thu 2024-08-29 01:08:59 -0330 mx tag: text", "2024-08-29 01:08:59.000 -210");
    row("Thu 2024-08-29 01:08:59.123456 CEST mx tag: text", "2024-08-29 01:08:59.123 -");
    row("1724893739.764590 mx tag: text", "2024-08-29 01:08:59.764 0");
    row("<134>1 2024-08-29T01:08:59.764590+09:00 mx tag: text", "2024-08-29 01:08:59.764 540");
    row("<22>Sep 02 10:14:48 mx tag: text", "0-09-02 10:14:48.000 -");
    row("janv. 29 01:08:59 mx tag: text", "0-01-29 01:08:59.000 -"); // French
    row("f\xC3\xA9vr. 28 01:08:59 mx tag: text", "0-02-28 01:08:59.000 -");
    row("mars  2 01:08:59 mx tag: text", "0-03-02 01:08:59.000 -");
    row("juil. 14 01:08:59 mx tag: text", "0-07-14 01:08:59.000 -");
    row("ao\xC3\xBBt  9 01:08:59 mx tag: text", "0-08-09 01:08:59.000 -");
    row("ao\xFBt 19 01:08:59 mx tag: text", "0-08-19 01:08:59.000 -"); // ISO 8859-1
    row("d\xC3\xA9"
        "c. 29 01:08:59 mx tag: text",
        "0-12-29 01:08:59.000 -");
    row("M\xC3\xA4r 29 01:08:59 mx tag: text", "0-03-29 01:08:59.000 -"); // German
    row("M\xE4r 29 01:08:59 mx tag: text", "0-03-29 01:08:59.000 -");
    row("Mai 29 01:08:59 mx tag: text", "0-05-29 01:08:59.000 -");
    row("Okt  1 01:08:59 mx tag: text", "0-10-01 01:08:59.000 -");
    row("Dez 24 01:08:59 mx tag: text", "0-12-24 01:08:59.000 -");
    row("ene 29 01:08:59 mx tag: text", "0-01-29 01:08:59.000 -"); // Spanish
    row("sept 29 01:08:59 mx tag: text", "0-09-29 01:08:59.000 -");
    row("dic 29 01:08:59 mx tag: text", "0-12-29 01:08:59.000 -");
    row("gen 29 01:08:59 mx tag: text", "0-01-29 01:08:59.000 -"); // Italian
    row("lug 29 01:08:59 mx tag: text", "0-07-29 01:08:59.000 -");
    row("ott 29 01:08:59 mx tag: text", "0-10-29 01:08:59.000 -");
    row("fev 28 01:08:59 mx tag: text", "0-02-28 01:08:59.000 -"); // Portuguese
    row("set 29 01:08:59 mx tag: text", "0-09-29 01:08:59.000 -");
    row("out 29 2024 01:08:59 mx tag: text", "2024-10-29 01:08:59.000 -");
    row(" 8\xE6\x9C\x88 29 01:08:59 mx tag: text", "0-08-29 01:08:59.000 -"); // Japanese
    row("8\xE6\x9C\x88 29 01:08:59 mx tag: text", "0-08-29 01:08:59.000 -");
    row("12\xE6\x9C\x88  2 01:08:59 mx tag: text", "0-12-02 01:08:59.000 -");
    row("8\xE6\x9C\x88"
        "29\xE6\x97\xA5 01:08:59 mx tag: text",
        "0-08-29 01:08:59.000 -");
    row("2024\xE5\xB9\xB4"
        "8\xE6\x9C\x88"
        "29\xE6\x97\xA5 01:08:59 mx tag: text",
        "2024-08-29 01:08:59.000 -");
    row("Dec 31 23:59:60 mx tag: text", "0-12-31 23:59:60.000 -");
}

void TimeTest::stamps()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, stamp);
    QFETCH(QByteArray, rest);
    const auto parsed = parseStamp({line.constData(), static_cast<std::size_t>(line.size())});
    QVERIFY(parsed.has_value());
    QCOMPARE(describe(*parsed), stamp);
    QCOMPARE(line.mid(static_cast<qsizetype>(parsed->length)), rest);
}

void TimeTest::noStamps_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line : {"",
                             "Sep",
                             "Sep  2",
                             "Sep  2 10:14:48",
                             "Foo  2 10:14:48 mx",
                             "Sep 32 10:14:48 mx",
                             "Feb 30 10:14:48 mx",
                             "Sep  2 24:00:00 mx",
                             "Sep  2 10:60:00 mx",
                             "2023-02-29T00:00:00 mx",
                             "2024-13-01T00:00:00 mx",
                             "0000-12-30 00:00:00 mx",
                             "2024-08-29T01:08 mx",
                             "%(day)s 11:03:12 mx",
                             "<22 Sep  2 10:14:48 mx",
                             "<>",
                             "[",
                             "9999999999999999999 mx",
                             "1.",
                             "\xff\xfe\x00"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TimeTest::noStamps()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseStamp({line.constData(), static_cast<std::size_t>(line.size())}));
}

void TimeTest::calendar()
{
    QCOMPARE(daysFromCivil(1970, 1, 1), 0);
    QCOMPARE(daysFromCivil(2000, 3, 1), 11017);
    QCOMPARE(daysFromCivil(1969, 12, 31), -1);
    for (std::int64_t day = -200'000; day < 200'000; day += 7) {
        const auto date = civilFromDays(day);
        QCOMPARE(daysFromCivil(date.year, date.month, date.day), day);
    }
}

void TimeTest::years_data()
{
    QTest::addColumn<QStringList>("stamps");
    QTest::addColumn<QString>("fileDate"); ///< or the year the user set
    QTest::addColumn<QList<int>>("years");
    const auto row = [](const char* name, const char* stamps, const char* date, const QList<int>& years) {
        QTest::newRow(name) << QString::fromLatin1(stamps).split(u',') << QString::fromLatin1(date) << years;
    };
    row("within a year", "Sep 01,Sep 02,Oct 30", "2025-10-30", {2025, 2025, 2025});
    row("copied later the same year", "Sep 01,Sep 02", "2025-12-24", {2025, 2025});
    row("looked at in the next year", "Sep 01,Sep 02", "2026-03-01", {2025, 2025});
    row("over New Year", "Dec 30,Dec 31,Jan  1,Jan  2", "2026-01-02", {2025, 2025, 2026, 2026});
    row("over two New Years", "Nov 30,Jan 10,Nov 01,Jan 02", "2026-01-02", {2024, 2025, 2025, 2026});
    row("small steps back are none", "Jan 05,Jan 04,Jan 06,Jan 05", "2026-01-06", {2026, 2026, 2026, 2026});
    row("a late line on New Year's Day", "Dec 31,Jan 01,Dec 31,Jan 01", "2026-01-01",
        {2025, 2026, 2025, 2026});
    row("file's date in UTC, stamps ahead of it", "Jan 01", "2025-12-31", {2026});
    row("a leap day excludes years", "Feb 28,Feb 29,Mar 01", "2026-05-01", {2024, 2024, 2024});
    row("a leap day long ago", "Dec 31,Feb 29,Dec 31,Jan 02", "2026-02-01", {2023, 2024, 2024, 2025});
    row("the user's year", "Dec 31,Jan 01", "2020", {2019, 2020});
}

void TimeTest::years()
{
    QFETCH(QStringList, stamps);
    QFETCH(QString, fileDate);
    QFETCH(QList<int>, years);
    const auto date = fileDate.split(u'-');
    std::optional<int> year;
    std::int64_t day = 0;
    if (date.size() == 1) {
        year = fileDate.toInt();
    } else {
        day = daysFromCivil(date[0].toInt(), date[1].toInt(), date[2].toInt());
    }
    YearWalker walker(day, year);
    QList<int> found;
    const auto correct = [&] {
        const int correction = walker.takeCorrection();
        for (int& y : found) {
            y += correction;
        }
    };
    for (const QString& stamp : stamps) {
        const int y = walker.next(stampOf((stamp + u" 12:00:00 mx"_s).toLatin1().constData()));
        correct();
        found.append(y);
    }
    walker.settle();
    correct();
    QCOMPARE(found, years);
}

void TimeTest::explicitYearsCorrectEarlierOnes()
{
    YearWalker walker(daysFromCivil(2026, 5, 1), std::nullopt);
    QCOMPARE(walker.next(stampOf("Nov 20 12:00:00 mx")), 2025);
    QCOMPARE(walker.next(stampOf("2021-01-03T12:00:00Z mx")), 2021);
    QCOMPARE(walker.takeCorrection(), -5); // November was that of 2020
    QCOMPARE(walker.next(stampOf("Jan 04 12:00:00 mx")), 2021);
    walker.settle();
    QCOMPARE(walker.takeCorrection(), 0);
}

void TimeTest::zoneTable_data()
{
    QTest::addColumn<QString>("wall");
    QTest::addColumn<int>("pass");
    QTest::addColumn<int>("offset");
    QTest::addColumn<bool>("repeated");
    QTest::newRow("winter") << u"2025-01-15T12:00:00"_s << 1 << 3600 << false;
    QTest::newRow("summer") << u"2025-07-15T12:00:00"_s << 1 << 7200 << false;
    QTest::newRow("before the clock goes forward") << u"2025-03-30T01:59:59"_s << 1 << 3600 << false;
    QTest::newRow("skipped") << u"2025-03-30T02:30:00"_s << 1 << 3600 << false;
    QTest::newRow("after it went forward") << u"2025-03-30T03:00:00"_s << 1 << 7200 << false;
    QTest::newRow("before the hour twice") << u"2025-10-26T01:59:59"_s << 1 << 7200 << false;
    QTest::newRow("first pass") << u"2025-10-26T02:00:00"_s << 1 << 7200 << true;
    QTest::newRow("second pass") << u"2025-10-26T02:59:59"_s << 2 << 3600 << true;
    QTest::newRow("after the hour twice") << u"2025-10-26T03:00:00"_s << 1 << 3600 << false;
}

void TimeTest::zoneTable()
{
    QFETCH(QString, wall);
    QFETCH(int, pass);
    QFETCH(int, offset);
    QFETCH(bool, repeated);
    const auto stamp = stampOf((wall + u' ').toLatin1().constData());
    const auto local = berlin2025().atWall(wallSeconds(stamp, stamp.year),
                                           pass == 1 ? ZoneRules::Pass::First : ZoneRules::Pass::Second);
    QCOMPARE(local.offset, offset);
    QCOMPARE(local.repeated, repeated);
    QCOMPARE(berlin2025().offsetAt(berlinWinter2025 - 1), 7200);
    QCOMPARE(berlin2025().offsetAt(berlinWinter2025), 3600);
    QCOMPARE(berlin2025().offsetAt(0), 3600);
}

void TimeTest::clockPutBack()
{
    StampClock clock(berlin2025(), YearWalker(daysFromCivil(2025, 10, 27), std::nullopt));
    const auto at = [&](const char* time, std::uint32_t host) {
        return clock.at(stampOf((QByteArray("Oct 26 ") + time + " mx").constData()), host);
    };
    QCOMPARE(at("02:10:00", 1).utcMilliseconds, (berlinWinter2025 - 3000) * 1000);
    QCOMPARE(at("02:58:00", 1).offsetMinutes, std::int16_t{120});
    QCOMPARE(at("02:55:00", 1).offsetMinutes, std::int16_t{120}); // a late line, no clock put back
    QVERIFY(at("02:58:30", 1).repeatedHour);
    const auto second = at("02:00:10", 1);
    QCOMPARE(second.utcMilliseconds, (berlinWinter2025 + 10) * 1000);
    QCOMPARE(second.offsetMinutes, std::int16_t{60});
    QCOMPARE(at("02:59:00", 1).offsetMinutes, std::int16_t{60});  // stays in the second pass
    QCOMPARE(at("02:59:00", 2).offsetMinutes, std::int16_t{120}); // another host's clock
    QVERIFY(!at("03:00:00", 1).repeatedHour);
    QVERIFY(!clock.at(stampOf("2025-10-26T02:30:00+02:00 mx"), 1).repeatedHour); // the stamp says which
}

QTEST_APPLESS_MAIN(TimeTest)
#include "time_test.moc"
