// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered at a place of config.ini as text, and what becomes of the text when it is taken.
#include "core/config/completion.h"
#include "core/config/edits.h"
#include "core/config/lint.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace config;

namespace {

/// The place is marked with "|".
std::pair<IniDocument, std::size_t> marked(std::string text)
{
    const std::size_t offset = text.find('|');
    text.erase(offset, 1);
    return {IniDocument::parse(std::move(text)), offset};
}

std::string wordsOf(const Completion& completion)
{
    std::string words;
    for (const Candidate& candidate : completion.candidates) {
        words.append(words.empty() ? "" : " ").append(candidate.word);
    }
    return words;
}

std::string taken(const IniDocument& document, const Completion& completion, std::size_t candidate)
{
    const ByteSpan span = completion.span;
    const EditPlan plan{{span.begin, span.size(), completion.candidates[candidate].text}};
    return applied(document, plan).bytes();
}

} // namespace

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void candidates_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("words");
        QTest::addColumn<std::string>("result"); // with the first one taken
        const auto row = [](const char* name, const char* text, const char* words, const char* result = "") {
            QTest::newRow(name) << std::string(text) << std::string(words) << std::string(result);
        };
        row("key by its first letters", "[globals]\nso|\n", "softfail", "[globals]\nsoftfail = \n");
        row("the rest of an open header goes", "[|*.\n", "globals enforce_actions", "[globals]\n");
        row("but its comment stays", "[|a b ; why\n", "globals enforce_actions", "[globals] ; why\n");
        row("any case", "[globals]\nSO|\n", "softfail", "[globals]\nsoftfail = \n");
        row("keys that are set are left out", "[globals]\nfail = block\n|\n[enforce_actions]\n",
            "block_res check_helo enforce_domain enforce_ip log_level pass neutral softfail none temperror "
            "permerror prepend_header tempblock_res white_domain white_ip",
            "[globals]\nfail = block\nblock_res = \n[enforce_actions]\n");
        row("set in another block of the section", "[global]\npass = block\n[globals]\np|\n",
            "permerror prepend_header", "[global]\npass = block\n[globals]\npermerror = \n");
        row("set below", "[enforce_actions]\nt|\ntemperror = bypass\n", "");
        row("style of the section", "[globals]\nfail       = block\nsoftfail   = bypass\nneut|", "neutral",
            "[globals]\nfail       = block\nsoftfail   = bypass\nneutral    = ");
        row("no blanks", "[globals]\nfail=block\nneut|", "neutral", "[globals]\nfail=block\nneutral=");
        row("only results in a domain section", "[example.com]\n|",
            "pass neutral softfail fail none temperror permerror", "[example.com]\npass = ");
        row("last line without end", "[globals]\r\nlog|", "log_level", "[globals]\r\nlog_level = ");
        row("behind the last line", "[enforce_actions]\nfail = block\npass=block\nneutral=block\n|",
            "softfail none temperror permerror",
            "[enforce_actions]\nfail = block\npass=block\nneutral=block\nsoftfail=");
        row("the rest of the word goes", "[globals]\nlo|g_lvl\n", "log_level", "[globals]\nlog_level = \n");
        row("a value stays", "[globals]\nlo|g = 3\n", "log_level", "[globals]\nlog_level = 3\n");
        row("another key", "[enforce_actions]\npa|ss = block\nfail = block\n",
            "pass neutral softfail none temperror permerror");
        row("action", "[globals]\nfail = b|\n", "bypass block", "[globals]\nfail = bypass\n");
        row("nothing typed yet", "[globals]\nfail = |\n", "bypass tempblock block",
            "[globals]\nfail = bypass\n");
        row("right behind the separator", "[globals]\nfail =|\n", "bypass tempblock block",
            "[globals]\nfail = bypass\n");
        row("no blank where there is none", "[globals]\nfail=|", "bypass tempblock block",
            "[globals]\nfail=bypass");
        row("yes or no", "[globals]\ncheck_helo: |", "yes no", "[globals]\ncheck_helo: yes");
        row("log levels", "[globals]\nlog_level = |", "0 1 2 3 4", "[globals]\nlog_level = 0");
        row("another word", "[globals]\nfail = block|  # hard\n", "bypass tempblock block",
            "[globals]\nfail = bypass  # hard\n");
        row("from the middle", "[globals]\nfail = t|emp\n", "tempblock", "[globals]\nfail = tempblock\n");
        row("in front of a comment", "[globals]\nfail = |; hard\n", "bypass tempblock block",
            "[globals]\nfail = bypass ; hard\n");
        row("domain sections have actions", "[*.example.com]\nnone = te|", "tempblock",
            "[*.example.com]\nnone = tempblock");
        row("section", "[|", "globals enforce_actions", "[globals]");
        row("section by letters", "[e|", "enforce_actions", "[enforce_actions]");
        row("closed already", "# x\n[ g| ]\n", "globals", "# x\n[ globals]\n");
        row("sections that are there are left out", "[globals]\n[|\n", "enforce_actions",
            "[globals]\n[enforce_actions]\n");
        row("by its other name", "[global]\n[g|\n", "");
        row("free values", "[globals]\nwhite_ip = 1|\n", "");
        row("entries of a list", "[globals]\nwhite_ip =\n    f|\n", "");
        row("comment", "[globals]\n# f|\n", "");
        row("inline comment", "[globals]\nfail = block ; b|\n", "");
        row("behind the value", "[globals]\nfail = block |\n", "");
        row("no section yet", "fa|\n[globals]\n", "");
        row("unknown section", "[localhost]\nfa|\n", "");
        row("[DEFAULT]", "[DEFAULT]\nfa|\n", "");
        row("key without effect here", "[example.com]\nlog_level = |\n", "");
        row("unknown key", "[globals]\nfails = b|\n", "");
        row("unknown word", "[globals]\nxy|\n", "");
        row("behind a header", "[globals]|\n", "");
        row("in front of other words", "[globals]\n|10.0.0.1\n", "");
        row("in front of a header", "[globals]\n|[enforce_actions]\n", "");
        row("empty file", "|", "");
    }

    void candidates()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, words);
        QFETCH(std::string, result);
        const auto [document, offset] = marked(text);
        const Completion completion = completionAt(document, offset);
        QCOMPARE(wordsOf(completion), words);
        if (!result.empty()) {
            QCOMPARE(taken(document, completion, 0), result);
        }
    }

    void wholeWordsNeedNoHelp()
    {
        const auto isWhole = [](const char* text) {
            const auto [document, offset] = marked(text);
            return completionAt(document, offset).isWhole;
        };
        QVERIFY(isWhole("[globals]\nfail = block|\n"));
        QVERIFY(isWhole("[globals]\nfail = Blo|ck\n"));
        QVERIFY(isWhole("[globals]\nfail| = block\n"));
        QVERIFY(isWhole("[globals|]\n"));
        QVERIFY(!isWhole("[globals]\nfail|\n")); // " = " is missing
        QVERIFY(!isWhole("[globals]\nfail = bloc|\n"));
        QVERIFY(!isWhole("[globals|\n"));
    }

    void defaults()
    {
        const auto defaultAt = [](const char* text) {
            const auto [document, offset] = marked(text);
            return completionAt(document, offset).candidates.at(0).defaultValue;
        };
        QCOMPARE(defaultAt("[globals]\nfail|\n"), std::string("block"));
        QCOMPARE(defaultAt("[globals]\nwhite_i|\n"), std::string("127.0.0.1"));
        QCOMPARE(defaultAt("[enforce_actions]\nsoftfail = |\n"), std::string("tempblock"));
        QCOMPARE(defaultAt("[globals]\nfail = bypass\n[example.com]\nfail = |\n"), std::string("bypass"));
    }

    /// Whatever is offered reads back as what was offered, in any text and at any place.
    void whatIsTakenReadsBack()
    {
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same texts every time
        const std::vector<std::string> pieces{"[globals]",
                                              "[example.com]",
                                              "[enforce_actions]",
                                              "\n",
                                              "\n",
                                              "\r\n",
                                              "fail",
                                              "so",
                                              " = ",
                                              "=",
                                              ":",
                                              "block",
                                              "b",
                                              " ; note",
                                              "# note",
                                              "   ",
                                              "white_ip =",
                                              "\n  10.0.0.1",
                                              "[",
                                              "]",
                                              "log_level",
                                              "\xE6\x97\xA5",
                                              "\xEF\xBB\xBF",
                                              "yes"};
        int offered = 0;
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (auto count = random() % 16; count > 0; --count) {
                text += pieces[random() % pieces.size()];
            }
            const auto document = IniDocument::parse(text);
            for (std::size_t offset = 0; offset <= text.size(); ++offset) {
                const Completion completion = completionAt(document, offset);
                for (std::size_t i = 0; i < completion.candidates.size(); ++i) {
                    ++offered;
                    const Candidate& candidate = completion.candidates[i];
                    QVERIFY(completion.span.begin <= offset && offset <= completion.span.end);
                    const auto after = IniDocument::parse(taken(document, completion, i));
                    const std::size_t line = after.lineAt(completion.span.begin);
                    const auto context = text + "\n----\n" + after.bytes();
                    const auto isIts = [&](const Block& block) {
                        if (completion.kind == CompletionKind::Section) {
                            return block.line == line && block.name == candidate.word;
                        }
                        return std::ranges::any_of(block.keys, [&](const Key& key) {
                            return key.line == line && (completion.kind == CompletionKind::Key
                                                            ? key.name == candidate.word
                                                            : after.text(key.value) == candidate.word);
                        });
                    };
                    QVERIFY2(std::ranges::any_of(after.blocks(), isIts), context.c_str());
                }
            }
        }
        QVERIFY(offered > 10000);
    }
};

QTEST_APPLESS_MAIN(CompletionTest)
#include "completion_test.moc"
