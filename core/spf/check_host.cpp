// SPDX-License-Identifier: GPL-3.0-or-later
// check_host() from finding the record to its result (RFC 7208 4.4 to 4.7, 6).
#include "core/spf/evaluation_body.h"

#include <algorithm>

namespace spf {
namespace {

/// A TXT record as one text (RFC 7208 3.3); joined only when it has to be.
class JoinedText
{
public:
    explicit JoinedText(const dns::Record& record)
    {
        const auto* text = std::get_if<dns::Text>(&record.data);
        if (text != nullptr && text->strings.size() == 1) {
            m_view = text->strings.front();
        } else if (text != nullptr) {
            m_joined = text->joined();
            m_view = m_joined;
        }
    }

    JoinedText(const JoinedText&) = delete;
    JoinedText& operator=(const JoinedText&) = delete;

    [[nodiscard]] std::string_view view() const noexcept { return m_view; }

private:
    std::string m_joined;
    std::string_view m_view;
};

TraceNode termNode(const Record& record, const std::string& domain, Span span)
{
    TraceNode node;
    node.domain = domain;
    node.text = record.textOf(span);
    node.span = span;
    return node;
}

/// Every term in order, those with errors among them, none evaluated yet.
void addTermNodes(TraceNode& recordNode, const Record& record)
{
    recordNode.text = record.text();
    for (const Term& term : record.terms()) {
        TraceNode node = termNode(record, recordNode.domain, term.span);
        if (!term.isModifier()) {
            node.qualifier = sign(term.qualifier);
        }
        recordNode.children.push_back(std::move(node));
    }
    for (const SyntaxError& error : record.errors()) {
        TraceNode node = termNode(record, recordNode.domain, error.term);
        node.outcome = Outcome::Error;
        node.problem = Problem{
            error.code, recordNode.domain, node.text, error.piece, std::string(record.textOf(error.piece)),
            {}};
        recordNode.children.push_back(std::move(node));
    }
    std::sort(recordNode.children.begin(), recordNode.children.end(),
              [](const TraceNode& a, const TraceNode& b) { return a.span.start < b.span.start; });
}

Outcome outcomeOf(Result result, bool isDefault) noexcept
{
    if (result == Result::TempError || result == Result::PermError) {
        return Outcome::Error;
    }
    return isDefault || result == Result::None ? Outcome::NoMatch : Outcome::Match;
}

Outcome outcomeOf(Verdict verdict) noexcept
{
    return verdict == Verdict::Match     ? Outcome::Match
           : verdict == Verdict::NoMatch ? Outcome::NoMatch
                                         : Outcome::Error;
}

/// Whether a text can be an explanation: US-ASCII without control characters (RFC 7208 6.2).
bool isPlainText(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

} // namespace

base::Task<Result> Evaluation::Body::checkHost(Frame* frame, bool isTop)
{
    m_innermost = frame;
    Result result = Result::None;
    bool isDefault = false;
    if (isAskable(frame->domain) && frame->domain.find('.') != std::string::npos) {
        const auto counting = frame->outer == nullptr ? Counting::Free : Counting::Voids;
        const dns::Answer& answer = co_await ask(frame->domain, dns::RecordType::TXT, frame->node, counting);
        auto early = adoptRecord(*frame, answer);
        if (!early) {
            early = co_await evaluateTerms(frame, isTop);
        }
        if (!early && frame->record->redirect() != nullptr) {
            early = co_await followRedirect(frame, isTop);
        }
        isDefault = !early.has_value();
        result = early.value_or(Result::Neutral); // RFC 7208 4.7
        noteDecision(*frame, isTop);
    }
    if (frame->node != nullptr) {
        frame->node->result = result;
        frame->node->outcome = outcomeOf(result, isDefault);
        frame->node->lookups = m_report.lookups;
        frame->node->voidLookups = m_report.voidLookups;
    }
    m_innermost = frame->outer;
    co_return result;
}

std::optional<Result> Evaluation::Body::adoptRecord(Frame& frame, const dns::Answer& answer)
{
    if (!dns::isAnswered(answer.status)) {
        failDns(frame, answer.status);
        return Result::TempError;
    }
    if (isOverVoidLimit()) {
        failVoids(frame);
        return Result::PermError;
    }
    std::size_t found = 0;
    for (const dns::Record& candidate : answer.records) {
        const JoinedText text(candidate);
        if (!Record::isSpf(text.view()) || ++found > 1) {
            continue;
        }
        if (m_options.recordCache != nullptr) {
            frame.sharedRecord = m_options.recordCache->record(text.view());
        } else {
            frame.ownRecord = Record::parse(std::string(text.view()));
        }
    }
    if (found > 1) {
        return fail(frame, ProblemCode::SeveralRecords, std::to_string(found));
    }
    if (found == 0) {
        if (frame.outer == nullptr) {
            m_report.problem = Problem{ProblemCode::NoRecord, frame.domain, {}, {}, {}, answer.status};
        }
        return Result::None;
    }
    frame.record = frame.sharedRecord ? frame.sharedRecord.get() : &*frame.ownRecord;
    if (frame.outer == nullptr) {
        m_report.record = frame.record->text();
    }
    if (frame.node != nullptr) {
        addTermNodes(*frame.node, *frame.record);
    }
    return refuseBadSyntax(frame);
}

std::optional<Result> Evaluation::Body::refuseBadSyntax(const Frame& frame)
{
    if (frame.record->errors().empty()) {
        return std::nullopt;
    }
    const SyntaxError& error = frame.record->errors().front();
    Problem problem{error.code,
                    frame.domain,
                    std::string(frame.record->textOf(error.term)),
                    error.piece,
                    std::string(frame.record->textOf(error.piece)),
                    {}};
    if (frame.outer == nullptr) {
        m_report.mechanism = problem.term;
        m_report.mechanismSpan = error.term;
    }
    if (frame.node != nullptr) {
        frame.node->problem = problem;
    }
    m_report.problem = std::move(problem);
    return Result::PermError;
}

base::Task<std::optional<Result>> Evaluation::Body::evaluateTerms(Frame* frame, bool isTop)
{
    const auto& terms = frame->record->terms();
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].isModifier()) {
            continue;
        }
        frame->term = &terms[i];
        frame->termNode = frame->node != nullptr ? &frame->node->children[i] : nullptr;
        const int lookupsBefore = m_report.lookups;
        Verdict verdict = Verdict::Match; // "all"
        if (const auto* ip = std::get_if<Ip>(&terms[i].what)) {
            verdict = ip->network.contains(m_check.client) ? Verdict::Match : Verdict::NoMatch;
        } else if (terms[i].isLookup()) {
            const auto refused = refuseLookup(*frame);
            if (!refused && needsValidatedName(terms[i])) {
                frame->validatedName =
                    co_await validatedName(frame->domain, false, frame->termNode, Counting::Voids);
            }
            if (refused) {
                verdict = *refused;
            } else if (isOverVoidLimit()) {
                verdict = failVoids(*frame);
            } else {
                verdict = co_await matchLookup(frame);
            }
        }
        noteTerm(*frame, outcomeOf(verdict), lookupsBefore);
        if (verdict == Verdict::NoMatch) {
            continue;
        }
        if (verdict != Verdict::Match) {
            co_return verdict == Verdict::TempError ? Result::TempError : Result::PermError;
        }
        if (terms[i].qualifier == Qualifier::Fail && isTop && frame->record->explanation() != nullptr) {
            co_await explain(frame);
        }
        co_return resultOf(terms[i].qualifier);
    }
    frame->term = nullptr;
    frame->termNode = nullptr;
    co_return std::nullopt;
}

