// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/values.h"

#include "core/base/ascii.h"
#include "core/config/policy_config.h"

namespace config {

namespace {

std::string joinedItems(const IniDocument& document, const Key& key)
{
    std::string joined;
    joined.reserve(document.lines()[key.endLine - 1].end - key.separator);
    for (const ListItem& item : document.items(key)) {
        if (!joined.empty()) {
            joined += ", ";
        }
        joined += item.text;
    }
    return joined;
}

/// Canonical spelling of a written value, or nothing when the product cannot use it.
std::optional<std::string> canonicalValue(const IniDocument& document, const Key& key, const KeySchema& entry,
                                          const std::string& written)
{
    switch (entry.type) {
    case KeyType::Action: {
        const auto action = parseAction(written);
        return action ? std::optional(std::string(word(*action))) : std::nullopt;
    }
    case KeyType::YesNo: {
        const auto isYes = parseYesNo(written);
        return isYes ? std::optional(std::string(*isYes ? "yes" : "no")) : std::nullopt;
    }
    case KeyType::Integer: {
        const auto number = base::parseNumber(written, static_cast<unsigned long long>(entry.maximum));
        const bool isInRange = number && *number >= static_cast<unsigned long long>(entry.minimum);
        return isInRange ? std::optional(std::to_string(*number)) : std::nullopt;
    }
    case KeyType::Reply:
        return validReply(written, entry.replyClass) ? std::optional(written) : std::nullopt;
    case KeyType::NetworkList:
    case KeyType::DomainList:
        return joinedItems(document, key);
    }
    return std::nullopt;
}

} // namespace

FieldValue fieldValue(const IniDocument& document, std::string_view section, std::string_view key)
{
    const SectionName name = classifySection(section);
    const Section* found = document.sectionByCanonicalName(name.canonical);
    const Key* written = found != nullptr ? document.key(*found, key) : nullptr;
    const KeySchema* entry = findKey(name.kind, key);
    FieldValue field;
    if (written != nullptr) {
        field.written = document.value(*written);
    }
    if (entry == nullptr) {
        field.effective = field.written.value_or(std::string());
        return field;
    }
    field.isInherited = name.kind == SectionKind::Domain;
    field.defaultValue =
        field.isInherited ? fieldValue(document, "globals", key).effective : std::string(entry->defaultValue);
    const auto usable =
        written != nullptr ? canonicalValue(document, *written, *entry, *field.written) : std::nullopt;
    field.isValid = written == nullptr || usable.has_value();
    field.effective = usable.value_or(field.defaultValue);
    return field;
}

} // namespace config
