// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/explanation.h"

#include "core/policy/course.h"

#include <array>

namespace policy {

namespace {

class Chain
{
public:
    Chain(const Course& course, const config::PolicyConfig& config) : m_course(course), m_config(config) {}

    std::vector<ConsideredStep> run()
    {
        add(Step::WhiteIp, m_config.whiteIp);
        add(Step::WhiteDomain, m_config.whiteDomain);
        if (m_course.identity == Identity::None) {
            decide(Step::Identity, {});
        }
        add(Step::EnforceIp, m_config.enforceIp);
        add(Step::EnforceDomain, m_config.enforceDomain);
        addSections();
        decide(Step::Globals, {});
        return std::move(m_steps);
    }

private:
    /// The first to match decides, the others are in its shadow.
    void decide(Step step, std::string entry)
    {
        m_steps.push_back(
            {step, m_isDecided ? Consideration::Shadowed : Consideration::Decides, std::move(entry)});
        m_isDecided = true;
    }

    void add(Step step, const config::NetworkList& list)
    {
        const auto* entry = m_course.client ? list.find(*m_course.client) : nullptr;
        if (entry != nullptr) {
            decide(step, entry->spelling);
        } else {
            m_steps.push_back({step, m_course.client ? Consideration::NoMatch : Consideration::NotAsked, {}});
        }
    }

    void add(Step step, const config::DomainList& list)
    {
        const auto index = m_course.name ? list.find(*m_course.name) : std::nullopt;
        if (index) {
            decide(step, list.entries()[*index].spelling);
        } else {
            m_steps.push_back({step, m_course.name ? Consideration::NoMatch : Consideration::NotAsked, {}});
        }
    }

    /// The section that decides, then the wildcards it hides (A8); results it leaves open fall to globals, so
    /// it never ends the chain.
    void addSections()
    {
        const config::DomainSection* chosen = m_course.name ? m_config.sectionFor(*m_course.name) : nullptr;
        if (chosen == nullptr) {
            m_steps.push_back(
                {Step::Section, m_course.name ? Consideration::NoMatch : Consideration::NotAsked, {}});
            return;
        }
        m_steps.push_back(
            {Step::Section, m_isDecided ? Consideration::Shadowed : Consideration::Decides, chosen->name});
        for (const config::DomainSection& section : m_config.sections) {
            if (&section != chosen && section.pattern.matches(*m_course.name)) {
                m_steps.push_back({Step::Section, Consideration::Shadowed, section.name});
            }
        }
        bool coversAll = true;
        for (const spf::Result result : spf::allResults) {
            coversAll = coversAll && chosen->actions[result].has_value();
        }
        m_isDecided = m_isDecided || coversAll;
    }

    const Course& m_course;
    const config::PolicyConfig& m_config;
    std::vector<ConsideredStep> m_steps;
    bool m_isDecided = false;
};

} // namespace

std::string_view word(Step step) noexcept
{
    constexpr std::array<std::string_view, 8> words{"request",      "identity",   "white_ip",
                                                    "white_domain", "enforce_ip", "enforce_domain",
                                                    "section",      "globals"};
    return words[static_cast<std::size_t>(step)];
}

std::string_view word(Consideration consideration) noexcept
{
    constexpr std::array<std::string_view, 4> words{"decides", "no-match", "not-asked", "shadowed"};
    return words[static_cast<std::size_t>(consideration)];
}

Explanation explain(const Request& request, const config::PolicyConfig& config)
{
    Course course = identify(request, config);
    Explanation explanation;
    explanation.identity = course.identity;
    explanation.domain = course.domain;
    if (isActedOn(request)) {
        course.decided = exemption(course, config);
        explanation.steps = Chain(course, config).run();
    } else {
        course = chart(request, config);
        explanation.steps.push_back({Step::Request, Consideration::Decides, {}});
    }
    for (const spf::Result result : spf::allResults) {
        explanation.actions[result] =
            course.decided ? RuleAction{course.decided->action, course.decided->rule, course.decided->entry}
                           : actionFor(result, course, config);
    }
    return explanation;
}

} // namespace policy
