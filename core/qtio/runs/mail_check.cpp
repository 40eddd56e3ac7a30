// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/mail_check.h"

#include "core/spf/assumption.h"

#include <utility>

namespace qtio {

namespace {

spf::Check checkOf(const policy::Request& request, const policy::Course& course, const CheckSetup& setup)
{
    return {
        .client = net::IpAddress::parse(request.clientAddress).value_or(net::IpAddress()).unmapped(),
        .domain = course.domain,
        .sender = course.sender,
        .helo = request.heloName,
        .receiver = setup.receiver,
        .time = setup.time,
    };
}

} // namespace

MailCheck::MailCheck(policy::Request request, const CheckSetup& setup, Resolver& resolver, QObject* parent)
    : QObject(parent), m_setup(setup), m_resolver(resolver)
{
    m_outcome.request = std::move(request);
}

void MailCheck::start()
{
    m_course = policy::chart(m_outcome.request, m_setup.config);
    if (m_course.needsSpf()) {
        evaluate();
    } else {
        m_outcome.decision = *m_course.decided;
        QMetaObject::invokeMethod(this, &MailCheck::finished, Qt::QueuedConnection);
    }
}

void MailCheck::evaluate()
{
    const spf::Check check = checkOf(m_outcome.request, m_course, m_setup);
    if (m_setup.assumed) {
        conclude(spf::assumedReport(check, m_setup.options, *m_setup.assumed));
        QMetaObject::invokeMethod(this, &MailCheck::finished, Qt::QueuedConnection);
        return;
    }
    m_run = std::make_unique<SpfRun>(check, m_setup.options, m_resolver);
    connect(m_run.get(), &SpfRun::finished, this, [this](const spf::Report& report) {
        conclude(report);
        Q_EMIT finished();
    });
    m_run->start();
}

void MailCheck::conclude(const spf::Report& report)
{
    const policy::Surroundings surroundings{.receiver = m_setup.receiver, .headerPrepended = false};
    m_outcome.decision = policy::conclude(m_course, report, m_outcome.request, m_setup.config, surroundings);
    m_outcome.report = report;
}

} // namespace qtio
