// SPDX-License-Identifier: GPL-3.0-or-later
// Lines in forms of the user's own, and mail tracking as a table (SPEC 4).
#include "core/maillog/required_texts.h"
#include "core/maillog/user_pattern.h"
#include "tests/core/maillog/reading.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace maillog;

namespace {

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

tl::expected<PatternSet, PatternError> compiled(const QByteArray& regex)
{
    const std::vector<UserPattern> patterns{{"mine", regex.toStdString()}};
    return PatternSet::compile(patterns);
}

Log readWith(const QByteArray& bytes, const QByteArray& regex, qsizetype blockSize = 1 << 20)
{
    Log log;
    ReaderOptions options;
    options.year = 2025;
    if (!regex.isEmpty()) {
        options.patterns = std::make_shared<const PatternSet>(*compiled(regex));
    }
    Reader reader(log, log.addSource(), options);
    for (qsizetype at = 0; at < bytes.size(); at += blockSize) {
        reader.feed(view(bytes).substr(static_cast<std::size_t>(at), static_cast<std::size_t>(blockSize)));
    }
    reader.finish(Tail::Take);
    return log;
}

QStringList rowsOf(const Log& log)
{
    QStringList rows;
    for (Row row = 0; row < log.size(); ++row) {
        rows.append(describe(log[row]));
    }
    return rows;
}

const QByteArray filterLine =
    "Sep 12 10:14:48 mx1 filter[7]: SPF HARDFAIL 192.0.2.7 <u@a.example> denied helo=h.example\n";
const QByteArray filterRegex =
    R"(filter\[\d+\]: SPF (?<result>\w+) (?<ip>\S+) <(?<sender>[^>]*)> (?<action>\w+)(?: helo=(?<helo>\S+))?)";

} // namespace

class PatternsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownForm();
    void spansForThePreview();
    void groups_data();
    void groups();
    void errors_data();
    void errors();
    void everyNameIsAccepted();
    void firstPatternThatFits();
    void beforeTheBuiltInDialects();
    void timeAndHostOfThePattern();
    void unknownWordIsUnreadable();
    void runawayPatternIsBounded();
    void literals_data();
    void literals();
    void table_data();
    void table();
    void tableInPieces();
    void noTable_data();
    void noTable();
    void unclosedQuote();
};

void PatternsTest::ownForm()
{
    const QString row = u"fail|block|mailfrom|192.0.2.7|h.example|u@a.example|a.example|"_s;
    for (const qsizetype blockSize : {qsizetype{1} << 20, qsizetype{17}}) {
        const Log log =
            readWith(filterLine + "Sep 12 10:14:49 mx1 other[1]: x\n" + filterLine, filterRegex, blockSize);
        QCOMPARE(rowsOf(log), (QStringList{row, row}));
        QCOMPARE(log[0].dialect, Dialect::User);
        QCOMPARE(text(log[0].host), u"mx1"_s);
        QCOMPARE(log[0].lineLength, static_cast<std::uint32_t>(filterLine.size() - 1));
        QCOMPARE(log.counts(0).lines, 3U);
    }
    QCOMPARE(readWith(filterLine, {}).size(), std::size_t{0});
}

void PatternsTest::spansForThePreview()
{
    const auto set = compiled(filterRegex);
    QVERIFY(set.has_value());
    const auto matched = set->match(view(filterLine));
    QVERIFY(matched.has_value());
    QCOMPARE(matched->pattern, std::size_t{0});
    const auto piece = [&](PatternGroup group) {
        const auto& span = (*matched)[group];
        return span
                   ? filterLine.mid(static_cast<qsizetype>(span->start), static_cast<qsizetype>(span->length))
                   : QByteArray("-");
    };
    QCOMPARE(piece(PatternGroup::Result), QByteArray("HARDFAIL"));
    QCOMPARE(piece(PatternGroup::Ip), QByteArray("192.0.2.7"));
    QCOMPARE(piece(PatternGroup::Helo), QByteArray("h.example"));
    QCOMPARE(piece(PatternGroup::Recipient), QByteArray("-"));
    QVERIFY(matched->event.result == spf::Result::Fail);
    QVERIFY(!set->match("Sep 12 10:14:48 mx1 filter[7]: started"));
}

