// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that need to know more than the DNS: own servers, names they give, what was flattened, the header.
#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/net/public_suffix.h"
#include "core/spf/record_lint_body.h"

#include <algorithm>

namespace spf {
namespace {

/// The registrable domain: one label more than the registry's own name (RFC 7489 3.2).
std::string organisationOf(std::string name)
{
    while (true) {
        const auto dot = name.find('.');
        if (dot == std::string::npos) {
            return name;
        }
        const auto parent = net::DomainName::parse(std::string_view(name).substr(dot + 1));
        if (!parent || net::isPublicSuffix(*parent) || !parent->hasSeveralLabels()) {
            return name;
        }
        name.erase(0, dot + 1);
    }
}

std::string asciiName(const std::string& name)
{
    const auto parsed = net::DomainName::parse(name);
    return parsed ? parsed->ascii() : base::toLower(name);
}

/// The DMARC record in an answer; empty when there is none.
std::string dmarcRecord(const dns::Answer* answer)
{
    for (const dns::Record& record : answer != nullptr ? answer->records : std::vector<dns::Record>()) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        if (text != nullptr && base::startsWithIgnoreCase(text->joined(), "v=DMARC1")) {
            return text->joined();
        }
    }
    return {};
}

/// "aspf=s" asks for the very same name.
bool isStrict(std::string_view dmarc)
{
    return std::ranges::any_of(base::split(dmarc, ';'), [](std::string_view tag) {
        const auto equals = tag.find('=');
        return equals != std::string_view::npos &&
               base::equalsIgnoreCase(base::trimmed(tag.substr(0, equals)), "aspf") &&
               base::equalsIgnoreCase(base::trimmed(tag.substr(equals + 1)), "s");
    });
}

} // namespace

void RecordLint::Body::reportServers()
{
    const Record record = Record::parse(m_outline.root().text);
    std::size_t place = record.text().size();
    std::string before = " ";
    std::string after;
    for (const Term& term : record.terms()) {
        if (std::holds_alternative<All>(term.what) || std::holds_alternative<Redirect>(term.what)) {
            place = term.span.start;
            std::swap(before, after);
            break;
        }
    }
    for (std::size_t i = 0; i < m_serverResults.size(); ++i) {
        const Result result = m_serverResults[i];
        if (result != Result::Fail && result != Result::SoftFail && result != Result::Neutral) {
            continue; // passed, or broken for everybody
        }
        const net::IpAddress server = m_facts.servers[i].unmapped();
        const std::string address = server.toString();
        Finding& finding =
            report(server.isV4() ? Rule::ServerNotAuthorised : Rule::ServerIp6NotCovered, Severity::Warning,
                   {m_report.domain}, m_report.record, {0, m_report.record.size()}, {address});
        const std::string term = (server.isV4() ? "ip4:" : "ip6:") + address;
        finding.fixes.push_back({FixCode::Add, {term}, {{place, 0, before + term + after}}});
    }
}

void RecordLint::Body::reportNames()
{
    const auto check = [this](const std::string& name, Rule rule, Severity severity) {
        const dns::Answer* answer = answerTo(name, dns::RecordType::TXT);
        if (answer != nullptr && dns::isAnswered(answer->status) && spfTexts(*answer).empty()) {
            prove(report(rule, severity, {m_report.domain}, m_report.record, {}, {name}), name,
                  dns::RecordType::TXT);
        }
    };
    for (const std::string& host : m_facts.heloHosts) {
        check(host, Rule::HeloWithoutRecord, Severity::Warning);
    }
    for (const std::string& name : m_facts.subdomains) {
        check(name, Rule::SubdomainWithoutRecord, Severity::Info);
    }
}

void RecordLint::Body::reportFlattened()
{
    for (std::size_t i = 0; i < m_flattenedNow.size(); ++i) {
        const FlattenedSource& then = m_facts.flattened[i];
        if (const auto& unanswered = m_flattenedNow[i].unanswered) { // whether it changed is not known
            prove(report(Rule::DnsError, Severity::Error, {m_report.domain}, m_report.record, {},
                         {unanswered->name}),
                  unanswered->name, unanswered->type);
        } else if (net::Network::aggregated(then.networks) != m_flattenedNow[i].networks) {
            prove(report(Rule::StaleFlattening, Severity::Warning, {m_report.domain}, m_report.record, {},
                         {then.domain}),
                  then.domain, dns::RecordType::TXT);
        }
    }
}

void RecordLint::Body::reportAlignment()
{
    if (m_facts.fromDomain.empty()) {
        return;
    }
    const std::string from = asciiName(m_facts.fromDomain);
    const std::string organisation = organisationOf(from);
    for (const std::string& name : {"_dmarc." + from, "_dmarc." + organisation}) {
        const std::string dmarc = dmarcRecord(answerTo(name, dns::RecordType::TXT));
        if (dmarc.empty()) {
            continue;
        }
        const bool isAligned =
            isStrict(dmarc) ? from == m_report.domain : organisation == organisationOf(m_report.domain);
        if (!isAligned) {
            prove(report(Rule::NotAligned, Severity::Warning, {m_report.domain}, m_report.record, {}), name,
                  dns::RecordType::TXT);
        }
        return;
    }
}

} // namespace spf
