// SPDX-License-Identifier: GPL-3.0-or-later
// Names and addresses kept once and called by number. Nearly all the time of it goes into waiting for memory
// (MAILLOG.md 3: interning is the limit, not reading): a name is found in two steps, its slot and its text
// with the number beside it, hashes come ready, and both steps can be fetched ahead.
#pragma once

#include "core/base/prefetch.h"
#include "core/maillog/column.h"
#include "core/net/ip_address.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

/// A number of a StringTable or AddressTable; 0 is "none", the empty text.
using Id = std::uint32_t;

/// The same in every process: for what is kept on disk.
[[nodiscard]] std::uint64_t hashBytes(const char* data, std::size_t size) noexcept;
/// Another one in every process: whoever sends mail chooses names, and must not choose their places in a
/// table.
[[nodiscard]] std::uint32_t hashName(std::string_view name) noexcept;

/// A text with its hash, for a table to come; an empty one is in no table.
struct HashedText
{
    HashedText() = default;

    explicit HashedText(std::string_view hashed) noexcept
        : text(hashed), hash(hashed.empty() ? 0 : hashName(hashed))
    {
    }

    std::string_view text;
    std::uint32_t hash = 0;
};

[[nodiscard]] inline bool isMappedV4(const net::IpAddress::Bytes& bytes) noexcept
{
    constexpr std::array<std::uint8_t, 12> prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return std::memcmp(bytes.data(), prefix.data(), prefix.size()) == 0;
}

/// An IPv4-mapped address counts as the IPv4 address.
struct HashedAddress
{
    explicit HashedAddress(const net::IpAddress& address) noexcept : HashedAddress(address.mappedBytes()) {}

    explicit HashedAddress(const net::IpAddress::Bytes& mapped) noexcept;

    net::IpAddress::Bytes bytes;
    std::uint32_t hash;
};

/// Open addressing from a hash to a number that is not 0; equality of the entries is the owner's business.
class HashSlots
{
public:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t value = 0; ///< 0: free
    };

    HashSlots();

    /// The slot of an entry for which `same(value)` holds, or the free one where it belongs.
    template <class Same>
    [[nodiscard]] Slot& probe(std::uint32_t hash, const Same& same) noexcept
    {
        std::size_t at = hash & m_mask;
        while (m_slots[at].value != 0 && !(m_slots[at].hash == hash && same(m_slots[at].value))) {
            at = (at + 1) & m_mask;
        }
        return m_slots[at];
    }

    template <class Same>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, const Same& same) const noexcept
    {
        return const_cast<HashSlots*>(this)->probe(hash, same).value; // probing changes nothing
    }

    void prefetch(std::uint32_t hash) const noexcept { base::prefetch(&m_slots[hash & m_mask]); }

    /// Most certainly the entry's value; 0 when it is not there.
    [[nodiscard]] std::uint32_t likely(std::uint32_t hash) const noexcept
    {
        return find(hash, [](std::uint32_t) { return true; });
    }

    /// Makes room before entry number `count` is added.
    void reserve(std::size_t count)
    {
        if (count * 4 >= m_slots.size() * 3) {
            grow();
        }
    }

    /// Empty, with room for so many.
    void clear(std::size_t count);

private:
    void grow();
    std::vector<Slot> m_slots;
    std::size_t m_mask;
};

/// A copy shares the texts; its index is made when it is first needed.
class StringTable
{
public:
    StringTable();
    StringTable(const StringTable& other);
    StringTable& operator=(const StringTable& other);
    StringTable(StringTable&&) noexcept = default;
    StringTable& operator=(StringTable&&) noexcept = default;
    ~StringTable() = default;

    [[nodiscard]] Id intern(std::string_view text) { return intern(HashedText(text)); }

    [[nodiscard]] Id intern(const HashedText& name);

    using Hashed = HashedText;

    [[nodiscard]] Hashed hashed(Id id) const noexcept { return Hashed((*this)[id]); }

    /// 0 when it is not there. Takes long in a table that has no index.
    [[nodiscard]] Id find(std::string_view text) const noexcept;

    /// To be called some time before intern(), in this order.
    void prefetchSlot(const HashedText& name) const noexcept { m_slots.prefetch(name.hash); }

    void prefetchEntry(const HashedText& name) const noexcept
    {
        if (const auto place = m_slots.likely(name.hash); place != 0) {
            const char* const entry = entryAt(place);
            base::prefetch(entry);
            base::prefetch(entry + sizeof(Head) + name.text.size() - 1); // may lie in the next line
        }
    }

    [[nodiscard]] std::string_view operator[](Id id) const noexcept { return textAt(m_places[id]); }

    /// Ids are 0 to size() - 1.
    [[nodiscard]] std::size_t size() const noexcept { return m_places.size(); }

    /// Names that lie side by side, to be searched all at once: other bytes stand between the texts.
    struct Run
    {
        Id first = 0;
        Id end = 0;
        std::string_view bytes;
    };

