// SPDX-License-Identifier: GPL-3.0-or-later
// Text without a locale: the smallest pieces every reader is built from.
#include "core/base/ascii.h"
#include "core/base/char_set.h"
#include "core/base/word_table.h"

#include <QTest>

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void caseIsFoldedForAsciiOnly()
    {
        QCOMPARE(base::toLower("MiXed-42"), std::string("mixed-42"));
        QCOMPARE(base::toLower("\xC3\x84"), std::string("\xC3\x84"));
        QVERIFY(base::equalsIgnoreCase("V=SPF1", "v=spf1"));
        QVERIFY(!base::equalsIgnoreCase("[", "{"));
        QVERIFY(base::startsWithIgnoreCase("V=spf1 -all", "v=SPF1"));
        QVERIFY(!base::startsWithIgnoreCase("v", "v="));
        QVERIFY(base::endsWithIgnoreCase("mail.Example.COM", ".example.com"));
    }

    void blanksAreTrimmedAtBothEnds()
    {
        QCOMPARE(base::trimmed(" \t a b\r\n"), std::string_view("a b"));
        QCOMPARE(base::trimmed(" \v\f"), std::string_view());
    }

    void splittingKeepsEmptyPieces()
    {
        const std::vector<std::string_view> expected{"a", "", "b", ""};
        QCOMPARE(base::split("a..b.", '.'), expected);
        QCOMPARE(base::split("", '.').size(), std::size_t(1));
    }

    void numbersAreWholeAndBounded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qulonglong>("limit");
        QTest::addColumn<qlonglong>("value");
        QTest::newRow("zero") << QByteArray("0") << 10ULL << 0LL;
        QTest::newRow("leading zeros") << QByteArray("007") << 10ULL << 7LL;
        QTest::newRow("at the limit") << QByteArray("255") << 255ULL << 255LL;
        QTest::newRow("above the limit") << QByteArray("256") << 255ULL << -1LL;
        QTest::newRow("overflow") << QByteArray("99999999999999999999999999") << ULLONG_MAX << -1LL;
        QTest::newRow("sign") << QByteArray("-1") << 10ULL << -1LL;
        QTest::newRow("empty") << QByteArray("") << 10ULL << -1LL;
        QTest::newRow("blank") << QByteArray("1 ") << 10ULL << -1LL;
        QTest::newRow("small limit") << QByteArray("9") << 5ULL << -1LL;
    }

    void numbersAreWholeAndBounded()
    {
        QFETCH(QByteArray, text);
        QFETCH(qulonglong, limit);
        QFETCH(qlonglong, value);
        const auto number = base::parseNumber(text.toStdString(), limit);
        QCOMPARE(number ? static_cast<qlonglong>(*number) : -1LL, value);
    }

    void wordsAreFoundInAnyCase()
    {
        static constexpr auto table = base::wordTable<int>(
            {{"pass", 1}, {"fail", 2}, {"passed", 3}, {"pAst", 4}, {"fail", 5}, {"x-1_y", 6}});
        QCOMPARE(table.find("pass"), std::optional(1));
        QCOMPARE(table.find("PaSs"), std::optional(1));
        QCOMPARE(table.find("passed"), std::optional(3));
        QCOMPARE(table.find("past"), std::optional(4)); // as long, and with the same first letter
        QCOMPARE(table.find("fail"), std::optional(2)); // the first of equal words
        QCOMPARE(table.find("X-1_Y"), std::optional(6));
        for (const char* other : {"", "p", "pas", "passes", "x-1\x7Fy", "\xFF", "fai\xEC"}) {
            QCOMPARE(table.find(other), std::optional<int>());
        }
    }

    void setsOfCharactersCutTexts()
    {
        using base::charSet;
        QCOMPARE(base::upTo("a=b;c", charSet<";,">), std::string_view("a=b"));
        QCOMPARE(base::upTo("a=b", charSet<";,">), std::string_view("a=b"));
        QCOMPARE(base::trimmedOf(" (a) b)", charSet<" ()">), std::string_view("a) b"));
        QCOMPARE(base::trimmedOf(" \t", charSet<" \t">), std::string_view());
        QVERIFY(charSet<"\xE5">.contains('\xE5'));
        QVERIFY(!charSet<"a">.contains('\0')); // the end of the literal is no character of it
    }
};

QTEST_APPLESS_MAIN(BaseTest)
#include "base_test.moc"
