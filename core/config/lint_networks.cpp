// SPDX-License-Identifier: GPL-3.0-or-later
// CFG-023, 033, 038, 040 and 041: what the approved lists should hold, and what they should not.
#include "core/config/linter.h"
#include "core/config/policy_config.h"
#include "core/net/network_set.h"

#include <algorithm>

namespace config {

namespace {

/// As Postfix writes them: IPv6 in brackets. Tables, files and exclusions are not for us to judge.
std::optional<net::Network> ownNetwork(std::string text)
{
    if (text.starts_with('[')) {
        std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
    }
    const auto network = net::Network::parse(text);
    return network ? std::optional(comparable(*network).withoutHostBits()) : std::nullopt;
}

bool isLoopback(const net::Network& network)
{
    const net::IpAddress first = network.first();
    return first.isV4() ? first.bytes()[0] == 127 : first == net::IpAddress::parse("::1");
}

/// Whether the networks together hold all of each asked one.
class Coverage
{
public:
    explicit Coverage(const std::vector<net::Network>& networks)
    {
        for (const net::Network& network : net::Network::aggregated(networks)) {
            m_set.insert(network, 0);
        }
    }

    [[nodiscard]] bool holds(const net::Network& network) const
    {
        return m_set.findCovering(network).has_value();
    }

private:
    net::NetworkSet m_set;
};

} // namespace

Finding& Linter::reportAt(Rule rule, const Where& where, std::vector<std::string> args)
{
    Finding& finding = where.key != nullptr ? report(rule, wholeValue(*where.key), where, std::move(args))
                                            : reportFile(rule, std::move(args));
    finding.key = "white_ip";
    return finding;
}

void Linter::addItemsFix(Finding& finding, std::vector<std::string> items)
{
    const auto plan = addItems(m_document, "globals", "white_ip", items);
    items.insert(items.begin(), "white_ip");
    if (plan) {
        addFix(finding, FixCode::AddItems, std::move(items), *plan);
    }
}

void Linter::checkWhiteIp(const NetworkEntries& white)
{
    std::vector<net::Network> networks;
    for (const NetworkEntry& entry : white.entries) {
        networks.push_back(entry.network);
    }
    const net::IpAddress loopback = net::IpAddress::v4(0x7f000001);
    if (white.where.key == nullptr) {
        networks.emplace_back(loopback, 32); // the default
    }
    const auto holdsLoopback = [&](const net::Network& network) { return network.contains(loopback); };
    if (std::none_of(networks.begin(), networks.end(), holdsLoopback)) {
        addItemsFix(reportAt(Rule::LoopbackMissing, white.where, {}), {"127.0.0.1"});
    }
    checkMynetworks(white.where, networks);
    checkPrefilter(white.where, networks);
}

void Linter::checkMynetworks(const Where& where, const std::vector<net::Network>& white)
{
    if (m_options.mynetworks.empty()) {
        return;
    }
    const Coverage coverage(white);
    std::vector<std::string> missing;
    std::string text;
    for (const std::string& item : m_options.mynetworks) {
        const auto network = ownNetwork(item);
        // 127.0.0.0/8 is in every mynetworks; 127.0.0.1 is CFG-023's concern.
        if (network && !isLoopback(*network) && !coverage.holds(*network)) {
            text.append(text.empty() ? "" : ", ").append(network->toString());
            missing.push_back(network->toString());
        }
    }
    if (!missing.empty()) {
        addItemsFix(reportAt(Rule::OwnNetworksMissing, where, {text}), std::move(missing));
    }
}

void Linter::checkPrefilter(const Where& where, const std::vector<net::Network>& white)
{
    if (m_options.prefilter.empty()) {
        return;
    }
    const Coverage coverage(white);
    for (const std::string& item : m_options.prefilter) {
        const auto network = ownNetwork(item);
        if (network && !coverage.holds(*network)) {
            addItemsFix(reportAt(Rule::PrefilterMissing, where, {network->toString()}),
                        {network->toString()});
        }
    }
}

void Linter::checkWhiteDomain(const DomainEntries& white)
{
    for (const DomainEntry& entry : white.entries) {
        reportItem(Rule::ApprovedDomain, white.where, white.items[entry.index]);
    }
    if (m_options.ownDomains.empty()) {
        return;
    }
    for (const std::string& own : m_options.ownDomains) {
        const auto name = net::DomainName::parse(own);
        const auto found = name ? white.index.covering(net::DomainPattern::exact(*name)) : std::nullopt;
        if (found) {
            const std::size_t item = white.entries[*found].index;
            Finding& finding = report(Rule::OwnDomainApproved, white.items[item].span, white.where, {own});
            addFix(finding, FixCode::RemoveItem, {std::string(white.items[item].text)},
                   layout::removeItem(m_document, *white.where.key, white.items, item));
        }
    }
}

} // namespace config
