// SPDX-License-Identifier: GPL-3.0-or-later
// AresResolver against a name server that misbehaves in every way known (DAEMON.md 2, SPF.md 4 points 6, 7,
// 9).
#include "core/qtio/dns/ares_resolver.h"
#include "tests/support/scripted_name_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using dns::RecordType;
using dns::Status;
using support::Behaviour;
using support::Script;
using support::ScriptedNameServer;

namespace {

struct Heard
{
    std::optional<dns::Answer> answer;
    int calls = 0;
};

dns::Answer ask(qtio::Resolver& resolver, const std::string& name, RecordType type = RecordType::TXT,
                std::chrono::milliseconds limit = 3s)
{
    Heard heard;
    const auto lookup = resolver.ask({name, type}, limit, [&](const dns::Answer& answer) {
        heard.answer = answer;
        ++heard.calls;
    });
    if (heard.calls != 0) {
        return dns::Answer::failure(Status::Cancelled, {}, "called back from inside ask()");
    }
    static_cast<void>(
        QTest::qWaitFor([&] { return heard.calls > 0; }, static_cast<int>(limit.count()) + 2000));
    QTest::qWait(0);
    if (heard.calls != 1) {
        return dns::Answer::failure(Status::Cancelled, {}, std::to_string(heard.calls) + " callbacks");
    }
    return *heard.answer;
}

qtio::AresResolver::Options optionsFor(std::initializer_list<const ScriptedNameServer*> servers)
{
    qtio::AresResolver::Options options;
    for (const auto* server : servers) {
        options.servers.push_back(server->address());
    }
    options.firstWait = 300ms;
    options.nextServerAfter = 200ms;
    return options;
}

std::string joined(const dns::Answer& answer)
{
    std::string text;
    for (const auto& record : answer.records) {
        text += (text.empty() ? "" : " | ") + std::get<dns::Text>(record.data).joined();
    }
    return text;
}

/// A server with one record at example.com.
struct World
{
    World() { server.add("example.com", RecordType::TXT, support::textData({"v=spf1 ", "-all"}), 300); }

    ScriptedNameServer server;
    qtio::AresResolver resolver{optionsFor({&server})};
};

} // namespace

class ResolverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBehaviourHasItsStatus_data();
    void everyBehaviourHasItsStatus();
    void readsEveryType();
    void followsAliasesInsideAndBetweenAnswers();
    void proofHoldsForTheWholeAliasChain();
    void aliasLoopEnds();
    void dozensOfRecordsComeByEdnsOrTcp();
    void namesMayHoldAnyOctet_data();
    void namesMayHoldAnyOctet();
    void namesThatDoNotFit_data();
    void namesThatDoNotFit();
    void silenceEndsAtTheLimit();
    void closedPortIsToldAtOnce();
    void lateAnswersCount();
    void failingServerIsPassedOver_data();
    void failingServerIsPassedOver();
    void silentServerIsHedged();
    void ednsComesBackAfterAFormatError();
    void droppingALookupCancelsIt();
    void everythingMayBeDestroyedInTheCallback();
    void oneBrokenNameHarmsNoOther_data();
    void oneBrokenNameHarmsNoOther();
    void dozensOverTcpAtOnce();
    void thousandsAtOnce();
};

