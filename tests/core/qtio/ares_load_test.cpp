// SPDX-License-Identifier: GPL-3.0-or-later
// AresResolver with far more questions at once than a server's receive buffer holds: they wait their turn,
// and neither silence nor those who gave up make the others wait long.
#include "core/qtio/dns/ares_resolver.h"
#include "tests/support/scripted_name_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using dns::RecordType;
using dns::Status;
using support::Behaviour;
using support::Script;
using support::ScriptedNameServer;

namespace {

QByteArray nameOf(int number)
{
    return "n" + QByteArray::number(number) + ".test";
}

/// Many questions for n0.test, n1.test and so on, and what became of them.
struct Crowd
{
    std::vector<std::unique_ptr<qtio::PendingLookup>> lookups;
    std::vector<dns::Answer> answers;

    void ask(qtio::Resolver& resolver, int from, int count, std::chrono::milliseconds limit)
    {
        for (int i = from; i < from + count; ++i) {
            lookups.push_back(resolver.ask({nameOf(i).toStdString(), RecordType::A}, limit,
                                           [this](const dns::Answer& answer) { answers.push_back(answer); }));
        }
    }

    [[nodiscard]] int with(Status status) const
    {
        return static_cast<int>(std::ranges::count(answers, status, &dns::Answer::status));
    }
};

struct World
{
    explicit World(int names)
    {
        for (int i = 0; i < names; ++i) {
            server.add(nameOf(i), RecordType::A, support::addressData("192.0.2.1"));
        }
    }

    [[nodiscard]] qtio::AresResolver::Options options() const
    {
        qtio::AresResolver::Options options;
        options.servers = {server.address()};
        return options;
    }

    [[nodiscard]] int namesAsked(int names) const
    {
        int asked = 0;
        for (int i = 0; i < names; ++i) {
            asked += server.questions(nameOf(i)) > 0 ? 1 : 0;
        }
        return asked;
    }

    ScriptedNameServer server;
};

} // namespace

class AresLoadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMoreThanAServerHoldsLiesUnread();
    void everyoneIsAskedOnceAndAnswered_data();
    void everyoneIsAskedOnceAndAnswered();
    void theLimitCountsFromAsking();
    void thoseWhoGaveUpAreNotAskedFor();
    void silentNamesHoldNobodyUp();
    void aSilentServerIsPassedOverByAll();
};

void AresLoadTest::noMoreThanAServerHoldsLiesUnread()
{
    QUdpSocket unread;
    QVERIFY(unread.bind(QHostAddress::LocalHost));
    qtio::AresResolver::Options options;
    options.servers = {{*net::IpAddress::parse("127.0.0.1"), unread.localPort()}};
    qtio::AresResolver resolver(options);
    Crowd crowd;
    crowd.ask(resolver, 0, 3000, 5s);
    int arrived = 0;
    for (; unread.hasPendingDatagrams(); ++arrived) {
        unread.readDatagram(nullptr, 0);
    }
    QVERIFY2(arrived > 50 && arrived < 160, qPrintable(QString::number(arrived)));
}

void AresLoadTest::everyoneIsAskedOnceAndAnswered_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("at once") << Script{};
    QTest::newRow("after 20 ms") << Script{Behaviour::Late, 0, 20ms};
    QTest::newRow("later than the turn of the next") << Script{Behaviour::Late, 0, 300ms};
}

void AresLoadTest::everyoneIsAskedOnceAndAnswered()
{
    QFETCH(const Script, script);
    constexpr int count = 1500;
    World world(count);
    world.server.scriptAll(script);
    auto options = world.options();
    options.firstWait = 3s; // longer than a busy machine needs
    qtio::AresResolver resolver(options);
    Crowd crowd;
    crowd.ask(resolver, 0, count, 10s);
    QTRY_COMPARE_WITH_TIMEOUT(crowd.with(Status::Ok), count, 12000);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(world.server.questions(nameOf(i)), 1);
    }
}

void AresLoadTest::theLimitCountsFromAsking()
{
    World world(0);
    world.server.scriptAll({Behaviour::Silent});
    qtio::AresResolver resolver(world.options());
    Crowd crowd;
    QElapsedTimer clock;
    clock.start();
    constexpr int count = 3000;
    crowd.ask(resolver, 0, count, 500ms);
    QTRY_COMPARE_WITH_TIMEOUT(crowd.with(Status::Timeout), count, 5000);
    QVERIFY2(clock.elapsed() >= 500, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(world.namesAsked(count) < count); // the limit ended the wait of those in the queue as well
}

void AresLoadTest::thoseWhoGaveUpAreNotAskedFor()
{
    constexpr int count = 3000;
    World world(count + 1);
    world.server.scriptAll({Behaviour::Silent});
    world.server.script(nameOf(count), {});
    qtio::AresResolver resolver(world.options());
    Crowd crowd;
    crowd.ask(resolver, 0, count + 1, 5s);
    crowd.lookups.erase(crowd.lookups.begin(), crowd.lookups.begin() + count);
    QTRY_COMPARE(crowd.with(Status::Ok), 1); // the last one, behind all who gave up
    QVERIFY(world.namesAsked(count) < 160);
}

void AresLoadTest::silentNamesHoldNobodyUp()
{
    constexpr int silent = 500;
    World world(silent + 1);
    world.server.scriptAll({Behaviour::Silent});
    world.server.script(nameOf(silent), {});
    qtio::AresResolver resolver(world.options());
    Crowd crowd;
    crowd.ask(resolver, 0, silent + 1, 5s);
    QTRY_COMPARE_WITH_TIMEOUT(crowd.with(Status::Ok), 1, 2000);
    QCOMPARE(crowd.answers.size(), std::size_t{1}); // the silent ones still have their time
}

void AresLoadTest::aSilentServerIsPassedOverByAll()
{
    constexpr int count = 1000;
    World good(count);
    ScriptedNameServer silent;
    silent.scriptAll({Behaviour::Silent});
    auto options = good.options();
    options.servers.insert(options.servers.begin(), silent.address());
    options.nextServerAfter = 200ms;
    qtio::AresResolver resolver(options);
    Crowd crowd;
    crowd.ask(resolver, 0, count, 3s);
    QTRY_COMPARE_WITH_TIMEOUT(crowd.with(Status::Ok), count, 5000);
}

QTEST_GUILESS_MAIN(AresLoadTest)
#include "ares_load_test.moc"
