// SPDX-License-Identifier: GPL-3.0-or-later
// Macro strings (RFC 7208 7) as a parsed tree. Syntax is checked before anything is expanded; what an
// expansion yields is never parsed again. Parts are places in the text they were read from, so a record's
// text is held once.
#pragma once

#include "core/net/ip_address.h"
#include "core/spf/report.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spf {

struct SyntaxError
{
    ProblemCode code;
    Span term;  ///< the whole term
    Span piece; ///< the offending piece of it
    friend bool operator==(const SyntaxError&, const SyntaxError&) = default;
};

struct MacroPart
{
    enum class Kind : std::uint8_t { Literal, Percent, Space, EncodedSpace, Variable };

    Kind kind = Kind::Literal;
    Span span;
    char letter = 0;           ///< lower case
    bool isUrlEscaped = false; ///< upper-case letter (RFC 7208 7.3)
    bool isReversed = false;
    std::uint8_t rightmost = 0;  ///< labels to keep; 0 for all
    std::uint8_t delimiters = 0; ///< bit n: the n-th of ".-+,/_="; 0 for "."
    friend bool operator==(const MacroPart&, const MacroPart&) = default;
};

/// Where a macro string stands decides which characters and letters it may hold.
enum class MacroUse {
    DomainSpec,  ///< ends in a top label or a macro (RFC 7208 7.1)
    Modifier,    ///< value of an unknown modifier
    Explanation, ///< text of exp: blanks and the letters c, r, t as well
};

class MacroString
{
public:
    /// Reads `span` of `text`; `term` is named in errors.
    [[nodiscard]] static tl::expected<MacroString, SyntaxError> parse(std::string_view text, Span span,
                                                                      Span term, MacroUse use);

    [[nodiscard]] Span span() const noexcept { return m_span; }

    /// Nothing to expand: the text itself.
    [[nodiscard]] bool isLiteral() const noexcept { return m_parts.empty(); }

    /// Empty for a literal.
    [[nodiscard]] const std::vector<MacroPart>& parts() const noexcept { return m_parts; }

    [[nodiscard]] bool uses(char letter) const noexcept;

    friend bool operator==(const MacroString&, const MacroString&) = default;

private:
    Span m_span;
    std::vector<MacroPart> m_parts;
};

/// The values behind the letters (RFC 7208 7.2).
struct MacroValues
{
    std::string_view localPart;
    std::string_view senderDomain;
    std::string_view domain;
    std::string_view validatedName; ///< %{p}; "unknown" when there is none
    std::string_view helo;
    std::string_view receiver;
    net::IpAddress client;
    std::int64_t time = 0;
};

/// `text` is the one `macro` was parsed from.
[[nodiscard]] std::string expand(const MacroString& macro, std::string_view text, const MacroValues& values);

/// As a name for a question: no trailing dot, and without leading labels until it has 253 octets at most
/// (RFC 7208 7.3).
[[nodiscard]] std::string expandDomain(const MacroString& macro, std::string_view text,
                                       const MacroValues& values);

/// `4.3.2.1` style parts of an address for %{i}: dotted quad, or 32 nibbles in upper case.
[[nodiscard]] std::string dottedAddress(const net::IpAddress& address);

} // namespace spf
