// SPDX-License-Identifier: GPL-3.0-or-later
// The comments of entries: read and written where they stand.
#include "core/base/ascii.h"
#include "core/config/layout.h"
#include "core/config/list_lines.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace config {

namespace {

/// Without marks and blanks at both ends.
ByteSpan bareNote(const IniDocument& document, ByteSpan comment)
{
    const std::string_view bytes = document.bytes();
    const auto isMark = [&](std::size_t at) {
        return base::isSpace(bytes[at]) || bytes[at] == '#' || bytes[at] == ';';
    };
    while (comment.begin < comment.end && isMark(comment.begin)) {
        ++comment.begin;
    }
    while (comment.end > comment.begin && base::isSpace(bytes[comment.end - 1])) {
        --comment.end;
    }
    return comment;
}

/// The comment line above, which is one of the list's.
std::optional<std::size_t> lineAbove(const IniDocument& document, const Key& key, std::size_t line)
{
    const bool has = line > key.line + 1 && document.lines()[line - 1].kind == LineKind::Comment;
    return has ? std::optional(line - 1) : std::nullopt;
}

/// A note starts with a mark of its own, and is one line.
std::string commentOf(std::string_view note)
{
    std::string text = "# ";
    for (const char c : layout::trimmedText(note)) {
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        text.push_back(isControl ? ' ' : c);
    }
    return text;
}

std::optional<ByteSpan> ownComment(const IniDocument& document, const Key& key, std::size_t line)
{
    return line == key.line && isListComment(document, key) ? std::nullopt
                                                            : document.inlineComment(key, line);
}

void setNote(ListEntry& entry, std::string_view note)
{
    const bool isBeside = !entry.beside.empty();
    entry.beside.clear();
    if (!isBeside && !entry.above.empty() && !base::trimmed(entry.above.back()).empty()) {
        entry.above.pop_back();
    }
    if (!note.empty()) {
        entry.above.push_back(commentOf(note));
    }
}

bool sharesLine(const std::vector<ListItem>& items, std::size_t item)
{
    const std::size_t line = items[item].line;
    return (item > 0 && items[item - 1].line == line) ||
           (item + 1 < items.size() && items[item + 1].line == line);
}

EditPlan changedNote(const IniDocument& document, const ByteSpan& comment, std::string_view note)
{
    const ByteSpan old = bareNote(document, comment);
    const std::string text = commentOf(note).substr(2);
    const std::string_view before = document.text({comment.begin, old.begin});
    const bool needsBlank = before.empty() || !base::isSpace(before.back());
    return document.text(old) == text ? EditPlan()
                                      : EditPlan{{old.begin, old.size(), (needsBlank ? " " : "") + text}};
}

} // namespace

std::string_view noteOf(const IniDocument& document, const Key& key, const ListItem& item)
{
    if (const auto comment = ownComment(document, key, item.line)) {
        return document.text(bareNote(document, *comment));
    }
    if (const auto above = lineAbove(document, key, item.line)) {
        const Line& line = document.lines()[*above];
        return document.text(bareNote(document, {line.begin, line.contentEnd}));
    }
    return {};
}

Edited setNote(const IniDocument& document, std::string_view section, std::string_view key, std::size_t item,
               std::string_view note)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const Key* found = document.key(section, key);
    const std::vector<ListItem> items = found != nullptr ? document.items(*found) : std::vector<ListItem>();
    if (item >= items.size()) {
        return EditPlan();
    }
    const std::string_view wanted = layout::trimmedText(note);
    if (noteOf(document, *found, items[item]) == wanted) {
        return EditPlan();
    }
    const std::size_t lineNumber = items[item].line;
    const auto beside = ownComment(document, *found, lineNumber);
    if (sharesLine(items, item) || (lineNumber == found->line && !beside)) {
        ListLines lines(document, *found);
        setNote(lines.entries()[item], wanted);
        return lines.planFor(true, true);
    }
    const Line& line = document.lines()[lineNumber];
    if (const auto& comment = beside) {
        if (!wanted.empty()) {
            return changedNote(document, *comment, wanted);
        }
        std::size_t begin = comment->begin;
        while (base::isSpace(document.bytes()[begin - 1])) {
            --begin;
        }
        return EditPlan{{begin, comment->end - begin, {}}};
    }
    if (const auto above = lineAbove(document, *found, lineNumber)) {
        const Line& comment = document.lines()[*above];
        return wanted.empty() ? layout::removeLines(document, std::array{*above})
                              : changedNote(document, {comment.begin, comment.contentEnd}, wanted);
    }
    // At the beginning of a line: indented, old readers of Python would take it for a part of the list.
    return EditPlan{{line.begin, 0, commentOf(wanted) + std::string(document.lineEndText())}};
}

Edited addNotedItems(const IniDocument& document, std::string_view section, std::string_view key,
                     std::span<const NotedItem> items)
{
    const KeyType type = typeOfKey(key).value_or(KeyType::DomainList);
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::string_view> notes;
    for (const NotedItem& item : items) {
        texts.push_back(item.text);
        if (!layout::trimmedText(item.note).empty()) {
            notes.try_emplace(layout::itemAsWritten(item.text, type), item.note);
        }
    }
    const Edited plan = addItems(document, section, key, texts);
    if (!plan || plan->empty() || notes.empty()) {
        return plan;
    }
    const Key* old = document.key(section, key);
    const std::size_t before = old != nullptr ? document.items(*old).size() : 0;
    const IniDocument added = applied(document, *plan);
    ListLines lines(added, *added.key(section, key));
    for (std::size_t i = before; i < lines.entries().size(); ++i) {
        ListEntry& entry = lines.entries()[i];
        if (const auto note = notes.find(entry.text); note != notes.end()) {
            setNote(entry, note->second);
        }
    }
    return planBetween(document.bytes(), applied(added, lines.planFor(true, true)).bytes());
}

} // namespace config
