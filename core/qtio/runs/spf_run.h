// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one evaluation over a resolver on the event loop: the page, the command line and the daemon run many
// of these side by side. Destroying it cancels everything.
#pragma once

#include "core/qtio/dns/resolver.h"
#include "core/spf/evaluation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace qtio {

class SpfRun final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive the run. Limits::total and Limits::query of `options` are kept here.
    SpfRun(spf::Check check, spf::Options options, Resolver& resolver, QObject* parent = nullptr);
    ~SpfRun() override;

    /// finished() follows from the event loop, never from inside.
    void start();

    [[nodiscard]] bool isFinished() const noexcept { return m_evaluation.isDone(); }

    /// Complete once finished() was emitted.
    [[nodiscard]] const spf::Report& report() const noexcept { return m_evaluation.report(); }

Q_SIGNALS:
    void finished(const spf::Report& report);

private:
    void askNext();
    void take(const dns::Answer& answer);
    void expire();
    void end();

    spf::Evaluation m_evaluation;
    spf::Limits m_limits;
    Resolver& m_resolver;
    std::unique_ptr<PendingLookup> m_lookup;
    QElapsedTimer m_clock;
    QTimer m_totalTimer;
};

} // namespace qtio
