// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/merge_meaning.h"

#include "core/base/ascii.h"
#include "core/config/edits.h"
#include "core/config/layout.h"
#include "core/config/list_tidy.h"
#include "core/config/section_merge.h"

#include <algorithm>
#include <iterator>

namespace config {

namespace {

using base::MergePick;
using Folded = std::vector<std::string>; // ascending

const Key* keyIn(const IniDocument& document, const std::string& section, const std::string& key)
{
    const Section* found = document.sectionByCanonicalName(section);
    return found != nullptr ? document.key(*found, key) : nullptr;
}

bool isListKey(const Key& key)
{
    return key.type && isList(*key.type);
}

bool saysTheSame(const IniDocument& a, const Key& keyOfA, const IniDocument& b, const Key& keyOfB)
{
    if (!isListKey(keyOfA)) {
        return a.value(keyOfA) == b.value(keyOfB);
    }
    const auto written = [](const IniDocument& document, const Key& key) {
        return document.text({key.separator, document.lines()[key.endLine - 1].contentEnd});
    };
    return written(a, keyOfA) == written(b, keyOfB) ||
           std::ranges::equal(a.items(keyOfA), b.items(keyOfB), {}, &ListItem::text, &ListItem::text);
}

IniDocument appliedIf(const Edited& plan, const IniDocument& document)
{
    return plan && !plan->empty() ? applied(document, *plan) : document;
}

std::set<std::string> folded(const std::vector<std::string>& items)
{
    std::set<std::string> result;
    for (const std::string& item : items) {
        result.insert(base::toLower(item));
    }
    return result;
}

Folded foldedItems(const IniDocument& document, const Key& key)
{
    Folded result;
    for (const ListItem& item : document.items(key)) {
        result.push_back(base::toLower(item.text));
    }
    std::ranges::sort(result);
    return result;
}

/// Entries that are gone; one that is only spelled in another way is not.
std::set<std::string> removedBy(const Change& change)
{
    std::set<std::string> removed = folded(change.removedItems);
    for (const std::string& item : folded(change.addedItems)) {
        removed.erase(item);
    }
    return removed;
}

/// Their list without what mine removed, with what mine added.
Folded itemsOfBoth(const IniDocument& theirs, const Key& key, const Change& mine)
{
    const std::set<std::string> removed = removedBy(mine);
    Folded wanted = foldedItems(theirs, key);
    std::erase_if(wanted, [&](const std::string& item) { return removed.contains(item); });
    Folded added;
    std::ranges::set_difference(folded(mine.addedItems), wanted, std::back_inserter(added));
    const auto middle = wanted.insert(wanted.end(), added.begin(), added.end());
    std::ranges::inplace_merge(wanted, middle);
    return wanted;
}

bool haveTheSame(Folded a, Folded b)
{
    for (Folded* items : {&a, &b}) {
        const auto twice = std::ranges::unique(*items);
        items->erase(twice.begin(), twice.end());
    }
    return a == b;
}

/// Its lines as another text has them, with the line ends of this one.
IniDocument withLinesOf(const IniDocument& taken, const Key& key, const std::string& section,
                        const IniDocument& document)
{
    std::string text;
    for (std::size_t line = key.line; line < key.endLine; ++line) {
        text.append(taken.lineText(line)).append(document.lineEndText());
    }
    if (const Key* found = keyIn(document, section, key.name)) {
        const std::size_t begin = document.lines()[found->line].begin;
        const std::size_t end = document.lines()[found->endLine - 1].end;
        return applied(document, EditPlan{{begin, end - begin, std::move(text)}});
    }
    const Section* present = document.sectionByCanonicalName(section);
    if (present == nullptr) {
        return document;
    }
    const Block& block = document.blocks()[present->blocks.back()];
    const std::size_t behind = layout::lastContentLine(document, block);
    return applied(document, EditPlan{layout::insertBehind(document, behind, std::move(text))});
}

/// Comment lines that speak of entries that go, each right above one.
std::vector<std::size_t> notesOf(const IniDocument& document, const Key& key,
                                 const std::set<std::string>& removed)
{
    std::vector<std::size_t> notes;
    std::set<std::size_t> stays;
    const std::vector<ListItem> items = document.items(key);
    for (const ListItem& item : items) {
        if (!removed.contains(base::toLower(item.text))) {
            stays.insert(item.line);
        }
    }
    for (const ListItem& item : items) {
        const bool hasNote =
            item.line > key.line + 1 && document.lines()[item.line - 1].kind == LineKind::Comment;
        if (hasNote && !stays.contains(item.line) && (notes.empty() || notes.back() != item.line - 1)) {
            notes.push_back(item.line - 1);
        }
    }
    return notes;
}

std::vector<NotedItem> notedItems(const IniDocument& document, const Key& key, const Change& change)
{
    const std::set<std::string> added = folded(change.addedItems);
    std::vector<NotedItem> noted;
    for (const ListItem& item : document.items(key)) {
        if (added.contains(base::toLower(item.text))) {
            noted.push_back({std::string(item.text), std::string(noteOf(document, key, item))});
        }
    }
    return noted;
}

std::map<std::string, std::string_view> notesByItem(const IniDocument& document, const Key* key)
{
    std::map<std::string, std::string_view> notes;
    for (const ListItem& item : key != nullptr ? document.items(*key) : std::vector<ListItem>()) {
        notes.emplace(base::toLower(item.text), noteOf(document, *key, item));
    }
    return notes;
}

std::size_t timesSet(const IniDocument& document, const std::pair<std::string, std::string>& name)
{
    std::size_t count = 0;
    if (const Section* section = document.sectionByCanonicalName(name.first)) {
        for (const std::size_t index : section->blocks) {
            count += static_cast<std::size_t>(
                std::ranges::count(document.blocks()[index].keys, name.second, &Key::name));
        }
    }
    return count;
}

std::size_t timesOpened(const IniDocument& document, const std::pair<std::string, std::string>& name)
{
    const Section* section = document.sectionByCanonicalName(name.first);
    return section != nullptr ? section->blocks.size() : 0;
}

/// The last one counts.
IniDocument withoutEarlierOnes(const IniDocument& document, const std::string& section,
                               const std::string& name)
{
    const Section* found = document.sectionByCanonicalName(section);
    const Key* last = document.key(*found, name);
    std::vector<std::size_t> lines;
    for (const std::size_t index : found->blocks) {
        for (const Key& key : document.blocks()[index].keys) {
            if (key.name == name && &key != last) {
                const std::vector<std::size_t> own = layout::linesOf(document, key);
                lines.insert(lines.end(), own.begin(), own.end());
            }
        }
    }
    return applied(document, layout::removeLines(document, lines));
}

bool isInUse(const IniDocument& document, const Section& section)
{
    return std::ranges::any_of(section.blocks,
                               [&](std::size_t index) { return !document.blocks()[index].keys.empty(); });
}

/// Lines that a product cannot read, among them settings outside of every section.
std::vector<std::size_t> unreadLines(const IniDocument& document)
{
    std::vector<std::size_t> lines;
    for (std::size_t i = 0; i < document.lines().size(); ++i) {
        if (document.lines()[i].kind == LineKind::Unreadable) {
            lines.push_back(i);
        }
    }
    for (const Key& key : document.keysOutside()) {
        for (std::size_t line = key.line; line < key.endLine; ++line) {
            lines.push_back(line);
        }
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace

MergeMeaning::MergeMeaning(const ThreeWay& merge, std::span<const MergePick> answers)
    : m_merge(merge), m_answers(answers.begin(), answers.end())
{
    for (const MergeChange& change : merge.changes()) {
        m_changes.emplace(Name(change.any().section, change.any().key), &change);
    }
    for (const IniDocument* text : {&merge.base(), &merge.mine(), &merge.theirs()}) {
        for (const std::size_t line : unreadLines(*text)) {
            m_knownStrays.emplace(text->lineText(line));
        }
    }
}

MergeMeaning::Source MergeMeaning::sourceOf(const Name& name) const
{
    const auto change = m_changes.find(name);
    return change != m_changes.end() ? sourceOf(*change->second) : Source{&m_merge.base()};
}

MergeMeaning::Source MergeMeaning::sourceOf(const MergeChange& change) const
{
    const MergePick pick = change.question ? m_answers[*change.question] : MergePick::MineThenTheirs;
    if (pick != MergePick::MineThenTheirs) {
        return {pick == MergePick::Mine ? &m_merge.mine() : &m_merge.theirs()};
    }
    if (change.by != ChangedBy::Both) {
        return {change.by == ChangedBy::Me ? &m_merge.mine() : &m_merge.theirs()};
    }
    const auto type = typeOfKey(change.any().key);
    const bool isByItem = type && isList(*type) && change.mine->newWritten && change.theirs->newWritten &&
                          change.mine->newWritten != change.theirs->newWritten;
    return isByItem ? Source{&m_merge.theirs(), &change} : Source{&m_merge.mine()};
}

/// Sections stand before their keys.
std::vector<MergeMeaning::Name> MergeMeaning::namesWith(const IniDocument& document) const
{
    std::vector<Name> names;
    std::set<Name> seen;
    const auto add = [&](Name name) {
        if (seen.insert(name).second) {
            names.push_back(std::move(name));
        }
    };
    for (const IniDocument* text : {&m_merge.base(), &m_merge.mine(), &m_merge.theirs(), &document}) {
        for (const Block& block : text->blocks()) {
            add({block.canonical, {}});
            for (const Key& key : block.keys) {
                add({block.canonical, key.name});
            }
        }
    }
    return names;
}

bool MergeMeaning::isRepeated(const IniDocument& document, const Name& name, MostOf count) const
{
    const std::size_t times = count(document, name);
    return times > 1 && times > std::max({count(m_merge.base(), name), count(m_merge.mine(), name),
                                          count(m_merge.theirs(), name)});
}

bool MergeMeaning::isSaidBy(const IniDocument& document, const Name& name) const
{
    const Source source = sourceOf(name);
    const Key* wanted = keyIn(*source.text, name.first, name.second);
    const Key* found = keyIn(document, name.first, name.second);
    if (wanted == nullptr || found == nullptr) {
        return wanted == found;
    }
    if (source.byItem == nullptr) {
        return saysTheSame(*source.text, *wanted, document, *found);
    }
    const Folded items = foldedItems(document, *found);
    const Folded both = itemsOfBoth(*source.text, *wanted, *source.byItem->mine);
    return items.size() <= both.size() && haveTheSame(items, both);
}

/// One who removes a section does not take away what the other has set in it.
bool MergeMeaning::isThereAsWanted(const IniDocument& document, const Name& section) const
{
    const Section* found = document.sectionByCanonicalName(section.first);
    const bool isWanted = sourceOf(section).text->sectionByCanonicalName(section.first) != nullptr;
    return (found != nullptr) == isWanted || (found != nullptr && isInUse(document, *found));
}

std::vector<std::size_t> MergeMeaning::strayLines(const IniDocument& document) const
{
    std::vector<std::size_t> lines = unreadLines(document);
    std::erase_if(lines, [&](std::size_t line) { return m_knownStrays.contains(document.lineText(line)); });
    return lines;
}

bool MergeMeaning::isMetBy(const IniDocument& document) const
{
    return strayLines(document).empty() && std::ranges::all_of(namesWith(document), [&](const Name& name) {
               return name.second.empty() ? isThereAsWanted(document, name) : isSaidBy(document, name);
           });
}

IniDocument MergeMeaning::metFrom(IniDocument document) const
{
    constexpr int mostRounds = 3; // a line that goes may have kept others apart
    for (int round = 0; round < mostRounds; ++round) {
        IniDocument repaired = repairedOnce(document);
        const bool isDone = repaired == document;
        document = std::move(repaired);
        if (isDone) {
            break;
        }
    }
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const MergeQuestion& question = m_merge.questions()[i];
        if (question.isList && m_answers[i] == MergePick::MineThenTheirs) {
            document = withMyNotes(document, {question.section, question.key});
        }
    }
    return document;
}

IniDocument MergeMeaning::repairedOnce(IniDocument document) const
{
    if (const std::vector<std::size_t> stray = strayLines(document); !stray.empty()) {
        document = applied(document, layout::removeLines(document, stray));
    }
    const std::vector<Name> names = namesWith(document);
    for (const Name& name : names) {
        document = name.second.empty() ? withSection(document, name) : withKey(document, name);
    }
    for (const Name& name : names) { // what is left of them shows by now
        if (name.second.empty() && !isThereAsWanted(document, name)) {
            document = appliedIf(removeSection(document, name.first), document);
        }
    }
    return document;
}

/// Written once, if at all wanted.
IniDocument MergeMeaning::withSection(const IniDocument& document, const Name& section) const
{
    if (isRepeated(document, section, timesOpened)) {
        return appliedIf(
            mergeSections(document, {.sections = {section.first}, .into = section.first, .kept = {}}),
            document);
    }
    const Section* wanted = sourceOf(section).text->sectionByCanonicalName(section.first);
    const bool isMissing = document.sectionByCanonicalName(section.first) == nullptr;
    return wanted != nullptr && isMissing ? appliedIf(addSection(document, wanted->name), document)
                                          : document;
}

IniDocument MergeMeaning::withKey(const IniDocument& document, const Name& name) const
{
    const auto& [section, key] = name;
    const IniDocument once =
        isRepeated(document, name, timesSet) ? withoutEarlierOnes(document, section, key) : document;
    if (isSaidBy(once, name)) {
        return once;
    }
    const Source source = sourceOf(name);
    if (keyIn(*source.text, section, key) == nullptr) {
        return appliedIf(unsetKey(once, section, key), once);
    }
    return source.byItem != nullptr ? withItems(once, name) : withValue(once, name);
}

IniDocument MergeMeaning::withValue(const IniDocument& document, const Name& name) const
{
    const auto& [section, key] = name;
    const IniDocument& taken = *sourceOf(name).text;
    const Key& wanted = *keyIn(taken, section, key);
    const bool isMissing = document.sectionByCanonicalName(section) == nullptr;
    const IniDocument home =
        isMissing ? appliedIf(addSection(document, taken.sectionByCanonicalName(section)->name), document)
                  : document;
    const bool keepsNotes = isListKey(wanted) || keyIn(home, section, key) == nullptr;
    if (!keepsNotes) {
        const IniDocument set = appliedIf(setKey(home, section, key, taken.value(wanted)), home);
        if (isSaidBy(set, name)) {
            return set;
        }
    }
    return withLinesOf(taken, wanted, section, home);
}

/// From their lines as a whole: where both rewrote a list, lines of either side by side say nothing.
IniDocument MergeMeaning::withItems(const IniDocument& document, const Name& name) const
{
    const auto& [section, key] = name;
    const Change& change = *sourceOf(name).byItem->mine;
    const Key& theirs = *keyIn(m_merge.theirs(), section, key);
    const Key& mine = *keyIn(m_merge.mine(), section, key);
    const std::set<std::string> removed = removedBy(change);
    IniDocument result = withLinesOf(m_merge.theirs(), theirs, section, document);
    const std::vector<NotedItem> added = notedItems(m_merge.mine(), mine, change);
    result = appliedIf(addNotedItems(result, section, key, added), result);
    if (const Key* found = keyIn(result, section, key)) {
        result = applied(result, layout::removeLines(result, notesOf(result, *found, removed)));
    }
    const std::vector<std::string> gone(removed.begin(), removed.end());
    return appliedIf(removeItems(result, section, key, gone), result);
}

/// Those of entries that stay, where only mine has another one than before.
IniDocument MergeMeaning::withMyNotes(const IniDocument& document, const Name& name) const
{
    const auto& [section, key] = name;
    const auto notesIn = [&](const IniDocument& text) {
        return notesByItem(text, keyIn(text, section, key));
    };
    const auto before = notesIn(m_merge.base());
    const auto theirs = notesIn(m_merge.theirs());
    const auto mine = notesIn(m_merge.mine());
    const auto noteIn = [](const auto& notes, const std::string& item) {
        const auto found = notes.find(item);
        return found != notes.end() ? found->second : std::string_view();
    };
    IniDocument result = document;
    const Key* found = keyIn(document, section, key);
    const std::vector<ListItem> items = found != nullptr ? document.items(*found) : std::vector<ListItem>();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string item = base::toLower(items[i].text);
        const std::string_view old = noteIn(before, item);
        const auto my = mine.find(item);
        if (my != mine.end() && my->second != old && noteIn(theirs, item) == old) {
            result = appliedIf(setNote(result, section, key, i, my->second), result);
        }
    }
    return result;
}

} // namespace config
