// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language, the counts and the time buckets of INTERFACES.md over a small log.
#include "core/base/ascii.h"
#include "core/maillog/filter.h"
#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

// clang-format off
const QByteArray lines =
    /* 0 */ "2025-11-20T10:00:00+09:00 mx1 SPFPolicyd[1]: action=bypass result=pass identity=mailfrom domain=a.example client-ip=192.0.2.1 helo=mx.a.example envelope-from=<tanaka@a.example> to=<b@c.example> rule=globals.pass instance=1 queue-id=\n"
    /* 1 */ "2025-11-20T10:30:00+09:00 mx1 SPFPolicyd[1]: action=block result=fail identity=mailfrom domain=mail.a.example client-ip=192.0.2.2 helo=mx.a.example envelope-from=<x@mail.a.example> to=<b@c.example> rule=globals.fail instance=2 queue-id=\n"
    /* 2 */ "2025-11-20T11:00:00+09:00 mx2 SPFPolicyd[1]: action=tempblock result=softfail identity=mailfrom domain=b.example client-ip=2001:db8::1 helo=h2 envelope-from=<y@b.example> to=<d@c.example> rule=*.b.example.softfail instance=3 queue-id=\n"
    /* 3 */ "2025-11-21T09:00:00+09:00 mx2 SPFPolicyd[1]: action=bypass result=none identity=helo domain=h3.example client-ip=198.51.100.3 helo=h3.example envelope-from=<> to=<b@c.example> rule=globals.none instance=4 queue-id=\n"
    /* 4 */ "2025-11-21T09:10:00+09:00 mx1 SPFPolicyd[1]: action=skip reason=white_ip entry=127.0.0.1 client-ip=127.0.0.1 helo=localhost envelope-from=<tanaka@a.example> to=<b@c.example> instance=5\n"
    /* 5 */ "2025-11-21T09:20:00+09:00 mx1 SPFPolicyd[1]: message repeated 4 times: [ action=block result=fail identity=mailfrom domain=a.example client-ip=192.0.2.2 helo=mx.a.example envelope-from=<z@a.example> to=<b@c.example> rule=globals.fail instance=6 queue-id=]\n"
    ;
// clang-format on

Log read(const QByteArray& bytes)
{
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    reader.finish(Tail::Wait);
    return log;
}

