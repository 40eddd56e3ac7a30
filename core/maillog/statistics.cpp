// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/statistics.h"

#include "core/maillog/in_halves.h"
#include "core/maillog/timestamp.h"
#include "core/net/network.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <queue>
#include <set>
#include <unordered_map>

namespace maillog {

namespace {

constexpr std::int64_t hourSeconds = 3600;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Hours of the wall clock since 1970, with the offset they were read with.
struct WallHour
{
    std::int64_t hour;
    std::int16_t offset;
    friend auto operator<=>(const WallHour&, const WallHour&) noexcept = default;
};

WallHour wallHour(std::int64_t time, std::int16_t offset) noexcept
{
    return {floorDivide(floorDivide(time, 1000) + offset * 60, hourSeconds), offset};
}

std::string hourName(std::int64_t hour)
{
    const auto day = floorDivide(hour, 24);
    const auto date = civilFromDays(day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}", date.year, date.month, date.day, hour - day * 24);
}

std::string offsetName(int minutes)
{
    const int size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

/// The hours that a host's clock went through twice, told from offsets that its stamps print: before such an
/// hour only the larger offset, after it only the smaller one. A host that prints now this, now that never
/// fits.
class RepeatedHours
{
public:
    void add(Id host, const WallHour& hour) { m_hosts[host].insert(hour); }

    [[nodiscard]] std::set<WallHour> find() const
    {
        std::set<WallHour> repeated;
        for (const auto& [host, hours] : m_hosts) {
            for (const auto& hour : hours) {
                const auto next = hours.upper_bound(hour);
                if (next != hours.end() && next->hour == hour.hour && next->offset - hour.offset <= 120 &&
                    isTurn(hours, *next, hour)) {
                    repeated.insert(hour);
                    repeated.insert(*next);
                }
            }
        }
        return repeated;
    }

private:
    static bool isTurn(const std::set<WallHour>& hours, const WallHour& summer, const WallHour& winter)
    {
        return !hours.contains({winter.hour - 1, winter.offset}) &&
               !hours.contains({summer.hour + 1, summer.offset});
    }

    std::unordered_map<Id, std::set<WallHour>> m_hosts;
};

bool hasSeveralOffsets(const Columns& c, const RowSet& rows)
{
    bool several = false;
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto offsets = c.offset.piece(piece);
        const auto first = c.offset[rows[0]];
        for (std::size_t i = 0; i < places.size(); ++i) {
            several |= offsets[places[i]] != first;
        }
    });
    return several;
}

std::map<std::string, ResultCounts> countHours(const Columns& c, const RowSet& rows)
{
    std::map<WallHour, ResultCounts> hours;
    std::set<WallHour> repeatedByZone;
    RepeatedHours repeatedByOffset;
    const bool severalOffsets = hasSeveralOffsets(c, rows);
    ResultCounts* current = nullptr;
    WallHour currentHour{INT64_MIN, 0};
    std::int64_t hourStart = 0; // UTC milliseconds: most rows are in the hour of the row before
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto times = c.time.piece(piece);
        const auto offsets = c.offset.piece(piece);
        const auto results = c.result.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        const auto flags = c.flags.piece(piece);
        const auto hosts = c.host.piece(piece);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            if (results[at] == noResult) {
                continue;
            }
            const bool isSameHour = current != nullptr && offsets[at] == currentHour.offset &&
                                    times[at] >= hourStart && times[at] < hourStart + hourSeconds * 1000;
            if (!isSameHour) {
                currentHour = wallHour(times[at], offsets[at]);
                hourStart = (currentHour.hour * hourSeconds - currentHour.offset * 60) * 1000;
                current = &hours[currentHour];
            }
            (*current)[results[at]] += repeats[at];
            if ((flags[at] & RepeatedHour) != 0) {
                repeatedByZone.insert(currentHour);
            } else if (severalOffsets) {
                repeatedByOffset.add(hosts[at], currentHour);
            }
        }
    });
    auto repeated = repeatedByOffset.find();
    repeated.merge(repeatedByZone);
    std::map<std::string, ResultCounts> named;
    for (const auto& [hour, counts] : hours) {
        auto name = hourName(hour.hour);
        if (repeated.contains(hour)) {
            name += offsetName(hour.offset);
        }
        auto& sum = named[name];
        for (std::size_t result = 0; result < counts.size(); ++result) {
            sum[result] += counts[result];
        }
    }
    return named;
}

