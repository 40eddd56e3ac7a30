// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/dns/named_server_resolver.h"

#include "core/qtio/dns/ares_resolver.h"
#include "core/qtio/dns/nameserver.h"

#include <QDeadlineTimer>
#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace qtio {

namespace {

using namespace std::chrono_literals;

constexpr auto tick = 50ms;

std::optional<net::IpAddress> firstAddress(const QHostInfo& info)
{
    for (const QHostAddress& address : info.addresses()) {
        if (const auto read = net::IpAddress::parse(address.toString().toStdString())) {
            return read; // scoped link-local addresses are passed over: they have no place in a message
        }
    }
    return std::nullopt;
}

} // namespace

struct NamedServerResolver::Waiting
{
    dns::Question question;
    QDeadlineTimer deadline;
    std::shared_ptr<Promise> promise;
    std::unique_ptr<PendingLookup> lookup; ///< once the server is known
};

class NamedServerResolver::Handle final : public PendingLookup
{
public:
    explicit Handle(std::shared_ptr<Waiting> waiting) : m_waiting(std::move(waiting)) {}

    ~Handle() override
    {
        m_waiting->promise->abandon();
        m_waiting->lookup.reset();
    }

private:
    std::shared_ptr<Waiting> m_waiting;
};

NamedServerResolver::NamedServerResolver(const std::string& server, QObject* parent)
    : QObject(parent), m_server(server)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &NamedServerResolver::expire);
    m_lookup = QHostInfo::lookupHost(QString::fromStdString(hostOf(server)), this,
                                     [this](const QHostInfo& info) { take(info); });
}

NamedServerResolver::~NamedServerResolver()
{
    if (m_lookup >= 0) {
        QHostInfo::abortHostLookup(m_lookup);
    }
}

std::unique_ptr<PendingLookup> NamedServerResolver::ask(dns::Question question,
                                                        std::chrono::milliseconds limit, Done done)
{
    if (m_resolver != nullptr) {
        return m_resolver->ask(std::move(question), limit, std::move(done));
    }
    if (m_failure) {
        return m_queue.post(*m_failure, std::move(done));
    }
    auto waiting = std::make_shared<Waiting>();
    waiting->question = std::move(question);
    waiting->deadline = QDeadlineTimer(limit, Qt::PreciseTimer);
    waiting->promise = std::make_shared<Promise>(std::move(done));
    m_waiting.push_back(waiting);
    m_tick.start();
    return std::make_unique<Handle>(std::move(waiting));
}

void NamedServerResolver::take(const QHostInfo& info)
{
    m_lookup = -1;
    const std::optional<net::IpAddress> address = firstAddress(info);
    if (!address) {
        fail(info.errorString().toStdString());
        return;
    }
    AresResolver::Options options;
    options.servers = {{*address, portOf(m_server)}};
    m_resolver = std::make_unique<AresResolver>(std::move(options));
    m_tick.stop();
    for (const std::shared_ptr<Waiting>& each : std::exchange(m_waiting, {})) {
        if (each->promise->isWanted()) {
            const auto left = std::max(1ms, std::chrono::milliseconds(each->deadline.remainingTime()));
            each->lookup = m_resolver->ask(
                std::move(each->question), left,
                [promise = each->promise](const dns::Answer& answer) { promise->keep(answer); });
        }
    }
}

void NamedServerResolver::fail(const std::string& why)
{
    m_tick.stop();
    m_failure = dns::Answer::failure(dns::Status::Unreachable, m_server, why);
    for (const std::shared_ptr<Waiting>& each : std::exchange(m_waiting, {})) {
        m_queue.post(*m_failure, each->promise);
    }
}

void NamedServerResolver::expire()
{
    const auto late =
        dns::Answer::failure(dns::Status::Timeout, m_server, "the address of the server is not known yet");
    for (auto each = m_waiting.begin(); each != m_waiting.end();) {
        if (!(*each)->promise->isWanted() || (*each)->deadline.hasExpired()) {
            m_queue.post(late, (*each)->promise);
            each = m_waiting.erase(each);
        } else {
            ++each;
        }
    }
    if (m_waiting.empty()) {
        m_tick.stop();
    }
}

} // namespace qtio
