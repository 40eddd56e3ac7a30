// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that can be read and still do not what was meant (RFC 7208 5, 6).
#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/spf/lint_limits.h"
#include "core/spf/record_linter.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace spf {
namespace {

struct Replaced
{
    std::string_view old;
    std::string_view now;
};

/// Provider records whose owner asks for another one (SPEC 7, SPF-063).
constexpr std::array replacedProviders{
    Replaced{"spf.tmes.trendmicro.com", "spf.tmems-jp.trendmicro.com"},
};

template <class What>
const Term* first(const std::vector<Term>& terms)
{
    const auto found =
        std::ranges::find_if(terms, [](const Term& term) { return std::holds_alternative<What>(term.what); });
    return found == terms.end() ? nullptr : &*found;
}

} // namespace

void RecordLinter::checkTerms()
{
    const Term* all = first<All>(m_record.terms());
    for (const Term& term : m_record.terms()) {
        if (all != nullptr && &term > all && !term.isModifier()) {
            addRemoval(report(Rule::AfterAll, Severity::Warning, term.span, {std::string(at(term.span))}),
                       term.span);
        }
        if (std::holds_alternative<All>(term.what) && &term == all) {
            checkAll(term);
        } else if (std::holds_alternative<Pointer>(term.what)) {
            report(Rule::PtrUsed, Severity::Warning, term.span);
        } else if (const auto* a = std::get_if<Address>(&term.what)) {
            checkHost(term, *a);
        } else if (const auto* mx = std::get_if<MailExchange>(&term.what)) {
            checkHost(term, *mx);
        } else if (const auto* ip = std::get_if<Ip>(&term.what)) {
            checkNetwork(term, ip->network);
        } else if (const auto* modifier = std::get_if<UnknownModifier>(&term.what)) {
            checkModifier(term, *modifier);
        }
        checkTarget(term);
    }
    if (const Term* redirect = m_record.redirect(); redirect != nullptr && all != nullptr) {
        addRemoval(report(Rule::RedirectIgnored, Severity::Warning, redirect->span), redirect->span);
    }
    checkEnd();
    checkRepeatedIncludes();
    checkRepeatedTerms();
    checkLookups();
}

void RecordLinter::checkAll(const Term& term)
{
    switch (term.qualifier) {
    case Qualifier::Pass:
        addNewAll(report(Rule::PassAll, Severity::Error, term.span), term.span, {"-", "~"});
        break;
    case Qualifier::Neutral:
        addNewAll(report(Rule::NeutralAll, Severity::Warning, term.span), term.span, {"~", "-"});
        break;
    case Qualifier::SoftFail:
        addNewAll(report(Rule::SoftFailAll, Severity::Info, term.span), term.span, {"-"});
        break;
    case Qualifier::Fail:
        break;
    }
}

void RecordLinter::checkEnd()
{
    if (first<All>(m_record.terms()) != nullptr || m_record.redirect() != nullptr || m_meansToEnd) {
        return;
    }
    const std::size_t end = m_work.text().find_last_not_of(' ') + 1;
    Finding& finding = report(Rule::NoAll, Severity::Warning, {0, end});
    for (const std::string added : {"-all", "~all"}) {
        addFix(finding, FixCode::Add, {added}, {{end, 0, ' ' + added}});
    }
}

void RecordLinter::checkTarget(const Term& term)
{
    const MacroString* target = term.target();
    if (target == nullptr) {
        return;
    }
    const std::string text(at(target->span()));
    if (target->uses('p')) {
        report(Rule::MacroP, Severity::Warning, target->span());
    }
    if (std::holds_alternative<Exists>(term.what) && (target->uses('l') || target->uses('s'))) {
        report(Rule::LeakingExists, Severity::Warning, target->span());
    }
    if (!target->isLiteral()) {
        return;
    }
    const auto name = net::DomainName::parse(text);
    if (!name || !name->hasSeveralLabels()) {
        const TypedTerm typed = cutTerm(m_work.text(), term.span);
        std::holds_alternative<Explanation>(term.what) ? reportMissing(typed) : reportDomain(typed);
        return;
    }
    const auto replaced = std::ranges::find(replacedProviders, name->ascii(), &Replaced::old);
    if (std::holds_alternative<Include>(term.what) && replaced != replacedProviders.end()) {
        Finding& finding =
            report(Rule::ReplacedProvider, Severity::Info, term.span, {std::string(replaced->now)});
        addReplacement(finding, target->span(), std::string(replaced->now));
    }
}

