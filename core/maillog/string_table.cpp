// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/string_table.h"

#include <cstring>

namespace maillog {

namespace {

constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;

std::uint64_t load(const char* data, std::size_t size) noexcept
{
    std::uint64_t word = 0;
    std::memcpy(&word, data, size);
    return word;
}

std::uint64_t mix(std::uint64_t hash) noexcept
{
    hash ^= hash >> 32U;
    hash *= multiplier;
    return hash ^ (hash >> 29U);
}

} // namespace

std::uint64_t hashBytes(const char* data, std::size_t size) noexcept
{
    std::uint64_t hash = size * multiplier;
    while (size >= 8) {
        hash = mix(hash ^ load(data, 8));
        data += 8;
        size -= 8;
    }
    return mix(mix(hash ^ load(data, size)));
}

HashedAddress::HashedAddress(const net::IpAddress& address) noexcept
    : bytes(address.mappedBytes()),
      hash(mix(mix(load(reinterpret_cast<const char*>(bytes.data()), 8)) ^
               load(reinterpret_cast<const char*>(bytes.data()) + 8, 8)))
{
}

IdSlots::IdSlots() : m_slots(1024), m_mask(1023) {}

void IdSlots::reserve(std::size_t count, const Column<std::uint64_t>& hashes)
{
    if (count * 4 < m_slots.size() * 3) {
        return;
    }
    m_slots.assign(m_slots.size() * 2, Slot{});
    m_mask = m_slots.size() - 1;
    for (Id id = 1; id < hashes.size(); ++id) {
        auto& slot = probe(hashes[id], [](Id) { return false; });
        slot = {static_cast<std::uint32_t>(hashes[id] >> 32U), id};
    }
}

StringTable::StringTable()
{
    m_texts.push({});
    m_hashes.push(0);
}

Id StringTable::intern(const HashedText& name)
{
    if (name.text.empty()) {
        return 0;
    }
    m_slots.reserve(m_texts.size() + 1, m_hashes);
    auto& slot = m_slots.probe(name.hash, [&](Id id) { return m_texts[id] == name.text; });
    if (slot.id == 0) {
        slot = {static_cast<std::uint32_t>(name.hash >> 32U), static_cast<Id>(m_texts.size())};
        m_texts.push(keep(name.text));
        m_hashes.push(name.hash);
    }
    return slot.id;
}

Id StringTable::find(std::string_view text) const noexcept
{
    if (text.empty()) {
        return 0;
    }
    return m_slots.find(hashBytes(text.data(), text.size()), [&](Id id) { return m_texts[id] == text; });
}

std::string_view StringTable::keep(std::string_view text)
{
    constexpr std::size_t pieceSize = std::size_t{64} << 10U;
    if (text.size() > m_left) {
        const auto size = std::max(pieceSize, text.size());
        m_arena.emplace_back(new char[size]);
        m_next = m_arena.back().get();
        m_left = size;
    }
    std::memcpy(m_next, text.data(), text.size());
    const std::string_view kept(m_next, text.size());
    m_next += text.size();
    m_left -= text.size();
    return kept;
}

AddressTable::AddressTable()
{
    m_addresses.push({});
    m_hashes.push(0);
}

Id AddressTable::intern(const HashedAddress& address)
{
    m_slots.reserve(m_addresses.size() + 1, m_hashes);
    auto& slot = m_slots.probe(address.hash, [&](Id id) { return m_addresses[id] == address.bytes; });
    if (slot.id == 0) {
        slot = {static_cast<std::uint32_t>(address.hash >> 32U), static_cast<Id>(m_addresses.size())};
        m_addresses.push(address.bytes);
        m_hashes.push(address.hash);
    }
    return slot.id;
}

std::optional<net::IpAddress> AddressTable::operator[](Id id) const noexcept
{
    if (id == 0) {
        return std::nullopt;
    }
    return net::IpAddress::v6(m_addresses[id]).unmapped();
}

} // namespace maillog