/// 2025-11-21T12:00+09:00
FilterClock clockOfTest()
{
    return {(daysFromCivil(2025, 11, 21) * 86'400 + 3 * 3600) * 1000, ZoneRules::fixed(9 * 3600)};
}

std::string_view lineAt(std::uint16_t, std::uint64_t offset, std::uint32_t length)
{
    return std::string_view(lines.constData(), static_cast<std::size_t>(lines.size())).substr(offset, length);
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
    void errors_data();
    void errors();
    void times_data();
    void times();
    void addedTerms();
    void regexEffortIsBounded();
    void manyRows();
    void namesSideBySide();
    void summary();
    void summaryOfSomeRows();
    void topLists();
    void topEntriesCountAll();
    void buckets();
    void repeatedHourByOffset();
    void emptyLog();
    void snapshots();
    void linesByNumber();
};

void QueryTest::filters_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* expression, const char* rows) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromLatin1(rows);
    };
    row("", "0 1 2 3 4 5");
    row("   ", "0 1 2 3 4 5");
    row("result:fail", "1 5");
    row("result:FAIL", "1 5");
    row("Result:pass,softfail", "0 2");
    row("result:pass result:softfail", "0 2");
    row("-result:fail", "0 2 3 4");
    row("-result:fail -result:pass", "2 3 4");
    row("result:none", "3");
    row("action:skip", "4");
    row("action:block,tempblock", "1 2 5");
    row("identity:helo", "3");
    row("identity:none", "4");
    row("domain:a.example", "0 4 5");
    row("domain:A.Example.", "0 4 5");
    row("domain:*.a.example", "0 1 4 5");
    row("domain:mail*", "1");
    row("domain:/^(a|b)\\.example$/", "0 2 4 5");
    row("-domain:*.a.example", "2 3");
    row("ip:192.0.2.2", "1 5");
    row("ip:192.0.2.0/24", "0 1 5");
    row("ip:::ffff:192.0.2.2", "1 5");
    row("ip:::ffff:192.0.2.0/120", "0 1 5");
    row("ip:192.0.2.1,2001:db8::/32", "0 2");
    row("-ip:192.0.2.0/24", "2 3 4");
    row("helo:mx.a.example", "0 1 5");
    row("helo:h*", "2 3");
    row("from:tanaka@a.example", "0 4");
    row("from:tanaka", "0 4");
    row("from:@a.example", "0 4 5");
    row("from:<>", "3");
    row("from:*@b.example", "2");
    row("to:d@c.example", "2");
    row("host:mx2", "2 3");
    row("-host:mx2", "0 1 4 5");
    row("rule:globals.fail", "1 5");
    row("rule:white_ip", "4");
    row("rule:\"*.b.example.softfail\"", "2");
    row("rule:*softfail", "2");
    row("since:2025-11-21", "3 4 5");
    row("until:2025-11-21", "0 1 2");
    row("since:2025-11-20T10:30 until:2025-11-20T11:00", "1");
    row("since:2025-11-20T01:30:00Z until:2025-11-20T02:00Z", "1");
    row("since:-1d", "3 4 5");
    row("since:-3h", "3 4 5");
    row("since:-170m", "4 5");
    row("-since:-1d", "0 1 2");
    row("tanaka", "0 4");
    row("TANAKA", "0 4");
    row("tanaka skip", "4");
    row("text:tanaka", "0 4");
    row("text:\"action=block result=fail\"", "1 5");
    row("text:softfail text:tanaka", "0 2 4");
    row("-tanaka", "1 2 3 5");
    row("/instance=[23] /", "1 2");
    row("/INSTANCE=2/i", "1");
    row("/a\\/b|tanaka/", "0 4");
    row("\"result:fail\"", "");
    row("result:fail domain:*.a.example ip:192.0.2.0/24 action:block since:-7d text:\"mail.a\"", "1");
    row("result:fail -", "1 5");
}

void QueryTest::filters()
{
    QFETCH(QString, expression);
    QFETCH(QString, rows);
    const Log log = read(lines);
    QCOMPARE(log.size(), std::size_t{6});
    const auto filter = Filter::parse(expression.toStdString(), clockOfTest());
    QVERIFY(filter.has_value());
    QStringList found;
    for (const auto row : filter->rows(log, lineAt)) {
        found.append(QString::number(row));
    }
    QCOMPARE(found.join(u' '), rows);
}

void QueryTest::errors_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    const auto row = [](const char* expression, FilterError::Code code, int position, int length) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << static_cast<int>(code) << position
                                  << length;
    };
    using Code = FilterError::Code;
    row("colour:red", Code::UnknownField, 0, 6);
    row("result:fail colour:red", Code::UnknownField, 12, 6);
    row("result:", Code::MissingValue, 0, 7);
    row("result: fail", Code::MissingValue, 0, 7);
    row("-ip:", Code::MissingValue, 0, 4);
    row("result:fail,", Code::MissingValue, 0, 7);
    row("result:maybe", Code::UnknownWord, 7, 5);
    row("result:fail,maybe", Code::UnknownWord, 12, 5);
    row("action:refuse", Code::UnknownWord, 7, 6);
    row("identity:from", Code::UnknownWord, 9, 4);
    row("ip:300.1.1.1", Code::BadAddress, 3, 9);
    row("ip:192.0.2.0/33", Code::BadAddress, 3, 12);
    row("domain:a..b", Code::BadDomain, 7, 4);
    row("since:yesterday", Code::BadTime, 6, 9);
    row("since:2025-13-01", Code::BadTime, 6, 10);
    row("/(/", Code::BadRegex, 0, 3);
    row("/x/g", Code::RegexFlag, 3, 1);
    row("helo:/x/ig,y", Code::RegexFlag, 9, 1);
    row("/var/log/mail.log", Code::RegexFlag, 5, 12);
    row("result:fail OR result:pass", Code::LogicWord, 12, 2);
    row("fail AND pass", Code::LogicWord, 5, 3);
    row("NOT result:fail", Code::LogicWord, 0, 3);
    row("result:fail || colour:red", Code::LogicWord, 12, 2);
    row("(result:fail)", Code::Parenthesis, 0, 1);
    row("result:pass -((-ip:192.0.2.1", Code::Parenthesis, 13, 1);
    row("text:\"abc", Code::UnclosedQuote, 5, 4);
    row("/abc", Code::UnclosedRegex, 0, 4);
}

