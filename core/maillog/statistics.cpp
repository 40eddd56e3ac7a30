// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/statistics.h"

#include "core/maillog/timestamp.h"
#include "core/net/network.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace maillog {

namespace {

constexpr std::int64_t hourSeconds = 3600;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

bool isCheck(const Columns& c, Row row) noexcept
{
    return c.result[row] != noResult;
}

bool isSkip(const Columns& c, Row row) noexcept
{
    return c.action[row] == Action::Skip && !isCheck(c, row);
}

/// Hours of the wall clock since 1970, with the offset they were read with.
struct WallHour
{
    std::int64_t hour;
    std::int16_t offset;
    friend auto operator<=>(const WallHour&, const WallHour&) noexcept = default;
};

WallHour wallHour(const Columns& c, Row row) noexcept
{
    const auto offset = c.offset[row];
    return {floorDivide(floorDivide(c.time[row], 1000) + offset * 60, hourSeconds), offset};
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
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (c.offset[rows[i]] != c.offset[rows[0]]) {
            return true;
        }
    }
    return false;
}

std::map<std::string, ResultCounts> countHours(const Columns& c, const RowSet& rows)
{
    std::map<WallHour, ResultCounts> hours;
    std::set<WallHour> repeatedByZone;
    RepeatedHours repeatedByOffset;
    const bool severalOffsets = hasSeveralOffsets(c, rows);
    ResultCounts* current = nullptr;
    WallHour currentHour{INT64_MIN, 0};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row row = rows[i];
        if (!isCheck(c, row)) {
            continue;
        }
        const auto hour = wallHour(c, row);
        if (hour != currentHour) {
            current = &hours[hour];
            currentHour = hour;
        }
        (*current)[c.result[row]] += c.repeat[row];
        if ((c.flags[row] & RepeatedHour) != 0) {
            repeatedByZone.insert(hour);
        } else if (severalOffsets) {
            repeatedByOffset.add(c.host[row], hour);
        }
    }
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

/// Counts by id, then names the largest.
class Tally
{
public:
    explicit Tally(std::size_t size) : m_counts(size) {}

    void add(Id id, std::uint64_t count) noexcept { m_counts[id] += count; }

    /// Id 0 is no name.
    [[nodiscard]] std::uint64_t distinct() const noexcept
    {
        return static_cast<std::uint64_t>(std::count_if(m_counts.begin() + 1, m_counts.end(),
                                                        [](std::uint64_t count) { return count != 0; }));
    }

    template <class Name>
    [[nodiscard]] std::vector<NamedCount> top(std::size_t topCount, const Name& name) const
    {
        std::vector<std::uint64_t> sorted;
        for (std::size_t id = 1; id < m_counts.size(); ++id) {
            if (m_counts[id] != 0) {
                sorted.push_back(m_counts[id]);
            }
        }
        // Only names that can be among the first are made: those not below the count of the last place.
        std::uint64_t least = 1;
        if (topCount < sorted.size() && topCount > 0) {
            const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(topCount - 1);
            std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
            least = *last;
        }
        std::vector<NamedCount> names;
        for (std::size_t id = 1; id < m_counts.size(); ++id) {
            if (m_counts[id] >= least) {
                names.push_back({name(static_cast<Id>(id)), m_counts[id]});
            }
        }
        std::sort(names.begin(), names.end(), [](const NamedCount& a, const NamedCount& b) {
            return a.count != b.count ? a.count > b.count : a.name < b.name;
        });
        names.resize(std::min(names.size(), topCount));
        return names;
    }

private:
    std::vector<std::uint64_t> m_counts;
};

std::string networkOf(const net::IpAddress& address)
{
    constexpr int v4Prefix = 24;
    constexpr int v6Prefix = 64;
    return net::Network(address, address.isV4() ? v4Prefix : v6Prefix).withoutHostBits().toString();
}

