// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever two people moved, split over lines or took away: the merged file says what the answers ask for,
// no more and no less. The expectation is worked out here from the three texts alone.
#include "core/config/three_way.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace config;
using base::MergePick;

namespace {

using Value = std::optional<std::vector<std::string>>; ///< entries of a list, or the one value
using Name = std::pair<std::string, std::string>;
using Meaning = std::map<Name, Value>;

ThreeWay threeWay(const std::string& base, const std::string& mine, const std::string& theirs)
{
    return {IniDocument::parse(base), IniDocument::parse(mine), IniDocument::parse(theirs)};
}

std::string mergedWith(const ThreeWay& merge, MergePick pick)
{
    return merge.merged(std::vector(merge.questions().size(), pick)).bytes();
}

std::string with(std::string text, const std::string& before, const std::string& after)
{
    return text.replace(text.find(before), before.size(), after);
}

std::string crlf(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        result.append(c == '\n' ? "\r\n" : std::string(1, c));
    }
    return result;
}

Meaning meaningOf(const IniDocument& document)
{
    Meaning meaning;
    for (const Block& block : document.blocks()) {
        for (const Key& key : block.keys) {
            std::vector<std::string> value{document.value(key)};
            if (key.type && isList(*key.type)) {
                value.clear();
                for (const ListItem& item : document.items(key)) {
                    value.emplace_back(item.text);
                }
            }
            meaning[{block.canonical, key.name}] = std::move(value);
        }
    }
    return meaning;
}

Value valueIn(const Meaning& meaning, const Name& name)
{
    const auto found = meaning.find(name);
    return found == meaning.end() ? std::nullopt : found->second;
}

std::set<std::string> both(const Value& base, const Value& mine, const Value& theirs)
{
    const auto setOf = [](const Value& value) {
        return value ? std::set(value->begin(), value->end()) : std::set<std::string>();
    };
    const std::set<std::string> before = setOf(base);
    const std::set<std::string> now = setOf(mine);
    std::set<std::string> result = setOf(theirs);
    for (const std::string& item : before) {
        if (!now.contains(item)) {
            result.erase(item);
        }
    }
    for (const std::string& item : now) {
        if (!before.contains(item)) {
            result.insert(item);
        }
    }
    return result;
}

/// Empty when the merged file says what it should.
std::string fault(const ThreeWay& merge, const std::vector<MergePick>& answers)
{
    const IniDocument document = merge.merged(answers);
    const Meaning base = meaningOf(merge.base());
    const Meaning mine = meaningOf(merge.mine());
    const Meaning theirs = meaningOf(merge.theirs());
    const Meaning merged = meaningOf(document);
    std::map<Name, std::optional<std::size_t>> questions;
    for (const MergeChange& change : merge.changes()) {
        questions[{change.any().section, change.any().key}] = change.question;
    }
    std::set<Name> names;
    for (const Meaning* meaning : {&base, &mine, &theirs, &merged}) {
        for (const auto& [name, value] : *meaning) {
            names.insert(name);
        }
    }
    for (const Name& name : names) {
        const Value old = valueIn(base, name);
        const Value my = valueIn(mine, name);
        const Value their = valueIn(theirs, name);
        const Value found = valueIn(merged, name);
        const auto row = questions.find(name);
        const bool isAsked = row != questions.end() && row->second;
        const MergePick pick = isAsked ? answers[*row->second] : MergePick::MineThenTheirs;
        const bool isByOne = my == old || their == old || my == their;
        const Value ofOne = my == old ? their : my;
        const Value wanted = pick == MergePick::Mine ? my : pick == MergePick::Theirs ? their : ofOne;
        if (pick == MergePick::MineThenTheirs && !isByOne) {
            const std::set<std::string> items = both(old, my, their);
            if (!found || found->size() != items.size() || std::set(found->begin(), found->end()) != items) {
                return "items of [" + name.first + "] " + name.second;
            }
        } else if (found != wanted) {
            return '[' + name.first + "] " + name.second;
        }
    }
    const bool hasStray = std::ranges::any_of(
        document.lines(), [](const Line& line) { return line.kind == LineKind::Unreadable; });
    return hasStray || !document.keysOutside().empty() ? "stray lines" : "";
}

std::string faultWithAnyAnswer(const ThreeWay& merge)
{
    for (const MergePick pick : {MergePick::Mine, MergePick::Theirs, MergePick::MineThenTheirs}) {
        std::vector<MergePick> answers(merge.questions().size(), pick);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const bool isOffered = pick != MergePick::MineThenTheirs || merge.questions()[i].offersBoth;
            answers[i] = isOffered ? pick : MergePick::Mine;
        }
        if (const std::string found = fault(merge, answers); !found.empty()) {
            return found + "\n--- base\n" + merge.base().bytes() + "--- mine\n" + merge.mine().bytes() +
                   "--- theirs\n" + merge.theirs().bytes() + "--- merged, answer " +
                   std::to_string(static_cast<int>(pick)) + '\n' + merge.merged(answers).bytes();
        }
    }
    return {};
}

