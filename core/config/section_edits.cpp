// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, renaming, removing and copying whole sections.
#include "core/config/edits.h"

#include "core/config/layout.h"

namespace config {

namespace {

tl::expected<std::string, EditError> checkedNewName(const IniDocument& document, std::string_view name,
                                                    const Section* except)
{
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
    const std::vector<Line>& all = document.lines();
    std::size_t first = block.line;
    std::size_t last = layout::lastContentLine(document, block);
    while (last + 1 < block.endLine && all[last + 1].kind == LineKind::Blank) {
        ++last;
    }
    if (last + 1 == all.size()) {
        while (first > 0 && all[first - 1].kind == LineKind::Blank &&
               (lines.empty() || lines.back() < first - 1)) {
            --first;
        }
    }
    for (std::size_t line = first; line <= last; ++line) {
        lines.push_back(line);
    }
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

Edited removeSection(const IniDocument& document, std::string_view name)
{
    const Section* section = document.section(name);
    if (section == nullptr) {
        return noSuchSection();
    }
    std::vector<std::size_t> lines;
    for (const std::size_t index : section->blocks) {
        addLines(document, document.blocks()[index], lines);
    }
    return layout::removeLines(document, lines);
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