std::vector<NamedCount> topNetworks(const Log& log, const RowSet& rows, std::size_t topCount)
{
    const auto& addresses = log.addresses();
    StringTable names;
    std::vector<Id> networkOfAddress(addresses.size());
    for (Id id = 1; id < addresses.size(); ++id) {
        networkOfAddress[id] = names.intern(networkOf(*addresses[id]));
    }
    Tally tally(names.size());
    const auto& c = log.columns();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isCheck(c, rows[i])) {
            tally.add(networkOfAddress[c.address[rows[i]]], c.repeat[rows[i]]);
        }
    }
    return tally.top(topCount, [&](Id id) { return std::string(names[id]); });
}

Tally tallyOf(const Log& log, const RowSet& rows, const Column<Id>& column, std::size_t size)
{
    const auto& c = log.columns();
    Tally tally(size);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row row = rows[i];
        if (isCheck(c, row)) {
            tally.add(column[row], c.repeat[row]);
        }
    }
    return tally;
}

std::vector<NamedCount> topNames(const Log& log, const RowSet& rows, const Column<Id>& column,
                                 const StringTable& names, std::size_t topCount)
{
    return tallyOf(log, rows, column, names.size()).top(topCount, [&](Id id) {
        return std::string(names[id]);
    });
}

} // namespace

Summary summarize(const Log& log, const RowSet& rows, std::size_t topCount)
{
    const auto& c = log.columns();
    Summary summary;
    summary.lines = log.totalCounts();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row row = rows[i];
        const std::uint64_t count = c.repeat[row];
        if (isSkip(c, row)) {
            summary.skips += count;
        } else if (isCheck(c, row)) {
            summary.checks += count;
            summary.byResult[c.result[row]] += count;
        } else {
            continue; // an unreadable line, counted as such
        }
        summary.byAction[static_cast<std::size_t>(c.action[row])] += count;
        summary.guessed += c.guessed[row] != 0 ? count : 0;
    }
    summary.byHour = countHours(c, rows);
    const auto domains = tallyOf(log, rows, c.domain, log.domains().size());
    summary.distinctDomains = domains.distinct();
    summary.topDomains = domains.top(topCount, [&](Id id) { return std::string(log.domains()[id]); });
    const auto addresses = tallyOf(log, rows, c.address, log.addresses().size());
    summary.distinctAddresses = addresses.distinct();
    summary.topAddresses = addresses.top(topCount, [&](Id id) { return log.addresses()[id]->toString(); });
    return summary;
}

std::vector<NamedCount> topList(const Log& log, const RowSet& rows, TopField field, std::size_t topCount)
{
    const auto& c = log.columns();
    switch (field) {
    case TopField::Domain:
        return topNames(log, rows, c.domain, log.domains(), topCount);
    case TopField::Address:
        return tallyOf(log, rows, c.address, log.addresses().size()).top(topCount, [&](Id id) {
            return log.addresses()[id]->toString();
        });
    case TopField::Network:
        return topNetworks(log, rows, topCount);
    case TopField::Helo:
        return topNames(log, rows, c.helo, log.helos(), topCount);
    case TopField::Sender:
        return topNames(log, rows, c.sender, log.mailboxes(), topCount);
    case TopField::Recipient:
        return topNames(log, rows, c.recipient, log.mailboxes(), topCount);
    case TopField::Host:
        return topNames(log, rows, c.host, log.hosts(), topCount);
    case TopField::Rule:
        break;
    }
    return topNames(log, rows, c.rule, log.rules(), topCount);
}

std::optional<TimeRange> timeRange(const Log& log, const RowSet& rows)
{
    if (rows.size() == 0) {
        return std::nullopt;
    }
    const auto& times = log.columns().time;
    TimeRange range{times[rows[0]], times[rows[0]]};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        range.first = std::min(range.first, times[rows[i]]);
        range.last = std::max(range.last, times[rows[i]]);
    }
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
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row row = rows[i];
        auto& bucket = result.buckets[static_cast<std::size_t>(bucketOf(c.time[row]) - firstBucket)];
        if (isCheck(c, row)) {
            bucket.byResult[c.result[row]] += c.repeat[row];
        }
        if (isCheck(c, row) || isSkip(c, row)) {
            bucket.byAction[static_cast<std::size_t>(c.action[row])] += c.repeat[row];
        }
    }
    return result;
}

} // namespace maillog
