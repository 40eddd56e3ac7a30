// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/wildcard_spelling.h"

#include "core/base/ascii.h"
#include "core/config/layout.h"
#include "core/config/section_merge.h"

#include <algorithm>
#include <map>
#include <vector>

namespace config {

namespace {

bool isWildcard(const Section& section)
{
    return section.kind == SectionKind::Domain && section.canonical.starts_with('*');
}

std::string spelled(std::string_view name, WildcardSpelling spelling)
{
    return (spelling == WildcardSpelling::Star ? "*" : "*.") + std::string(domainPartOf(name));
}

bool isWritten(const IniDocument& document, const Section& section, WildcardSpelling spelling)
{
    return std::ranges::any_of(section.blocks, [&](std::size_t index) {
        return spellingOf(document.blocks()[index].name) == spelling;
    });
}

void respell(const IniDocument& document, const Section& section, WildcardSpelling spelling, EditPlan& plan)
{
    for (const std::size_t index : section.blocks) {
        const Block& block = document.blocks()[index];
        if (spellingOf(block.name) != spelling) {
            plan.push_back({block.nameSpan.begin, block.nameSpan.size(), spelled(block.name, spelling)});
        }
    }
}

/// What the section says in one spelling; of a key that is there twice the last one counts.
std::map<std::string_view, std::string> settingsIn(const IniDocument& document, const Section& section,
                                                   WildcardSpelling spelling)
{
    std::map<std::string_view, std::string> settings;
    for (const std::size_t index : section.blocks) {
        const Block& block = document.blocks()[index];
        if (spellingOf(block.name) != spelling) {
            continue;
        }
        for (const Key& key : block.keys) {
            settings[key.name] = document.value(key);
        }
    }
    return settings;
}

bool isDoubled(const IniDocument& document, const Section& section)
{
    return isWritten(document, section, WildcardSpelling::StarDot) &&
           isWritten(document, section, WildcardSpelling::Star);
}

/// Two spellings that say different things are one section to the product: made one, the later line counts.
tl::expected<IniDocument, EditError> withOneOfEach(const IniDocument& document,
                                                   const std::vector<std::string>& doubled)
{
    IniDocument result = document;
    for (const std::string& canonical : doubled) {
        const Edited one = mergeSections(result, {.sections = {canonical}, .into = canonical, .kept = {}});
        if (!one) {
            return tl::unexpected(one.error());
        }
        result = applied(result, *one);
    }
    return result;
}

/// Each section that is there in one spelling only is written behind itself in the other.
EditPlan inBothSpellings(const IniDocument& document)
{
    EditPlan plan;
    for (const Section& section : document.sections()) {
        if (!isWildcard(section)) {
            continue;
        }
        if (isDoubled(document, section)) {
            continue;
        }
        const bool hasStarDot = isWritten(document, section, WildcardSpelling::StarDot);
        const bool hasStar = isWritten(document, section, WildcardSpelling::Star);
        if (!hasStarDot && !hasStar) { // [.example.com]
            respell(document, section, WildcardSpelling::StarDot, plan);
        }
        const WildcardSpelling missing = hasStar ? WildcardSpelling::StarDot : WildcardSpelling::Star;
        plan.push_back(layout::copyOfSection(document, section, spelled(section.name, missing)));
    }
    layout::sortPlan(plan);
    return plan;
}

} // namespace

std::string_view domainPartOf(std::string_view name) noexcept
{
    name = base::trimmed(name);
    if (name.starts_with('*')) {
        name.remove_prefix(1);
    }
    if (name.starts_with('.')) {
        name.remove_prefix(1);
    }
    return name;
}

std::optional<WildcardSpelling> spellingOf(std::string_view name) noexcept
{
    name = base::trimmed(name);
    if (!name.starts_with('*')) {
        return std::nullopt;
    }
    return name.starts_with("*.") ? WildcardSpelling::StarDot : WildcardSpelling::Star;
}

Edited respellWildcards(const IniDocument& document, WildcardSpelling spelling)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const bool isBoth = spelling == WildcardSpelling::Both;
    EditPlan plan;
    std::vector<std::string> doubled;
    for (const Section& section : document.sections()) {
        if (!isWildcard(section)) {
            continue;
        }
        const bool staysDoubled = isBoth && settingsIn(document, section, WildcardSpelling::StarDot) ==
                                                settingsIn(document, section, WildcardSpelling::Star);
        if (isDoubled(document, section) && !staysDoubled) {
            doubled.push_back(section.canonical);
        }
        if (!isBoth) {
            respell(document, section, spelling, plan);
        }
    }
    layout::sortPlan(plan);
    const auto single = withOneOfEach(applied(document, plan), doubled);
    if (!single) {
        return tl::unexpected(single.error());
    }
    const IniDocument result = isBoth ? applied(*single, inBothSpellings(*single)) : *single;
    return planBetween(document.bytes(), result.bytes());
}

} // namespace config
