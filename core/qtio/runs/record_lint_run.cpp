// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/record_lint_run.h"

namespace qtio {

RecordLintRun::RecordLintRun(const std::string& domain, spf::LintFacts facts, Resolver& resolver,
                             std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent), m_lint(domain, std::move(facts)), m_resolver(resolver), m_limit(limit)
{
}

RecordLintRun::~RecordLintRun() = default;

void RecordLintRun::start()
{
    if (m_lint.question() == nullptr) {
        QMetaObject::invokeMethod(this, &RecordLintRun::end, Qt::QueuedConnection);
    } else {
        askNext();
    }
}

void RecordLintRun::askNext()
{
    const dns::Question* question = m_lint.question();
    if (question == nullptr) {
        end();
        return;
    }
    m_lookup = m_resolver.ask(*question, m_limit, [this](const dns::Answer& answer) {
        m_lint.answer(answer);
        askNext();
    });
}

void RecordLintRun::end()
{
    m_lookup.reset();
    Q_EMIT finished(m_lint.report());
}

} // namespace qtio
