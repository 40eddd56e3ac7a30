// SPDX-License-Identifier: GPL-3.0-or-later
// A line with a domain, then a zone: the tree of includes is always ready within its limit of questions,
// and its networks and what covers them can be told.
#include "core/dns/zone_file.h"
#include "core/spf/coverage.h"
#include "core/spf/sender_networks.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr int questionLimit = 60;
    std::string_view rest = fuzz::text(data, size);
    const std::string domain(fuzz::takeLine(rest));
    const dns::Zone zone = dns::readZoneFile(rest).zone;
    spf::Outline outline(domain, questionLimit);
    int questions = 0;
    while (const dns::Question* question = outline.question()) {
        fuzz::require(++questions <= questionLimit);
        outline.answer(zone.lookup(*question));
    }
    fuzz::require(outline.voidLookups() <= questions);
    fuzz::require(outline.root().lookups >= 0);
    for (const spf::OutlineSource& source : outline.sources()) {
        fuzz::require(source.path.size() >= 2);
    }
    const spf::SenderNetworks senders = spf::senderNetworks(outline.root());
    fuzz::require(senders.totals.networks <= senders.networks.size());
    for (const spf::SenderNetwork& one : senders.networks) {
        fuzz::require(!spf::coverage(outline.root(), outline.answers(), one.network.network.first()).path.empty());
        fuzz::require(!one.goesOnAt || *one.goesOnAt <= senders.networks.size());
    }
    return 0;
}
