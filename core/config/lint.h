// SPDX-License-Identifier: GPL-3.0-or-later
// The 42 findings of SPEC 1.8 as data: id, place, arguments and fixes. Sentences are made in ui/words.
#pragma once

#include "core/config/edits.h"
#include "core/net/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace config {

enum class Severity : std::uint8_t { Error, Warning, Info };
[[nodiscard]] std::string_view word(Severity severity) noexcept; ///< "error", "warning", "info"

/// The number is the one of the id: 12 is CFG-012.
enum class Rule : std::uint8_t {
    KeyOutsideSection = 1,
    DuplicateSection = 2,
    DuplicateKey = 3,
    UnreadableLine = 4,
    DefaultSection = 5,
    UnknownSection = 6,
    UnknownKey = 7,
    PercentSign = 8,
    GlobalSpelling = 9,
    BadReply = 10,
    SemicolonInReply = 11,
    BadAction = 12,
    BadYesNo = 13,
    SoftfailUnset = 14,
    BadLogLevel = 15,
    DebugLogLevel = 16,
    LogLevelZero = 17,
    NonAsciiReply = 18,
    LongReply = 19,
    NoEffectInDomain = 20,
    BadNetwork = 21,
    Ipv6Entry = 22,
    LoopbackMissing = 23,
    HostBits = 24,
    CoveredEntry = 25,
    WideNetwork = 26,
    BadDomain = 27,
    MailAddress = 28,
    PublicSuffix = 29,
    ApprovedAndEnforced = 30,
    PassRejected = 31,
    HiddenWildcard = 32,
    ApprovedDomain = 33,
    NoneBlocked = 34,
    TemperrorBlocked = 35,
    SectionNeverMatches = 36,
    SectionWithoutEffect = 37,
    OwnNetworksMissing = 38,
    EnforceListsEmpty = 39,
    OwnDomainApproved = 40,
    PrefilterMissing = 41,
    HashComment = 42,
};
inline constexpr int ruleCount = 42;
[[nodiscard]] std::string idOf(Rule rule); ///< "CFG-012"

/// Where one id has several texts.
enum class Variant : std::uint8_t {
    Usual,
    ReplySecondDigit, ///< CFG-010 as a warning: second digit above 5; args as usual
    ReplyDisconnects, ///< CFG-010 as a warning: 421 or 521
    NoSuggestion,     ///< CFG-007 without "did you mean"
    JunkAfterHeader,  ///< CFG-004: text after "]"
};

enum class FixCode : std::uint8_t {
    MoveToGlobals, ///< args: key
    MergeSections, ///< args: section
    RemoveEarlier, ///< args: key
    CommentOut,
    RemoveIndent,
    RemoveJunk,    ///< args: the text
    RenameSection, ///< args: new name
    RenameKey,     ///< args: new name
    EscapePercent,
    SetValue,      ///< args: key, value
    RemoveBlank,   ///< before ";"
    MoveComment,   ///< to a line of its own
    RemoveKey,     ///< args: key
    ReplaceItem,   ///< args: item, replacement
    RemoveItem,    ///< args: item
    AddItems,      ///< args: key, items
    CopyKeys,      ///< args: wildcard, keys
    RemoveSection, ///< args: section
};

struct Fix
{
    FixCode code;
    std::vector<std::string> args;
    EditPlan edits;
    bool safe = false; ///< changes nothing the product reads, and loses nothing: what `--fix` applies
};

struct Finding
{
    Rule rule;
    Severity severity;
    Variant variant = Variant::Usual;
    std::optional<Place> place; ///< nothing when the whole file is meant
    ByteSpan span;
    std::string section;           ///< as written; empty outside any section
    std::string key;               ///< lower case; empty when no key is meant
    std::vector<std::string> args; ///< %1, %2, ... of the text
    std::vector<Fix> fixes;
};

enum class Target : std::uint8_t { Imsva, Own };

struct LintOptions
{
    Target target = Target::Imsva;
    std::vector<std::string> mynetworks; ///< items of main.cf's mynetworks (CFG-038)
    std::vector<std::string> ownDomains; ///< CFG-040
    std::vector<std::string> prefilter;  ///< networks of the cloud pre-filter (CFG-041)
};

/// In file order; findings about the whole file come last.
[[nodiscard]] std::vector<Finding> lint(const IniDocument& document, const LintOptions& options = {});

/// Applies safe fixes until none is left (what `--fix` does). Terminates: each round must change the bytes.
[[nodiscard]] IniDocument withSafeFixes(const IniDocument& document, const LintOptions& options = {});

} // namespace config