void ResolverTest::everyBehaviourHasItsStatus_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Status>("status");
    QTest::newRow("answer") << Script{} << Status::Ok;
    QTest::newRow("late") << Script{Behaviour::Late, 0, 250ms} << Status::Ok;
    QTest::newRow("truncated, then TCP") << Script{Behaviour::Truncated} << Status::Ok;
    QTest::newRow("truncated, TCP closed") << Script{Behaviour::TruncatedNoTcp} << Status::Unreachable;
    QTest::newRow("forged id, then the true one") << Script{Behaviour::WrongIdThenRight} << Status::Ok;
    QTest::newRow("only forged ids") << Script{Behaviour::WrongId} << Status::Timeout;
    QTest::newRow("answers another question") << Script{Behaviour::OtherQuestion} << Status::Timeout;
    QTest::newRow("shorter than a header") << Script{Behaviour::ShortMessage} << Status::Timeout;
    QTest::newRow("empty datagrams") << Script{Behaviour::EmptyDatagram} << Status::Timeout;
    QTest::newRow("silent") << Script{Behaviour::Silent} << Status::Timeout;
    QTest::newRow("cut record") << Script{Behaviour::CutRecord} << Status::Malformed;
    QTest::newRow("pointer to itself") << Script{Behaviour::PointerLoop} << Status::Malformed;
    QTest::newRow("wrong record length") << Script{Behaviour::BadRecordLength} << Status::Malformed;
    QTest::newRow("echo of the question") << Script{Behaviour::NotAResponse} << Status::Malformed;
    QTest::newRow("FORMERR") << Script{Behaviour::Rcode, 1} << Status::FormErr;
    QTest::newRow("FORMERR with EDNS") << Script{Behaviour::RcodeKeepingEdns, 1} << Status::FormErr;
    QTest::newRow("SERVFAIL with EDNS") << Script{Behaviour::RcodeKeepingEdns, 2} << Status::ServFail;
    QTest::newRow("NOTIMP with EDNS") << Script{Behaviour::RcodeKeepingEdns, 4} << Status::NotImp;
    QTest::newRow("SERVFAIL") << Script{Behaviour::Rcode, 2} << Status::ServFail;
    QTest::newRow("NXDOMAIN") << Script{Behaviour::Rcode, 3} << Status::NxDomain;
    QTest::newRow("NOTIMP") << Script{Behaviour::Rcode, 4} << Status::NotImp;
    QTest::newRow("REFUSED") << Script{Behaviour::Rcode, 5} << Status::Refused;
    QTest::newRow("NOTAUTH") << Script{Behaviour::Rcode, 9} << Status::OtherRcode;
    QTest::newRow("no data") << Script{Behaviour::Rcode, 0} << Status::NoData;
    QTest::newRow("FORMERR to EDNS only") << Script{Behaviour::RcodeWithEdnsOnly, 1} << Status::Ok;
    QTest::newRow("NOTIMP to EDNS only") << Script{Behaviour::RcodeWithEdnsOnly, 4} << Status::Ok;
}

void ResolverTest::everyBehaviourHasItsStatus()
{
    QFETCH(Script, script);
    QFETCH(Status, status);
    World world;
    world.server.script("example.com", script);

    const auto answer = ask(world.resolver, "example.com", RecordType::TXT, 1000ms);

    QCOMPARE(rcodeWord(answer.status), rcodeWord(status));
    QCOMPARE(answer.server, world.server.address().toString());
    if (status == Status::Ok) {
        QCOMPARE(joined(answer), std::string("v=spf1 -all"));
        QCOMPARE(answer.ttl, std::optional<std::uint32_t>(300));
    } else {
        QVERIFY(answer.records.empty());
    }
}

