// SPDX-License-Identifier: GPL-3.0-or-later
// Every section and key of config.ini in one table (SPEC 1.3 to 1.5): reading, validation, the form, the
// command line and the reference page are driven by it. Its order is the canonical order of writing.
#pragma once

#include "core/spf/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace config {

enum class KeyType : std::uint8_t {
    Action,      ///< bypass, tempblock, block
    YesNo,       ///< yes, no; true, false, on, off, 1, 0 on reading
    Integer,     ///< minimum to maximum
    Reply,       ///< "NNN text"; the whole rest of the line, no inline comment
    NetworkList, ///< parted by commas or blanks; continuation lines allowed
    DomainList,  ///< likewise
};

[[nodiscard]] constexpr bool isList(KeyType type) noexcept
{
    return type == KeyType::NetworkList || type == KeyType::DomainList;
}

/// What a section is to the product.
enum class SectionKind : std::uint8_t {
    Globals,        ///< [globals], [global] (SPEC A1)
    EnforceActions, ///< [enforce_actions]
    Domain,         ///< [example.com], [*.example.com], [*example.com]
    Default,        ///< [DEFAULT]: ConfigParser's own, no effect (CFG-005)
    Unknown,        ///< no effect (CFG-006)
};

struct KeySchema
{
    SectionKind section;
    std::string_view key;
    KeyType type;
    std::string_view defaultValue; ///< empty in domain sections: there [globals] is inherited
    int minimum = 0;               ///< Integer
    int maximum = 0;
    char replyClass = 0; ///< Reply: '5' or '4'
    std::string_view since = "IMSVA 9.1";
    std::string_view helpId; ///< names the help text and the anchor on the reference page
};

namespace detail {
using enum SectionKind;
using enum KeyType;
inline constexpr std::string_view blockText = "550 Service unavailable; SPF check unsuccessful and "
                                              "transaction closed due to the organization's policy.";
inline constexpr std::string_view tempblockText =
    "451 Service temporarily unavailable; SPF check unsuccessful and "
    "transaction closed due to the organization's policy.";
} // namespace detail

