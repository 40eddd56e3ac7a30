// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses (RFC 4291, RFC 5952) and networks (RFC 4632, SPEC A10, A11, 1.10) as tables.
#include "core/net/network_set.h"

#include <QTest>

using net::IpAddress;
using net::Network;
using net::NetworkError;

namespace {

IpAddress address(const char* text)
{
    return IpAddress::parse(text).value();
}

Network network(const char* text)
{
    return Network::parse(text).value();
}

QByteArray joined(const std::vector<Network>& networks)
{
    QByteArray text;
    for (const auto& one : networks) {
        text += (text.isEmpty() ? "" : " ") + QByteArray::fromStdString(one.toString());
    }
    return text;
}

std::vector<Network> listOf(const QByteArray& text)
{
    std::vector<Network> networks;
    for (const QByteArray& one : text.split(' ')) {
        networks.push_back(network(one.constData()));
    }
    return networks;
}

} // namespace

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void addressesAreReadStrictlyAndShownCanonically_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown"); // empty: refused
        const auto row = [](const char* text, const char* shown) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(shown);
        };
        row("192.0.2.1", "192.0.2.1");
        row("0.0.0.0", "0.0.0.0");
        row("255.255.255.255", "255.255.255.255");
        row("256.0.0.1", "");
        row("01.2.3.4", "");
        row("1.2.3.04", "");
        row("1.2.3.00", "");
        row("1.2.3", "");
        row("1.2.3.4.5", "");
        row("1.2.3.4.", "");
        row(".1.2.3.4", "");
        row("1..2.3", "");
        row(" 1.2.3.4", "");
        row("1.2.3.4 ", "");
        row("0x1.2.3.4", "");
        row("1.2.3.1000", "");
        row("", "");
        row("2001:db8::1", "2001:db8::1");
        row("2001:DB8::A", "2001:db8::a");
        row("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
        row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
        row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
        row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
        row("::ffff:1.2.3.4", "::ffff:1.2.3.4");
        row("::FFFF:102:304", "::ffff:1.2.3.4");
        row("cafe:babe::192.168.218.40", "cafe:babe::c0a8:da28");
        row("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
        row("::1.2.3.4", "::102:304");
        row("1:2:3:4:5:6:7:1.2.3.4", "");
        row("1:2:3:4:5:6:7:8:9", "");
        row("1:2:3:4:5:6:7:8::", "");
        row("::1:2:3:4:5:6:7:8", "");
        row("1:2:3:4:5:6:7", "");
        row("1::2::3", "");
        row(":::", "");
        row(":1:2:3:4:5:6:7", "");
        row("1:2:3:4:5:6:7:", "");
        row("12345::", "");
        row("g::", "");
        row("::1.2.3", "");
        row("::1.2.3.4:5", "");
        row("1.2.3.4::", "");
        row("::01.2.3.4", "");
        row("fe80::1%eth0", "");
        row("[2001:db8::1]", "");
    }

    void addressesAreReadStrictlyAndShownCanonically()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        const auto parsed = IpAddress::parse(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(parsed ? parsed->toString() : ""), shown);
        if (parsed) {
            QCOMPARE(IpAddress::parse(parsed->toString()), parsed);
        }
    }

    void mappedAddressesBecomeIPv4OnlyWhenAsked()
    {
        const auto mapped = address("::ffff:192.0.2.9");
        QVERIFY(!mapped.isV4());
        QVERIFY(mapped != address("192.0.2.9"));
        QCOMPARE(mapped.unmapped(), address("192.0.2.9"));
        QCOMPARE(address("::192.0.2.9").unmapped(), address("::192.0.2.9"));
        QCOMPARE(address("192.0.2.9").mappedBytes(), mapped.mappedBytes());
        QCOMPARE(address("192.0.2.9").bytes().size(), std::size_t(4));
    }

    void networksAreReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code"); // -1: read
        QTest::addColumn<int>("position");
        QTest::addColumn<QByteArray>("understood");
        using Code = NetworkError::Code;
        const auto good = [](const char* text, const char* shown) {
            QTest::newRow(text) << QByteArray(text) << -1 << 0 << QByteArray(shown);
        };
        const auto bad = [](const char* text, Code code, int position, const char* understood) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(code) << position
                                << QByteArray(understood);
        };
        good("192.0.2.0/24", "192.0.2.0/24");
        good("192.0.2.1/24", "192.0.2.1/24");
        good("192.0.2.1", "192.0.2.1");
        good("192.0.2.1/32", "192.0.2.1");
        good("0.0.0.0/0", "0.0.0.0/0");
        good("2001:db8::/32", "2001:db8::/32");
        good("::/0", "::/0");
        good("2001:db8::1/128", "2001:db8::1");
        bad("", Code::Empty, 0, "");
        bad("example.com", Code::BadAddress, 0, "");
        bad("192.0.2.300", Code::BadAddress, 0, "");
        bad("/24", Code::BadAddress, 0, "");
        bad("192.0.2.0/", Code::BadPrefix, 10, "");
        bad("192.0.2.0/x", Code::BadPrefix, 10, "");
        bad("192.0.2.0/024", Code::BadPrefix, 10, "192.0.2.0/24");
        bad("192.0.2.0/-1", Code::BadPrefix, 10, "");
        bad("192.0.2.0/33", Code::PrefixTooLong, 10, "");
        bad("192.0.2.0/99999999999999999999", Code::PrefixTooLong, 10, "");
        bad("2001:db8::/129", Code::PrefixTooLong, 11, "");
        bad("192.0.2.0/255.255.255.0", Code::Netmask, 10, "192.0.2.0/24");
        bad("10.0.0.0/255.0.0.0", Code::Netmask, 9, "10.0.0.0/8");
        bad("192.0.2.0/255.0.255.0", Code::Netmask, 10, "");
        bad("10.1.2.", Code::PartialAddress, 0, "10.1.2.0/24");
        bad("10.1.2", Code::PartialAddress, 0, "10.1.2.0/24");
        bad("10.1.2/23", Code::PartialAddress, 0, "10.1.2.0/23");
        bad("10.", Code::PartialAddress, 0, "10.0.0.0/8");
        bad("10.*", Code::PartialAddress, 0, "10.0.0.0/8");
        bad("10.1.*.*", Code::PartialAddress, 0, "10.1.0.0/16");
        bad("10", Code::BadAddress, 0, "");
        bad("192.0.2.0-192.0.2.255", Code::Range, 0, "192.0.2.0/24");
        bad("192.0.2.1-192.0.2.6", Code::Range, 0, "192.0.2.1 192.0.2.2/31 192.0.2.4/31 192.0.2.6");
        bad("192.0.2.0 - 192.0.2.3", Code::Range, 0, "192.0.2.0/30");
        bad("192.0.2.8-15", Code::Range, 0, "192.0.2.8/29");
        bad("192.0.2.9-192.0.2.1", Code::Range, 0, "");
        bad("0.0.0.0-255.255.255.255", Code::Range, 0, "0.0.0.0/0");
        bad("2001:db8::-2001:db8::3", Code::Range, 0, "2001:db8::/126");
        bad("192.0.2.1-2001:db8::", Code::BadAddress, 0, "");
    }

    void networksAreReadStrictly()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(int, position);
        QFETCH(QByteArray, understood);
        const auto parsed = Network::parse(text.toStdString());
        QCOMPARE(parsed.has_value() ? -1 : static_cast<int>(parsed.error().code), code);
        QCOMPARE(parsed.has_value() ? 0 : static_cast<int>(parsed.error().position), position);
        QCOMPARE(joined(Network::understood(text.toStdString())), understood);
    }

    void containmentKeepsFamiliesApart_data()
    {
        QTest::addColumn<QByteArray>("net");
        QTest::addColumn<QByteArray>("ip");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char* net, const char* ip, bool inside) {
            QTest::addRow("%s %s", net, ip) << QByteArray(net) << QByteArray(ip) << inside;
        };
        row("192.0.2.0/24", "192.0.2.255", true);
        row("192.0.2.0/24", "192.0.3.0", false);
        row("192.0.2.77/24", "192.0.2.1", true);
        row("0.0.0.0/0", "203.0.113.9", true);
        row("0.0.0.0/0", "::1", false);
        row("0.0.0.0/0", "::ffff:192.0.2.1", false);
        row("::/0", "192.0.2.1", false);
        row("::/0", "::ffff:192.0.2.1", true);
        row("192.0.2.1/32", "192.0.2.1", true);
        row("192.0.2.1/31", "192.0.2.0", true);
        row("2001:db8::/33", "2001:db8:7fff::1", true);
        row("2001:db8::/33", "2001:db8:8000::1", false);
        row("2001:db8::/64", "2001:db8::ffff", true);
        row("2001:db8::/65", "2001:db8::8000:0:0:1", false);
        row("2001:db8::1/128", "2001:db8::1", true);
        row("2001:db8::1/128", "2001:db8::2", false);
    }

    void containmentKeepsFamiliesApart()
    {
        QFETCH(QByteArray, net);
        QFETCH(QByteArray, ip);
        QFETCH(bool, inside);
        QCOMPARE(network(net.constData()).contains(address(ip.constData())), inside);
    }

    void hostBitsAreKeptAndNamed()
    {
        const auto odd = network("192.168.0.1/24");
        QVERIFY(odd.hasHostBits());
        QCOMPARE(odd.toString(), std::string("192.168.0.1/24"));
        QCOMPARE(odd.withoutHostBits().toString(), std::string("192.168.0.0/24"));
        QCOMPARE(odd.last().toString(), std::string("192.168.0.255"));
        QVERIFY(odd == network("192.168.0.0/24"));
        QVERIFY(!network("0.0.0.0/0").hasHostBits());
        QCOMPARE(network("2001:db8::1/32").last().toString(),
                 std::string("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"));
        QVERIFY(network("192.0.2.0/24").contains(network("192.0.2.128/25")));
        QVERIFY(!network("192.0.2.128/25").contains(network("192.0.2.0/24")));
        QVERIFY(network("192.0.2.128/25").overlaps(network("192.0.2.0/24")));
        QVERIFY(!network("::/0").overlaps(network("0.0.0.0/0")));
        QCOMPARE(Network(address("192.0.2.1"), 99).prefixLength(), 32);
        QCOMPARE(Network(address("192.0.2.1"), -1).prefixLength(), 0);
    }

    void sizesAreExact()
    {
        QCOMPARE(network("192.0.2.1").addressCount(), std::string("1"));
        QCOMPARE(network("10.0.0.0/16").addressCount(), std::string("65536"));
        QCOMPARE(network("0.0.0.0/0").addressCount(), std::string("4294967296"));
        QCOMPARE(network("::/0").addressCount(), std::string("340282366920938463463374607431768211456"));
    }

    void aggregationCoversTheSameAddresses_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("fewest");
        const auto row = [](const char* given, const char* fewest) {
            QTest::newRow(given) << QByteArray(given) << QByteArray(fewest);
        };
        row("192.0.2.0/25 192.0.2.128/25", "192.0.2.0/24");
        row("192.0.2.128/25 192.0.2.0/25", "192.0.2.0/24");
        row("192.0.3.0/24 192.0.2.0/24 192.0.2.7", "192.0.2.0/23");
        row("192.0.1.0/24 192.0.2.0/24", "192.0.1.0/24 192.0.2.0/24");
        row("2001:db8::/32 192.0.2.1", "192.0.2.1 2001:db8::/32");
        row("192.0.2.9/24 192.0.2.3", "192.0.2.0/24");
        row("0.0.0.0/1 128.0.0.0/1", "0.0.0.0/0");
        row("0.0.0.0/0 0.0.0.0/0 ::/0", "0.0.0.0/0 ::/0");
        row("10.0.0.0 10.0.0.1 10.0.0.2 10.0.0.3", "10.0.0.0/30");
    }

    void aggregationCoversTheSameAddresses()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, fewest);
        QCOMPARE(joined(Network::aggregated(listOf(given))), fewest);
    }

    void setsFindTheNarrowestEntry()
    {
        net::NetworkSet set;
        QVERIFY(set.empty());
        QVERIFY(!set.find(address("192.0.2.1")));
        set.insert(network("192.0.2.0/24"), 0);
        set.insert(network("192.0.2.128/25"), 1);
        set.insert(network("192.0.2.77/24"), 2); // the same addresses: the first stays
        set.insert(network("2001:db8::/32"), 3);
        set.insert(network("192.0.2.200"), 4);
        QCOMPARE(set.size(), std::size_t(4));
        QCOMPARE(set.find(address("192.0.2.1")), std::optional(0U));
        QCOMPARE(set.find(address("192.0.2.129")), std::optional(1U));
        QCOMPARE(set.find(address("192.0.2.200")), std::optional(4U));
        QCOMPARE(set.find(address("2001:db8:1::")), std::optional(3U));
        QVERIFY(!set.find(address("192.0.3.1")));
        QVERIFY(!set.find(address("::ffff:192.0.2.1")));
        QCOMPARE(set.findCovering(network("192.0.2.0/25")), std::optional(0U));
        QVERIFY(!set.findCovering(network("192.0.0.0/16")));
        set.insert(network("0.0.0.0/0"), 5);
        QCOMPARE(set.find(address("203.0.113.1")), std::optional(5U));
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "address_test.moc"
