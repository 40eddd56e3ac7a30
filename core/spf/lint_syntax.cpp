// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that cannot be read: what was meant, for each way the grammar refuses them (RFC 7208 12).
#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/spf/record_linter.h"

#include <algorithm>

namespace spf {
namespace {

std::string ipTerms(const std::vector<net::Network>& networks)
{
    std::string text;
    for (const net::Network& network : networks) {
        text += (text.empty() ? "" : " ") + std::string(network.address().isV4() ? "ip4:" : "ip6:") +
                network.toString();
    }
    return text;
}

/// "192.000.002.001" is read in many ways; decimal is what people mean.
std::string withoutLeadingZeros(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isFirst = i == 0 || !base::isDigit(text[i - 1]);
        if (isFirst && text[i] == '0') {
            while (i + 1 < text.size() && text[i] == '0' && base::isDigit(text[i + 1])) {
                ++i;
            }
        }
        result += text[i];
    }
    return result;
}

std::vector<net::Network> networksMeant(std::string_view argument)
{
    constexpr std::size_t handful = 8;
    std::vector<net::Network> networks = net::Network::understood(argument);
    if (!networks.empty() && networks.size() <= handful) {
        return networks;
    }
    for (const std::string& candidate : {std::string(argument), withoutLeadingZeros(argument)}) {
        if (const auto network = net::Network::parse(candidate)) {
            return {*network};
        }
    }
    return {};
}

/// The name inside of "https://example.com/x", "user@example.com", "<example.com>".
std::string domainInside(std::string_view text)
{
    if (const auto scheme = text.find("://"); scheme != std::string_view::npos) {
        text.remove_prefix(scheme + 3);
    }
    if (const auto at = text.rfind('@'); at != std::string_view::npos) {
        text.remove_prefix(at + 1);
    }
    const auto isPart = [](char c) { return base::isAlnum(c) || c == '-' || c == '_' || c == '.'; };
    const auto start = std::find_if(text.begin(), text.end(), isPart);
    const auto end = std::find_if_not(start, text.end(), isPart);
    std::string name(start, end);
    // "a.example&include:b.example": taking the first would lose the second; a port may go
    const auto colon = std::find(end, text.end(), ':');
    if (colon != text.end() && (colon + 1 == text.end() || !base::isDigit(colon[1]))) {
        return {};
    }
    while (!name.empty() && name.back() == '.') {
        name.pop_back();
    }
    return isHostName(name) ? name : std::string();
}

/// Without what was put around it: "(-all)", "<include:a.example>", "=mx", "--all".
std::string withoutDecoration(const TypedTerm& term)
{
    std::string_view body = term.text.substr(term.qualifier.size());
    while (!body.empty() && std::string_view(")>]\"'").find(body.back()) != std::string_view::npos) {
        body.remove_suffix(1);
    }
    const std::size_t sign = term.qualifier.find_first_of("+-~?");
    const bool isModifier = term.separator == '=';
    return (isModifier || sign == std::string_view::npos ? "" : std::string(1, term.qualifier[sign])) +
           std::string(body);
}

} // namespace

void RecordLinter::checkErrors()
{
    for (const SyntaxError& error : m_record.errors()) {
        checkError(error);
    }
}

void RecordLinter::checkError(const SyntaxError& error)
{
    const TypedTerm term = cutTerm(m_work.text(), error.term);
    m_meansToEnd = m_meansToEnd || term.is("all") || term.is("redirect") ||
                   nearestTermName(term.name) == "all" || nearestTermName(term.name) == "redirect";
    if (term.qualifier.find('%') != std::string_view::npos) { // a macro where a name should be
        report(Rule::BadMacro, Severity::Error, error.term, {std::string(term.text)});
        return;
    }
    switch (error.code) {
    case ProblemCode::UnknownMechanism:
    case ProblemCode::BadTerm:
        reportUnknown(term);
        break;
    case ProblemCode::BadQualifier:
        reportQualifier(term);
        break;
    case ProblemCode::MissingArgument:
        reportMissing(term);
        break;
    case ProblemCode::UnexpectedArgument:
        reportArgument(term, error.piece);
        break;
    case ProblemCode::BadAddress:
    case ProblemCode::BadPrefixLength:
        reportAddress(term);
        break;
    case ProblemCode::WrongFamily: {
        Finding& finding = report(Rule::WrongFamily, Severity::Error, error.term);
        addReplacement(finding, term.spanOf(term.name), term.is("ip4") ? "ip6" : "ip4");
        break;
    }
    case ProblemCode::BadDomainSpec:
        reportDomain(term);
        break;
    case ProblemCode::BadMacro:
    case ProblemCode::MacroOnlyInExp:
        reportMacro(error);
        break;
    case ProblemCode::DuplicateModifier:
        reportRepeated(term);
        break;
    default: // characters: named before
        break;
    }
}

/// "-all/24", "ptr/24".
void RecordLinter::reportArgument(const TypedTerm& term, Span argument)
{
    const std::string text(at(argument));
    Finding& finding = term.is("all") ? report(Rule::AllWithArgument, Severity::Error, argument)
                                      : report(Rule::BadDomain, Severity::Error, argument, {text});
    if (isPassAll(at({term.span.start, argument.start - term.span.start}))) {
        addNewAll(finding, term.span, {"-", "~"});
    } else {
        addFix(finding, FixCode::Remove, {text}, {{argument.start, argument.length, {}}});
    }
}

