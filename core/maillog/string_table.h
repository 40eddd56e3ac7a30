// SPDX-License-Identifier: GPL-3.0-or-later
// Names and addresses kept once and called by number. The 64-bit hash stays beside each entry, so that
// growing and merging never read the text again. Most of the time goes into waiting for memory (MAILLOG.md 3:
// interning is the limit, not reading), so hashes come ready, and what they lead to can be fetched ahead.
#pragma once

#include "core/maillog/column.h"
#include "core/net/ip_address.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace maillog {

/// A number of a StringTable or AddressTable; 0 is "none", the empty text.
using Id = std::uint32_t;

[[nodiscard]] std::uint64_t hashBytes(const char* data, std::size_t size) noexcept;

/// A text with its hash, for a table to come.
struct HashedText
{
    HashedText() = default;

    explicit HashedText(std::string_view hashed) noexcept
        : text(hashed), hash(hashBytes(hashed.data(), hashed.size()))
    {
    }

    std::string_view text;
    std::uint64_t hash = 0;
};

/// An IPv4-mapped address counts as the IPv4 address.
struct HashedAddress
{
    explicit HashedAddress(const net::IpAddress& address) noexcept;

    net::IpAddress::Bytes bytes;
    std::uint64_t hash;
};

/// Open addressing from a hash to an id; equality of the entries is the owner's business.
class IdSlots
{
public:
    struct Slot
    {
        std::uint32_t tag = 0; ///< upper half of the hash
        Id id = 0;             ///< 0: free
    };

    IdSlots();

    /// The slot of an entry for which `same(id)` holds, or the free one where it belongs.
    template <class Same>
    [[nodiscard]] Slot& probe(std::uint64_t hash, const Same& same) noexcept
    {
        const auto tag = static_cast<std::uint32_t>(hash >> 32U);
        std::size_t at = hash & m_mask;
        while (m_slots[at].id != 0 && !(m_slots[at].tag == tag && same(m_slots[at].id))) {
            at = (at + 1) & m_mask;
        }
        return m_slots[at];
    }

    template <class Same>
    [[nodiscard]] Id find(std::uint64_t hash, const Same& same) const noexcept
    {
        return const_cast<IdSlots*>(this)->probe(hash, same).id; // probing changes nothing
    }

    void prefetch(std::uint64_t hash) const noexcept { __builtin_prefetch(&m_slots[hash & m_mask]); }

    /// Most likely the entry's id; 0 when it is not in its first place.
    [[nodiscard]] Id likely(std::uint64_t hash) const noexcept
    {
        const Slot& slot = m_slots[hash & m_mask];
        return slot.tag == static_cast<std::uint32_t>(hash >> 32U) ? slot.id : 0;
    }

    /// Makes room before entry number `count` is added; `hashes[id]` of all entries so far.
    void reserve(std::size_t count, const Column<std::uint64_t>& hashes);

private:
    std::vector<Slot> m_slots;
    std::size_t m_mask;
};

class StringTable
{
public:
    StringTable();

    [[nodiscard]] Id intern(std::string_view text) { return intern(HashedText(text)); }

    [[nodiscard]] Id intern(const HashedText& name);

    /// Three steps that each need what the one before has fetched.
    void prefetchSlot(const HashedText& name) const noexcept { m_slots.prefetch(name.hash); }

    void prefetchEntry(const HashedText& name) const noexcept
    {
        if (const auto id = m_slots.likely(name.hash); id != 0) {
            __builtin_prefetch(&m_texts[id]);
        }
    }

    void prefetchText(const HashedText& name) const noexcept
    {
        if (const auto id = m_slots.likely(name.hash); id != 0) {
            __builtin_prefetch(m_texts[id].data());
        }
    }

    /// 0 when it is not there.
    [[nodiscard]] Id find(std::string_view text) const noexcept;

    [[nodiscard]] std::string_view operator[](Id id) const noexcept { return m_texts[id]; }

    /// Ids are 0 to size() - 1.
    [[nodiscard]] std::size_t size() const noexcept { return m_texts.size(); }

private:
    [[nodiscard]] std::string_view keep(std::string_view text);
    IdSlots m_slots;
    Column<std::string_view> m_texts;
    Column<std::uint64_t> m_hashes;
    std::vector<std::shared_ptr<char[]>> m_arena;
    std::size_t m_left = 0;
    char* m_next = nullptr;
};

class AddressTable
{
public:
    AddressTable();

    [[nodiscard]] Id intern(const net::IpAddress& address) { return intern(HashedAddress(address)); }

    [[nodiscard]] Id intern(const HashedAddress& address);

    void prefetchSlot(const HashedAddress& address) const noexcept { m_slots.prefetch(address.hash); }

    void prefetchEntry(const HashedAddress& address) const noexcept
    {
        if (const auto id = m_slots.likely(address.hash); id != 0) {
            __builtin_prefetch(&m_addresses[id]);
        }
    }

    /// Nothing for 0.
    [[nodiscard]] std::optional<net::IpAddress> operator[](Id id) const noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return m_addresses.size(); }

private:
    IdSlots m_slots;
    Column<net::IpAddress::Bytes> m_addresses;
    Column<std::uint64_t> m_hashes;
};

} // namespace maillog
