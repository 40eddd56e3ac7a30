// SPDX-License-Identifier: GPL-3.0-or-later
// CFG-021, 022, 024 to 030: the entries of the four lists.
#include "core/config/linter.h"
#include "core/config/policy_config.h"
#include "core/net/network_set.h"
#include "core/net/public_suffix.h"

namespace config {

void PatternIndex::add(const net::DomainPattern& pattern, std::size_t number)
{
    auto& names = pattern.kind() == net::DomainPattern::Kind::Exact ? m_exact : m_subtree;
    names.try_emplace(pattern.domain().ascii(), number);
}

std::optional<std::size_t> PatternIndex::covering(const net::DomainPattern& pattern) const
{
    const std::string& name = pattern.domain().ascii();
    if (pattern.kind() == net::DomainPattern::Kind::Exact) {
        if (const auto same = m_exact.find(name); same != m_exact.end()) {
            return same->second;
        }
    }
    return subtreeFrom(name);
}

std::optional<std::size_t> PatternIndex::widerThan(const net::DomainPattern& pattern) const
{
    const std::string_view name = pattern.domain().ascii();
    if (pattern.kind() == net::DomainPattern::Kind::Exact) {
        return subtreeFrom(name);
    }
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? std::nullopt : subtreeFrom(name.substr(dot + 1));
}

std::optional<std::size_t> PatternIndex::subtreeFrom(std::string_view name) const
{
    while (!m_subtree.empty()) {
        if (const auto found = m_subtree.find(name); found != m_subtree.end()) {
            return found->second;
        }
        const auto dot = name.find('.');
        if (dot == std::string_view::npos) {
            break;
        }
        name.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

void Linter::checkLists()
{
    const NetworkEntries whiteIp = readNetworks("white_ip");
    const NetworkEntries enforceIp = readNetworks("enforce_ip");
    const DomainEntries whiteDomain = readDomains("white_domain");
    const DomainEntries enforceDomain = readDomains("enforce_domain");
    checkCovered(whiteIp);
    checkCovered(enforceIp);
    checkCovered(whiteDomain);
    checkCovered(enforceDomain);
    checkBothLists(whiteIp, enforceIp);
    checkBothLists(whiteDomain, enforceDomain);
    checkWhiteIp(whiteIp);
    checkWhiteDomain(whiteDomain);
    checkDomainSections(whiteDomain, enforceDomain);
    checkEnforceActions(!enforceIp.items.empty() || !enforceDomain.items.empty());
}

Linter::NetworkEntries Linter::readNetworks(std::string_view key)
{
    NetworkEntries list;
    const Section* globals = m_document.section("globals");
    list.where = globals != nullptr ? winning(*globals, key) : Where{};
    if (list.where.key == nullptr) {
        return list;
    }
    list.items = m_document.items(*list.where.key);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (const auto network = net::Network::parse(list.items[i].text)) {
            checkNetwork(list.where, list.items[i], *network);
            list.entries.push_back({i, comparable(*network)});
        } else {
            checkBadNetwork(list.where, list.items[i]);
        }
    }
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        list.index.insert(list.entries[i].network, static_cast<std::uint32_t>(i));
    }
    return list;
}

void Linter::checkNetwork(const Where& where, const ListItem& item, const net::Network& network)
{
    // enforce_ip is IPv4 only for everybody (SPEC A10, 1.10).
    const bool isV4 = network.address().isV4();
    const bool isEnforce = where.key->name == "enforce_ip";
    if (!isV4 && (isEnforce || m_options.target == Target::Imsva)) {
        reportItem(Rule::Ipv6Entry, where, item);
    }
    if (network.hasHostBits()) {
        const std::string meant = network.withoutHostBits().toString();
        Finding& finding = reportItem(Rule::HostBits, where, item, {meant});
        addFix(finding, FixCode::ReplaceItem, {std::string(item.text), meant},
               {{item.span.begin, item.span.size(), meant}}, true);
    }
    constexpr int widestV4 = 16;
    constexpr int widestV6 = 32; // one provider's usual allocation
    if (!isEnforce && network.prefixLength() < (isV4 ? widestV4 : widestV6)) {
        Finding& finding = reportItem(Rule::WideNetwork, where, item, {network.addressCount()});
        finding.severity = network.prefixLength() == 0 ? Severity::Error : Severity::Warning;
    }
}

void Linter::checkBadNetwork(const Where& where, const ListItem& item)
{
    Finding& finding = reportItem(Rule::BadNetwork, where, item);
    std::string meant;
    for (const net::Network& network : net::Network::understood(item.text)) {
        meant += (meant.empty() ? "" : ", ") + network.toString();
    }
    if (!meant.empty()) {
        addFix(finding, FixCode::ReplaceItem, {std::string(item.text), meant},
               {{item.span.begin, item.span.size(), meant}});
    }
}

Linter::DomainEntries Linter::readDomains(std::string_view key)
{
    DomainEntries list;
    const Section* globals = m_document.section("globals");
    list.where = globals != nullptr ? winning(*globals, key) : Where{};
    if (list.where.key == nullptr) {
        return list;
    }
    list.items = m_document.items(*list.where.key);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const ListItem& item = list.items[i];
        const std::string_view domain = item.text.substr(item.text.rfind('@') + 1);
        const auto pattern = net::DomainPattern::parse(domain);
        if (!pattern) {
            reportItem(Rule::BadDomain, list.where, item);
            continue;
        }
        if (domain.size() != item.text.size()) {
            Finding& finding = reportItem(Rule::MailAddress, list.where, item);
            addFix(finding, FixCode::ReplaceItem, {std::string(item.text), std::string(domain)},
                   {{item.span.begin, item.span.size(), std::string(domain)}});
        }
        if (net::isPublicSuffix(pattern->domain())) {
            reportItem(Rule::PublicSuffix, list.where, item);
        }
        list.entries.push_back({i, *pattern});
    }
    list.index.reserve(list.entries.size());
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        list.index.add(list.entries[i].pattern, i);
    }
    return list;
}

