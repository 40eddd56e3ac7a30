// SPDX-License-Identifier: GPL-3.0-or-later
// Resolvers out of memory and on top of others, and evaluations driven over them: all answer from the event
// loop.
#include "core/qtio/dns/caching_resolver.h"
#include "core/qtio/dns/named_server_resolver.h"
#include "core/qtio/dns/nameserver.h"
#include "core/qtio/dns/recording_resolver.h"
#include "core/qtio/dns/zone_resolver.h"
#include "core/qtio/runs/spf_run.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using dns::RecordType;
using dns::Status;

namespace {

dns::Record text(std::string value)
{
    return {dns::Text{{std::move(value)}}, 60};
}

dns::Zone exampleZone()
{
    dns::Zone zone;
    zone.add("example.com", RecordType::TXT, text("v=spf1 include:_spf.example.com -all"));
    zone.add("_spf.example.com", RecordType::TXT, text("v=spf1 ip4:192.0.2.0/24 -all"));
    zone.setFailure("silent.example.com", Status::Timeout);
    return zone;
}

dns::Answer ask(qtio::Resolver& resolver, const std::string& name, RecordType type = RecordType::TXT)
{
    std::optional<dns::Answer> heard;
    const auto lookup = resolver.ask({name, type}, 1s, [&](const dns::Answer& answer) { heard = answer; });
    if (heard) {
        return dns::Answer::failure(Status::Cancelled, {}, "called back from inside ask()");
    }
    static_cast<void>(QTest::qWaitFor([&] { return heard.has_value(); }, 2000));
    return heard.value_or(dns::Answer::failure(Status::Cancelled, {}, "no callback"));
}

/// Never answers; counts how often it was asked and given up.
class SilentResolver final : public qtio::Resolver
{
public:
    struct Pending final : qtio::PendingLookup
    {
        explicit Pending(int& dropped) : m_dropped(dropped) {}

        ~Pending() override { ++m_dropped; }

        int& m_dropped;
    };

    std::unique_ptr<qtio::PendingLookup> ask(dns::Question, std::chrono::milliseconds, Done) override
    {
        ++asked;
        return std::make_unique<Pending>(dropped);
    }

    std::string description() const override { return "silent"; }

    int asked = 0;
    int dropped = 0;
};

spf::Check checkOf(const char* domain)
{
    spf::Check check;
    check.client = *net::IpAddress::parse("192.0.2.1");
    check.domain = domain;
    check.sender = std::string("a@") + domain;
    return check;
}

} // namespace

class ComposedResolverTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoneAnswers();
    void draftsLieOverTheRest();
    void draftsBehindAnAlias_data();
    void draftsBehindAnAlias();
    void draftsAndTheRestMayLeadToEachOther();
    void recordingsRepeatARun();
    void cacheKeepsAnswers();
    void runFinishesFromTheEventLoop();
    void runKeepsTheTotalLimit();
    void destroyingARunCancelsIt();
    void namesServersAsPeopleDo_data();
    void namesServersAsPeopleDo();
    void findsTheAddressOfAServer_data();
    void findsTheAddressOfAServer();
    void aServerWithoutAddressFailsInTime();
};

void ComposedResolverTest::zoneAnswers()
{
    qtio::ZoneResolver resolver(exampleZone(), "example.zone");
    QCOMPARE(ask(resolver, "example.com").status, Status::Ok);
    QCOMPARE(ask(resolver, "nothere.example.com").status, Status::NxDomain);
    QCOMPARE(ask(resolver, "silent.example.com").status, Status::Timeout);
    QCOMPARE(resolver.description(), std::string("example.zone"));
}

