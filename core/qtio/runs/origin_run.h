// SPDX-License-Identifier: GPL-3.0-or-later
// Looks up who announces networks and who operates them (core/spf/network_origin.h), a few questions at a
// time. What cannot be told is left out. Destroying it cancels everything.
#pragma once

#include "core/qtio/dns/resolver.h"
#include "core/spf/network_origin.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace qtio {

class OriginRun final : public QObject
{
    Q_OBJECT

public:
    struct Operator
    {
        std::uint32_t asNumber = 0;
        std::string name; ///< empty when it is not told
    };

    /// Asks for the first addresses of the first `limit` distinct networks. `resolver` must outlive the run.
    OriginRun(const std::vector<net::Network>& networks, Resolver& resolver, std::size_t limit = 100,
              QObject* parent = nullptr);
    ~OriginRun() override;

    /// finished() follows from the event loop, never from inside.
    void start();

    /// Nothing when it was not asked or could not be told.
    [[nodiscard]] std::optional<Operator> operatorOf(const net::Network& network) const;

    /// There were more networks than were asked for.
    [[nodiscard]] bool isCut() const noexcept { return m_isCut; }

    /// How many networks were asked for and not told.
    [[nodiscard]] std::size_t untold() const noexcept { return m_asked - m_origins.size(); }

Q_SIGNALS:
    void finished();

private:
    struct Job
    {
        dns::Question question;
        net::IpAddress address;     ///< of an origin
        std::uint32_t asNumber = 0; ///< of an operator; 0 for an origin
    };

    void askMore();
    void take(const Job& job, const dns::Answer& answer);

    Resolver& m_resolver;
    std::deque<Job> m_jobs; ///< still to be asked
    std::map<std::size_t, std::unique_ptr<PendingLookup>> m_pending;
    std::size_t m_lastLookup = 0;
    std::size_t m_asked = 0;
    bool m_isCut = false;
    std::map<net::IpAddress, std::uint32_t> m_origins; ///< by first address
    std::map<std::uint32_t, std::string> m_operators;
};

} // namespace qtio
