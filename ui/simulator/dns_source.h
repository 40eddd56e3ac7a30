// SPDX-License-Identifier: GPL-3.0-or-later
// Where the simulator's answers come from, as chosen by the user, and how a resolver for it is made.
#pragma once

#include "core/qtio/dns/resolver.h"

#include <tl/expected.hpp>

#include <QString>

#include <functional>
#include <memory>

namespace ui {

struct DnsSource
{
    enum class Kind { System, Server, ZoneFile, Recorded };
    Kind kind = Kind::System;
    QString place; ///< "192.0.2.53:5353", or a path
    friend bool operator==(const DnsSource&, const DnsSource&) = default;
};

/// The resolver, or why there is none, as a sentence. Tests hand in others.
using ResolverMaker = std::function<tl::expected<std::unique_ptr<qtio::Resolver>, QString>(const DnsSource&)>;

/// "Resolver: 192.0.2.53:53", for the status bar.
[[nodiscard]] QString resolverWords(const DnsSource& source);

/// No network interface but the loopback is up.
[[nodiscard]] bool isThisComputerOffline();

/// What is to be said when look-ups failed because this computer is offline; empty when that is not why.
[[nodiscard]] QString offlineWords(const DnsSource& source);

[[nodiscard]] tl::expected<std::unique_ptr<qtio::Resolver>, QString> makeResolver(const DnsSource& source);

} // namespace ui
