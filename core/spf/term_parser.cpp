// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/term_parser.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace spf {
namespace {

using What = tl::expected<Term::What, SyntaxError>;

/// A term cut into its name and the rest; places are those of the record's text.
struct Pieces
{
    std::string_view text; ///< of the record
    Span term;
    Span name;
    Span rest; ///< from ":", "/" or "=" on

    [[nodiscard]] std::string_view of(Span span) const noexcept
    {
        return text.substr(span.start, span.length);
    }

    [[nodiscard]] bool restStartsWith(char c) const noexcept
    {
        return rest.length > 0 && text[rest.start] == c;
    }

    /// The rest without its first character.
    [[nodiscard]] Span argument() const noexcept { return {rest.start + 1, rest.length - 1}; }

    [[nodiscard]] tl::unexpected<SyntaxError> failure(ProblemCode code, Span piece) const
    {
        return tl::make_unexpected(SyntaxError{code, term, piece});
    }
};

tl::expected<MacroString, SyntaxError> parseDomainSpec(const Pieces& pieces, Span span)
{
    if (span.length == 0) {
        return pieces.failure(ProblemCode::MissingArgument, pieces.term);
    }
    return MacroString::parse(pieces.text, span, pieces.term, MacroUse::DomainSpec);
}

/// ":" domain-spec, which has to be there.
tl::expected<MacroString, SyntaxError> parseRequiredTarget(const Pieces& pieces)
{
    if (!pieces.restStartsWith(':')) {
        return pieces.failure(ProblemCode::MissingArgument, pieces.term);
    }
    return parseDomainSpec(pieces, pieces.argument());
}

template <class Wanted>
What withTarget(tl::expected<MacroString, SyntaxError> target)
{
    if (!target) {
        return tl::make_unexpected(target.error());
    }
    return Term::What(Wanted{std::move(*target)});
}

std::optional<std::uint8_t> prefixLength(std::string_view digits, unsigned limit) noexcept
{
    if (digits.size() > 1 && digits.front() == '0') {
        return std::nullopt;
    }
    const auto number = base::parseNumber(digits, limit);
    return number ? std::optional(static_cast<std::uint8_t>(*number)) : std::nullopt;
}

std::size_t digitsBefore(std::string_view text, std::size_t end) noexcept
{
    while (end > 0 && base::isDigit(text[end - 1])) {
        --end;
    }
    return end;
}

/// Takes [ "/" digits ] [ "//" digits ] off the end of `span`.
tl::expected<Span, SyntaxError> takePrefixLengths(const Pieces& pieces, Span span, HostArgument& argument)
{
    const auto cutOff = [&pieces, &span](std::size_t slashes, std::size_t digits, unsigned limit,
                                         std::uint8_t& prefix) {
        const auto text = pieces.of(span);
        const auto length = prefixLength(text.substr(digits), limit);
        prefix = length.value_or(0);
        const Span piece{span.start + digits - slashes, span.length - digits + slashes};
        span.length = digits - slashes;
        return length ? std::optional<Span>() : std::optional(piece);
    };
    auto text = pieces.of(span);
    auto digits = digitsBefore(text, text.size());
    if (text.substr(0, digits).ends_with("//")) {
        if (const auto wrong = cutOff(2, digits, 128, argument.prefix6)) {
            return pieces.failure(ProblemCode::BadPrefixLength, *wrong);
        }
        text = pieces.of(span);
        digits = digitsBefore(text, text.size());
        if (digits == text.size()) {
            return span;
        }
    }
    if (text.substr(0, digits).ends_with('/')) {
        if (const auto wrong = cutOff(1, digits, 32, argument.prefix4)) {
            return pieces.failure(ProblemCode::BadPrefixLength, *wrong);
        }
    }
    return span;
}

/// "a:example.com/x" is a bad domain-spec by the letter; what is wrong with it is the part after "/".
SyntaxError blamePrefixLength(const Pieces& pieces, Span target, const SyntaxError& error)
{
    const auto slash = pieces.of(target).find('/');
    if (error.code != ProblemCode::BadDomainSpec || slash == std::string_view::npos || slash == 0 ||
        !MacroString::parse(pieces.text, {target.start, slash}, pieces.term, MacroUse::DomainSpec)) {
        return error;
    }
    return {ProblemCode::BadPrefixLength, pieces.term, {target.start + slash, target.length - slash}};
}

template <class Host>
What parseHost(const Pieces& pieces)
{
    Host host;
    const auto left = takePrefixLengths(pieces, pieces.rest, host);
    if (!left) {
        return tl::make_unexpected(left.error());
    }
    if (left->length == 0) {
        return Term::What(std::move(host));
    }
    if (pieces.text[left->start] != ':') {
        return pieces.failure(ProblemCode::BadPrefixLength, pieces.rest);
    }
    const Span target{left->start + 1, left->length - 1};
    auto macro = parseDomainSpec(pieces, target);
    if (!macro) {
        return tl::make_unexpected(blamePrefixLength(pieces, target, macro.error()));
    }
    host.target = std::move(*macro);
    return Term::What(std::move(host));
}

What parsePointer(const Pieces& pieces)
{
    if (pieces.rest.length == 0) {
        return Term::What(Pointer{});
    }
    if (!pieces.restStartsWith(':')) {
        return pieces.failure(ProblemCode::UnexpectedArgument, pieces.rest);
    }
    return withTarget<Pointer>(parseDomainSpec(pieces, pieces.argument()));
}

What parseIp(const Pieces& pieces, net::Family family)
{
    if (!pieces.restStartsWith(':') || pieces.rest.length == 1) {
        return pieces.failure(ProblemCode::MissingArgument, pieces.term);
    }
    const Span argument = pieces.argument();
    const auto text = pieces.of(argument);
    const auto slash = std::min(text.find('/'), text.size());
    const auto address = net::IpAddress::parse(text.substr(0, slash));
    if (!address) {
        return pieces.failure(ProblemCode::BadAddress, {argument.start, slash});
    }
    if (address->family() != family) {
        return pieces.failure(ProblemCode::WrongFamily, {argument.start, slash});
    }
    if (slash == text.size()) {
        return Term::What(Ip{net::Network(*address, address->bitCount())});
    }
    const auto prefix = prefixLength(text.substr(slash + 1), static_cast<unsigned>(address->bitCount()));
    if (!prefix) {
        return pieces.failure(ProblemCode::BadPrefixLength, {argument.start + slash, text.size() - slash});
    }
    return Term::What(Ip{net::Network(*address, *prefix)});
}

What parseMechanism(const Pieces& pieces)
{
    const auto name = pieces.of(pieces.name);
    const auto is = [name](std::string_view known) { return base::equalsIgnoreCase(name, known); };
    if (is("ip4")) {
        return parseIp(pieces, net::Family::V4);
    }
    if (is("ip6")) {
        return parseIp(pieces, net::Family::V6);
    }
    if (is("include")) {
        return withTarget<Include>(parseRequiredTarget(pieces));
    }
    if (is("all")) {
        return pieces.rest.length == 0 ? What(Term::What(All{}))
                                       : What(pieces.failure(ProblemCode::UnexpectedArgument, pieces.rest));
    }
    if (is("a")) {
        return parseHost<Address>(pieces);
    }
    if (is("mx")) {
        return parseHost<MailExchange>(pieces);
    }
    if (is("exists")) {
        return withTarget<Exists>(parseRequiredTarget(pieces));
    }
    if (is("ptr")) {
        return parsePointer(pieces);
    }
    return pieces.failure(ProblemCode::UnknownMechanism, pieces.name);
}

What parseModifier(const Pieces& pieces)
{
    const auto name = pieces.of(pieces.name);
    if (base::equalsIgnoreCase(name, "redirect")) {
        return withTarget<Redirect>(parseDomainSpec(pieces, pieces.argument()));
    }
    if (base::equalsIgnoreCase(name, "exp")) {
        return withTarget<Explanation>(parseDomainSpec(pieces, pieces.argument()));
    }
    auto value = MacroString::parse(pieces.text, pieces.argument(), pieces.term, MacroUse::Modifier);
    if (!value) {
        return tl::make_unexpected(value.error());
    }
    return Term::What(UnknownModifier{pieces.name, std::move(*value)});
}

std::optional<Qualifier> qualifierOf(char c) noexcept
{
    switch (c) {
    case '+':
        return Qualifier::Pass;
    case '-':
        return Qualifier::Fail;
    case '~':
        return Qualifier::SoftFail;
    case '?':
        return Qualifier::Neutral;
    default:
        return std::nullopt;
    }
}

/// Why a term does not start with a name: what an administrator put there is named, not only the place.
SyntaxError namelessTerm(std::string_view text, Span span)
{
    const auto term = text.substr(span.start, span.length);
    const auto letter = std::find_if(term.begin(), term.end(), base::isAlnum);
    const auto signs = static_cast<std::size_t>(letter - term.begin());
    const bool isQualifier = signs > 0 && signs < term.size() && base::isAlpha(*letter) &&
                             term.substr(0, signs).find('=') == std::string_view::npos;
    return isQualifier ? SyntaxError{ProblemCode::BadQualifier, span, {span.start, signs}}
                       : SyntaxError{ProblemCode::BadTerm, span, span};
}

} // namespace

