// SPDX-License-Identifier: GPL-3.0-or-later
// Which entry of a long list covers an address: a binary prefix trie, one look-up per address bit at most.
#pragma once

#include "core/net/network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace net {

class NetworkSet
{
public:
    /// `entry` is the caller's number for it (the place in its list). The first entry of equal networks
    /// stays.
    void insert(const Network& network, std::uint32_t entry);
    /// The entry of the narrowest network that holds the address.
    [[nodiscard]] std::optional<std::uint32_t> find(const IpAddress& address) const noexcept;
    /// The entry of the narrowest network that holds all of `network`.
    [[nodiscard]] std::optional<std::uint32_t> findCovering(const Network& network) const noexcept;

    /// Some network of the set holds all of `network` or lies in it.
    [[nodiscard]] bool overlaps(const Network& network) const noexcept;

    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    struct Node
    {
        std::uint32_t child[2] = {none, none};
        std::uint32_t entry = none;
    };

    std::vector<Node> m_v4 = std::vector<Node>(1); ///< the root
    std::vector<Node> m_v6 = std::vector<Node>(1);
    std::size_t m_size = 0;
};

} // namespace net