    [[nodiscard]] std::size_t runCount() const noexcept { return m_pieces.size(); }

    [[nodiscard]] Run run(std::size_t number) const noexcept;
    /// The name to which a place of the run belongs: `from` or one behind it.
    [[nodiscard]] Id nameAt(const Run& run, std::size_t offset, Id from) const noexcept;
    /// Where in the run the next name begins.
    [[nodiscard]] std::size_t endOf(const Run& run, Id id) const noexcept;

    /// Of a name in a run, with all that belongs to it.
    [[nodiscard]] static constexpr std::size_t entrySize(std::size_t length) noexcept
    {
        return (sizeof(Head) + length + alignment - 1) / alignment * alignment;
    }

    /// What addRun() takes: as a name with this number lies in a run, behind which others may lie.
    static void appendEntry(std::string& run, Id id, std::string_view text);
    static constexpr std::size_t runSize = std::size_t{256} << 10U;
    /// All names of a run whose numbers follow those that are there; false when it is no such run. The bytes
    /// are `size`, with room for `runSize` at least.
    [[nodiscard]] bool addRun(std::shared_ptr<char[]> bytes, std::size_t size);
    /// For the names that came by addRun(); false when it was stopped.
    bool index(const std::atomic<bool>& stopped);

private:
    /// In units of `alignment` from the start of all pieces; 0 is the empty text.
    using Place = std::uint32_t;

    /// Stands in front of the text.
    struct Head
    {
        Id id;
        std::uint32_t length;
    };

    static constexpr std::size_t alignment = alignof(Head) * 2;
    static constexpr std::size_t pieceSize = runSize;
    static constexpr std::size_t placesInPiece = pieceSize / alignment;

    [[nodiscard]] const char* entryAt(Place place) const noexcept
    {
        return m_pieces[place / placesInPiece].get() + place % placesInPiece * alignment;
    }

    [[nodiscard]] Head headAt(Place place) const noexcept;

    [[nodiscard]] std::string_view textAt(Place place) const noexcept
    {
        return {entryAt(place) + sizeof(Head), headAt(place).length};
    }

    [[nodiscard]] Place keep(Id id, std::string_view text);

    HashSlots m_slots;         ///< to places
    std::size_t m_indexed = 1; ///< names that are in m_slots, and 0
    Column<Place> m_places;
    std::vector<std::shared_ptr<char[]>> m_pieces; ///< one entry each when it is larger than a piece
    std::size_t m_used = pieceSize;                ///< of the last piece
};

/// A copy shares the addresses; its index is made when it is first needed.
class AddressTable
{
public:
    AddressTable();

    AddressTable(const AddressTable& other) : m_addresses(other.m_addresses) {}

    AddressTable& operator=(const AddressTable& other) { return *this = AddressTable(other); }

    AddressTable(AddressTable&&) noexcept = default;
    AddressTable& operator=(AddressTable&&) noexcept = default;
    ~AddressTable() = default;

    [[nodiscard]] Id intern(const net::IpAddress& address) { return intern(HashedAddress(address)); }

    [[nodiscard]] Id intern(const HashedAddress& address);

    using Hashed = HashedAddress;

    [[nodiscard]] Hashed hashed(Id id) const noexcept { return Hashed(m_addresses[id]); }

    void prefetchSlot(const HashedAddress& address) const noexcept { m_slots.prefetch(address.hash); }

    void prefetchEntry(const HashedAddress& address) const noexcept
    {
        base::prefetch(&m_addresses[m_slots.likely(address.hash)]);
    }

    /// Nothing for 0.
    [[nodiscard]] std::optional<net::IpAddress> operator[](Id id) const noexcept;

    /// IPv4 in its mapped form.
    [[nodiscard]] const net::IpAddress::Bytes& bytes(Id id) const noexcept { return m_addresses[id]; }

    /// Calls `visit(id, bytes)` for the addresses from `begin` to `end`.
    template <class Visit>
    void forEach(std::size_t begin, std::size_t end, const Visit& visit) const
    {
        constexpr auto pieceSize = Column<net::IpAddress::Bytes>::pieceSize;
        for (auto id = std::max<std::size_t>(begin, 1); id < end;) {
            const auto piece = m_addresses.piece(id / pieceSize);
            const auto first = id / pieceSize * pieceSize;
            for (const auto last = std::min(end, first + piece.size()); id < last; ++id) {
                visit(static_cast<Id>(id), piece[id - first]);
            }
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_addresses.size(); }

    /// Without looking whether they are there; index() is to follow.
    void add(std::span<const net::IpAddress::Bytes> mapped) { m_addresses.append(mapped); }

    /// False when it was stopped.
    bool index(const std::atomic<bool>& stopped);

private:
    HashSlots m_slots;
    std::size_t m_indexed = 1;                 ///< addresses that are in m_slots, and 0
    Column<net::IpAddress::Bytes> m_addresses; ///< IPv4 in its mapped form
};

} // namespace maillog