void ResolverTest::readsEveryType()
{
    World world;
    auto& server = world.server;
    server.add("t.test", RecordType::A, support::addressData("192.0.2.1"), 60);
    server.add("t.test", RecordType::A, support::addressData("192.0.2.2"), 30);
    server.add("t.test", RecordType::AAAA, support::addressData("2001:db8::1"));
    server.add("t.test", RecordType::MX, support::mxData(10, "Mail.Example.COM"));
    server.add("t.test", RecordType::MX, support::mxData(0, ""));
    server.add("t.test", RecordType::PTR, support::nameData("host.test"));
    server.add("t.test", RecordType::TXT, support::textData({QByteArray("a\0b\xff", 4), "", "c"}));

    const auto a = ask(world.resolver, "T.test", RecordType::A);
    QCOMPARE(a.records.size(), std::size_t(2));
    QCOMPARE(std::get<net::IpAddress>(a.records[1].data).toString(), std::string("192.0.2.2"));
    QCOMPARE(a.records[1].ttl, 30U);
    QCOMPARE(a.ttl, std::optional<std::uint32_t>(30));
    QVERIFY(a.elapsed > 0us);
    const auto aaaa = ask(world.resolver, "t.test", RecordType::AAAA);
    QCOMPARE(std::get<net::IpAddress>(aaaa.records.at(0).data).toString(), std::string("2001:db8::1"));
    const auto mx = ask(world.resolver, "t.test", RecordType::MX);
    QCOMPARE(std::get<dns::Mx>(mx.records.at(0).data), (dns::Mx{10, "Mail.Example.COM"}));
    QCOMPARE(std::get<dns::Mx>(mx.records.at(1).data), (dns::Mx{0, ""}));
    const auto ptr = ask(world.resolver, "t.test", RecordType::PTR);
    QCOMPARE(std::get<dns::Name>(ptr.records.at(0).data).target, std::string("host.test"));
    const auto txt = ask(world.resolver, "t.test");
    QCOMPARE(std::get<dns::Text>(txt.records.at(0).data).strings,
             (std::vector<std::string>{std::string("a\0b\xff", 4), "", "c"}));
    const auto none = ask(world.resolver, "nothere.test", RecordType::A);
    QCOMPARE(none.status, Status::NxDomain);
    QCOMPARE(none.ttl, std::optional<std::uint32_t>(60)); // RFC 2308: the SOA's minimum
}

void ResolverTest::followsAliasesInsideAndBetweenAnswers()
{
    World world;
    auto& server = world.server;
    server.add("www.test", RecordType::CNAME, support::nameData("Two.test"), 20);
    server.add("two.test", RecordType::CNAME, support::nameData("three.test"), 90);
    server.add("three.test", RecordType::TXT, support::textData({"here"}), 70);
    server.add("dangling.test", RecordType::CNAME, support::nameData("gone.test"));
    server.add("empty.test", RecordType::CNAME, support::nameData("example.com"));

    for (const bool follows : {true, false}) {
        server.setFollowsAliases(follows);
        const auto answer = ask(world.resolver, "www.test");
        QCOMPARE(answer.status, Status::Ok);
        QCOMPARE(joined(answer), std::string("here"));
        QCOMPARE(answer.aliases, (std::vector<std::string>{"Two.test", "three.test"}));
        QCOMPARE(answer.ttl, std::optional<std::uint32_t>(20));
        QCOMPARE(ask(world.resolver, "dangling.test").status, Status::NxDomain);
        QCOMPARE(ask(world.resolver, "empty.test", RecordType::A).status, Status::NoData);
    }
}

void ResolverTest::proofHoldsForTheWholeAliasChain()
{
    World world;
    auto& server = world.server;
    server.setFollowsAliases(false);
    server.add("www.test", RecordType::CNAME, support::nameData("two.test"));
    server.add("two.test", RecordType::CNAME, support::nameData("example.com"));
    QVERIFY(!ask(world.resolver, "example.com").isAuthentic);
    server.sign("example.com");
    QVERIFY(ask(world.resolver, "example.com").isAuthentic);
    server.sign("www.test");
    QVERIFY(!ask(world.resolver, "www.test").isAuthentic);
    server.sign("two.test");
    QVERIFY(ask(world.resolver, "www.test").isAuthentic);
}

void ResolverTest::aliasLoopEnds()
{
    World world;
    auto& server = world.server;
    server.add("one.test", RecordType::CNAME, support::nameData("two.test"));
    server.add("two.test", RecordType::CNAME, support::nameData("one.test"));
    server.add("self.test", RecordType::CNAME, support::nameData("self.test"));
    for (int i = 0; i < 40; ++i) {
        server.add("n" + QByteArray::number(i) + ".test", RecordType::CNAME,
                   support::nameData("n" + QByteArray::number(i + 1) + ".test"));
    }
    for (const bool follows : {true, false}) {
        server.setFollowsAliases(follows);
        for (const char* name : {"one.test", "self.test", "n0.test"}) {
            const auto answer = ask(world.resolver, name);
            QCOMPARE(rcodeWord(answer.status), rcodeWord(Status::NoData));
            QCOMPARE(answer.detail, std::string("the aliases do not end"));
        }
    }
}

