// SPDX-License-Identifier: GPL-3.0-or-later
// Edits touch only what they must, and what they write reads back (SPEC 1.2).
#include "core/config/edits.h"
#include "core/config/lint.h"
#include "core/config/list_tidy.h"
#include "core/config/section_merge.h"
#include "core/config/values.h"
#include "core/config/wildcard_spelling.h"

#include <QTest>

#include <array>
#include <random>

using namespace config;

namespace {

std::vector<std::string> words(const std::string& text)
{
    std::vector<std::string> result;
    for (const QString& word : QString::fromStdString(text).split(u' ', Qt::SkipEmptyParts)) {
        result.push_back(word.toStdString());
    }
    return result;
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void changes_data()
    {
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("command"); // operation|section|key|value
        QTest::addColumn<std::string>("after");
        const auto row = [](const char* name, const char* before, const char* command, const char* after) {
            QTest::newRow(name) << std::string(before) << std::string(command) << std::string(after);
        };
        row("value", "[globals]\nfail = block\n", "set|globals|fail|bypass", "[globals]\nfail = bypass\n");
        row("same value", "[globals]\nfail=block ; x", "set|globals|fail|block", "[globals]\nfail=block ; x");
        row("spacing stays", "[globals]\n Fail\n\tfail  :block\r\n", "set|a|b|c",
            "[globals]\n Fail\n\tfail  :block\r\n\n[a]\nb = c\n");
        row("colon and case stay", "[GLOBAL]\r\nFAIL  :block\r\n", "set|globals|fail|bypass",
            "[GLOBAL]\r\nFAIL  :bypass\r\n");
        row("comment keeps its column", "[globals]\nfail = block      ; x\n", "set|globals|fail|tempblock",
            "[globals]\nfail = tempblock  ; x\n");
        row("comment behind one blank", "[globals]\nfail = block ; x\n", "set|globals|fail|tempblock",
            "[globals]\nfail = tempblock ; x\n");
        row("from empty", "[globals]\nfail =\n", "set|globals|fail|block", "[globals]\nfail = block\n");
        row("from empty without blanks", "[globals]\nfail=\n", "set|globals|fail|block",
            "[globals]\nfail=block\n");
        row("from empty with comment", "[globals]\nfail = ; x\n", "set|globals|fail|block",
            "[globals]\nfail = block ; x\n");
        row("to empty", "[globals]\nwhite_domain = a.example\n", "set|globals|white_domain|",
            "[globals]\nwhite_domain =\n");
        row("last duplicate", "[globals]\nfail = a\nfail = b\n", "set|globals|fail|block",
            "[globals]\nfail = a\nfail = block\n");
        row("new key behind the last", "[globals]\nfail = block\n\n# about a\n[a.example]\n",
            "set|globals|pass|bypass", "[globals]\nfail = block\npass = bypass\n\n# about a\n[a.example]\n");
        row("new key, no final newline", "[globals]\r\nfail = block", "set|globals|pass|bypass",
            "[globals]\r\nfail = block\r\npass = bypass\r\n");
        row("new key without blanks", "[globals]\nfail=block\n", "set|globals|pass|bypass",
            "[globals]\nfail=block\npass=bypass\n");
        row("new key aligned", "[globals]\nfail     = block\nsoftfail = block\n", "set|globals|none|bypass",
            "[globals]\nfail     = block\nsoftfail = block\nnone     = bypass\n");
        row("new section", "[globals]\nfail = block\n", "set|a.example|none|block",
            "[globals]\nfail = block\n\n[a.example]\nnone = block\n");
        row("new section in an empty file", "", "set|globals|fail|block", "[globals]\nfail = block\n");
        row("new key goes to the last block", "[globals]\nfail = block\n[a.example]\n[globals]\n",
            "set|globals|pass|bypass", "[globals]\nfail = block\n[a.example]\n[globals]\npass = bypass\n");
        row("reply keeps its marks", "[globals]\nblock_res = 550 a b\n", "set|globals|block_res|554 x; y # z",
            "[globals]\nblock_res = 554 x; y # z\n");
        row("value with lines behind it", "[globals]\nnone=block\n  5.5.5.5\n", "set|globals|none|bypass",
            "[globals]\nnone=bypass\n");
        row("the same value without the lines behind it", "[globals]\nnone = block ; x\n\t5.5.5.5\n",
            "set|globals|none|block", "[globals]\nnone = block ; x\n");
        row("comments between lines of a value stay",
            "[globals]\r\nblock_res = 550 a\r\n  b\r\n# c\r\n\r\n  d\r\nfail = block\r\n",
            "set|globals|block_res|554 e", "[globals]\r\nblock_res = 554 e\r\n# c\r\n\r\nfail = block\r\n");
        row("number on the next line, no final newline", "[globals]\nlog_level =\n  2",
            "set|globals|log_level|3", "[globals]\nlog_level = 3");
        row("unknown key with lines", "[globals]\nother: x\n  y = z\n[a.example]\n", "set|globals|other|w",
            "[globals]\nother: w\n[a.example]\n");
        row("new key behind lines of a value", "[globals]\nfail = block\n  junk", "set|globals|pass|bypass",
            "[globals]\nfail = block\n  junk\npass = bypass\n");
        row("unset", "[globals]\nfail = a\n# c\nfail = b\npass = bypass\n", "unset|globals|fail",
            "[globals]\n# c\npass = bypass\n");
        row("unset list with comments", "[globals]\nwhite_ip = a\n  b\n# c\n  d\nfail = x\n",
            "unset|globals|white_ip", "[globals]\n# c\nfail = x\n");
        row("unset at the end", "[globals]\nfail = a\npass = b", "unset|globals|pass", "[globals]\nfail = a");
        row("unset takes lines that would join another list",
            "[globals]\nwhite_ip = a\nfail = x\n  junk\nnone = y\n", "unset|globals|fail",
            "[globals]\nwhite_ip = a\nnone = y\n");
        row("unset what is not set", "[globals]\n", "unset|globals|fail", "[globals]\n");
        row("add to one line", "[globals]\nwhite_ip = a, b ; x\n", "add|globals|white_ip|c",
            "[globals]\nwhite_ip = a, b, c ; x\n");
        row("add keeps the separator", "[globals]\nwhite_ip = a b\n", "add|globals|white_ip|c d a",
            "[globals]\nwhite_ip = a b c d\n");
        row("add to lines", "[globals]\nwhite_ip = a,\n    b,\n    c\nfail = x\n", "add|globals|white_ip|d e",
            "[globals]\nwhite_ip = a,\n    b,\n    c,\n    d,\n    e\nfail = x\n");
        row("add to lines with final commas", "[globals]\nwhite_ip =\n\ta,\n\tb, # x\n",
            "add|globals|white_ip|c", "[globals]\nwhite_ip =\n\ta,\n\tb, # x\n\tc,\n");
        row("add at the end of the file", "[globals]\r\nwhite_ip = a\r\n b", "add|globals|white_ip|c",
            "[globals]\r\nwhite_ip = a\r\n b\r\n c\r\n");
        row("add to an empty list", "[globals]\nwhite_ip =\n", "add|globals|white_ip|c",
            "[globals]\nwhite_ip = c\n");
        row("add starts from the default", "[globals]\n", "add|globals|white_ip|192.0.2.1",
            "[globals]\nwhite_ip = 127.0.0.1, 192.0.2.1\n");
        row("add what the default has", "[globals]\n", "add|globals|white_ip|127.0.0.1", "[globals]\n");
        row("add an international name", "[globals]\nwhite_domain = a.example\n",
            "add|globals|white_domain|b\xC3\xBC"
            "cher.example",
            "[globals]\nwhite_domain = a.example, xn--bcher-kva.example\n");
        row("remove in the middle", "[globals]\nwhite_ip = a, b,c d\n", "remove|globals|white_ip|b",
            "[globals]\nwhite_ip = a, c d\n");
        row("remove at the end", "[globals]\nwhite_ip = a, b ; x\n", "remove|globals|white_ip|B",
            "[globals]\nwhite_ip = a ; x\n");
        row("remove a line", "[globals]\nwhite_ip = a,\n  b, # about b\n# note\n  c\n",
            "remove|globals|white_ip|b", "[globals]\nwhite_ip = a,\n# note\n  c\n");
        row("remove the first of lines", "[globals]\nwhite_ip = a,\n  b\n", "remove|globals|white_ip|a",
            "[globals]\nwhite_ip =\n  b\n");
        row("remove all", "[globals]\nwhite_ip = a,\n  b", "remove|globals|white_ip|a b",
            "[globals]\nwhite_ip =");
        row("remove the default", "[globals]\n", "remove|globals|white_ip|127.0.0.1",
            "[globals]\nwhite_ip =\n");
        row("items in place", "[globals]\nwhite_ip = a, b,\n  c ; x\n", "items|globals|white_ip|a B c",
            "[globals]\nwhite_ip = a, B,\n  c ; x\n");
        row("item in front", "[globals]\nwhite_ip = a, b\n", "items|globals|white_ip|z a b",
            "[globals]\nwhite_ip = z, a, b\n");
        row("item in front of lines", "[globals]\nwhite_ip =\n  a,\n  b\n", "items|globals|white_ip|z a b",
            "[globals]\nwhite_ip =\n  z,\n  a,\n  b\n");
        row("set of a list", "[globals]\nwhite_ip = a,\n  b # x\n", "set|globals|white_ip|a, b, c",
            "[globals]\nwhite_ip = a,\n  b, # x\n  c\n");
        row("section", "[globals]\n\n", "section|a.example", "[globals]\n\n[a.example]\n");
        row("section without final newline", "[globals]", "section|*.a.example",
            "[globals]\n\n[*.a.example]\n");
        row("rename", "[ global ] ; x\n[a.example]\n", "rename|globals|globals",
            "[ globals ] ; x\n[a.example]\n");
        row("rename a domain", "[A.example]\n[b.example]\n", "rename|a.example|*.a.example",
            "[*.a.example]\n[b.example]\n");
        row("remove a section",
            "[globals]\nfail = a\n\n# a\n[a.example]\nx = y\n# in it\nz = z\n\n# b\n[b.example]\n",
            "removesection|a.example", "[globals]\nfail = a\n\n# a\n# b\n[b.example]\n");
        row("remove the last section", "[globals]\nfail = a\n\n[a.example]\nx = y\n",
            "removesection|a.example", "[globals]\nfail = a\n");
        row("remove every block", "[a.example]\nx = y\n[globals]\n[A.example]\n", "removesection|a.example",
            "[globals]\n");
        row("duplicate", "[a.example] ; x\nfail = a\n# c\nwhite_ip = a\n\n[globals]\n",
            "duplicate|a.example|b.example",
            "[a.example] ; x\nfail = a\n# c\nwhite_ip = a\n\n[b.example] ; x\nfail = a\n# c\nwhite_ip = "
            "a\n\n[globals]\n");
        row("byte order mark stays", "\xEF\xBB\xBF[globals]\r\nfail = a\r\n", "set|globals|fail|b",
            "\xEF\xBB\xBF[globals]\r\nfail = b\r\n");
    }

    void changes()
    {
        QFETCH(std::string, before);
        QFETCH(std::string, command);
        QFETCH(std::string, after);
        std::vector<std::string> parts;
        for (const QString& part : QString::fromStdString(command).split(u'|')) {
            parts.push_back(part.toStdString());
        }
        parts.resize(4);
        const auto document = IniDocument::parse(before);
        const std::string& op = parts[0];
        const auto list = words(parts[3]);
        const Edited plan = op == "set"             ? setKey(document, parts[1], parts[2], parts[3])
                            : op == "unset"         ? unsetKey(document, parts[1], parts[2])
                            : op == "add"           ? addItems(document, parts[1], parts[2], list)
                            : op == "remove"        ? removeItems(document, parts[1], parts[2], list)
                            : op == "items"         ? setItems(document, parts[1], parts[2], list)
                            : op == "section"       ? addSection(document, parts[1])
                            : op == "rename"        ? renameSection(document, parts[1], parts[2])
                            : op == "removesection" ? removeSection(document, parts[1])
                                                    : duplicateSection(document, parts[1], parts[2]);
        QVERIFY(plan.has_value());
        QCOMPARE(applied(document, *plan).bytes(), after);
        QCOMPARE(plan->empty(), before == after);
        QCOMPARE(applied(after, inverse(before, *plan)), before);
    }

    void refusals_data()
    {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<std::string>("value");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const std::string& key, const std::string& value,
                            EditError::Code code) {
            QTest::newRow(name) << key << value << static_cast<int>(code);
        };
        using Code = EditError::Code;
        row("line break", "fail", "block\nnone = block", Code::BadValue);
        row("carriage return", "block_res", "550 a\rb", Code::BadValue);
        row("NUL", "block_res", std::string("550 a\0b", 7), Code::BadValue);
        row("comment in an action", "fail", "block ; x", Code::BadValue);
        row("hash in an action", "fail", "block # x", Code::BadValue);
        row("mark at the front", "fail", "#block", Code::BadValue);
        row("comment in a new list", "white_ip", "a, #b", Code::BadValue);
        row("empty key", " ", "x", Code::BadKeyName);
        row("separator in a key", "a=b", "x", Code::BadKeyName);
        row("header as a key", "[a]", "x", Code::BadKeyName);
        row("comment as a key", "# a", "x", Code::BadKeyName);
        row("line break in a key", "a\nb", "x", Code::BadKeyName);
    }

