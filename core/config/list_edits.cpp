// SPDX-License-Identifier: GPL-3.0-or-later
// Changing lists item by item: what stays is not touched, comments and the style of the list are kept.
#include "core/config/edits.h"

#include "core/base/ascii.h"
#include "core/base/line_diff.h"
#include "core/config/layout.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace config {

namespace {

std::string joined(std::span<const std::string> items)
{
    std::string text;
    for (const std::string& item : items) {
        text.append(text.empty() ? "" : ", ").append(item);
    }
    return text;
}

/// What a list holds while its key is not set (SPEC A12).
std::vector<std::string> defaultItems(std::string_view section, std::string_view key)
{
    const KeySchema* entry = findKey(classifySection(section).kind, key);
    if (entry == nullptr || entry->defaultValue.empty()) {
        return {};
    }
    return {std::string(entry->defaultValue)};
}

class ListLayout
{
public:
    ListLayout(const IniDocument& document, const Key& key)
        : m_document(document), m_key(key), m_items(document.items(key)), m_keeps(m_items.size(), true)
    {
        std::size_t parts = 1;
        for (std::size_t line = key.line + 1; line < key.endLine; ++line) {
            parts += document.lines()[line].kind == LineKind::Continuation ? 1 : 0;
        }
        m_isVertical = parts > 1 && (m_items.size() < 2 || m_items.size() <= parts);
        m_hasCommas =
            std::any_of(m_items.begin(), m_items.end(), [this](const ListItem& i) { return hasComma(i); });
    }

    [[nodiscard]] const std::vector<ListItem>& items() const noexcept { return m_items; }

    [[nodiscard]] EditPlan changeTo(std::span<const std::string> wanted);
    [[nodiscard]] EditPlan append(std::span<const std::string> texts);
    [[nodiscard]] EditPlan removeAt(std::span<const std::size_t> places);
    /// `texts` is not empty.
    [[nodiscard]] EditPlan replaceAt(std::size_t place, std::span<const std::string> texts);

private:
    [[nodiscard]] EditPlan finished();
    void replace(std::size_t index, const std::string& text);
    void removeMarked();
    void removeOnLine(std::size_t first, std::size_t last);
    void insertBehind(std::size_t index, std::span<const std::string> texts);
    void insertInFront(std::span<const std::string> texts);
    [[nodiscard]] bool hasComma(const ListItem& item) const;
    [[nodiscard]] std::string separatorAt(std::size_t index) const;
    [[nodiscard]] std::string indent() const;
    [[nodiscard]] std::string lines(std::span<const std::string> texts, bool lastHasComma) const;

