// SPDX-License-Identifier: GPL-3.0-or-later
// What may be written at a place of a filter expression, and how a wrong one is mended.
#include "core/maillog/filter_completion.h"
#include "core/maillog/reader.h"

#include <QTest>

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

} // namespace

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreKnown_data();
    void placesAreKnown();
    void endsAreUnfinished_data();
    void endsAreUnfinished();
    void namesComeByCount();
    void wrongExpressionsAreMended_data();
    void wrongExpressionsAreMended();
    void writtenValuesMeanThemselves_data();
    void writtenValuesMeanThemselves();
};

void CompletionTest::placesAreKnown_data()
{
    QTest::addColumn<QByteArray>("expression"); // | is the cursor
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("replaced");
    using Kind = FilterPlace::Kind;
    const auto row = [](const char* expression, Kind kind, const char* typed, const char* replaced,
                        FilterField field = FilterField::Text) {
        QTest::newRow(expression) << QByteArray(expression) << static_cast<int>(kind)
                                  << static_cast<int>(field) << QByteArray(typed) << QByteArray(replaced);
    };
    row("|", Kind::Field, "", "");
    row("re|", Kind::Field, "re", "re");
    row("r|es", Kind::Field, "r", "res");
    row("-re|", Kind::Field, "re", "re");
    row("res|ult:fail", Kind::Field, "res", "result:");
    row("result:|", Kind::Value, "", "", FilterField::Result);
    row("RESULT:f|", Kind::Value, "f", "f", FilterField::Result);
    row("result:fail,so|", Kind::Value, "so", "so", FilterField::Result);
    row("result:fail,|", Kind::Value, "", "", FilterField::Result);
    row("result:fa|il,none x", Kind::Value, "fa", "fail", FilterField::Result);
    row("result:fail |", Kind::Field, "", "");
    row("result:fail |domain:a.example", Kind::Field, "", "domain:");
    row("a  |  b", Kind::Field, "", "");
    row("from:\"a b|", Kind::Value, "a b", "\"a b", FilterField::From);
    row("from:\"a b|c\" x", Kind::Value, "a b", "\"a bc\"", FilterField::From);
    row("from:\"a \\\"b|", Kind::Value, "a \"b", "\"a \\\"b", FilterField::From);
    row("text:/a|b/", Kind::Nothing, "", "");
    row("colour:re|", Kind::Nothing, "", "");
    row("\"two words|", Kind::Nothing, "", "");
    row("since:-7|", Kind::Value, "-7", "-7", FilterField::Since);
}

void CompletionTest::placesAreKnown()
{
    QFETCH(QByteArray, expression);
    const auto cursor = expression.indexOf('|');
    expression.remove(cursor, 1);
    const FilterPlace place = placeAt(expression.toStdString(), static_cast<std::size_t>(cursor));
    QTEST(static_cast<int>(place.kind), "kind");
    QTEST(QByteArray::fromStdString(place.typed), "typed");
    QTEST(expression.mid(static_cast<qsizetype>(place.position), static_cast<qsizetype>(place.length)),
          "replaced");
    QTEST(static_cast<int>(place.field), "field");
}

void CompletionTest::endsAreUnfinished_data()
{
    QTest::addColumn<bool>("isUnfinished");
    for (const char* expression : {"d", "dom", "domain", "-RES", "-", "words to", "ip ", "result:fail ho"}) {
        QTest::newRow(expression) << true;
    }
    for (const char* expression :
         {"", " ", "words", "domains", "to words", "\"to\"", "/to/", "domain:to", "x,to"}) {
        QTest::newRow(expression) << false;
    }
}

void CompletionTest::endsAreUnfinished()
{
    QFETCH(const bool, isUnfinished);
    QCOMPARE(endsUnfinished(QTest::currentDataTag()), isUnfinished);
}

void CompletionTest::namesComeByCount()
{
    const auto log = std::make_shared<const Log>(read(lines));
    const auto found = [&log](FilterField field, std::string_view typed, std::size_t most = 10) {
        QStringList names;
        for (const NamedCount& one : RankedNames(log, field).find(typed, most)) {
            names.append(QString::fromStdString(one.name));
        }
        return names.join(u' ');
    };
    QCOMPARE(found(FilterField::Domain, "A.EX"), u"a.example mail.a.example"_s);
    QCOMPARE(found(FilterField::Ip, "192.0.2"), u"192.0.2.2 192.0.2.1"_s);
    QCOMPARE(found(FilterField::Host, "", 1), u"mx1"_s);
    QCOMPARE(found(FilterField::Rule, "globals.n"), u"globals.none"_s);
    QVERIFY(found(FilterField::Helo, "nowhere").isEmpty());
    QVERIFY(!RankedNames::hasNames(FilterField::Since));
    QVERIFY(RankedNames(log, FilterField::Result).find("", 9).empty());
}

void CompletionTest::wrongExpressionsAreMended_data()
{
    QTest::addColumn<QByteArray>("wrong");
    QTest::addColumn<QByteArray>("right"); // empty: no cure
    QTest::newRow("field") << QByteArray("x -resullt:fail y") << QByteArray("x -result:fail y");
    QTest::newRow("word") << QByteArray("result:fail,softfial y") << QByteArray("result:fail,softfail y");
    QTest::newRow("quote") << QByteArray("from:\"a b") << QByteArray("from:\"a b\"");
    QTest::newRow("slash") << QByteArray("text:/ab") << QByteArray("text:/ab/");
    QTest::newRow("far from all") << QByteArray("xyzzy:1") << QByteArray();
    QTest::newRow("address") << QByteArray("ip:300.1.1.1") << QByteArray();
    QTest::newRow("logic") << QByteArray("result:fail OR result:pass") << QByteArray();
    QTest::newRow("no value") << QByteArray("ip:") << QByteArray();
}

void CompletionTest::wrongExpressionsAreMended()
{
    QFETCH(const QByteArray, wrong);
    QFETCH(const QByteArray, right);
    const auto parsed = Filter::parse(wrong.toStdString(), clockOfTest());
    QVERIFY(!parsed);
    const auto better = mended(wrong.toStdString(), parsed.error());
    QCOMPARE(QByteArray::fromStdString(better.value_or("")), right);
    QVERIFY(!better || Filter::parse(*better, clockOfTest()));
}

void CompletionTest::writtenValuesMeanThemselves_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char* value : {"a", "a b", "a,b", "\"", "\\", "*", "a?b", "/x/", "", "-x", "a:b"}) {
        QTest::addRow("%s", value) << QByteArray(value);
    }
}

void CompletionTest::writtenValuesMeanThemselves()
{
    QFETCH(const QByteArray, value);
    const auto terms = parseTerms("helo:" + writtenValue(value.toStdString()), clockOfTest());
    QVERIFY(terms);
    QCOMPARE(terms->size(), std::size_t{1});
    const auto& pattern = std::get<TextPattern>(terms->front().anyOf.front());
    QCOMPARE(pattern.kind, TextPattern::Kind::Exact);
    QCOMPARE(QByteArray::fromStdString(pattern.text), value);
}

QTEST_APPLESS_MAIN(CompletionTest)
#include "completion_test.moc"
