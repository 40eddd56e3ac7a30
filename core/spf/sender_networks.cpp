// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/sender_networks.h"

#include <algorithm>
#include <numeric>

namespace spf {
namespace {

/// What a match inside of a record comes to: a result for the mail, or the end of the include with this
/// number.
struct Effect
{
    Qualifier qualifier = Qualifier::Pass;
    std::optional<std::size_t> include;
};

class Collector
{
public:
    Collector(SenderNetworks& senders, std::size_t limit) : m_senders(senders), m_limit(limit) {}

    void collect(const OutlineRecord& root)
    {
        collectRecord(root, nullptr);
        for (std::size_t i = 0; i < m_senders.networks.size(); ++i) {
            if (m_includes[i]) {
                m_senders.networks[i].goesOnAt = m_ends[*m_includes[i]];
            }
        }
    }

private:
    /// Of an include: what its record comes to when it passes, and when it does not.
    struct Included
    {
        Effect pass;
        Effect other;
    };

    void collectRecord(const OutlineRecord& record, const Included* included)
    {
        m_path.push_back(record.domain);
        for (const std::size_t number : record.evaluationOrder()) {
            m_place.push_back(number);
            collectTerm(record.terms[number], included);
            m_place.pop_back();
        }
        m_path.pop_back();
    }

    void collectTerm(const OutlineTerm& term, const Included* included)
    {
        Effect effect{term.qualifier, std::nullopt};
        if (included != nullptr) {
            effect = term.qualifier == Qualifier::Pass ? included->pass : included->other;
        }
        for (const OutlineNetwork& network : term.networks) {
            add(term, network, effect);
        }
        // What other senders get is no network: neither "-all" nor the end of an included record.
        const bool isPass = term.qualifier == Qualifier::Pass && !term.isModifier;
        if (term.name == "all" && isPass) {
            add(term, {net::Network(net::IpAddress(), 0), {}}, effect);
            add(term, {net::Network(net::IpAddress::v6({}), 0), {}}, effect);
        }
        for (const OutlineRecord& inner : term.record) {
            if (term.isModifier) {
                collectRecord(inner, included);
            } else {
                const std::size_t include = m_ends.size();
                m_ends.push_back(0);
                const Included one{effect, {Qualifier::Fail, include}};
                collectRecord(inner, &one);
                m_ends[include] = m_senders.networks.size();
            }
        }
    }

    void add(const OutlineTerm& term, const OutlineNetwork& network, const Effect& effect)
    {
        if (m_senders.networks.size() >= m_limit) {
            m_senders.isCut = true;
            return;
        }
        SenderNetwork one{network, effect.include ? term.qualifier : effect.qualifier, {}, m_path, m_place,
                          {}};
        one.path.push_back(term.text);
        m_senders.networks.push_back(std::move(one));
        m_includes.push_back(effect.include);
    }

    SenderNetworks& m_senders;
    std::size_t m_limit;
    std::vector<std::string> m_path;
    std::vector<std::size_t> m_place;
    std::vector<std::optional<std::size_t>> m_includes; ///< of each network: the include it ends
    std::vector<std::size_t> m_ends;                    ///< of each include: the first network behind it
};

/// Whether a client that matches `earlier` never comes to `later`.
bool decidesBefore(const std::vector<SenderNetwork>& all, std::size_t earlier, std::size_t later) noexcept
{
    return earlier < later && (!all[earlier].goesOnAt || later < *all[earlier].goesOnAt);
}

bool isAlike(const SenderNetwork& a, const SenderNetwork& b) noexcept
{
    return a.qualifier == b.qualifier && a.goesOnAt == b.goesOnAt;
}

/// Networks never overlap in part: sorted with the wider one first, those that hold one are a stack.
std::vector<std::size_t> sortedByPlace(const std::vector<net::Network>& networks)
{
    std::vector<net::IpAddress> firsts;
    for (const net::Network& network : networks) {
        firsts.push_back(network.first());
    }
    std::vector<std::size_t> order(networks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return firsts[a] != firsts[b] ? firsts[a] < firsts[b]
                                      : networks[a].prefixLength() < networks[b].prefixLength();
    });
    return order;
}

class Comparison
{
public:
    explicit Comparison(std::vector<SenderNetwork>& all) : m_all(all) {}