void ResolverTest::dozensOfRecordsComeByEdnsOrTcp()
{
    World world;
    for (int i = 0; i < 9; ++i) {
        world.server.add("some.test", RecordType::TXT, support::textData({QByteArray(90, 'a')}));
    }
    for (int i = 0; i < 60; ++i) {
        world.server.add("many.test", RecordType::TXT,
                         support::textData({QByteArray(250, 'b'), QByteArray(250, 'c')}));
    }
    QCOMPARE(ask(world.resolver, "some.test").records.size(), std::size_t(9));
    QCOMPARE(world.server.tcpQuestions(), 0); // EDNS was enough
    QCOMPARE(ask(world.resolver, "many.test").records.size(), std::size_t(60));
    QCOMPARE(world.server.tcpQuestions(), 1);
}

void ResolverTest::namesMayHoldAnyOctet_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("macro characters") << QByteArray("a=b!c%d e/f*g+h.example.com");
    QTest::newRow("backslash") << QByteArray("back\\slash.\\046dot.example.com");
    QTest::newRow("hyphens at the ends") << QByteArray("-a-.example.com");
    QTest::newRow("octets above 127") << QByteArray("\xe3\x83\xa1\xff.example.com");
    QTest::newRow("NUL") << QByteArray("a\0b.example.com", 15);
    QTest::newRow("line feed") << QByteArray("a\nb.example.com");
    QTest::newRow("underscores") << QByteArray("_spf._tcp.example.com");
    QTest::newRow("onion") << QByteArray("abc.onion");
    QTest::newRow("63 octets") << QByteArray(63, 'x') + ".example.com";
    QTest::newRow("one label") << QByteArray("localhost");
}

void ResolverTest::namesMayHoldAnyOctet()
{
    QFETCH(QByteArray, name);
    World world;
    world.server.add(name, RecordType::TXT, support::textData({"found"}));
    QCOMPARE(joined(ask(world.resolver, name.toStdString())), std::string("found"));
}

void ResolverTest::namesThatDoNotFit_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("64 octets in a label") << QByteArray(64, 'x') + ".example.com";
    QTest::newRow("empty label") << QByteArray("a..example.com");
    QTest::newRow("leading dot") << QByteArray(".example.com");
    QTest::newRow("254 octets") << (QByteArray(49, 'x') + '.').repeated(5) + "abcd";
}

void ResolverTest::namesThatDoNotFit()
{
    QFETCH(QByteArray, name);
    World world;
    QCOMPARE(ask(world.resolver, name.toStdString()).status, Status::BadName);
}

