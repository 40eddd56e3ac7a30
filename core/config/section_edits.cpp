// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, renaming, removing and copying whole sections.
#include "core/config/edits.h"

#include "core/config/layout.h"

#include <algorithm>
#include <array>

namespace config {

namespace {

tl::expected<std::string, EditError> checkedNewName(const IniDocument& document, std::string_view name,
                                                    const Section* except)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    if (const auto error = layout::checkSectionName(name)) {
        return tl::unexpected(*error);
    }
    const std::string written = layout::itemAsWritten(layout::trimmedText(name), KeyType::DomainList);
    const Section* taken = document.section(written);
    if (taken != nullptr && taken != except) {
        return tl::unexpected(EditError{EditError::Code::SectionExists, 0});
    }
    return written;
}

tl::unexpected<EditError> noSuchSection()
{
    return tl::unexpected(EditError{EditError::Code::NoSuchSection, 0});
}

/// Header to last content line, and the blank lines that parted it from what follows.
void addLines(const IniDocument& document, const Block& block, std::vector<std::size_t>& lines)
{
    std::size_t last = layout::lastContentLine(document, block);
    while (last + 1 < block.endLine && document.lines()[last + 1].kind == LineKind::Blank) {
        ++last;
    }
    for (std::size_t line = block.line; line <= last; ++line) {
        lines.push_back(line);
    }
}

/// What was parted from the last lines of the file ends it now, without a blank line.
void addBlankLinesBeforeEnd(const IniDocument& document, std::vector<std::size_t>& lines)
{
    if (lines.empty() || lines.back() + 1 != document.lines().size()) {
        return;
    }
    std::size_t at = lines.size() - 1;
    while (at > 0 && lines[at - 1] + 1 == lines[at]) {
        --at;
    }
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    std::vector<std::size_t> blank;
    for (std::size_t line = *place; line > 0 && document.lines()[line - 1].kind == LineKind::Blank; --line) {
        blank.insert(blank.begin(), line - 1);
    }
    lines.insert(place, blank.begin(), blank.end());
}

} // namespace

TextEdit layout::copyOfSection(const IniDocument& document, const Section& section, std::string_view name)
{
    std::string copy;
    std::size_t behind = 0;
    for (const std::size_t index : section.blocks) {
        const Block& block = document.blocks()[index];
        behind = lastContentLine(document, block);
        copy += document.lineEndText();
        for (std::size_t line = block.line; line <= behind; ++line) {
            std::string text(document.lineText(line));
            if (line == block.line) {
                const std::size_t column = block.nameSpan.begin - document.lines()[line].begin;
                text.replace(column, block.nameSpan.size(), name);
            }
            copy.append(text).append(document.lineEndText());
        }
    }
    return insertBehind(document, behind, std::move(copy));
}

Edited addSection(const IniDocument& document, std::string_view name)
{
    const auto written = checkedNewName(document, name, nullptr);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return EditPlan{
        layout::appendBlock(document, '[' + *written + ']' + std::string(document.lineEndText()))};
}

Edited renameSection(const IniDocument& document, std::string_view name, std::string_view newName)
{
    const Section* section = document.section(name);
    if (section == nullptr) {
        return noSuchSection();
    }
    const auto written = checkedNewName(document, newName, section);
    if (!written) {
        return tl::unexpected(written.error());
    }
    EditPlan plan;
    for (const std::size_t index : section->blocks) {
        const Block& block = document.blocks()[index];
        if (block.name != *written) {
            plan.push_back({block.nameSpan.begin, block.nameSpan.size(), *written});
        }
    }
    return plan;
}

Edited removeSections(const IniDocument& document, std::span<const std::string> names)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    std::vector<std::size_t> blocks;
    for (const std::string& name : names) {
        const Section* section = document.section(name);
        if (section == nullptr) {
            return noSuchSection();
        }
        blocks.insert(blocks.end(), section->blocks.begin(), section->blocks.end());
    }
    std::ranges::sort(blocks);
    const auto twice = std::ranges::unique(blocks);
    blocks.erase(twice.begin(), twice.end());
    std::vector<std::size_t> lines;
    for (const std::size_t index : blocks) {
        addLines(document, document.blocks()[index], lines);
    }
    addBlankLinesBeforeEnd(document, lines);
    return layout::removeLines(document, lines);
}

Edited removeSection(const IniDocument& document, std::string_view name)
{
    return removeSections(document, std::array{std::string(name)});
}

Edited duplicateSection(const IniDocument& document, std::string_view name, std::string_view newName)
{
    const Section* section = document.section(name);
    if (section == nullptr) {
        return noSuchSection();
    }
    const auto written = checkedNewName(document, newName, nullptr);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return EditPlan{layout::copyOfSection(document, *section, *written)};
}

} // namespace config
