// SPDX-License-Identifier: GPL-3.0-or-later
// Two administrators on one file: what is theirs alone is kept, what both changed is asked, whatever the
// answers, the file reads as they say.
#include "core/config/three_way.h"

#include "core/config/edits.h"
#include "core/config/values.h"

#include <QTest>

#include <random>

using namespace config;
using base::MergePick;

namespace {

ThreeWay threeWay(std::string base, std::string mine, std::string theirs)
{
    return {IniDocument::parse(std::move(base)), IniDocument::parse(std::move(mine)),
            IniDocument::parse(std::move(theirs))};
}

std::string mergedWith(const ThreeWay& merge, MergePick pick)
{
    return merge.merged(std::vector(merge.questions().size(), pick)).bytes();
}

const std::string globals = "[globals]\n# reviewed 2024\nsoftfail = bypass\nfail = block   ; as agreed\n"
                            "none = bypass\nwhite_ip = 127.0.0.1, 192.0.2.1\n";

std::string with(std::string text, const std::string& before, const std::string& after)
{
    return text.replace(text.find(before), before.size(), after);
}

} // namespace

class ThreeWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void neighboursAreNoConflict()
    {
        const ThreeWay merge = threeWay(globals, with(globals, "softfail = bypass", "softfail = block"),
                                        with(globals, "fail = block ", "fail = tempblock "));
        QVERIFY(merge.questions().empty());
        QCOMPARE(merge.changes().size(), std::size_t{2});
        QCOMPARE(merge.changes()[0].by, ChangedBy::Me);
        QCOMPARE(merge.changes()[1].by, ChangedBy::Them);
        QCOMPARE(merge.merged({}).bytes(), with(with(globals, "softfail = bypass", "softfail = block"),
                                                "fail = block ", "fail = tempblock "));
    }

    void oneKeyIsAskedAbout()
    {
        const std::string mine = with(globals, "softfail = bypass", "softfail = block");
        const std::string theirs = with(globals, "softfail = bypass", "softfail = tempblock");
        const ThreeWay merge = threeWay(globals, mine, theirs);
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QCOMPARE(merge.questions()[0].key, std::string("softfail"));
        QCOMPARE(merge.questions()[0].section, std::string("globals"));
        QVERIFY(!merge.questions()[0].offersBoth);
        QVERIFY(merge.changes()[0].isAtOdds);
        QCOMPARE(merge.changes()[0].mine->newWritten, std::optional<std::string>("block"));
        QCOMPARE(merge.changes()[0].theirs->newWritten, std::optional<std::string>("tempblock"));
        QCOMPARE(mergedWith(merge, MergePick::Mine), mine);
        QCOMPARE(mergedWith(merge, MergePick::Theirs), theirs);
    }

    void theSameChangeIsNoQuestion()
    {
        const std::string both = with(globals, "softfail = bypass", "softfail = block");
        const ThreeWay merge = threeWay(globals, both, both);
        QVERIFY(merge.questions().empty());
        QCOMPARE(merge.changes()[0].by, ChangedBy::Both);
        QVERIFY(!merge.changes()[0].isAtOdds);
        QCOMPARE(merge.merged({}).bytes(), both);
    }

    void entriesOfBothCanStay()
    {
        const std::string mine = with(globals, "192.0.2.1", "192.0.2.1, 198.51.100.7");
        const std::string theirs = with(globals, "127.0.0.1, 192.0.2.1", "127.0.0.1, 203.0.113.0/24");
        const ThreeWay merge = threeWay(globals, mine, theirs);
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(merge.questions()[0].isList && merge.questions()[0].offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::Mine), mine);
        QCOMPARE(mergedWith(merge, MergePick::Theirs), theirs);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 with(globals, "127.0.0.1, 192.0.2.1", "127.0.0.1, 203.0.113.0/24, 198.51.100.7"));
    }

    void entriesOnTheirOwnLinesMerge()
    {
        const std::string base =
            "[globals]\nwhite_ip = 127.0.0.1,\n  192.0.2.1,\n  192.0.2.2,\n  192.0.2.3\n";
        const ThreeWay merge = threeWay(base, with(base, "  192.0.2.1,\n", "  192.0.2.11,\n  192.0.2.1,\n"),
                                        with(base, "  192.0.2.2,\n", ""));
        QVERIFY(merge.questions().empty());
        QCOMPARE(merge.changes().size(), std::size_t{1});
        QVERIFY(!merge.changes()[0].isAtOdds);
        QCOMPARE(merge.merged({}).bytes(),
                 std::string("[globals]\nwhite_ip = 127.0.0.1,\n  192.0.2.11,\n  192.0.2.1,\n  192.0.2.3\n"));
    }

    void entriesAtOnePlaceCanAllStay()
    {
        const std::string base = "[globals]\nwhite_ip = 127.0.0.1,\n  192.0.2.1,\n  192.0.2.2\n# end\n";
        const std::string mine = with(base, "192.0.2.2\n", "192.0.2.2,\n  192.0.2.3\n");
        const std::string theirs = with(base, ",\n  192.0.2.2\n", "\n");
        const ThreeWay merge = threeWay(base, mine, theirs);
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QCOMPARE(merge.questions()[0].key, std::string("white_ip"));
        QVERIFY(merge.questions()[0].isList && merge.questions()[0].offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::Mine), mine);
        QCOMPARE(mergedWith(merge, MergePick::Theirs), theirs);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs), with(base, "192.0.2.2\n", "192.0.2.3\n"));
    }

    void aListThatIsGoneCannotTakeEntries()
    {
        const std::string base = "[globals]\nfail = block\nwhite_domain = a.example\n";
        const ThreeWay merge = threeWay(base, base.substr(0, base.find("white")),
                                        with(base, "a.example", "a.example, b.example"));
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(!merge.questions()[0].offersBoth);
    }

    void aKeySetAtTwoPlaces()
    {
        const std::string base = "[globals]\nfail = block\nnone = bypass\npass = bypass\n";
        const ThreeWay merge =
            threeWay(base, with(base, "none", "softfail = block\nnone"), base + "softfail = tempblock\n");
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QCOMPARE(merge.questions()[0].key, std::string("softfail"));
        for (const auto& [pick, value] :
             {std::pair(MergePick::Mine, "block"), std::pair(MergePick::Theirs, "tempblock")}) {
            const std::string text = mergedWith(merge, pick);
            QCOMPARE(text, base + "softfail = " + value + '\n');
        }
    }

    void theSameKeyAtTwoPlacesIsWrittenOnce()
    {
        const std::string base = "[globals]\nfail = block\nnone = bypass\npass = bypass\n";
        const ThreeWay merge =
            threeWay(base, with(base, "none", "softfail = block\nnone"), base + "softfail = block\n");
        QVERIFY(merge.questions().empty());
        QCOMPARE(merge.merged({}).bytes(), base + "softfail = block\n");
    }

    void aListSetAtTwoPlaces()
    {
        const std::string base = "[globals]\nfail = block\nnone = bypass\npass = bypass\n";
        const ThreeWay merge = threeWay(base, with(base, "none", "white_domain = a.example\nnone"),
                                        base + "white_domain = b.example\n");
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(merge.questions()[0].offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 base + "white_domain = b.example, a.example\n");
    }

    void aSectionAddedAtTwoPlacesIsOne()
    {
        const std::string base = "[globals]\nfail = block\n\n[z.example]\nfail = bypass\n";
        const std::string added = "[a.example]\nfail = bypass\n";
        const ThreeWay merge =
            threeWay(base, with(base, "[z", added + "\n[z"), base + '\n' + added + "none = block\n");
        QVERIFY(merge.questions().empty());
        const IniDocument merged = merge.merged({});
        QCOMPARE(merged.blocks().size(), std::size_t{3});
        QCOMPARE(fieldValue(merged, "a.example", "none").written, std::optional<std::string>("block"));
        QCOMPARE(fieldValue(merged, "a.example", "fail").written, std::optional<std::string>("bypass"));
    }

    void removedAndChanged()
    {
        const std::string base = globals + "\n[a.example]\nfail = bypass\nnone = block\n";
        const std::string theirs = with(base, "\nfail = bypass", "\nfail = tempblock");
        const ThreeWay merge = threeWay(base, globals, theirs);
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(!merge.questions()[0].offersBoth);
        QVERIFY(merge.changes()[0].isAtOdds);
        QCOMPARE(merge.changes()[0].any().key, std::string("fail"));
        QCOMPARE(mergedWith(merge, MergePick::Mine), globals);
        QCOMPARE(mergedWith(merge, MergePick::Theirs), theirs);
        // The rest of the section hangs on the same answer.
        for (const MergeChange& change : merge.changes()) {
            QCOMPARE(change.question, std::optional<std::size_t>(0));
        }
    }

    void differentCommentsCanBothStay()
    {
        const ThreeWay merge = threeWay(globals, with(globals, "# reviewed 2024", "# reviewed by A"),
                                        with(globals, "# reviewed 2024", "# reviewed by B"));
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(merge.changes().empty());
        QVERIFY(merge.questions()[0].offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 with(globals, "# reviewed 2024", "# reviewed by A\n# reviewed by B"));
    }

    void linesDoNotMoveIntoAnotherSection()
    {
        const ThreeWay merge =
            threeWay(globals, globals + "[a.example]\nfail = bypass\n", globals + "pass = block\n");
        QCOMPARE(merge.questions().size(), std::size_t{1});
        QVERIFY(!merge.questions()[0].offersBoth);
    }

    void bytesAreKept_data()
    {
        QTest::addColumn<std::string>("base");
        QTest::addColumn<std::string>("mine");
        QTest::addColumn<std::string>("theirs");
        QTest::addColumn<std::string>("expected");
        const std::string mark = "\xEF\xBB\xBF";
        QTest::newRow("line ends of another editor")
            << std::string("[globals]\nfail = block\nnone = bypass\n")
            << std::string("[globals]\nfail = block\nnone = bypass\npass = block\n")
            << std::string("[globals]\r\nfail = block\r\nnone = bypass\r\n")
            << std::string("[globals]\r\nfail = block\r\nnone = bypass\r\npass = block\n");
        QTest::newRow("no final newline")
            << std::string("[globals]\nfail = block") << std::string("[globals]\nfail = bypass")
            << std::string("[globals]\n# why\nfail = block")
            << std::string("[globals]\n# why\nfail = bypass");
        QTest::newRow("byte order mark") << mark + "[globals]\nfail = block\n"
                                         << mark + "[GLOBALS]\nfail = block\n"
                                         << mark + "# top\n[globals]\nfail = bypass\n"
                                         << mark + "# top\n[GLOBALS]\nfail = bypass\n";
        QTest::newRow("byte order mark taken away")
            << mark + "[globals]\nfail = block\n"
            << mark + "[globals]\nfail = bypass\n"
            << std::string("[globals]\nfail = block\n") << std::string("[globals]\nfail = bypass\n");
        QTest::newRow("Shift_JIS comment")
            << std::string("[globals]\n# \x90\xDD\x92\xE8\nfail = block\nnone = bypass\n")
            << std::string("[globals]\n# \x90\xDD\x92\xE8\nfail = bypass\nnone = bypass\n")
            << std::string("[globals]\n# \x90\xDD\x92\xE8\nfail = block\nnone = block\n")
            << std::string("[globals]\n# \x90\xDD\x92\xE8\nfail = bypass\nnone = block\n");
    }

    void bytesAreKept()
    {
        QFETCH(std::string, base);
        QFETCH(std::string, mine);
        QFETCH(std::string, theirs);
        const ThreeWay merge = threeWay(base, mine, theirs);
        QVERIFY(merge.questions().empty());
        QTEST(merge.merged({}).bytes(), "expected");
    }

    void whoeverChangedAloneWins()
    {
        std::mt19937 random(7208);
        const std::vector<std::string> lines{"[globals]",
                                             "[a.example]",
                                             "[b.example]",
                                             "fail = block",
                                             "fail = bypass",
                                             "none = block ; why",
                                             "# comment",
                                             "",
                                             "white_ip = 192.0.2.1,",
                                             "  192.0.2.2",
                                             "nonsense",
                                             "[globals]",
                                             "softfail=block",
                                             "softfail = block"};
        for (int round = 0; round < 1500; ++round) {
            const auto text = [&] {
                std::string made = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
                const unsigned long count = random() % 14;
                for (unsigned long i = 0; i < count; ++i) {
                    made += lines[random() % lines.size()] + (random() % 6 == 0 ? "\r\n" : "\n");
                }
                return random() % 4 == 0 ? made + "fail = tempblock" : made;
            };
            const std::string a = text();
            const std::string b = text();
            QCOMPARE(threeWay(a, a, b).merged({}).bytes(), b);
            QCOMPARE(threeWay(a, b, a).merged({}).bytes(), b);
            // Any answers to anything make a file.
            const ThreeWay merge = threeWay(a, b, text());
            std::vector<MergePick> picks;
            for (std::size_t i = 0; i < merge.questions().size(); ++i) {
                picks.push_back(static_cast<MergePick>(random() % 3));
            }
            (void)merge.merged(picks);
        }
    }

    /// What a row says is what the merged file holds, whatever lines it took.
    void meaningFollowsTheAnswers()
    {
        const IniDocument base = IniDocument::parse(
            "[globals]\n# a\nsoftfail = bypass\nfail = block ; why\nnone = bypass\n\n[enforce_actions]\nfail "
            "= "
            "block\n\n[a.example]\nfail = bypass\nnone = block\n\n# c\n[b.example]\nsoftfail = block\n");
        const std::vector<std::string> sections{"globals", "enforce_actions", "a.example", "b.example",
                                                "c.example"};
        const std::vector<std::string> keys{"pass", "softfail", "fail", "none", "temperror"};
        const std::vector<std::string> values{"bypass", "tempblock", "block"};
        std::mt19937 random(4408);
        const auto any = [&random](const std::vector<std::string>& words) {
            return words[random() % words.size()];
        };
        const auto edited = [&] {
            IniDocument document = base;
            for (unsigned long i = random() % 5; i > 0; --i) {
                const std::string section = any(sections);
                const Edited plan = random() % 6 == 0   ? removeSection(document, section)
                                    : random() % 4 == 0 ? unsetKey(document, section, any(keys))
                                                        : setKey(document, section, any(keys), any(values));
                document = plan ? applied(document, *plan) : document;
            }
            return document;
        };
        for (int round = 0; round < 3000; ++round) {
            const ThreeWay merge(base, edited(), edited());
            for (const MergePick pick : {MergePick::Mine, MergePick::Theirs}) {
                const IniDocument merged = merge.merged(std::vector(merge.questions().size(), pick));
                for (const MergeChange& change : merge.changes()) {
                    const bool isMine =
                        change.question ? pick == MergePick::Mine : change.by != ChangedBy::Them;
                    const Change& row = change.any();
                    const IniDocument& taken = isMine ? merge.mine() : merge.theirs();
                    const std::string texts = base.bytes() + "--- mine\n" + merge.mine().bytes() +
                                              "--- theirs\n" + merge.theirs().bytes() + "--- merged\n" +
                                              merged.bytes() + row.section + ' ' + row.key;
                    if (row.key.empty()) {
                        // One who removes a section does not take away what the other has set anew in it.
                        const bool isKept = merged.sectionByCanonicalName(row.section) != nullptr;
                        const bool isSet =
                            std::ranges::any_of(merge.changes(), [&](const MergeChange& other) {
                                return other.any().section == row.section && !other.any().key.empty() &&
                                       fieldValue(merged, row.section, other.any().key).written.has_value();
                            });
                        const bool isThere = taken.sectionByCanonicalName(row.section) != nullptr;
                        QVERIFY2(isKept == (isThere || isSet), texts.c_str());
                    } else {
                        QVERIFY2(fieldValue(merged, row.section, row.key).written ==
                                     fieldValue(taken, row.section, row.key).written,
                                 texts.c_str());
                    }
                }
            }
        }
    }

    void longFilesWithFewChanges()
    {
        std::string base = "[globals]\nfail = block\nwhite_ip = 127.0.0.1";
        for (int i = 0; i < 100'000; ++i) {
            base += ",\n  10." + std::to_string(i / 65536) + '.' + std::to_string(i / 256 % 256) + '.' +
                    std::to_string(i % 256);
        }
        base += "\n[a.example]\nnone = block\n";
        const std::string mine = with(with(base, "  10.0.7.7,\n", "  10.0.7.7,\n  192.0.2.1,\n"),
                                      "fail = block", "fail = tempblock");
        const std::string theirs = with(with(base, "  10.1.9.9,\n", ""), "none = block", "none = bypass");
        const IniDocument documents[] = {IniDocument::parse(base), IniDocument::parse(mine),
                                         IniDocument::parse(theirs)};
        const ThreeWay merge(documents[0], documents[1], documents[2]);
        QVERIFY(merge.questions().empty());
        const IniDocument merged = merge.merged({});
        QCOMPARE(merged.bytes().size(), base.size() + std::string("temp  192.0.2.1,\n").size() -
                                            std::string("  10.1.9.9,\n").size() + 1);
    }
};

QTEST_APPLESS_MAIN(ThreeWayTest)
#include "three_way_test.moc"
