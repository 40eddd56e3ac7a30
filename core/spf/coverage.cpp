// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/coverage.h"

#include "core/spf/evaluation.h"

#include <algorithm>

namespace spf {
namespace {

using Path = std::vector<std::string>;

struct Evaluated
{
    Report report;
    int unknown = 0; ///< questions the outline did not ask: those of terms that depend on the mail
};

/// What an outline cannot know must not decide: a record that says nothing, a name without data.
dns::Answer unknownAnswer(dns::RecordType type)
{
    dns::Answer answer;
    answer.status = dns::Status::NxDomain;
    if (type == dns::RecordType::TXT) {
        answer.status = dns::Status::Ok;
        answer.records.push_back({dns::Text{{"v=spf1"}}, 0});
    }
    return answer;
}

Evaluated evaluate(const std::string& domain, const dns::Recording& answers, const net::IpAddress& client,
                   const Limits& limits)
{
    Check check;
    check.client = client;
    check.domain = domain;
    check.sender = "postmaster@" + domain;
    check.helo = domain;
    Options options;
    options.limits = limits;
    options.trace = true;
    Evaluation evaluation(std::move(check), options);
    Evaluated evaluated;
    while (const dns::Question* question = evaluation.question()) {
        const dns::Answer& known = answers.lookup(*question);
        const bool isUnknown = known.status == dns::Status::NotRecorded;
        evaluated.unknown += isUnknown ? 1 : 0;
        evaluation.answer(isUnknown ? unknownAnswer(question->type) : known);
    }
    evaluated.report = evaluation.takeReport();
    return evaluated;
}

/// The one that ended the evaluation of a record; null when none did.
const TraceNode* decider(const TraceNode& record)
{
    const auto ends = [](const TraceNode& term) {
        const bool isRedirect = term.qualifier.empty() && !term.children.empty();
        return term.outcome == Outcome::Match || term.outcome == Outcome::Error ||
               (isRedirect && term.outcome != Outcome::NotEvaluated);
    };
    const auto found = std::find_if(record.children.begin(), record.children.end(), ends);
    return found == record.children.end() ? nullptr : &*found;
}

Path pathOf(const TraceNode& record)
{
    Path path{record.domain};
    const TraceNode* term = decider(record);
    if (term == nullptr) {
        return path;
    }
    if (term->children.empty()) {
        path.push_back(term->text);
        return path;
    }
    const Path inner = pathOf(term->children.front());
    path.insert(path.end(), inner.begin(), inner.end());
    return path;
}

/// Goes through the outline in the order of evaluation, as far as the decision.
class Walk
{
public:
    Walk(const net::IpAddress& client, Coverage& coverage) : m_client(client), m_coverage(coverage) {}

    /// True once the deciding term was met.
    bool visit(const OutlineRecord& record)
    {
        m_path.push_back(record.domain);
        const std::vector<std::size_t> order = record.evaluationOrder();
        const bool isDecided =
            std::ranges::any_of(order, [&](std::size_t number) { return visit(record.terms[number]); });
        m_path.pop_back();
        return isDecided;
    }

private:
    bool visit(const OutlineTerm& term)
    {
        Path path = m_path;
        path.push_back(term.text);
        if (path == m_coverage.path) {
            const bool isError =
                m_coverage.result == Result::PermError || m_coverage.result == Result::TempError;
            const auto found = std::ranges::find_if(
                term.networks, [this](const OutlineNetwork& one) { return one.network.contains(m_client); });
            if (!isError && found != term.networks.end()) {
                m_coverage.network = *found;
            }
            return true;
        }
        const bool isCut = !term.record.empty() && term.record.front().state == OutlineState::NotFollowed;
        if (term.state == OutlineState::DependsOnMail || term.state == OutlineState::NotFollowed || isCut) {
            m_coverage.open.push_back(std::move(path));
            return false;
        }
        return !term.record.empty() && visit(term.record.front());
    }

    const net::IpAddress& m_client;
    Coverage& m_coverage;
    Path m_path;
};

} // namespace

Coverage coverage(const OutlineRecord& root, const dns::Recording& answers, const net::IpAddress& client,
                  const Limits& limits)
{
    const net::IpAddress address = client.unmapped();
    Evaluated evaluated = evaluate(root.domain, answers, address, limits);
    const auto& problem = evaluated.report.problem;
    if (evaluated.unknown > 0 && problem && problem->code == ProblemCode::VoidLimit) {
        Limits wider = limits; // what is not known is no void look-up either
        wider.voidLookups += evaluated.unknown;
        evaluated = evaluate(root.domain, answers, address, wider);
    }
    Coverage coverage;
    coverage.result = evaluated.report.result;
    coverage.path = evaluated.report.trace ? pathOf(*evaluated.report.trace) : Path{root.domain};
    Walk(address, coverage).visit(root);
    return coverage;
}

} // namespace spf
