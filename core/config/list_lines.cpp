// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/list_lines.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <utility>

namespace config {

bool isListComment(const IniDocument& document, const Key& key)
{
    return key.endLine == key.line + 1 &&
           document.text(key.value).find_first_of(", \t") != std::string_view::npos;
}

ListLines::ListLines(const IniDocument& document, const Key& key) : m_document(document), m_key(key)
{
    const std::vector<ListItem> items = document.items(key);
    readStyle(items);
    readEntries(items);
}

void ListLines::readStyle(const std::vector<ListItem>& items)
{
    const std::string_view bytes = m_document.bytes();
    m_startsOnKeyLine = !items.empty() && items.front().line == m_key.line;
    m_hasCommas = std::any_of(items.begin(), items.end(), [&](const ListItem& item) {
        const auto next = bytes.find_first_not_of(" \t", item.span.end);
        return next != std::string_view::npos && bytes[next] == ',';
    });
    for (std::size_t line = m_key.line + 1; line < m_key.endLine; ++line) {
        const LineKind kind = m_document.lines()[line].kind;
        if (kind == LineKind::Continuation) {
            const std::string_view text = m_document.lineText(line);
            m_indent = text.substr(0, text.find_first_not_of(" \t"));
            return;
        }
    }
}

void ListLines::readEntries(const std::vector<ListItem>& items)
{
    m_entries.reserve(items.size());
    std::vector<std::string> above;
    auto item = items.begin();
    for (std::size_t line = m_key.line; line < m_key.endLine; ++line) {
        const LineKind kind = m_document.lines()[line].kind;
        if (line != m_key.line && kind != LineKind::Continuation) {
            above.emplace_back(m_document.lineText(line));
            m_hasNotes = true;
            continue;
        }
        std::string beside;
        const auto comment = m_document.inlineComment(m_key, line);
        if (comment && (line != m_key.line || !isListComment(m_document, m_key))) {
            std::size_t begin = comment->begin;
            while (base::isSpace(m_document.bytes()[begin - 1])) {
                --begin;
            }
            beside = m_document.text({begin, comment->end});
        }
        const std::size_t before = m_entries.size();
        for (; item != items.end() && item->line == line; ++item) {
            m_entries.push_back({std::string(item->text), std::exchange(above, {}), beside});
        }
        m_perLine.push_back(m_entries.size() - before);
        m_hasNotes = m_hasNotes || (!beside.empty() && m_key.endLine > m_key.line + 1);
    }
}

EditPlan ListLines::planFor(bool onePerLine, bool keepsBlankLines) const
{
    const bool isVertical = m_perLine.size() > 1 && m_entries.size() <= m_perLine.size();
    const std::string text =
        onePerLine || m_hasNotes || isVertical ? onePerLineText(keepsBlankLines) : filled();
    const std::size_t begin = m_document.lines()[m_key.line].begin;
    const Line& last = m_document.lines()[m_key.endLine - 1];
    std::string whole = std::string(m_document.text({begin, m_key.separator + 1})) + text;
    whole += m_document.text({last.contentEnd, last.end});
    EditPlan plan = planBetween(m_document.text({begin, last.end}), whole);
    for (TextEdit& edit : plan) {
        edit.position += begin;
    }
    return plan;
}

std::string ListLines::joined(std::size_t first, std::size_t count) const
{
    std::string text;
    for (std::size_t i = first; i < first + count; ++i) {
        text.append(text.empty() ? "" : m_hasCommas || m_entries.size() < 2 ? ", " : " ");
        text.append(m_entries[i].text);
    }
    return text;
}

/// As many entries on each line as there were.
std::string ListLines::filled() const
{
    std::string text;
    std::size_t next = 0;
    for (std::size_t line = 0; line < m_perLine.size() && (line == 0 || next < m_entries.size()); ++line) {
        const std::size_t count = line + 1 == m_perLine.size()
                                      ? m_entries.size() - next
                                      : std::min(m_perLine[line], m_entries.size() - next);
        const bool isLast = next + count == m_entries.size();
        if (line == 0) {
            text += m_document.text({m_key.separator + 1, m_key.value.begin});
        } else {
            text.append(m_document.lineEndText()).append(m_indent);
        }
        text += joined(next, count);
        text += m_hasCommas && !isLast && count > 0 ? "," : "";
        next += count;
    }
    const auto comment = m_document.inlineComment(m_key, m_key.line);
    return comment ? text + std::string(m_document.text({m_key.value.end, comment->end})) : text;
}

std::string ListLines::onePerLineText(bool keepsBlankLines) const
{
    const std::string_view lineEnd = m_document.lineEndText();
    std::string text;
    // What stands above the first entry would belong to the key if the entry stood on the key's line.
    const auto comment = m_document.inlineComment(m_key, m_key.line);
    const bool isOfList = comment && (!m_startsOnKeyLine || isListComment(m_document, m_key));
    const bool onKeyLine =
        m_startsOnKeyLine && !isOfList && !m_entries.empty() && m_entries.front().above.empty();
    if (onKeyLine) {
        text += m_document.text({m_key.separator + 1, m_key.value.begin});
    } else if (isOfList) {
        text.append(" ").append(m_document.text(*comment));
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ListEntry& entry = m_entries[i];
        for (const std::string& line : entry.above) {
            const bool isBlank = base::trimmed(line).empty();
            if (!isBlank || keepsBlankLines) {
                text.append(lineEnd).append(line);
            }
        }
        if (i > 0 || !onKeyLine) {
            text.append(lineEnd).append(m_indent);
        }
        text.append(entry.text).append(m_hasCommas && i + 1 < m_entries.size() ? "," : "");
        text.append(entry.beside);
    }
    return text;
}

} // namespace config