    const IniDocument& m_document;
    const Key& m_key;
    std::vector<ListItem> m_items;
    std::vector<bool> m_keeps;
    bool m_isVertical = false; ///< one item a line
    bool m_hasCommas = false;
    EditPlan m_plan;
};

EditPlan ListLayout::changeTo(std::span<const std::string> wanted)
{
    if (m_items.empty() || wanted.empty()) {
        if (m_items.empty()) {
            return wanted.empty() ? EditPlan{} : layout::replaceValue(m_document, m_key, joined(wanted));
        }
        std::fill(m_keeps.begin(), m_keeps.end(), false);
        removeMarked();
        return std::move(m_plan);
    }
    std::vector<std::string_view> before;
    for (const ListItem& item : m_items) {
        before.push_back(item.text);
    }
    const std::vector<std::string_view> after(wanted.begin(), wanted.end());
    std::size_t replaced = 0; // items of a removal that the following insertion takes the place of
    const std::vector<base::DiffOp> ops = base::diffSequences(before, after);
    for (std::size_t i = 0; i < ops.size(); ++i) {
        const base::DiffOp& op = ops[i];
        if (op.kind == base::DiffKind::Remove) {
            const bool isReplaced = i + 1 < ops.size() && ops[i + 1].kind == base::DiffKind::Insert;
            replaced = isReplaced ? std::min(op.count, ops[i + 1].count) : 0;
            for (std::size_t k = 0; k < op.count; ++k) {
                if (k < replaced) {
                    replace(op.oldLine + k, wanted[op.newLine + k]);
                } else {
                    m_keeps[op.oldLine + k] = false;
                }
            }
        } else if (op.kind == base::DiffKind::Insert) {
            const auto texts = wanted.subspan(op.newLine + replaced, op.count - replaced);
            if (!texts.empty() && op.oldLine == 0) {
                insertInFront(texts);
            } else if (!texts.empty()) {
                insertBehind(op.oldLine - 1, texts);
            }
            replaced = 0;
        } else {
            replaced = 0;
        }
    }
    return finished();
}

EditPlan ListLayout::append(std::span<const std::string> texts)
{
    if (m_items.empty()) {
        return layout::replaceValue(m_document, m_key, joined(texts));
    }
    insertBehind(m_items.size() - 1, texts);
    return finished();
}

EditPlan ListLayout::removeAt(std::span<const std::size_t> places)
{
    for (const std::size_t place : places) {
        m_keeps[place] = false;
    }
    return finished();
}

EditPlan ListLayout::replaceAt(std::size_t place, std::span<const std::string> texts)
{
    replace(place, texts.front());
    if (texts.size() > 1) {
        insertBehind(place, texts.subspan(1));
    }
    return finished();
}

EditPlan ListLayout::finished()
{
    removeMarked();
    layout::sortPlan(m_plan);
    return std::move(m_plan);
}

void ListLayout::replace(std::size_t index, const std::string& text)
{
    m_plan.push_back({m_items[index].span.begin, m_items[index].span.size(), text});
}

void ListLayout::removeMarked()
{
    std::vector<std::size_t> wholeLines;
    for (std::size_t first = 0; first < m_items.size();) {
        std::size_t last = first;
        while (last + 1 < m_items.size() && m_items[last + 1].line == m_items[first].line) {
            ++last;
        }
        const auto begin = m_keeps.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = m_keeps.begin() + static_cast<std::ptrdiff_t>(last + 1);
        if (std::find(begin, end, true) != end) {
            removeOnLine(first, last);
        } else if (m_items[first].line != m_key.line) {
            wholeLines.push_back(m_items[first].line);
        } else {
            const EditPlan emptied = layout::replaceValue(m_document, m_key, {});
            m_plan.insert(m_plan.end(), emptied.begin(), emptied.end());
        }
        first = last + 1;
    }
    const EditPlan removed = layout::removeLines(m_document, wholeLines);
    m_plan.insert(m_plan.end(), removed.begin(), removed.end());
}

/// Something stays on the line: each removed item goes with the separator behind it, the last ones with the
/// separator in front.
void ListLayout::removeOnLine(std::size_t first, std::size_t last)
{
    std::size_t index = first;
    while (index <= last) {
        if (m_keeps[index]) {
            ++index;
            continue;
        }
        const std::size_t from = index;
        while (index <= last && !m_keeps[index]) {
            ++index;
        }
        const std::size_t begin = index <= last ? m_items[from].span.begin : m_items[from - 1].span.end;
        const std::size_t end = index <= last ? m_items[index].span.begin : m_items[index - 1].span.end;
        m_plan.push_back({begin, end - begin, {}});
    }
}

bool ListLayout::hasComma(const ListItem& item) const
{
    const std::string_view bytes = m_document.bytes();
    const auto next = bytes.find_first_not_of(" \t", item.span.end);
    return next != std::string_view::npos && bytes[next] == ',';
}

std::string ListLayout::separatorAt(std::size_t index) const
{
    const auto between = [this](std::size_t left) {
        const ByteSpan gap{m_items[left].span.end, m_items[left + 1].span.begin};
        return m_items[left].line == m_items[left + 1].line ? std::string(m_document.text(gap))
                                                            : std::string();
    };
    std::string separator = index > 0 ? between(index - 1) : std::string();
    if (separator.empty() && index + 1 < m_items.size()) {
        separator = between(index);
    }
    return separator.empty() ? ", " : separator;
}

std::string ListLayout::indent() const
{
    for (std::size_t i = m_key.line + 1; i < m_key.endLine; ++i) {
        if (m_document.lines()[i].kind == LineKind::Continuation) {
            const std::string_view text = m_document.lineText(i);
            return std::string(text.substr(0, text.find_first_not_of(" \t")));
        }
    }
    return "    ";
}

std::string ListLayout::lines(std::span<const std::string> texts, bool lastHasComma) const
{
    std::string made;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool isLast = i + 1 == texts.size();
        made.append(indent()).append(texts[i]);
        made.append(m_hasCommas && (!isLast || lastHasComma) ? "," : "").append(m_document.lineEndText());
    }
    return made;
}

void ListLayout::insertBehind(std::size_t index, std::span<const std::string> texts)
{
    const ListItem& item = m_items[index];
    const bool isLastOfLine = index + 1 == m_items.size() || m_items[index + 1].line != item.line;
    if (!m_isVertical || !isLastOfLine) {
        std::string text;
        const std::string separator = separatorAt(index);
        for (const std::string& added : texts) {
            text.append(separator).append(added);
        }
        m_plan.push_back({item.span.end, 0, std::move(text)});
        return;
    }
    const bool itemHasComma = hasComma(item);
    if (m_hasCommas && !itemHasComma) {
        m_plan.push_back({item.span.end, 0, ","});
    }
    m_plan.push_back(layout::insertBehind(m_document, item.line, lines(texts, itemHasComma)));
}

