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

std::set<KeyPlace> keptKeys(const IniDocument& document, const SectionMerge& merge, const Sections& sections)
{
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
            kept.insert(placeOf(document, *from, *key));
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

/// Comments of lines that will go become lines of their own.
IniDocument withCommentsApart(const IniDocument& document, const std::vector<std::size_t>& blocks,
                              std::size_t home, const std::set<KeyPlace>& kept)
{
    const std::string lineEnd(document.lineEndText());
    EditPlan plan;
    for (const std::size_t index : blocks) {
        const Block& block = document.blocks()[index];
        const std::string comment = index == home ? std::string() : headerComment(document, block);
        if (!comment.empty()) {
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
                if (const auto apart = document.inlineComment(key, line)) {
                    plan.push_back({document.lines()[line].begin, 0,
                                    std::string(base::trimmed(document.text(*apart))) + lineEnd});
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
    std::vector<std::size_t> removed;
    std::vector<std::size_t> copied;
    std::size_t behind = 0;
    for (const std::size_t index : blocks) {
        const Block& block = start.blocks()[index];
        const std::set<std::size_t> dropped = droppedLines(start, index, kept);
        const std::size_t end = endLineOf(start, index);
        if (index == home) {
            removed.insert(removed.end(), dropped.begin(), dropped.end());
            for (std::size_t line = block.line; line < end; ++line) {
                behind = dropped.contains(line) ? behind : line;
            }
            continue;
        }
        std::size_t line = firstLineOf(start, block);
        for (; line < end; ++line) {
            removed.push_back(line);
            if (line != block.line && !dropped.contains(line)) {
                copied.push_back(line);
            }
        }
        // The blank lines that parted it from what follows go, too.
        for (; line < start.lines().size() && start.lines()[line].kind == LineKind::Blank; ++line) {
            removed.push_back(line);
        }
        // Without anything behind it, those in front of it.
        for (std::size_t before = firstLineOf(start, block);
             line == start.lines().size() && before > 0 && start.lines()[before - 1].kind == LineKind::Blank;
             --before) {
            removed.push_back(before - 1);
        }
    }
    std::ranges::sort(removed);
    const auto twice = std::ranges::unique(removed);
    removed.erase(twice.begin(), twice.end());
    const IniDocument result = applied(start, layout::moveLines(start, removed, copied, behind));
    return planBetween(document.bytes(), result.bytes());
}

} // namespace config