    void refusals()
    {
        QFETCH(std::string, key);
        QFETCH(std::string, value);
        QFETCH(int, code);
        const auto plan = setKey(IniDocument(), "globals", key, value);
        QVERIFY(!plan.has_value());
        QCOMPARE(static_cast<int>(plan.error().code), code);
    }

    void sectionRefusals()
    {
        const auto document = IniDocument::parse("[globals]\n[a.example]\n");
        const auto code = [](const Edited& plan) { return plan ? -1 : static_cast<int>(plan.error().code); };
        QCOMPARE(code(addSection(document, "x]\n[y")), static_cast<int>(EditError::Code::BadSectionName));
        QCOMPARE(code(addSection(document, " ")), static_cast<int>(EditError::Code::BadSectionName));
        QCOMPARE(code(addSection(document, "GLOBAL")), static_cast<int>(EditError::Code::SectionExists));
        QCOMPARE(code(renameSection(document, "a.example", "globals")),
                 static_cast<int>(EditError::Code::SectionExists));
        QCOMPARE(code(removeSection(document, "b.example")),
                 static_cast<int>(EditError::Code::NoSuchSection));
    }

    void filesThatAreNoTextAreNotEdited_data()
    {
        QTest::addColumn<std::string>("bytes");
        using namespace std::string_literals;
        QTest::newRow("NUL in a value") << "[globals]\nfail = block\nwhite_ip = a\0b\n[a.example]\n"s;
        QTest::newRow("UTF-16, little endian") << "\xFF\xFE[\0a\0]\0\n\0"s;
        QTest::newRow("UTF-16, big endian, no NUL") << "\xFE\xFF\x65\xE5"s;
        QTest::newRow("UTF-32") << "\0\0\xFE\xFF\0\0\0a"s;
    }

