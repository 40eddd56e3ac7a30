// SPDX-License-Identifier: GPL-3.0-or-later
// A CIDR network as written in a list or a record (RFC 4632); host bits are kept so that lint can name them.
#pragma once

#include "core/net/ip_address.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace net {

struct NetworkError
{
    enum class Code {
        Empty,
        BadAddress,     ///< the part before "/" is no address
        BadPrefix,      ///< the part after "/" is no number, or has leading zeros
        PrefixTooLong,  ///< above 32 or 128
        Netmask,        ///< "/255.255.255.0" (SPEC A11)
        Range,          ///< "a-b" (SPEC A11)
        PartialAddress, ///< "10.1.2." (SPEC A11)
    };
    Code code;
    std::size_t position; ///< byte offset in the text
    friend bool operator==(const NetworkError&, const NetworkError&) = default;
};

class Network
{
public:
    /// `prefixLength` is cut to the family's width.
    Network(IpAddress address, int prefixLength) noexcept;

    /// "192.0.2.0/24", "2001:db8::/32", or a single address.
    [[nodiscard]] static tl::expected<Network, NetworkError> parse(std::string_view text) noexcept;
    /// What an administrator meant by a form we do not accept (netmask, range, partial address): the same
    /// addresses as networks, or nothing when it cannot be told (fix of CFG-021).
    [[nodiscard]] static std::vector<Network> understood(std::string_view text);
    /// The fewest networks that cover exactly the given ones, IPv4 first, ascending.
    [[nodiscard]] static std::vector<Network> aggregated(std::vector<Network> networks);

    /// As written, host bits included.
    [[nodiscard]] const IpAddress& address() const noexcept { return m_address; }

    [[nodiscard]] int prefixLength() const noexcept { return m_prefixLength; }

    [[nodiscard]] IpAddress first() const noexcept;
    [[nodiscard]] IpAddress last() const noexcept;
    [[nodiscard]] bool hasHostBits() const noexcept;
    [[nodiscard]] Network withoutHostBits() const noexcept;
    /// Families never mix: an IPv4 network holds no IPv6 address, mapped or not.
    [[nodiscard]] bool contains(const IpAddress& address) const noexcept;
    [[nodiscard]] bool contains(const Network& other) const noexcept;
    [[nodiscard]] bool overlaps(const Network& other) const noexcept;
    /// Number of addresses, grouped in full: 2^n as decimal text ("65536").
    [[nodiscard]] std::string addressCount() const;
    /// A single address without "/32" or "/128".
    [[nodiscard]] std::string toString() const;

    /// The same addresses; host bits are ignored.
    friend bool operator==(const Network& a, const Network& b) noexcept
    {
        return a.m_prefixLength == b.m_prefixLength && a.first() == b.first();
    }

private:
    IpAddress m_address;
    int m_prefixLength;
};

} // namespace net