void ResolverTest::silenceEndsAtTheLimit()
{
    World world;
    world.server.script("example.com", {Behaviour::Silent});
    QElapsedTimer clock;
    clock.start();
    const auto answer = ask(world.resolver, "example.com", RecordType::TXT, 700ms);
    QCOMPARE(answer.status, Status::Timeout);
    QVERIFY2(clock.elapsed() >= 690, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(world.server.questions("example.com"), 2); // sent again after 300 ms
}

void ResolverTest::closedPortIsToldAtOnce()
{
    qtio::AresResolver::Options options;
    options.servers.push_back(*qtio::Nameserver::parse("127.0.0.1:1"));
    qtio::AresResolver resolver(options);
    QCOMPARE(ask(resolver, "example.com").status, Status::Unreachable);
}

void ResolverTest::lateAnswersCount()
{
    World world;
    // The answer to the first question comes after the second was sent: both carry the same id.
    world.server.script("example.com", {Behaviour::Late, 0, 800ms});
    const auto answer = ask(world.resolver, "example.com");
    QCOMPARE(answer.status, Status::Ok);
    QVERIFY(answer.elapsed >= 790ms);
    // An answer that comes after the limit disturbs nobody.
    QCOMPARE(ask(world.resolver, "example.com", RecordType::TXT, 500ms).status, Status::Timeout);
    QCOMPARE(ask(world.resolver, "nothere.test").status, Status::NxDomain);
    QTest::qWait(500);
    QCOMPARE(ask(world.resolver, "nothere.test").status, Status::NxDomain);
}

void ResolverTest::failingServerIsPassedOver_data()
{
    QTest::addColumn<Script>("script");
    for (const int rcode : {1, 2, 4, 5, 9}) {
        QTest::addRow("rcode %d", rcode) << Script{Behaviour::Rcode, rcode};
    }
    QTest::newRow("malformed") << Script{Behaviour::CutRecord};
}

void ResolverTest::failingServerIsPassedOver()
{
    QFETCH(Script, script);
    ScriptedNameServer bad;
    bad.scriptAll(script);
    ScriptedNameServer good;
    good.add("example.com", RecordType::TXT, support::textData({"good"}));
    qtio::AresResolver resolver(optionsFor({&bad, &good}));

    const auto answer = ask(resolver, "example.com");
    QCOMPARE(joined(answer), std::string("good"));
    QCOMPARE(answer.server, good.address().toString());

    // With all of them failing the one that said why is reported.
    good.scriptAll({Behaviour::Silent});
    const auto failure = ask(resolver, "example.com", RecordType::TXT, 700ms);
    QCOMPARE(failure.server, bad.address().toString());
    QVERIFY(failure.status != Status::Timeout && !dns::isAnswered(failure.status));
}

void ResolverTest::silentServerIsHedged()
{
    ScriptedNameServer silent;
    silent.scriptAll({Behaviour::Silent});
    ScriptedNameServer good;
    good.add("example.com", RecordType::TXT, support::textData({"good"}));
    qtio::AresResolver resolver(optionsFor({&silent, &good}));
    const auto answer = ask(resolver, "example.com");
    QCOMPARE(joined(answer), std::string("good"));
    QVERIFY(answer.elapsed < 600ms);
    QCOMPARE(resolver.description(), silent.address().toString() + ", " + good.address().toString());
}

void ResolverTest::ednsComesBackAfterAFormatError()
{
    World world;
    world.server.script("bad.test", {Behaviour::Rcode, 1});
    world.server.script("example.com", {Behaviour::RcodeWithEdnsOnly, 1});
    QCOMPARE(ask(world.resolver, "bad.test").status, Status::FormErr);
    for (int i = 0; i < 3; ++i) { // with and without c-ares remembering that EDNS was not understood
        QCOMPARE(ask(world.resolver, "example.com").status, Status::Ok);
    }
    QTest::qWait(1100);
    for (int i = 0; i < 9; ++i) {
        world.server.add("some.test", RecordType::TXT, support::textData({QByteArray(90, 'a')}));
    }
    QCOMPARE(ask(world.resolver, "some.test").records.size(), std::size_t(9));
    QCOMPARE(world.server.tcpQuestions(), 0);
}

void ResolverTest::droppingALookupCancelsIt()
{
    World world;
    world.server.script("example.com", {Behaviour::Silent});
    auto guard = std::make_shared<int>(0);
    bool called = false;
    auto lookup = world.resolver.ask({"example.com", RecordType::TXT}, 3s,
                                     [&called, guard](const dns::Answer&) { called = true; });
    QTRY_COMPARE(world.server.questions("example.com"), 1);
    lookup.reset();
    QCOMPARE(guard.use_count(), 1L); // what the callback held is free at once
    QTest::qWait(700);
    QVERIFY(!called);
    QCOMPARE(world.server.questions("example.com"), 1); // nor is the server asked again
}

void ResolverTest::everythingMayBeDestroyedInTheCallback()
{
    ScriptedNameServer server;
    server.add("example.com", RecordType::TXT, support::textData({"x"}));
    auto resolver = std::make_unique<qtio::AresResolver>(optionsFor({&server}));
    std::vector<std::unique_ptr<qtio::PendingLookup>> lookups;
    int calls = 0;
    for (int i = 0; i < 20; ++i) {
        lookups.push_back(resolver->ask({"example.com", RecordType::TXT}, 3s, [&](const dns::Answer&) {
            ++calls;
            lookups.clear();
            resolver.reset();
        }));
    }
    QTRY_COMPARE(calls, 1);
    QTest::qWait(50);
    QCOMPARE(calls, 1);
    // Handles may outlive their resolver, too.
    resolver = std::make_unique<qtio::AresResolver>(optionsFor({&server}));
    auto late = resolver->ask({"example.com", RecordType::TXT}, 3s, [&](const dns::Answer&) { ++calls; });
    resolver.reset();
    QTest::qWait(50);
    late.reset();
    QCOMPARE(calls, 1);
}

void ResolverTest::oneBrokenNameHarmsNoOther_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Status>("status");
    QTest::newRow("TCP closed") << Script{Behaviour::TruncatedNoTcp} << Status::Unreachable;
    QTest::newRow("empty datagrams") << Script{Behaviour::EmptyDatagram} << Status::Timeout;
    QTest::newRow("cut record") << Script{Behaviour::CutRecord} << Status::Malformed;
    QTest::newRow("shorter than a header") << Script{Behaviour::ShortMessage} << Status::Timeout;
    QTest::newRow("SERVFAIL") << Script{Behaviour::Rcode, 2} << Status::ServFail;
    QTest::newRow("FORMERR") << Script{Behaviour::Rcode, 1} << Status::FormErr;
}

