// SPDX-License-Identifier: GPL-3.0-or-later
// One mail played through: the decision as the policy program would make it, and both identities evaluated
// side by side, so that neither hides the other (SPEC 2.1). Destroying it cancels.
#pragma once

#include "core/policy/decision.h"
#include "core/qtio/runs/spf_run.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace ui {

struct SimulationPlan
{
    policy::Request request;
    config::PolicyConfig config;
    std::string receiver;
    spf::Limits limits;
    std::int64_t time = 0; ///< seconds since 1970, for %{t}
    /// Mail on a white list is not evaluated by the policy program; true evaluates it all the same, for show.
    bool evaluateExempt = false;
};

struct SimulationOutcome
{
    policy::Request request;
    policy::Decision decision;
    std::optional<spf::Report> mailFrom; ///< nothing for the null sender and for exempt mail
    std::optional<spf::Report> helo;     ///< nothing without HELO and for exempt mail

    [[nodiscard]] const std::optional<spf::Report>& report(policy::Identity identity) const;
    /// Of the identity that counts; null when nothing was evaluated for it.
    [[nodiscard]] const spf::Report* counted() const;
};

class Simulation final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive the simulation.
    Simulation(SimulationPlan plan, qtio::Resolver& resolver, QObject* parent = nullptr);
    ~Simulation() override;

    /// finished() follows from the event loop, never from inside.
    void start();

    /// Complete once finished() was emitted.
    [[nodiscard]] const SimulationOutcome& outcome() const { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    void evaluate(policy::Identity identity, const std::string& domain, const std::string& sender);
    void take(policy::Identity identity, const spf::Report& report);
    void conclude();

    SimulationPlan m_plan;
    qtio::Resolver& m_resolver;
    policy::Course m_course;
    SimulationOutcome m_outcome;
    std::vector<std::unique_ptr<qtio::SpfRun>> m_runs;
    std::size_t m_running = 0;
};

} // namespace ui