/// A file as one would keep it in mind: sections of keys, each key with the lines it is written in.
class Draft
{
public:
    explicit Draft(std::mt19937& random) : m_random(random) {}

    void fill()
    {
        std::vector<std::string> names{"globals", "enforce_actions", "example.com", "*.a.example"};
        std::shuffle(names.begin(), names.end(), m_random);
        names.resize(1 + upTo(4));
        for (const std::string& name : names) {
            m_sections.push_back({name, {}});
            for (std::size_t i = upTo(6); i > 0; --i) {
                addKey(m_sections.back());
            }
        }
    }

    void edit()
    {
        for (std::size_t i = upTo(4); i > 0; --i) {
            if (m_sections.empty()) {
                m_sections.push_back({"globals", {}});
            }
            const std::size_t place = upTo(m_sections.size());
            switch (upTo(8)) {
            case 0:
                moveOne(m_sections);
                break;
            case 1:
                m_sections.erase(m_sections.begin() + static_cast<std::ptrdiff_t>(place));
                break;
            case 2:
                addSection();
                break;
            case 3:
                moveOne(m_sections[place].keys);
                break;
            case 4:
                removeKey(m_sections[place]);
                break;
            case 5:
                addKey(m_sections[place]);
                break;
            default:
                changeKey(m_sections[place]);
            }
        }
    }

    std::string text()
    {
        std::string result;
        for (const Section& section : m_sections) {
            result += '[' + section.name + "]\n";
            for (const auto& [name, lines] : section.keys) {
                result += lines;
            }
            result += '\n';
        }
        return upTo(8) == 0 ? crlf(result) : result;
    }

private:
    struct Section
    {
        std::string name;
        std::vector<std::pair<std::string, std::string>> keys;
    };

    std::size_t upTo(std::size_t count) { return m_random() % count; }

    template <typename T>
    void moveOne(std::vector<T>& all)
    {
        if (all.size() > 1) {
            std::swap(all[upTo(all.size())], all[upTo(all.size())]);
        }
    }

    void addSection()
    {
        const std::string name = std::string(1, static_cast<char>('x' + upTo(3))) + ".example";
        if (std::ranges::find(m_sections, name, &Section::name) == m_sections.end()) {
            m_sections.insert(m_sections.begin() + static_cast<std::ptrdiff_t>(upTo(m_sections.size() + 1)),
                              {name, {{"none", linesOf("none")}}});
        }
    }

    void addKey(Section& section)
    {
        static const std::vector<std::string> names{"softfail", "fail",       "none",         "pass",
                                                    "white_ip", "enforce_ip", "white_domain", "log_level"};
        const std::string& name = names[upTo(names.size())];
        const auto isKey = [&](const auto& key) { return key.first == name; };
        if (std::ranges::none_of(section.keys, isKey)) {
            section.keys.insert(section.keys.begin() +
                                    static_cast<std::ptrdiff_t>(upTo(section.keys.size() + 1)),
                                {name, linesOf(name)});
        }
    }

    void removeKey(Section& section)
    {
        if (!section.keys.empty()) {
            section.keys.erase(section.keys.begin() + static_cast<std::ptrdiff_t>(upTo(section.keys.size())));
        }
    }

    void changeKey(Section& section)
    {
        if (!section.keys.empty()) {
            auto& [name, lines] = section.keys[upTo(section.keys.size())];
            lines = linesOf(name);
        }
    }

    std::string linesOf(const std::string& name)
    {
        static const std::vector<std::string> actions{"bypass", "tempblock", "block"};
        const std::string start = (upTo(4) == 0 ? "# about " + name + '\n' : "") + name + " = ";
        if (name == "log_level") {
            return start + std::to_string(upTo(5)) + '\n';
        }
        if (!name.starts_with("white") && !name.starts_with("enforce")) {
            return start + actions[upTo(3)] + (upTo(4) == 0 ? " ; why\n" : "\n");
        }
        std::vector<std::string> items;
        for (int i = 0; i < 9; ++i) {
            const std::string number = std::to_string(i);
            if (upTo(3) == 0) {
                items.push_back(name == "white_domain" ? 'd' + number + ".example" : "10.0.0." + number);
            }
        }
        std::shuffle(items.begin(), items.end(), m_random);
        const bool isTall = upTo(2) == 0;
        std::string text = start;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (isTall && i > 0) {
                text += upTo(3) == 0 ? ",\n# note of " + items[i] + "\n    " : ",\n    ";
            } else if (i > 0) {
                text += ", ";
            }
            text += items[i];
        }
        return text + '\n';
    }

    std::mt19937& m_random;
    std::vector<Section> m_sections;
};

} // namespace

class MergeMeaningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void faultsOfOldAreGone_data()
    {
        QTest::addColumn<std::string>("base");
        QTest::addColumn<std::string>("mine");
        QTest::addColumn<std::string>("theirs");
        QTest::newRow("beside a moved line")
            << std::string("[globals]\nsoftfail = block\nnone = bypass\nfail = block\n")
            << std::string("[globals]\nnone = bypass\nsoftfail = block\nfail = block\n")
            << std::string("[globals]\nsoftfail = block\nfail = block\n");
        QTest::newRow("sections put in front of one that gets a key")
            << std::string("[example.com]\n\n")
            << crlf("[x.example]\nnone = block\n\n[z.example]\nnone=block\n\n[example.com]\n")
            << std::string("[example.com]\nsoftfail = block\n");
        const std::string list = "[globals]\nwhite_ip = 10.0.0.3,\n  10.0.0.1\n";
        QTest::newRow("a key behind a list that grows")
            << list << list + "log_level = 2\n"
            << with(list, "10.0.0.1\n", "10.0.0.1,\n  10.0.0.2\n");
        QTest::newRow("a list emptied and made tall")
            << std::string("[globals]\nenforce_ip = 10.0.0.8, 10.0.0.1\n")
            << std::string("[globals]\nenforce_ip = 10.0.0.7,\n    10.0.0.4,\n    10.0.0.8\n")
            << std::string("[globals]\nenforce_ip=\n");
        QTest::newRow("a moved list taken away by one, changed by the other")
            << list + "none = block\n"
            << std::string("[globals]\nnone = block\n")
            << std::string("[globals]\nnone = block\nwhite_ip = 10.0.0.3, 10.0.0.9\n");
    }

    void faultsOfOldAreGone()
    {
        QFETCH(std::string, base);
        QFETCH(std::string, mine);
        QFETCH(std::string, theirs);
        const std::string found = faultWithAnyAnswer(threeWay(base, mine, theirs));
        QVERIFY2(found.empty(), found.c_str());
    }

    void whatBothRemovedStaysAway()
    {
        const ThreeWay merge = threeWay("[globals]\nenforce_ip = 10.0.0.8, 10.0.0.1\n",
                                        "[globals]\nenforce_ip = 10.0.0.7,\n    10.0.0.4,\n    10.0.0.8\n",
                                        "[globals]\nenforce_ip=\n");
        QVERIFY(merge.questions().at(0).offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 std::string("[globals]\nenforce_ip=10.0.0.7, 10.0.0.4\n"));
    }

    void anOlderListAgainstANewEntry()
    {
        const std::string note = "# \xE5\x80\x89\xE5\xBA\xAB\n";
        const std::string base = "[globals]\nwhite_ip = 127.0.0.1,\n    192.0.2.0/24,\n" + note +
                                 "    172.16.0.0/12,\n    198.51.100.7,\n    203.0.113.9\n";
        const std::string theirs = with(base, "203.0.113.9\n", "203.0.113.9,\n    192.0.2.99\n");
        const ThreeWay merge =
            threeWay(base,
                     "[globals]\nwhite_ip = 10.0.0.1,\n# branch\n    10.9.0.0/16,\n    127.0.0.1,\n"
                     "    192.0.2.0/24\n",
                     theirs);
        QVERIFY(merge.questions().at(0).offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 std::string("[globals]\nwhite_ip = 127.0.0.1,\n    192.0.2.0/24,\n    192.0.2.99,\n"
                             "    10.0.0.1,\n# branch\n    10.9.0.0/16\n"));
        const std::string found = faultWithAnyAnswer(merge);
        QVERIFY2(found.empty(), found.c_str());
    }

    void aNoteAloneStaysBesideTheirEntries()
    {
        const std::string base = "[globals]\nwhite_ip = 10.0.0.1,\n    10.0.0.2,\n    10.0.0.3\n";
        const ThreeWay merge =
            threeWay(base, with(base, "    10.0.0.2", "# branch\n    10.0.0.2"),
                     with(base, "    10.0.0.2,\n", "    10.0.0.9,\n    10.0.0.2,\n    10.0.0.8,\n"));
        QVERIFY(merge.questions().at(0).offersBoth);
        QCOMPARE(mergedWith(merge, MergePick::MineThenTheirs),
                 std::string("[globals]\nwhite_ip = 10.0.0.1,\n    10.0.0.9,\n# branch\n    10.0.0.2,\n"
                             "    10.0.0.8,\n    10.0.0.3\n"));
    }

    void movedLinesSayWhatTheAnswersAsk()
    {
        std::mt19937 random(9157);
        for (int round = 0; round < 4000; ++round) {
            Draft base(random);
            base.fill();
            Draft mine = base;
            mine.edit();
            Draft theirs = base;
            theirs.edit();
            const std::string found = faultWithAnyAnswer(threeWay(base.text(), mine.text(), theirs.text()));
            QVERIFY2(found.empty(), (std::to_string(round) + ": " + found).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(MergeMeaningTest)
#include "merge_meaning_test.moc"
