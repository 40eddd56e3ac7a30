// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/macro.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace spf {
namespace {

constexpr std::string_view delimiterCharacters = ".-+,/_=";
constexpr std::string_view plainLetters = "slodiphv";
constexpr std::string_view explanationLetters = "crt";
constexpr std::size_t longestName = 253;

bool isVisible(char c) noexcept
{
    return c >= 0x21 && c <= 0x7e;
}

tl::unexpected<SyntaxError> failure(ProblemCode code, Span term, std::size_t start, std::size_t end)
{
    return tl::make_unexpected(SyntaxError{code, term, Span{start, end - start}});
}

/// `%{` letter digits r delimiters `}` at `at`; the piece up to its end on failure.
tl::expected<MacroPart, SyntaxError> parseVariable(std::string_view text, std::size_t at, std::size_t end,
                                                   Span term, MacroUse use)
{
    const auto closing = std::min(text.find('}', at), end);
    const auto pieceEnd = std::min(closing + 1, end);
    std::size_t place = at + 2;
    if (closing == end || place == closing) {
        return failure(ProblemCode::BadMacro, term, at, pieceEnd);
    }
    MacroPart part;
    part.kind = MacroPart::Kind::Variable;
    part.span = {at, closing + 1 - at};
    part.letter = base::toLower(text[place]);
    part.isUrlEscaped = part.letter != text[place];
    ++place;
    const bool onlyInExplanation = explanationLetters.find(part.letter) != std::string_view::npos;
    if (plainLetters.find(part.letter) == std::string_view::npos && !onlyInExplanation) {
        return failure(ProblemCode::BadMacro, term, at, pieceEnd);
    }
    if (onlyInExplanation && use == MacroUse::DomainSpec) {
        return failure(ProblemCode::MacroOnlyInExp, term, at, pieceEnd);
    }
    unsigned digits = 0;
    const auto digitsStart = place;
    while (place < closing && base::isDigit(text[place])) {
        digits = std::min(digits * 10 + static_cast<unsigned>(text[place++] - '0'), 255U);
    }
    if (place > digitsStart && digits == 0) {
        return failure(ProblemCode::BadMacro, term, at, pieceEnd);
    }
    part.rightmost = static_cast<std::uint8_t>(digits);
    if (place < closing && base::toLower(text[place]) == 'r') {
        part.isReversed = true;
        ++place;
    }
    for (; place < closing; ++place) {
        const auto delimiter = delimiterCharacters.find(text[place]);
        if (delimiter == std::string_view::npos) {
            return failure(ProblemCode::BadMacro, term, at, pieceEnd);
        }
        part.delimiters = static_cast<std::uint8_t>(part.delimiters | 1U << delimiter);
    }
    return part;
}

/// toplabel of RFC 7208 7.1: letters, digits and inner hyphens, not digits alone.
bool isTopLabel(std::string_view label) noexcept
{
    const auto isPart = [](char c) { return base::isAlnum(c) || c == '-'; };
    return !label.empty() && std::all_of(label.begin(), label.end(), isPart) && label.front() != '-' &&
           label.back() != '-' && !std::all_of(label.begin(), label.end(), base::isDigit);
}

/// The text after the last macro ends in "." toplabel [ "." ].
bool endsInTopLabel(std::string_view literal) noexcept
{
    if (literal.ends_with('.')) {
        literal.remove_suffix(1);
    }
    const auto dot = literal.rfind('.');
    return dot != std::string_view::npos && isTopLabel(literal.substr(dot + 1));
}

} // namespace

tl::expected<MacroString, SyntaxError> MacroString::parse(std::string_view text, Span span, Span term,
                                                          MacroUse use)
{
    MacroString macro;
    macro.m_span = span;
    const auto end = span.start + span.length;
    std::size_t literalStart = span.start;
    const auto closeLiteral = [&](std::size_t at) {
        if (at > literalStart) {
            MacroPart literal;
            literal.span = {literalStart, at - literalStart};
            macro.m_parts.push_back(literal);
        }
    };
    for (std::size_t at = span.start; at < end;) {
        if (text[at] != '%') {
            if (!isVisible(text[at]) && !(use == MacroUse::Explanation && text[at] == ' ')) {
                return failure(ProblemCode::BadDomainSpec, term, at, at + 1);
            }
            ++at;
            continue;
        }
        const char next = at + 1 < end ? text[at + 1] : '\0';
        MacroPart part;
        if (next == '{') {
            const auto variable = parseVariable(text, at, end, term, use);
            if (!variable) {
                return tl::make_unexpected(variable.error());
            }
            part = *variable;
        } else if (next == '%' || next == '_' || next == '-') {
            using Kind = MacroPart::Kind;
            part.kind = next == '%' ? Kind::Percent : next == '_' ? Kind::Space : Kind::EncodedSpace;
            part.span = {at, 2};
        } else {
            return failure(ProblemCode::BadMacro, term, at, std::min(at + 2, end));
        }
        closeLiteral(at);
        macro.m_parts.push_back(part);
        at += part.span.length;
        literalStart = at;
    }
    const bool endsInMacro = literalStart == end && !macro.m_parts.empty();
    if (use == MacroUse::DomainSpec && !endsInMacro &&
        !endsInTopLabel(text.substr(literalStart, end - literalStart))) {
        return failure(ProblemCode::BadDomainSpec, term, span.start, end);
    }
    if (!macro.m_parts.empty()) {
        closeLiteral(end);
    }
    return macro;
}