/// The column that a top list counts, and what its numbers stand for.
struct Counted
{
    const Column<Id>* column = nullptr;
    std::size_t idCount = 0;
    std::function<std::string(Id)> name;
    std::vector<Id> groups; ///< of the numbers in the column; empty: each its own
};

template <class Table>
Counted counted(const Column<Id>& column, const Table& names)
{
    return {&column, names.size(), [&names](Id id) { return std::string(names[id]); }, {}};
}

Counted countedAddresses(const Log& log)
{
    const auto& addresses = log.addresses();
    return {&log.columns().address,
            addresses.size(),
            [&addresses](Id id) { return addresses[id]->toString(); },
            {}};
}

constexpr int v4Prefix = 24;
constexpr int v6Prefix = 64;

net::IpAddress::Bytes networkOf(net::IpAddress::Bytes address) noexcept
{
    const std::size_t hostBytes =
        static_cast<std::size_t>(isMappedV4(address) ? 32 - v4Prefix : 128 - v6Prefix) / 8;
    std::fill(address.end() - static_cast<std::ptrdiff_t>(hostBytes), address.end(), std::uint8_t{0});
    return address;
}

Counted countedNetworks(const Log& log)
{
    const auto& addresses = log.addresses();
    AddressTable networks;
    Counted result{&log.columns().address, 0, {}, std::vector<Id>(addresses.size())};
    std::vector<HashedAddress> some;
    constexpr std::size_t together = 64; // so many are fetched while the first is looked up
    for (Id id = 1; id < addresses.size();) {
        for (some.clear(); some.size() < together && id < addresses.size(); ++id) {
            networks.prefetchSlot(some.emplace_back(networkOf(addresses.bytes(id))));
        }
        for (const auto& network : some) {
            networks.prefetchEntry(network);
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            result.groups[id - some.size() + i] = networks.intern(some[i]);
        }
    }
    result.idCount = networks.size();
    result.name = [networks = std::move(networks)](Id id) {
        const auto address = *networks[id];
        return net::Network(address, address.isV4() ? v4Prefix : v6Prefix).toString();
    };
    return result;
}

Counted countedField(const Log& log, TopField field)
{
    const auto& c = log.columns();
    switch (field) {
    case TopField::Domain:
        return counted(c.domain, log.domains());
    case TopField::Address:
        return countedAddresses(log);
    case TopField::Network:
        return countedNetworks(log);
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

using Tally = std::vector<std::uint64_t>; ///< checks by id; id 0 is no name

/// Calls `add(id, result, action, repeat)` for the checks among the numbers `begin` to `end` of the rows, and
/// `fetch(id)` some time before.
template <class Fetch, class Add>
void forEachCheck(const Columns& c, const Counted& counted, const RowSet& rows, std::size_t begin,
                  std::size_t end, const Fetch& fetch, const Add& add)
{
    constexpr std::size_t ahead = 16;
    const Id* const groups = counted.groups.empty() ? nullptr : counted.groups.data();
    rows.forEachPiece(begin, end, [&](std::size_t piece, const auto& places) {
        const auto ids = counted.column->piece(piece);
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            if (groups != nullptr && i + 2 * ahead < places.size()) {
                __builtin_prefetch(groups + ids[places[i + 2 * ahead]]);
            }
            if (i + ahead < places.size()) {
                const Id id = ids[places[i + ahead]];
                fetch(groups == nullptr ? id : groups[id]);
            }
            if (results[at] != noResult) {
                add(groups == nullptr ? ids[at] : groups[ids[at]], results[at], actions[at], repeats[at]);
            }
        }
    });
}

Tally tallyOf(const Columns& c, const Counted& counted, const RowSet& rows)
{
    std::array<Tally, 2> halves;
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        auto& tally = halves[half];
        tally.resize(counted.idCount);
        std::uint64_t* const counts = tally.data();
        forEachCheck(
            c, counted, rows, begin, end, [counts](Id id) { __builtin_prefetch(counts + id, 1); },
            [counts](Id id, std::uint8_t, Action, std::uint32_t repeat) { counts[id] += repeat; });
    });
    auto& tally = halves[0];
    for (std::size_t id = 0; id < halves[1].size(); ++id) {
        tally[id] += halves[1][id];
    }
    return std::move(tally);
}

