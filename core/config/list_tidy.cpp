// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/list_tidy.h"

#include "core/base/ascii.h"
#include "core/config/linter.h"
#include "core/config/list_lines.h"
#include "core/config/policy_config.h"
#include "core/net/network_set.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace config {

namespace {

constexpr std::size_t longestShown = 400; ///< of a line in the texts to compare

/// Labels from the right, so that a domain stands in front of its subdomains and beside its siblings.
std::string sortKey(const net::DomainPattern& pattern)
{
    std::string_view name = pattern.domain().ascii();
    std::string key;
    while (!name.empty()) {
        const auto dot = name.rfind('.');
        const std::string_view label = dot == std::string_view::npos ? name : name.substr(dot + 1);
        key.append(label).push_back('\x01');
        name = dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
    }
    return key + (pattern.kind() == net::DomainPattern::Kind::Exact ? '0' : '1');
}

/// What was said about an entry that goes, added to one that stays.
void takeNotes(ListEntry& to, ListEntry& from)
{
    if (to.beside.empty()) {
        to.beside = std::move(from.beside);
    } else if (!from.beside.empty() && base::trimmed(from.beside) != base::trimmed(to.beside)) {
        from.above.emplace_back(base::trimmed(from.beside));
    }
    for (std::string& line : from.above) {
        if (std::find(to.above.begin(), to.above.end(), line) == to.above.end()) {
            to.above.push_back(std::move(line));
        }
    }
}

class Tidying
{
public:
    Tidying(std::vector<ListEntry>& entries, KeyType type) : m_entries(entries), m_isGone(entries.size())
    {
        for (const ListEntry& entry : entries) {
            auto& network = m_networks.emplace_back();
            auto& pattern = m_patterns.emplace_back();
            if (type == KeyType::DomainList) {
                if (const auto read = net::DomainPattern::parse(entry.text)) {
                    pattern = *read;
                }
            } else if (const auto read = net::Network::parse(entry.text)) {
                network = comparable(*read);
            }
        }
    }

    std::size_t dropCovered();
    std::size_t aggregate();
    void sort();
    void finish();

private:
    void cover(const std::vector<std::optional<std::size_t>>& by);
    [[nodiscard]] std::vector<std::optional<std::size_t>> coveredNetworks() const;
    [[nodiscard]] std::vector<std::optional<std::size_t>> coveredDomains() const;
    void reorder(const std::vector<std::size_t>& order);

    std::vector<ListEntry>& m_entries;
    std::vector<std::optional<net::Network>> m_networks;
    std::vector<std::optional<net::DomainPattern>> m_patterns;
    std::vector<bool> m_isGone;
};

std::vector<std::optional<std::size_t>> Tidying::coveredNetworks() const
{
    net::NetworkSet set;
    for (std::size_t i = 0; i < m_networks.size(); ++i) {
        if (m_networks[i]) {
            set.insert(*m_networks[i], static_cast<std::uint32_t>(i));
        }
    }
    std::vector<std::optional<std::size_t>> by(m_networks.size());
    for (std::size_t i = 0; i < m_networks.size(); ++i) {
        if (!m_networks[i]) {
            continue;
        }
        by[i] = set.findCovering(*m_networks[i]);
        if (by[i] == i && m_networks[i]->prefixLength() > 0) {
            by[i] = set.findCovering({m_networks[i]->address(), m_networks[i]->prefixLength() - 1});
        }
    }
    return by;
}

std::vector<std::optional<std::size_t>> Tidying::coveredDomains() const
{
    PatternIndex index;
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        if (m_patterns[i]) {
            index.add(*m_patterns[i], i);
        }
    }
    std::vector<std::optional<std::size_t>> by(m_patterns.size());
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        if (!m_patterns[i]) {
            continue;
        }
        by[i] = index.covering(*m_patterns[i]);
        if (by[i] == i) {
            by[i] = index.widerThan(*m_patterns[i]);
        }
    }
    return by;
}

std::size_t Tidying::dropCovered()
{
    const auto networks = coveredNetworks();
    const auto domains = coveredDomains();
    std::unordered_map<std::string_view, std::size_t> unreadable;
    std::size_t dropped = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const auto& by = m_networks[i] ? networks : domains;
        std::optional<std::size_t> keeper = by[i];
        if (!m_networks[i] && !m_patterns[i]) {
            keeper = unreadable.try_emplace(m_entries[i].text, i).first->second;
        }
        if (!keeper || *keeper == i) {
            continue;
        }
        for (auto wider = by[*keeper]; wider && *wider != *keeper; wider = by[*keeper]) {
            keeper = wider; // that one goes, too
        }
        takeNotes(m_entries[*keeper], m_entries[i]);
        m_isGone[i] = true;
        ++dropped;
    }
    return dropped;
}