/// "%{t}": the letter is named where only the letter is wrong.
void RecordLinter::reportMacro(const SyntaxError& error)
{
    constexpr std::size_t letterPlace = 2;
    const std::string macro(at(error.piece));
    if (error.code == ProblemCode::MacroOnlyInExp && macro.size() > letterPlace) {
        report(Rule::MacroOnlyInExp, Severity::Error, error.piece, {macro.substr(letterPlace, 1)});
    } else {
        report(Rule::BadMacro, Severity::Error, error.piece, {macro});
    }
    if (cutTerm(m_work.text(), error.term).is("exp")) {
        report(Rule::MissingExplanation, Severity::Error, error.term);
    }
}

void RecordLinter::reportRepeated(const TypedTerm& term)
{
    addRemoval(report(Rule::RepeatedModifier, Severity::Error, term.span, {base::toLower(term.name)}),
               term.span);
}

/// "include=a", "redirect:a".
void RecordLinter::reportSeparator(const TypedTerm& term, char right)
{
    Finding& finding = report(Rule::WrongSeparator, Severity::Error, term.span);
    const std::size_t place = term.spanOf(term.name).start + term.name.size();
    addReplacement(finding, {place, 1}, std::string(1, right));
}

void RecordLinter::reportUnknown(const TypedTerm& term)
{
    if (term.separator == ':' && (term.is("redirect") || term.is("exp"))) {
        reportSeparator(term, '=');
        return;
    }
    if (const std::string meant = withoutDecoration(term); meant != term.text && isSoundTerm(meant)) {
        reportMeant(term, meant);
        return;
    }
    const Span bare{term.spanOf(term.name).start,
                    term.span.start + term.span.length - term.spanOf(term.name).start};
    const std::string rest(at(bare));
    std::string near(nearestTermName(term.name));
    if (const auto network = net::Network::parse(term.argument);
        network && term.separator == ':' && (near.empty() || near.starts_with("ip"))) {
        near = network->address().isV4() ? "ip4" : "ip6";
    }
    if (near == "all" && term.separator == 0 && (term.qualifier.empty() || term.qualifier == "+")) {
        reportMeant(term, near);
        return;
    }
    if (!near.empty() && (near != "all" || term.separator == 0)) {
        Finding& finding =
            report(Rule::UnknownMechanism, Severity::Error, term.span, {std::string(term.name), near});
        const bool isModifier = near == "redirect" || near == "exp";
        const bool isJoined = isModifier && term.separator == ':';
        const Span name = term.spanOf(term.name);
        addReplacement(finding, {name.start, name.length + (isJoined ? 1 : 0)}, isJoined ? near + '=' : near);
        return;
    }
    const std::string added = net::IpAddress::parse(rest.substr(0, rest.find('/')))
                                  ? ipTerms(networksMeant(rest))
                              : isHostName(rest) ? "a:" + rest
                                                 : std::string();
    const std::string shown =
        term.name.empty() || term.separator == 0 ? std::string(term.text) : std::string(term.name);
    Finding& finding =
        report(Rule::UnknownMechanism, Severity::Error, term.span, {added.empty() ? shown : rest});
    if (!added.empty()) {
        finding.args.push_back(added);
        addReplacement(finding, bare, added);
    }
}

void RecordLinter::reportQualifier(const TypedTerm& term)
{
    if (term.separator == '=' && isMechanismName(term.name)) {
        reportSeparator(term, ':');
        return;
    }
    reportMeant(term, withoutDecoration(term));
}

void RecordLinter::reportMeant(const TypedTerm& term, const std::string& meant)
{
    Finding& finding = report(Rule::UnknownMechanism, Severity::Error, term.span,
                              {std::string(term.text), isPassAll(meant) ? "-all" : meant});
    if (isPassAll(meant)) {
        addNewAll(finding, term.span, {"-", "~"});
    } else {
        addReplacement(finding, term.span, meant);
    }
}

void RecordLinter::reportMissing(const TypedTerm& term)
{
    if (term.is("ip4") || term.is("ip6")) {
        report(term.is("ip4") ? Rule::BadIp4 : Rule::BadIp6, Severity::Error, term.span,
               {std::string(term.text)});
    } else if (term.is("exp")) {
        addRemoval(report(Rule::MissingExplanation, Severity::Error, term.span), term.span);
    } else {
        report(Rule::BadDomain, Severity::Error, term.span, {std::string(term.text)});
    }
}

void RecordLinter::reportAddress(const TypedTerm& term)
{
    const bool isHost = term.is("a") || term.is("mx");
    const bool isV6 = isHost ? term.text.find("//") != std::string_view::npos : term.is("ip6");
    Finding& finding =
        report(isV6 ? Rule::BadIp6 : Rule::BadIp4, Severity::Error, term.span, {std::string(term.text)});
    if (isHost) {
        return;
    }
    const Span bare{term.spanOf(term.name).start,
                    term.span.start + term.span.length - term.spanOf(term.name).start};
    const std::string meant = ipTerms(networksMeant(term.argument));
    if (!meant.empty()) {
        addReplacement(finding, bare, meant);
    } else if (isHostName(term.argument)) {
        addReplacement(finding, bare, "a:" + std::string(term.argument));
    }
}

void RecordLinter::reportDomain(const TypedTerm& term)
{
    if (term.is("exp")) {
        report(Rule::MissingExplanation, Severity::Error, term.span);
        return;
    }
    const Span argument = term.spanOf(term.argument);
    Finding& finding = report(Rule::BadDomain, Severity::Error, argument, {std::string(term.argument)});
    const Span bare{term.spanOf(term.name).start,
                    term.span.start + term.span.length - term.spanOf(term.name).start};
    if (net::IpAddress::parse(term.argument.substr(0, term.argument.find('/')))) {
        if (const std::string meant = ipTerms(networksMeant(term.argument)); !meant.empty()) {
            addReplacement(finding, bare, meant);
        }
    } else if (const std::string inside = domainInside(term.argument); !inside.empty()) {
        addReplacement(finding, argument, inside);
    }
}

} // namespace spf
