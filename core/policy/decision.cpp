// SPDX-License-Identifier: GPL-3.0-or-later
// Steps 7 and 8 of SPEC 2.1; the steps before are in course.cpp.
#include "core/policy/decision.h"

#include <array>

namespace policy {

namespace {

Action actionOf(config::Action action) noexcept
{
    switch (action) {
    case config::Action::TempBlock:
        return Action::TempBlock;
    case config::Action::Block:
        return Action::Block;
    case config::Action::Bypass:
        break;
    }
    return Action::Bypass;
}

} // namespace

std::string_view word(Action action) noexcept
{
    constexpr std::array<std::string_view, 4> words{"bypass", "tempblock", "block", "skip"};
    return words[static_cast<std::size_t>(action)];
}

std::string_view word(Identity identity) noexcept
{
    constexpr std::array<std::string_view, 3> words{"none", "mailfrom", "helo"};
    return words[static_cast<std::size_t>(identity)];
}

RuleAction actionFor(spf::Result result, const Course& course, const config::PolicyConfig& config)
{
    const std::string key(spf::word(result));
    if (const auto* entry = course.client ? config.enforceIp.find(*course.client) : nullptr) {
        return {actionOf(config.enforce[result]), "enforce_actions." + key, entry->spelling};
    }
    if (const auto index = course.name ? config.enforceDomain.find(*course.name) : std::nullopt) {
        return {actionOf(config.enforce[result]), "enforce_actions." + key,
                config.enforceDomain.entries()[*index].spelling};
    }
    const config::DomainSection* section = course.name ? config.sectionFor(*course.name) : nullptr;
    if (section != nullptr && section->actions[result]) {
        return {actionOf(*section->actions[result]), section->name + '.' + key, section->name};
    }
    return {actionOf(config.globals[result]), "globals." + key, {}};
}

Decision conclude(const Course& course, const spf::Report& report, const Request& request,
                  const config::PolicyConfig& config, const Surroundings& surroundings)
{
    if (course.decided) {
        return *course.decided;
    }
    RuleAction rule = actionFor(report.result, course, config);
    Decision decision;
    decision.action = rule.action;
    decision.rule = std::move(rule.rule);
    decision.entry = std::move(rule.entry);
    decision.identity = course.identity;
    decision.domain = course.domain;
    decision.result = report.result;
    decision.postfixAction = "DUNNO";
    if (decision.action == Action::Block) {
        decision.postfixAction = config.blockReply;
    } else if (decision.action == Action::TempBlock) {
        decision.postfixAction = config.tempblockReply;
    } else if (config.prependHeader && !surroundings.headerPrepended) {
        decision.header = receivedSpf(course, report, request, surroundings.receiver);
        decision.postfixAction = "PREPEND " + decision.header;
    }
    return decision;
}

Decision decide(const Request& request, const config::PolicyConfig& config, const spf::Report& report,
                const Surroundings& surroundings)
{
    return conclude(chart(request, config), report, request, config, surroundings);
}

} // namespace policy
