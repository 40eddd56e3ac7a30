// SPDX-License-Identifier: GPL-3.0-or-later
// Time on the timeline: days that are not 24 hours long, spans in words, periods counted back from now or
// from the end of an old log.
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/maillog/timeline/timeline_painter.h"
#include "ui/maillog/timeline/timeline_period.h"
#include "ui/maillog/timeline/timeline_period_dialog.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QDateTimeEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

using Unit = maillog::BucketLength::Unit;

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;

/// 2025-11-20T15:00+09:00
const std::int64_t noon = QDateTime(QDate(2025, 11, 20), QTime(6, 0), Qt::UTC).toMSecsSinceEpoch();
const maillog::ZoneRules tokyo = maillog::ZoneRules::fixed(9 * 3600);

maillog::ZoneRules berlin()
{
    const auto at = [](int month, int day) {
        return QDateTime(QDate(2025, month, day), QTime(1, 0), Qt::UTC).toSecsSinceEpoch();
    };
    return {3600, {{at(3, 30), 7200}, {at(10, 26), 3600}}};
}

} // namespace

class TimelineTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsOfUnequalTime();
    void words_data();
    void words();
    void periods_data();
    void periods();
    void periodDialog();
};

void TimelineTimeTest::barsOfUnequalTime()
{
    TimelinePicture picture;
    picture.histogram.clock = berlin();
    picture.histogram.length = {Unit::Day, 1};
    const std::int64_t day = QDateTime(QDate(2025, 10, 24), QTime(22, 0), Qt::UTC).toMSecsSinceEpoch();
    picture.histogram.borders = {day, day + 24 * hour, day + 49 * hour, day + 73 * hour};
    picture.histogram.buckets.resize(3);
    picture.histogram.silent.resize(3);
    const TimelineGeometry geometry(picture, QRect(0, 0, 358, 200));
    QCOMPARE(geometry.barCount(), 3);
    QCOMPARE(geometry.plot().width(), 300);
    const auto x = [&geometry](std::int64_t time) { return geometry.xOf(time) - geometry.plot().left(); };
    QCOMPARE(x(day), 0);
    QCOMPARE(x(day + 24 * hour), 100);
    QCOMPARE(x(day + 49 * hour), 200);
    QCOMPARE(x(day + 73 * hour), 300);
    QCOMPARE(geometry.barOf(day + 48 * hour), 1);
    QCOMPARE(geometry.barOf(day - 1), 0);
    QCOMPARE(geometry.barOf(day + 500 * hour), 2);
    QCOMPARE(spanWords(geometry.span(1), picture.histogram.clock), u"Sun Oct 26"_s);
}

void TimelineTimeTest::words_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QString>("chip");
    QTest::addColumn<QString>("card");
    const auto at = [](int day, int h, int m = 0) {
        return qint64{QDateTime(QDate(2025, 10, day), QTime(h, m), Qt::UTC).toMSecsSinceEpoch()};
    };
    QTest::newRow("within a day") << at(21, 1, 40) << at(21, 4, 20) << u"2025-10-21 3:40–6:20"_s
                                  << u"Tue Oct 21, 3:40–6:20"_s;
    QTest::newRow("until midnight") << at(21, 21) << at(21, 22) << u"2025-10-21 23:00–0:00"_s
                                    << u"Tue Oct 21, 23:00–0:00"_s;
    QTest::newRow("over midnight") << at(21, 20) << at(21, 23) << u"2025-10-21 22:00–10-22 1:00"_s
                                   << u"Tue Oct 21, 22:00 – Wed Oct 22, 1:00"_s;
    QTest::newRow("a day") << at(20, 22) << at(21, 22) << u"2025-10-21 0:00–0:00"_s << u"Tue Oct 21"_s;
    QTest::newRow("days") << at(20, 22) << at(23, 22) << u"2025-10-21 0:00–10-24 0:00"_s
                          << u"Tue Oct 21 – Thu Oct 23"_s;
    QTest::newRow("first pass of the hour") << at(26, 0) << at(26, 1) << u"2025-10-26 2:00–3:00 (UTC+02:00)"_s
                                            << u"Sun Oct 26, 2:00–3:00 (UTC+02:00)"_s;
    QTest::newRow("second pass of the hour")
        << at(26, 1) << at(26, 2) << u"2025-10-26 2:00–3:00 (UTC+01:00)"_s
        << u"Sun Oct 26, 2:00–3:00 (UTC+01:00)"_s;
}

