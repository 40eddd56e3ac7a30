// SPDX-License-Identifier: GPL-3.0-or-later
// Networks are counted from their addresses, which are fewer than the rows; results and actions for the few
// names that are shown: for all of them they would fill the memory.
#include "core/maillog/top_lists.h"

#include "core/maillog/in_halves.h"
#include "core/maillog/network_table.h"
#include "core/maillog/tally.h"

#include <functional>
#include <queue>
#include <utility>

namespace maillog {

namespace {

/// The column that a top list counts, and what its numbers stand for.
struct Counted
{
    const Column<Id>* column = nullptr;
    std::size_t idCount = 0;
    /// A view into the log, or into `scratch`.
    std::function<std::string_view(Id, std::string& scratch)> name;
};

Counted counted(const Column<Id>& column, const StringTable& names)
{
    return {&column, names.size(), [&names](Id id, std::string&) { return names[id]; }};
}

Counted countedAddresses(const Log& log)
{
    const auto& addresses = log.addresses();
    return {&log.columns().address, addresses.size(), [&addresses](Id id, std::string& scratch) {
                scratch = addresses[id]->toString();
                return std::string_view(scratch);
            }};
}

Counted countedField(const Log& log, TopField field)
{
    const auto& c = log.columns();
    switch (field) {
    case TopField::Domain:
        return counted(c.domain, log.domains());
    case TopField::Address:
    case TopField::Network:
        return countedAddresses(log);
    case TopField::Helo:
        return counted(c.helo, log.helos());
    case TopField::Sender:
        return counted(c.sender, log.mailboxes());
    case TopField::Recipient:
        return counted(c.recipient, log.mailboxes());
    case TopField::Host:
        return counted(c.host, log.hosts());
    case TopField::Rule:
        break;
    }
    return counted(c.rule, log.rules());
}

Tally tallyOf(const Columns& c, const Counted& counted, const RowSet& rows)
{
    constexpr std::size_t ahead = 16;
    std::array<Tally, 2> halves;
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        Tally tally(counted.idCount);
        rows.forEachPiece(begin, end, [&](std::size_t piece, const auto& places) {
            const auto ids = counted.column->piece(piece);
            const auto results = c.result.piece(piece);
            const auto repeats = c.repeat.piece(piece);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (i + ahead < places.size()) {
                    tally.fetch(ids[places[i + ahead]]);
                }
                const auto at = places[i];
                if (results[at] != noResult) {
                    tally.add(ids[at], repeats[at]);
                }
            }
        });
        halves[half] = std::move(tally);
    });
    if (halves[1].size() > 0) {
        halves[0].add(halves[1]);
    }
    return std::move(halves[0]);
}

/// One of the largest, with its name.
struct NamedId
{
    Id id;
    NamedCount named;
};

bool isBefore(const NamedId& a, const NamedId& b)
{
    return a.named.count != b.named.count ? a.named.count > b.named.count : a.named.name < b.named.name;
}

/// Of ids with the same count, those whose names come first: all names at the same time would fill the
/// memory where nothing occurs twice.
class FirstNames
{
public:
    explicit FirstNames(std::size_t most) : m_most(most) {}

    void add(Id id, std::uint64_t count, std::string_view name)
    {
        if (m_names.size() < m_most) {
            m_names.push({id, {std::string(name), count}});
        } else if (m_most > 0 && name < m_names.top().named.name) {
            m_names.pop();
            m_names.push({id, {std::string(name), count}});
        }
    }

    void moveTo(std::vector<NamedId>& list)
    {
        for (; !m_names.empty(); m_names.pop()) {
            list.push_back(m_names.top());
        }
    }

private:
    struct IsBefore
    {
        bool operator()(const NamedId& a, const NamedId& b) const { return isBefore(a, b); }
    };

    std::size_t m_most;
    std::priority_queue<NamedId, std::vector<NamedId>, IsBefore> m_names;
};