void QueryTest::errors()
{
    QFETCH(QString, expression);
    QFETCH(int, code);
    QFETCH(int, position);
    QFETCH(int, length);
    const auto filter = Filter::parse(expression.toStdString(), clockOfTest());
    QVERIFY(!filter.has_value());
    QCOMPARE(static_cast<int>(filter.error().code), code);
    QCOMPARE(static_cast<int>(filter.error().position), position);
    QCOMPARE(static_cast<int>(filter.error().length), length);
}

void QueryTest::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); ///< before 2025-11-21T03:00Z
    QTest::newRow("now") << u"now"_s << qint64{0};
    QTest::newRow("seconds") << u"-90s"_s << qint64{90};
    QTest::newRow("minutes") << u"-30m"_s << qint64{1800};
    QTest::newRow("hours") << u"-12h"_s << qint64{43'200};
    QTest::newRow("days") << u"-7d"_s << qint64{604'800};
    QTest::newRow("weeks") << u"-2w"_s << qint64{1'209'600};
    QTest::newRow("ahead") << u"+1h"_s << qint64{-3600};
    QTest::newRow("date in the log's zone") << u"2025-11-21"_s << qint64{12 * 3600};
    QTest::newRow("minutes given") << u"2025-11-21T11:00"_s << qint64{3600};
    QTest::newRow("blank for T") << u"2025-11-21 11:00"_s << qint64{3600};
    QTest::newRow("seconds given") << u"2025-11-21T11:00:30"_s << qint64{3570};
    QTest::newRow("UTC") << u"2025-11-21T02:00Z"_s << qint64{3600};
    QTest::newRow("offset") << u"2025-11-21T04:00:00+02:00"_s << qint64{3600};
}

void QueryTest::times()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto time = parseFilterTime(text.toStdString(), clockOfTest());
    QVERIFY(time.has_value());
    QCOMPARE(clockOfTest().now - *time, seconds * 1000);
}

void QueryTest::addedTerms()
{
    auto filter = Filter::parse("result:fail", clockOfTest());
    filter->add({FilterField::Result, false, false, {spf::Result::Pass}, 0, 0});
    QCOMPARE(filter->terms().size(), std::size_t{1});
    filter->add({FilterField::Result, true, false, {spf::Result::Pass}, 0, 0});
    QCOMPARE(filter->terms().size(), std::size_t{2});
    QVERIFY(!filter->needsLines());
    QVERIFY(Filter::parse("x", clockOfTest())->needsLines());
}

void QueryTest::regexEffortIsBounded()
{
    const auto regex = Regex::compile("(a+)+$", false);
    QVERIFY(regex.has_value());
    QVERIFY(!regex->matches(std::string(5000, 'a') + "b"));
    QVERIFY(regex->matches("aaa"));
}