bool MacroString::uses(char letter) const noexcept
{
    return std::any_of(m_parts.begin(), m_parts.end(), [letter](const MacroPart& part) {
        return part.kind == MacroPart::Kind::Variable && part.letter == letter;
    });
}

std::string dottedAddress(const net::IpAddress& address)
{
    if (address.isV4()) {
        return address.toString();
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string nibbles;
    nibbles.reserve(63);
    for (const std::uint8_t byte : address.bytes()) {
        if (!nibbles.empty()) {
            nibbles += '.';
        }
        nibbles += digits[byte >> 4];
        nibbles += '.';
        nibbles += digits[byte & 15];
    }
    return nibbles;
}

namespace {

/// A view of the values, or of `scratch` for what has to be put together.
std::string_view valueOf(char letter, const MacroValues& values, std::string& scratch)
{
    switch (letter) {
    case 's':
        scratch = values.localPart;
        scratch += '@';
        return scratch += values.senderDomain;
    case 'l':
        return values.localPart;
    case 'o':
        return values.senderDomain;
    case 'd':
        return values.domain;
    case 'i':
        return scratch = dottedAddress(values.client);
    case 'p':
        return values.validatedName;
    case 'v':
        return values.client.isV4() ? "in-addr" : "ip6";
    case 'h':
        return values.helo;
    case 'c':
        return scratch = values.client.toString();
    case 'r':
        return values.receiver;
    default:
        return scratch = std::to_string(values.time);
    }
}

bool isDelimiter(char c, std::uint8_t set) noexcept
{
    const auto place = delimiterCharacters.find(c);
    return place != std::string_view::npos && (set >> place & 1) != 0;
}

/// The rightmost labels of a value, or of the value read backwards, which are its first ones.
std::string_view keptLabels(std::string_view value, const MacroPart& part, std::uint8_t delimiters) noexcept
{
    unsigned left = part.rightmost;
    if (left == 0) {
        return value;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::size_t at = part.isReversed ? i : value.size() - 1 - i;
        if (isDelimiter(value[at], delimiters) && --left == 0) {
            return part.isReversed ? value.substr(0, at) : value.substr(at + 1);
        }
    }
    return value;
}

void appendTransformed(std::string& text, std::string_view value, const MacroPart& part)
{
    const std::uint8_t delimiters = part.delimiters == 0 ? std::uint8_t{1} : part.delimiters;
    const auto kept = keptLabels(value, part, delimiters);
    if (!part.isReversed) {
        for (const char c : kept) {
            text += isDelimiter(c, delimiters) ? '.' : c;
        }
        return;
    }
    std::size_t end = kept.size();
    for (std::size_t at = kept.size(); at > 0; --at) {
        if (isDelimiter(kept[at - 1], delimiters)) {
            text += kept.substr(at, end - at);
            text += '.';
            end = at - 1;
        }
    }
    text += kept.substr(0, end);
}

/// RFC 3986 2.3: everything but the unreserved characters.
void appendUrlEscaped(std::string& text, std::string_view value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : value) {
        if (base::isAlnum(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            text += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        text += '%';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
}

} // namespace

std::string expand(const MacroString& macro, std::string_view text, const MacroValues& values)
{
    if (macro.isLiteral()) {
        return std::string(text.substr(macro.span().start, macro.span().length));
    }
    std::string expanded;
    std::string scratch;
    expanded.reserve(64);
    for (const MacroPart& part : macro.parts()) {
        switch (part.kind) {
        case MacroPart::Kind::Literal:
            expanded += text.substr(part.span.start, part.span.length);
            break;
        case MacroPart::Kind::Percent:
            expanded += '%';
            break;
        case MacroPart::Kind::Space:
            expanded += ' ';
            break;
        case MacroPart::Kind::EncodedSpace:
            expanded += "%20";
            break;
        case MacroPart::Kind::Variable: {
            const auto value = valueOf(part.letter, values, scratch);
            if (part.isUrlEscaped) {
                std::string plain;
                appendTransformed(plain, value, part);
                appendUrlEscaped(expanded, plain);
            } else {
                appendTransformed(expanded, value, part);
            }
            break;
        }
        }
    }
    return expanded;
}

std::string expandDomain(const MacroString& macro, std::string_view text, const MacroValues& values)
{
    std::string name = expand(macro, text, values);
    if (name.ends_with('.')) {
        name.pop_back();
    }
    while (name.size() > longestName) {
        const auto dot = name.find('.');
        if (dot == std::string::npos) {
            break;
        }
        name.erase(0, dot + 1);
    }
    return name;
}

} // namespace spf