/// The largest in order.
std::vector<NamedId> largestOf(const Tally& tally, const Counted& counted, std::size_t topCount)
{
    if (topCount == 0) {
        return {};
    }
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> largest;
    std::uint64_t least = 0; // the count of the last place, once there are so many
    tally.forEachAbove(least, [&](Id, std::uint64_t count) {
        largest.push(count);
        if (largest.size() > topCount) {
            largest.pop();
        }
        least = largest.size() == topCount ? largest.top() : 0;
    });
    std::vector<NamedId> names;
    std::string scratch;
    tally.forEachAbove(least, [&](Id id, std::uint64_t count) {
        names.push_back({id, {std::string(counted.name(id, scratch)), count}});
    });
    if (least > 0) {
        FirstNames last(topCount - names.size());
        const std::uint64_t below = least - 1;
        tally.forEachAbove(below, [&](Id id, std::uint64_t count) {
            if (count == least) {
                last.add(id, count, counted.name(id, scratch));
            }
        });
        last.moveTo(names);
    }
    std::sort(names.begin(), names.end(), isBefore);
    return names;
}

struct NetworkCounts
{
    void add(const net::IpAddress::Bytes& address, std::uint64_t count)
    {
        const Id id = table.intern(address);
        if (id >= tally.size()) [[unlikely]] {
            tally.grow(table.size());
        }
        tally.add(id, count);
    }

    NetworkTable table;
    Tally tally;
};

/// Of the addresses that were counted.
NetworkCounts countNetworks(const AddressTable& addresses, const Tally& tally)
{
    std::array<NetworkCounts, 2> halves;
    inHalves(tally.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        NetworkCounts counts;
        addresses.forEach(begin, end, [&](Id id, const net::IpAddress::Bytes& address) {
            if (const auto count = tally[id]; count != 0) {
                counts.add(address, count);
            }
        });
        halves[half] = std::move(counts);
    });
    auto& [all, others] = halves;
    others.tally.forEachAbove(0, [&all = all, &others = others](Id id, std::uint64_t count) {
        all.add(others.table[id].address().mappedBytes(), count);
    });
    return std::move(all);
}

Counted counted(const NetworkTable& networks)
{
    return {nullptr, networks.size(), [&networks](Id id, std::string& scratch) {
                scratch = networks[id].toString();
                return std::string_view(scratch);
            }};
}

/// Which entry of a list an id belongs to; most belong to none, which is told by a bit each.
class EntryOf
{
public:
    explicit EntryOf(std::size_t ids) : m_belongs((ids + bits - 1) / bits) {}

    void add(Id id, std::size_t entry)
    {
        m_slots.reserve(++m_count + 1);
        const auto hash = hashOf(id);
        m_slots.probe(hash, [](std::uint32_t) { return true; }) = {hash,
                                                                   static_cast<std::uint32_t>(entry + 1)};
        m_belongs[id / bits] |= std::uint64_t{1} << id % bits;
    }

    [[nodiscard]] bool contains(Id id) const noexcept
    {
        return (m_belongs[id / bits] >> id % bits & 1U) != 0;
    }

    /// Of one that is contained.
    [[nodiscard]] std::size_t operator[](Id id) const noexcept { return m_slots.likely(hashOf(id)) - 1; }

private:
    static constexpr std::size_t bits = 64;

