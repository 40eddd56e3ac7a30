// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines and operators over a resolver on the event loop.
#include "core/dns/zone_file.h"
#include "core/qtio/dns/zone_resolver.h"
#include "core/qtio/runs/origin_run.h"
#include "core/qtio/runs/outline_run.h"

#include <QSignalSpy>
#include <QTest>

using namespace qtio;

namespace {

constexpr auto zoneText =
    "e.com. TXT \"v=spf1 include:i.com ~all\"\ni.com. TXT \"v=spf1 ip4:192.0.2.0/24\"\n"
    "0.2.0.192.origin.asn.cymru.com. TXT \"64496 | 192.0.2.0/24 | JP | apnic |\"\n"
    "0.100.51.198.origin.asn.cymru.com. TXT \"64496 | 198.51.100.0/24 | JP | apnic |\"\n"
    "1.113.0.203.origin.asn.cymru.com. TXT \"64497 | 203.0.113.0/24 | JP | apnic |\"\n"
    "AS64496.asn.cymru.com. TXT \"64496 | JP | apnic | 2010-01-01 | HIKARI, JP\"\n"
    "$FAILURE AS64497.asn.cymru.com. servfail\n";

/// Counts the questions and remembers how many were under way at once.
class CountingResolver final : public Resolver
{
public:
    std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                       Done done) override
    {
        ++asked;
        most = std::max(most, ++underWay);
        return m_zone.ask(std::move(question), limit, [this, done](const dns::Answer& answer) {
            --underWay;
            done(answer);
        });
    }

    [[nodiscard]] std::string description() const override { return "counting"; }

    int asked = 0;
    int underWay = 0;
    int most = 0;

private:
    ZoneResolver m_zone{dns::readZoneFile(zoneText).zone, "test.zone"};
};

std::vector<net::Network> networks(const QByteArrayList& texts)
{
    std::vector<net::Network> list;
    for (const QByteArray& text : texts) {
        list.push_back(*net::Network::parse(text.toStdString()));
    }
    return list;
}

} // namespace

class OutlineRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void outlinesADomain()
    {
        CountingResolver resolver;
        OutlineRun run("e.com", resolver);
        QSignalSpy finished(&run, &OutlineRun::finished);
        run.start();
        QCOMPARE(finished.count(), 0);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(run.outline().sources().size(), 1U);
        QCOMPARE(resolver.asked, 2);
    }

    void unusableNamesEndFromTheEventLoop()
    {
        CountingResolver resolver;
        OutlineRun run("localhost", resolver);
        QSignalSpy finished(&run, &OutlineRun::finished);
        run.start();
        QCOMPARE(finished.count(), 0);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resolver.asked, 0);
        QCOMPARE(run.outline().root().state, spf::OutlineState::UnusableName);
    }

    void destroyingARunCancelsIt()
    {
        CountingResolver resolver;
        auto run = std::make_unique<OutlineRun>("e.com", resolver);
        run->start();
        run.reset();
        QTest::qWait(10);
        QCOMPARE(resolver.asked, 1);
    }

    void operatorsAreLookedUp()
    {
        CountingResolver resolver;
        const auto list = networks(
            {"192.0.2.0/24", "192.0.2.0/25", "198.51.100.0/28", "203.0.113.1", "203.0.113.77", "0.0.0.0/0"});
        OriginRun run(list, resolver);
        QSignalSpy finished(&run, &OriginRun::finished);
        run.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resolver.asked, 6); // four addresses, two systems
        QCOMPARE(run.operatorOf(list[0])->asNumber, 64496U);
        QCOMPARE(run.operatorOf(list[2])->name, std::string("HIKARI, JP"));
        QCOMPARE(run.operatorOf(list[3])->asNumber, 64497U); // its name could not be told
        QCOMPARE(run.operatorOf(list[3])->name, std::string());
        QVERIFY(!run.operatorOf(list[4]));
        QVERIFY(!run.operatorOf(list[5]));
        QCOMPARE(run.untold(), 1U);
        QVERIFY(!run.isCut());
    }

    void operatorLookUpsAreBounded()
    {
        CountingResolver resolver;
        std::vector<net::Network> list;
        for (std::uint32_t i = 0; i < 60; ++i) {
            list.emplace_back(net::IpAddress::v4(0x0a000000 + i), 32);
        }
        OriginRun run(list, resolver, 50);
        QSignalSpy finished(&run, &OriginRun::finished);
        run.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resolver.asked, 50);
        QVERIFY(resolver.most <= 8);
        QVERIFY(run.isCut());
        QCOMPARE(run.untold(), 50U);
    }

    void nothingToAskIsFinishedAtOnce()
    {
        CountingResolver resolver;
        OriginRun run({}, resolver);
        QSignalSpy finished(&run, &OriginRun::finished);
        run.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(resolver.asked, 0);
    }
};

QTEST_GUILESS_MAIN(OutlineRunTest)
#include "outline_run_test.moc"
