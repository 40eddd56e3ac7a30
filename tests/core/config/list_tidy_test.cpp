// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and thinning out lists, and the comments of their entries: nothing that people wrote is lost.
#include "core/config/list_tidy.h"
#include "core/config/semantic_diff.h"

#include <QTest>

using namespace config;

class ListTidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void lists_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("options"); // s(ort) c(overed) a(ggregate) l(ines)
        QTest::addColumn<std::string>("before");  // from "=" on
        QTest::addColumn<std::string>("after");
        const auto row = [](const char* name, const char* key, const char* options, const char* before,
                            const char* after) {
            QTest::newRow(name) << std::string(key) << std::string(options) << std::string(before)
                                << std::string(after);
        };
        row("nothing asked", "white_ip", "", " 10.0.0.2,10.0.0.1\n", " 10.0.0.2,10.0.0.1\n");
        row("numbers, not letters", "white_ip", "s", " 10.0.0.10, 10.0.0.9, 9.0.0.0/8\n",
            " 9.0.0.0/8, 10.0.0.9, 10.0.0.10\n");
        row("wider first, IPv6 behind IPv4", "white_ip", "s", " 2001:db8::1, 10.0.0.0, 10.0.0.0/8\n",
            " 10.0.0.0/8, 10.0.0.0, 2001:db8::1\n");
        row("unreadable at the end, in order", "white_ip", "s", " x, 10.0.0.1, 1.2.3.4/33, 9.0.0.1\n",
            " 9.0.0.1, 10.0.0.1, x, 1.2.3.4/33\n");
        row("domains by labels from the right", "white_domain", "s",
            " b.example, *.a.b.example, example.com, a.b.example, ab.example\n",
            " example.com, ab.example, b.example, a.b.example, *.a.b.example\n");
        row("comment of a list in one line", "white_ip", "s", " 10.0.0.2, 10.0.0.1   ; office\n",
            " 10.0.0.1, 10.0.0.2   ; office\n");
        row("as many on a line as there were", "white_ip", "s",
            "\n    10.0.0.4, 10.0.0.3, 10.0.0.2,\n    10.0.0.1\n",
            "\n    10.0.0.1, 10.0.0.2, 10.0.0.3,\n    10.0.0.4\n");
        row("blanks between entries", "white_ip", "s", " 10.0.0.2 10.0.0.1\n", " 10.0.0.1 10.0.0.2\n");
        row("comment above goes with its entry", "white_ip", "s",
            "\n# two\n# lines\n  10.0.0.2\n\n  # one\n  10.0.0.1\n",
            "\n  # one\n  10.0.0.1\n# two\n# lines\n  10.0.0.2\n");
        row("comment beside goes with its entry", "white_ip", "s",
            " 127.0.0.1 ; loop\r\n\t10.0.0.2, ; two\r\n\t10.0.0.1\r\n",
            " 10.0.0.1,\r\n\t10.0.0.2, ; two\r\n\t127.0.0.1 ; loop\r\n");
        row("comment beside several", "white_ip", "s", "\n    10.0.0.9, 10.0.0.1 ; both\n    10.0.0.5\n",
            "\n    10.0.0.1, ; both\n    10.0.0.5,\n    10.0.0.9 ; both\n");
        row("no comment above the first stands above the key", "white_ip", "s",
            " 10.0.0.2\n# one\n  10.0.0.1\n", "\n# one\n  10.0.0.1\n  10.0.0.2\n");
        row("no line end at the end", "white_ip", "s", " 10.0.0.2, 10.0.0.1", " 10.0.0.1, 10.0.0.2");
        row("repeated", "white_domain", "c", " a.example, b.example, A.EXAMPLE.\n",
            " a.example, b.example\n");
        row("covered by a later one", "white_ip", "c", " 10.0.0.1, 10.0.0.0/24, 10.0.0.0/8, 9.0.0.1\n",
            " 10.0.0.0/8, 9.0.0.1\n");
        row("host bits are the same network", "white_ip", "c", " 10.0.0.1/24, 10.0.0.0/24\n",
            " 10.0.0.1/24\n");
        row("same unreadable", "white_ip", "c", " x, x, y\n", " x, y\n");
        row("subdomains", "white_domain", "c", " a.b.example, *.b.example, b.example\n", " *.b.example\n");
        row("comments of covered entries stay", "white_ip", "c",
            "\n  10.0.0.0/8 ; wide\n  # office\n  10.0.0.1 ; one\n",
            "\n  # office\n; one\n  10.0.0.0/8 ; wide\n");
        row("aggregated", "white_ip", "a", " 10.0.0.0/25, 9.0.0.1, 10.0.0.128/25, 10.0.1.0/24\n",
            " 10.0.0.0/23, 9.0.0.1\n");
        row("aggregation keeps what merges with nothing", "white_ip", "a", " 10.0.0.1/24, x, 11.0.0.0/32\n",
            " 10.0.0.1/24, x, 11.0.0.0/32\n");
        row("one a line", "white_ip", "l", " 10.0.0.2, 10.0.0.1 ; office\r\n",
            " ; office\r\n    10.0.0.2,\r\n    10.0.0.1\r\n");
        row("one a line, blanks", "white_ip", "l", " 10.0.0.2 10.0.0.1\n", " 10.0.0.2\n    10.0.0.1\n");
        row("all of it", "white_ip", "scal", " 10.0.0.1, 10.0.0.0, 9.0.0.9\n",
            " 9.0.0.9,\n    10.0.0.0/31\n");
    }

    void lists()
    {
        QFETCH(std::string, key);
        QFETCH(std::string, options);
        QFETCH(std::string, before);
        QFETCH(std::string, after);
        const auto has = [&](char letter) { return options.find(letter) != std::string::npos; };
        const std::string lineEnd = before.find('\r') == std::string::npos ? "\n" : "\r\n";
        const std::string head = "# head" + lineEnd + "[globals]" + lineEnd + key + " =";
        const std::string tail = before.ends_with('\n') ? "pass = bypass" + lineEnd : "";
        const IniDocument document = IniDocument::parse(head + before + tail);
        const TidyOptions chosen{has('s'), has('c'), has('a'), has('l')};
        const Tidied result = tidied(document, "globals", key, chosen);
        const IniDocument now = applied(document, result.plan);
        QCOMPARE(now.bytes(), head + after + tail);
        QCOMPARE(result.before, document.items(*document.key("globals", key)).size());
        QCOMPARE(result.after, now.items(*now.key("globals", key)).size());
        QCOMPARE(result.before - result.after, result.dropped + result.merged);
        QVERIFY(tidied(now, "globals", key, chosen).plan.empty()); // tidy already
    }

    void notes_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<int>("item");
        QTest::addColumn<std::string>("note");
        QTest::addColumn<std::string>("after");
        const auto row = [](const char* name, const char* before, int item, const char* note,
                            const char* after) {
            QTest::newRow(name) << std::string(before) << item << std::string(note) << std::string(after);
        };
        row("new", "\n    10.0.0.1\n    10.0.0.2\n", 1, "office", "\n    10.0.0.1\n# office\n    10.0.0.2\n");
        row("new, CRLF", "\r\n\t10.0.0.1\r\n", 0, "office", "\r\n# office\r\n\t10.0.0.1\r\n");
        row("changed above", "\n    #old\n    10.0.0.1\n", 0, "new", "\n    # new\n    10.0.0.1\n");
        row("changed beside", "\n    10.0.0.1,   ; old\n    10.0.0.2\n", 0, "new",
            "\n    10.0.0.1,   ; new\n    10.0.0.2\n");
        row("removed above", "\n    # old\n    10.0.0.1\n", 0, "", "\n    10.0.0.1\n");
        row("removed beside", "\n    10.0.0.1  ; old\r\n    10.0.0.2\n", 0, " ",
            "\n    10.0.0.1\r\n    10.0.0.2\n");
        row("only the last line above", "\n    # one\n    # two\n    10.0.0.1\n", 0, "2",
            "\n    # one\n    # 2\n    10.0.0.1\n");
        row("same", "\n    #  old \n    10.0.0.1\n", 0, "old", "\n    #  old \n    10.0.0.1\n");
        row("line breaks are blanks", "\n    10.0.0.1\n", 0, "a\nb", "\n# a b\n    10.0.0.1\n");
        row("beside the key", " 127.0.0.1 ; loop\n", 0, "loopback", " 127.0.0.1 ; loopback\n");
        row("on the key's line", " 127.0.0.1\n", 0, "loop", "\n# loop\n    127.0.0.1\n");
        row("one of several on a line", " 10.0.0.1, 10.0.0.2\n", 1, "two",
            " 10.0.0.1,\n# two\n    10.0.0.2\n");
        row("the list's comment stays", " 10.0.0.1, 10.0.0.2 ; all\n", 0, "one",
            " ; all\n# one\n    10.0.0.1,\n    10.0.0.2\n");
    }

    void notes()
    {
        QFETCH(std::string, before);
        QFETCH(int, item);
        QFETCH(std::string, note);
        QFETCH(std::string, after);
        const std::string head = "[globals]\nwhite_ip =";
        const IniDocument document = IniDocument::parse(head + before);
        const auto number = static_cast<std::size_t>(item);
        const Edited plan = setNote(document, "globals", "white_ip", number, note);
        QVERIFY(plan.has_value());
        const IniDocument now = applied(document, *plan);
        QCOMPARE(now.bytes(), head + after);
        const Key& key = *now.key("globals", "white_ip");
        const std::vector<ListItem> items = now.items(key);
        QCOMPARE(items.size(), document.items(*document.key("globals", "white_ip")).size());
        if (note.find('\n') == std::string::npos && after.find("# one\n    # 2") == std::string::npos) {
            QCOMPARE(std::string(noteOf(now, key, items[number])), note == " " ? std::string() : note);
        }
    }

    void entriesAreAddedWithTheirNotes()
    {
        const IniDocument document = IniDocument::parse("[globals]\nwhite_ip = 127.0.0.1, 10.0.0.1 ; all\n");
        const std::vector<NotedItem> plain{{"10.0.0.2", ""}, {"10.0.0.1", ""}};
        QCOMPARE(applied(document, *addNotedItems(document, "globals", "white_ip", plain)).bytes(),
                 std::string("[globals]\nwhite_ip = 127.0.0.1, 10.0.0.1, 10.0.0.2 ; all\n"));
        const std::vector<NotedItem> noted{{"10.0.0.2", "two"}, {"10.0.0.3", ""}, {"10.0.0.1", "old"}};
        QCOMPARE(applied(document, *addNotedItems(document, "globals", "white_ip", noted)).bytes(),
                 std::string("[globals]\nwhite_ip = ; all\n    127.0.0.1,\n    10.0.0.1,\n# two\n"
                             "    10.0.0.2,\n    10.0.0.3\n"));
        const IniDocument unset = IniDocument::parse("[globals]\n");
        const std::vector<NotedItem> first{{"10.0.0.1", "one"}};
        QCOMPARE(applied(unset, *addNotedItems(unset, "globals", "white_ip", first)).bytes(),
                 std::string("[globals]\nwhite_ip = 127.0.0.1,\n# one\n    10.0.0.1\n")); // SPEC A12
        const std::vector<NotedItem> bad{{"a b", "x"}};
        QVERIFY(!addNotedItems(unset, "globals", "white_ip", bad));
    }

    /// What a list has become is not compared anew while it stays as it is.
    void differencesFollowEarlierOnes()
    {
        const IniDocument before = IniDocument::parse("[globals]\nfail = block\nwhite_ip = 10.0.0.1\n");
        EarlierDiff earlier{before, {}};
        for (const char* text :
             {"[globals]\nfail = block\nwhite_ip = 10.0.0.1, 10.0.0.2\n",
              "[globals]\nfail = bypass\nwhite_ip = 10.0.0.1, 10.0.0.2\n",
              "[globals]\nwhite_ip = 10.0.0.1, 10.0.0.2\nenforce_ip = 10.0.0.9\n",
              "[globals]\nwhite_ip = 10.0.0.1\nenforce_ip = 10.0.0.9\n", "[globals]\nenforce_ip = 10.0.0.9\n",
              "[globals]\nwhite_ip = 10.0.0.1\nwhite_ip = 10.0.0.3\n", "",
              "[globals]\nfail = block\nwhite_ip = 10.0.0.1\n"}) {
            const IniDocument after = IniDocument::parse(text);
            const std::vector<Change> whole = semanticDiff(before, after);
            QVERIFY2(semanticDiff(before, after, earlier) == whole, text);
            earlier = {after, whole};
        }
    }

    void unsetAndForeignKeys()
    {
        const IniDocument document = IniDocument::parse("[globals]\nfail = block\n");
        const TidyOptions all{true, true, true, true};
        QVERIFY(tidied(document, "globals", "white_ip", all).plan.empty());
        QVERIFY(tidied(document, "globals", "fail", all).plan.empty());
        QVERIFY(setNote(document, "globals", "white_ip", 0, "x")->empty());
        QVERIFY(
            tidied(IniDocument::parse("[globals]\nwhite_ip =\n"), "globals", "white_ip", all).plan.empty());
    }
};

QTEST_APPLESS_MAIN(ListTidyTest)
#include "list_tidy_test.moc"
