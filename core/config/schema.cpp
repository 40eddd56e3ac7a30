// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/schema.h"

#include "core/base/ascii.h"
#include "core/net/domain_pattern.h"

#include <algorithm>
#include <numeric>

namespace config {

std::span<const KeySchema> keysOf(SectionKind section) noexcept
{
    const auto isOther = [section](const KeySchema& key) { return key.section != section; };
    const auto first = std::find_if_not(schema.begin(), schema.end(), isOther);
    const auto last = std::find_if(first, schema.end(), isOther);
    return {first, last};
}

const KeySchema* findKey(SectionKind section, std::string_view key) noexcept
{
    for (const KeySchema& entry : keysOf(section)) {
        if (base::equalsIgnoreCase(entry.key, key)) {
            return &entry;
        }
    }
    return nullptr;
}

std::optional<KeyType> typeOfKey(std::string_view key) noexcept
{
    // [globals] knows every name there is.
    const KeySchema* entry = findKey(SectionKind::Globals, key);
    return entry != nullptr ? std::optional(entry->type) : std::nullopt;
}

std::vector<std::string_view> allowedValues(const KeySchema& key)
{
    switch (key.type) {
    case KeyType::Action:
        return {"bypass", "tempblock", "block"};
    case KeyType::YesNo:
        return {"yes", "no"};
    case KeyType::Integer: {
        constexpr std::string_view digits = "0123456789";
        std::vector<std::string_view> values;
        for (int value = key.minimum; value <= key.maximum; ++value) {
            values.push_back(digits.substr(static_cast<std::size_t>(value), 1));
        }
        return values;
    }
    case KeyType::Reply:
    case KeyType::NetworkList:
    case KeyType::DomainList:
        break;
    }
    return {};
}

SectionName classifySection(std::string_view name)
{
    name = base::trimmed(name);
    if (base::equalsIgnoreCase(name, "globals") || base::equalsIgnoreCase(name, "global")) {
        return {SectionKind::Globals, "globals"};
    }
    if (base::equalsIgnoreCase(name, "enforce_actions")) {
        return {SectionKind::EnforceActions, "enforce_actions"};
    }
    if (base::equalsIgnoreCase(name, "DEFAULT")) {
        return {SectionKind::Default, "DEFAULT"};
    }
    const auto pattern = net::DomainPattern::parse(name);
    // A single word is far more often a mistyped section than the name of a top-level domain.
    if (pattern &&
        (pattern->kind() == net::DomainPattern::Kind::Subtree || pattern->domain().hasSeveralLabels())) {
        return {SectionKind::Domain, pattern->canonical()};
    }
    return {SectionKind::Unknown, base::toLower(name)};
}

ReplyCheck checkReply(std::string_view text, char replyClass) noexcept
{
    const bool hasForm = text.size() >= 5 && text[0] == replyClass && base::isDigit(text[1]) &&
                         base::isDigit(text[2]) && text[3] == ' ' && !base::isSpace(text[4]);
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    };
    if (!hasForm || std::any_of(text.begin(), text.end(), isControl)) {
        return ReplyCheck::Invalid;
    }
    if (text[1] > '5') {
        return ReplyCheck::SecondDigit;
    }
    return text.substr(1, 2) == "21" ? ReplyCheck::Disconnects : ReplyCheck::Valid;
}

bool validReply(std::string_view text, char replyClass) noexcept
{
    return checkReply(text, replyClass) != ReplyCheck::Invalid;
}

std::optional<bool> parseYesNo(std::string_view text) noexcept
{
    text = base::trimmed(text);
    for (const std::string_view word : {"yes", "true", "on", "1"}) {
        if (base::equalsIgnoreCase(text, word)) {
            return true;
        }
    }
    for (const std::string_view word : {"no", "false", "off", "0"}) {
        if (base::equalsIgnoreCase(text, word)) {
            return false;
        }
    }
    return std::nullopt;
}

namespace {

/// Optimal string alignment: insert, delete, replace, swap of neighbours.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], beforeLast[j - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[b.size()];
}

} // namespace

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> known)
{
    constexpr std::size_t longestTypo = 40;
    if (word.empty() || word.size() > longestTypo) {
        return {};
    }
    // "whiteip", "white-ip" and "white_ip" are one word to whoever typed it.
    const auto folded = [](std::string_view text) {
        std::string lower = base::toLower(text);
        std::erase_if(lower, [](char c) { return c == '_' || c == '-' || c == ' '; });
        return lower;
    };
    const std::string typed = folded(word);
    std::string_view nearest;
    std::size_t smallest = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(typed, folded(candidate));
        if (distance < smallest) {
            smallest = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace config
