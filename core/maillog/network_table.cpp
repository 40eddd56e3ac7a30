// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/network_table.h"

namespace maillog {

Id NetworkTable::addBlock(Block block)
{
    m_blocks.push_back(block);
    return static_cast<Id>(m_blocks.size() - 1);
}

namespace {

struct HashedNetwork
{
    explicit HashedNetwork(const net::IpAddress::Bytes& address) noexcept
    {
        net::IpAddress::Bytes network{};
        std::memcpy(network.data(), address.data(), sizeof bits);
        std::memcpy(&bits, address.data(), sizeof bits);
        hash = HashedAddress(network).hash;
    }

    std::uint64_t bits = 0;
    std::uint32_t hash = 0;
};

} // namespace

Id NetworkTable::findV6(const net::IpAddress::Bytes& address) const noexcept
{
    const HashedNetwork network(address);
    const auto place =
        m_v6Slots.find(network.hash, [&](std::uint32_t at) { return m_v6[at - 1] == network.bits; });
    return place == 0 ? 0 : m_v6Ids[place - 1];
}

Id NetworkTable::internV6(const net::IpAddress::Bytes& address)
{
    const HashedNetwork network(address);
    m_v6Slots.reserve(m_v6.size() + 1);
    auto& slot =
        m_v6Slots.probe(network.hash, [&](std::uint32_t at) { return m_v6[at - 1] == network.bits; });
    if (slot.value == 0) {
        const auto place = static_cast<std::uint32_t>(m_v6.size());
        const auto inBlock = place % blockSize;
        const Id block = inBlock == 0 ? addBlock({false, place}) : m_v6Ids.back() / blockSize;
        m_v6.push_back(network.bits);
        m_v6Ids.push_back(block * blockSize + inBlock);
        slot = {network.hash, place + 1};
    }
    return m_v6Ids[slot.value - 1];
}

net::Network NetworkTable::operator[](Id id) const
{
    const Block& block = m_blocks[id / blockSize];
    const auto inBlock = id % blockSize;
    if (block.isV4) {
        return {net::IpAddress::v4(block.start << 16U | inBlock << 8U), 24};
    }
    net::IpAddress::Bytes bytes{};
    std::memcpy(bytes.data(), &m_v6[block.start + inBlock], sizeof(std::uint64_t));
    return {net::IpAddress::v6(bytes), 64};
}

} // namespace maillog
