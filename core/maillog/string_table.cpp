// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/string_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>
#include <span>
#include <utility>

namespace maillog {

namespace {

constexpr std::uint64_t multiplier = 0x9E37'79B9'7F4A'7C15;

template <class Word>
std::uint64_t load(const void* data) noexcept
{
    Word word = 0;
    std::memcpy(&word, data, sizeof word);
    return word;
}

/// Both halves of the product of 128 bits.
std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept
{
    return fold(a ^ multiplier, b ^ 0xD6E8'FEB8'6659'FD93);
}

std::uint64_t seedOfProcess()
{
    static const std::uint64_t seed = [] {
        std::random_device random;
        return std::uint64_t{random()} << 32U | random();
    }();
    return seed;
}

std::uint64_t hash16(const net::IpAddress::Bytes& bytes) noexcept
{
    const auto seed = seedOfProcess();
    return mix(load<std::uint64_t>(bytes.data()) ^ seed,
               load<std::uint64_t>(bytes.data() + 8) ^ std::rotl(seed, 32));
}

[[gnu::always_inline]] inline std::uint64_t hashFrom(std::uint64_t hash, const char* data,
                                                     std::size_t size) noexcept
{
    // Words that overlap at the end make a loop over single bytes needless.
    while (size > 16) {
        hash = mix(hash ^ load<std::uint64_t>(data), load<std::uint64_t>(data + 8));
        data += 16;
        size -= 16;
    }
    if (size >= 8) {
        return mix(hash ^ load<std::uint64_t>(data), load<std::uint64_t>(data + size - 8));
    }
    if (size >= 4) {
        return mix(hash ^ load<std::uint32_t>(data), load<std::uint32_t>(data + size - 4));
    }
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < size; ++i) {
        rest = rest << 8U | static_cast<unsigned char>(data[i]);
    }
    return mix(hash, rest);
}

/// Names are looked up so many at a time: each waits for memory.
constexpr std::size_t together = 32;

} // namespace

std::uint64_t hashBytes(const char* data, std::size_t size) noexcept
{
    // No size may make the first factor 0, which would lose the bytes.
    return hashFrom(size + 0xA076'1D64'78BD'642F, data, size);
}

std::uint32_t hashName(std::string_view name) noexcept
{
    return static_cast<std::uint32_t>(hashFrom(name.size() + seedOfProcess(), name.data(), name.size()) >>
                                      32U);
}

HashedAddress::HashedAddress(const net::IpAddress::Bytes& mapped) noexcept
    : bytes(mapped), hash(static_cast<std::uint32_t>(hash16(bytes) >> 32U))
{
}

HashSlots::HashSlots() : m_slots(1024), m_mask(1023) {}

void HashSlots::grow()
{
    const auto old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    m_mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (slot.value != 0) {
            probe(slot.hash, [](std::uint32_t) { return false; }) = slot;
        }
    }
}

void HashSlots::clear(std::size_t count)
{
    m_slots.assign(std::bit_ceil(std::max<std::size_t>(count * 4 / 3 + 2, 1024)), {});
    m_mask = m_slots.size() - 1;
}

StringTable::StringTable()
{
    m_places.push(keep(0, {}));
}

// What it adds goes into a piece of its own: the rest of the last one is the other table's.
StringTable::StringTable(const StringTable& other) : m_places(other.m_places), m_pieces(other.m_pieces) {}

StringTable& StringTable::operator=(const StringTable& other)
{
    return *this = StringTable(other);
}

StringTable::Head StringTable::headAt(Place place) const noexcept
{
    Head head{};
    std::memcpy(&head, entryAt(place), sizeof head);
    return head;
}

Id StringTable::intern(const HashedText& name)
{
    if (name.text.empty()) {
        return 0;
    }
    if (m_indexed != m_places.size()) [[unlikely]] {
        index(false);
    }
    m_slots.reserve(m_places.size() + 1);
    auto id = static_cast<Id>(m_places.size());
    auto& slot = m_slots.probe(name.hash, [&](Place place) {
        const auto head = headAt(place);
        const bool same = std::string_view(entryAt(place) + sizeof head, head.length) == name.text;
        id = same ? head.id : id;
        return same;
    });
    if (slot.value == 0) {
        slot = {name.hash, keep(id, name.text)};
        m_places.push(slot.value);
        ++m_indexed;
    }
    return id;
}

Id StringTable::find(std::string_view text) const noexcept
{
    if (m_indexed != m_places.size()) {
        for (Id id = 0; id < m_places.size(); ++id) {
            if ((*this)[id] == text) {
                return id;
            }
        }
        return 0;
    }
    const HashedText name(text);
    return text.empty()
               ? 0
               : headAt(m_slots.find(name.hash, [&](Place place) { return textAt(place) == text; })).id;
}

StringTable::Place StringTable::keep(Id id, std::string_view text)
{
    const auto size = entrySize(text.size());
    if (size > pieceSize - m_used) {
        m_pieces.emplace_back(new char[std::max(pieceSize, size)]()); // padding is searched with the texts
        m_used = 0;
    }
    const auto place = static_cast<Place>((m_pieces.size() - 1) * placesInPiece + m_used / alignment);
    char* const at = m_pieces.back().get() + m_used;
    const Head head{id, static_cast<std::uint32_t>(text.size())};
    std::memcpy(at, &head, sizeof head);
    std::copy(text.begin(), text.end(), at + sizeof head);
    m_used = std::min(pieceSize, m_used + size);
    return place;
}

void StringTable::appendEntry(std::string& run, Id id, std::string_view text)
{
    const Head head{id, static_cast<std::uint32_t>(text.size())};
    const auto end = run.size() + entrySize(text.size());
    run.append(reinterpret_cast<const char*>(&head), sizeof head);
    run.append(text);
    run.resize(end);
}

bool StringTable::addRun(std::shared_ptr<char[]> bytes, std::size_t size)
{
    const auto start = m_pieces.size() * placesInPiece;
    const char* const from = bytes.get();
    m_pieces.push_back(std::move(bytes));
    m_used = std::min(pieceSize, size);
    for (std::size_t at = 0; at < size;) {
        Head head{};
        if (size - at < sizeof head) {
            return false;
        }
        std::memcpy(&head, from + at, sizeof head);
        const bool fits = head.length <= size && entrySize(head.length) <= size - at && at < pieceSize;
        if (head.id != m_places.size() || !fits) {
            return false;
        }
        m_places.push(static_cast<Place>(start + at / alignment));
        at += entrySize(head.length);
    }
    return size > 0;
}

bool StringTable::index(const std::atomic<bool>& stopped)
{
    m_slots.clear(m_places.size());
    std::array<HashSlots::Slot, together> some;
    for (Id id = 1; id < m_places.size();) {
        const auto now = std::min<std::size_t>(together, m_places.size() - id);
        for (auto& slot : std::span(some).first(now)) {
            slot = {hashName((*this)[id]), m_places[id]};
            m_slots.prefetch(slot.hash);
            ++id;
        }
        for (const auto& slot : std::span(some).first(now)) {
            m_slots.probe(slot.hash, [](std::uint32_t) { return false; }) = slot;
        }
        if (stopped) {
            return false;
        }
    }
    m_indexed = m_places.size();
    return true;
}

StringTable::Run StringTable::run(std::size_t number) const noexcept
{
    const auto idFrom = [this](Place place) {
        Id low = 0;
        for (auto count = m_places.size(); count > 0;) {
            const auto half = count / 2;
            const bool isBefore = m_places[low + half] < place;
            low += static_cast<Id>(isBefore ? half + 1 : 0);
            count = isBefore ? count - half - 1 : half;
        }
        return low;
    };
    const auto start = static_cast<Place>(number * placesInPiece);
    Run run{idFrom(start), static_cast<Id>(m_places.size()), {}};
    if (number + 1 < m_pieces.size()) {
        run.end = idFrom(static_cast<Place>(start + placesInPiece));
    }
    run.bytes = {m_pieces[number].get(), 0};
    run.bytes = {m_pieces[number].get(), endOf(run, run.end - 1)};
    return run;
}

Id StringTable::nameAt(const Run& run, std::size_t offset, Id from) const noexcept
{
    const auto start = (m_places[run.first] / placesInPiece) * placesInPiece;
    const auto place = static_cast<Place>(start + offset / alignment);
    // Mostly the next one, or one not far away.
    Id step = 1;
    while (from + step < run.end && m_places[from + step] <= place) {
        from += step;
        step *= 2;
    }
    for (; step > 0; step /= 2) {
        from += from + step < run.end && m_places[from + step] <= place ? step : 0;
    }
    return from;
}

std::size_t StringTable::endOf(const Run& run, Id id) const noexcept
{
    const auto text = (*this)[id];
    const auto start = static_cast<std::size_t>(text.data() - run.bytes.data()) - sizeof(Head);
    return start + entrySize(text.size());
}

AddressTable::AddressTable()
{
    m_addresses.push({});
}

Id AddressTable::intern(const HashedAddress& address)
{
    if (m_indexed != m_addresses.size()) [[unlikely]] {
        index(false);
    }
    m_slots.reserve(m_addresses.size() + 1);
    auto& slot = m_slots.probe(address.hash, [&](Id id) { return m_addresses[id] == address.bytes; });
    if (slot.value == 0) {
        slot = {address.hash, static_cast<Id>(m_addresses.size())};
        m_addresses.push(address.bytes);
        ++m_indexed;
    }
    return slot.value;
}

bool AddressTable::index(const std::atomic<bool>& stopped)
{
    m_slots.clear(m_addresses.size());
    std::array<HashSlots::Slot, together> some;
    for (Id id = 1; id < m_addresses.size();) {
        const auto now = std::min<std::size_t>(together, m_addresses.size() - id);
        for (auto& slot : std::span(some).first(now)) {
            slot = {HashedAddress(m_addresses[id]).hash, id};
            m_slots.prefetch(slot.hash);
            ++id;
        }
        for (const auto& slot : std::span(some).first(now)) {
            m_slots.probe(slot.hash, [](std::uint32_t) { return false; }) = slot;
        }
        if (stopped) {
            return false;
        }
    }
    m_indexed = m_addresses.size();
    return true;
}

std::optional<net::IpAddress> AddressTable::operator[](Id id) const noexcept
{
    if (id == 0) {
        return std::nullopt;
    }
    return net::IpAddress::v6(m_addresses[id]).unmapped();
}

} // namespace maillog
