// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/record_lint.h"

#include "core/spf/evaluation.h"
#include "core/spf/evaluation_body.h"
#include "core/spf/record_lint_body.h"

#include <algorithm>

namespace spf {

std::vector<const dns::Text*> spfTexts(const dns::Answer& answer)
{
    std::vector<const dns::Text*> texts;
    for (const dns::Record& record : answer.records) {
        const auto* text = std::get_if<dns::Text>(&record.data);
        if (text != nullptr && Record::isSpf(text->joined())) {
            texts.push_back(text);
        }
    }
    return texts;
}

bool isVoid(const dns::Answer* answer) noexcept
{
    return answer != nullptr &&
           (answer->status == dns::Status::NoData || answer->status == dns::Status::NxDomain);
}

RecordLint::Body::Body(const std::string& domain, LintFacts facts)
    : m_facts(std::move(facts)), m_outline(domain)
{
    m_report.domain = m_outline.root().domain;
    m_main.emplace(run());
    m_main->start();
}

void RecordLint::Body::answer(const dns::Answer& answer)
{
    if (m_waiting) {
        m_answers.insert_or_assign(m_question, std::make_shared<const dns::Answer>(answer));
        std::exchange(m_waiting, nullptr).resume();
    }
}

base::Task<Asked> RecordLint::Body::run()
{
    co_await follow(&m_outline);
    const std::vector<dns::Question> further = furtherQuestions();
    for (const dns::Question& question : further) {
        co_await Asking{*this, &question};
    }
    co_await askServers();
    co_await askFlattened();
    judge();
    co_return Asked{};
}

base::Task<Asked> RecordLint::Body::follow(Outline* outline)
{
    Asked result;
    while (const dns::Question* question = outline->question()) {
        const dns::Question asked = *question;
        const dns::Answer& answer = co_await Asking{*this, &asked};
        if (!dns::isAnswered(answer.status) && !result.unanswered) {
            result.unanswered = asked;
        }
        outline->answer(answer);
    }
    co_return result;
}

base::Task<Asked> RecordLint::Body::askServers()
{
    for (std::size_t i = 0; i < m_facts.servers.size(); ++i) {
        Check check;
        check.client = m_facts.servers[i];
        check.domain = m_report.domain;
        check.sender = "postmaster@" + m_report.domain;
        check.helo = m_facts.heloHosts.empty() ? m_report.domain : m_facts.heloHosts.front();
        Evaluation evaluation(std::move(check), Options{});
        while (const dns::Question* question = evaluation.question()) {
            const dns::Question asked = *question;
            const dns::Answer& answer = co_await Asking{*this, &asked};
            evaluation.answer(answer);
        }
        m_serverResults.push_back(evaluation.report().result);
    }
    co_return Asked{};
}

base::Task<Asked> RecordLint::Body::askFlattened()
{
    for (std::size_t i = 0; i < m_facts.flattened.size(); ++i) {
        Outline outline(m_facts.flattened[i].domain);
        Asked asked = co_await follow(&outline);
        std::vector<net::Network> networks;
        for (const OutlineSource& source : outline.sources()) {
            networks.push_back(source.network.network);
        }
        m_flattenedNow.push_back(
            {net::Network::aggregated(std::move(networks)), std::move(asked.unanswered)});
    }
    co_return Asked{};
}

std::vector<dns::Question> RecordLint::Body::furtherQuestions() const
{
    std::vector<dns::Question> questions;
    const auto add = [&questions](const std::string& name, dns::RecordType type) {
        if (isAskable(name)) {
            questions.push_back({name, type});
        }
    };
    if (m_outline.root().state != OutlineState::UnusableName &&
        m_outline.root().state != OutlineState::DnsFailure) {
        add(m_report.domain, dns::RecordType::SPF);
        add(m_report.domain, dns::RecordType::MX);
    }
    collectQuestions(m_outline.root(), questions);
    for (const std::string& host : m_facts.heloHosts) {
        add(host, dns::RecordType::TXT);
    }
    for (const std::string& name : m_facts.subdomains) {
        add(name, dns::RecordType::TXT);
    }
    std::string from = m_facts.fromDomain;
    while (from.find('.') != std::string::npos) {
        add("_dmarc." + from, dns::RecordType::TXT);
        from.erase(0, from.find('.') + 1);
    }
    return questions;
}

/// What the outline does not ask: names of exp, and of exists where no mail is needed.
void RecordLint::Body::collectQuestions(const OutlineRecord& record,
                                        std::vector<dns::Question>& questions) const
{
    constexpr std::size_t enough = 100;
    const Record parsed = Record::parse(record.text);
    for (const Term& term : parsed.terms()) {
        const bool isExists = std::holds_alternative<Exists>(term.what);
        if (!isExists && !std::holds_alternative<Explanation>(term.what)) {
            continue;
        }
        const auto target = knownTarget(parsed, term, record.domain);
        if (target && isAskable(*target) && questions.size() < enough) {
            questions.push_back({*target, isExists ? dns::RecordType::A : dns::RecordType::TXT});
        }
    }
    for (const OutlineTerm& term : record.terms) {
        for (const OutlineRecord& inner : term.record) {
            collectQuestions(inner, questions);
        }
    }
}

const dns::Answer* RecordLint::Body::answerTo(const std::string& name, dns::RecordType type) const
{
    const auto found = m_answers.find(dns::Question{name, type});
    return found == m_answers.end() ? nullptr : found->second.get();
}

/// The name a term asks for, where it is the same for every mail.
std::optional<std::string> RecordLint::Body::knownTarget(const Record& record, const Term& term,
                                                         const std::string& domain) const
{
    const MacroString* macro = term.target();
    if (macro == nullptr) {
        return domain;
    }
    for (const MacroPart& part : macro->parts()) {
        if (part.kind == MacroPart::Kind::Variable && part.letter != 'd' && part.letter != 'o') {
            return std::nullopt;
        }
    }
    MacroValues values;
    values.domain = domain;
    values.senderDomain = m_report.domain;
    return expandDomain(*macro, record.text(), values);
}

/// Null for no record.
std::shared_ptr<const std::string> RecordLint::Body::shared(const std::string& text)
{
    if (text.empty()) {
        return nullptr;
    }
    const auto known = std::ranges::find_if(m_texts, [&text](const auto& one) { return *one == text; });
    return known != m_texts.end() ? *known : m_texts.emplace_back(std::make_shared<const std::string>(text));
}

Finding& RecordLint::Body::report(Rule rule, Severity severity, const std::vector<std::string>& chain,
                                  const std::string& record, Span span, std::vector<std::string> args)
{
    Finding& finding = m_report.findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.span = span;
    finding.chain = chain;
    finding.text = shared(record);
    finding.args = std::move(args);
    return finding;
}

void RecordLint::Body::prove(Finding& finding, const std::string& name, dns::RecordType type) const
{
    if (const auto found = m_answers.find(dns::Question{name, type}); found != m_answers.end()) {
        finding.evidence.push_back({found->first, found->second});
    }
}

void RecordLint::Body::judge()
{
    const OutlineRecord& root = m_outline.root();
    const std::vector<std::string> chain{root.domain};
    m_report.record = root.text;
    switch (root.state) {
    case OutlineState::UnusableName:
        report(Rule::BadDomain, Severity::Error, chain, {}, {}, {root.domain});
        break;
    case OutlineState::DnsFailure:
        prove(report(Rule::DnsError, Severity::Error, chain, {}, {}, {root.domain}), root.domain,
              dns::RecordType::TXT);
        break;
    case OutlineState::NoRecord:
        reportMissingRecord();
        break;
    case OutlineState::SeveralRecords:
        reportSeveral(root.domain, chain, {}, {});
        break;
    default:
        reportLimits(walk(root, {}));
        break;
    }
    reportPublication();
    reportServers();
    reportNames();
    reportFlattened();
    reportAlignment();
    std::ranges::stable_sort(m_report.findings, [](const Finding& a, const Finding& b) {
        return std::pair(a.chain.size(), a.span.start) < std::pair(b.chain.size(), b.span.start);
    });
}

RecordLint::RecordLint(const std::string& domain, LintFacts facts)
    : m_body(std::make_unique<Body>(domain, std::move(facts)))
{
}

RecordLint::~RecordLint() = default;
RecordLint::RecordLint(RecordLint&&) noexcept = default;
RecordLint& RecordLint::operator=(RecordLint&&) noexcept = default;

const dns::Question* RecordLint::question() const noexcept
{
    return m_body->question();
}

void RecordLint::answer(const dns::Answer& answer)
{
    m_body->answer(answer);
}

const LintReport& RecordLint::report() const noexcept
{
    return m_body->report();
}

} // namespace spf