void ComposedResolverTest::draftsLieOverTheRest()
{
    qtio::ZoneResolver published(exampleZone(), "zone");
    dns::Zone drafts;
    drafts.add("example.com", RecordType::TXT, text("v=spf1 +all"));
    drafts.add("alias.example.com", RecordType::CNAME, {dns::Name{"_spf.example.com"}, 60});
    qtio::OverlayResolver resolver(drafts, published);
    const auto draft = ask(resolver, "example.com");
    QCOMPARE(std::get<dns::Text>(draft.records.at(0).data).joined(), std::string("v=spf1 +all"));
    QCOMPARE(draft.server, std::string("draft"));
    QCOMPARE(ask(resolver, "_spf.example.com").records.size(), std::size_t(1));
    const auto alias = ask(resolver, "alias.example.com");
    QCOMPARE(alias.status, Status::Ok);
    QCOMPARE(alias.aliases, std::vector<std::string>{"_spf.example.com"});
    QCOMPARE(resolver.description(), std::string("draft, zone"));
}

void ComposedResolverTest::draftsBehindAnAlias_data()
{
    QTest::addColumn<QByteArray>("target"); // of www.example.com, as published
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("published otherwise") << QByteArray("example.com") << Status::Ok << QByteArray("draft");
    QTest::newRow("not published") << QByteArray("new.example.com") << Status::Ok << QByteArray("new draft");
    QTest::newRow("its server is dead")
        << QByteArray("silent.example.com") << Status::Ok << QByteArray("third draft");
    QTest::newRow("in the middle") << QByteArray("middle.example.com") << Status::Ok << QByteArray("fourth");
    QTest::newRow("no draft of it") << QByteArray("_spf.example.com") << Status::Ok
                                    << QByteArray("v=spf1 ip4:192.0.2.0/24 -all");
}

void ComposedResolverTest::draftsBehindAnAlias()
{
    QFETCH(QByteArray, target);
    dns::Zone zone = exampleZone();
    zone.add("www.example.com", RecordType::CNAME, {dns::Name{target.toStdString()}, 60});
    zone.add("middle.example.com", RecordType::CNAME, {dns::Name{"_spf.example.com"}, 60});
    qtio::ZoneResolver published(zone, "zone");
    dns::Zone drafts;
    drafts.add("example.com", RecordType::TXT, text("draft"));
    drafts.add("new.example.com", RecordType::TXT, text("new draft"));
    drafts.add("silent.example.com", RecordType::TXT, text("third draft"));
    drafts.add("middle.example.com", RecordType::TXT, text("fourth"));
    qtio::OverlayResolver resolver(drafts, published);
    const auto answer = ask(resolver, "www.example.com");
    QTEST(answer.status, "status");
    QCOMPARE(answer.aliases, std::vector<std::string>{target.toStdString()});
    QTEST(QByteArray::fromStdString(std::get<dns::Text>(answer.records.at(0).data).joined()), "record");
    // The drafts say nothing about other types.
    QVERIFY(ask(resolver, "www.example.com", RecordType::A).records.empty());
}

void ComposedResolverTest::draftsAndTheRestMayLeadToEachOther()
{
    const auto alias = [](const char* target) { return dns::Record{dns::Name{target}, 60}; };
    dns::Zone zone = exampleZone();
    zone.add("one.example.com", RecordType::CNAME, alias("two.example.com"));
    zone.add("three.example.com", RecordType::CNAME, alias("four.example.com"));
    zone.add("round.example.com", RecordType::CNAME, alias("about.example.com"));
    qtio::ZoneResolver published(zone, "zone");
    dns::Zone drafts;
    drafts.add("two.example.com", RecordType::CNAME, alias("three.example.com"));
    drafts.add("four.example.com", RecordType::TXT, text("the end"));
    drafts.add("about.example.com", RecordType::CNAME, alias("round.example.com"));
    qtio::OverlayResolver resolver(drafts, published);
    const auto answer = ask(resolver, "one.example.com");
    QCOMPARE(answer.aliases,
             (std::vector<std::string>{"two.example.com", "three.example.com", "four.example.com"}));
    QCOMPARE(std::get<dns::Text>(answer.records.at(0).data).joined(), std::string("the end"));
    const auto loop = ask(resolver, "round.example.com");
    QCOMPARE(loop.status, Status::ServFail);
    QCOMPARE(loop.detail, std::string("alias loop"));
}

