// SPDX-License-Identifier: GPL-3.0-or-later
// Time buckets on the wall clock: days of 23 and 25 hours, the hour that comes twice, months, and times of
// which a log says nothing.
#include "core/maillog/reader.h"
#include "core/maillog/time_buckets.h"
#include "core/maillog/timestamp.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

using Unit = BucketLength::Unit;

constexpr qint64 hourMs = 3'600'000;

/// Berlin in 2025: summer time from March 30 1:00 UTC to October 26 1:00 UTC.
ZoneRules berlin()
{
    return {3600,
            {{daysFromCivil(2025, 3, 30) * 86'400 + 3600, 7200},
             {daysFromCivil(2025, 10, 26) * 86'400 + 3600, 3600}}};
}

/// Lord Howe: half an hour, back on April 6 2025 at 15:00 UTC of the day before.
ZoneRules lordHowe()
{
    return {39'600, {{daysFromCivil(2025, 4, 5) * 86'400 + 15 * 3600, 37'800}}};
}

/// Midnight does not exist: Beirut on March 30 2025, 0:00 to 1:00.
ZoneRules beirut()
{
    return {7200, {{daysFromCivil(2025, 3, 29) * 86'400 + 22 * 3600, 10'800}}};
}

std::int64_t utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    return (daysFromCivil(year, month, day) * 86'400 + hour * 3600 + minute * 60) * 1000;
}

QString wall(std::int64_t time, const ZoneRules& clock)
{
    const std::int32_t offset = clock.offsetAt(time / 1000);
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offset).toString(Qt::ISODate);
}

QString check(const char* time, int index, const char* result = "fail")
{
    return QStringLiteral("%1 mx1 SPFPolicyd[1]: action=block result=%3 identity=mailfrom domain=a.example "
                          "client-ip=192.0.2.1 helo=h.example envelope-from=<x@a.example> to=<b@c.example> "
                          "rule=globals.fail instance=%2 queue-id=\n")
        .arg(QLatin1String(time))
        .arg(index)
        .arg(QLatin1String(result));
}

Log read(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Take);
    return log;
}

std::uint64_t total(const Histogram::Bucket& bucket)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t count : bucket.byAction) {
        sum += count;
    }
    return sum;
}

} // namespace

class BucketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void borders_data();
    void borders();
    void fitting_data();
    void fitting();
    void theRepeatedHourStandsTwice();
    void aClockIsTold_data();
    void aClockIsTold();
    void onlyTheAxisCounts();
    void tooManyBucketsBecomeLonger();
    void silentTimes();
    void oneSourceSpeaksWhileTheOtherIsSilent();
    void nothingThere();
};

void BucketsTest::borders_data()
{
    QTest::addColumn<ZoneRules>("clock");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const ZoneRules& clock, qint64 first, qint64 last, Unit unit,
                        int count, const QStringList& expected) {
        QTest::newRow(name) << clock << first << last << static_cast<int>(unit) << count << expected;
    };
    row("a time on a border begins a bucket", {}, utc(2025, 1, 1, 1), utc(2025, 1, 1, 2), Unit::Minute, 60,
        {u"2025-01-01T01:00:00+00:00"_s, u"2025-01-01T02:00:00+00:00"_s, u"2025-01-01T03:00:00+00:00"_s});
    row("day of 25 hours", berlin(), utc(2025, 10, 25, 23), utc(2025, 10, 27), Unit::Day, 1,
        {u"2025-10-26T00:00:00+02:00"_s, u"2025-10-27T00:00:00+01:00"_s, u"2025-10-28T00:00:00+01:00"_s});
    row("day of 23 hours", berlin(), utc(2025, 3, 29, 23), utc(2025, 3, 30, 10), Unit::Day, 1,
        {u"2025-03-30T00:00:00+01:00"_s, u"2025-03-31T00:00:00+02:00"_s});
    row("the hour twice", berlin(), utc(2025, 10, 25, 23, 30), utc(2025, 10, 26, 1, 30), Unit::Minute, 60,
        {u"2025-10-26T01:00:00+02:00"_s, u"2025-10-26T02:00:00+02:00"_s, u"2025-10-26T02:00:00+01:00"_s,
         u"2025-10-26T03:00:00+01:00"_s});
    row("the hour skipped", berlin(), utc(2025, 3, 30, 0), utc(2025, 3, 30, 1), Unit::Minute, 60,
        {u"2025-03-30T01:00:00+01:00"_s, u"2025-03-30T03:00:00+02:00"_s, u"2025-03-30T04:00:00+02:00"_s});
    row("three hours are cut by the change", berlin(), utc(2025, 10, 25, 22), utc(2025, 10, 26, 2),
        Unit::Minute, 180,
        {u"2025-10-26T00:00:00+02:00"_s, u"2025-10-26T02:00:00+01:00"_s, u"2025-10-26T03:00:00+01:00"_s,
         u"2025-10-26T06:00:00+01:00"_s});
    row("begins after the change within a bucket", berlin(), utc(2025, 10, 26, 1, 30),
        utc(2025, 10, 26, 1, 40), Unit::Minute, 180,
        {u"2025-10-26T02:00:00+01:00"_s, u"2025-10-26T03:00:00+01:00"_s});
    row("half an hour back", lordHowe(), utc(2025, 4, 5, 14), utc(2025, 4, 5, 16), Unit::Minute, 60,
        {u"2025-04-06T01:00:00+11:00"_s, u"2025-04-06T01:30:00+10:30"_s, u"2025-04-06T02:00:00+10:30"_s,
         u"2025-04-06T03:00:00+10:30"_s});
    row("a day without midnight", beirut(), utc(2025, 3, 29, 12), utc(2025, 3, 29, 23), Unit::Day, 1,
        {u"2025-03-29T00:00:00+02:00"_s, u"2025-03-30T01:00:00+03:00"_s, u"2025-03-31T00:00:00+03:00"_s});
    row("weeks begin on Monday", {}, utc(2025, 11, 19), utc(2025, 11, 19), Unit::Day, 7,
        {u"2025-11-17T00:00:00+00:00"_s, u"2025-11-24T00:00:00+00:00"_s});
    row("months of the calendar", berlin(), utc(2025, 2, 10), utc(2025, 4, 1), Unit::Month, 1,
        {u"2025-02-01T00:00:00+01:00"_s, u"2025-03-01T00:00:00+01:00"_s, u"2025-04-01T00:00:00+02:00"_s,
         u"2025-05-01T00:00:00+02:00"_s});
    row("before 1970", {}, utc(1969, 12, 31, 23, 59), utc(1969, 12, 31, 23, 59), Unit::Minute, 10,
        {u"1969-12-31T23:50:00+00:00"_s, u"1970-01-01T00:00:00+00:00"_s});
}

