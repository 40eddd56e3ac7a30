// SPDX-License-Identifier: GPL-3.0-or-later
// The selection is indexed and the lists are walked once: the same effort for one entry as for thousands.
#include "core/config/overlap.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace config {

namespace {

using Kind = EntryOverlap::Kind;

class SelectedNetworks
{
public:
    void add(const std::string& entry)
    {
        if (const auto network = net::Network::parse(entry)) {
            m_set.insert(comparable(*network), 0);
        }
    }

    [[nodiscard]] std::optional<Kind> relation(const net::Network& network) const
    {
        if (!m_set.overlaps(network)) {
            return std::nullopt; // nearly all
        }
        const int length = network.prefixLength();
        if (length > 0 && m_set.findCovering(net::Network(network.address(), length - 1))) {
            return Kind::Within;
        }
        return m_set.findCovering(network) ? Kind::Same : Kind::Holds;
    }

private:
    net::NetworkSet m_set;
};

class SelectedDomains
{
public:
    void add(const std::string& entry)
    {
        const auto pattern = net::DomainPattern::parse(entry.substr(entry.rfind('@') + 1));
        if (!pattern) {
            return;
        }
        const std::string& name = pattern->domain().ascii();
        (pattern->kind() == net::DomainPattern::Kind::Exact ? m_exact : m_subtree).insert(name);
        for (std::string_view rest = name; !rest.empty(); rest = parentOf(rest)) {
            m_above.emplace(rest);
        }
    }

    [[nodiscard]] std::optional<Kind> relation(const net::DomainPattern& pattern) const
    {
        const std::string& name = pattern.domain().ascii();
        const bool isExact = pattern.kind() == net::DomainPattern::Kind::Exact;
        const std::string_view start = isExact ? std::string_view(name) : parentOf(name);
        for (std::string_view rest = m_subtree.empty() ? std::string_view() : start; !rest.empty();
             rest = parentOf(rest)) {
            if (m_subtree.contains(std::string(rest))) {
                return Kind::Within;
            }
        }
        if ((isExact ? m_exact : m_subtree).contains(name)) {
            return Kind::Same;
        }
        return !isExact && m_above.contains(name) ? std::optional(Kind::Holds) : std::nullopt;
    }

private:
    [[nodiscard]] static std::string_view parentOf(std::string_view name)
    {
        const auto dot = name.find('.');
        return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
    }

    std::unordered_set<std::string> m_exact;
    std::unordered_set<std::string> m_subtree;
    std::unordered_set<std::string> m_above; ///< the names themselves and all above them
};

class Search
{
public:
    Search(std::string_view list, std::span<const std::string> selected, std::size_t most)
        : m_list(list), m_isSingle(selected.size() == 1), m_most(most)
    {
        for (const std::string& entry : selected) {
            ++m_own[entry];
        }
    }

    template <class Selection, class List, class Member>
    void walk(const Selection& selection, const List& list, std::string_view name, Member member)
    {
        for (const auto& entry : list.entries()) {
            const std::optional<Kind> kind = selection.relation(entry.*member);
            if (kind && !isSelected(name, entry.spelling, *kind)) {
                add({*kind, std::string(name), entry.spelling});
            }
        }
    }

    Overlaps take()
    {
        for (std::vector<EntryOverlap>& entries : m_byKind) {
            m_result.entries.insert(m_result.entries.end(), entries.begin(), entries.end());
        }
        return std::move(m_result);
    }

private:
    /// A selected entry meets itself; it counts when it lies in another selected one.
    bool isSelected(std::string_view name, const std::string& spelling, Kind kind)
    {
        if (name != m_list) {
            return false;
        }
        const auto own = m_own.find(spelling);
        if (own == m_own.end() || own->second == 0) {
            return false;
        }
        --own->second;
        return kind == Kind::Same;
    }

    void add(EntryOverlap overlap)
    {
        ++m_result.total;
        const bool isOwnList = overlap.list == m_list;
        const bool isWhole = m_isSingle && overlap.kind != Kind::Within;
        m_result.isRedundant |= isWhole && isOwnList;
        m_result.isOverruled |= isWhole && !isOwnList && overlap.list.starts_with("white");
        m_result.sharesWithOther |= !isOwnList;
        std::vector<EntryOverlap>& entries = m_byKind[static_cast<std::size_t>(overlap.kind)];
        if (entries.size() < m_most) {
            entries.push_back(std::move(overlap));
        }
    }

    std::string_view m_list;
    bool m_isSingle;
    std::size_t m_most;
    std::unordered_map<std::string, std::size_t> m_own; ///< how often each is selected
    std::array<std::vector<EntryOverlap>, 3> m_byKind;
    Overlaps m_result;
};

} // namespace

Overlaps overlapsOf(const PolicyConfig& policy, std::string_view list, std::span<const std::string> selected,
                    std::size_t most)
{
    Search search(list, selected, most);
    const auto walk = [&](auto selection, const auto& white, const auto& enforce, std::string_view suffix,
                          auto member) {
        for (const std::string& entry : selected) {
            selection.add(entry);
        }
        search.walk(selection, white, "white_" + std::string(suffix), member);
        search.walk(selection, enforce, "enforce_" + std::string(suffix), member);
    };
    if (list.ends_with("_ip")) {
        walk(SelectedNetworks(), policy.whiteIp, policy.enforceIp, "ip", &NetworkList::Entry::network);
    } else {
        walk(SelectedDomains(), policy.whiteDomain, policy.enforceDomain, "domain",
             &DomainList::Entry::pattern);
    }
    return search.take();
}

} // namespace config
