// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/evaluation.h"

#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/spf/evaluation_body.h"

#include <algorithm>

namespace spf {
namespace {

bool isAscii(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string withoutTrailingDot(std::string name)
{
    if (name.ends_with('.')) {
        name.pop_back();
    }
    return name;
}

/// U-labels become A-labels; ASCII stays as received, because macros show it (RFC 7208 7.3).
std::string asciiName(std::string name)
{
    if (!isAscii(name)) {
        if (const auto parsed = net::DomainName::parse(name)) {
            return parsed->ascii();
        }
    }
    return name;
}

/// A name check_host() may be called with (RFC 7208 4.3): several labels that fit a question, no literal.
bool isUsableDomain(std::string_view name) noexcept
{
    const bool isVisible = std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return isVisible && isAskable(name) && name.find('.') != std::string_view::npos && name.front() != '[' &&
           !net::IpAddress::parse(name);
}

} // namespace

bool isAskable(std::string_view name) noexcept
{
    if (name.empty() || name.size() > 253) {
        return false;
    }
    std::size_t label = 0;
    for (const char c : name) {
        if (c != '.') {
            ++label;
        } else if (label == 0) {
            return false;
        } else {
            label = 0;
        }
        if (label > 63) {
            return false;
        }
    }
    return label > 0;
}

bool isNameWithin(std::string_view name, std::string_view ancestor) noexcept
{
    if (name.ends_with('.')) {
        name.remove_suffix(1);
    }
    return base::endsWithIgnoreCase(name, ancestor) &&
           (name.size() == ancestor.size() || name[name.size() - ancestor.size() - 1] == '.');
}

Evaluation::Body::Body(Check check, Options options)
    : m_check(std::move(check)), m_options(std::move(options))
{
    prepare();
    if (!isUsableDomain(m_top.domain)) {
        m_report.problem = Problem{ProblemCode::UnusableDomain, m_top.domain, {}, {}, m_check.domain, {}};
        finish(Result::None);
        return;
    }
    if (m_options.trace) {
        m_top.node = &m_report.trace.emplace();
        m_top.node->kind = NodeKind::Record;
        m_top.node->domain = m_top.domain;
    }
    m_main.emplace(checkHost(&m_top, true));
    m_main->start();
    if (m_main->isDone()) {
        finish(m_main->result());
    }
}

void Evaluation::Body::prepare()
{
    m_check.client = m_check.client.unmapped();
    m_report.limits = m_options.limits;
    m_top.domain = withoutTrailingDot(asciiName(m_check.domain));
    m_report.domain = base::toLower(m_top.domain);
    m_check.helo = asciiName(std::move(m_check.helo));
    if (m_check.receiver.empty()) {
        m_check.receiver = "unknown";
    }
    const auto at = m_check.sender.rfind('@');
    if (at == std::string::npos) {
        m_senderDomain = asciiName(m_check.sender.empty() ? m_check.domain : m_check.sender);
    } else {
        m_localPart = m_check.sender.substr(0, at);
        m_senderDomain = asciiName(m_check.sender.substr(at + 1));
    }
    m_senderDomain = withoutTrailingDot(std::move(m_senderDomain));
    if (m_localPart.empty()) {
        m_localPart = "postmaster"; // RFC 7208 4.3
    }
    m_hasPlainLocalPart = isAscii(m_localPart);
}

void Evaluation::Body::finish(Result result)
{
    m_report.result = result;
    if (result == Result::Fail && m_report.explanation.empty()) {
        m_report.explanation = m_options.defaultExplanation;
    }
}

Evaluation::Body::Asking Evaluation::Body::ask(std::string name, dns::RecordType type, TraceNode* node,
                                               Counting counting)
{
    m_question.name = std::move(name);
    m_question.type = type;
    return {*this, node, counting};
}

const dns::Answer& Evaluation::Body::take(TraceNode* node, Counting counting)
{
    ++m_report.dnsQueries;
    m_report.elapsed += m_answer->elapsed;
    const bool isVoid = counting == Counting::Voids && (m_answer->status == dns::Status::NoData ||
                                                        m_answer->status == dns::Status::NxDomain);
    if (isVoid) {
        ++m_report.voidLookups;
        const bool asksForAddress =
            m_question.type == dns::RecordType::A || m_question.type == dns::RecordType::AAAA;
        m_report.voidAddresses += asksForAddress && m_answer->status == dns::Status::NoData ? 1 : 0;
    }
    if (node != nullptr) {
        node->dns.push_back({m_question, *m_answer, isVoid});
    }
    return *m_answer;
}

void Evaluation::Body::answer(const dns::Answer& answer)
{
    if (!m_waiting) {
        return;
    }
    m_answer = &answer;
    std::exchange(m_waiting, nullptr).resume();
    m_answer = nullptr;
    if (m_main->isDone()) {
        finish(m_main->result());
    }
}

void Evaluation::Body::expire()
{
    if (!m_waiting) {
        return;
    }
    m_waiting = nullptr;
    // A fail that only lacks its explanation stays one (RFC 7208 6.2).
    const Result result = m_isExplaining ? Result::Fail : Result::TempError;
    for (Frame* frame = m_innermost; frame != nullptr; frame = frame->outer) {
        if (!m_isExplaining) {
            fail(*frame, ProblemCode::TimeLimit, std::to_string(m_options.limits.total.count()));
        }
        if (frame->node != nullptr) {
            frame->node->outcome = m_isExplaining ? Outcome::Match : Outcome::Error;
            frame->node->result = result;
        }
        if (frame->termNode != nullptr) {
            const bool isDecided = m_isExplaining && frame != m_innermost;
            frame->termNode->outcome = isDecided ? Outcome::Match : Outcome::Error;
        }
    }
    noteDecision(m_top, true);
    m_main.reset();
    finish(result);
}

MacroValues Evaluation::Body::macroValues(const Frame& frame) const noexcept
{
    MacroValues values;
    values.localPart = m_localPart;
    values.senderDomain = m_senderDomain;
    values.domain = frame.domain;
    values.validatedName = frame.validatedName.empty() ? std::string_view("unknown") : frame.validatedName;
    values.helo = m_check.helo;
    values.receiver = m_check.receiver;
    values.client = m_check.client;
    values.time = m_check.time;
    return values;
}

std::string Evaluation::Body::target(const Frame& frame)
{
    const MacroString* macro = frame.term->target();
    if (macro == nullptr) {
        return frame.domain;
    }
    std::string name = expandDomain(*macro, frame.record->text(), macroValues(frame));
    if (!macro->isLiteral()) {
        m_report.dependsOnLocalPart |= macro->uses('s') || macro->uses('l');
        m_report.dependsOnHelo |= macro->uses('h');
        if (frame.termNode != nullptr) {
            frame.termNode->macro = MacroExpansion{std::string(frame.record->textOf(macro->span())), name};
        }
    }
    return name;
}

bool Evaluation::Body::needsValidatedName(const Term& term) noexcept
{
    const MacroString* macro = term.target();
    return macro != nullptr && macro->uses('p');
}

bool Evaluation::Body::isUnwritable(const MacroString& macro) const noexcept
{
    return !m_hasPlainLocalPart && (macro.uses('s') || macro.uses('l'));
}

Result Evaluation::Body::fail(const Frame& frame, ProblemCode code, std::string detail, dns::Status status)
{
    Problem problem{code, frame.domain, {}, {}, std::move(detail), status};
    if (frame.term != nullptr) {
        problem.span = frame.term->span;
        problem.term = frame.record->textOf(problem.span);
    }
    TraceNode* node = frame.termNode != nullptr ? frame.termNode : frame.node;
    if (node != nullptr) {
        node->problem = problem;
    }
    if (!m_report.problem) { // the innermost is the cause, what follows from it is not
        m_report.problem = std::move(problem);
    }
    return code >= ProblemCode::DnsFailure ? Result::TempError : Result::PermError;
}

Verdict Evaluation::Body::failTerm(const Frame& frame, ProblemCode code, std::string detail)
{
    return fail(frame, code, std::move(detail)) == Result::TempError ? Verdict::TempError
                                                                     : Verdict::PermError;
}

Verdict Evaluation::Body::failVoids(const Frame& frame)
{
    return failTerm(frame, ProblemCode::VoidLimit, std::to_string(m_report.voidLookups));
}

Verdict Evaluation::Body::failDns(const Frame& frame, dns::Status status)
{
    std::string what = m_question.name + ' ';
    what += dns::toString(m_question.type);
    fail(frame, ProblemCode::DnsFailure, std::move(what), status);
    return Verdict::TempError;
}

void Evaluation::Body::noteTerm(Frame& frame, Outcome outcome, int lookupsBefore) noexcept
{
    if (frame.termNode != nullptr) {
        frame.termNode->outcome = outcome;
        frame.termNode->lookups = m_report.lookups;
        frame.termNode->voidLookups = m_report.voidLookups;
        frame.termNode->ownLookups = m_report.lookups - lookupsBefore;
    }
}

void Evaluation::Body::noteDecision(const Frame& frame, bool isTop)
{
    if (!isTop || frame.outer != nullptr || frame.record == nullptr || !m_report.mechanism.empty()) {
        return;
    }
    if (frame.term == nullptr) {
        m_report.mechanism = "default";
        return;
    }
    m_report.mechanism = frame.record->textOf(frame.term->span);
    m_report.mechanismSpan = frame.term->span;
}

Evaluation::Evaluation(Check check, Options options)
    : m_body(std::make_unique<Body>(std::move(check), std::move(options)))
{
}

Evaluation::~Evaluation() = default;
Evaluation::Evaluation(Evaluation&&) noexcept = default;
Evaluation& Evaluation::operator=(Evaluation&&) noexcept = default;

const dns::Question* Evaluation::question() const noexcept
{
    return m_body->question();
}

void Evaluation::answer(const dns::Answer& answer)
{
    m_body->answer(answer);
}

void Evaluation::expire()
{
    m_body->expire();
}

bool Evaluation::isDone() const noexcept
{
    return m_body->question() == nullptr;
}

const Report& Evaluation::report() const noexcept
{
    return m_body->report();
}

Report Evaluation::takeReport() noexcept
{
    return m_body->takeReport();
}

} // namespace spf