void BucketsTest::borders()
{
    QFETCH(const ZoneRules, clock);
    QFETCH(const qint64, first);
    QFETCH(const qint64, last);
    QFETCH(const int, unit);
    QFETCH(const int, count);
    const auto borders = bucketBorders({first, last}, {static_cast<Unit>(unit), count}, clock);
    QStringList names;
    for (const std::int64_t border : borders) {
        names.append(wall(border, clock).replace(QLatin1Char('Z'), QStringLiteral("+00:00")));
    }
    QTEST(names, "expected");
    QVERIFY(std::is_sorted(borders.begin(), borders.end()));
}

void BucketsTest::fitting_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << qint64{0} << 96 << static_cast<int>(Unit::Minute) << 1;
    QTest::newRow("an hour") << hourMs << 96 << static_cast<int>(Unit::Minute) << 1;
    QTest::newRow("a day") << 24 * hourMs << 96 << static_cast<int>(Unit::Minute) << 20;
    QTest::newRow("a month") << 720 * hourMs << 96 << static_cast<int>(Unit::Minute) << 720;
    QTest::newRow("a year") << 8760 * hourMs << 96 << static_cast<int>(Unit::Day) << 7;
    QTest::newRow("a century") << 876'000 * hourMs << 96 << static_cast<int>(Unit::Month) << 12;
}

void BucketsTest::fitting()
{
    QFETCH(const qint64, length);
    QFETCH(const int, most);
    const BucketLength chosen = fittingLength({0, length}, static_cast<std::size_t>(most));
    QTEST(static_cast<int>(chosen.unit), "unit");
    QTEST(chosen.count, "count");
}

void BucketsTest::theRepeatedHourStandsTwice()
{
    const Log log = read(check("2025-10-26T02:15:00+02:00", 1) + check("2025-10-26T02:15:00+01:00", 2) +
                         check("2025-10-26T02:20:00+01:00", 3));
    const auto buckets =
        timeBuckets(log, RowSet::all(log),
                    {.length = BucketLength{Unit::Minute, 60}, .axis = {}, .clock = clockOf(log, berlin())});
    QVERIFY(buckets);
    QCOMPARE(buckets->buckets.size(), std::size_t{2});
    QCOMPARE(total(buckets->buckets[0]), std::uint64_t{1});
    QCOMPARE(total(buckets->buckets[1]), std::uint64_t{2});
    QCOMPARE(buckets->to(0), buckets->from(1));
}

void BucketsTest::aClockIsTold_data()
{
    QTest::addColumn<ZoneRules>("supposed");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("days");
    const QString summerAndWinter =
        check("2025-10-25T10:00:00+02:00", 1) + check("2025-10-28T10:20:00+01:00", 2);
    QTest::newRow("as supposed, also where nothing was written")
        << berlin() << summerAndWinter
        << QStringList{u"2025-10-25T00:00:00+02:00"_s, u"2025-10-26T00:00:00+02:00"_s,
                       u"2025-10-27T00:00:00+01:00"_s, u"2025-10-28T00:00:00+01:00"_s,
                       u"2025-10-29T00:00:00+01:00"_s};
    QTest::newRow("from the stamps, changed at the full hour before")
        << ZoneRules() << summerAndWinter
        << QStringList{u"2025-10-25T00:00:00+02:00"_s, u"2025-10-26T00:00:00+02:00"_s,
                       u"2025-10-27T00:00:00+02:00"_s, u"2025-10-28T00:00:00+02:00"_s,
                       u"2025-10-29T00:00:00+01:00"_s};
    QTest::newRow("the first host's clock counts")
        << ZoneRules()
        << check("2025-10-25T10:00:00+09:00", 1) +
               QString(check("2025-10-25T05:00:00+02:00", 2)).replace(u"mx1"_s, u"mx2"_s)
        << QStringList{u"2025-10-25T00:00:00+09:00"_s, u"2025-10-26T00:00:00+09:00"_s};
}

