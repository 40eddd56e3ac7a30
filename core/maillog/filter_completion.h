// SPDX-License-Identifier: GPL-3.0-or-later
// What may be written at a place of a filter expression (INTERFACES.md, "Filter expressions"): fields, the
// words of closed sets, and the names of a log, the most frequent first. And how a wrong expression is
// mended.
#pragma once

#include "core/maillog/filter.h"
#include "core/maillog/statistics.h"

#include <functional>
#include <memory>
#include <span>

namespace maillog {

/// What stands around a cursor. Bytes of the expression.
struct FilterPlace
{
    enum class Kind {
        Nothing, ///< within a regular expression, after an unknown field
        Field,   ///< the begin of a term: a field or a word to be searched
        Value
    };
    Kind kind = Kind::Nothing;
    FilterField field = FilterField::Text; ///< of a value
    std::string typed;                     ///< in front of the cursor, without quotes and "-"
    std::size_t position = 0;              ///< what a completion replaces
    std::size_t length = 0;
    friend bool operator==(const FilterPlace&, const FilterPlace&) = default;
};

/// For any text, also one that does not parse (yet).
[[nodiscard]] FilterPlace placeAt(std::string_view expression, std::size_t cursor);

/// The last word may yet become a field: "dom", "-res", "to".
[[nodiscard]] bool endsUnfinished(std::string_view expression);

/// The words of result, action and identity; empty for the other fields.
[[nodiscard]] std::span<const std::string_view> wordsOf(FilterField field);

/// As the language takes it: in quotes where it must be.
[[nodiscard]] std::string writtenValue(std::string_view value);

/// The expression with what is wrong put right: the nearest word, the missing quote. Nothing when no cure is
/// near.
[[nodiscard]] std::optional<std::string> mended(std::string_view expression, const FilterError& error);

/// The names that a field has in a log.
class RankedNames
{
public:
    RankedNames(std::shared_ptr<const Log> log, FilterField field);

    /// At most `most`: those that begin with `typed`, then those that have it anywhere; by count within both.
    [[nodiscard]] std::vector<NamedCount> find(std::string_view typed, std::size_t most,
                                               const std::function<bool()>& cancelled = {}) const;

    /// Names exist for domain, ip, helo, from, to, host and rule.
    [[nodiscard]] static bool hasNames(FilterField field) noexcept;

private:
    struct Entry
    {
        Id id;
        std::uint32_t count;
    };

    [[nodiscard]] std::string name(Id id) const;
    std::shared_ptr<const Log> m_log;
    FilterField m_field;
    std::vector<Entry> m_entries; ///< by count
};

} // namespace maillog
