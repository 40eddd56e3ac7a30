// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/section_merge.h"

#include "core/base/ascii.h"
#include "core/config/layout.h"

#include <algorithm>
#include <set>

namespace config {

namespace {

using Sections = std::vector<const Section*>;

/// Block and place in it: holds when only comments are added.
using KeyPlace = std::pair<std::size_t, std::size_t>;

void addKeyNames(const IniDocument& document, const Section& section, std::vector<std::string>& names)
{
    for (const std::size_t index : section.blocks) {
        for (const Key& key : document.blocks()[index].keys) {
            if (std::ranges::find(names, key.name) == names.end()) {
                names.push_back(key.name);
            }
        }
    }
}

std::optional<Sections> sectionsOf(const IniDocument& document, std::span<const std::string> names)
{
    Sections sections;
    for (const std::string& name : names) {
        const Section* section = document.section(name);
        if (section == nullptr) {
            return std::nullopt;
        }
        if (std::ranges::find(sections, section) == sections.end()) {
            sections.push_back(section);
        }
    }
    return sections;
}

std::vector<std::size_t> blocksOf(const Sections& sections)
{
    std::vector<std::size_t> blocks;
    for (const Section* section : sections) {
        blocks.insert(blocks.end(), section->blocks.begin(), section->blocks.end());
    }
    std::ranges::sort(blocks);
    return blocks;
}

KeyPlace placeOf(const IniDocument& document, const Section& section, const Key& key)
{
    for (const std::size_t index : section.blocks) {
        const std::vector<Key>& keys = document.blocks()[index].keys;
        if (const auto found = std::ranges::find(keys, key.line, &Key::line); found != keys.end()) {
            return {index, static_cast<std::size_t>(found - keys.begin())};
        }
    }
    return {};
}

/// A line that need not move: the last of this key, worded like the one to be kept.
std::optional<KeyPlace> sameAtHome(const IniDocument& document, std::size_t home, const Key& key)
{
    const std::vector<Key>& keys = document.blocks()[home].keys;
    const auto found = std::find_if(keys.rbegin(), keys.rend(), [&](const Key& candidate) {
        return candidate.name == key.name &&
               document.lineText(candidate.line) == document.lineText(key.line) &&
               document.value(candidate) == document.value(key);
    });
    return found == keys.rend()
               ? std::nullopt
               : std::optional(KeyPlace(home, static_cast<std::size_t>(keys.rend() - found) - 1));
}

std::set<KeyPlace> keptKeys(const IniDocument& document, const SectionMerge& merge, const Sections& sections)
{
    const std::size_t home = sections.front()->blocks.front();
    std::vector<std::string> names;
    for (const Section* section : sections) {
        addKeyNames(document, *section, names);
    }
    std::set<KeyPlace> kept;
    for (const std::string& name : names) {
        const auto wish = std::ranges::find(merge.kept, name, &std::pair<std::string, std::string>::first);
        const Section* from = nullptr;
        if (wish != merge.kept.end()) {
            from = document.section(wish->second);
        } else {
            const auto sets = [&](const Section* section) { return document.key(*section, name) != nullptr; };
            from = *std::ranges::find_if(sections, sets);
        }
        const Key* key = from != nullptr ? document.key(*from, name) : nullptr;
        if (key != nullptr) {
            kept.insert(sameAtHome(document, home, *key).value_or(placeOf(document, *from, *key)));
        }
    }
    return kept;
}

/// What stands behind "]".
std::string headerComment(const IniDocument& document, const Block& block)
{
    const std::size_t end = document.lines()[block.line].contentEnd;
    const std::size_t bracket = document.bytes().find(']', block.nameSpan.end);
    if (bracket >= end) {
        return {};
    }
    const std::string text(base::trimmed(document.text({bracket + 1, end})));
    const bool isComment = text.empty() || text.front() == '#' || text.front() == ';';
    return isComment ? text : "# " + text;
}

std::string commentOf(const IniDocument& document, const Key& key, std::size_t line)
{
    const auto comment = document.inlineComment(key, line);
    return comment ? std::string(base::trimmed(document.text(*comment))) : std::string();
}

/// Comments of lines that will go, and that nothing else says, become lines of their own.
IniDocument withCommentsApart(const IniDocument& document, const std::vector<std::size_t>& blocks,
                              std::size_t home, const std::set<KeyPlace>& kept)
{
    const std::string lineEnd(document.lineEndText());
    EditPlan plan;
    std::set<std::string> said{headerComment(document, document.blocks()[home])};
    for (const auto& [block, place] : kept) {
        const Key& key = document.blocks()[block].keys[place];
        said.insert(commentOf(document, key, key.line));
    }
    for (const std::size_t index : blocks) {
        const Block& block = document.blocks()[index];
        const std::string comment = headerComment(document, block);
        if (index != home && !comment.empty() && said.insert(comment).second) {
            plan.push_back(layout::insertBehind(document, block.line, comment + lineEnd));
        }
        for (std::size_t i = 0; i < block.keys.size(); ++i) {
            const Key& key = block.keys[i];
            if (kept.contains({index, i})) {
                continue;
            }
            for (const std::size_t line : layout::linesOf(document, key)) {
                if (line >= key.endLine) {
                    continue;
                }
                const std::string apart = commentOf(document, key, line);
                if (!apart.empty() && said.insert(apart).second) {
                    plan.push_back({document.lines()[line].begin, 0, apart + lineEnd});
                }
            }
        }
    }
    layout::sortPlan(plan);
    return applied(document, plan);
}

/// Comment lines right above the header, parted from what is before them: they speak of this section.
std::size_t firstLineOf(const IniDocument& document, const Block& block)
{
    const std::vector<Line>& lines = document.lines();
    std::size_t first = block.line;
    while (first > 0 && lines[first - 1].kind == LineKind::Comment) {
        --first;
    }
    return first == 0 || lines[first - 1].kind == LineKind::Blank ? first : block.line;
}

/// Behind the last line that speaks of this section.
std::size_t endLineOf(const IniDocument& document, std::size_t index)
{
    const std::vector<Block>& blocks = document.blocks();
    std::size_t end =
        index + 1 < blocks.size() ? firstLineOf(document, blocks[index + 1]) : document.lines().size();
    while (end > blocks[index].line + 1 && document.lines()[end - 1].kind == LineKind::Blank) {
        --end;
    }
    return std::max(end, blocks[index].line + 1);
}

std::set<std::size_t> droppedLines(const IniDocument& document, std::size_t index,
                                   const std::set<KeyPlace>& kept)
{
    std::set<std::size_t> dropped;
    const std::vector<Key>& keys = document.blocks()[index].keys;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!kept.contains({index, i})) {
            const auto lines = layout::linesOf(document, keys[i]);
            dropped.insert(lines.begin(), lines.end());
        }
    }
    return dropped;
}

