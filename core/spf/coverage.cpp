// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/coverage.h"

#include <algorithm>

namespace spf {
namespace {

/// A record that ends every evaluation that reaches it.
std::optional<Result> endOf(OutlineState state, bool isTop) noexcept
{
    switch (state) {
    case OutlineState::NoRecord:
    case OutlineState::UnusableName:
        return isTop ? Result::None : Result::PermError; // RFC 7208 5.2, 6.1
    case OutlineState::SeveralRecords:
    case OutlineState::SyntaxErrors:
    case OutlineState::Loop: // until the limit of terms
        return Result::PermError;
    case OutlineState::DnsFailure:
        return Result::TempError;
    default:
        return std::nullopt;
    }
}

bool isError(Result result) noexcept
{
    return result == Result::TempError || result == Result::PermError;
}

class Walk
{
public:
    Walk(const net::IpAddress& client, const Limits& limits, Coverage& coverage)
        : m_client(client), m_limits(limits), m_coverage(coverage)
    {
    }

    Result evaluate(const OutlineRecord& record)
    {
        m_path.push_back(record.domain);
        const Result result = evaluateTerms(record);
        m_path.pop_back();
        return result;
    }

private:
    Result evaluateTerms(const OutlineRecord& record)
    {
        endAtRecord();
        if (const auto ended = endOf(record.state, m_path.size() == 1)) {
            return *ended;
        }
        for (const std::size_t number : record.evaluationOrder()) {
            if (const auto decided = test(record.terms[number])) {
                return *decided;
            }
        }
        endAtRecord();
        return Result::Neutral;
    }

    std::optional<Result> test(const OutlineTerm& term)
    {
        m_lookups += term.lookups > 0 ? 1 : 0;
        if (m_lookups > m_limits.terms) {
            return decide(term, Result::PermError);
        }
        if (term.state == OutlineState::DependsOnMail || term.state == OutlineState::NotFollowed) {
            leaveOpen(term);
            return std::nullopt;
        }
        return term.record.empty() ? testNetworks(term) : testRecord(term);
    }

    std::optional<Result> testNetworks(const OutlineTerm& term)
    {
        const auto found = std::ranges::find_if(
            term.networks, [this](const OutlineNetwork& one) { return one.network.contains(m_client); });
        if (found != term.networks.end()) {
            decide(term, resultOf(term.qualifier));
            m_coverage.network = *found;
            return resultOf(term.qualifier);
        }
        m_voids += term.voidLookups;
        if (m_voids > m_limits.voidLookups) {
            return decide(term, Result::PermError);
        }
        if (term.state == OutlineState::DnsFailure) {
            return decide(term, Result::TempError);
        }
        return term.name == "all" ? std::optional(decide(term, resultOf(term.qualifier))) : std::nullopt;
    }

    std::optional<Result> testRecord(const OutlineTerm& term)
    {
        const OutlineRecord& inner = term.record.front();
        if (inner.state == OutlineState::NotFollowed) {
            leaveOpen(term);
            return std::nullopt;
        }
        const Result result = evaluate(inner);
        if (term.isModifier || isError(result)) {
            return result;
        }
        return result == Result::Pass ? std::optional(resultOf(term.qualifier)) : std::nullopt;
    }

    void endAtRecord()
    {
        m_coverage.path = m_path;
        m_coverage.network.reset();
    }

    Result decide(const OutlineTerm& term, Result result)
    {
        endAtRecord();
        m_coverage.path.push_back(term.text);
        return result;
    }

    void leaveOpen(const OutlineTerm& term)
    {
        m_coverage.open.push_back(m_path);
        m_coverage.open.back().push_back(term.text);
    }

    const net::IpAddress& m_client;
    const Limits& m_limits;
    Coverage& m_coverage;
    std::vector<std::string> m_path;
    int m_lookups = 0;
    int m_voids = 0;
};

} // namespace

Coverage coverage(const OutlineRecord& root, const net::IpAddress& client, const Limits& limits)
{
    Coverage coverage;
    const net::IpAddress address = client.unmapped();
    coverage.result = Walk(address, limits, coverage).evaluate(root);
    return coverage;
}

} // namespace spf