    /// An odd factor: different ids have different hashes.
    static std::uint32_t hashOf(Id id) noexcept { return id * 0x9E37'79B1U; }

    std::vector<std::uint64_t> m_belongs;
    HashSlots m_slots;
    std::size_t m_count = 0;
};

EntryOf entriesOf(const std::vector<NamedId>& shown, std::size_t ids)
{
    EntryOf entryOf(ids);
    for (std::size_t entry = 0; entry < shown.size(); ++entry) {
        entryOf.add(shown[entry].id, entry);
    }
    return entryOf;
}

/// The addresses of the networks that are shown.
EntryOf addressesOf(const std::vector<NamedId>& shown, const NetworkTable& networks,
                    const AddressTable& addresses, const Tally& tally)
{
    const auto networkEntry = entriesOf(shown, networks.size());
    std::array<std::vector<std::pair<Id, std::size_t>>, 2> halves;
    inHalves(tally.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        addresses.forEach(begin, end, [&](Id id, const net::IpAddress::Bytes& address) {
            const auto network = networks.find(address);
            if (networkEntry.contains(network)) {
                halves[half].emplace_back(id, networkEntry[network]);
            }
        });
    });
    EntryOf entryOf(tally.size());
    for (const auto& half : halves) {
        for (const auto& [id, entry] : half) {
            entryOf.add(id, entry);
        }
    }
    return entryOf;
}

template <class Counts>
void addCounts(Counts& to, const Counts& counts) noexcept
{
    std::transform(counts.begin(), counts.end(), to.begin(), to.begin(), std::plus<>());
}

/// Counts results and actions.
void countAll(const Columns& c, const Column<Id>& column, const RowSet& rows, const EntryOf& entryOf,
              std::vector<TopEntry>& entries)
{
    std::array<std::vector<TopEntry>, 2> halves{entries, entries};
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        auto& counted = halves[half];
        rows.forEachPiece(begin, end, [&](std::size_t piece, const auto& places) {
            const auto ids = column.piece(piece);
            const auto results = c.result.piece(piece);
            const auto actions = c.action.piece(piece);
            const auto repeats = c.repeat.piece(piece);
            for (std::size_t i = 0; i < places.size(); ++i) {
                const auto at = places[i];
                if (entryOf.contains(ids[at]) && results[at] != noResult) {
                    auto& entry = counted[entryOf[ids[at]]];
                    entry.byResult[results[at]] += repeats[at];
                    entry.byAction[static_cast<std::size_t>(actions[at])] += repeats[at];
                }
            }
        });
    });
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (const auto& half : halves) {
            addCounts(entries[i].byResult, half[i].byResult);
            addCounts(entries[i].byAction, half[i].byAction);
        }
    }
}

std::vector<NamedCount> withoutIds(std::vector<NamedId> names)
{
    std::vector<NamedCount> list;
    list.reserve(names.size());
    for (auto& entry : names) {
        list.push_back(std::move(entry.named));
    }
    return list;
}

} // namespace

CountedNames countNames(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    const auto ofRows = countedField(log, field);
    const auto tally = tallyOf(log.columns(), ofRows, rows);
    if (field == TopField::Network) {
        const auto networks = countNetworks(log.addresses(), tally);
        return {networks.tally.distinct(),
                withoutIds(largestOf(networks.tally, counted(networks.table), topCount))};
    }
    return {tally.distinct(), withoutIds(largestOf(tally, ofRows, topCount))};
}

std::vector<NamedCount> topList(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    return countNames(log, rows, field, topCount).top;
}

std::vector<TopEntry> topEntries(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    const auto& c = log.columns();
    const auto ofRows = countedField(log, field);
    const auto tally = tallyOf(c, ofRows, rows);
    std::vector<NamedId> largest;
    EntryOf entryOf(0);
    if (field == TopField::Network) {
        const auto networks = countNetworks(log.addresses(), tally);
        largest = largestOf(networks.tally, counted(networks.table), topCount);
        entryOf = addressesOf(largest, networks.table, log.addresses(), tally);
    } else {
        largest = largestOf(tally, ofRows, topCount);
        entryOf = entriesOf(largest, tally.size());
    }
    std::vector<TopEntry> entries;
    for (auto& [id, named] : largest) {
        entries.push_back({std::move(named.name), {}, {}, named.count});
    }
    countAll(c, *ofRows.column, rows, entryOf, entries);
    return entries;
}

} // namespace maillog