void Linter::reportCovered(const Where& where, const std::vector<ListItem>& items, std::size_t index,
                           std::string_view by)
{
    Finding& finding = reportItem(Rule::CoveredEntry, where, items[index], {std::string(by)});
    addFix(finding, FixCode::RemoveItem, {std::string(items[index].text)},
           layout::removeItem(m_document, *where.key, items, index), true);
}

void Linter::checkCovered(const NetworkEntries& list)
{
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        const NetworkEntry& entry = list.entries[i];
        auto covering = list.index.findCovering(entry.network);
        if (covering == i && entry.network.prefixLength() > 0) {
            covering = list.index.findCovering({entry.network.address(), entry.network.prefixLength() - 1});
        }
        if (covering && *covering != i) {
            reportCovered(list.where, list.items, entry.index,
                          list.items[list.entries[*covering].index].text);
        }
    }
}

void Linter::checkCovered(const DomainEntries& list)
{
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
        const DomainEntry& entry = list.entries[i];
        auto covering = list.index.covering(entry.pattern);
        if (covering == i) {
            covering = list.index.widerThan(entry.pattern);
        }
        if (covering && *covering != i) {
            reportCovered(list.where, list.items, entry.index,
                          list.items[list.entries[*covering].index].text);
        }
    }
}

/// The narrower entry is the one that stands in both lists.
void Linter::reportBoth(const Where& where, const std::vector<ListItem>& items, std::size_t index)
{
    Finding& finding = reportItem(Rule::ApprovedAndEnforced, where, items[index]);
    addFix(finding, FixCode::RemoveItem, {std::string(items[index].text)},
           layout::removeItem(m_document, *where.key, items, index));
}

void Linter::checkBothLists(const NetworkEntries& white, const NetworkEntries& enforce)
{
    net::NetworkSet defaults;
    defaults.insert(net::Network(net::IpAddress::v4(0x7f000001), 32), 0);
    const net::NetworkSet& approved = white.where.key == nullptr ? defaults : white.index;
    for (const NetworkEntry& entry : enforce.entries) {
        if (approved.findCovering(entry.network)) {
            reportBoth(enforce.where, enforce.items, entry.index);
        }
    }
    for (const NetworkEntry& entry : white.entries) {
        const net::Network& network = entry.network;
        if (network.prefixLength() > 0 &&
            enforce.index.findCovering({network.address(), network.prefixLength() - 1})) {
            reportBoth(white.where, white.items, entry.index);
        }
    }
}

void Linter::checkBothLists(const DomainEntries& white, const DomainEntries& enforce)
{
    for (const DomainEntry& entry : enforce.entries) {
        if (white.index.covering(entry.pattern)) {
            reportBoth(enforce.where, enforce.items, entry.index);
        }
    }
    for (const DomainEntry& entry : white.entries) {
        if (enforce.index.widerThan(entry.pattern)) {
            reportBoth(white.where, white.items, entry.index);
        }
    }
}

} // namespace config
