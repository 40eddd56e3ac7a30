// SPDX-License-Identifier: GPL-3.0-or-later
// Where answers to DNS questions come from: a server, the system, a zone file, a recording. Everybody who
// asks knows only this interface, so that page, command line, daemon and tests run the same code (DESIGN.md
// 3).
#pragma once

#include "core/dns/message.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace qtio {

/// A question under way. Destroying it gives up: its callback is not called any more, and whatever it
/// captured is let go at once.
class PendingLookup
{
public:
    PendingLookup() = default;
    PendingLookup(const PendingLookup&) = delete;
    PendingLookup& operator=(const PendingLookup&) = delete;
    virtual ~PendingLookup() = default;
};

class Resolver
{
public:
    using Done = std::function<void(const dns::Answer&)>;

    Resolver() = default;
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    virtual ~Resolver() = default;

    /// `done` is called exactly once from the event loop of the calling thread, never from inside ask(), and
    /// within `limit` (Status::Timeout) - unless the returned lookup or the resolver is destroyed before.
    /// Inside `done` everything is allowed: asking again, dropping the lookup, destroying the resolver.
    [[nodiscard]] virtual std::unique_ptr<PendingLookup> ask(dns::Question question,
                                                             std::chrono::milliseconds limit, Done done) = 0;

    /// For people and traces: "192.0.2.53:53", "system", "example.zone".
    [[nodiscard]] virtual std::string description() const = 0;
};

} // namespace qtio
