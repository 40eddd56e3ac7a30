// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/origin_run.h"

#include <set>

namespace qtio {

namespace {

constexpr std::size_t atOnce = 8;
constexpr std::chrono::seconds patience{5};

} // namespace

OriginRun::OriginRun(const std::vector<net::Network>& networks, Resolver& resolver, std::size_t limit,
                     QObject* parent)
    : QObject(parent), m_resolver(resolver)
{
    std::set<net::IpAddress> seen;
    for (const net::Network& network : networks) {
        const net::IpAddress address = network.first();
        if (network.prefixLength() == 0 || !seen.insert(address).second) {
            continue;
        }
        if (m_jobs.size() >= limit) {
            m_isCut = true;
            break;
        }
        m_jobs.push_back({spf::originQuestion(address), address, 0});
    }
    m_asked = m_jobs.size();
}

OriginRun::~OriginRun() = default;

void OriginRun::start()
{
    if (m_jobs.empty()) {
        QMetaObject::invokeMethod(this, &OriginRun::finished, Qt::QueuedConnection);
    }
    askMore();
}

void OriginRun::askMore()
{
    while (!m_jobs.empty() && m_pending.size() < atOnce) {
        const Job job = m_jobs.front();
        m_jobs.pop_front();
        const std::size_t number = ++m_lastLookup;
        m_pending[number] =
            m_resolver.ask(job.question, patience, [this, job, number](const dns::Answer& answer) {
                const std::unique_ptr<PendingLookup> done = std::move(m_pending[number]);
                m_pending.erase(number);
                take(job, answer);
                askMore();
                if (m_pending.empty()) {
                    Q_EMIT finished();
                }
            });
    }
}

void OriginRun::take(const Job& job, const dns::Answer& answer)
{
    if (job.asNumber != 0) {
        m_operators[job.asNumber] = spf::readOperator(answer);
        return;
    }
    const auto origin = spf::readOrigin(answer);
    if (!origin || origin->asNumber == 0) {
        return;
    }
    m_origins[job.address] = origin->asNumber;
    if (m_operators.try_emplace(origin->asNumber).second) {
        m_jobs.push_back({spf::operatorQuestion(origin->asNumber), {}, origin->asNumber});
    }
}

std::optional<OriginRun::Operator> OriginRun::operatorOf(const net::Network& network) const
{
    const auto origin = m_origins.find(network.first());
    if (origin == m_origins.end()) {
        return std::nullopt;
    }
    const auto name = m_operators.find(origin->second);
    return Operator{origin->second, name == m_operators.end() ? std::string() : name->second};
}

} // namespace qtio
