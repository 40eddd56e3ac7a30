// SPDX-License-Identifier: GPL-3.0-or-later
// A name server as people write it (INTERFACES.md: --nameserver HOST[:PORT]).
#pragma once

#include "core/net/ip_address.h"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace qtio {

struct NameserverError
{
    enum class Code {
        Empty,
        NotAnAddress, ///< nor a host name
        HostName,     ///< a name where only addresses are read
        UnknownHost,  ///< a name without an address, as far as the system could tell in time
        BadPort,      ///< not a number from 1 to 65535
        OpenBracket   ///< "[" without "]"
    };
    Code code;
    std::size_t position; ///< byte offset in the text as given
    friend bool operator==(const NameserverError&, const NameserverError&) = default;
};

struct Nameserver
{
    net::IpAddress address;
    std::uint16_t port = 53;

    /// "192.0.2.53", "192.0.2.53:5353", "2001:db8::53", "[2001:db8::53]:5353", "localhost:5353".
    [[nodiscard]] static tl::expected<Nameserver, NameserverError> parse(std::string_view text);
    /// Always with the port: "192.0.2.53:53", "[2001:db8::53]:53".
    [[nodiscard]] std::string toString() const;

    friend bool operator==(const Nameserver&, const Nameserver&) = default;
};

/// The parts of a text that Nameserver::parse() takes or calls a HostName.
[[nodiscard]] std::string hostOf(std::string_view text);
[[nodiscard]] std::uint16_t portOf(std::string_view text);

/// The same with a host name, too ("ns1.example.net:5353"): asks the system for its address and blocks as
/// long.
[[nodiscard]] tl::expected<Nameserver, NameserverError>
resolveNameserver(std::string_view text, std::chrono::milliseconds limit = std::chrono::seconds(3));

} // namespace qtio