tl::expected<Term, SyntaxError> parseTerm(std::string_view text, Span span)
{
    const auto end = span.start + span.length;
    const auto qualifier = qualifierOf(text[span.start]);
    const auto nameStart = span.start + (qualifier ? 1 : 0);
    if (nameStart == end || !base::isAlpha(text[nameStart])) {
        return tl::make_unexpected(namelessTerm(text, span));
    }
    auto nameEnd = nameStart;
    while (nameEnd < end && (base::isAlnum(text[nameEnd]) || text[nameEnd] == '-' || text[nameEnd] == '_' ||
                             text[nameEnd] == '.')) {
        ++nameEnd;
    }
    const Pieces pieces{text, span, {nameStart, nameEnd - nameStart}, {nameEnd, end - nameEnd}};
    const bool isModifier = pieces.restStartsWith('=');
    if (isModifier && qualifier) {
        return pieces.failure(ProblemCode::BadQualifier, {span.start, 1});
    }
    if (!isModifier && nameEnd < end && text[nameEnd] != ':' && text[nameEnd] != '/') {
        return pieces.failure(ProblemCode::BadTerm, {nameEnd, 1});
    }
    auto what = isModifier ? parseModifier(pieces) : parseMechanism(pieces);
    if (!what) {
        return tl::make_unexpected(what.error());
    }
    Term term;
    term.span = span;
    term.qualifier = qualifier.value_or(Qualifier::Pass);
    term.what = std::move(*what);
    return term;
}

} // namespace spf