std::uint64_t distinctIn(const Tally& tally) noexcept
{
    return static_cast<std::uint64_t>(
        std::count_if(tally.begin() + 1, tally.end(), [](std::uint64_t count) { return count != 0; }));
}

template <class Counts>
void addCounts(Counts& to, const Counts& counts) noexcept
{
    std::transform(counts.begin(), counts.end(), to.begin(), to.begin(), std::plus<>());
}

/// The largest, with their names, in order.
struct NamedId
{
    Id id;
    NamedCount named;
};

std::vector<NamedId> largestOf(const Tally& tally, const Counted& counted, std::size_t topCount)
{
    // Only names that can be among the first are made: those not below the count of the last place.
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> largest;
    std::uint64_t least = 1;
    for (auto count = tally.begin() + 1; count != tally.end() && topCount > 0; ++count) {
        if (*count >= least) {
            largest.push(*count);
        }
        if (largest.size() > topCount) {
            largest.pop();
            least = largest.top();
        }
    }
    std::vector<NamedId> names;
    for (std::size_t id = 1; id < tally.size() && topCount > 0; ++id) {
        if (tally[id] >= least) {
            names.push_back({static_cast<Id>(id), {counted.name(static_cast<Id>(id)), tally[id]}});
        }
    }
    std::sort(names.begin(), names.end(), [](const NamedId& a, const NamedId& b) {
        return a.named.count != b.named.count ? a.named.count > b.named.count : a.named.name < b.named.name;
    });
    names.resize(std::min(names.size(), topCount));
    return names;
}

std::vector<NamedCount> namedCounts(const Tally& tally, const Counted& counted, std::size_t topCount)
{
    std::vector<NamedCount> list;
    for (auto& entry : largestOf(tally, counted, topCount)) {
        list.push_back(std::move(entry.named));
    }
    return list;
}

} // namespace

Summary summarize(const Log& log, const RowSet& rows, std::size_t topCount)
{
    const auto& c = log.columns();
    Summary summary;
    summary.lines = log.totalCounts();
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        const auto guessed = c.guessed.piece(piece);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            const std::uint64_t count = repeats[at];
            if (results[at] != noResult) {
                summary.checks += count;
                summary.byResult[results[at]] += count;
            } else if (actions[at] == Action::Skip) {
                summary.skips += count;
            } else {
                continue; // an unreadable line, counted as such
            }
            summary.byAction[static_cast<std::size_t>(actions[at])] += count;
            summary.guessed += guessed[at] != 0 ? count : 0;
        }
    });
    summary.byHour = countHours(c, rows);
    const auto domains = countedField(log, TopField::Domain);
    const auto byDomain = tallyOf(c, domains, rows);
    summary.distinctDomains = distinctIn(byDomain);
    summary.topDomains = namedCounts(byDomain, domains, topCount);
    const auto addresses = countedField(log, TopField::Address);
    const auto byAddress = tallyOf(c, addresses, rows);
    summary.distinctAddresses = distinctIn(byAddress);
    summary.topAddresses = namedCounts(byAddress, addresses, topCount);
    return summary;
}

std::vector<NamedCount> topList(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    const auto counted = countedField(log, field);
    return namedCounts(tallyOf(log.columns(), counted, rows), counted, topCount);
}