void ResolverTest::oneBrokenNameHarmsNoOther()
{
    QFETCH(Script, script);
    QFETCH(Status, status);
    constexpr int count = 50;
    World world;
    world.server.script("broken.test", script);
    int answered = 0;
    std::optional<dns::Answer> broken;
    std::vector<std::unique_ptr<qtio::PendingLookup>> lookups;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "n" + QByteArray::number(i) + ".test";
        world.server.add(name, RecordType::TXT, support::textData({"here"}));
        // All of them are still under way when the broken one breaks.
        world.server.script(name, {Behaviour::Late, 0, 250ms});
        lookups.push_back(
            world.resolver.ask({name.toStdString(), RecordType::TXT}, 3s, [&](const dns::Answer& answer) {
                answered += joined(answer) == "here" ? 1 : 0;
            }));
        if (i == count / 2) {
            lookups.push_back(world.resolver.ask({"broken.test", RecordType::TXT}, 2s,
                                                 [&](const dns::Answer& answer) { broken = answer; }));
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, count, 4000);
    QTRY_VERIFY(broken);
    QCOMPARE(rcodeWord(broken->status), rcodeWord(status));
}

void ResolverTest::dozensOverTcpAtOnce()
{
    World world;
    constexpr int count = 300; // more than connections at a time
    int answered = 0;
    std::vector<std::unique_ptr<qtio::PendingLookup>> lookups;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "n" + QByteArray::number(i) + ".test";
        world.server.add(name, RecordType::TXT, support::textData({"here"}));
        world.server.script(name, {Behaviour::Truncated});
        lookups.push_back(
            world.resolver.ask({name.toStdString(), RecordType::TXT}, 10s, [&](const dns::Answer& answer) {
                answered += joined(answer) == "here" ? 1 : 0;
            }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, count, 12000);
    QCOMPARE(world.server.tcpQuestions(), count);
}

void ResolverTest::thousandsAtOnce()
{
    World world;
    constexpr int count = 3000;
    int answered = 0;
    std::vector<std::unique_ptr<qtio::PendingLookup>> lookups;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = "n" + QByteArray::number(i) + ".test";
        world.server.add(name, RecordType::A, support::addressData("192.0.2.1"));
        lookups.push_back(
            world.resolver.ask({name.toStdString(), RecordType::A}, 10s, [&](const dns::Answer& answer) {
                answered += answer.status == Status::Ok ? 1 : 0;
            }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(answered, count, 12000);
}

QTEST_GUILESS_MAIN(ResolverTest)
#include "resolver_test.moc"
