// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/network_set.h"

namespace net {
namespace {

std::size_t bitAt(const IpAddress& address, int place) noexcept
{
    const auto bytes = address.bytes();
    return bytes[static_cast<std::size_t>(place / 8)] >> (7 - place % 8) & 1;
}

} // namespace

void NetworkSet::insert(const Network& network, std::uint32_t entry)
{
    auto& nodes = network.address().isV4() ? m_v4 : m_v6;
    std::uint32_t at = 0;
    for (int place = 0; place < network.prefixLength(); ++place) {
        const auto side = bitAt(network.address(), place);
        if (nodes[at].child[side] == none) {
            nodes[at].child[side] = static_cast<std::uint32_t>(nodes.size());
            nodes.emplace_back();
        }
        at = nodes[at].child[side];
    }
    if (nodes[at].entry == none) {
        nodes[at].entry = entry;
        ++m_size;
    }
}

std::optional<std::uint32_t> NetworkSet::find(const IpAddress& address) const noexcept
{
    return findCovering(Network(address, address.bitCount()));
}

std::optional<std::uint32_t> NetworkSet::findCovering(const Network& network) const noexcept
{
    const auto& nodes = network.address().isV4() ? m_v4 : m_v6;
    std::uint32_t narrowest = nodes[0].entry;
    std::uint32_t at = 0;
    for (int place = 0; place < network.prefixLength(); ++place) {
        at = nodes[at].child[bitAt(network.address(), place)];
        if (at == none) {
            break;
        }
        if (nodes[at].entry != none) {
            narrowest = nodes[at].entry;
        }
    }
    return narrowest == none ? std::nullopt : std::optional(narrowest);
}

bool NetworkSet::overlaps(const Network& network) const noexcept
{
    const auto& nodes = network.address().isV4() ? m_v4 : m_v6;
    std::uint32_t at = 0;
    for (int place = 0; place < network.prefixLength(); ++place) {
        if (nodes[at].entry != none) {
            return true;
        }
        at = nodes[at].child[bitAt(network.address(), place)];
        if (at == none) {
            return false;
        }
    }
    return at != 0 || nodes.size() > 1 || nodes[0].entry != none; // nodes lie on ways to entries only
}

} // namespace net