std::vector<TopEntry> topEntries(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    // Results and actions are counted for the few that are shown: for all of them they would fill the memory.
    const auto& c = log.columns();
    const auto counted = countedField(log, field);
    const auto largest = largestOf(tallyOf(c, counted, rows), counted, topCount);
    std::vector<TopEntry> entries;
    std::unordered_map<Id, std::size_t> entryOf;
    std::vector<bool> isShown(counted.idCount); // a bit each stays in the cache
    for (const auto& [id, named] : largest) {
        entryOf.emplace(id, entries.size());
        entries.push_back({named.name, {}, {}, named.count});
        isShown[id] = true;
    }
    std::array<std::vector<TopEntry>, 2> halves{entries, entries};
    inHalves(rows.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        forEachCheck(
            c, counted, rows, begin, end, [](Id) {},
            [&](Id id, std::uint8_t result, Action action, std::uint32_t repeat) {
                if (isShown[id]) {
                    auto& entry = halves[half][entryOf.find(id)->second];
                    entry.byResult[result] += repeat;
                    entry.byAction[static_cast<std::size_t>(action)] += repeat;
                }
            });
    });
    for (std::size_t i = 0; i < entries.size(); ++i) {
        addCounts(halves[0][i].byResult, halves[1][i].byResult);
        addCounts(halves[0][i].byAction, halves[1][i].byAction);
    }
    return std::move(halves[0]);
}

std::optional<TimeRange> timeRange(const Log& log, const RowSet& rows)
{
    if (rows.size() == 0) {
        return std::nullopt;
    }
    const auto& times = log.columns().time;
    TimeRange range{times[rows[0]], times[rows[0]]};
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto values = times.piece(piece);
        auto [first, last] = range;
        for (std::size_t i = 0; i < places.size(); ++i) {
            first = std::min(first, values[places[i]]);
            last = std::max(last, values[places[i]]);
        }
        range = {first, last};
    });
    return range;
}

std::optional<Histogram> histogram(const Log& log, const RowSet& rows, std::int64_t step, int offsetMinutes,
                                   std::size_t limit)
{
    const auto range = timeRange(log, rows);
    if (!range || limit == 0) {
        return std::nullopt;
    }
    const std::int64_t ahead = std::int64_t{offsetMinutes} * 60'000;
    Histogram result;
    result.step = std::max<std::int64_t>(step, 1);
    while (static_cast<std::size_t>((range->last - range->first) / result.step) + 2 > limit + 1) {
        result.step *= 2;
    }
    const auto bucketOf = [&](std::int64_t time) { return floorDivide(time + ahead, result.step); };
    const auto firstBucket = bucketOf(range->first);
    result.start = firstBucket * result.step - ahead;
    result.buckets.resize(static_cast<std::size_t>(bucketOf(range->last) - firstBucket) + 1);
    const auto& c = log.columns();
    rows.forEachPiece(0, rows.size(), [&](std::size_t piece, const auto& places) {
        const auto times = c.time.piece(piece);
        const auto results = c.result.piece(piece);
        const auto actions = c.action.piece(piece);
        const auto repeats = c.repeat.piece(piece);
        Histogram::Bucket* bucket = nullptr;
        std::int64_t start = 0; // most rows are in the bucket of the row before, and dividing takes long
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto at = places[i];
            if (bucket == nullptr || times[at] < start || times[at] - start >= result.step) {
                const auto number = bucketOf(times[at]) - firstBucket;
                bucket = &result.buckets[static_cast<std::size_t>(number)];
                start = result.start + number * result.step;
            }
            const bool isCheck = results[at] != noResult;
            if (isCheck) {
                bucket->byResult[results[at]] += repeats[at];
            }
            if (isCheck || actions[at] == Action::Skip) {
                bucket->byAction[static_cast<std::size_t>(actions[at])] += repeats[at];
            }
        }
    });
    return result;
}

} // namespace maillog