    void filesThatAreNoTextAreNotEdited()
    {
        QFETCH(std::string, bytes);
        const auto document = IniDocument::parse(bytes);
        const std::vector<std::string> items{"a"};
        const std::vector<std::size_t> places{0};
        for (const Edited& plan :
             {setKey(document, "globals", "fail", "bypass"), setKey(document, "globals", "new", "x"),
              unsetKey(document, "globals", "fail"), setItems(document, "globals", "white_ip", items),
              addItems(document, "globals", "enforce_ip", items),
              removeItems(document, "globals", "white_ip", items),
              removeItemsAt(document, "globals", "white_ip", places),
              replaceItemAt(document, "globals", "white_ip", 0, items), addSection(document, "b.example"),
              removeSections(document, items), setNote(document, "globals", "white_ip", 0, "x"),
              mergeSections(document, {.sections = {"a.example"}, .into = "globals", .kept = {}}),
              respellWildcards(document, WildcardSpelling::Star)}) {
            QVERIFY(!plan.has_value());
            QCOMPARE(plan.error(), (EditError{EditError::Code::NotText, 0}));
        }
        QVERIFY(tidied(document, "globals", "white_ip", {.onePerLine = true}).plan.empty());
        QCOMPARE(withSafeFixes(document).bytes(), bytes);
        for (const Finding& finding : lint(document)) {
            QVERIFY(finding.fixes.empty());
        }
    }

