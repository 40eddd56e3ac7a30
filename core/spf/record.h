// SPDX-License-Identifier: GPL-3.0-or-later
// An SPF record as typed terms (RFC 7208 4.6, 5, 6, 12). The whole text is checked at once; every term keeps
// its place, so that evaluation, lint and highlighting share one reading.
#pragma once

#include "core/net/network.h"
#include "core/spf/macro.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spf {

enum class Qualifier : std::uint8_t { Pass, Fail, SoftFail, Neutral };
[[nodiscard]] char sign(Qualifier qualifier) noexcept;    ///< '+', '-', '~', '?'
[[nodiscard]] bool refuses(Qualifier qualifier) noexcept; ///< "-" and "~"
[[nodiscard]] Result resultOf(Qualifier qualifier) noexcept;

struct All
{
    friend bool operator==(const All&, const All&) = default;
};

struct Include
{
    MacroString target;
    friend bool operator==(const Include&, const Include&) = default;
};

/// "a" and "mx" share their argument.
struct HostArgument
{
    std::optional<MacroString> target; ///< nothing: the domain itself
    std::uint8_t prefix4 = 32;
    std::uint8_t prefix6 = 128;
    friend bool operator==(const HostArgument&, const HostArgument&) = default;
};

struct Address : HostArgument
{
    friend bool operator==(const Address&, const Address&) = default;
};

struct MailExchange : HostArgument
{
    friend bool operator==(const MailExchange&, const MailExchange&) = default;
};

struct Pointer
{
    std::optional<MacroString> target;
    friend bool operator==(const Pointer&, const Pointer&) = default;
};

/// "ip4" and "ip6": the network's family tells which.
struct Ip
{
    net::Network network;
    friend bool operator==(const Ip&, const Ip&) = default;
};

struct Exists
{
    MacroString target;
    friend bool operator==(const Exists&, const Exists&) = default;
};

struct Redirect
{
    MacroString target;
    friend bool operator==(const Redirect&, const Redirect&) = default;
};

struct Explanation
{
    MacroString target;
    friend bool operator==(const Explanation&, const Explanation&) = default;
};

struct UnknownModifier
{
    Span name;
    MacroString value;
    friend bool operator==(const UnknownModifier&, const UnknownModifier&) = default;
};

struct Term
{
    using What = std::variant<All, Include, Address, MailExchange, Pointer, Ip, Exists, Redirect, Explanation,
                              UnknownModifier>;
    Span span;
    Qualifier qualifier = Qualifier::Pass;
    What what;

    [[nodiscard]] bool isModifier() const noexcept;
    /// Counts against the limit of RFC 7208 4.6.4.
    [[nodiscard]] bool isLookup() const noexcept;
    /// Its domain-spec, if it has one.
    [[nodiscard]] const MacroString* target() const noexcept;
    friend bool operator==(const Term&, const Term&) = default;
};

class Record
{
public:
    /// The version token and what may follow it (RFC 7208 4.5): any text for which this is false is no SPF
    /// record.
    [[nodiscard]] static bool isSpf(std::string_view text) noexcept;
    /// `text` is a record by isSpf(). Terms with errors are left out of terms() and named in errors().
    [[nodiscard]] static Record parse(std::string text);

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

    [[nodiscard]] std::string_view textOf(Span span) const noexcept
    {
        return std::string_view(m_text).substr(span.start, span.length);
    }

    /// In the order written.
    [[nodiscard]] const std::vector<Term>& terms() const noexcept { return m_terms; }

    /// In the order of their places; a record with any is a permerror.
    [[nodiscard]] const std::vector<SyntaxError>& errors() const noexcept { return m_errors; }

    [[nodiscard]] const Term* redirect() const noexcept;
    [[nodiscard]] const Term* explanation() const noexcept;

private:
    void parseTerms();
    std::string m_text;
    std::vector<Term> m_terms;
    std::vector<SyntaxError> m_errors;
};

/// "all", "include", ...: any case.
[[nodiscard]] bool isMechanismName(std::string_view name) noexcept;
/// These and "redirect", "exp".
[[nodiscard]] bool isTermName(std::string_view name) noexcept;
/// The term name that was probably meant ("ipv4" -> "ip4", "incude" -> "include"); empty when none is near.
[[nodiscard]] std::string_view nearestTermName(std::string_view name) noexcept;

} // namespace spf
