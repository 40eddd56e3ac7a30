// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted and found by short cuts against what going row by row gives, over random rows; and the
// tables of names under all that.
#include "core/maillog/filter.h"
#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <unordered_map>

using namespace maillog;

namespace {

/// Rows as from a reader, of names that occur once and of such that occur very often.
Log randomRows(int count)
{
    constexpr std::array<const char*, 4> results{"pass", "fail", "softfail", "none"};
    std::mt19937 random(5);
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const auto name = random() % (i % 3 == 0 ? 100'000 : 40);
        const auto host = QByteArray::number(static_cast<uint>(random() % 256));
        const auto net = QByteArray::number(static_cast<uint>(name % 256));
        const QByteArray address =
            name % 3 == 0 ? "2001:db8:" + net + ":" + host + "::1" : "198." + host + "." + net + ".7";
        const auto text = QByteArray::number(static_cast<uint>(name));
        const auto hour = QByteArray::number(10 + i / 3600 % 10);
        const QByteArray offset = i % 7 == 0 ? "+09:00" : "Z";
        bytes += "2025-11-20T" + hour + ":00:00" + offset + " mx1 SPFPolicyd[1]: ";
        if (i % 50 == 0) {
            bytes += "message repeated 40000 times: [ ";
        }
        if (i % 11 == 0) {
            bytes += "action=skip reason=white_ip entry=0 client-ip=" + address +
                     " helo=h envelope-from=<> " + "to=<b@c.example> instance=5";
        } else {
            bytes += QByteArray("action=") + (i % 5 == 0 ? "block" : "bypass") +
                     " result=" + results.at(random() % results.size()) + " identity=mailfrom domain=d" +
                     text + ".example client-ip=" + address + " helo=h" + text + " envelope-from=<u@d" +
                     text + ".example> to=<b@c.example> rule=globals.pass instance=4 queue-id=";
        }
        bytes += i % 50 == 0 ? "]\n" : "\n";
    }
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Wait);
    return log;
}

std::string nameOf(const Check& check, TopField field)
{
    switch (field) {
    case TopField::Domain:
        return std::string(check.domain);
    case TopField::Address:
        return check.address ? check.address->toString() : std::string();
    case TopField::Network:
        return check.address ? net::Network(*check.address, check.address->isV4() ? 24 : 64)
                                   .withoutHostBits()
                                   .toString()
                             : std::string();
    case TopField::Helo:
        return std::string(check.helo);
    case TopField::Sender:
        return std::string(check.sender);
    case TopField::Recipient:
        return std::string(check.recipient);
    case TopField::Host:
        return std::string(check.host);
    case TopField::Rule:
        break;
    }
    return std::string(check.rule);
}

/// Row by row, as nobody in a hurry would.
std::vector<TopEntry> naiveEntries(const Log& log, const RowSet& rows, TopField field)
{
    std::unordered_map<std::string, TopEntry> counted;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Check check = log[rows[i]];
        const auto name = nameOf(check, field);
        if (!check.result || name.empty()) {
            continue;
        }
        auto& entry = counted[name];
        entry.name = name;
        entry.count += check.repeat;
        entry.byResult[static_cast<std::size_t>(*check.result)] += check.repeat;
        entry.byAction[static_cast<std::size_t>(check.action)] += check.repeat;
    }
    std::vector<TopEntry> entries;
    for (auto& [name, entry] : counted) {
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const TopEntry& a, const TopEntry& b) {
        return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    return entries;
}

} // namespace

class CountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOfRandomRows_data();
    void countsOfRandomRows();
    void namesSideBySide();
    void namesOfACopy();
};

void CountsTest::countsOfRandomRows_data()
{
    QTest::addColumn<int>("every");
    QTest::newRow("all rows") << 1;
    QTest::newRow("every third") << 3;
    QTest::newRow("few") << 20'011;
}

