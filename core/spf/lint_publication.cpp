// SPDX-License-Identifier: GPL-3.0-or-later
// How the record stands in the DNS: missing, several, size, TTL, alias, old record types (RFC 7208 3).
#include "core/base/ascii.h"
#include "core/spf/lint_limits.h"
#include "core/spf/record_lint_body.h"
#include "core/spf/record_linter.h"

#include <algorithm>
#include <unordered_set>

namespace spf {
namespace {

constexpr std::uint32_t shortTtl = 300;
constexpr std::uint32_t longTtl = 86'400;

/// Probably meant as an SPF record.
bool looksLikeSpf(std::string_view text)
{
    constexpr std::size_t beginning = 12;
    const std::string start = base::toLower(text.substr(0, beginning));
    return start.find("spf1") != std::string::npos || start.find("spf ") != std::string::npos ||
           start.starts_with("v=spf");
}

/// All terms once, in order, and the "all" of the first record at the end.
std::string merged(const std::vector<const dns::Text*>& texts)
{
    std::string result = "v=spf1";
    std::string last;
    std::unordered_set<std::string> seen;
    for (const dns::Text* text : texts) {
        const Record record = Record::parse(text->joined());
        for (const Term& term : record.terms()) {
            const std::string written(record.textOf(term.span));
            if (std::holds_alternative<All>(term.what)) {
                last = last.empty() ? ' ' + written : last;
            } else if (seen.insert(sign(term.qualifier) + comparable(record, term)).second) {
                result += ' ' + written;
            }
        }
    }
    return result + last;
}

std::size_t wireLength(const std::string& name)
{
    return name.empty() ? 1 : name.size() + 2;
}

} // namespace

void RecordLint::Body::reportMissingRecord()
{
    using dns::RecordType;
    const std::string& domain = m_report.domain;
    const std::vector<std::string> chain{domain};
    Finding& missing = report(Rule::NoRecord, Severity::Error, chain, {}, {}, {domain});
    prove(missing, domain, RecordType::TXT);
    const dns::Answer* answer = answerTo(domain, RecordType::TXT);
    bool hasCandidate = false;
    for (const dns::Record& record : answer != nullptr ? answer->records : std::vector<dns::Record>()) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        if (text == nullptr || !looksLikeSpf(text->joined())) {
            continue;
        }
        hasCandidate = true;
        m_report.record = text->joined();
        for (Finding& finding : lintText(text->joined(), {text->strings, domain})) {
            prove(finding, domain, RecordType::TXT);
            m_report.findings.push_back(std::move(finding));
        }
    }
    // A domain with mail hosts sends mail: forbidding all of it would be no fix.
    const dns::Answer* mail = answerTo(domain, RecordType::MX);
    const bool sendsMail = mail != nullptr && mail->status == dns::Status::Ok;
    if (!hasCandidate) {
        m_report.findings.front().fixes.push_back({FixCode::Publish,
                                                   {sendsMail ? "v=spf1 mx ~all" : "v=spf1 -all"},
                                                   {{0, 0, sendsMail ? "v=spf1 mx ~all" : "v=spf1 -all"}}});
    }
}

/// `shown` is the record that leads there, empty for the checked domain itself.
void RecordLint::Body::reportSeveral(const std::string& domain, const std::vector<std::string>& chain,
                                     const std::string& shown, Span span)
{
    const dns::Answer* answer = answerTo(domain, dns::RecordType::TXT);
    if (answer == nullptr) {
        return;
    }
    const std::vector<const dns::Text*> texts = spfTexts(*answer);
    Finding& finding = report(Rule::SeveralRecords, Severity::Error, chain, shown, span,
                              {std::to_string(texts.size()), domain});
    prove(finding, domain, dns::RecordType::TXT);
    if (shown.empty() && !texts.empty()) {
        const std::string first = texts.front()->joined();
        const std::string one = merged(texts);
        m_report.record = first;
        finding.text = shared(first);
        finding.span = {0, first.size()};
        finding.fixes.push_back({FixCode::Merge, {one}, {{0, first.size(), one}}});
    }
}

