// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/spf_run.h"

#include <algorithm>

namespace qtio {

using std::chrono::milliseconds;

SpfRun::SpfRun(spf::Check check, spf::Options options, Resolver& resolver, QObject* parent)
    : QObject(parent), m_evaluation(std::move(check), options), m_limits(options.limits), m_resolver(resolver)
{
    m_totalTimer.setSingleShot(true);
    m_totalTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_totalTimer, &QTimer::timeout, this, &SpfRun::expire);
}

SpfRun::~SpfRun() = default;

void SpfRun::start()
{
    m_clock.start();
    m_totalTimer.start(m_limits.total);
    if (m_evaluation.isDone()) {
        QMetaObject::invokeMethod(this, &SpfRun::end, Qt::QueuedConnection);
    } else {
        askNext();
    }
}

void SpfRun::askNext()
{
    const dns::Question* question = m_evaluation.question();
    if (question == nullptr) {
        end();
        return;
    }
    // A question near the end of the overall time may not outlive it.
    const milliseconds left = m_limits.total - milliseconds(m_clock.elapsed());
    m_lookup = m_resolver.ask(*question, std::clamp(left, milliseconds(1), m_limits.query),
                              [this](const dns::Answer& answer) { take(answer); });
}

void SpfRun::take(const dns::Answer& answer)
{
    m_evaluation.answer(answer);
    if (!m_evaluation.isDone() && milliseconds(m_clock.elapsed()) >= m_limits.total) {
        expire();
    } else {
        askNext();
    }
}

void SpfRun::expire()
{
    m_lookup.reset();
    m_evaluation.expire();
    end();
}

void SpfRun::end()
{
    m_lookup.reset();
    m_totalTimer.stop();
    Q_EMIT finished(m_evaluation.report());
}

} // namespace qtio
