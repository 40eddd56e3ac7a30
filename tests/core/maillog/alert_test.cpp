// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds over a growing log: they fire once, again after the count fell or after the pause, and the same
// whether the log comes at once or line by line.
#include "core/maillog/alert_rule.h"
#include "core/maillog/reader.h"

#include <QTest>
#include <QTime>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

QByteArray check(const char* time, const char* result = "fail", const char* domain = "a.example",
                 const char* address = "192.0.2.1")
{
    return QByteArray("2025-11-20T") + time + "Z mx1 SPFPolicyd[1]: action=block result=" + result +
           " identity=mailfrom domain=" + domain + " client-ip=" + address +
           " helo=h.example envelope-from=<x@" + domain +
           "> to=<b@c.example> rule=globals.fail instance=" + time + " queue-id=\n";
}

void feed(Reader& reader, const QByteArray& bytes)
{
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Wait);
}

Log read(const QByteArray& bytes)
{
    Log log;
    Reader reader(log, log.addSource(), {});
    feed(reader, bytes);
    return log;
}

QString words(const std::vector<AlertEvent>& events)
{
    QStringList all;
    for (const AlertEvent& event : events) {
        all.append(
            QStringLiteral("%1=%2%3")
                .arg(QTime(0, 0)
                         .addMSecs(static_cast<int>(event.time % 86'400'000))
                         .toString(QStringLiteral("H:mm")))
                .arg(event.count)
                .arg(event.name.empty() ? QString() : QLatin1Char('@') + QString::fromStdString(event.name)));
    }
    return all.join(QLatin1Char(' '));
}

/// More than two in ten minutes.
AlertRule twoInTen()
{
    AlertRule rule;
    rule.moreThan = 2;
    rule.minutes = 10;
    rule.againAfterMinutes = 0;
    return rule;
}

const QByteArray burst = check("10:00:00") + check("10:01:00") + check("10:02:00") + check("10:03:00");

} // namespace

class AlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fires_data();
    void fires();
    void scopes();
    void lineByLineIsTheSameAsAtOnce();
    void changedRowsCountOnce();
    void aWatchBeginsAtTheEnd();
    void repeatedLinesCountEach();
    void recent();
};

void AlertTest::fires_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("pause");
    QTest::addColumn<QString>("events");
    QTest::newRow("nothing") << QByteArray() << 0 << QString();
    QTest::newRow("as many as allowed") << check("10:00:00") + check("10:01:00") << 0 << QString();
    QTest::newRow("once while it stays above") << burst << 0 << u"10:02=3"_s;
    QTest::newRow("too slow") << check("10:00:00") + check("10:05:00") + check("10:10:00") << 0 << QString();
    QTest::newRow("again after it fell")
        << burst + check("11:00:00") + check("11:00:01") + check("11:00:02") << 0 << u"10:02=3 11:00=3"_s;
    QTest::newRow("falling to the threshold is enough")
        << burst + check("10:11:30") + check("10:11:40") << 0 << u"10:02=3 10:11=3"_s;
    QTest::newRow("stays above: again after the pause")
        << burst + check("10:04:00") + check("10:05:00") + check("10:06:00") + check("10:07:00") << 5
        << u"10:02=3 10:07=8"_s;
    QTest::newRow("other results do not count")
        << check("10:00:00") + check("10:01:00", "pass") + check("10:02:00") + check("10:03:00", "none") << 0
        << QString();
    QTest::newRow("a line out of order counts while it is in the window")
        << check("10:00:00") + check("10:05:00") + check("10:04:00") << 0 << u"10:04=3"_s;
    QTest::newRow("a line from long before does not count")
        << check("10:00:00") + check("10:05:00") + check("09:04:00") << 0 << QString();
}

void AlertTest::fires()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const int, pause);
    AlertRule rule = twoInTen();
    rule.againAfterMinutes = pause;
    AlertWatch watch(rule);
    QTEST(words(watch.take(read(lines), 0)), "events");
}

void AlertTest::scopes()
{
    const Log log = read(check("10:00:00", "fail", "a.example", "192.0.2.1") +
                         check("10:01:00", "fail", "b.example", "192.0.2.2") +
                         check("10:02:00", "fail", "mail.a.example", "192.0.2.3") +
                         check("10:03:00", "fail", "b.example", "198.51.100.1") +
                         check("10:04:00", "fail", "b.example", "198.51.100.1") +
                         check("10:05:00", "fail", "c.example", "198.51.100.1"));
    AlertRule rule = twoInTen();
    rule.scope = AlertScope::EachDomain;
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QStringLiteral("10:04=3@b.example"));
    rule.scope = AlertScope::EachAddress;
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QStringLiteral("10:05=3@198.51.100.1"));
    rule.scope = AlertScope::All;
    rule.only = *net::Network::parse("192.0.2.0/24");
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QStringLiteral("10:02=3"));
    rule.only = *net::DomainPattern::parse("b.example");
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QStringLiteral("10:04=3"));
    rule.only = std::monostate();
    rule.what = Action::Block;
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QStringLiteral("10:02=3"));
    rule.what = Action::TempBlock;
    QCOMPARE(words(AlertWatch(rule).take(log, 0)), QString());
}

void AlertTest::lineByLineIsTheSameAsAtOnce()
{
    const QByteArray lines = burst + check("10:11:30") + check("10:11:40") + check("11:00:00") +
                             check("11:00:01") + check("11:00:02");
    AlertWatch atOnce(twoInTen());
    const QString expected = words(atOnce.take(read(lines), 0));
    Log log;
    Reader reader(log, log.addSource(), {});
    AlertWatch watch(twoInTen());
    std::vector<AlertEvent> events;
    for (const QByteArray& line : lines.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        feed(reader, line + '\n');
        for (const AlertEvent& event : watch.take(log, reader.takeFirstChanged())) {
            events.push_back(event);
        }
    }
    QCOMPARE(words(events), expected);
}

void AlertTest::changedRowsCountOnce()
{
    const Log log = read(burst);
    AlertWatch watch(twoInTen());
    QCOMPARE(watch.take(log, 0).size(), std::size_t{1});
    // Rows given again, even all of them, fire nothing again.
    QVERIFY(watch.take(log, 2).empty());
    QVERIFY(watch.take(log, 0).empty());
    // They counted once: two more in the window make six and no seventh.
    AlertRule rule = twoInTen();
    rule.moreThan = 4;
    AlertWatch other(rule);
    QVERIFY(other.take(log, 0).empty());
    QVERIFY(other.take(log, 1).empty());
}

void AlertTest::aWatchBeginsAtTheEnd()
{
    const Log log = read(burst + check("11:00:00") + check("11:04:00"));
    QCOMPARE(recentRow(log, 10), Row{4});
    QCOMPARE(recentRow(log, 120), Row{0});
    QCOMPARE(recentRow(Log(), 10), Row{0});
}

void AlertTest::repeatedLinesCountEach()
{
    QByteArray line = check("10:00:00");
    line.replace("SPFPolicyd[1]: ", "SPFPolicyd[1]: message repeated 3 times: [ ")
        .replace("queue-id=\n", "queue-id=]\n");
    AlertWatch watch(twoInTen());
    QCOMPARE(words(watch.take(read(line), 0)), QStringLiteral("10:00=3"));
}

void AlertTest::recent()
{
    QCOMPARE(recentChecks(read(burst), 2), std::uint64_t{2});
    QCOMPARE(recentChecks(read(burst), 60), std::uint64_t{4});
    QCOMPARE(recentChecks(Log(), 60), std::uint64_t{0});
}

QTEST_APPLESS_MAIN(AlertTest)
#include "alert_test.moc"