void RecordLint::Body::reportPublication()
{
    const std::string& domain = m_report.domain;
    const dns::Answer* answer = answerTo(domain, dns::RecordType::TXT);
    if (answer == nullptr || answer->status != dns::Status::Ok) {
        return;
    }
    const std::vector<std::string> chain{domain};
    const auto isSenderId = [](const dns::Record& record) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        return text != nullptr && base::startsWithIgnoreCase(text->joined(), "spf2.0/");
    };
    if (std::ranges::any_of(answer->records, isSenderId)) {
        prove(report(Rule::SenderId, Severity::Warning, chain, m_report.record, {}), domain,
              dns::RecordType::TXT);
    }
    if (!answer->aliases.empty()) {
        prove(report(Rule::Alias, Severity::Warning, chain, m_report.record, {},
                     {domain, answer->aliases.back()}),
              domain, dns::RecordType::TXT);
    }
    reportObsoleteType();
    if (!m_outline.root().text.empty()) {
        reportAnswerSize(*answer);
        reportTtl(*answer);
        reportNoMail();
    }
}

/// Header and question, then every TXT record of the name with its compressed owner (RFC 1035 4.1).
void RecordLint::Body::reportAnswerSize(const dns::Answer& answer)
{
    std::size_t size = 12 + wireLength(m_report.domain) + 4;
    for (const std::string& alias : answer.aliases) {
        size += 12 + wireLength(alias);
    }
    for (const dns::Record& record : answer.records) {
        size += 12;
        if (const auto* text = std::get_if<dns::Text>(&record.data)) {
            for (const std::string& one : text->strings) {
                size += 1 + one.size();
            }
        }
    }
    if (size > udpLimit) {
        prove(report(Rule::LongAnswer, Severity::Warning, {m_report.domain}, m_report.record,
                     {0, m_report.record.size()}),
              m_report.domain, dns::RecordType::TXT);
    }
}

void RecordLint::Body::reportTtl(const dns::Answer& answer)
{
    if (answer.server == "draft") { // not published, so nobody has chosen a TTL
        return;
    }
    for (const dns::Record& record : answer.records) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        const bool isOdd = record.ttl < shortTtl || record.ttl > longTtl;
        if (text != nullptr && Record::isSpf(text->joined()) && isOdd) {
            prove(report(Rule::OddTtl, Severity::Warning, {m_report.domain}, m_report.record, {},
                         {std::to_string(record.ttl)}),
                  m_report.domain, dns::RecordType::TXT);
        }
    }
}

void RecordLint::Body::reportObsoleteType()
{
    const dns::Answer* answer = answerTo(m_report.domain, dns::RecordType::SPF);
    if (answer == nullptr || answer->status != dns::Status::Ok) {
        return;
    }
    const bool differs = std::ranges::any_of(answer->records, [this](const dns::Record& record) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        return text != nullptr && text->joined() != m_report.record;
    });
    prove(report(Rule::ObsoleteType, differs ? Severity::Warning : Severity::Info, {m_report.domain},
                 m_report.record, {}),
          m_report.domain, dns::RecordType::SPF);
}

/// A null MX says so; without any MX a record that lets nobody pass says so.
void RecordLint::Body::reportNoMail()
{
    const dns::Answer* answer = answerTo(m_report.domain, dns::RecordType::MX);
    if (answer == nullptr || !dns::isAnswered(answer->status)) {
        return;
    }
    const Record record = Record::parse(m_report.record);
    const Term* all = nullptr;
    bool passesSomebody = false;
    for (const Term& term : record.terms()) {
        if (std::holds_alternative<All>(term.what)) {
            all = &term;
            break;
        }
        passesSomebody = passesSomebody || (!term.isModifier() && term.qualifier == Qualifier::Pass);
    }
    const bool isRefusing = all != nullptr && all->qualifier == Qualifier::Fail;
    const bool hasNullMx = std::ranges::any_of(answer->records, [](const dns::Record& one) {
        const auto* mx = std::get_if<dns::Mx>(&one.data);
        return mx != nullptr && mx->exchange.empty();
    });
    const bool hasNoMx = answer->status != dns::Status::Ok;
    const bool isElsewhere = all == nullptr && record.redirect() != nullptr;
    if (isRefusing || isElsewhere || !(hasNullMx || (hasNoMx && !passesSomebody))) {
        return;
    }
    const Span whole{0, m_report.record.size()};
    Finding& finding = report(Rule::SendsNoMail, Severity::Warning, {m_report.domain}, m_report.record,
                              all != nullptr ? all->span : whole);
    prove(finding, m_report.domain, dns::RecordType::MX);
    finding.fixes.push_back(
        {FixCode::Replace, {m_report.record, "v=spf1 -all"}, {{0, m_report.record.size(), "v=spf1 -all"}}});
}

} // namespace spf
