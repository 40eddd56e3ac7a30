// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a name, a pattern, an address and a network: what was read is written and read again as the
// same.
#include "core/net/domain_pattern.h"
#include "core/net/network_set.h"
#include "core/net/public_suffix.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = fuzz::text(data, size);
    if (const auto name = net::DomainName::parse(text)) {
        fuzz::require(name->ascii().size() <= 253);
        fuzz::require(net::DomainName::parse(name->ascii()) == name);
        fuzz::require(net::DomainName::parse(name->unicode()) == name);
        (void)net::isPublicSuffix(*name);
    } else {
        fuzz::require(name.error().position <= text.size());
    }
    if (const auto pattern = net::DomainPattern::parse(text)) {
        fuzz::require(net::DomainPattern::parse(pattern->canonical()) == pattern);
        fuzz::require(pattern->matches(pattern->domain()) && pattern->covers(*pattern));
    }
    if (const auto address = net::IpAddress::parse(text)) {
        fuzz::require(net::IpAddress::parse(address->toString()) == address);
    }
    auto networks = net::Network::understood(text);
    net::NetworkSet set;
    for (const net::Network& network : networks) {
        set.insert(network, 1);
        fuzz::require(network.contains(network.first()) && network.contains(network.last()));
        fuzz::require(net::Network::parse(network.toString()) == network);
        fuzz::require(set.find(network.last()).has_value());
    }
    fuzz::require(net::Network::aggregated(networks).size() <= networks.size());
    return 0;
}