void RecordLinter::checkHost(const Term& term, const HostArgument& host)
{
    if (refuses(term.qualifier)) {
        return;
    }
    if (host.prefix4 == 0 || host.prefix6 == 0) {
        const net::IpAddress any =
            host.prefix4 == 0 ? net::IpAddress::v4(0) : net::IpAddress::v6(net::IpAddress::Bytes{});
        report(Rule::WideNetwork, Severity::Error, term.span,
               {std::string(at(term.span)), net::Network(any, 0).addressCount()});
    } else if (host.prefix4 < 32 || host.prefix6 < 128) {
        report(Rule::HostPrefix, Severity::Warning, term.span);
    }
}

void RecordLinter::checkModifier(const Term& term, const UnknownModifier& modifier)
{
    const TypedTerm typed = cutTerm(m_work.text(), term.span);
    if (isMechanismName(typed.name)) {
        reportSeparator(typed, ':');
        m_meansToEnd = m_meansToEnd || typed.is("all");
        return;
    }
    const std::string name(at(modifier.name));
    if (typed.is("ipv4") || typed.is("ipv6") || typed.is("ip")) {
        Finding& finding = report(Rule::WrongSeparator, Severity::Error, term.span);
        const bool isV6 = typed.argument.find(':') != std::string_view::npos;
        addReplacement(finding, {modifier.name.start, modifier.name.length + 1}, isV6 ? "ip6:" : "ip4:");
        return;
    }
    if (typed.is("ra") || typed.is("rp") || typed.is("rr")) { // RFC 6652 3
        return;
    }
    Finding& finding = report(Rule::UnknownModifier, Severity::Info, term.span, {name});
    if (typed.is("v")) { // two records were put into one
        addRemoval(finding, term.span);
    } else if (const std::string_view near = nearestTermName(name); near == "redirect" || near == "exp") {
        addReplacement(finding, modifier.name, std::string(near));
    }
}

void RecordLinter::checkRepeatedIncludes()
{
    std::unordered_set<std::string> seen;
    for (const Term& term : m_record.terms()) {
        if (std::holds_alternative<Include>(term.what)) {
            if (!seen.insert(comparable(m_record, term)).second) {
                const std::string target = base::toLower(at(term.target()->span()));
                addRemoval(report(Rule::RepeatedInclude, Severity::Warning, term.span, {target}), term.span);
            }
        }
    }
}

/// "mx mx": the second one costs a look-up and never matches.
void RecordLinter::checkRepeatedTerms()
{
    std::unordered_map<std::string, std::string> seen; // with how the first was written
    for (const Term& term : m_record.terms()) {
        const bool isCompared = !term.isModifier() && !std::holds_alternative<Include>(term.what) &&
                                !std::holds_alternative<Ip>(term.what) &&
                                !std::holds_alternative<All>(term.what);
        if (!isCompared) {
            continue;
        }
        const std::string text(at(term.span));
        const auto [first, isNew] = seen.emplace(sign(term.qualifier) + comparable(m_record, term), text);
        if (!isNew) {
            addRemoval(report(Rule::Covered, Severity::Info, term.span, {text, first->second}), term.span);
        }
    }
}

/// What this text costs itself; what it includes costs more.
void RecordLinter::checkLookups()
{
    if (!m_options.domain.empty()) {
        return;
    }
    const auto count = static_cast<int>(
        std::ranges::count_if(m_record.terms(), [](const Term& term) { return term.isLookup(); }));
    if (count > lookupLimit) {
        report(Rule::TooManyLookups, Severity::Error, {0, m_work.size()}, {std::to_string(count)});
    } else if (count >= manyLookups) {
        report(Rule::ManyLookups, Severity::Warning, {0, m_work.size()}, {std::to_string(count)});
    }
}

} // namespace spf