void ComposedResolverTest::recordingsRepeatARun()
{
    qtio::ZoneResolver zone(exampleZone(), "zone");
    dns::Recording recording;
    qtio::RecordingResolver recorder(zone, recording);
    qtio::SpfRun first(checkOf("example.com"), {}, recorder);
    QSignalSpy firstDone(&first, &qtio::SpfRun::finished);
    first.start();
    QTRY_COMPARE(firstDone.size(), 1);
    QCOMPARE(recording.entries().size(), std::size_t(2));

    const auto read = dns::Recording::parse(recording.serialised());
    QVERIFY(read.has_value());
    qtio::ReplayResolver replay(*read, "saved.dns");
    qtio::SpfRun second(checkOf("example.com"), {}, replay);
    QSignalSpy secondDone(&second, &qtio::SpfRun::finished);
    second.start();
    QTRY_COMPARE(secondDone.size(), 1);
    QCOMPARE(second.report().result, first.report().result);
    QCOMPARE(ask(replay, "nothere.example.com").status, Status::NotRecorded);
}

void ComposedResolverTest::cacheKeepsAnswers()
{
    qtio::ZoneResolver zone(exampleZone(), "zone");
    auto now = 1000ms;
    qtio::CachingResolver resolver(zone, 10, [&now] { return now; });
    QCOMPARE(ask(resolver, "example.com").server, std::string("zone"));
    QCOMPARE(ask(resolver, "EXAMPLE.com").server, std::string("cache"));
    now += 61s;
    QCOMPARE(ask(resolver, "example.com").server, std::string("zone"));
}

void ComposedResolverTest::runFinishesFromTheEventLoop()
{
    qtio::ZoneResolver zone(exampleZone(), "zone");
    for (const char* domain : {"example.com", "localhost"}) { // with questions and without
        qtio::SpfRun run(checkOf(domain), {}, zone);
        QSignalSpy done(&run, &qtio::SpfRun::finished);
        run.start();
        QCOMPARE(done.size(), 0);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(run.isFinished());
    }
    qtio::SpfRun run(checkOf("example.com"), {}, zone);
    run.start();
    QTRY_VERIFY(run.isFinished());
    QCOMPARE(run.report().result, spf::Result::Pass);
}

void ComposedResolverTest::runKeepsTheTotalLimit()
{
    SilentResolver silent;
    spf::Options options;
    options.limits.total = 150ms;
    qtio::SpfRun run(checkOf("example.com"), options, silent);
    QSignalSpy done(&run, &qtio::SpfRun::finished);
    QElapsedTimer clock;
    clock.start();
    run.start();
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(clock.elapsed() >= 140);
    QCOMPARE(run.report().result, spf::Result::TempError);
    QCOMPARE(silent.dropped, 1);
}

void ComposedResolverTest::destroyingARunCancelsIt()
{
    SilentResolver silent;
    auto run = std::make_unique<qtio::SpfRun>(checkOf("example.com"), spf::Options{}, silent);
    run->start();
    QCOMPARE(silent.asked, 1);
    run.reset();
    QCOMPARE(silent.dropped, 1);
}

