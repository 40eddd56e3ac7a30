// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/outline_run.h"

namespace qtio {

OutlineRun::OutlineRun(const std::string& domain, Resolver& resolver, std::chrono::milliseconds limit,
                       QObject* parent)
    : QObject(parent), m_outline(domain), m_resolver(resolver), m_limit(limit)
{
}

OutlineRun::~OutlineRun() = default;

void OutlineRun::start()
{
    if (m_outline.question() == nullptr) {
        QMetaObject::invokeMethod(this, &OutlineRun::end, Qt::QueuedConnection);
    } else {
        askNext();
    }
}

void OutlineRun::askNext()
{
    const dns::Question* question = m_outline.question();
    if (question == nullptr) {
        end();
        return;
    }
    m_lookup = m_resolver.ask(*question, m_limit, [this](const dns::Answer& answer) {
        m_outline.answer(answer);
        askNext();
    });
}

void OutlineRun::end()
{
    m_lookup.reset();
    Q_EMIT finished();
}

} // namespace qtio
