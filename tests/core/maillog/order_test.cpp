// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of several sources in the order of time: hosts that overlap, clocks that step back, the end of summer
// time, sources that grow.
#include "core/maillog/reader.h"
#include "core/maillog/time_order.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

using namespace maillog;

namespace {

/// One check at a time of the day of 2025-11-20.
QByteArray at(int second, const char* host = "mx1")
{
    return QStringLiteral("2025-11-20T%1:%2:%3Z ")
               .arg(second / 3600, 2, 10, QLatin1Char('0'))
               .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
               .arg(second % 60, 2, 10, QLatin1Char('0'))
               .toLatin1() +
           host +
           " SPFPolicyd[1]: action=bypass result=pass identity=mailfrom domain=a.example client-ip=192.0.2.1 "
           "helo=h envelope-from=<u@a.example> to=<b@c.example> rule=globals.pass instance=1 queue-id=\n";
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Sources that are fed in turn, as growing files are.
struct World
{
    Log log;
    std::vector<std::unique_ptr<Reader>> readers;

    explicit World(int sources)
    {
        for (int i = 0; i < sources; ++i) {
            readers.push_back(std::make_unique<Reader>(log, log.addSource(), ReaderOptions{}));
        }
    }

    void feed(std::size_t source, const QByteArray& bytes) { readers[source]->feed(view(bytes)); }
};

/// The order by definition: each row counts as the latest time of its source so far.
std::vector<std::uint32_t> expected(const Log& log)
{
    std::vector<std::int64_t> latest(log.sourceCount(), INT64_MIN);
    std::vector<std::pair<std::int64_t, std::uint32_t>> places;
    for (Row row = 0; row < log.size(); ++row) {
        auto& last = latest[log.columns().source[row]];
        last = std::max(last, log.columns().time[row]);
        places.emplace_back(last, static_cast<std::uint32_t>(row));
    }
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> rows;
    for (const auto& [time, row] : places) {
        rows.push_back(row);
    }
    return rows;
}

std::vector<std::uint32_t> allRows(const Log& log)
{
    std::vector<std::uint32_t> rows(log.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        rows[i] = i;
    }
    return rows;
}

} // namespace

class OrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToDo();
    void overlappingHosts();
    void clockStepsBack();
    void endOfSummerTime();
    void someRows();
    void grows();
    void randomGrowth();
    void manyRows();
};

void OrderTest::nothingToDo()
{
    QVERIFY(TimeOrder().isIdentity());
    QVERIFY(TimeOrder(Log()).isIdentity());
    World one(1);
    one.feed(0, at(30) + at(10) + at(20)); // a single file stays as it is
    QVERIFY(TimeOrder(one.log).isIdentity());
    World two(2);
    two.feed(0, at(10) + at(20));
    two.feed(1, at(20) + at(30));
    QVERIFY(TimeOrder(two.log).isIdentity());
    const std::vector<std::uint32_t> rows{1, 3};
    QCOMPARE(orderRows(rows, TimeOrder(two.log)), rows);
}

void OrderTest::overlappingHosts()
{
    World world(3);
    world.feed(0, at(10) + at(20) + at(30));
    world.feed(1, at(5, "mx2") + at(20, "mx2") + at(25, "mx2"));
    world.feed(2, at(1, "mx3") + at(40, "mx3"));
    const TimeOrder order(world.log);
    QCOMPARE(orderRows(allRows(world.log), order), (std::vector<std::uint32_t>{6, 3, 0, 1, 4, 5, 2, 7}));
}

void OrderTest::clockStepsBack()
{
    World world(2);
    world.feed(0, at(10) + at(30) + at(20) + at(40));
    world.feed(1, at(25) + at(35));
    QCOMPARE(orderRows(allRows(world.log), TimeOrder(world.log)),
             (std::vector<std::uint32_t>{0, 4, 1, 2, 5, 3}));
}

