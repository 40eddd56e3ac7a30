// SPDX-License-Identifier: GPL-3.0-or-later
// Which autonomous system announces an address, and who operates it: the questions and answers of Team
// Cymru's public DNS zones.
#pragma once

#include "core/dns/message.h"
#include "core/net/network.h"

#include <optional>
#include <string>

namespace spf {

struct NetworkOrigin
{
    std::uint32_t asNumber = 0;
    std::optional<net::Network> announced; ///< the network as it is announced
    friend bool operator==(const NetworkOrigin&, const NetworkOrigin&) = default;
};

[[nodiscard]] dns::Question originQuestion(const net::IpAddress& address);
/// "15169 | 2001:4860::/32 | US | arin | 2005-03-14"; the narrowest of several.
[[nodiscard]] std::optional<NetworkOrigin> readOrigin(const dns::Answer& answer);

[[nodiscard]] dns::Question operatorQuestion(std::uint32_t asNumber);
/// "15169 | US | arin | 2000-03-30 | GOOGLE, US": the last field; empty when there is none.
[[nodiscard]] std::string readOperator(const dns::Answer& answer);

} // namespace spf