void BucketsTest::aClockIsTold()
{
    QFETCH(const ZoneRules, supposed);
    QFETCH(const QString, lines);
    const Log log = read(lines);
    const ZoneRules clock = clockOf(log, supposed);
    const auto buckets = timeBuckets(log, RowSet::all(log),
                                     {.length = BucketLength{Unit::Day, 1}, .axis = {}, .clock = clock});
    QVERIFY(buckets);
    QStringList days;
    for (const std::int64_t border : buckets->borders) {
        days.append(wall(border, clock));
    }
    QTEST(days, "days");
}

void BucketsTest::onlyTheAxisCounts()
{
    const Log log = read(check("2025-11-20T10:05:00Z", 1) + check("2025-11-20T10:25:00Z", 2) +
                         check("2025-11-20T11:05:00Z", 3));
    const auto buckets = timeBuckets(log, RowSet::all(log),
                                     {.length = BucketLength{Unit::Minute, 60},
                                      .axis = TimeRange{utc(2025, 11, 20, 10, 10), utc(2025, 11, 20, 13) - 1},
                                      .clock = {}});
    QVERIFY(buckets);
    QCOMPARE(buckets->buckets.size(), std::size_t{3});
    QCOMPARE(total(buckets->buckets[0]), std::uint64_t{1}); // 10:05 lies before the axis
    QCOMPARE(total(buckets->buckets[1]), std::uint64_t{1});
    QCOMPARE(total(buckets->buckets[2]), std::uint64_t{0});
    QCOMPARE(buckets->from(0), utc(2025, 11, 20, 10));
}

void BucketsTest::tooManyBucketsBecomeLonger()
{
    const Log log = read(check("2024-11-20T10:05:00Z", 1) + check("2025-11-20T10:25:00Z", 2));
    const auto buckets = timeBuckets(log, RowSet::all(log),
                                     {.length = BucketLength{Unit::Minute, 1}, .axis = {}, .clock = {}});
    QVERIFY(buckets);
    QCOMPARE(buckets->length, (BucketLength{Unit::Minute, 120}));
    QVERIFY(buckets->buckets.size() <= 5001);
}

void BucketsTest::silentTimes()
{
    const QString other =
        QStringLiteral("2025-11-20T14:30:00Z mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n");
    const Log log = read(check("2025-11-20T10:05:00Z", 1) + check("2025-11-20T13:05:00Z", 2) +
                         other.repeated(100) + check("2025-11-20T16:05:00Z", 3));
    const auto buckets = timeBuckets(log, RowSet::all(log),
                                     {.length = BucketLength{Unit::Minute, 60},
                                      .axis = TimeRange{utc(2025, 11, 20, 8), utc(2025, 11, 20, 18) - 1},
                                      .clock = {}});
    QVERIFY(buckets);
    QString drawn;
    for (std::size_t i = 0; i < buckets->buckets.size(); ++i) {
        drawn += total(buckets->buckets[i]) > 0 ? u'#' : buckets->silent[i] ? u'/' : u'.';
    }
    // Before the log; a check; two hours without a line; a check; other mail; a check; after the log.
    QCOMPARE(drawn, QStringLiteral("//#//#..#/"));
}

void BucketsTest::oneSourceSpeaksWhileTheOtherIsSilent()
{
    Log log;
    for (const QString& text : {check("2025-11-20T10:05:00Z", 1) + check("2025-11-20T16:05:00Z", 2),
                                check("2025-11-20T12:05:00Z", 3)}) {
        const QByteArray bytes = text.toUtf8();
        Reader reader(log, log.addSource(), {});
        reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        reader.finish(Tail::Take);
    }
    const auto found = silences(log, hourMs);
    QCOMPARE(found.size(), std::size_t{4});
    QCOMPARE(found[1].first, utc(2025, 11, 20, 10, 5) + 1);
    QCOMPARE(found[1].last, utc(2025, 11, 20, 12, 5) - 1);
    QCOMPARE(found[2].last, utc(2025, 11, 20, 16, 5) - 1);
}

void BucketsTest::nothingThere()
{
    const Log log;
    QVERIFY(!timeBuckets(log, RowSet::all(log), {}));
    QCOMPARE(clockOf(log, berlin()), berlin());
    const auto axis =
        timeBuckets(log, RowSet::all(log), {.length = {}, .axis = TimeRange{0, hourMs - 1}, .clock = {}});
    QVERIFY(axis);
    QCOMPARE(axis->buckets.size(), std::size_t{60});
    QVERIFY(axis->silent[0]);
}

QTEST_APPLESS_MAIN(BucketsTest)
#include "buckets_test.moc"
