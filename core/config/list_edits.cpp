// SPDX-License-Identifier: GPL-3.0-or-later
// Changing lists item by item: what stays is not touched, comments and the style of the list are kept.
#include "core/config/edits.h"

#include "core/base/ascii.h"
#include "core/base/line_diff.h"
#include "core/config/layout.h"

#include <algorithm>
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

std::vector<std::string> textsOf(std::span<const ListItem> items)
{
    std::vector<std::string> texts;
    texts.reserve(items.size());
    for (const ListItem& item : items) {
        texts.emplace_back(item.text);
    }
    return texts;
}

/// The items as they are, or the schema's default when the key is not set (SPEC A12).
std::vector<std::string> currentItems(const IniDocument& document, std::string_view section,
                                      std::string_view key)
{
    if (const Key* found = document.key(section, key)) {
        return textsOf(document.items(*found));
    }
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
        const std::size_t parts = document.valueParts(key).size();
        m_isVertical = parts > 1 && (m_items.size() < 2 || m_items.size() <= parts);
        m_hasCommas =
            std::any_of(m_items.begin(), m_items.end(), [this](const ListItem& i) { return hasComma(i); });
    }

    [[nodiscard]] EditPlan changeTo(std::span<const std::string> wanted);

private:
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
    std::vector<std::string> added;
    std::unordered_set<std::string> missing;
    for (const std::string& item : items) {
        const std::string_view text = layout::trimmedText(item);
        if (missing.insert(base::toLower(text)).second) {
            added.emplace_back(text);
        }
    }
    std::vector<std::string> wanted = currentItems(document, section, key);
    for (const std::string& item : wanted) {
        missing.erase(base::toLower(item));
    }
    const std::size_t before = wanted.size();
    std::copy_if(added.begin(), added.end(), std::back_inserter(wanted),
                 [&](const std::string& item) { return missing.contains(base::toLower(item)); });
    return wanted.size() == before ? Edited(EditPlan{}) : setItems(document, section, key, wanted);
}

Edited removeItems(const IniDocument& document, std::string_view section, std::string_view key,
                   std::span<const std::string> items)
{
    std::unordered_set<std::string> unwanted;
    for (const std::string& item : items) {
        unwanted.insert(base::toLower(layout::trimmedText(item)));
    }
    std::vector<std::string> wanted = currentItems(document, section, key);
    const auto removed = std::erase_if(
        wanted, [&](const std::string& item) { return unwanted.contains(base::toLower(item)); });
    return removed == 0 ? Edited(EditPlan{}) : setItems(document, section, key, wanted);
}

} // namespace config