/// The first entry of each network found takes its place and the notes of the others.
std::size_t Tidying::aggregate()
{
    std::vector<net::Network> networks;
    for (std::size_t i = 0; i < m_networks.size(); ++i) {
        if (m_networks[i] && !m_isGone[i]) {
            networks.push_back(*m_networks[i]);
        }
    }
    const std::vector<net::Network> fewest = net::Network::aggregated(networks);
    net::NetworkSet set;
    for (std::size_t i = 0; i < fewest.size(); ++i) {
        set.insert(fewest[i], static_cast<std::uint32_t>(i));
    }
    std::vector<std::optional<std::size_t>> first(fewest.size());
    std::size_t merged = 0;
    for (std::size_t i = 0; i < m_networks.size(); ++i) {
        const auto number = m_networks[i] && !m_isGone[i] ? set.findCovering(*m_networks[i]) : std::nullopt;
        if (!number) {
            continue;
        }
        if (!first[*number]) {
            first[*number] = i;
            if (!(fewest[*number] == *m_networks[i])) {
                m_networks[i] = fewest[*number];
                m_entries[i].text = fewest[*number].toString();
            }
            continue;
        }
        takeNotes(m_entries[*first[*number]], m_entries[i]);
        m_isGone[i] = true;
        ++merged;
    }
    return merged;
}

void Tidying::sort()
{
    std::vector<std::size_t> order(m_entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::string> keys;
    for (const auto& pattern : m_patterns) {
        keys.push_back(pattern ? sortKey(*pattern) : std::string());
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (m_networks[a] && m_networks[b]) {
            const auto place = [](const net::Network& network) {
                return std::tuple(!network.address().isV4(), network.first(), network.prefixLength());
            };
            return place(*m_networks[a]) < place(*m_networks[b]);
        }
        const auto isUnreadable = [&](std::size_t i) { return !m_networks[i] && !m_patterns[i]; };
        return std::tuple(isUnreadable(a), std::string_view(keys[a])) <
               std::tuple(isUnreadable(b), std::string_view(keys[b]));
    });
    reorder(order);
}

void Tidying::reorder(const std::vector<std::size_t>& order)
{
    std::vector<ListEntry> sorted;
    std::vector<bool> isGone;
    for (const std::size_t i : order) {
        sorted.push_back(std::move(m_entries[i]));
        isGone.push_back(m_isGone[i]);
    }
    m_entries = std::move(sorted);
    m_isGone = std::move(isGone);
}

void Tidying::finish()
{
    std::size_t to = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_isGone[i]) {
            std::swap(m_entries[to++], m_entries[i]);
        }
    }
    m_entries.resize(to);
}

/// The lines of the list, or its entries when lines are too long to be read.
std::string shownText(const IniDocument& document, const Key& key)
{
    std::string text;
    for (std::size_t line = key.line; line < key.endLine; ++line) {
        if (document.lineText(line).size() > longestShown) {
            text.clear();
            for (const ListItem& item : document.items(key)) {
                text.append(item.text).append("\n");
            }
            return text;
        }
        text.append(document.lineText(line)).append("\n");
    }
    return text;
}

} // namespace

Tidied tidied(const IniDocument& document, std::string_view section, std::string_view key,
              const TidyOptions& options)
{
    Tidied result;
    const Key* found = document.key(section, key);
    if (!document.isText() || found == nullptr || !found->type || !isList(*found->type)) {
        return result;
    }
    result.oldText = shownText(document, *found);
    ListLines lines(document, *found);
    result.before = lines.entries().size();
    Tidying tidying(lines.entries(), *found->type);
    if (options.dropCovered || options.aggregate) {
        result.dropped = tidying.dropCovered();
    }
    if (options.aggregate) {
        result.merged = tidying.aggregate();
    }
    if (options.sort) {
        tidying.sort();
    }
    tidying.finish();
    result.after = lines.entries().size();
    if (options.sort || options.onePerLine || result.after < result.before) {
        result.plan = lines.planFor(options.onePerLine, !options.sort);
    }
    const IniDocument after = applied(document, result.plan);
    result.newText = shownText(after, *after.key(section, key));
    return result;
}

} // namespace config
