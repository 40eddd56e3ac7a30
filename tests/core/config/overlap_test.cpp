// SPDX-License-Identifier: GPL-3.0-or-later
// What else holds, repeats or lies within a selected entry, against a look at every pair.
#include "core/config/overlap.h"

#include "core/config/ini_document.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace config;
using Kind = EntryOverlap::Kind;

namespace {

PolicyConfig policyOf(const std::string& keys)
{
    return readPolicyConfig(IniDocument::parse("[globals]\n" + keys));
}

Overlaps overlaps(const PolicyConfig& policy, std::string_view list, std::vector<std::string> selected)
{
    return overlapsOf(policy, list, selected, 100);
}

} // namespace

class OverlapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void networks()
    {
        const PolicyConfig policy = policyOf(
            "white_ip = 127.0.0.1, 198.51.100.17/28, 198.51.100.20, 198.51.0.0/16, bad, 2001:db8::/32\n"
            "enforce_ip = 198.51.100.16/30, 10.0.0.0/8\n");
        const Overlaps found = overlaps(policy, "white_ip", {"198.51.100.17/28"});
        const std::vector<EntryOverlap> expected{{Kind::Holds, "white_ip", "198.51.0.0/16"},
                                                 {Kind::Within, "white_ip", "198.51.100.20"},
                                                 {Kind::Within, "enforce_ip", "198.51.100.16/30"}};
        QVERIFY(found.entries == expected);
        QVERIFY(found.isRedundant && found.sharesWithOther && !found.isOverruled);
        QVERIFY(overlaps(policy, "white_ip", {"127.0.0.1"}) == Overlaps());
        QVERIFY(overlaps(policy, "white_ip", {"bad"}) == Overlaps());
        const Overlaps enforced = overlaps(policy, "enforce_ip", {"198.51.100.16/30"});
        QVERIFY(enforced.isOverruled && !enforced.isRedundant);
        QCOMPARE(enforced.total, std::size_t{2});
    }

    void repeatedEntries()
    {
        const PolicyConfig policy = policyOf("white_ip = 192.0.2.1, 192.0.2.1, 192.0.2.1/32\n");
        const Overlaps found = overlaps(policy, "white_ip", {"192.0.2.1"});
        const std::vector<EntryOverlap> expected{{Kind::Same, "white_ip", "192.0.2.1"},
                                                 {Kind::Same, "white_ip", "192.0.2.1/32"}};
        QVERIFY(found.entries == expected);
        QVERIFY(found.isRedundant);
    }

    void selectedEntriesMeetEachOther()
    {
        const PolicyConfig policy = policyOf("white_ip = 10.0.0.0/8, 10.1.0.0/16, 192.0.2.1\n");
        const Overlaps found = overlaps(policy, "white_ip", {"10.0.0.0/8", "10.1.0.0/16", "192.0.2.1"});
        const std::vector<EntryOverlap> expected{{Kind::Within, "white_ip", "10.1.0.0/16"}};
        QVERIFY(found.entries == expected);
        QVERIFY(!found.isRedundant);
    }

    void domains()
    {
        const PolicyConfig policy = policyOf("white_domain = a.example, *.example, *b.a.example, c.example\n"
                                             "enforce_domain = .A.example, x.a.example\n");
        const Overlaps found = overlaps(policy, "white_domain", {"a.example"});
        const std::vector<EntryOverlap> expected{{Kind::Holds, "white_domain", "*.example"},
                                                 {Kind::Holds, "enforce_domain", ".A.example"}};
        QVERIFY(found.entries == expected);
        const Overlaps below = overlaps(policy, "enforce_domain", {".A.example"});
        const std::vector<EntryOverlap> others{{Kind::Holds, "white_domain", "*.example"},
                                               {Kind::Within, "white_domain", "a.example"},
                                               {Kind::Within, "white_domain", "*b.a.example"},
                                               {Kind::Within, "enforce_domain", "x.a.example"}};
        QVERIFY(below.entries == others);
        QVERIFY(below.isOverruled && !below.isRedundant);
    }

    void onlySomeAreNamed()
    {
        const PolicyConfig policy = policyOf("white_ip = 10.0.0.0/8, 10.0.0.1, 10.0.0.2, 10.0.0.3\n");
        const std::vector<std::string> selected{"10.0.0.0/8"};
        const Overlaps found = overlapsOf(policy, "white_ip", selected, 2);
        QCOMPARE(found.entries.size(), std::size_t{2});
        QCOMPARE(found.total, std::size_t{3});
    }

    void agreesWithEveryPair()
    {
        std::mt19937 random(7208);
        for (int round = 0; round < 300; ++round) {
            const auto network = [&random] {
                return "10.0." + std::to_string(random() % 4) + '.' + std::to_string(random() % 8 * 32) +
                       '/' + std::to_string(16 + random() % 17);
            };
            std::string white = "192.0.2.1";
            std::string enforce;
            for (int i = 0; i < 12; ++i) {
                white += ", " + network();
                enforce += network() + ' ';
            }
            const PolicyConfig policy = policyOf("white_ip = " + white + "\nenforce_ip = " + enforce + '\n');
            for (const NetworkList::Entry& entry : policy.whiteIp.entries()) {
                std::size_t expected = 0;
                bool isSeen = false;
                for (const NetworkList* list : {&policy.whiteIp, &policy.enforceIp}) {
                    for (const NetworkList::Entry& other : list->entries()) {
                        const bool isSelf =
                            list == &policy.whiteIp && other.spelling == entry.spelling && !isSeen;
                        isSeen = isSeen || isSelf;
                        expected += !isSelf && other.network.overlaps(entry.network) ? 1 : 0;
                    }
                }
                QCOMPARE(overlaps(policy, "white_ip", {entry.spelling}).total, expected);
            }
        }
    }

    void longListsOfDomainsStayFluid()
    {
        std::string keys = "white_domain = *.example";
        for (int i = 0; i < 100'000; ++i) {
            keys += ",\n *.d" + std::to_string(i) + ".mail.test";
        }
        const PolicyConfig policy = policyOf(keys + '\n');
        QCOMPARE(overlaps(policy, "white_domain", {"*.d77.mail.test"}).total, std::size_t{0});
        QCOMPARE(overlaps(policy, "white_domain", {"x.d77.mail.test"}).total, std::size_t{1});
    }

    void longListsStayFluid()
    {
        std::string keys = "white_ip = 127.0.0.1";
        for (int i = 0; i < 100'000; ++i) {
            keys += ",\n 10." + std::to_string(i / 65536) + '.' + std::to_string(i / 256 % 256) + '.' +
                    std::to_string(i % 256);
        }
        const PolicyConfig policy = policyOf(keys + '\n');
        std::vector<std::string> thousand;
        for (std::size_t i = 0; i < 1000; ++i) {
            thousand.push_back(policy.whiteIp.entries()[i * 97].spelling);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(overlaps(policy, "white_ip", {"10.1.2.3"}).total, std::size_t{0});
        const qint64 one = timer.nsecsElapsed();
        QCOMPARE(overlaps(policy, "white_ip", thousand).total, std::size_t{0});
        const qint64 many = timer.nsecsElapsed() - one;
        qInfo("one %.1f ms, a thousand %.1f ms", static_cast<double>(one) / 1e6,
              static_cast<double>(many) / 1e6);
        QVERIFY(one < 50'000'000);
        QVERIFY(many < 200'000'000);
    }
};

QTEST_APPLESS_MAIN(OverlapTest)
#include "overlap_test.moc"