base::Task<Result> Evaluation::Body::followRedirect(Frame* frame, bool isTop)
{
    const Term* term = frame->record->redirect();
    frame->term = term;
    if (frame->node != nullptr) {
        frame->termNode =
            &frame->node->children[static_cast<std::size_t>(term - frame->record->terms().data())];
    }
    const int lookupsBefore = m_report.lookups;
    Result result = Result::PermError;
    if (countTerm(*frame)) {
        if (needsValidatedName(*term)) {
            frame->validatedName =
                co_await validatedName(frame->domain, false, frame->termNode, Counting::Voids);
        }
        Frame inner;
        inner.outer = frame;
        const bool isUsable = !isUnwritable(*term->target());
        inner.domain = target(*frame);
        if (frame->termNode != nullptr && isUsable) {
            inner.node = &frame->termNode->children.emplace_back();
            inner.node->kind = NodeKind::Record;
            inner.node->domain = inner.domain;
        }
        result = Result::None;
        if (isUsable) {
            result = co_await checkHost(&inner, isTop);
        }
        if (result == Result::None) {
            result = fail(*frame, ProblemCode::RedirectWithoutRecord, inner.domain);
        }
    }
    noteTerm(*frame, outcomeOf(result, false), lookupsBefore);
    co_return result;
}

/// RFC 7208 6.2: any trouble means that there is no explanation. Terms and void look-ups are not counted.
base::Task<bool> Evaluation::Body::explain(Frame* frame)
{
    noteDecision(*frame, true);
    m_isExplaining = true;
    const Term* decided = frame->term;
    TraceNode* decidedNode = frame->termNode;
    const Term* term = frame->record->explanation();
    TraceNode* node = nullptr;
    if (frame->node != nullptr) {
        node = &frame->node->children[static_cast<std::size_t>(term - frame->record->terms().data())];
        node->outcome = Outcome::Error;
    }
    bool isUsed = false;
    const bool dependsOnLocalPart = m_report.dependsOnLocalPart;
    const bool dependsOnHelo = m_report.dependsOnHelo;
    frame->term = term;
    frame->termNode = node;
    if (needsValidatedName(*term)) {
        frame->validatedName = co_await validatedName(frame->domain, false, node, Counting::Free);
    }
    std::string name = isUnwritable(*term->target()) ? std::string() : target(*frame);
    m_report.dependsOnLocalPart = dependsOnLocalPart; // the text does not decide anything
    m_report.dependsOnHelo = dependsOnHelo;
    if (isAskable(name)) {
        const dns::Answer& answer = co_await ask(std::move(name), dns::RecordType::TXT, node, Counting::Free);
        std::string text;
        if (answer.status == dns::Status::Ok && answer.records.size() == 1) {
            text = JoinedText(answer.records.front()).view();
        }
        const Span whole{0, text.size()};
        const auto macro = MacroString::parse(text, whole, whole, MacroUse::Explanation);
        if (!text.empty() && macro) {
            if (macro->uses('p')) {
                frame->validatedName = co_await validatedName(frame->domain, false, node, Counting::Free);
            }
            text = expand(*macro, text, macroValues(*frame));
            isUsed = isPlainText(text);
            m_report.explanation = isUsed ? std::move(text) : std::string();
        }
    }
    if (node != nullptr) {
        node->lookups = m_report.lookups;
        node->voidLookups = m_report.voidLookups;
        node->outcome = isUsed ? Outcome::Match : Outcome::Error;
    }
    frame->term = decided;
    frame->termNode = decidedNode;
    co_return isUsed;
}

} // namespace spf
