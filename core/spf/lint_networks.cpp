// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of ip4 and ip6: too wide, not public, covered, to be merged, in conflict.
#include "core/base/ascii.h"
#include "core/spf/record_linter.h"

#include <algorithm>
#include <array>

namespace spf {
namespace {

constexpr int widestUsual4 = 16; // SPF-028: /8 to /15 are too wide
constexpr int widestUsual6 = 32; // what a whole provider has

/// Not reachable from everywhere (the IANA special-purpose registries, RFC 6890).
constexpr std::array<std::string_view, 21> reserved{
    "0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10",  "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15",  "224.0.0.0/4", "240.0.0.0/4",    "::/128",
    "::1/128",      "::ffff:0:0/96",  "64:ff9b:1::/48", "100::/64",    "2001:2::/48",    "fc00::/7",
    "fe80::/10",    "fec0::/10",      "ff00::/8"};
constexpr std::array<std::string_view, 5> documentation{"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",
                                                        "2001:db8::/32", "3fff::/20"};

template <std::size_t Size>
bool isWithinOne(const net::Network& network, const std::array<std::string_view, Size>& list)
{
    return std::ranges::any_of(list, [&network](std::string_view text) {
        const auto one = net::Network::parse(text);
        return one && one->contains(network);
    });
}

bool isNameOf(std::string_view domain, std::string_view parent)
{
    return base::equalsIgnoreCase(domain, parent) ||
           (domain.size() > parent.size() && domain[domain.size() - parent.size() - 1] == '.' &&
            base::endsWithIgnoreCase(domain, parent));
}

} // namespace

bool isExampleName(std::string_view domain) noexcept
{
    static constexpr std::array<std::string_view, 8> names{
        "example", "test", "invalid", "localhost", "example.com", "example.net", "example.org", "example.jp"};
    return std::ranges::any_of(names, [domain](std::string_view name) { return isNameOf(domain, name); });
}

bool isReserved(const net::Network& network, bool isDocumentationFine)
{
    return isWithinOne(network, reserved) || (!isDocumentationFine && isWithinOne(network, documentation));
}

void RecordLinter::checkNetwork(const Term& term, const net::Network& network)
{
    const TypedTerm typed = cutTerm(m_work.text(), term.span);
    const std::string written(typed.argument);
    const int usual = network.address().isV4() ? widestUsual4 : widestUsual6;
    if (network.prefixLength() < usual) {
        report(Rule::WideNetwork, network.prefixLength() == 0 ? Severity::Error : Severity::Warning,
               term.span, {written, network.addressCount()});
    }
    if (network.hasHostBits()) {
        const std::string meant = network.withoutHostBits().toString();
        Finding& finding = report(Rule::HostBits, Severity::Warning, term.span, {written, meant});
        addReplacement(finding, typed.spanOf(typed.argument), meant);
        addReplacement(finding, typed.spanOf(typed.argument), network.address().toString());
    }
    // Examples may use the addresses for examples; a text without a name may be one.
    const bool isExample = m_options.domain.empty() || isExampleName(m_options.domain);
    if (network.prefixLength() > 0 && isReserved(network, isExample)) {
        addRemoval(report(Rule::ReservedAddress, Severity::Warning, term.span, {written}), term.span);
    }
}

void RecordLinter::checkNetworks()
{
    std::vector<Listed> list;
    for (const Term& term : m_record.terms()) {
        if (std::holds_alternative<All>(term.what)) {
            break; // never reached, named as such
        }
        if (const auto* ip = std::get_if<Ip>(&term.what)) {
            list.push_back({&term, ip->network});
        }
    }
    for (std::size_t later = 1; later < list.size(); ++later) {
        for (std::size_t one = 0; one < later; ++one) {
            checkPair(list[one], list[later]);
        }
    }
    checkMergeable(list);
}

/// Names each network once, however many others cover it.
void RecordLinter::checkPair(Listed& one, Listed& later)
{
    if (one.isCovered || later.isCovered || !one.network.overlaps(later.network)) {
        return;
    }
    if (one.term->qualifier != later.term->qualifier) {
        report(Rule::ConflictingQualifiers, Severity::Warning, later.term->span);
        return;
    }
    const bool isLaterCovered = one.network.contains(later.network);
    Listed& inner = isLaterCovered ? later : one;
    const Listed& outer = isLaterCovered ? one : later;
    inner.isCovered = true;
    addRemoval(report(Rule::Covered, Severity::Info, inner.term->span,
                      {std::string(at(inner.term->span)), std::string(at(outer.term->span))}),
               inner.term->span);
}

void RecordLinter::checkMergeable(const std::vector<Listed>& list)
{
    for (const Qualifier qualifier :
         {Qualifier::Pass, Qualifier::Fail, Qualifier::SoftFail, Qualifier::Neutral}) {
        std::vector<net::Network> networks;
        for (const Listed& one : list) {
            if (one.term->qualifier == qualifier && !one.isCovered) {
                networks.push_back(one.network);
            }
        }
        for (const net::Network& merged : net::Network::aggregated(networks)) {
            std::vector<const Term*> parts;
            bool isDisturbed = false;
            for (const Listed& one : list) {
                const bool isPart = merged.contains(one.network) && one.term->qualifier == qualifier;
                isDisturbed = isDisturbed || (!isPart && merged.overlaps(one.network));
                if (isPart && !one.isCovered) {
                    parts.push_back(one.term);
                }
            }
            if (parts.size() < 2 || isDisturbed) {
                continue;
            }
            const std::string text =
                std::string(merged.address().isV4() ? "ip4:" : "ip6:") + merged.toString();
            const std::string sign =
                qualifier == Qualifier::Pass ? std::string() : std::string(1, spf::sign(qualifier));
            Finding& finding = report(Rule::Mergeable, Severity::Info, parts.front()->span, {text});
            std::vector<RecordEdit> edits{
                {parts.front()->span.start, parts.front()->span.length, sign + text}};
            for (std::size_t i = 1; i < parts.size(); ++i) {
                const Span span = parts[i]->span; // the blank in front goes, too
                edits.push_back({span.start - 1, span.length + 1, {}});
            }
            addFix(finding, FixCode::Merge, {sign + text}, edits);
        }
    }
}

} // namespace spf