    void severalKeysFollowTheSchema()
    {
        const std::vector<std::pair<std::string, std::string>> values{
            {"white_ip", "127.0.0.1"}, {"none", "block"}, {"block_res", "550 a b"}, {"pass", "bypass"}};
        const auto document = IniDocument::parse("[globals]\npass = block\n");
        const auto plan = setKeys(document, "globals", values);
        QVERIFY(plan.has_value());
        QCOMPARE(applied(document, *plan).bytes(),
                 std::string(
                     "[globals]\npass = bypass\nblock_res = 550 a b\nnone = block\nwhite_ip = 127.0.0.1\n"));
    }

    void whatIsSetReadsBack()
    {
        const std::vector<std::string> files{"",
                                             "[globals]",
                                             "[global]\r\nfail=block\r\n",
                                             "[globals]\nwhite_ip = a\n b\n",
                                             "# c\n\n[globals]\nx\n  y\n[a.example]\n",
                                             "[globals]\nwhite_ip=;\nfail = ; x\n"};
        const std::vector<std::pair<std::string, std::string>> values{
            {"fail", "tempblock"}, {"fail", ""},     {"block_res", "550 a;b ; c"},
            {"white_ip", "a, b"},  {"white_ip", ""}, {"log_level", "3"},
            {"other", "x # y"}};
        for (const std::string& file : files) {
            for (const auto& [key, value] : values) {
                for (const std::string section : {"globals", "a.example"}) {
                    const auto document = IniDocument::parse(file);
                    const auto plan = setKey(document, section, key, value);
                    QVERIFY(plan.has_value());
                    const auto edited = applied(document, *plan);
                    const auto plain = [](std::string text) { // separators of lists stay as they are
                        std::erase(text, ',');
                        return text;
                    };
                    QCOMPARE(plain(fieldValue(edited, section, key).written.value_or("(unset)")),
                             plain(value));
                    QVERIFY(setKey(edited, section, key, value)->empty());
                }
            }
        }
    }