void ListLayout::insertInFront(std::span<const std::string> texts)
{
    const ListItem& item = m_items.front();
    if (m_isVertical && item.line != m_key.line) {
        m_plan.push_back({m_document.lines()[item.line].begin, 0, lines(texts, true)});
        return;
    }
    std::string text;
    const std::string separator = separatorAt(0);
    for (const std::string& added : texts) {
        text.append(added).append(separator);
    }
    m_plan.push_back({item.span.begin, 0, std::move(text)});
}

} // namespace

Edited setItems(const IniDocument& document, std::string_view section, std::string_view key,
                std::span<const std::string> items)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const Key* found = document.key(section, key);
    const KeyType type = typeOfKey(key).value_or(KeyType::DomainList);
    std::unordered_set<std::string_view> foreign; // international names that are there keep their spelling
    if (found != nullptr && type == KeyType::DomainList) {
        for (const ListItem& item : document.items(*found)) {
            if (detectEncoding(item.text) != Encoding::Ascii) {
                foreign.insert(item.text);
            }
        }
    }
    std::vector<std::string> wanted;
    wanted.reserve(items.size());
    for (const std::string& item : items) {
        if (const auto error = layout::checkItem(item)) {
            return tl::unexpected(*error);
        }
        wanted.push_back(foreign.contains(item) ? item : layout::itemAsWritten(item, type));
    }
    if (found == nullptr) {
        return setKey(document, section, key, joined(wanted));
    }
    return ListLayout(document, *found).changeTo(wanted);
}

Edited addItems(const IniDocument& document, std::string_view section, std::string_view key,
                std::span<const std::string> items)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    std::vector<std::string> wanted;
    std::unordered_set<std::string> missing; // lower case
    for (const std::string& item : items) {
        const std::string_view text = layout::trimmedText(item);
        if (missing.insert(base::toLower(text)).second) {
            wanted.emplace_back(text);
        }
    }
    const Key* found = document.key(section, key);
    std::optional<ListLayout> list;
    std::vector<std::string> added;
    if (found != nullptr) {
        list.emplace(document, *found);
        for (const ListItem& item : list->items()) {
            missing.erase(base::toLower(item.text));
        }
    } else {
        added = defaultItems(section, key);
        for (const std::string& item : added) {
            missing.erase(base::toLower(item));
        }
    }
    const std::size_t before = added.size();
    const KeyType type = typeOfKey(key).value_or(KeyType::DomainList);
    for (const std::string& item : wanted) {
        if (!missing.contains(base::toLower(item))) {
            continue;
        }
        if (const auto error = layout::checkItem(item)) {
            return tl::unexpected(*error);
        }
        added.push_back(layout::itemAsWritten(item, type));
    }
    if (added.size() == before) {
        return EditPlan{};
    }
    return list ? Edited(list->append(added)) : setKey(document, section, key, joined(added));
}

Edited removeItemsAt(const IniDocument& document, std::string_view section, std::string_view key,
                     std::span<const std::size_t> places)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const Key* found = document.key(section, key);
    return found == nullptr || places.empty() ? EditPlan{} : ListLayout(document, *found).removeAt(places);
}

Edited replaceItemAt(const IniDocument& document, std::string_view section, std::string_view key,
                     std::size_t place, std::span<const std::string> items)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const Key* found = document.key(section, key);
    if (found == nullptr || items.empty()) {
        return EditPlan{};
    }
    ListLayout list(document, *found);
    const KeyType type = typeOfKey(key).value_or(KeyType::DomainList);
    std::vector<std::string> texts;
    for (const std::string& item : items) {
        if (const auto error = layout::checkItem(item)) {
            return tl::unexpected(*error);
        }
        // An international name that is there keeps its spelling.
        const bool stays = item == list.items()[place].text;
        texts.push_back(stays ? item : layout::itemAsWritten(item, type));
    }
    return list.replaceAt(place, texts);
}

Edited removeItems(const IniDocument& document, std::string_view section, std::string_view key,
                   std::span<const std::string> items)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    std::unordered_set<std::string> unwanted;
    for (const std::string& item : items) {
        unwanted.insert(base::toLower(layout::trimmedText(item)));
    }
    const auto isUnwanted = [&](std::string_view item) { return unwanted.contains(base::toLower(item)); };
    if (const Key* found = document.key(section, key)) {
        const std::vector<ListItem> present = document.items(*found);
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < present.size(); ++i) {
            if (isUnwanted(present[i].text)) {
                places.push_back(i);
            }
        }
        return removeItemsAt(document, section, key, places);
    }
    std::vector<std::string> wanted = defaultItems(section, key);
    return std::erase_if(wanted, isUnwanted) == 0 ? Edited(EditPlan{})
                                                  : setKey(document, section, key, joined(wanted));
}

} // namespace config