void QueryTest::manyRows()
{
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i) {
        bytes += lines;
    }
    const Log log = read(bytes);
    QCOMPARE(log.size(), std::size_t{120'000});
    const auto filter = Filter::parse("result:fail host:mx1", clockOfTest());
    QCOMPARE(filter->rows(log).size(), std::size_t{40'000});
    QCOMPARE(filter->rows(log, {}, 119'994).size(), std::size_t{2});
    QCOMPARE(filter->rows(log, {}, 0, [] { return true; }).size(), std::size_t{0});
    QCOMPARE(summarize(log, RowSet::all(log)).checks, 160'000U);
}

void QueryTest::namesSideBySide()
{
    // Names of few letters, so that a text ends one and begins the next, or stands in one twice.
    std::mt19937 random(11);
    QByteArray bytes;
    std::vector<std::string> senders;
    for (int i = 0; i < 40'000; ++i) {
        std::string name(1 + random() % 40, 'a');
        for (char& c : name) {
            c = "aAbB."[random() % 5];
        }
        senders.push_back(name + "@x.example");
        bytes += "2025-11-20T10:00:00+09:00 mx1 SPFPolicyd[1]: action=bypass result=pass identity=mailfrom "
                 "domain=x.example client-ip=192.0.2.1 helo=h envelope-from=<" +
                 QByteArray::fromStdString(senders.back()) +
                 "> to=<b@c.example> rule=globals.pass instance=1 queue-id=\n";
    }
    const Log log = read(bytes);
    QCOMPARE(log.size(), senders.size());
    for (const std::string text :
         {"a", "ab", "bab", "b.a", "a.b.a", "bbbbbb", "example", "examplea", "nowhere"}) {
        std::vector<std::uint32_t> expected;
        for (std::size_t row = 0; row < senders.size(); ++row) {
            if (base::toLower(senders[row]).find(text) != std::string::npos) {
                expected.push_back(static_cast<std::uint32_t>(row));
            }
        }
        QVERIFY2(Filter::parse("from:" + text, clockOfTest())->rows(log) == expected, text.c_str());
        QCOMPARE(Filter::parse("-from:" + text, clockOfTest())->rows(log).size(),
                 senders.size() - expected.size());
    }
}

void QueryTest::summary()
{
    const Log log = read(lines);
    const auto s = summarize(log, RowSet::all(log));
    QCOMPARE(s.lines.lines, 6U);
    QCOMPARE(s.lines.bytes, static_cast<std::uint64_t>(lines.size()));
    QCOMPARE(s.checks, 8U);
    QCOMPARE(s.skips, 1U);
    QCOMPARE(s.guessed, 0U);
    QCOMPARE(s.byResult[static_cast<std::size_t>(spf::Result::Fail)], 5U);
    QCOMPARE(s.byResult[static_cast<std::size_t>(spf::Result::None)], 1U);
    QCOMPARE(s.byAction, (ActionCounts{2, 1, 5, 1, 0}));
    QCOMPARE(s.byHour.size(), std::size_t{3});
    QCOMPARE(s.byHour.at("2025-11-20T10"), (ResultCounts{1, 0, 0, 1, 0, 0, 0}));
    QCOMPARE(s.byHour.at("2025-11-21T09"), (ResultCounts{0, 0, 0, 4, 1, 0, 0}));
    QCOMPARE(s.distinctDomains, 3U); // the skip's domain was not checked, the HELO's is none of MAIL FROM
    QCOMPARE(s.topDomains,
             (std::vector<NamedCount>{{"a.example", 5}, {"b.example", 1}, {"mail.a.example", 1}}));
    QCOMPARE(s.distinctAddresses, 4U);
    QCOMPARE(s.topAddresses.front(), (NamedCount{"192.0.2.2", 5}));
    QCOMPARE(summarize(log, RowSet::all(log), 1).topDomains.size(), std::size_t{1});
}

void QueryTest::summaryOfSomeRows()
{
    const Log log = read(lines);
    const std::vector<std::uint32_t> rows{2, 4};
    const auto s = summarize(log, RowSet(rows));
    QCOMPARE(s.checks, 1U);
    QCOMPARE(s.skips, 1U);
    QCOMPARE(s.byAction, (ActionCounts{0, 1, 0, 1, 0}));
    QCOMPARE(s.topDomains, (std::vector<NamedCount>{{"b.example", 1}}));
}

void QueryTest::topLists()
{
    const Log log = read(lines);
    const auto all = RowSet::all(log);
    QCOMPARE(topList(log, all, TopField::Network, 9),
             (std::vector<NamedCount>{{"192.0.2.0/24", 6}, {"198.51.100.0/24", 1}, {"2001:db8::/64", 1}}));
    QCOMPARE(topList(log, all, TopField::Helo, 1), (std::vector<NamedCount>{{"mx.a.example", 6}}));
    QCOMPARE(topList(log, all, TopField::Host, 9), (std::vector<NamedCount>{{"mx1", 6}, {"mx2", 2}}));
    QCOMPARE(topList(log, all, TopField::Recipient, 9).front(), (NamedCount{"b@c.example", 7}));
    QCOMPARE(topList(log, all, TopField::Sender, 9).front(), (NamedCount{"z@a.example", 4}));
    QCOMPARE(topList(log, all, TopField::Rule, 9).front(), (NamedCount{"globals.fail", 5}));
    QCOMPARE(topList(log, all, TopField::Address, 0).size(), std::size_t{0});
}

void QueryTest::topEntriesCountAll()
{
    const Log log = read(lines);
    const auto all = RowSet::all(log);
    const auto fail = static_cast<std::size_t>(spf::Result::Fail);
    const auto block = static_cast<std::size_t>(Action::Block);
    const auto top = topEntries(log, all, TopField::Network, 9);
    QCOMPARE(top.size(), std::size_t{3});
    QCOMPARE(top[0].name, std::string("192.0.2.0/24"));
    QCOMPARE(top[0].count, 6U);
    QCOMPARE(top[0].byResult[fail], 5U);
    QCOMPARE(top[0].byAction[block], 5U);
    QCOMPARE(top[1].name, std::string("198.51.100.0/24"));
    QCOMPARE(top[2].name, std::string("2001:db8::/64"));
    const std::vector<std::uint32_t> some{1, 2, 4};
    const auto few = topEntries(log, RowSet(some), TopField::Host, 9);
    QCOMPARE(few.size(), std::size_t{2}); // the skip is no check
    QCOMPARE(few[0].name, std::string("mx1"));
    QCOMPARE(few[0].count, 1U);
    for (const auto field : {TopField::Domain, TopField::Address, TopField::Network, TopField::Helo,
                             TopField::Sender, TopField::Recipient, TopField::Host, TopField::Rule}) {
        const auto entries = topEntries(log, all, field, 2);
        const auto names = topList(log, all, field, 2);
        QCOMPARE(entries.size(), names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            QCOMPARE((NamedCount{entries[i].name, entries[i].count}), names[i]);
            QCOMPARE(
                std::accumulate(entries[i].byResult.begin(), entries[i].byResult.end(), std::uint64_t{0}),
                names[i].count);
        }
    }
    QCOMPARE(topEntries(log, all, TopField::Domain, 0).size(), std::size_t{0});
}

void QueryTest::buckets()
{
    const Log log = read(lines);
    constexpr std::int64_t day = 86'400'000;
    const auto days = histogram(log, RowSet::all(log), day, 9 * 60);
    QVERIFY(days.has_value());
    QCOMPARE(days->start, (daysFromCivil(2025, 11, 20) * 86'400 - 9 * 3600) * 1000);
    QCOMPARE(days->buckets.size(), std::size_t{2});
    QCOMPARE(days->buckets[0].byAction, (ActionCounts{1, 1, 1, 0, 0}));
    QCOMPARE(days->buckets[1].byAction, (ActionCounts{1, 0, 4, 1, 0}));
    const auto few = histogram(log, RowSet::all(log), 1000, 0, 10);
    QVERIFY(few->buckets.size() <= 11);
    const auto range = timeRange(log, RowSet::all(log));
    QCOMPARE(range->last - range->first, std::int64_t{23 * 3600 + 1200} * 1000);
}

void QueryTest::repeatedHourByOffset()
{
    const auto line = [](const char* stamp) {
        return stamp +
               QByteArray(
                   " mx1 SPFPolicyd[1]: action=bypass result=pass identity=helo domain=h client-ip=192.0.2.1 "
                   "helo=h envelope-from=<> to=<b@c.example> rule=globals.pass instance=1 queue-id=\n");
    };
    const Log turned = read(line("2025-10-26T01:30:00+02:00") + line("2025-10-26T02:30:00+02:00") +
                            line("2025-10-26T02:30:00+01:00") + line("2025-10-26T03:30:00+01:00"));
    QStringList names;
    for (const auto& [name, counts] : summarize(turned, RowSet::all(turned)).byHour) {
        names.append(QString::fromStdString(name));
    }
    QCOMPARE(names, (QStringList{u"2025-10-26T01"_s, u"2025-10-26T02+01:00"_s, u"2025-10-26T02+02:00"_s,
                                 u"2025-10-26T03"_s}));
    // A host that prints both offsets all the time has put no clock back.
    const Log mixed = read(line("2025-10-25T01:30:00+02:00") + line("2025-10-25T01:30:00+01:00") +
                           line("2025-10-25T02:30:00+02:00") + line("2025-10-25T02:30:00+01:00"));
    QCOMPARE(summarize(mixed, RowSet::all(mixed)).byHour.size(), std::size_t{2});
}

void QueryTest::emptyLog()
{
    const Log log = read({});
    QVERIFY(!histogram(log, RowSet::all(log), 1000, 0));
    QVERIFY(!timeRange(log, RowSet::all(log)));
    QCOMPARE(summarize(log, RowSet::all(log)).checks, 0U);
    QVERIFY(Filter().rows(log).empty());
}

/// A copy stays what it was while the reader goes on and changes rows it holds.
void QueryTest::snapshots()
{
    Log log;
    Reader reader(log, log.addSource(), {});
    const auto half = static_cast<std::size_t>(lines.indexOf("2025-11-21"));
    const std::string_view text(lines.constData(), static_cast<std::size_t>(lines.size()));
    reader.feed(text.substr(0, half));
    const Log snapshot = log;
    reader.feed(text.substr(half));
    reader.finish(Tail::Wait);
    QCOMPARE(snapshot.size(), std::size_t{3});
    QCOMPARE(log.size(), std::size_t{6});
    QCOMPARE(snapshot[2].domain, std::string_view("b.example"));
    QCOMPARE(snapshot[0].repeat, 1U);
    QCOMPARE(log[5].repeat, 4U);
}

void QueryTest::linesByNumber()
{
    Log log;
    Reader reader(log, log.addSource(), {});
    constexpr std::uint64_t count = LineIndex::stride * 2 + 10;
    std::string text;
    std::vector<std::uint64_t> offsets;
    for (std::uint64_t i = 0; i < count; ++i) {
        offsets.push_back(text.size());
        text += "line " + std::to_string(i) + '\n';
    }
    for (std::size_t at = 0; at < text.size(); at += 1000) { // blocks that end anywhere
        reader.feed(std::string_view(text).substr(at, 1000));
    }
    const LineIndex& index = log.lineIndex(0);
    QCOMPARE(log.counts(0).lines, count);
    QCOMPARE(index.beforeLine(0), (LineIndex::Mark{0, 0}));
    QCOMPARE(index.beforeLine(LineIndex::stride - 1), (LineIndex::Mark{0, 0}));
    QCOMPARE(index.beforeLine(LineIndex::stride),
             (LineIndex::Mark{LineIndex::stride, offsets[LineIndex::stride]}));
    QCOMPARE(index.beforeLine(count * 9).line, LineIndex::stride * 2);
    QCOMPARE(index.beforeOffset(offsets[LineIndex::stride]).line, LineIndex::stride);
    QCOMPARE(index.beforeOffset(offsets[LineIndex::stride] - 1).line, std::uint64_t{0});
    QCOMPARE(index.beforeOffset(text.size()).line, LineIndex::stride * 2);
}

QTEST_APPLESS_MAIN(QueryTest)
#include "query_test.moc"
