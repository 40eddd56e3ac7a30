// SPDX-License-Identifier: GPL-3.0-or-later
// Sections made into one and wildcards in another spelling: comments stay, lines stay as they are, what the
// file means changes only as asked.
#include "core/config/section_merge.h"

#include "core/config/policy_config.h"
#include "core/config/semantic_diff.h"
#include "core/config/wildcard_spelling.h"

#include <QTest>

#include <random>

using namespace config;

namespace {

using Kept = std::vector<std::pair<std::string, std::string>>;

std::string mergedText(const std::string& text, const SectionMerge& merge)
{
    const IniDocument document = IniDocument::parse(text);
    const Edited plan = mergeSections(document, merge);
    return plan ? applied(text, *plan) : "error";
}

std::string respelled(const std::string& text, WildcardSpelling spelling)
{
    const Edited plan = respellWildcards(IniDocument::parse(text), spelling);
    return plan ? applied(text, *plan) : "error";
}

} // namespace

class SectionMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void merges_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<std::string>>("sections");
        QTest::addColumn<std::string>("into");
        QTest::addColumn<Kept>("kept");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, std::string text, std::vector<std::string> sections,
                            std::string into, Kept kept, std::string expected) {
            QTest::newRow(name) << text << sections << into << kept << expected;
        };
        row("two into the first", "[a.example]\nfail = block\n\n[b.example]\nnone = block\n",
            {"a.example", "b.example"}, "a.example", {}, "[a.example]\nfail = block\nnone = block\n");
        row("two into the second", "[a.example]\nfail = block\n\n[b.example]\nnone = block\n",
            {"a.example", "b.example"}, "b.example", {}, "[b.example]\nnone = block\nfail = block\n");
        row("what is between stays",
            "[a.example]\nfail = block\n\n[c.example]\nfail = bypass\n\n[b.example]\nnone = block\n",
            {"b.example", "a.example"}, "a.example", {},
            "[a.example]\nfail = block\nnone = block\n\n[c.example]\nfail = bypass\n");
        row("the winner's value", "[a.example]\nfail = block\n[b.example]\nfail = bypass\nnone = block\n",
            {"a.example", "b.example"}, "a.example", {}, "[a.example]\nfail = block\nnone = block\n");
        row("the other value as asked", "[a.example]\nfail = block\n[b.example]\nfail = bypass ; why\n",
            {"a.example", "b.example"}, "a.example", {{"fail", "b.example"}},
            "[a.example]\nfail = bypass ; why\n");
        row("not set as asked", "[a.example]\npass = bypass\n[b.example]\nfail = bypass\n",
            {"a.example", "b.example"}, "a.example", {{"fail", "a.example"}}, "[a.example]\npass = bypass\n");
        row("comments stay",
            "[a.example]\nfail = block\n\n# partner B\n# since 2019\n[b.example] ; see #12\n# loose\n"
            "fail = bypass ; because\nnone = block ; too\n\n# partner C\n[c.example]\nfail = bypass\n",
            {"a.example", "b.example"}, "a.example", {},
            "[a.example]\nfail = block\n# partner B\n# since 2019\n; see #12\n# loose\n; because\n"
            "none = block ; too\n\n# partner C\n[c.example]\nfail = bypass\n");
        row("a comment of the section before stays there",
            "[a.example]\nfail = block\n[c.example]\nfail = bypass\n#none = block\n[b.example]\nnone = "
            "block\n",
            {"a.example", "b.example"}, "a.example", {},
            "[a.example]\nfail = block\nnone = block\n[c.example]\nfail = bypass\n#none = block\n");
        row("written twice",
            "[a.example]\nfail = block\n[c.example]\nfail = bypass\n[A.example]\nfail = bypass\nnone = "
            "block\n",
            {"a.example"}, "a.example", {},
            "[a.example]\nfail = bypass\nnone = block\n[c.example]\nfail = bypass\n");
        row("a key written twice",
            "[a.example]\nfail = block\nfail = bypass\n[b.example]\nnone = block\nnone = bypass\n",
            {"a.example", "b.example"}, "a.example", {}, "[a.example]\nfail = bypass\nnone = bypass\n");
        row("no final newline", "[a.example]\r\nfail = block\r\n[b.example]\r\nnone = block",
            {"a.example", "b.example"}, "a.example", {}, "[a.example]\r\nfail = block\r\nnone = block");
        row("header alone", "[a.example]\n[b.example]\nnone = block\n", {"a.example", "b.example"},
            "a.example", {}, "[a.example]\nnone = block\n");
        row("nothing but what goes", "[a.example]\nfail = block\n[b.example]\nfail = bypass\n",
            {"a.example", "b.example"}, "a.example", {{"fail", "b.example"}}, "[a.example]\nfail = bypass\n");
        row("exact name and wildcard", "[*.a.example]\nfail = block\n[a.example]\nnone = block\n",
            {"a.example", "*a.example"}, "*.a.example", {}, "[*.a.example]\nfail = block\nnone = block\n");
        row("alone and once", "[a.example]\nfail = block\n", {"a.example"}, "a.example", {},
            "[a.example]\nfail = block\n");
        row("nothing there", "[a.example]\nfail = block\n", {"b.example"}, "a.example", {}, "error");
    }

    void merges()
    {
        QFETCH(std::string, text);
        QFETCH(std::vector<std::string>, sections);
        QFETCH(std::string, into);
        QFETCH(Kept, kept);
        const std::string result = mergedText(text, {sections, into, kept});
        QTEST(result, "expected");
    }

    void keysAreListedWithEveryValue()
    {
        const IniDocument document =
            IniDocument::parse("[a.example]\nfail = block\n[b.example]\nnone = block\nfail = bypass\n");
        const std::vector<std::string> sections{"a.example", "b.example"};
        const std::vector<MergedKey> expected{{"fail", {"block", "bypass"}},
                                              {"none", {std::nullopt, "block"}}};
        QCOMPARE(keysToMerge(document, sections), expected);
    }

    /// A section that is written in pieces means the same in one piece.
    void onePieceMeansTheSame()
    {
        std::mt19937 random(7208);
        const std::vector<std::string> lines{
            "[a.example]", "[b.example]",      "[globals]", "fail = block",        "fail = bypass ; why",
            "# comment",   "none = block # x", "",          "unknown = x\n  more", "nonsense",
            "  indented",  "pass = tempblock", "; other",   "[*.a.example]",       "[A.example]"};
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            const unsigned long count = 2 + random() % 22;
            for (unsigned long i = 0; i < count; ++i) {
                text += lines[random() % lines.size()] + (random() % 6 == 0 ? "\r\n" : "\n");
            }
            if (random() % 3 == 0) {
                text.pop_back();
            }
            const IniDocument before = IniDocument::parse(text);
            for (const Section& section : before.sections()) {
                const Edited plan = mergeSections(before, {{section.canonical}, section.canonical, {}});
                QVERIFY(plan.has_value());
                const IniDocument after = applied(before, *plan);
                const Section* one = after.sectionByCanonicalName(section.canonical);
                QVERIFY2(one != nullptr && one->blocks.size() == 1, text.c_str());
                for (const Change& change : semanticDiff(before, after)) {
                    QFAIL(
                        (text + "\n--- " + change.section + ' ' + change.key + "\n" + after.bytes()).c_str());
                }
            }
        }
    }

    void spellings_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<WildcardSpelling>("spelling");
        QTest::addColumn<std::string>("expected");
        using enum WildcardSpelling;
        const std::string mixed =
            "[*.a.example]\nfail = block ; why\n\n[*B.example]\n# c\nnone = block\n[c.example]\n";
        QTest::newRow("with dot") << mixed << StarDot
                                  << std::string(
                                         "[*.a.example]\nfail = block ; why\n\n[*.B.example]\n# c\nnone = "
                                         "block\n[c.example]\n");
        QTest::newRow("without dot") << mixed << Star
                                     << std::string(
                                            "[*a.example]\nfail = block ; why\n\n[*B.example]\n# c\nnone = "
                                            "block\n[c.example]\n");
        const std::string both =
            "[*.a.example]\nfail = block ; why\n\n[*a.example]\nfail = block ; why\n\n"
            "[*B.example]\n# c\nnone = block\n\n[*.B.example]\n# c\nnone = block\n[c.example]\n";
        QTest::newRow("both") << mixed << Both << both;
        QTest::newRow("both already") << both << Both << both;
        QTest::newRow("from dot alone in a list's spelling")
            << std::string("[.a.example]\nfail = block") << Both
            << std::string("[*.a.example]\nfail = block\n\n[*a.example]\nfail = block\n");
        QTest::newRow("both, but not the same")
            << std::string("[*.b.example]\nfail = block\nnone = bypass\n\n[*b.example]\npass = block\nnone = "
                           "block\n")
            << Both
            << std::string("[*.b.example]\nfail = block\npass = block\nnone = block\n\n[*b.example]\nfail = "
                           "block\npass = block\nnone = block\n");
        QTest::newRow("one of both") << std::string(
                                            "[*.a.example]\nfail = block\n\n[*a.example]\nfail = bypass\n")
                                     << StarDot << std::string("[*.a.example]\nfail = bypass\n");
    }

    void spellings()
    {
        QFETCH(std::string, text);
        QFETCH(WildcardSpelling, spelling);
        QTEST(respelled(text, spelling), "expected");
    }

    void bothSpellingsAndBack()
    {
        const std::string text = "[globals]\nfail = block\n\n# partner\n[*.a.example] ; see #12\n# strict\n\n"
                                 "fail = block ; why\n\nnone = block\n# end\n\n[c.example]\nnone = block\n";
        const std::string both = respelled(text, WildcardSpelling::Both);
        QVERIFY(both.find("[*a.example] ; see #12\n# strict\n") != std::string::npos);
        QCOMPARE(respelled(both, WildcardSpelling::StarDot), text);
    }

    void partsOfAName()
    {
        QCOMPARE(domainPartOf(" *.a.example"), std::string_view("a.example"));
        QCOMPARE(domainPartOf("*a.example"), std::string_view("a.example"));
        QCOMPARE(domainPartOf(".a.example"), std::string_view("a.example"));
        QCOMPARE(domainPartOf("a.example"), std::string_view("a.example"));
        QCOMPARE(spellingOf("*.a"), std::optional(WildcardSpelling::StarDot));
        QCOMPARE(spellingOf("*a"), std::optional(WildcardSpelling::Star));
        QCOMPARE(spellingOf("a"), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(SectionMergeTest)
#include "section_merge_test.moc"
