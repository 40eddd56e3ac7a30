// SPDX-License-Identifier: GPL-3.0-or-later
// Setting and removing keys.
#include "core/config/edits.h"

#include "core/base/ascii.h"
#include "core/config/layout.h"

#include <algorithm>

namespace config {

namespace {

using KeyValue = std::pair<std::string, std::string>;

std::vector<std::string> itemsOf(std::string_view value)
{
    std::vector<std::string> items;
    const auto isSeparator = [](char c) { return c == ',' || base::isSpace(c); };
    for (auto at = value.begin(); at != value.end();) {
        at = std::find_if_not(at, value.end(), isSeparator);
        const auto end = std::find_if(at, value.end(), isSeparator);
        if (at != end) {
            items.emplace_back(at, end);
        }
        at = end;
    }
    return items;
}

/// Place in the schema; unknown keys come last, in the order given.
std::size_t schemaOrder(SectionKind section, std::string_view key)
{
    const auto keys = keysOf(section);
    const auto found = std::find_if(keys.begin(), keys.end(), [key](const KeySchema& entry) {
        return base::equalsIgnoreCase(entry.key, key);
    });
    return static_cast<std::size_t>(found - keys.begin());
}

/// The line break that a pasted value may end with is no part of it.
tl::expected<KeyValue, EditError> checkedPair(std::string_view key, std::string_view value)
{
    const std::string name = base::toLower(layout::trimmedText(key));
    if (const auto error = layout::checkKeyName(name)) {
        return tl::unexpected(*error);
    }
    const std::string_view text = layout::trimmedText(value);
    if (const auto error = layout::checkValue(text, typeOfKey(name))) {
        return tl::unexpected(*error);
    }
    return KeyValue{name, std::string(text)};
}

} // namespace

Edited setKey(const IniDocument& document, std::string_view section, std::string_view key,
              std::string_view value)
{
    const KeyValue pair{std::string(key), std::string(value)};
    return setKeys(document, section, std::span(&pair, 1));
}

Edited setKeys(const IniDocument& document, std::string_view section,
               std::span<const std::pair<std::string, std::string>> values)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    if (const auto error = layout::checkSectionName(section)) {
        return tl::unexpected(*error);
    }
    EditPlan plan;
    std::vector<KeyValue> added;
    for (const auto& [key, value] : values) {
        const auto type = typeOfKey(layout::trimmedText(key));
        const Key* existing = document.key(section, layout::trimmedText(key));
        if (existing != nullptr && type && isList(*type)) {
            const auto listPlan = setItems(document, section, existing->name, itemsOf(value));
            if (!listPlan) {
                return listPlan;
            }
            plan.insert(plan.end(), listPlan->begin(), listPlan->end());
            continue;
        }
        auto pair = checkedPair(key, value);
        if (!pair) {
            return tl::unexpected(pair.error());
        }
        if (existing != nullptr) {
            const EditPlan replaced = layout::replaceWholeValue(document, *existing, pair->second);
            plan.insert(plan.end(), replaced.begin(), replaced.end());
        } else {
            added.push_back(std::move(*pair));
        }
    }
    if (!added.empty()) {
        const SectionKind kind = classifySection(section).kind;
        std::stable_sort(added.begin(), added.end(), [kind](const KeyValue& a, const KeyValue& b) {
            return schemaOrder(kind, a.first) < schemaOrder(kind, b.first);
        });
        plan.push_back(layout::appendKeys(document, layout::trimmedText(section), added));
    }
    layout::sortPlan(plan);
    return plan;
}

Edited unsetKey(const IniDocument& document, std::string_view section, std::string_view key)
{
    if (const auto error = layout::checkText(document)) {
        return tl::unexpected(*error);
    }
    const Section* found = document.section(section);
    if (found == nullptr) {
        return EditPlan{};
    }
    std::vector<std::size_t> lines;
    for (const std::size_t index : found->blocks) {
        for (const Key& candidate : document.blocks()[index].keys) {
            if (base::equalsIgnoreCase(candidate.name, base::trimmed(key))) {
                const auto own = layout::linesOf(document, candidate);
                lines.insert(lines.end(), own.begin(), own.end());
            }
        }
    }
    std::sort(lines.begin(), lines.end());
    return layout::removeLines(document, lines);
}

} // namespace config
