// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulation.h"

#include <QTimer>

#include <utility>

namespace ui {

const std::optional<spf::Report>& SimulationOutcome::report(policy::Identity identity) const
{
    static const std::optional<spf::Report> none;
    switch (identity) {
    case policy::Identity::MailFrom:
        return mailFrom;
    case policy::Identity::Helo:
        return helo;
    case policy::Identity::None:
        break;
    }
    return none;
}

const spf::Report* SimulationOutcome::counted() const
{
    const std::optional<spf::Report>& report = this->report(decision.identity);
    return report ? &*report : nullptr;
}

Simulation::Simulation(SimulationPlan plan, qtio::Resolver& resolver, QObject* parent)
    : QObject(parent),
      m_plan(std::move(plan)),
      m_resolver(resolver),
      m_course(policy::chart(m_plan.request, m_plan.config))
{
    m_outcome.request = m_plan.request;
}

Simulation::~Simulation() = default;

void Simulation::start()
{
    const policy::Request& request = m_plan.request;
    if (m_course.needsSpf() || m_plan.evaluateExempt) {
        const bool heloCounts = m_course.identity == policy::Identity::Helo;
        if (!request.sender.empty()) {
            const std::string domain = request.sender.substr(request.sender.rfind('@') + 1);
            evaluate(policy::Identity::MailFrom, domain, request.sender);
        }
        if (!request.heloName.empty() || (heloCounts && m_course.needsSpf())) {
            evaluate(policy::Identity::Helo, request.heloName, "postmaster@" + request.heloName);
        }
    }
    if (m_running == 0) {
        QTimer::singleShot(0, this, &Simulation::conclude);
    }
    for (const auto& run : m_runs) {
        run->start();
    }
}

void Simulation::evaluate(policy::Identity identity, const std::string& domain, const std::string& sender)
{
    const auto client = net::IpAddress::parse(m_plan.request.clientAddress);
    if (!client) {
        return;
    }
    const bool counts = m_course.needsSpf() && identity == m_course.identity;
    spf::Check check;
    check.client = client->unmapped();
    check.domain = counts ? m_course.domain : domain;
    check.sender = counts ? m_course.sender : sender;
    check.helo = m_plan.request.heloName;
    check.receiver = m_plan.receiver;
    check.time = m_plan.time;
    spf::Options options;
    options.limits = m_plan.limits;
    options.trace = true;
    auto run = std::make_unique<qtio::SpfRun>(std::move(check), std::move(options), m_resolver);
    connect(run.get(), &qtio::SpfRun::finished, this,
            [this, identity](const spf::Report& report) { take(identity, report); });
    m_runs.push_back(std::move(run));
    ++m_running;
}

void Simulation::take(policy::Identity identity, const spf::Report& report)
{
    (identity == policy::Identity::MailFrom ? m_outcome.mailFrom : m_outcome.helo) = report;
    if (--m_running == 0) {
        conclude();
    }
}

void Simulation::conclude()
{
    if (m_course.decided) {
        m_outcome.decision = *m_course.decided;
    } else if (const auto& report = m_outcome.report(m_course.identity)) {
        m_outcome.decision = policy::conclude(m_course, *report, m_plan.request, m_plan.config,
                                              policy::Surroundings{m_plan.receiver, false});
    }
    Q_EMIT finished();
}

} // namespace ui
