// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of the tree of includes: limits, dead names, loops, policies of others (RFC 7208 4.6.4, 5.2, 6.1).
#include "core/base/ascii.h"
#include "core/spf/lint_limits.h"
#include "core/spf/record_lint_body.h"

#include <algorithm>

namespace spf {
namespace {

const Term* allOf(const Record& record)
{
    const auto found = std::ranges::find_if(
        record.terms(), [](const Term& term) { return std::holds_alternative<All>(term.what); });
    return found == record.terms().end() ? nullptr : &*found;
}

std::vector<std::string> extended(std::vector<std::string> chain, const std::string& domain)
{
    chain.push_back(domain);
    return chain;
}

} // namespace

/// Mechanisms behind "all" are never reached, a redirect beside it is ignored: neither costs anything.
RecordLint::Body::Tree RecordLint::Body::walk(const OutlineRecord& record, const Place& outer)
{
    const Place place{extended(outer.chain, record.domain), outer.isIncluded};
    reportText(record, place);
    const Record parsed = Record::parse(record.text);
    const Term* all = allOf(parsed);
    Tree sum;
    for (std::size_t i = 0; i < record.terms.size() && i < parsed.terms().size(); ++i) {
        const Term& term = parsed.terms()[i];
        if (all != nullptr && (term.isModifier() || &term > all)) {
            continue;
        }
        const Tree one = walkTerm(record, parsed, i, place);
        sum.lookups += one.lookups;
        sum.voids += one.voids;
        if (place.chain.size() == 1 && one.lookups > 0) {
            m_report.costs.push_back({record.terms[i].text, one.lookups});
        }
    }
    if (!place.isIncluded) {
        reportExplanation(record, parsed, place);
    }
    return sum;
}

RecordLint::Body::Tree RecordLint::Body::walkTerm(const OutlineRecord& record, const Record& parsed,
                                                  std::size_t index, const Place& place)
{
    const Term& term = parsed.terms()[index];
    const OutlineTerm& shown = record.terms[index];
    if (!term.isLookup()) {
        return {};
    }
    Tree cost{1, {}};
    if (std::holds_alternative<Include>(term.what) || std::holds_alternative<Redirect>(term.what)) {
        const Tree inner = walkRecord(record, shown, std::holds_alternative<Include>(term.what), place);
        cost.lookups += inner.lookups;
        cost.voids += inner.voids;
    } else if (std::holds_alternative<Exists>(term.what)) {
        const auto target = knownTarget(parsed, term, record.domain);
        if (target && !reportFailure(record, shown.span, *target, dns::RecordType::A, place) &&
            isVoid(answerTo(*target, dns::RecordType::A))) {
            prove(
                report(Rule::VoidLookup, Severity::Warning, place.chain, record.text, shown.span, {*target}),
                *target, dns::RecordType::A);
            cost.voids += Voids{1, 1, 1};
        }
    } else {
        cost.voids += reportHosts(record, shown, term, place);
    }
    return cost;
}

RecordLint::Body::Tree RecordLint::Body::walkRecord(const OutlineRecord& record, const OutlineTerm& term,
                                                    bool isInclude, const Place& place)
{
    if (term.record.empty()) {
        return {};
    }
    const OutlineRecord& inner = term.record.front();
    const bool isDead = isVoid(answerTo(inner.domain, dns::RecordType::TXT));
    Tree cost{0, isDead ? Voids{1, 1, 1} : Voids{}};
    switch (inner.state) {
    case OutlineState::NoRecord: {
        Finding& finding = report(isInclude ? Rule::IncludeWithoutRecord : Rule::RedirectWithoutRecord,
                                  Severity::Error, place.chain, record.text, term.span, {inner.domain});
        prove(finding, inner.domain, dns::RecordType::TXT);
        const std::size_t blank = term.span.start > 0 ? 1 : 0;
        finding.fixes.push_back(
            {FixCode::Remove, {term.text}, {{term.span.start - blank, term.span.length + blank, {}}}});
        break;
    }
    case OutlineState::SeveralRecords:
        reportSeveral(inner.domain, place.chain, record.text, term.span);
        break;
    case OutlineState::DnsFailure:
        reportFailure(record, term.span, inner.domain, dns::RecordType::TXT, place);
        break;
    case OutlineState::UnusableName:
        if (term.text.find('%') != std::string::npos) { // a plain name is named by its text
            report(Rule::BadDomain, Severity::Error, place.chain, record.text, term.span, {inner.domain});
        }
        break;
    case OutlineState::Loop: {
        std::string way;
        for (const std::string& domain : extended(place.chain, inner.domain)) {
            way += (way.empty() ? "" : " → ") + domain;
        }
        report(Rule::Loop, Severity::Error, place.chain, record.text, term.span, {way});
        break;
    }
    case OutlineState::Complete:
    case OutlineState::SyntaxErrors: {
        if (isInclude) {
            reportRepeated(record, term, place);
            reportIncludedAll(record, term, place);
        }
        const Tree below = walk(inner, {place.chain, place.isIncluded || isInclude});
        cost.lookups += below.lookups;
        cost.voids += below.voids;
        break;
    }
    default:
        break;
    }
    return cost;
}

/// Of one's own policy everything; of an included one what breaks the own one.
void RecordLint::Body::reportText(const OutlineRecord& record, const Place& place)
{
    if (!m_textsSeen.insert(record.domain).second) {
        return;
    }
    TextOptions options;
    options.domain = record.domain;
    if (const dns::Answer* answer = answerTo(record.domain, dns::RecordType::TXT)) {
        for (const dns::Text* text : spfTexts(*answer)) {
            options.strings = text->strings;
        }
    }
    for (Finding& finding : lintText(record.text, options)) {
        const bool isTheirs = finding.severity != Severity::Error || finding.rule == Rule::PassAll ||
                              finding.rule == Rule::MissingExplanation;
        if (!place.isIncluded || !isTheirs) {
            finding.chain = place.chain;
            prove(finding, record.domain, dns::RecordType::TXT);
            m_report.findings.push_back(std::move(finding));
        }
    }
}

void RecordLint::Body::reportIncludedAll(const OutlineRecord& record, const OutlineTerm& term,
                                         const Place& place)
{
    // A redirect of the included record passes its own "all" on.
    const OutlineRecord* inner = &term.record.front();
    Record parsed = Record::parse(inner->text);
    const Term* all = allOf(parsed);
    while (all == nullptr && !inner->terms.empty()) {
        const auto redirect = std::ranges::find_if(
            inner->terms, [](const OutlineTerm& one) { return one.isModifier && !one.record.empty(); });
        if (redirect == inner->terms.end()) {
            return;
        }
        inner = &redirect->record.front();
        parsed = Record::parse(inner->text);
        all = allOf(parsed);
    }
    if (all == nullptr) {
        return;
    }
    if (all->qualifier == Qualifier::Pass && refuses(term.qualifier)) {
        return;
    }
    if (all->qualifier == Qualifier::Pass) {
        const bool isPassed = term.qualifier == Qualifier::Pass;
        Finding& finding = report(Rule::IncludePassesAll, isPassed ? Severity::Error : Severity::Warning,
                                  place.chain, record.text, term.span, {term.target});
        prove(finding, term.target, dns::RecordType::TXT);
    } else if (!place.isIncluded) {
        report(Rule::IncludedAll, Severity::Info, place.chain, record.text, term.span);
    }
}

void RecordLint::Body::reportRepeated(const OutlineRecord& record, const OutlineTerm& term,
                                      const Place& place)
{
    if (m_includesSeen.insert(base::toLower(term.target)).second) {
        return;
    }
    const bool isNamed = std::ranges::any_of(m_report.findings, [&](const Finding& finding) {
        return finding.rule == Rule::RepeatedInclude && finding.chain == place.chain &&
               finding.span == term.span;
    });
    if (!isNamed) {
        report(Rule::RepeatedInclude, Severity::Warning, place.chain, record.text, term.span, {term.target});
    }
}

/// "a" and "mx": their void look-ups.
Voids RecordLint::Body::reportHosts(const OutlineRecord& record, const OutlineTerm& term, const Term& parsed,
                                    const Place& place)
{
    if (term.target.empty()) {
        return {};
    }
    if (std::holds_alternative<Address>(parsed.what)) {
        return reportHost(record, term, term.target, place);
    }
    const dns::Answer* answer = answerTo(term.target, dns::RecordType::MX);
    if (answer == nullptr || reportFailure(record, term.span, term.target, dns::RecordType::MX, place)) {
        return {};
    }
    std::vector<std::string> hosts;
    for (const dns::Record& one : answer->records) {
        if (const auto* mx = std::get_if<dns::Mx>(&one.data); mx != nullptr && !mx->exchange.empty()) {
            hosts.push_back(mx->exchange);
        }
    }
    if (hosts.empty()) {
        prove(report(Rule::MissingHost, Severity::Warning, place.chain, record.text, term.span), term.target,
              dns::RecordType::MX);
        return isVoid(answer) ? Voids{1, 1, 1} : Voids{};
    }
    if (hosts.size() > exchangeLimit) {
        prove(report(Rule::TooManyExchanges, Severity::Error, place.chain, record.text, term.span),
              term.target, dns::RecordType::MX);
    }
    Voids voids;
    for (const std::string& host : hosts) {
        voids += reportHost(record, term, host, place);
    }
    return voids;
}

Voids RecordLint::Body::reportHost(const OutlineRecord& record, const OutlineTerm& term,
                                   const std::string& host, const Place& place)
{
    using dns::RecordType;
    if (reportFailure(record, term.span, host, RecordType::A, place) ||
        reportFailure(record, term.span, host, RecordType::AAAA, place)) {
        return {};
    }
    const bool isVoid4 = isVoid(answerTo(host, RecordType::A));
    const bool isVoid6 = isVoid(answerTo(host, RecordType::AAAA));
    if (isVoid4) {
        m_voidHosts.push_back({host, RecordType::A});
    }
    if (isVoid6) {
        m_voidHosts.push_back({host, RecordType::AAAA});
    }
    if (!isVoid4 || !isVoid6) {
        return {0, isVoid4 ? 1 : 0, isVoid6 ? 1 : 0};
    }
    const bool isOwnName = base::equalsIgnoreCase(host, record.domain);
    Finding& finding =
        isOwnName ? report(Rule::MissingHost, Severity::Warning, place.chain, record.text, term.span)
                  : report(Rule::VoidLookup, Severity::Warning, place.chain, record.text, term.span, {host});
    prove(finding, host, RecordType::A);
    prove(finding, host, RecordType::AAAA);
    const std::size_t blank = term.span.start > 0 ? 1 : 0;
    if (base::equalsIgnoreCase(host, term.target)) { // not one of several mail servers
        finding.fixes.push_back(
            {FixCode::Remove, {term.text}, {{term.span.start - blank, term.span.length + blank, {}}}});
    }
    return {1, 1, 1};
}

bool RecordLint::Body::reportFailure(const OutlineRecord& record, Span span, const std::string& name,
                                     dns::RecordType type, const Place& place)
{
    const dns::Answer* answer = answerTo(name, type);
    if (answer == nullptr || dns::isAnswered(answer->status)) {
        return false;
    }
    prove(report(Rule::DnsError, Severity::Error, place.chain, record.text, span, {name}), name, type);
    return true;
}

void RecordLint::Body::reportExplanation(const OutlineRecord& record, const Record& parsed,
                                         const Place& place)
{
    const Term* term = parsed.explanation();
    const auto target = term != nullptr ? knownTarget(parsed, *term, record.domain) : std::nullopt;
    if (target && isVoid(answerTo(*target, dns::RecordType::TXT))) {
        prove(report(Rule::MissingExplanation, Severity::Warning, place.chain, record.text, term->span),
              *target, dns::RecordType::TXT);
    }
}

void RecordLint::Body::reportLimits(const Tree& tree)
{
    const OutlineRecord& root = m_outline.root();
    const std::vector<std::string> chain{root.domain};
    const Span whole{0, root.text.size()};
    m_report.lookups = tree.lookups;
    m_report.voidLookups = tree.voids.any;
    if (tree.lookups > lookupLimit) {
        report(Rule::TooManyLookups, Severity::Error, chain, root.text, whole,
               {std::to_string(tree.lookups)});
    } else if (tree.lookups >= manyLookups) {
        report(Rule::ManyLookups, Severity::Warning, chain, root.text, whole, {std::to_string(tree.lookups)});
    }
    reportVoids(tree.voids);
}

/// A client of one family asks for addresses of that family only: a record may be broken for half of them.
/// Where none of that family may send, it is only the wrong word for a refusal.
void RecordLint::Body::reportVoids(const Voids& voids)
{
    const OutlineRecord& root = m_outline.root();
    const bool isIp6 = voids.v6 > voids.v4;
    const int most = std::max(voids.v4, voids.v6);
    if (most <= voidLimit) {
        return;
    }
    const std::vector<OutlineSource> sources = m_outline.sources();
    const bool isUsed =
        voids.any > voidLimit || std::ranges::any_of(sources, [&voids](const auto& source) {
            return (source.network.network.address().isV4() ? voids.v4 : voids.v6) > voidLimit;
        });
    Finding& finding = report(Rule::TooManyVoids, isUsed ? Severity::Error : Severity::Warning, {root.domain},
                              root.text, {0, root.text.size()}, {std::to_string(most)});
    proveVoids(finding, isIp6 ? dns::RecordType::AAAA : dns::RecordType::A);
}

/// Each name once.
void RecordLint::Body::proveVoids(Finding& finding, dns::RecordType type) const
{
    std::unordered_set<std::string> seen;
    for (const dns::Question& question : m_voidHosts) {
        if (question.type == type && seen.insert(question.name).second) {
            prove(finding, question.name, type);
        }
    }
}

} // namespace spf
