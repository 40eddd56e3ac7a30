// SPDX-License-Identifier: GPL-3.0-or-later
// CFG-029, 032, 036, 037 and 039: sections that do more, or less, than they seem to.
#include "core/config/linter.h"
#include "core/config/policy_config.h"
#include "core/config/values.h"
#include "core/net/public_suffix.h"

#include <algorithm>

namespace config {

void Linter::checkDomainSections(const DomainEntries& white, const DomainEntries& enforce)
{
    PatternIndex wildcards;
    const std::vector<Section>& sections = m_document.sections();
    std::vector<std::optional<net::DomainPattern>> patterns;
    patterns.reserve(sections.size()); // the index looks at them
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto pattern = sections[i].kind == SectionKind::Domain
                                 ? net::DomainPattern::parse(sections[i].canonical)
                                 : tl::unexpected(net::DomainError{});
        patterns.push_back(pattern ? std::optional(*pattern) : std::nullopt);
        if (pattern) {
            wildcards.add(*patterns.back(), i);
        }
    }
    std::vector<std::string> globals;
    for (const KeySchema& key : keysOf(SectionKind::Domain)) {
        globals.push_back(fieldValue(m_document, "globals", key.key).effective);
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (!patterns[i]) {
            continue;
        }
        const Section& section = sections[i];
        const Block& block = m_document.blocks()[section.blocks.front()];
        if (patterns[i]->kind() == net::DomainPattern::Kind::Subtree &&
            net::isPublicSuffix(patterns[i]->domain())) {
            report(Rule::PublicSuffix, block.nameSpan, {&block, nullptr}, {section.name});
        }
        if (white.index.covering(*patterns[i]) || enforce.index.covering(*patterns[i])) {
            Finding& finding =
                report(Rule::SectionNeverMatches, block.nameSpan, {&block, nullptr}, {section.name});
            if (const auto plan = removeSection(m_document, section.name)) {
                addFix(finding, FixCode::RemoveSection, {section.name}, *plan);
            }
        }
        if (const auto hidden = wildcards.widerThan(*patterns[i])) {
            checkHiddenWildcard(section, sections[*hidden]);
            continue; // it has an effect: it hides
        }
        const auto keys = keysOf(SectionKind::Domain);
        const bool isEqual = std::equal(
            keys.begin(), keys.end(), globals.begin(), [&](const KeySchema& key, const std::string& global) {
                const Key* found = m_document.key(section, key.key);
                const auto own = found != nullptr ? parseAction(m_document.value(*found)) : std::nullopt;
                return !own || word(*own) == global;
            });
        if (isEqual) {
            Finding& finding = report(Rule::SectionWithoutEffect, block.nameSpan, {&block, nullptr});
            if (const auto plan = removeSection(m_document, section.name)) {
                addFix(finding, FixCode::RemoveSection, {section.name}, *plan);
            }
        }
    }
}

void Linter::checkHiddenWildcard(const Section& section, const Section& wildcard)
{
    std::string names;
    std::vector<std::pair<std::string, std::string>> values;
    for (const KeySchema& key : keysOf(SectionKind::Domain)) {
        const Key* hidden = m_document.key(wildcard, key.key);
        if (hidden != nullptr && m_document.key(section, key.key) == nullptr) {
            names.append(names.empty() ? "" : ", ").append(key.key);
            values.emplace_back(key.key, m_document.value(*hidden));
        }
    }
    if (names.empty()) {
        return;
    }
    const Block& block = m_document.blocks()[section.blocks.front()];
    Finding& finding =
        report(Rule::HiddenWildcard, block.nameSpan, {&block, nullptr}, {section.name, wildcard.name, names});
    if (const auto plan = setKeys(m_document, section.name, values)) {
        addFix(finding, FixCode::CopyKeys, {wildcard.name, names}, *plan);
    }
}

void Linter::checkEnforceActions(bool hasEntries)
{
    const Section* section = m_document.sectionByCanonicalName("enforce_actions");
    if (section == nullptr || hasEntries) {
        return;
    }
    for (const std::size_t index : section->blocks) {
        const Block& block = m_document.blocks()[index];
        if (!block.keys.empty()) {
            report(Rule::EnforceListsEmpty, block.nameSpan, {&block, nullptr});
            return;
        }
    }
}

} // namespace config
