// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers for client networks: /24 of IPv4, /64 of IPv6. Those of IPv4 are found by their bytes, without a
// hash, as there may be a million of addresses to ask for.
#pragma once

#include "core/maillog/string_table.h"
#include "core/net/network.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace maillog {

class NetworkTable
{
public:
    NetworkTable() : m_v4Blocks(std::size_t{1} << 16U), m_blocks(1) {}

    /// Of an address in its mapped form; a new one when it is not there.
    [[nodiscard]] Id intern(const net::IpAddress::Bytes& address)
    {
        if (!isMappedV4(address)) {
            return internV6(address);
        }
        auto& block = m_v4Blocks[highOf(address)];
        if (block == 0) {
            block = addBlock({true, highOf(address)});
        }
        return block * blockSize + address[thirdByte];
    }

    /// 0 when it is not there.
    [[nodiscard]] Id find(const net::IpAddress::Bytes& address) const noexcept
    {
        if (!isMappedV4(address)) {
            return findV6(address);
        }
        const auto block = m_v4Blocks[highOf(address)];
        return block == 0 ? 0 : block * blockSize + address[thirdByte];
    }

    /// Ids are below, but not all of them are networks.
    [[nodiscard]] std::size_t size() const noexcept { return m_blocks.size() * blockSize; }

    [[nodiscard]] net::Network operator[](Id id) const;

private:
    static constexpr Id blockSize = 256;
    static constexpr std::size_t firstByte = 12; ///< in the mapped form
    static constexpr std::size_t thirdByte = 14;

    /// Networks of IPv4 that differ in their last byte, or so many of IPv6.
    struct Block
    {
        bool isV4 = false;
        std::uint32_t start = 0; ///< the first two bytes, or a place in m_v6
    };

    [[nodiscard]] static std::uint32_t highOf(const net::IpAddress::Bytes& address) noexcept
    {
        return static_cast<std::uint32_t>(address[firstByte] << 8U | address[firstByte + 1]);
    }

    [[nodiscard]] Id addBlock(Block block);
    [[nodiscard]] Id internV6(const net::IpAddress::Bytes& address);
    [[nodiscard]] Id findV6(const net::IpAddress::Bytes& address) const noexcept;

    std::vector<Id> m_v4Blocks;      ///< by the first two bytes
    std::vector<Block> m_blocks;     ///< 0 is none
    std::vector<std::uint64_t> m_v6; ///< the first half, as it stands in the memory
    std::vector<Id> m_v6Ids;
    HashSlots m_v6Slots; ///< to places in m_v6, from 1 on
};

} // namespace maillog
