// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of SPEC 7 as data: id, place in the record, arguments, evidence and fixes. Sentences are made
// in ui/words. What needs no DNS is found here; record_lint.h asks for the rest.
#pragma once

#include "core/spf/report.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spf {

enum class Severity : std::uint8_t { Error, Warning, Info };
[[nodiscard]] std::string_view word(Severity severity) noexcept; ///< "error", "warning", "info"

/// The number is the one of the id: 12 is SPF-012.
enum class Rule : std::uint8_t {
    NoRecord = 1,
    SeveralRecords = 2,
    BadVersion = 3,
    UnknownMechanism = 4,
    BadIp4 = 5,
    BadIp6 = 6,
    WrongFamily = 7,
    WrongSeparator = 8,
    BlankInTerm = 9,
    TermsNotSeparated = 10,
    TooManyLookups = 11,
    ManyLookups = 12,
    TooManyVoids = 13,
    VoidLookup = 14,
    IncludeWithoutRecord = 15,
    RedirectWithoutRecord = 16,
    Loop = 17,
    RepeatedInclude = 18,
    PassAll = 19,
    NeutralAll = 20,
    SoftFailAll = 21,
    NoAll = 22,
    AfterAll = 23,
    RedirectIgnored = 24,
    RepeatedModifier = 25,
    AllWithArgument = 26,
    PtrUsed = 27,
    WideNetwork = 28,
    HostBits = 29,
    ReservedAddress = 30,
    Covered = 31,
    Mergeable = 32,
    ConflictingQualifiers = 33,
    LongString = 34,
    JoinedStrings = 35,
    LongRecord = 36,
    LongAnswer = 37,
    ObsoleteType = 38,
    UpperCase = 39,
    BadMacro = 40,
    MacroOnlyInExp = 41,
    MacroP = 42,
    BadDomain = 43,
    HostPrefix = 44,
    TooManyExchanges = 45,
    MissingHost = 46,
    MissingExplanation = 47,
    UnknownModifier = 48,
    SenderId = 49,
    BadCharacter = 50,
    QuotesInData = 51,
    IncludePassesAll = 52,
    IncludedAll = 53,
    DnsError = 54,
    OddTtl = 55,
    SendsNoMail = 56,
    HeloWithoutRecord = 57,
    ServerNotAuthorised = 58,
    ServerIp6NotCovered = 59,
    SubdomainWithoutRecord = 60,
    Alias = 61,
    StaleFlattening = 62,
    ReplacedProvider = 63,
    LeakingExists = 64,
    NotAligned = 65,
};
inline constexpr int lintRuleCount = 65;
[[nodiscard]] std::string idOf(Rule rule); ///< "SPF-012"

enum class FixCode : std::uint8_t {
    Replace,  ///< args: old text, new text
    Remove,   ///< args: the text
    Add,      ///< args: the text
    Publish,  ///< args: the record
    Merge,    ///< args: the one record
    Split,    ///< into strings of 255 octets
    Separate, ///< terms by blanks
    Join,     ///< the blank inside a term goes
    LowerCase,
};

/// `length` octets from `start` become `text`.
struct RecordEdit
{
    std::size_t start = 0;
    std::size_t length = 0;
    std::string text;
    friend bool operator==(const RecordEdit&, const RecordEdit&) = default;
};

struct Fix
{
    FixCode code;
    std::vector<std::string> args;
    std::vector<RecordEdit> edits; ///< ascending, apart from each other
    friend bool operator==(const Fix&, const Fix&) = default;
};

/// A question that was asked, and what came back.
struct Evidence
{
    dns::Question question;
    std::shared_ptr<const dns::Answer> answer; ///< never null; thousands of findings may share one
};

struct Finding
{
    Rule rule;
    Severity severity;
    Span span;                               ///< in `record`
    std::vector<std::string> chain;          ///< from the checked domain to the one whose record is meant
    std::shared_ptr<const std::string> text; ///< see record(); thousands of findings may share one
    std::vector<std::string> args;           ///< %1, %2 of the text
    std::vector<Evidence> evidence;
    std::vector<Fix> fixes;

    /// The text the span and the edits are about; empty when no record is meant.
    [[nodiscard]] const std::string& record() const noexcept;
};

/// What a text is, beyond its letters.
struct TextOptions
{
    std::vector<std::string> strings; ///< of the TXT record; empty for a text that was typed
    std::string domain;               ///< whose record it is; empty when nobody knows
};

/// Findings of a record's text alone. A text of several quoted strings, as a master file has it, is read as
/// their content; places are those of the text given.
[[nodiscard]] std::vector<Finding> lintText(const std::string& text, const TextOptions& options = {});

/// The text after the edits of one fix.
[[nodiscard]] std::string applied(std::string text, const Fix& fix);

} // namespace spf
