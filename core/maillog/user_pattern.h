// SPDX-License-Identifier: GPL-3.0-or-later
// Log lines in a form of one's own, described by a regular expression (PCRE2) with groups of known names
// (MAILLOG.md 1: no public line of SPFPolicyd exists, so the forms have to be the user's to say):
//
//     filter\[\d+\]: (?<result>\w+) (?<ip>\S+) <(?<sender>[^>]*)>
#pragma once

#include "core/maillog/event.h"
#include "core/maillog/timestamp.h"

#include <tl/expected.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

struct UserPattern
{
    std::string name;
    std::string regex;
    friend bool operator==(const UserPattern&, const UserPattern&) = default;
};

/// What a group names. Time: any stamp that a log line may begin with; without it, that of the line's
/// beginning holds.
enum class PatternGroup {
    Time,
    Host,
    Result,
    Action,
    Ip,
    Helo,
    Sender,
    Recipient,
    Domain,
    Rule,
    QueueId,
    Identity
};
inline constexpr std::array<PatternGroup, 12> allPatternGroups{
    PatternGroup::Time,   PatternGroup::Host, PatternGroup::Result,  PatternGroup::Action,
    PatternGroup::Ip,     PatternGroup::Helo, PatternGroup::Sender,  PatternGroup::Recipient,
    PatternGroup::Domain, PatternGroup::Rule, PatternGroup::QueueId, PatternGroup::Identity};
[[nodiscard]] std::string_view word(PatternGroup group) noexcept; ///< "time", ..., "queueid", "identity"

struct PatternError
{
    enum class Code {
        Empty,
        Malformed,    ///< `detail`: PCRE2's words
        UnknownGroup, ///< `detail`: its name
        NothingSaid,  ///< neither "result" nor "action" among the groups
        MatchesAll    ///< matches the empty text, so every line
    };
    Code code;
    std::size_t pattern;      ///< which, from 0
    std::size_t position = 0; ///< byte in its regex
    std::string detail;
    friend bool operator==(const PatternError&, const PatternError&) = default;
};

struct MatchedLine
{
    struct Span
    {
        std::size_t start = 0; ///< byte in the line
        std::size_t length = 0;
        friend bool operator==(const Span&, const Span&) = default;
    };

    std::size_t pattern = 0; ///< which, from 0
    std::array<std::optional<Span>, allPatternGroups.size()> groups;
    Event event; ///< views into the line

    [[nodiscard]] const std::optional<Span>& operator[](PatternGroup group) const noexcept
    {
        return groups[static_cast<std::size_t>(group)];
    }
};

/// What the pattern says, else what the line begins with.
[[nodiscard]] std::optional<Stamp> stampOf(const MatchedLine& matched, std::string_view line);
[[nodiscard]] std::string_view hostOf(const MatchedLine& matched, std::string_view line);

/// Compiled patterns, tried in their order; a copy is cheap. May be used by several threads.
class PatternSet
{
public:
    [[nodiscard]] static tl::expected<PatternSet, PatternError>
    compile(std::span<const UserPattern> patterns);

    /// The first pattern that fits. A pattern that takes too many steps on a line does not fit it.
    [[nodiscard]] std::optional<MatchedLine> match(std::string_view line) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_patterns.size(); }

    /// A text that every line of that pattern holds; empty when none could be told.
    [[nodiscard]] std::string_view literal(std::size_t pattern) const noexcept;
    /// Whether a line may fit: it has to be tried when it holds one of the literals, and all have to be when
    /// a pattern has none.
    [[nodiscard]] bool mayMatch(std::string_view line) const noexcept;

private:
    struct Compiled;
    std::vector<std::shared_ptr<const Compiled>> m_patterns;
};

} // namespace maillog
