// SPDX-License-Identifier: GPL-3.0-or-later
// Names as the DNS compares them (SPEC A20, A21) and the patterns of lists and sections (SPEC 1.5, A2, A9).
#include "core/net/domain_pattern.h"
#include "core/net/public_suffix.h"

#include <QTest>

using net::DomainError;
using net::DomainName;
using net::DomainPattern;

namespace {

DomainName name(const char* text)
{
    return DomainName::parse(text).value();
}

DomainPattern pattern(const char* text)
{
    return DomainPattern::parse(text).value();
}

const QByteArray longLabel(63, 'a');

} // namespace

class DomainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void namesAreReadIntoALabels_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("ascii");
        QTest::addColumn<int>("code"); // -1: read
        QTest::addColumn<int>("position");
        using Code = DomainError::Code;
        const auto good = [](const char* row, const QByteArray& text, const QByteArray& ascii) {
            QTest::newRow(row) << text << ascii << -1 << 0;
        };
        const auto bad = [](const char* row, const QByteArray& text, Code code, int position) {
            QTest::newRow(row) << text << QByteArray() << static_cast<int>(code) << position;
        };
        good("plain", "example.com", "example.com");
        good("case and trailing dot", "Mail.EXAMPLE.com.", "mail.example.com");
        good("one label", "localhost", "localhost");
        good("underscore", "_spf.example.com", "_spf.example.com");
        good("hyphens at the ends", "-a-.example.com", "-a-.example.com");
        good("digits", "123.example.com", "123.example.com");
        good("A-label", "XN--R8JZ45G.jp", "xn--r8jz45g.jp");
        good("U-label", "例え.jp", "xn--r8jz45g.jp");
        good("mapped by UTS-46", "BÜCHER.example", "xn--bcher-kva.example");
        good("full width", "ｅｘａｍｐｌｅ．ｃｏｍ", "example.com");
        good("ideographic full stops", "例え。テスト。", "xn--r8jz45g.xn--zckzah");
        good("not transitional", "faß.de", "xn--fa-hia.de");
        good("longest label", longLabel + ".com", longLabel + ".com");
        const QByteArray longest = longLabel + '.' + longLabel + '.' + longLabel + '.' + QByteArray(61, 'b');
        good("253 octets", longest, longest);
        good("253 octets and a dot", longest + '.', longest);
        bad("254 octets", longest + 'b', Code::NameTooLong, 192);
        bad("empty", "", Code::Empty, 0);
        bad("root", ".", Code::Empty, 0);
        bad("leading dot", ".a.com", Code::EmptyLabel, 0);
        bad("two dots", "a..com", Code::EmptyLabel, 2);
        bad("two dots at the end", "a.com..", Code::EmptyLabel, 6);
        bad("64 octets", longLabel + "a.com", Code::LabelTooLong, 0);
        bad("IPv4", "192.0.2.1", Code::AddressLiteral, 0);
        bad("IPv6", "2001:db8::1", Code::AddressLiteral, 0);
        bad("IPv4 and a dot", "192.0.2.1.", Code::AddressLiteral, 0);
        bad("IPv4 in full width", "１.２.３.４", Code::AddressLiteral, 0);
        bad("literal", "[192.0.2.1]", Code::AddressLiteral, 0);
        bad("blank", "a b.com", Code::BadCharacter, 1);
        bad("at sign", "a@b.com", Code::BadCharacter, 1);
        bad("star", "*.b.com", Code::BadCharacter, 0);
        bad("NUL", QByteArray("a.b\0c", 5), Code::BadCharacter, 3);
        bad("control", "a.\x7f.com", Code::BadCharacter, 2);
        bad("broken UTF-8", "a.\xff\xfe.com", Code::BadCharacter, 2);
        bad("forbidden by IDNA", "a.\xE2\x98\x83\xE2\x80\x8B\xF0\x90\x90.com", Code::BadCharacter, 2);
        bad("sign inside a U-label", "a.é!.com", Code::BadCharacter, 4);
        bad("hyphen at the end of a U-label", "a.é-.com", Code::BadHyphen, 2);
    }

    void namesAreReadIntoALabels()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, ascii);
        QFETCH(int, code);
        QFETCH(int, position);
        const auto parsed = DomainName::parse(text.toStdString());
        QCOMPARE(parsed ? -1 : static_cast<int>(parsed.error().code), code);
        QCOMPARE(parsed ? QByteArray::fromStdString(parsed->ascii()) : QByteArray(), ascii);
        QCOMPARE(parsed ? 0 : static_cast<int>(parsed.error().position), position);
    }

    void unicodeIsShownOnlyWhereItReadsBack()
    {
        QCOMPARE(name("xn--r8jz45g.jp").unicode(), std::string("例え.jp"));
        QCOMPARE(name("xn--fa-hia.de").unicode(), std::string("faß.de"));
        QCOMPARE(name("example.com").unicode(), std::string("example.com"));
        QCOMPARE(name("xn--999999999.com").unicode(), std::string("xn--999999999.com"));
        QCOMPARE(name("xn--.com").unicode(), std::string("xn--.com"));
    }

    void ancestryEndsAtLabels()
    {
        QVERIFY(name("a.example.com").isWithin(name("example.com")));
        QVERIFY(name("example.com").isWithin(name("EXAMPLE.com.")));
        QVERIFY(!name("notexample.com").isWithin(name("example.com")));
        QVERIFY(!name("com").isWithin(name("example.com")));
        QVERIFY(name("a.b").hasSeveralLabels());
        QVERIFY(!name("localhost.").hasSeveralLabels());
    }

    void patternsMatch_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("domain");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* text, const char* domain, bool matches) {
            QTest::addRow("%s %s", text, domain) << QByteArray(text) << QByteArray(domain) << matches;
        };
        row("example.com", "EXAMPLE.com", true);
        row("example.com", "mail.example.com", false);
        for (const char* subtree : {"*.example.com", "*example.com", ".example.com"}) {
            row(subtree, "example.com", true);
            row(subtree, "a.b.example.com", true);
            row(subtree, "notexample.com", false);
            row(subtree, "com", false);
        }
        row("*.例え.jp", "mail.xn--r8jz45g.jp", true);
    }

    void patternsMatch()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, domain);
        QFETCH(bool, matches);
        QCOMPARE(pattern(text.constData()).matches(name(domain.constData())), matches);
    }

    void patternsHaveOneSpellingAndErrorsAPlace()
    {
        QCOMPARE(pattern("*Example.COM.").canonical(), std::string("*.example.com"));
        QCOMPARE(pattern("Example.COM.").canonical(), std::string("example.com"));
        QVERIFY(pattern(".a.com") == pattern("*a.com"));
        for (const char* empty : {"", "*", "*.", "."}) {
            QCOMPARE(DomainPattern::parse(empty).error().code, DomainError::Code::Empty);
        }
        QCOMPARE(DomainPattern::parse("*.a b.com").error(),
                 (DomainError{DomainError::Code::BadCharacter, 3}));
        QCOMPARE(DomainPattern::parse("*.*.com").error().code, DomainError::Code::BadCharacter);
    }

    void patternsCoverEachOther()
    {
        QVERIFY(pattern("*.example.com").covers(pattern("*.a.example.com")));
        QVERIFY(pattern("*.example.com").covers(pattern("example.com")));
        QVERIFY(!pattern("example.com").covers(pattern("*.example.com")));
        QVERIFY(pattern("example.com").covers(pattern("EXAMPLE.com")));
        QVERIFY(!pattern("*.a.example.com").covers(pattern("*.example.com")));
        QVERIFY(DomainPattern::subtree(name("a.b")).covers(DomainPattern::exact(name("c.a.b"))));
    }

    void registriesAreKnown()
    {
        QVERIFY(net::isPublicSuffix(name("co.jp")));
        QVERIFY(net::isPublicSuffix(name("com")));
        QVERIFY(!net::isPublicSuffix(name("example.co.jp")));
        QVERIFY(!net::isPublicSuffix(name("localdomain")));
    }
};

QTEST_APPLESS_MAIN(DomainTest)
#include "domain_test.moc"