    void itemsReadBackWhateverTheLayout()
    {
        std::mt19937 random(4408);
        const auto item = [&] { return "i" + std::to_string(random() % 12); };
        const std::vector<std::string> separators{", ",   ",",        " ",           ",\n  ",
                                                  "\n  ", " ; c\n\t", ",\n# c\n\n  "};
        for (int round = 0; round < 4000; ++round) {
            std::string text = "[globals]\nwhite_ip =" + std::string(random() % 2 ? "\n  " : " ");
            const unsigned long count = random() % 6;
            for (unsigned long i = 0; i < count; ++i) {
                text += item() + (i + 1 < count ? separators[random() % separators.size()] : "");
            }
            text += random() % 3 == 0 ? "" : "\nfail = block\n";
            std::vector<std::string> wanted;
            const unsigned long length = random() % 6;
            for (unsigned long i = 0; i < length; ++i) {
                wanted.push_back(item());
            }
            const auto document = IniDocument::parse(text);
            const auto plan = setItems(document, "globals", "white_ip", wanted);
            QVERIFY(plan.has_value());
            const auto edited = applied(document, *plan);
            std::vector<std::string> found;
            for (const ListItem& entry : edited.items(*edited.key("globals", "white_ip"))) {
                found.emplace_back(entry.text);
            }
            QVERIFY2(found == wanted, (text + "\n----\n" + edited.bytes()).c_str());
            const bool hasFail = document.key("globals", "fail") != nullptr;
            QCOMPARE(edited.key("globals", "fail") != nullptr, hasFail);
        }
    }