void ComposedResolverTest::namesServersAsPeopleDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown"); // or the position of the error
    QTest::newRow("IPv4") << QByteArray("192.0.2.53") << QByteArray("192.0.2.53:53");
    QTest::newRow("IPv4 and port") << QByteArray("127.0.53.53:5453") << QByteArray("127.0.53.53:5453");
    QTest::newRow("IPv6") << QByteArray("2001:DB8::53") << QByteArray("[2001:db8::53]:53");
    QTest::newRow("IPv6 and port") << QByteArray("[::1]:5353") << QByteArray("[::1]:5353");
    QTest::newRow("brackets only") << QByteArray("[::1]") << QByteArray("[::1]:53");
    QTest::newRow("empty") << QByteArray("") << QByteArray("error at 0");
    QTest::newRow("name") << QByteArray("ns.example.com") << QByteArray("error at 0");
    QTest::newRow("name and port") << QByteArray("ns.example.com:5353") << QByteArray("error at 0");
    QTest::newRow("loopback") << QByteArray("localhost:5353") << QByteArray("127.0.0.1:5353");
    QTest::newRow("port 0") << QByteArray("192.0.2.53:0") << QByteArray("error at 10");
    QTest::newRow("port 65536") << QByteArray("192.0.2.53:65536") << QByteArray("error at 10");
    QTest::newRow("port missing") << QByteArray("192.0.2.53:") << QByteArray("error at 10");
    QTest::newRow("text behind") << QByteArray("[::1]x") << QByteArray("error at 5");
    QTest::newRow("open") << QByteArray("[::1") << QByteArray("error at 0");
}

void ComposedResolverTest::namesServersAsPeopleDo()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    const auto server = qtio::Nameserver::parse(text.toStdString());
    const std::string got =
        server ? server->toString() : "error at " + std::to_string(server.error().position);
    QCOMPARE(QByteArray::fromStdString(got), shown);
}

void ComposedResolverTest::findsTheAddressOfAServer_data()
{
    using Code = qtio::NameserverError::Code;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<Code>>("error");
    QTest::newRow("name") << QByteArray("localhost") << std::optional<Code>();
    QTest::newRow("name and port") << QByteArray("localhost:5353") << std::optional<Code>();
    QTest::newRow("address") << QByteArray("127.0.0.1") << std::optional<Code>();
    QTest::newRow("no such host") << QByteArray("nothere.invalid") << std::optional(Code::UnknownHost);
    QTest::newRow("bad port of a name") << QByteArray("localhost:x") << std::optional(Code::BadPort);
    QTest::newRow("octet too large") << QByteArray("127.0.0.256") << std::optional(Code::NotAnAddress);
    QTest::newRow("text") << QByteArray("not a host") << std::optional(Code::NotAnAddress);
    QTest::newRow("empty label") << QByteArray("a..b") << std::optional(Code::NotAnAddress);
    QTest::newRow("64 octets") << QByteArray(64, 'x') << std::optional(Code::NotAnAddress);
    QTest::newRow("empty") << QByteArray() << std::optional(Code::Empty);
}

void ComposedResolverTest::findsTheAddressOfAServer()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qtio::NameserverError::Code>, error);
    const auto server = qtio::resolveNameserver(text.toStdString());
    QCOMPARE(server.has_value(), !error.has_value());
    if (error) {
        QCOMPARE(server.error().code, *error);
    } else {
        const std::string address = server->address.toString();
        QVERIFY2(address == "127.0.0.1" || address == "::1", address.c_str());
        QCOMPARE(server->port, text.endsWith(":5353") ? 5353 : 53);
    }
}

/// No name server and no network is needed: what cannot be found fails within the time of the question.
void ComposedResolverTest::aServerWithoutAddressFailsInTime()
{
    qtio::NamedServerResolver resolver("nothere.invalid:5353");
    std::vector<dns::Answer> answers;
    const auto ask = [&] {
        return resolver.ask({"example.com", RecordType::TXT}, 2s,
                            [&answers](const dns::Answer& answer) { answers.push_back(answer); });
    };
    const auto first = ask();
    ask().reset(); // given up: its callback never comes
    QVERIFY(answers.empty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t(1), 10'000);
    const auto later = ask();
    QVERIFY(answers.size() == 1); // never from inside ask()
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t(2), 10'000);
    for (const dns::Answer& answer : answers) {
        QVERIFY(!dns::isAnswered(answer.status));
        QCOMPARE(answer.server, std::string("nothere.invalid:5353"));
    }
}

QTEST_GUILESS_MAIN(ComposedResolverTest)
#include "composed_resolver_test.moc"
