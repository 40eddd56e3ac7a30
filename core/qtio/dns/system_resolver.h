// SPDX-License-Identifier: GPL-3.0-or-later
// The system's own resolver through QDnsLookup. What QDnsLookup cannot tell apart (no record, time-out,
// closed port are one error to it) or refuses to ask is asked through c-ares (DAEMON.md 2, DESIGN.md 3).
#pragma once

#include "core/qtio/dns/ares_resolver.h"
#include "core/qtio/dns/resolver.h"

#include <memory>
#include <string>

namespace qtio {

class SystemResolver final : public Resolver
{
public:
    SystemResolver();
    ~SystemResolver() override;

    [[nodiscard]] std::unique_ptr<PendingLookup> ask(dns::Question question, std::chrono::milliseconds limit,
                                                     Done done) override;
    /// "system"
    [[nodiscard]] std::string description() const override;

    /// To be called once by main(): a look-up that was given up keeps a thread of QDnsLookup's pool busy
    /// until the C library gives up as well (10 s by default), and leaving main() waits for it.
    static void shortenWaits();

private:
    class Lookup;
    std::shared_ptr<AresResolver> m_ares;
};

} // namespace qtio
