// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of ip4 and ip6: too wide, not public, covered, to be merged, in conflict.
#include "core/base/ascii.h"
#include "core/spf/record_linter.h"

#include <algorithm>
#include <array>
#include <map>

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

/// How many barriers stand in front.
std::size_t segmentOf(Span term, const std::vector<std::size_t>& barriers)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(barriers, term.start) - barriers.begin());
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
    if (network.prefixLength() < usual && !refuses(term.qualifier)) {
        const bool isEverybody = network.prefixLength() == 0 && term.qualifier == Qualifier::Pass;
        report(Rule::WideNetwork, isEverybody ? Severity::Error : Severity::Warning, term.span,
               {written, network.addressCount()});
    }
    if (network.hasHostBits()) {
        const std::string meant = network.withoutHostBits().toString();
        Finding& finding = report(Rule::HostBits, Severity::Warning, term.span, {written, meant});
        addReplacement(finding, typed.spanOf(typed.argument), meant);
        addReplacement(finding, typed.spanOf(typed.argument), network.address().toString());
    }
    // Examples may use the addresses for examples; a text without a name may be one.
    const bool isExample = m_options.domain.empty() || isExampleName(m_options.domain);
    if (network.prefixLength() > 0 && !refuses(term.qualifier) && isReserved(network, isExample)) {
        addRemoval(report(Rule::ReservedAddress, Severity::Warning, term.span, {written}), term.span);
    }
}

/// The first match wins (RFC 7208 4.6.2): a term that asks the DNS, or that cannot be read, may decide
/// otherwise for a part of the addresses, or end in an error.
std::vector<std::size_t> RecordLinter::barriers() const
{
    std::vector<std::size_t> places;
    for (const Term& term : m_record.terms()) {
        if (term.isLookup() && !term.isModifier()) {
            places.push_back(term.span.start);
        }
    }
    for (const SyntaxError& error : m_record.errors()) {
        places.push_back(error.term.start);
    }
    std::ranges::sort(places);
    return places;
}

/// Networks never overlap in part: sorted with the wider one first, those that hold one are a stack.
void RecordLinter::checkNetworks()
{
    std::vector<Listed> list;
    for (const Term& term : m_record.terms()) {
        if (std::holds_alternative<All>(term.what)) {
            break; // never reached, named as such
        }
        if (const auto* ip = std::get_if<Ip>(&term.what)) {
            list.push_back({&term, ip->network, ip->network.first()});
        }
    }
    m_barriers = barriers();
    std::ranges::stable_sort(list, [](const Listed& a, const Listed& b) {
        return a.first != b.first ? a.first < b.first : a.network.prefixLength() < b.network.prefixLength();
    });
    std::vector<Listed*> around;
    for (Listed& one : list) {
        while (!around.empty() && !around.back()->network.contains(one.network)) {
            around.pop_back();
        }
        checkInside(one, around);
        if (one.coveredBy == nullptr || one.term < one.coveredBy->term) {
            around.push_back(&one);
        }
    }
    checkCovered(list);
    checkMergeable(list);
}

/// Names each network once, however many others hold it.
void RecordLinter::checkInside(Listed& inner, const std::vector<Listed*>& around)
{
    if (around.empty()) {
        return;
    }
    Listed& outer = *around.back();
    if (outer.term->qualifier == inner.term->qualifier) {
        inner.coveredBy = &outer;
        inner.isDisputed = outer.isDisputed; // by one around both
        return;
    }
    inner.isDisputed = true;
    outer.isDisputed = true;
    report(Rule::ConflictingQualifiers, Severity::Warning, std::max(inner.term, outer.term)->span);
}

/// What an earlier term covers is never reached; what a later one covers can go when nothing between the two
/// may decide otherwise.
void RecordLinter::checkCovered(const std::vector<Listed>& list)
{
    for (const Listed& inner : list) {
        if (inner.coveredBy == nullptr) {
            continue;
        }
        const Listed& outer = *inner.coveredBy;
        const bool isReached = inner.term < outer.term;
        if (!isReached || (!inner.isDisputed && segmentOf(inner.term->span, m_barriers) ==
                                                    segmentOf(outer.term->span, m_barriers))) {
            addRemoval(report(Rule::Covered, Severity::Info, inner.term->span,
                              {std::string(at(inner.term->span)), std::string(at(outer.term->span))}),
                       inner.term->span);
        }
    }
}

/// Merging puts networks at the place of the first: only those between the same two barriers.
void RecordLinter::checkMergeable(const std::vector<Listed>& list)
{
    std::map<std::pair<Qualifier, std::size_t>, std::vector<net::Network>> groups;
    for (const Listed& one : list) {
        if (one.coveredBy == nullptr) {
            groups[{one.term->qualifier, segmentOf(one.term->span, m_barriers)}].push_back(one.network);
        }
    }
    for (const auto& [group, networks] : groups) {
        for (const net::Network& merged : net::Network::aggregated(networks)) {
            const auto start = std::ranges::lower_bound(list, merged.first(), {}, &Listed::first);
            std::vector<const Term*> parts;
            bool isDisputed = false;
            for (auto one = start; one != list.end() && merged.contains(one->network); ++one) {
                isDisputed = isDisputed || one->isDisputed || one->term->qualifier != group.first;
                if (one->coveredBy == nullptr && segmentOf(one->term->span, m_barriers) == group.second) {
                    parts.push_back(one->term);
                }
            }
            if (parts.size() > 1 && !isDisputed) {
                std::ranges::sort(parts);
                reportMergeable(parts, merged);
            }
        }
    }
}

void RecordLinter::reportMergeable(const std::vector<const Term*>& parts, const net::Network& merged)
{
    const Term& first = *parts.front();
    const std::string text = std::string(merged.address().isV4() ? "ip4:" : "ip6:") + merged.toString();
    const bool isPass = first.qualifier == Qualifier::Pass;
    const std::string term = (isPass ? std::string() : std::string(1, sign(first.qualifier))) + text;
    Finding& finding = report(Rule::Mergeable, Severity::Info, first.span, {text});
    std::vector<RecordEdit> edits{{first.span.start, first.span.length, term}};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Span span = parts[i]->span; // the blank in front goes, too
        edits.push_back({span.start - 1, span.length + 1, {}});
    }
    addFix(finding, FixCode::Merge, {term}, edits);
}

} // namespace spf