void PatternsTest::groups_data()
{
    QTest::addColumn<QByteArray>("regex");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("row");
    const auto row = [](const char* name, const char* regex, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray(regex) << QByteArray(line) << QString::fromLatin1(expected);
    };
    row("HELO", "X (?<result>\\w+) (?<helo>\\S+)", "X pass h.example", "pass|unknown|helo|-|h.example|||");
    row("domain", "X (?<result>\\w+) (?<domain>\\S+)", "X softfail A.Example.",
        "softfail|unknown|mailfrom|-|||a.example|");
    row("identity", "X (?<result>\\w+) (?<identity>\\w+) (?<domain>\\S+)", "X none helo a.example",
        "none|unknown|helo|-||||");
    row("skip", "X (?<action>\\w+) (?<ip>\\S+)", "X whitelisted 192.0.2.7", "-|skip|none|192.0.2.7||||");
    row("action as a reply", "X (?<result>\\w+) (?<action>.*)", "X fail 550 5.7.23 no",
        "fail|block|none|-||||");
    row("quoted", "X (?<result>\\w+) (?<sender>\\S+) (?<recipient>\\S+)",
        "X neutral \"<u@a.example>\" <b@c.example>",
        "neutral|unknown|mailfrom|-||u@a.example|a.example|b@c.example");
    row("other words", "X (?<result>[^:]+): (?<action>\\w+)", "X soft fail: greylist",
        "softfail|tempblock|none|-||||");
}

void PatternsTest::groups()
{
    QFETCH(QByteArray, regex);
    QFETCH(QByteArray, line);
    QFETCH(QString, row);
    QCOMPARE(rowsOf(readWith(line + "\n", regex)), QStringList{row});
}

void PatternsTest::errors_data()
{
    using Code = PatternError::Code;
    QTest::addColumn<QByteArray>("regex");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("position");
    QTest::newRow("empty") << QByteArray() << Code::Empty << 0;
    QTest::newRow("unclosed") << QByteArray("a(b") << Code::Malformed << 3;
    QTest::newRow("unknown group") << QByteArray("(?<result>x)(?<colour>y)") << Code::UnknownGroup << 15;
    QTest::newRow("groups in other case") << QByteArray("(?<Result>x)") << Code::UnknownGroup << 3;
    QTest::newRow("says nothing") << QByteArray("x (?<ip>\\S+)") << Code::NothingSaid << 0;
    QTest::newRow("fits every line") << QByteArray("(?<result>\\w*)") << Code::MatchesAll << 0;
}

void PatternsTest::errors()
{
    using Code = PatternError::Code;
    QFETCH(QByteArray, regex);
    QFETCH(Code, code);
    QFETCH(int, position);
    const std::vector<UserPattern> patterns{{"good", "(?<result>x)"}, {"bad", regex.toStdString()}};
    const auto set = PatternSet::compile(patterns);
    QVERIFY(!set.has_value());
    QCOMPARE(set.error().code, code);
    QCOMPARE(set.error().pattern, std::size_t{1});
    QCOMPARE(set.error().position, static_cast<std::size_t>(position));
    QCOMPARE(set.error().detail.empty(), code != Code::Malformed && code != Code::UnknownGroup);
}

void PatternsTest::everyNameIsAccepted()
{
    QByteArray regex = "x";
    for (const PatternGroup group : allPatternGroups) {
        regex +=
            " (?<" + QByteArray(word(group).data(), static_cast<qsizetype>(word(group).size())) + ">\\S+)";
    }
    QVERIFY(compiled(regex).has_value());
}

void PatternsTest::firstPatternThatFits()
{
    const std::vector<UserPattern> patterns{{"one", "one (?<result>\\w+)"},
                                            {"two", "(?:one|two) (?<result>\\w+)"}};
    const auto set = PatternSet::compile(patterns);
    QVERIFY(set.has_value());
    QCOMPARE(set->size(), std::size_t{2});
    QCOMPARE(set->match("one pass")->pattern, std::size_t{0});
    QCOMPARE(set->match("two pass")->pattern, std::size_t{1});
    QVERIFY(!set->match("three pass"));
}

