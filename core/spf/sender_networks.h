// SPDX-License-Identifier: GPL-3.0-or-later
// The outline of a domain as one list of networks in the order of evaluation: what a match means for its
// mail, how the networks stand to each other, and how many addresses may send (RFC 7208 4.6, 5.2, 6.1).
#pragma once

#include "core/spf/outline.h"

#include <cstddef>
#include <cstdint>

namespace spf {

/// How a network stands to an `other` one of the same list.
struct SenderNote
{
    enum class Kind {
        Duplicate, ///< the same network, listed before with the same meaning
        Inside,    ///< inside of a wider one of the same meaning
        Overruled, ///< all of it is decided before, with another meaning
        Except,    ///< a part of it is decided before, with another meaning
    };
    Kind kind;
    std::size_t other;
    friend bool operator==(const SenderNote&, const SenderNote&) = default;
};

/// "duplicate", "inside", "overruled", "except": the word in JSON.
[[nodiscard]] std::string_view word(SenderNote::Kind kind) noexcept;

struct SenderNetwork
{
    OutlineNetwork network;                ///< "all" is listed as 0.0.0.0/0 and ::/0 where it lets pass
    Qualifier qualifier = Qualifier::Pass; ///< what a match means for mail of the domain
    /// Refused inside of an include: the include does not match, and the evaluation goes on with that entry.
    std::optional<std::size_t> goesOnAt;
    std::vector<std::string>
        path; ///< domains, then the term: "example.com", "_spf.x.com", "ip4:192.0.2.0/24"
    std::vector<std::size_t> place; ///< of the term: its number in each record on the way, from the top
    std::vector<SenderNote> notes;

    [[nodiscard]] bool mayPass() const noexcept { return qualifier == Qualifier::Pass && !goesOnAt; }
};

/// Of what may pass; each address counts once, and not at all where it is refused before.
struct SenderTotals
{
    std::size_t networks = 0;        ///< as listed, repeated ones included
    std::uint64_t ipv4Addresses = 0; ///< at most 2^32
    std::uint64_t ipv6Subnets64 = 0; ///< /64s with at least one address; 2^64 - 1 stands for all
    friend bool operator==(const SenderTotals&, const SenderTotals&) = default;
};

struct SenderNetworks
{
    std::vector<SenderNetwork> networks;
    SenderTotals totals;
    bool isCut = false; ///< there are more networks than are listed
};

/// At most `limit` networks are listed and counted.
[[nodiscard]] SenderNetworks senderNetworks(const OutlineRecord& root, std::size_t limit = 5000);

} // namespace spf