    void run()
    {
        std::vector<net::Network> networks;
        for (const SenderNetwork& one : m_all) {
            networks.push_back(one.network.network);
        }
        for (const std::size_t number : sortedByPlace(networks)) {
            while (!m_around.empty() && !networks[m_around.back()].contains(networks[number])) {
                m_around.pop_back();
            }
            if (!compare(number)) {
                m_around.push_back(number);
            }
        }
    }

private:
    /// Whether it says nothing that the networks around it do not say.
    bool compare(std::size_t number)
    {
        SenderNetwork& one = m_all[number];
        std::optional<std::size_t> decider;
        std::optional<std::size_t> same;
        std::optional<std::size_t> wider;
        for (const std::size_t outer : m_around) {
            const bool isSame = isAlike(m_all[outer], one);
            if (decidesBefore(m_all, outer, number)) {
                decider = std::min(decider.value_or(outer), outer);
                same = isSame && m_all[outer].network.network == one.network.network ? outer : same;
            } else if (outer > number && isSame) {
                wider = outer;
            } else if (decidesBefore(m_all, number, outer)) {
                m_all[outer].notes.push_back({SenderNote::Kind::Except, number});
            }
        }
        if (decider && !isAlike(m_all[*decider], one)) {
            one.notes.push_back({SenderNote::Kind::Overruled, *decider});
        } else if (same) {
            one.notes.push_back({SenderNote::Kind::Duplicate, *same});
        } else if (decider || wider) {
            one.notes.push_back({SenderNote::Kind::Inside, decider ? *decider : *wider});
        }
        return same.has_value();
    }

    std::vector<SenderNetwork>& m_all;
    std::vector<std::size_t> m_around; ///< networks that hold the one looked at
};

/// One distinct network with all its entries, in the order of the list.
struct Region
{
    net::Network network;
    std::vector<std::size_t> entries;
    bool passes = false;
};

/// Of clients in all of `around` and in nothing narrower.
bool passes(const std::vector<SenderNetwork>& all, const std::vector<Region>& around)
{
    std::vector<std::size_t> entries;
    for (const Region& region : around) {
        entries.insert(entries.end(), region.entries.begin(), region.entries.end());
    }
    std::ranges::sort(entries);
    std::size_t next = 0;
    for (const std::size_t entry : entries) {
        if (entry < next) {
            continue;
        }
        if (!all[entry].goesOnAt) {
            return all[entry].mayPass();
        }
        next = *all[entry].goesOnAt;
    }
    return false;
}

__extension__ typedef unsigned __int128 Wide; // 2^64 subnets are one too many for 64 bits

/// In addresses, or in /64s.
Wide sizeOf(const net::Network& network) noexcept
{
    return Wide{1} << ((network.address().isV4() ? 32 : 64) - network.prefixLength());
}

/// Adds the regions whose own verdict is pass and takes out the parts that are decided otherwise.
std::uint64_t count(const std::vector<SenderNetwork>& all, const std::vector<std::size_t>& entries,
                    const std::vector<net::Network>& networks)
{
    Wide sum = 0;
    std::vector<Region> around;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        while (!around.empty() && !around.back().network.contains(networks[entries[i]])) {
            around.pop_back();
        }
        Region region{networks[entries[i]], {entries[i]}};
        while (i + 1 < entries.size() && networks[entries[i + 1]] == region.network) {
            region.entries.push_back(entries[++i]);
        }
        const bool outerPasses = !around.empty() && around.back().passes;
        const net::Network network = region.network;
        around.push_back(std::move(region));
        around.back().passes = passes(all, around);
        if (around.back().passes != outerPasses) {
            sum += around.back().passes ? sizeOf(network) : 0 - sizeOf(network);
        }
    }
    return static_cast<std::uint64_t>(std::min(sum, Wide{UINT64_MAX}));
}

SenderTotals totalsOf(const std::vector<SenderNetwork>& all)
{
    std::vector<net::Network> networks;
    for (const SenderNetwork& one : all) {
        const net::Network& network = one.network.network;
        networks.push_back(network.address().isV4()
                               ? network
                               : net::Network(network.address(), std::min(network.prefixLength(), 64)));
    }
    std::vector<std::size_t> v4;
    std::vector<std::size_t> v6;
    for (const std::size_t number : sortedByPlace(networks)) {
        const net::Network& written = all[number].network.network;
        if (written.address().isV4()) {
            v4.push_back(number);
        } else if (written.prefixLength() <= 64 || all[number].mayPass()) {
            v6.push_back(number); // a part of a /64 that is refused leaves the rest of it
        }
    }
    SenderTotals totals;
    totals.networks = static_cast<std::size_t>(std::ranges::count_if(all, &SenderNetwork::mayPass));
    totals.ipv4Addresses = count(all, v4, networks);
    totals.ipv6Subnets64 = count(all, v6, networks);
    return totals;
}

} // namespace

std::string_view word(SenderNote::Kind kind) noexcept
{
    switch (kind) {
    case SenderNote::Kind::Duplicate:
        return "duplicate";
    case SenderNote::Kind::Inside:
        return "inside";
    case SenderNote::Kind::Overruled:
        return "overruled";
    case SenderNote::Kind::Except:
        break;
    }
    return "except";
}

SenderNetworks senderNetworks(const OutlineRecord& root, std::size_t limit)
{
    SenderNetworks senders;
    Collector(senders, limit).collect(root);
    Comparison(senders.networks).run();
    senders.totals = totalsOf(senders.networks);
    return senders;
}

} // namespace spf
