// SPDX-License-Identifier: GPL-3.0-or-later
// Asks name servers through c-ares on the Qt event loop: any port, EDNS, TCP after truncation, every failure
// told apart, thousands of questions under way on one thread (DAEMON.md 2: what QDnsLookup cannot do).
#pragma once

#include "core/qtio/dns/nameserver.h"
#include "core/qtio/dns/resolver.h"

#include <memory>
#include <string>
#include <vector>

namespace qtio {

class AresResolver final : public Resolver
{
public:
    struct Options
    {
        /// Asked in this order; those of the system (/etc/resolv.conf, read again when it changes) when
        /// empty.
        std::vector<Nameserver> servers;
        /// Wait for the first answer of a server before the question is sent again; doubles each time.
        std::chrono::milliseconds firstWait{1000};
        int tries = 4;
        /// After this long without an answer the next server is asked as well; the first good answer counts.
        std::chrono::milliseconds nextServerAfter{1500};
    };

    explicit AresResolver(Options options);
    ~AresResolver() override;

    /// A failing server (silent, refusing, broken) is passed over while another one is left. Aliases that the
    /// server did not follow are followed here.
    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;

    /// The servers, "192.0.2.53:53, [2001:db8::53]:53".
    [[nodiscard]] std::string description() const override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace qtio
