// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy_test.h"

#include "core/base/ascii.h"
#include "core/spf/assumption.h"

namespace policy {

namespace {

std::optional<spf::Report> reportFor(const PolicyCase& test, const Course& course,
                                     const std::optional<EvaluatedResult>& evaluated)
{
    if (!course.needsSpf()) {
        return spf::Report{}; // nobody looks at it
    }
    if (test.assumed) {
        const spf::Check check{.client = *course.client,
                               .domain = course.domain,
                               .sender = course.sender,
                               .helo = test.request.heloName,
                               .receiver = {}};
        return spf::assumedReport(check, {}, *test.assumed);
    }
    if (evaluated && evaluated->domain == course.domain) {
        spf::Report report;
        report.result = evaluated->result;
        report.domain = course.domain;
        return report;
    }
    return std::nullopt;
}

} // namespace

std::optional<Action> parseAction(std::string_view text) noexcept
{
    for (const Action action : {Action::Bypass, Action::TempBlock, Action::Block, Action::Skip}) {
        if (base::equalsIgnoreCase(base::trimmed(text), word(action))) {
            return action;
        }
    }
    return std::nullopt;
}

PolicyVerdict verdictOn(const PolicyCase& test, Decision decision)
{
    const bool passed = decision.action == test.expected;
    return {passed, std::move(decision)};
}

std::optional<PolicyVerdict> judge(const PolicyCase& test, const config::PolicyConfig& config,
                                   const std::optional<EvaluatedResult>& evaluated)
{
    const Course course = chart(test.request, config);
    const std::optional<spf::Report> report = reportFor(test, course, evaluated);
    if (!report) {
        return std::nullopt;
    }
    return verdictOn(test, conclude(course, *report, test.request, config, {}));
}

} // namespace policy
