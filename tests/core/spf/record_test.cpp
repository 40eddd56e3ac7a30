// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of RFC 7208 12 with the place of every error, and the macros of section 7.
#include "core/base/ascii.h"
#include "core/spf/record.h"
#include "core/spf/record_cache.h"

#include <QTest>

using spf::MacroString;
using spf::MacroUse;
using spf::ProblemCode;
using spf::Record;

namespace {

spf::MacroValues strongBad(const char* client)
{
    spf::MacroValues values;
    values.localPart = "strong-bad";
    values.senderDomain = "email.example.com";
    values.domain = "email.example.com";
    values.validatedName = "mx.example.org";
    values.helo = "mail.example.net";
    values.receiver = "mx.example.jp";
    values.client = net::IpAddress::parse(client).value();
    values.time = 1234567890;
    return values;
}

tl::expected<MacroString, spf::SyntaxError> parseMacro(const std::string& text, MacroUse use)
{
    return MacroString::parse(text, {0, text.size()}, {0, text.size()}, use);
}

} // namespace

class RecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void versionDecidesWhatIsARecord_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRecord");
        QTest::newRow("bare") << QByteArray("v=spf1") << true;
        QTest::newRow("case") << QByteArray("V=SpF1 -all") << true;
        QTest::newRow("spf10") << QByteArray("v=spf10") << false;
        QTest::newRow("tab") << QByteArray("v=spf1\t-all") << false;
        QTest::newRow("leading blank") << QByteArray(" v=spf1 -all") << false;
        QTest::newRow("quoted") << QByteArray("\"v=spf1 -all\"") << false;
        QTest::newRow("sender id") << QByteArray("spf2.0/pra -all") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }

    void versionDecidesWhatIsARecord()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRecord);
        QCOMPARE(Record::isSpf(text.toStdString()), isRecord);
    }

    void wellFormedTermsAreRead_data()
    {
        QTest::addColumn<QByteArray>("term");
        for (const char* term : {"all",
                                 "+ALL",
                                 "-all",
                                 "~all",
                                 "?all",
                                 "a",
                                 "a/0",
                                 "a/24",
                                 "a//64",
                                 "a/24//64",
                                 "a:example.com",
                                 "a:example.com/32//128",
                                 "A:Example.Com.",
                                 "a:foo:bar/baz.example.com",
                                 "a:%{d}/24",
                                 "a:%{d}",
                                 "a:foo%%",
                                 "a:%_.example.com",
                                 "a:-x.example.com",
                                 "a:example.xn--zckzah",
                                 "a:1.2.3.4a",
                                 "mx",
                                 "mx//0",
                                 "mx:example.com",
                                 "ptr",
                                 "ptr:example.com",
                                 "exists:%{ir}.sbl.example.org",
                                 "exists:a..b.com",
                                 "exists:.com",
                                 "include:_spf.example.com",
                                 "include:%{d2}.x.example",
                                 "ip4:192.0.2.0/24",
                                 "ip4:192.0.2.1",
                                 "ip4:0.0.0.0/0",
                                 "ip6:2001:db8::/32",
                                 "IP6:::1",
                                 "ip6:::ffff:192.0.2.1/128",
                                 "redirect=example.com",
                                 "exp=explain.%{d}",
                                 "REDIRECT=%{d2}",
                                 "ra=postmaster",
                                 "x.y-z_1=",
                                 "moo.cow-far_out=man:dog/cat",
                                 "default=+",
                                 "x=%{c}%{r}%{t}",
                                 "ip4=192.0.2.1",
                                 "op=helo"}) {
            QTest::newRow(term) << QByteArray(term);
        }
    }

    void wellFormedTermsAreRead()
    {
        QFETCH(QByteArray, term);
        const Record record = Record::parse("v=spf1   " + term.toStdString() + "  ");
        QVERIFY(record.errors().empty());
        QCOMPARE(record.terms().size(), std::size_t(1));
        QCOMPARE(record.terms()[0].span, (spf::Span{9, static_cast<std::size_t>(term.size())}));
    }

    void mistakesAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("term");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("piece");
        const auto row = [](const char* term, ProblemCode code, const char* piece) {
            QTest::newRow(term) << QByteArray(term) << static_cast<int>(code) << QByteArray(piece);
        };
        using enum ProblemCode;
        row("moo", UnknownMechanism, "moo");
        row("ipv4:192.0.2.1", UnknownMechanism, "ipv4");
        row("-all.", UnknownMechanism, "all.");
        row("redirect:example.com", UnknownMechanism, "redirect");
        row("moo.cow/far_out=man", UnknownMechanism, "moo.cow");
        row("1up=foo", BadTerm, "1up=foo");
        row("=all", BadTerm, "=all");
        row("-", BadTerm, "-");
        row("192.0.2.1", BadTerm, "192.0.2.1");
        row("a,mx;-all", BadTerm, ",");
        row("a(x)", BadTerm, "(");
        row("--all", BadQualifier, "--");
        row("!all", BadQualifier, "!");
        row("-redirect=example.com", BadQualifier, "-");
        row("-all:foobar", UnexpectedArgument, ":foobar");
        row("-all/8", UnexpectedArgument, "/8");
        row("ptr/0", UnexpectedArgument, "/0");
        row("include", MissingArgument, "include");
        row("include:", MissingArgument, "include:");
        row("exists", MissingArgument, "exists");
        row("exists/24", MissingArgument, "exists/24");
        row("a:", MissingArgument, "a:");
        row("mx:/24", MissingArgument, "mx:/24");
        row("ptr:", MissingArgument, "ptr:");
        row("ip4", MissingArgument, "ip4");
        row("ip4:", MissingArgument, "ip4:");
        row("ip6/32", MissingArgument, "ip6/32");
        row("redirect=", MissingArgument, "redirect=");
        row("exp=", MissingArgument, "exp=");
        row("ip4:192.0.2", BadAddress, "192.0.2");
        row("ip4:192.0.2.1:25", BadAddress, "192.0.2.1:25");
        row("ip4:192.0.2.300", BadAddress, "192.0.2.300");
        row("ip4:192.0.2.01", BadAddress, "192.0.2.01");
        row("ip4:/24", BadAddress, "");
        row("ip6::CAFE::BABE", BadAddress, ":CAFE::BABE");
        row("ip4:2001:db8::1", WrongFamily, "2001:db8::1");
        row("ip6:192.0.2.1/24", WrongFamily, "192.0.2.1");
        row("ip4:192.0.2.0/33", BadPrefixLength, "/33");
        row("ip4:192.0.2.0/032", BadPrefixLength, "/032");
        row("ip4:192.0.2.0/", BadPrefixLength, "/");
        row("ip4:192.0.2.0//24", BadPrefixLength, "//24");
        row("ip4:192.0.2.0/255.255.255.0", BadPrefixLength, "/255.255.255.0");
        row("ip6:2001:db8::/129", BadPrefixLength, "/129");
        row("ip4:192.0.2.0/99999999999999999999", BadPrefixLength, "/99999999999999999999");
        row("a/33", BadPrefixLength, "/33");
        row("a//129", BadPrefixLength, "//129");
        row("a/24/64", BadPrefixLength, "/64");
        row("a/", BadPrefixLength, "/");
        row("a//", BadPrefixLength, "//");
        row("a/x", BadPrefixLength, "/x");
        row("mx/024", BadPrefixLength, "/024");
        row("a:example.com/x", BadPrefixLength, "/x");
        row("a:example.com/24/64", BadPrefixLength, "/64");
        row("a:museum", BadDomainSpec, "museum");
        row("a:museum.", BadDomainSpec, "museum.");
        row("a:foo-bar", BadDomainSpec, "foo-bar");
        row("a:example.-com", BadDomainSpec, "example.-com");
        row("a:example.com-", BadDomainSpec, "example.com-");
        row("a:abc.123", BadDomainSpec, "abc.123");
        row("a:111.222.33.44", BadDomainSpec, "111.222.33.44");
        row("a:example.com:8080", BadDomainSpec, "example.com:8080");
        row("a:example.com..", BadDomainSpec, "example.com..");
        row("a:%{d}.", BadDomainSpec, "%{d}.");
        row("include:%{d}x", BadDomainSpec, "%{d}x");
        row("include:ip5.example.com/24", BadDomainSpec, "ip5.example.com/24");
        row("redirect=-all", BadDomainSpec, "-all");
        row("exp=-all", BadDomainSpec, "-all");
        row("exists:%(ir).example.com", BadMacro, "%(");
        row("exists:foo%.example.com", BadMacro, "%.");
        row("a:foo.example.com%", BadMacro, "%");
        row("a:%{}.example.com", BadMacro, "%{}");
        row("a:%{a}.example.com", BadMacro, "%{a}");
        row("a:%{d.example.com", BadMacro, "%{d.example.com");
        row("a:%{d0}", BadMacro, "%{d0}");
        row("a:%{dr2}", BadMacro, "%{dr2}");
        row("a:%{d!}", BadMacro, "%{d!}");
        row("a:%{-d}", BadMacro, "%{-d}");
        row("foo=%abc", BadMacro, "%a");
        row("a:%{c}.example.com", MacroOnlyInExp, "%{c}");
        row("exp=%{R}.example.com", MacroOnlyInExp, "%{R}");
        row("redirect=%{t}.example.com", MacroOnlyInExp, "%{t}");
        row("a:ex\xC3\xA4mple.com", NonAscii, "\xC3");
        row("a\tmx", NonAscii, "\t");
        row("\x7f", NonAscii, "\x7f");
    }

    void mistakesAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, term);
        QFETCH(int, code);
        QFETCH(QByteArray, piece);
        const Record record = Record::parse("v=spf1 mx " + term.toStdString() + " -all");
        QCOMPARE(record.errors().size(), std::size_t(1));
        const auto& error = record.errors()[0];
        QCOMPARE(static_cast<int>(error.code), code);
        QCOMPARE(std::string(record.textOf(error.term)), term.toStdString());
        QCOMPARE(QByteArray::fromStdString(std::string(record.textOf(error.piece))), piece);
        QCOMPARE(record.terms().size(), std::size_t(2));
    }

    void modifiersOfOneNameMayNotBeRepeated()
    {
        const Record record = Record::parse("v=spf1 exp=a.b redirect=c.d EXP=e.f redirect=g.h x=1 x=2");
        QCOMPARE(record.errors().size(), std::size_t(2));
        QCOMPARE(record.errors()[0].code, ProblemCode::DuplicateModifier);
        QCOMPARE(std::string(record.textOf(record.errors()[0].term)), std::string("EXP=e.f"));
        QVERIFY(record.redirect() != nullptr && record.explanation() != nullptr);
    }

    void qualifiersDefaultToPass()
    {
        const Record record = Record::parse("v=spf1 a +mx -ptr ~ip4:192.0.2.1 ?all");
        QByteArray signs;
        for (const auto& term : record.terms()) {
            signs += spf::sign(term.qualifier);
        }
        QCOMPARE(signs, QByteArray("++-~?"));
        QVERIFY(record.terms()[0].isLookup());
        QVERIFY(!record.terms()[3].isLookup());
        QVERIFY(!record.terms()[4].isModifier());
    }

    void nearMissesAreKnown()
    {
        QCOMPARE(spf::nearestTermName("ipv4"), std::string_view("ip4"));
        QCOMPARE(spf::nearestTermName("IPV6"), std::string_view("ip6"));
        QCOMPARE(spf::nearestTermName("ip"), std::string_view("ip4"));
        QCOMPARE(spf::nearestTermName("incude"), std::string_view("include"));
        QCOMPARE(spf::nearestTermName("inlcude"), std::string_view("include"));
        QCOMPARE(spf::nearestTermName("redirct"), std::string_view("redirect"));
        QCOMPARE(spf::nearestTermName("moo"), std::string_view());
        QCOMPARE(spf::nearestTermName(std::string(300, 'x')), std::string_view());
    }

    // RFC 7208 7.4 and what its rules imply.
    void macrosExpand_data()
    {
        QTest::addColumn<QByteArray>("macro");
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* macro, const char* text, const char* client = "192.0.2.3") {
            QTest::addRow("%s %s", macro, client)
                << QByteArray(macro) << QByteArray(client) << QByteArray(text);
        };
        row("%{s}", "strong-bad@email.example.com");
        row("%{o}", "email.example.com");
        row("%{d}", "email.example.com");
        row("%{d4}", "email.example.com");
        row("%{d3}", "email.example.com");
        row("%{d2}", "example.com");
        row("%{d1}", "com");
        row("%{dr}", "com.example.email");
        row("%{d2r}", "example.email");
        row("%{D2R}", "example.email");
        row("%{l}", "strong-bad");
        row("%{l-}", "strong.bad");
        row("%{lr}", "strong-bad");
        row("%{lr-}", "bad.strong");
        row("%{l1r-}", "strong");
        row("%{l1-}", "bad");
        row("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com");
        row("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com");
        row("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com");
        row("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com");
        row("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net");
        row("%{ir}.%{v}._spf.%{d2}",
            "1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6._spf.example.com",
            "2001:db8::cb01");
        row("%{i}", "2.0.0.1.0.D.B.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.C.B.0.1", "2001:db8::cb01");
        row("%{i2}", "2.3");
        row("%{p}", "mx.example.org");
        row("%{h}", "mail.example.net");
        row("%{h.-}", "mail.example.net");
        row("%{l999999999999999999999}", "strong-bad");
        row("a%%b%_c%-d.%{d1}", "a%b c%20d.com");
        row("%{S}", "strong-bad%40email.example.com");
        row("%{c} %{r} %{t}", "192.0.2.3 mx.example.jp 1234567890");
        row("%{c}", "2001:db8::cb01", "2001:DB8::CB01");
        row("See http://%{d}/why.html?s=%{S}&i=%{I}",
            "See http://email.example.com/why.html?s=strong-bad%40email.example.com&i=192.0.2.3");
    }

    void macrosExpand()
    {
        QFETCH(QByteArray, macro);
        QFETCH(QByteArray, client);
        QFETCH(QByteArray, text);
        const std::string source = macro.toStdString();
        const auto parsed = parseMacro(source, MacroUse::Explanation);
        QVERIFY(parsed.has_value());
        QCOMPARE(QByteArray::fromStdString(spf::expand(*parsed, source, strongBad(client.constData()))),
                 text);
    }

    void emptyPiecesSurviveTransformers()
    {
        spf::MacroValues values = strongBad("192.0.2.3");
        values.localPart = "-a--b-";
        const auto shown = [&values](const std::string& source) {
            return spf::expand(*parseMacro(source, MacroUse::Explanation), source, values);
        };
        QCOMPARE(shown("%{l-}"), std::string(".a..b."));
        QCOMPARE(shown("%{lr-}"), std::string(".b..a."));
        QCOMPARE(shown("%{l2-}"), std::string("b."));
        QCOMPARE(shown("%{l2r-}"), std::string("a."));
        values.localPart = "";
        QCOMPARE(shown("x%{l1r-}y"), std::string("xy"));
    }

    void longNamesLoseTheirLeadingLabels()
    {
        spf::MacroValues values = strongBad("192.0.2.3");
        const std::string domain = std::string(60, 'a') + '.' + std::string(60, 'b') + '.' +
                                   std::string(60, 'c') + '.' + std::string(60, 'd') + ".example.com";
        values.domain = domain;
        const std::string source = "first.%{d}";
        const auto name = spf::expandDomain(*parseMacro(source, MacroUse::DomainSpec), source, values);
        QCOMPARE(name, domain.substr(61));
        const std::string huge(300, 'x');
        values.domain = huge;
        const std::string one = "%{d}";
        QCOMPARE(spf::expandDomain(*parseMacro(one, MacroUse::DomainSpec), one, values), huge);
    }

    void readingsAreKeptAndBounded()
    {
        spf::RecordCache cache(2);
        const auto first = cache.record("v=spf1 -all");
        QCOMPARE(cache.record("v=spf1 -all").get(), first.get());
        (void)cache.record("v=spf1 a -all");
        (void)cache.record("v=spf1 -all");
        (void)cache.record("v=spf1 mx -all");
        QCOMPARE(cache.size(), std::size_t(2));
        QCOMPARE(cache.record("v=spf1 -all").get(), first.get());
        cache.clear();
        QCOMPARE(cache.size(), std::size_t(0));
        QCOMPARE(first->text(), std::string("v=spf1 -all"));
    }
};

QTEST_APPLESS_MAIN(RecordTest)
#include "record_test.moc"
