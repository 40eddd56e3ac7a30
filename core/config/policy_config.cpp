// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/policy_config.h"

#include "core/base/ascii.h"
#include "core/config/ini_document.h"
#include "core/config/schema.h"
#include "core/config/values.h"

#include <algorithm>

namespace config {

namespace {

constexpr std::array<std::string_view, 3> actionWords{"bypass", "tempblock", "block"};

PerResult<Action> defaultsOf(SectionKind section)
{
    PerResult<Action> actions;
    for (const spf::Result result : spf::allResults) {
        actions[result] =
            parseAction(findKey(section, spf::word(result))->defaultValue).value_or(Action::Bypass);
    }
    return actions;
}

PerResult<Action> readActions(const IniDocument& document, std::string_view section,
                              PerResult<Action> actions)
{
    for (const spf::Result result : spf::allResults) {
        const FieldValue field = fieldValue(document, section, spf::word(result));
        actions[result] = parseAction(field.effective).value_or(actions[result]);
    }
    return actions;
}

NetworkList readNetworks(const IniDocument& document, std::string_view name, bool v4Only)
{
    NetworkList list;
    const auto add = [&](std::string_view text) {
        if (const auto network = net::Network::parse(text)) {
            const net::Network entry = comparable(*network);
            if (!v4Only || entry.address().isV4()) {
                list.add({std::string(text), entry});
            }
        }
    };
    if (const Key* key = document.key("globals", name)) {
        for (const ListItem& item : document.items(*key)) {
            add(item.text);
        }
    } else if (const auto text = findKey(SectionKind::Globals, name)->defaultValue; !text.empty()) {
        add(text);
    }
    return list;
}

DomainList readDomains(const IniDocument& document, std::string_view name, ListMatch match)
{
    DomainList list;
    if (const Key* key = document.key("globals", name)) {
        for (const ListItem& item : document.items(*key)) {
            // Of a mail address only the domain is used (CFG-028).
            const std::string_view domain = item.text.substr(item.text.rfind('@') + 1);
            if (const auto pattern = net::DomainPattern::parse(domain)) {
                list.add({std::string(item.text), match == ListMatch::Suffix
                                                      ? net::DomainPattern::subtree(pattern->domain())
                                                      : *pattern});
            }
        }
    }
    return list;
}

void readSections(const IniDocument& document, PolicyConfig& config)
{
    for (const Section& section : document.sections()) {
        if (section.kind != SectionKind::Domain) {
            continue;
        }
        const auto pattern = net::DomainPattern::parse(section.canonical);
        if (!pattern) {
            continue;
        }
        DomainSection entry{section.name, *pattern, {}};
        for (const spf::Result result : spf::allResults) {
            if (const Key* key = document.key(section, spf::word(result))) {
                entry.actions[result] = parseAction(document.value(*key));
            }
        }
        config.sectionNames.add({section.name, *pattern});
        config.sections.push_back(std::move(entry));
    }
}

} // namespace

std::string_view word(Action action) noexcept
{
    return actionWords[static_cast<std::size_t>(action)];
}

std::optional<Action> parseAction(std::string_view text) noexcept
{
    text = base::trimmed(text);
    for (std::size_t i = 0; i < actionWords.size(); ++i) {
        if (base::equalsIgnoreCase(text, actionWords[i])) {
            return static_cast<Action>(i);
        }
    }
    return std::nullopt;
}

const PerResult<Action>& defaultGlobalActions() noexcept
{
    static const PerResult<Action> actions = defaultsOf(SectionKind::Globals);
    return actions;
}

const PerResult<Action>& defaultEnforceActions() noexcept
{
    static const PerResult<Action> actions = defaultsOf(SectionKind::EnforceActions);
    return actions;
}

net::Network comparable(const net::Network& network)
{
    constexpr int mappedPrefix = 96;
    const net::IpAddress address = network.address().unmapped();
    const bool isMapped =
        !network.address().isV4() && address.isV4() && network.prefixLength() >= mappedPrefix;
    return isMapped ? net::Network(address, network.prefixLength() - mappedPrefix) : network;
}

void NetworkList::add(Entry entry)
{
    m_set.insert(entry.network, static_cast<std::uint32_t>(m_entries.size()));
    m_entries.push_back(std::move(entry));
}

const NetworkList::Entry* NetworkList::find(const net::IpAddress& address) const noexcept
{
    const auto index = m_set.find(address.unmapped());
    return index ? &m_entries[*index] : nullptr;
}

void DomainList::add(Entry entry)
{
    auto& names = entry.pattern.kind() == net::DomainPattern::Kind::Exact ? m_exact : m_subtree;
    names.try_emplace(entry.pattern.domain().ascii(), m_entries.size());
    m_entries.push_back(std::move(entry));
}

std::optional<std::size_t> DomainList::find(const net::DomainName& domain) const
{
    if (const auto exact = m_exact.find(domain.ascii()); exact != m_exact.end()) {
        return exact->second;
    }
    if (m_subtree.empty()) {
        return std::nullopt;
    }
    // From the whole name towards the root: the first hit is the longest subtree.
    std::string_view rest = domain.ascii();
    while (true) {
        if (const auto found = m_subtree.find(std::string(rest)); found != m_subtree.end()) {
            return found->second;
        }
        const auto dot = rest.find('.');
        if (dot == std::string_view::npos) {
            return std::nullopt;
        }
        rest.remove_prefix(dot + 1);
    }
}

const DomainSection* PolicyConfig::sectionFor(const net::DomainName& domain) const
{
    const auto index = sectionNames.find(domain);
    return index ? &sections[*index] : nullptr;
}

PolicyConfig PolicyConfig::defaults()
{
    return readPolicyConfig(IniDocument());
}

PolicyConfig readPolicyConfig(const IniDocument& document, ListMatch listMatch)
{
    const auto global = [&](std::string_view key) { return fieldValue(document, "globals", key).effective; };
    PolicyConfig config;
    config.blockReply = global("block_res");
    config.tempblockReply = global("tempblock_res");
    config.checkHelo = global("check_helo") == "yes";
    config.prependHeader = global("prepend_header") == "yes";
    config.logLevel = global("log_level").front() - '0';
    config.globals = readActions(document, "globals", defaultGlobalActions());
    config.enforce = readActions(document, "enforce_actions", defaultEnforceActions());
    config.whiteIp = readNetworks(document, "white_ip", false);
    config.enforceIp = readNetworks(document, "enforce_ip", true);
    config.whiteDomain = readDomains(document, "white_domain", listMatch);
    config.enforceDomain = readDomains(document, "enforce_domain", listMatch);
    readSections(document, config);
    return config;
}

} // namespace config