void PatternsTest::beforeTheBuiltInDialects()
{
    // A vendor's daemon under a known name, read by best effort until the user says how.
    const QByteArray line =
        "Sep 12 10:14:48 mx1 SPFPolicyd[7]: pass? no: code 2 for u@a.example from 192.0.2.7\n";
    QCOMPARE(readWith(line, {})[0].dialect, Dialect::Vendor);
    QCOMPARE(
        readWith(line, R"(SPFPolicyd.*: (?<result>pass)\? .* for (?<sender>\S+) from (?<ip>\S+))")[0].dialect,
        Dialect::User);
}

void PatternsTest::timeAndHostOfThePattern()
{
    const Log log = readWith("host=mx9 when=2024-08-29T01:08:59+09:00 spf=pass\n",
                             R"(host=(?<host>\S+) when=(?<time>\S+) spf=(?<result>\w+))");
    QCOMPARE(text(log[0].host), u"mx9"_s);
    QCOMPARE(log[0].time, (daysFromCivil(2024, 8, 28) * 86'400 + 16 * 3600 + 8 * 60 + 59) * 1000);
    QCOMPARE(log[0].flags & NoTime, 0);
}

void PatternsTest::unknownWordIsUnreadable()
{
    const Log log = readWith("x result=purple\n", "result=(?<result>\\w+)");
    QCOMPARE(log.size(), std::size_t{0});
    QCOMPARE(log.counts(0).unreadable, 1U);
}

void PatternsTest::runawayPatternIsBounded()
{
    const auto set = compiled("^(a+)+(a+)+(?<result>b)$");
    QVERIFY(set.has_value());
    const std::string line(5000, 'a');
    const auto start = std::chrono::steady_clock::now();
    QVERIFY(!set->match(line));
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

void PatternsTest::literals_data()
{
    QTest::addColumn<QByteArray>("regex");
    QTest::addColumn<QByteArray>("literal");
    const auto row = [](const char* regex, const char* literal) {
        QTest::newRow(regex) << QByteArray(regex) << QByteArray(literal);
    };
    row("filter\\[\\d+\\]: SPF (?<result>\\w+)", "filter[");
    row("abc", "abc");
    row("abcd?ef", "abc");
    row("abc*", "ab");
    row("abc+de", "abc");
    row("abc{0,2}de", "ab");
    row("a|bcd", "a,bcd");
    row("a|", "");
    row("a{b|c}d", "");
    row("[[:x]a|b:]]cde", "");
    row("[[.x]abc", "");
    row("[a[b]cde", "cde");
    row("(a(?<n>b)|c)def", "def");
    row("((?x)a #)\n)def", "");
    row("(a|b)cde", "cde");
    row("(?i)abc", "");
    row("x(?i:abc)yz", "");
    row("x(?:abc)?yz", "yz");
    row("[abc]def", "def");
    row("[]abc]def", "def");
    row("[^]abc]def", "def");
    row("[[:alpha:]]def", "def");
    row("\\Qabc\\E", "");
    row("\\x41bc", "");
    row("\\.abc\\.", ".abc.");
    row("a(b(c)d)ef", "ef");
    row("a(b[)]c)ef", "ef");
    row("a(b\\)c)ef", "ef");
    row("a(b(?#))c)efg", "");
    row("abc(", "");
    row("abc[", "");
    row("abc\\", "");
    row("^abc$", "abc");
    row("", "");
}

void PatternsTest::literals()
{
    QFETCH(QByteArray, regex);
    QFETCH(QByteArray, literal);
    QByteArrayList found;
    for (const auto& text : requiredTexts(view(regex), 1)) {
        found += QByteArray::fromStdString(text);
    }
    QCOMPARE(found.join(','), literal);
}

void PatternsTest::table_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("rows");
    const QByteArray japanese = "\xEF\xBB\xBF\"日時\",\"送信者\",\"受信者\",\"送信者IP\",\"件名\","
                                "\"評価済みポリシー\",\"アクション\"\r\n";
    const auto record = [](const char* policy, const char* action) {
        return QByteArray("\"2025/11/20 14:00:01\",\"u@a.example\",\"b@c.example\",\"192.0.2.7\",\"a, "
                          "\"\"b\"\"\nc\",\"") +
               policy + "\",\"" + action + "\"\r\n";
    };
    QTest::newRow("passed") << japanese + record("条件不一致 (SPFルール)", "配信済み")
                            << QStringList{
                                   u"pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("deleted") << japanese + record("メッセージ削除済み (SPFルール)\nSPFの結果: Fail", "削除")
                             << QStringList{
                                    u"fail|block|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("excluded") << japanese +
                                     record("無視 (SPFルール)\n除外するピアに一致: 192.0.2.0/24", "配信済み")
                              << QStringList{u"-|skip|none|192.0.2.7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("another rule") << japanese + record("スパムルール", "隔離") << QStringList{};
    QTest::newRow("several") << japanese + record("条件不一致 (SPFルール)", "") + record("スパム", "") +
                                    record("条件不一致 (SPFルール)", "")
                             << QStringList{
                                    u"pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s,
                                    u"pass|bypass|mailfrom|192.0.2.7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("English, semicolons")
        << QByteArray("Timestamp;Sender;Recipient;Sender IP;Policy;Action\n"
                      "2025-11-20 14:00:01;u@a.example;b@c.example;2001:db8::7;Message deleted (SPF rule). "
                      "SPF result: "
                      "SoftFail;Deleted\n")
        << QStringList{u"softfail|block|mailfrom|2001:db8::7||u@a.example|a.example|b@c.example"_s};
    QTest::newRow("a result of its own, tabs")
        << QByteArray("Date\tFrom\tTo\tSource IP\tSPF Result\tAction\n"
                      "2025-11-20T14:00:01Z\t<>\tb@c.example\t192.0.2.7\ttemperror\tdelivered\n")
        << QStringList{u"temperror|bypass|helo|192.0.2.7||||b@c.example"_s};
}

void PatternsTest::table()
{
    QFETCH(QByteArray, table);
    QFETCH(QStringList, rows);
    const Log log = readWith(table, {});
    QCOMPARE(rowsOf(log), rows);
    for (Row row = 0; row < log.size(); ++row) {
        QCOMPARE(log[row].time, (daysFromCivil(2025, 11, 20) * 86'400 + 14 * 3600 + 1) * 1000);
        QCOMPARE(log[row].dialect, Dialect::Tmems);
        QVERIFY(log[row].guessed.contains(Field::Result));
        const auto record = table.mid(static_cast<qsizetype>(log[row].lineOffset), log[row].lineLength);
        QVERIFY(record.contains("2025") && !record.contains('\r') &&
                record.count("a.example") + record.count("<>") == 1);
    }
}

void PatternsTest::tableInPieces()
{
    QByteArray table = "Timestamp,Sender,Recipient,Sender IP,Policy,Action\n";
    for (int i = 0; i < 20; ++i) {
        table +=
            "2025-11-20 14:00:01,\"u,\n1@a.example\",b@c.example,192.0.2.7,SPF result: Pass,Delivered\r\n";
    }
    const Log whole = readWith(table, {});
    QCOMPARE(whole.size(), std::size_t{20});
    for (const qsizetype blockSize : {1, 7, 100}) {
        const Log pieces = readWith(table, {}, blockSize);
        QCOMPARE(rowsOf(pieces), rowsOf(whole));
        QCOMPARE(pieces[19].lineOffset, whole[19].lineOffset);
    }
    QCOMPARE(readWith(table.trimmed(), {}).size(), std::size_t{20}); // no line end behind the last
}

void PatternsTest::noTable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another table") << QByteArray("Timestamp,Sender\n2025-11-20 14:00:01,u@a.example\n");
    QTest::newRow("no SPF column") << QByteArray(
        "Timestamp,Sender,Recipient\n2025-11-20 14:00:01,SPF result: Pass,x\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one line") << QByteArray("Timestamp,Sender,Policy");
    QTest::newRow("header only") << QByteArray("Timestamp,Sender,Policy\n\n\n");
    QTest::newRow("short records") << QByteArray("Timestamp,Sender,Policy\nx\n,,\n,,,,,,,\n");
}

void PatternsTest::noTable()
{
    QFETCH(QByteArray, text);
    QCOMPARE(readWith(text, {}).size(), std::size_t{0});
}

void PatternsTest::unclosedQuote()
{
    const QByteArray record = "2025-11-20 14:00:01,u@a.example,SPF result: Pass\n";
    QByteArray table = "Timestamp,Sender,Policy\n\"never closed\n";
    while (table.size() < 400'000) {
        table += record;
    }
    const Log log = readWith(table, {});
    QVERIFY(log.size() > 1000); // what is beyond the longest record is read again
}

QTEST_APPLESS_MAIN(PatternsTest)
#include "patterns_test.moc"