void OrderTest::endOfSummerTime()
{
    // 2025-10-26 01:00 UTC: 03:00 becomes 02:00 in Berlin; the other host writes UTC.
    const auto line = [](const char* stamp, const char* host) {
        return QByteArray(stamp) + " " + host +
               " SPFPolicyd[1]: action=bypass result=pass identity=mailfrom domain=a.example "
               "client-ip=192.0.2.1 helo=h envelope-from=<u@a.example> to=<b@c.example> rule=globals.pass "
               "instance=1 queue-id=\n";
    };
    Log log;
    Reader berlin(log, log.addSource(),
                  {ZoneRules(7200, {{1'761'440'400, 3600}}), 1'761'500'000, std::nullopt});
    const auto local = line("Oct 26 02:30:00", "mx1") + line("Oct 26 02:59:00", "mx1") +
                       line("Oct 26 02:10:00", "mx1") + line("Oct 26 02:40:00", "mx1");
    berlin.feed(view(local));
    Reader utc(log, log.addSource(), {});
    const auto other = line("2025-10-26T00:45:00Z", "mx2") + line("2025-10-26T01:20:00Z", "mx2");
    utc.feed(view(other));
    QCOMPARE(orderRows(allRows(log), TimeOrder(log)), (std::vector<std::uint32_t>{0, 4, 1, 2, 5, 3}));
}

void OrderTest::someRows()
{
    World world(2);
    world.feed(0, at(10) + at(20) + at(30));
    world.feed(1, at(5) + at(15));
    const TimeOrder order(world.log);
    QCOMPARE(orderRows({0, 2, 3}, order), (std::vector<std::uint32_t>{3, 0, 2}));
    QCOMPARE(orderRows({4}, order), (std::vector<std::uint32_t>{4}));
    QCOMPARE(orderRows({}, order), std::vector<std::uint32_t>());
}

void OrderTest::grows()
{
    World world(2);
    TimeOrder order;
    world.feed(0, at(10) + at(20));
    order.update(world.log, 0);
    QVERIFY(order.isIdentity());
    world.feed(1, at(30));
    order.update(world.log, 2);
    QVERIFY(order.isIdentity());
    world.feed(0, at(25)); // before what the other has told
    order.update(world.log, 3);
    QCOMPARE(orderRows(allRows(world.log), order), (std::vector<std::uint32_t>{0, 1, 3, 2}));
    order.update(world.log, world.log.size()); // nothing new
    QCOMPARE(orderRows(allRows(world.log), order), (std::vector<std::uint32_t>{0, 1, 3, 2}));
}

void OrderTest::randomGrowth()
{
    std::mt19937 random(7);
    World world(4);
    TimeOrder order;
    std::array<int, 4> clocks{};
    for (int step = 0; step < 120; ++step) {
        const std::size_t source = random() % 4;
        const Row before = world.log.size();
        QByteArray lines;
        for (auto n = random() % 5; n-- > 0;) {
            clocks[source] = std::clamp(clocks[source] + static_cast<int>(random() % 40) - 5, 0, 80'000);
            lines += at(clocks[source]);
        }
        world.feed(source, lines);
        // Some rows before may be told to have changed too.
        order.update(world.log, before - std::min<Row>(before, random() % 4));
        QCOMPARE(orderRows(allRows(world.log), order), expected(world.log));
    }
    QVERIFY(!order.isIdentity());
}

void OrderTest::manyRows()
{
    // More than one piece of the columns, in stretches.
    World world(2);
    constexpr int perSource = 40'000;
    for (int i = 0; i < perSource; i += 20'000) {
        for (std::size_t source = 0; source < 2; ++source) {
            QByteArray lines;
            for (int k = 0; k < 20'000; ++k) {
                lines += at((i + k) * 2 + static_cast<int>(source));
            }
            world.feed(source, lines);
        }
    }
    const TimeOrder order(world.log);
    QCOMPARE(orderRows(allRows(world.log), order), expected(world.log));
    TimeOrder grown;
    grown.update(world.log, 0);
    world.feed(0, at(3) + at(79'999));
    grown.update(world.log, 2 * perSource);
    QCOMPARE(orderRows(allRows(world.log), grown), expected(world.log));
}

QTEST_APPLESS_MAIN(OrderTest)
#include "order_test.moc"
