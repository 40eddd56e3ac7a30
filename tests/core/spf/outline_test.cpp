// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of includes of a domain without a client, and the networks it allows with where they come from.
#include "core/dns/zone_file.h"
#include "core/spf/outline.h"

#include <QTest>

using spf::Outline;
using spf::OutlineState;

namespace {

Outline outlined(const QByteArray& zoneText, int limit = 250)
{
    const auto zone = dns::readZoneFile(zoneText.toStdString()).zone;
    Outline outline("e.com", limit);
    while (const dns::Question* question = outline.question()) {
        outline.answer(zone.lookup(*question));
    }
    return outline;
}

QByteArray sources(const Outline& outline)
{
    QByteArray text;
    for (const auto& source : outline.sources()) {
        text += QByteArray::fromStdString(source.network.network.toString());
        if (!source.network.host.empty()) {
            text += " (" + QByteArray::fromStdString(source.network.host) + ')';
        }
        for (const auto& step : source.path) {
            text += " < " + QByteArray::fromStdString(step);
        }
        text += '\n';
    }
    return text;
}

} // namespace

class OutlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void networksKnowWhereTheyComeFrom()
    {
        const auto outline =
            outlined("e.com. TXT \"v=spf1 mx a:w.%{d}/24 include:i.com -ip4:192.0.2.66 ~all\"\n"
                     "e.com. MX 10 m.e.com.\nm.e.com. A 192.0.2.1\nm.e.com. AAAA 2001:db8::1\n"
                     "w.e.com. A 198.51.100.7\ni.com. TXT \"v=spf1 ip4:203.0.113.0/24 ?all\"\n");
        QCOMPARE(sources(outline), QByteArray("192.0.2.1 (m.e.com) < e.com < mx\n"
                                              "2001:db8::1 (m.e.com) < e.com < mx\n"
                                              "198.51.100.7/24 (w.e.com) < e.com < a:w.%{d}/24\n"
                                              "203.0.113.0/24 < e.com < i.com < ip4:203.0.113.0/24\n"));
        QCOMPARE(outline.root().lookups, 3);
        QCOMPARE(outline.voidLookups(), 0);
    }

    void whatCannotBeFollowedIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("state"); // of the first term
        const auto row = [](const char* title, const char* policy, const char* more, OutlineState state) {
            QTest::newRow(title) << "e.com. TXT \"v=spf1 " + QByteArray(policy) + "\"\n" + more
                                 << static_cast<int>(state);
        };
        using enum OutlineState;
        row("loop", "include:e.com", "", Loop);
        row("no record", "include:i.com", "", NoRecord);
        row("several", "include:i.com", "i.com. TXT v=spf1\ni.com. TXT v=spf1\n", SeveralRecords);
        row("errors", "include:i.com", "i.com. TXT \"v=spf1 moo\"\n", SyntaxErrors);
        row("failure", "redirect=i.com", "$FAILURE i.com. timeout\n", DnsFailure);
        row("failure of an address", "a:i.com", "$FAILURE i.com. timeout\n", DnsFailure);
        row("client", "exists:%{ir}.x.com", "", DependsOnMail);
        row("sender", "include:%{l}.x.com", "", DependsOnMail);
        row("ptr", "ptr", "", DependsOnMail);
        row("name", "a:x..com", "", UnusableName);
    }

    void whatCannotBeFollowedIsSaidSo()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, state);
        const auto outline = outlined(zone);
        QCOMPARE(static_cast<int>(outline.root().terms.at(0).state), state);
        QVERIFY(outline.sources().empty());
    }

    void worstCasesAreCounted()
    {
        const auto outline = outlined("e.com. TXT \"v=spf1 include:i.com include:j.com a:void.com -all\"\n"
                                      "i.com. TXT \"v=spf1 include:j.com\"\nj.com. TXT \"v=spf1 a mx\"\n"
                                      "j.com. A 192.0.2.1\n");
        QCOMPARE(outline.root().lookups, 8);
        QCOMPARE(outline.root().terms.at(0).lookups, 4);
        QCOMPARE(outline.voidLookups(), 3); // mx of j.com twice, void.com
    }

    void theNumberOfQuestionsIsBounded()
    {
        QByteArray zone = "e.com. TXT \"v=spf1";
        for (int i = 0; i < 100; ++i) {
            zone += " a:h" + QByteArray::number(i) + ".com";
        }
        const auto outline = outlined(zone + "\"\n", 10);
        QCOMPARE(outline.root().terms.at(99).state, OutlineState::NotFollowed);
        QCOMPARE(outlined("", 0).root().state, OutlineState::NotFollowed);
        QCOMPARE(Outline("localhost").root().state, OutlineState::UnusableName);
    }

    void theNumberOfTermsIsBounded()
    {
        QByteArray zone = "e.com. TXT";
        for (int i = 0; i < 21; ++i) {
            zone += (i == 0 ? " \"v=spf1" : " \"") + QByteArray(" include:i.com");
            zone += '"';
        }
        zone += "\ni.com. TXT \"v=spf1\"";
        for (int i = 0; i < 100; ++i) {
            zone += " \" a" + QByteArray(" a").repeated(9) + '"';
        }
        const auto outline = outlined(zone + "\n", 1'000'000);
        QCOMPARE(outline.root().terms.at(18).state, OutlineState::Complete);
        QCOMPARE(outline.root().terms.at(20).state, OutlineState::NotFollowed);
    }
};

QTEST_APPLESS_MAIN(OutlineTest)
#include "outline_test.moc"