    /// Edits of single places are those that the whole list, compared item by item, would give.
    void singleItemsAreEditedAsWholeLists()
    {
        std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same lists every time
        const std::vector<std::string> separators{", ",    " ",           ",",        "\n    ",
                                                  ",\n  ", " ; note\n\t", "\n# c\n  "};
        for (int round = 0; round < 3000; ++round) {
            int number = 0; // no item twice: which of two equal ones goes is not said
            const auto item = [&] { return "10.0.0." + std::to_string(++number); };
            std::string text = "[globals]\nwhite_ip = ";
            for (auto count = random() % 7; count > 0; --count) {
                text += item() + (count > 1 ? separators[random() % separators.size()] : "");
            }
            text += random() % 3 == 0 ? "" : "\nfail = block\n";
            const auto document = IniDocument::parse(text);
            const Key& key = *document.key("globals", "white_ip");
            const std::vector<ListItem> items = document.items(key);
            std::vector<std::string> before;
            for (const ListItem& each : items) {
                before.emplace_back(each.text);
            }
            std::vector<std::string> added;
            for (auto count = random() % 3; count > 0; --count) {
                added.push_back(item());
            }
            std::vector<std::string> wanted = before;
            wanted.insert(wanted.end(), added.begin(), added.end());
            QCOMPARE(*addItems(document, "globals", "white_ip", added),
                     *setItems(document, "globals", "white_ip", wanted));
            std::vector<std::size_t> places;
            wanted.clear();
            for (std::size_t i = 0; i < before.size(); ++i) {
                if (random() % 2 == 0) {
                    places.push_back(i);
                } else {
                    wanted.push_back(before[i]);
                }
            }
            QCOMPARE(*removeItemsAt(document, "globals", "white_ip", places),
                     *setItems(document, "globals", "white_ip", wanted));
            std::vector<std::string> gone;
            for (const std::size_t place : places) {
                gone.push_back(before[place]);
            }
            QCOMPARE(*removeItems(document, "globals", "white_ip", gone),
                     *setItems(document, "globals", "white_ip", wanted));
            if (before.empty() || added.empty()) {
                continue;
            }
            const std::size_t place = random() % before.size();
            wanted = before;
            wanted[place] = added.front();
            wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(place) + 1, added.begin() + 1,
                          added.end());
            QCOMPARE(*replaceItemAt(document, "globals", "white_ip", place, added),
                     *setItems(document, "globals", "white_ip", wanted));
        }
    }

    void itemsThatCannotBeWrittenAreRefused()
    {
        const auto document = IniDocument::parse("[globals]\nwhite_ip = 10.0.0.1\n");
        const std::vector<std::string> bad{"10.0.0.2,10.0.0.3"};
        QVERIFY(!addItems(document, "globals", "white_ip", bad));
        QVERIFY(!replaceItemAt(document, "globals", "white_ip", 0, bad));
        QVERIFY(removeItemsAt(document, "globals", "enforce_ip", std::array{std::size_t{0}})->empty());
    }

    void smallestPlanBetweenTexts()
    {
        QVERIFY(planBetween("abc", "abc").empty());
        QCOMPARE(planBetween("abcabc", "abc").size(), std::size_t{1});
        for (const std::string a : {"", "a", "aa", "aba", "abab"}) {
            for (const std::string b : {"", "a", "aa", "aba", "abab"}) {
                QCOMPARE(applied(a, planBetween(a, b)), b);
            }
        }
    }

    void hundredThousandEntries()
    {
        std::string text = "[globals]\nwhite_ip = 127.0.0.1,\n";
        for (int i = 0; i < 100'000; ++i) {
            text += "  10." + std::to_string(i / 25000) + '.' + std::to_string(i / 100 % 250) + '.' +
                    std::to_string(i % 100) + ",\n";
        }
        const auto document = IniDocument::parse(text);
        const std::vector<std::string> added{"192.0.2.1"};
        const auto plan = addItems(document, "globals", "white_ip", added);
        QCOMPARE(plan->size(), std::size_t{1});
        QCOMPARE((*plan)[0].replacement, std::string("  192.0.2.1,\n"));
    }
};

QTEST_APPLESS_MAIN(EditsTest)
#include "edits_test.moc"