void CountsTest::countsOfRandomRows()
{
    QFETCH(int, every);
    static const Log log = randomRows(270'000); // enough for two threads
    std::vector<std::uint32_t> some;
    for (std::size_t row = 0; row < log.size(); row += static_cast<std::size_t>(every)) {
        some.push_back(static_cast<std::uint32_t>(row));
    }
    const auto rows = every == 1 ? RowSet::all(log) : RowSet(some);
    std::array<std::uint64_t, 2> distinct{};
    for (const auto field : {TopField::Domain, TopField::Address, TopField::Network, TopField::Helo,
                             TopField::Sender, TopField::Recipient, TopField::Host, TopField::Rule}) {
        auto expected = naiveEntries(log, rows, field);
        distinct[0] = field == TopField::Domain ? expected.size() : distinct[0];
        distinct[1] = field == TopField::Address ? expected.size() : distinct[1];
        for (const std::size_t most :
             {std::size_t{100'000}, std::size_t{700}, std::size_t{50}, std::size_t{1}}) {
            expected.resize(std::min(expected.size(), most));
            QCOMPARE(topEntries(log, rows, field, most), expected);
            const auto names = topList(log, rows, field, most);
            QCOMPARE(names.size(), expected.size());
            QVERIFY(std::ranges::equal(names, expected, [](const NamedCount& a, const TopEntry& b) {
                return a.name == b.name && a.count == b.count;
            }));
        }
    }
    Summary expected;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Check check = log[rows[i]];
        const auto hour = check.time / 3'600'000 + check.offsetMinutes / 60;
        expected.checks += check.result ? check.repeat : 0;
        expected.skips += check.result ? 0 : check.repeat;
        expected.byAction[static_cast<std::size_t>(check.action)] += check.repeat;
        if (check.result) {
            expected.byResult[static_cast<std::size_t>(*check.result)] += check.repeat;
            expected
                .byHour["2025-11-20T" + std::to_string(hour % 24)][static_cast<std::size_t>(*check.result)] +=
                check.repeat;
        }
    }
    const auto summary = summarize(log, rows);
    QCOMPARE(summary.checks, expected.checks);
    QCOMPARE(summary.skips, expected.skips);
    QCOMPARE(summary.byResult, expected.byResult);
    QCOMPARE(summary.byAction, expected.byAction);
    QCOMPARE(summary.byHour, expected.byHour);
    QCOMPARE(summary.distinctDomains, distinct[0]);
    QCOMPARE(summary.distinctAddresses, distinct[1]);
}

/// What the scan over names that lie side by side finds, against asking each row.
void CountsTest::namesSideBySide()
{
    const Log log = randomRows(60'000);
    for (const char* expression : {"from:d77.", "from:u@d1", "from:example", "from:u@d12.example",
                                   "from:*2.example", "from:\"u?d3*\"", "from:/d[0-9]+1\\.ex/", "from:nobody",
                                   "helo:h9", "-helo:h9", "-from:D7", "from:<>", "helo:h1,h22,/h3$/"}) {
        const auto filter = Filter::parse(expression, {});
        QVERIFY2(filter.has_value(), expression);
        const auto& term = filter->terms().front();
        std::vector<std::uint32_t> expected;
        for (Row row = 0; row < log.size(); ++row) {
            const Check check = log[row];
            const auto name = term.field == FilterField::Helo ? check.helo : check.sender;
            const bool found = std::ranges::any_of(term.anyOf, [name](const FilterValue& value) {
                return std::get<TextPattern>(value).matches(name);
            });
            if (found != term.negated) {
                expected.push_back(static_cast<std::uint32_t>(row));
            }
        }
        QCOMPARE(filter->rows(log), expected);
    }
}

/// A copy and its original share names and both go on: neither writes what the other reads.
void CountsTest::namesOfACopy()
{
    StringTable names;
    AddressTable addresses;
    const auto address = [](std::uint32_t number) { return net::IpAddress::v4(number); };
    for (std::uint32_t i = 1; i <= 3000; ++i) {
        QCOMPARE(names.intern("name" + std::to_string(i)), i);
        QCOMPARE(addresses.intern(address(i)), i);
    }
    StringTable copy = names;
    AddressTable addressCopy = addresses;
    QCOMPARE(copy.find("name77"), 77U); // without an index
    QCOMPARE(copy.find("name3001"), 0U);
    QCOMPARE(copy.intern("name12"), 12U);
    QCOMPARE(copy.intern("of the copy"), 3001U);
    QCOMPARE(names.intern("of the original"), 3001U);
    QCOMPARE(copy[3001], std::string_view("of the copy"));
    QCOMPARE(names[3001], std::string_view("of the original"));
    QCOMPARE(copy.find("of the copy"), 3001U);
    QCOMPARE(copy.find("of the original"), 0U);
    QCOMPARE(addressCopy.intern(address(40)), 40U);
    QCOMPARE(addressCopy.intern(address(50'000)), 3001U);
    QCOMPARE(addresses.intern(address(60'000)), 3001U);
    QCOMPARE(*addressCopy[3001], address(50'000));
    // A name of its own piece, and one behind it.
    const std::string large(300'000, 'x');
    QCOMPARE(copy.intern(large), 3002U);
    QCOMPARE(copy.intern("behind"), 3003U);
    QCOMPARE(copy[3002], std::string_view(large));
    names = copy;
    QCOMPARE(names.intern("behind"), 3003U);
    QCOMPARE(names.size(), std::size_t{3004});
}

QTEST_APPLESS_MAIN(CountsTest)
#include "counts_test.moc"
