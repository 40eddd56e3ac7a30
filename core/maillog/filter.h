// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language of INTERFACES.md ("Filter expressions") as a typed value, and the scan over the
// columns. One Filter feeds chart, table, top lists and export, so they always agree.
#pragma once

#include "core/maillog/log.h"
#include "core/maillog/zone_rules.h"
#include "core/net/domain_pattern.h"
#include "core/net/network.h"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace maillog {

enum class FilterField {
    Result,
    Action,
    Identity,
    Domain,
    Ip,
    Helo,
    From,
    To,
    Host,
    Rule,
    Text,
    Since,
    Until
};
[[nodiscard]] std::string_view word(FilterField field) noexcept; ///< "result", ..., "until"
inline constexpr std::array<FilterField, 13> allFilterFields{
    FilterField::Result, FilterField::Action, FilterField::Identity, FilterField::Domain, FilterField::Ip,
    FilterField::Helo,   FilterField::From,   FilterField::To,       FilterField::Host,   FilterField::Rule,
    FilterField::Text,   FilterField::Since,  FilterField::Until};

struct FilterError
{
    enum class Code {
        UnknownField, ///< "colour:red"
        MissingValue, ///< "result:"
        UnknownWord,  ///< "result:maybe"
        BadAddress,   ///< "ip:300.1.1.1"
        BadDomain,
        BadTime,
        BadRegex,
        RegexFlag,   ///< "/x/g": only "i" is known
        LogicWord,   ///< "result:fail OR result:pass"
        Parenthesis, ///< "(result:fail)"
        UnclosedQuote,
        UnclosedRegex
    };
    Code code;
    std::size_t position;           ///< byte offset in the expression
    std::size_t length;             ///< of the offending piece
    std::string reason{};           ///< of BadRegex: of the library, in English
    std::size_t reasonPosition = 0; ///< byte offset in the expression
    friend bool operator==(const FilterError&, const FilterError&) = default;
};

/// Why a pattern is none.
struct RegexError
{
    std::string reason; ///< of the library, in English
    std::size_t position = 0;
    friend bool operator==(const RegexError&, const RegexError&) = default;
};

/// Bytes of a text that match.
struct RegexMatch
{
    std::size_t start = 0;
    std::size_t length = 0;
    friend bool operator==(const RegexMatch&, const RegexMatch&) = default;
};

/// A compiled regular expression (PCRE2, on bytes), shared by copies of a filter.
class Regex
{
public:
    /// Letters match in any case when `ignoreCase`.
    [[nodiscard]] static tl::expected<Regex, RegexError> parse(std::string_view pattern, bool ignoreCase);
    /// Nothing when it is malformed.
    [[nodiscard]] static std::optional<Regex> compile(std::string_view pattern, bool ignoreCase);
    /// The first match that begins at or behind `from`.
    [[nodiscard]] std::optional<RegexMatch> find(std::string_view text, std::size_t from) const noexcept;
    /// A pattern that needs more than a bounded effort on a line counts as no match.
    [[nodiscard]] bool matches(std::string_view text) const noexcept;
    /// Texts of which every match contains at least one, as far as they can be told; else none at all.
    [[nodiscard]] const std::vector<std::string>& required() const noexcept;
    [[nodiscard]] bool ignoresCase() const noexcept;

private:
    struct Code;

    explicit Regex(std::shared_ptr<const Code> code) noexcept : m_code(std::move(code)) {}

    std::shared_ptr<const Code> m_code;
};

/// A text to be found, in any case: as a whole, as the end, anywhere, with "*" and "?" for any text and any
/// character, or as a regular expression (which minds the case unless it ends in "/i").
struct TextPattern
{
    enum class Kind { Exact, Suffix, Contains, Wildcard, Regex };
    Kind kind = Kind::Contains;
    std::string text; ///< lower case; as written for Regex
    std::optional<Regex> regex;
    [[nodiscard]] bool matches(std::string_view value) const noexcept;
};

/// One alternative of one term; the last one is the UTC milliseconds of since and until.
using FilterValue = std::variant<spf::Result, Action, policy::Identity, net::DomainPattern, net::Network,
                                 TextPattern, std::int64_t>;

/// since: at or after; until: before, so that neighbouring ranges share nothing.
struct FilterTerm
{
    FilterField field = FilterField::Text;
    bool negated = false;
    bool bareWord = false; ///< bare words are ANDed, "text:" twice is ORed
    std::vector<FilterValue> anyOf;
    std::size_t position = 0; ///< in the expression
    std::size_t length = 0;
};

/// The time of "2025-11-20", "2025-11-20T14:00[:05[.5]][Z|+09:00]", "-7d", "-12h", "-30m", "now" as UTC
/// milliseconds.
struct FilterClock
{
    std::int64_t now = 0; ///< UTC milliseconds
    ZoneRules zone;       ///< the wall clock that times without an offset are in
};

[[nodiscard]] std::optional<std::int64_t> parseFilterTime(std::string_view text,
                                                          const FilterClock& clock) noexcept;

/// The bytes of a row's line, for text search; empty when they cannot be read any more.
using LineSource =
    std::function<std::string_view(std::uint16_t source, std::uint64_t offset, std::uint32_t length)>;

/// Reads pieces of the sources, for text search over many rows.
class BlockSource
{
public:
    /// Bytes of a source into `into`; fewer at its end. Called from several threads at a time.
    using Read = std::function<std::size_t(std::uint16_t source, std::uint64_t offset, std::span<char> into)>;

    explicit BlockSource(Read read) noexcept : m_read(std::move(read)) {}

    [[nodiscard]] std::size_t read(std::uint16_t source, std::uint64_t offset, std::span<char> into) const
    {
        return m_read(source, offset, into);
    }

private:
    Read m_read;
};

/// The terms as they are written: those of the same field are not put together.
[[nodiscard]] tl::expected<std::vector<FilterTerm>, FilterError> parseTerms(std::string_view expression,
                                                                            const FilterClock& clock);

class Filter
{
public:
    /// Matches everything.
    Filter() = default;
    [[nodiscard]] static tl::expected<Filter, FilterError> parse(std::string_view expression,
                                                                 const FilterClock& clock);

    [[nodiscard]] bool isEmpty() const noexcept { return m_terms.empty(); }

    [[nodiscard]] bool needsLines() const noexcept;

    [[nodiscard]] const std::vector<FilterTerm>& terms() const noexcept { return m_terms; }

    /// As if it stood at the end of the expression: the same field is ORed.
    void add(FilterTerm term);

    /// The rows from `begin` on that match, ascending. `lines` may be null when needsLines() is false.
    /// `cancelled` is asked every few thousand rows.
    [[nodiscard]] std::vector<std::uint32_t> rows(const Log& log, const LineSource& lines = {}, Row begin = 0,
                                                  const std::function<bool()>& cancelled = {}) const;
    /// The same; lines that are searched are read by the megabyte, in two threads when there are many.
    [[nodiscard]] std::vector<std::uint32_t> rows(const Log& log, const BlockSource& blocks, Row begin = 0,
                                                  const std::function<bool()>& cancelled = {}) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> rowsByColumns(const Log& log, Row begin,
                                                           const std::function<bool()>& cancelled) const;
    std::vector<FilterTerm> m_terms;
};

} // namespace maillog
