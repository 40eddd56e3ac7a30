// SPDX-License-Identifier: GPL-3.0-or-later
// One mail through the whole path: chart, evaluation over a resolver, conclusion (SPEC 2.1). Many run side by
// side.
#pragma once

#include "core/policy/decision.h"
#include "core/qtio/runs/spf_run.h"

#include <QObject>

#include <memory>
#include <optional>

namespace qtio {

/// What is the same for all mails of a call.
struct CheckSetup
{
    config::PolicyConfig config = config::PolicyConfig::defaults();
    std::optional<spf::Result> assumed; ///< instead of asking DNS
    std::string receiver;
    std::int64_t time = 0; ///< for %{t}
    spf::Options options;
};

struct CheckOutcome
{
    policy::Request request;
    policy::Decision decision;
    std::optional<spf::Report> report; ///< nothing for mail that is not evaluated
};

class MailCheck final : public QObject
{
    Q_OBJECT

public:
    /// `setup` and `resolver` must outlive the check.
    MailCheck(policy::Request request, const CheckSetup& setup, Resolver& resolver,
              QObject* parent = nullptr);

    /// finished() follows from the event loop.
    void start();

    [[nodiscard]] const CheckOutcome& outcome() const noexcept { return m_outcome; }

Q_SIGNALS:
    void finished();

private:
    void evaluate();
    void conclude(const spf::Report& report);

    const CheckSetup& m_setup;
    Resolver& m_resolver;
    CheckOutcome m_outcome;
    policy::Course m_course;
    std::unique_ptr<SpfRun> m_run;
};

} // namespace qtio