void TimelineTimeTest::words()
{
    const test::Gui gui;
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    QTEST(spanText({from, to}, berlin()), "chip");
    QTEST(spanWords({from, to}, berlin()), "card");
}

void TimelineTimeTest::periods_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("span");
    const qint64 end = noon; // the log ended at 15:00 of its clock
    const auto row = [](const char* name, Period period, qint64 now, const QString& text,
                        const QString& span) {
        QTest::newRow(name) << static_cast<int>(period) << now << text << span;
    };
    const qint64 soon = end + 10 * minute;
    const qint64 later = end + 100 * 24 * hour;
    row("hour", Period::LastHour, soon, u"Last hour"_s, u"2025-11-20 14:10–15:10"_s);
    row("hour of an old log", Period::LastHour, later, u"Last hour of the log"_s,
        u"2025-11-20 14:00–15:00"_s);
    row("24 h of an old log", Period::LastDay, later, u"Last 24 h of the log"_s,
        u"2025-11-19 15:00–11-20 15:00"_s);
    row("7 days", Period::LastWeek, soon, u"Last 7 days"_s, u"2025-11-13 15:10–11-20 15:10"_s);
    row("30 days", Period::LastMonth, later, u"Last 30 days of the log"_s, u"2025-10-21 15:00–11-20 15:00"_s);
    row("today", Period::Today, soon, u"Today"_s, u"2025-11-20 0:00–0:00"_s);
    row("last day", Period::Today, later, u"Last day of the log (Nov 20)"_s, u"2025-11-20 0:00–0:00"_s);
    row("yesterday", Period::Yesterday, soon, u"Yesterday"_s, u"2025-11-19 0:00–0:00"_s);
    row("day before", Period::Yesterday, later, u"The day before (Nov 19)"_s, u"2025-11-19 0:00–0:00"_s);
}

void TimelineTimeTest::periods()
{
    const test::Gui gui;
    QFETCH(const int, period);
    QFETCH(const qint64, now);
    const PeriodEnd end = periodEnd(maillog::TimeRange{0, noon - 1}, now);
    QTEST(periodText(static_cast<Period>(period), end, tokyo), "text");
    QTEST(spanText(spanOf(static_cast<Period>(period), end, tokyo), tokyo), "span");
}

void TimelineTimeTest::periodDialog()
{
    const test::Gui gui;
    QWidget window;
    window.resize(900, 600);
    window.show();
    const auto at = [](int h) {
        return QDateTime(QDate(2025, 10, 26), QTime(h, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    auto* dialog = new PeriodDialog({at(10), at(12)}, berlin(), &window);
    dialog->open();
    QCOMPARE(dialog->span(), (TimeSpan{at(10), at(12)}));
    auto* from = dialog->findChild<QDateTimeEdit*>(u"maillog.period.from"_s);
    auto* show = dialog->findChild<QPushButton*>(u"maillog.period.show"_s);
    QCOMPARE(from->dateTime().time(), QTime(11, 0)); // winter time since that night
    from->setDateTime(QDateTime(QDate(2025, 10, 26), QTime(13, 0), Qt::UTC));
    QVERIFY(!show->isEnabled());
    from->setDateTime(QDateTime(QDate(2025, 10, 26), QTime(1, 0), Qt::UTC));
    QVERIFY(show->isEnabled());
    QCOMPARE(dialog->span().from, at(0) - hour); // summer time
    if (const QString folder = qEnvironmentVariable("SPM_PICTURES"); !folder.isEmpty()) {
        QVERIFY(dialog->grab().save(folder + u"/timeline-period.png"_s));
    }
    const QStringList faults = test::allFaults(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QSignalSpy accepted(dialog, &QDialog::accepted);
    QTest::keyClick(from, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
}

QTEST_MAIN(TimelineTimeTest)
#include "timeline_time_test.moc"