/// The lines of other blocks go behind those of one.
class Moving
{
public:
    Moving(const IniDocument& document, std::size_t home, const std::set<KeyPlace>& kept)
        : m_document(document), m_kept(kept)
    {
        const std::set<std::size_t> dropped = droppedLines(document, home, kept);
        m_removed.assign(dropped.begin(), dropped.end());
        const std::size_t end = endLineOf(document, home);
        for (std::size_t line = document.blocks()[home].line; line < end; ++line) {
            m_behind = dropped.contains(line) ? m_behind : line;
            remember(line);
        }
    }

    void take(std::size_t index)
    {
        const Block& block = m_document.blocks()[index];
        const std::set<std::size_t> dropped = droppedLines(m_document, index, m_kept);
        const std::size_t first = firstLineOf(m_document, block);
        const std::size_t end = endLineOf(m_document, index);
        const std::size_t before = m_copied.size();
        std::vector<std::size_t> blank; // stays between what stays
        for (std::size_t line = first; line < end; ++line) {
            m_removed.push_back(line);
            if (line == block.line || dropped.contains(line)) {
                continue;
            }
            if (isBlank(line)) {
                blank.push_back(line);
            } else if (remember(line)) {
                if (m_copied.size() > before) {
                    m_copied.insert(m_copied.end(), blank.begin(), blank.end());
                }
                blank.clear();
                m_copied.push_back(line);
            }
        }
        removeBlankLinesAround(first, end);
    }

    [[nodiscard]] EditPlan plan()
    {
        std::ranges::sort(m_removed);
        const auto twice = std::ranges::unique(m_removed);
        m_removed.erase(twice.begin(), twice.end());
        return layout::moveLines(m_document, m_removed, m_copied, m_behind);
    }

private:
    [[nodiscard]] bool isBlank(std::size_t line) const
    {
        return m_document.lines()[line].kind == LineKind::Blank;
    }

    /// False for a comment that stands there already, as in a section written in both spellings.
    bool remember(std::size_t line)
    {
        const bool isComment = m_document.lines()[line].kind == LineKind::Comment;
        return !isComment || m_comments.emplace(m_document.lineText(line)).second;
    }

    /// Those that parted it from what follows; without anything behind it, those in front of it.
    void removeBlankLinesAround(std::size_t first, std::size_t end)
    {
        for (; end < m_document.lines().size() && isBlank(end); ++end) {
            m_removed.push_back(end);
        }
        for (; end == m_document.lines().size() && first > 0 && isBlank(first - 1); --first) {
            m_removed.push_back(first - 1);
        }
    }

    const IniDocument& m_document;
    const std::set<KeyPlace>& m_kept;
    std::vector<std::size_t> m_removed;
    std::vector<std::size_t> m_copied;
    std::size_t m_behind = 0;
    std::set<std::string_view> m_comments;
};

} // namespace

std::vector<MergedKey> keysToMerge(const IniDocument& document, std::span<const std::string> sections)
{
    std::vector<std::string> names;
    for (const std::string& name : sections) {
        if (const Section* section = document.section(name)) {
            addKeyNames(document, *section, names);
        }
    }
    std::vector<MergedKey> keys;
    for (const std::string& name : names) {
        MergedKey merged{name, {}};
        for (const std::string& section : sections) {
            const Key* key = document.key(section, name);
            merged.values.push_back(key != nullptr ? std::optional(document.value(*key)) : std::nullopt);
        }
        keys.push_back(std::move(merged));
    }
    return keys;
}

Edited mergeSections(const IniDocument& document, const SectionMerge& merge)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    std::vector<std::string> names{merge.into};
    names.insert(names.end(), merge.sections.begin(), merge.sections.end());
    const auto sections = sectionsOf(document, names);
    if (!sections) {
        return tl::unexpected(EditError{EditError::Code::NoSuchSection, 0});
    }
    const std::vector<std::size_t> blocks = blocksOf(*sections);
    if (blocks.size() < 2) {
        return EditPlan{};
    }
    const std::size_t home = sections->front()->blocks.front();
    const std::set<KeyPlace> kept = keptKeys(document, merge, *sections);
    const IniDocument start = withCommentsApart(document, blocks, home, kept);
    Moving moving(start, home, kept);
    for (const std::size_t index : blocks) {
        if (index != home) {
            moving.take(index);
        }
    }
    const IniDocument result = applied(start, moving.plan());
    return planBetween(document.bytes(), result.bytes());
}

} // namespace config
