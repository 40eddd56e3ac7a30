// SPDX-License-Identifier: GPL-3.0-or-later
// Text in lines: what is searched for first, whole blocks, and rows by their lines, by two threads.
#include "core/maillog/filter.h"
#include "core/maillog/line_search.h"
#include "core/maillog/reader.h"
#include "core/maillog/required_texts.h"

#include <QTest>

using namespace maillog;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesInBlocks();
    void searches_data();
    void searches();
    void required_data();
    void required();
};

void SearchTest::linesInBlocks()
{
    // Enough rows for two threads and several windows; every hundredth line is another one.
    std::string text;
    for (int i = 0; i < 40'000; ++i) {
        text += "2025-11-20T10:00:00+09:00 mx1 SPFPolicyd[1]: action=bypass result=pass identity=mailfrom "
                "domain=a.example client-ip=192.0.2.1 helo=h" +
                std::to_string(i) + " envelope-from=<u@a.example> to=<b@c.example> rule=r instance=" +
                (i % 100 == 7 ? "Needle" : "x") + " queue-id=\n";
    }
    Log log;
    Reader reader(log, log.addSource(), {});
    reader.feed(text);
    reader.finish(Tail::Wait);
    const std::string_view view(text);
    const BlockSource blocks([view](std::uint16_t, std::uint64_t offset, std::span<char> into) {
        return view.substr(offset).copy(into.data(), into.size());
    });
    const LineSource each = [view](std::uint16_t, std::uint64_t offset, std::uint32_t length) {
        return view.substr(offset, length);
    };
    for (const char* expression : {"text:needle", "-text:needle", "/Needle q/", "text:needle helo:h1*",
                                   "result:pass", "text:needle text:h39", "needle h39", "/h[0-9]7 /"}) {
        const auto filter = Filter::parse(expression, {});
        const auto found = filter->rows(log, blocks);
        QVERIFY(!found.empty());
        QCOMPARE(found, filter->rows(log, each));
        const auto later = filter->rows(log, blocks, 20'000);
        QCOMPARE(later, filter->rows(log, each, 20'000));
        QVERIFY(later.size() < found.size());
    }
    const auto cancelled = Filter::parse("needle", {})->rows(log, blocks, 0, [] { return true; });
    QVERIFY(cancelled.size() < 400);
    const BlockSource cut([](std::uint16_t, std::uint64_t, std::span<char>) { return std::size_t{0}; });
    QCOMPARE(Filter::parse("needle", {})->rows(log, cut).size(), std::size_t{0});
}

void SearchTest::searches_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("found"); ///< the lines, joined by "|"
    const auto row = [](const char* expression, const QByteArray& text, const QByteArray& found) {
        QTest::addRow("%s in %s", expression, text.left(20).constData())
            << QString::fromUtf8(expression) << text << found;
    };
    row("text:abc", "xABCx\r\nabd\nabc", "xABCx|abc");
    row("text:abc", "abc abc\nabc\n\nabc\n", "abc abc|abc|abc");
    row("text:abc", "", "");
    row("text:abc", "ab\nc\n", "");
    row("text:x", "x\n\ny\nX", "x|X");
    row("from:a*c", "a\nc\nxac\nabc\nABBC\n", "abc|ABBC");
    row("/^a.c$/", "abc\nxabc\nadc\r\nabcd\n", "abc|adc");
    row("/^$/", "a\n\nb\n\r\n", "|");
    row("/softfail|hard fail/i", "a Softfail b\nhardfail\nHARD FAIL\n", "a Softfail b|HARD FAIL");
    row("/[0-9]+/", "a\n1\nb22\n", "1|b22");
}

void SearchTest::searches()
{
    QFETCH(QString, expression);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, found);
    const auto filter = Filter::parse(expression.toStdString(), {});
    QVERIFY(filter.has_value());
    const LineSearch search(std::get<TextPattern>(filter->terms().front().anyOf.front()));
    const std::string_view block(text.constData(), static_cast<std::size_t>(text.size()));
    QByteArrayList lines;
    for (auto line = search.next(block); line; line = search.next(block, line->next)) {
        lines += text.mid(static_cast<qsizetype>(line->offset), static_cast<qsizetype>(line->length));
        QVERIFY(lines.size() < 10);
    }
    QCOMPARE(lines.join('|'), found);
}

void SearchTest::required_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("texts");
    const auto row = [](const char* pattern, const char* texts) {
        QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(texts);
    };
    row("Softfail|550 5\\.7\\.23", "Softfail,550 5.7.23");
    row("policyd-spf.*Fail", "policyd-spf");
    row("helo=mx[0-9]+\\.", "helo=mx");
    row("abcd?ef", "abc");
    row("abcd+ef", "abcd");
    row("abc{2,100}de", "");
    row("abcd{2,100}de", "abc");
    row("abc{x}def", "");
    row("(abc|def)ghij", "ghij");
    row("(a[)]b)xyz", "xyz");
    row("[]abc]xyz", "xyz");
    row("[[:alpha:]]xyz", "xyz");
    row("[\\c]]abc]xyz", ""); // a control character, not the end of the class
    row("(\\c))abc)xyz", "");
    row("(?i)abc", "");
    row("\\Qa.c\\E", "");
    row("\\x41bcdef", "");
    row("\\d+abc\\b", "abc");
    row("ab|cdef", "");
    row(".*", "");
    row("", "");
}

void SearchTest::required()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, texts);
    QByteArrayList found;
    for (const auto& text : requiredTexts({pattern.constData(), static_cast<std::size_t>(pattern.size())})) {
        found += QByteArray::fromStdString(text);
    }
    QCOMPARE(found.join(','), texts);
}

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"