// clang-format off
inline constexpr std::array schema{
    KeySchema{.section = detail::Globals, .key = "block_res", .type = detail::Reply, .defaultValue = detail::blockText, .replyClass = '5', .helpId = "globals.block_res"},
    KeySchema{.section = detail::Globals, .key = "check_helo", .type = detail::YesNo, .defaultValue = "yes", .helpId = "globals.check_helo"},
    KeySchema{.section = detail::Globals, .key = "enforce_domain", .type = detail::DomainList, .defaultValue = "", .helpId = "globals.enforce_domain"},
    KeySchema{.section = detail::Globals, .key = "enforce_ip", .type = detail::NetworkList, .defaultValue = "", .helpId = "globals.enforce_ip"},
    KeySchema{.section = detail::Globals, .key = "log_level", .type = detail::Integer, .defaultValue = "1", .minimum = 0, .maximum = 4, .helpId = "globals.log_level"},
    KeySchema{.section = detail::Globals, .key = "pass", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.pass"},
    KeySchema{.section = detail::Globals, .key = "neutral", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.neutral"},
    KeySchema{.section = detail::Globals, .key = "softfail", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.softfail"},
    KeySchema{.section = detail::Globals, .key = "fail", .type = detail::Action, .defaultValue = "block", .helpId = "globals.fail"},
    KeySchema{.section = detail::Globals, .key = "none", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.none"},
    KeySchema{.section = detail::Globals, .key = "temperror", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.temperror"},
    KeySchema{.section = detail::Globals, .key = "permerror", .type = detail::Action, .defaultValue = "bypass", .helpId = "globals.permerror"},
    KeySchema{.section = detail::Globals, .key = "prepend_header", .type = detail::YesNo, .defaultValue = "yes", .helpId = "globals.prepend_header"},
    KeySchema{.section = detail::Globals, .key = "tempblock_res", .type = detail::Reply, .defaultValue = detail::tempblockText, .replyClass = '4', .helpId = "globals.tempblock_res"},
    KeySchema{.section = detail::Globals, .key = "white_domain", .type = detail::DomainList, .defaultValue = "", .helpId = "globals.white_domain"},
    KeySchema{.section = detail::Globals, .key = "white_ip", .type = detail::NetworkList, .defaultValue = "127.0.0.1", .helpId = "globals.white_ip"},
    KeySchema{.section = detail::EnforceActions, .key = "pass", .type = detail::Action, .defaultValue = "bypass", .helpId = "enforce_actions.pass"},
    KeySchema{.section = detail::EnforceActions, .key = "neutral", .type = detail::Action, .defaultValue = "bypass", .helpId = "enforce_actions.neutral"},
    KeySchema{.section = detail::EnforceActions, .key = "softfail", .type = detail::Action, .defaultValue = "tempblock", .helpId = "enforce_actions.softfail"},
    KeySchema{.section = detail::EnforceActions, .key = "fail", .type = detail::Action, .defaultValue = "block", .helpId = "enforce_actions.fail"},
    KeySchema{.section = detail::EnforceActions, .key = "none", .type = detail::Action, .defaultValue = "bypass", .helpId = "enforce_actions.none"},
    KeySchema{.section = detail::EnforceActions, .key = "temperror", .type = detail::Action, .defaultValue = "tempblock", .helpId = "enforce_actions.temperror"},
    KeySchema{.section = detail::EnforceActions, .key = "permerror", .type = detail::Action, .defaultValue = "tempblock", .helpId = "enforce_actions.permerror"},
    KeySchema{.section = detail::Domain, .key = "pass", .type = detail::Action, .defaultValue = "", .helpId = "domain.pass"},
    KeySchema{.section = detail::Domain, .key = "neutral", .type = detail::Action, .defaultValue = "", .helpId = "domain.neutral"},
    KeySchema{.section = detail::Domain, .key = "softfail", .type = detail::Action, .defaultValue = "", .helpId = "domain.softfail"},
    KeySchema{.section = detail::Domain, .key = "fail", .type = detail::Action, .defaultValue = "", .helpId = "domain.fail"},
    KeySchema{.section = detail::Domain, .key = "none", .type = detail::Action, .defaultValue = "", .helpId = "domain.none"},
    KeySchema{.section = detail::Domain, .key = "temperror", .type = detail::Action, .defaultValue = "", .helpId = "domain.temperror"},
    KeySchema{.section = detail::Domain, .key = "permerror", .type = detail::Action, .defaultValue = "", .helpId = "domain.permerror"},
};
// clang-format on

/// The entry for a key (any case) of a kind of section; null when it has no effect there.
[[nodiscard]] const KeySchema* findKey(SectionKind section, std::string_view key) noexcept;
/// The keys of one kind of section in canonical order.
[[nodiscard]] std::span<const KeySchema> keysOf(SectionKind section) noexcept;
/// How the value of a key is read, whatever its section; nothing for a key the product does not know.
[[nodiscard]] std::optional<KeyType> typeOfKey(std::string_view key) noexcept;
/// The words a value may be, in canonical spelling; empty for free values.
[[nodiscard]] std::vector<std::string_view> allowedValues(const KeySchema& key);

/// Classes a section name; `canonical` is the one name under which equal sections merge (SPEC A1, A19 to
/// A21).
struct SectionName
{
    SectionKind kind = SectionKind::Unknown;
    std::string canonical; ///< "globals", "enforce_actions", "DEFAULT", "example.com", "*.example.com", lower
                           ///< case else
};

[[nodiscard]] SectionName classifySection(std::string_view name);

/// "5NN text" or "4NN text" (SPEC A17).
enum class ReplyCheck { Valid, SecondDigit, Disconnects, Invalid };
/// SecondDigit (above 5, RFC 5321) and Disconnects (421, 521) are used as they are, with a warning.
[[nodiscard]] ReplyCheck checkReply(std::string_view text, char replyClass) noexcept;
[[nodiscard]] bool validReply(std::string_view text, char replyClass) noexcept;

/// yes, no and the other words accepted on reading (CFG-013).
[[nodiscard]] std::optional<bool> parseYesNo(std::string_view text) noexcept;

/// The known word nearest to a mistyped one, or empty when none is near.
[[nodiscard]] std::string_view nearestWord(std::string_view word, std::span<const std::string_view> known);

} // namespace config
