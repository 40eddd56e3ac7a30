// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain, in words: a sentence for each term of its tree, notes and origin of each network,
// totals, and what becomes of one address.
#pragma once

#include "core/spf/coverage.h"
#include "core/spf/sender_networks.h"

#include <QString>
#include <QStringList>

namespace words {

/// What the term allows: "the 2 mail hosts: ...", "everyone else: softfail". Inside of an include only what
/// passes counts.
[[nodiscard]] QString sentence(const spf::OutlineTerm& term, bool isIncluded);

/// "look-up 11 of 10: permerror"
[[nodiscard]] QString overLimit(int lookups, int limit);
/// What the whole tree exceeds, a sentence each; empty when an evaluation may get to its end.
[[nodiscard]] QStringList overLimits(int lookups, int voidLookups, const spf::Limits& limits);

/// Why a record cannot be used; empty when it can.
[[nodiscard]] QString problem(const spf::OutlineRecord& record, bool isTop);

/// "256", "65,536 × /64", "part of a /64": addresses where nothing else is said.
[[nodiscard]] QString size(const net::Network& network);

/// What mail from the network gets: "pass", "fail"; "no match" for what is refused inside of an include.
[[nodiscard]] QString effect(const spf::SenderNetwork& network);

/// "duplicate of 192.0.2.0/24 (_spf.x.com)": one text for each note, the first few of many.
[[nodiscard]] QStringList notes(const spf::SenderNetwork& network, const spf::SenderNetworks& all);

/// "example.com › _spf.x.com › ip4:192.0.2.0/24"
[[nodiscard]] QString way(const std::vector<std::string>& path);

/// "AS64496 HIKARI, JP"
[[nodiscard]] QString operatorText(std::uint32_t asNumber, const std::string& name);

/// "37 networks", "12,345 IPv4 addresses", "4 IPv6 /64s".
[[nodiscard]] QStringList totals(const spf::SenderNetworks& senders);

/// "203.0.113.5 may send: ip4:203.0.113.0/24 of _spf.x.com", or who refuses it, and what cannot be excluded.
[[nodiscard]] QString coverage(const spf::Coverage& coverage, const QString& client);

/// The look-up of operators, as far as there is something to say about it.
[[nodiscard]] QString operatorsNote(std::size_t untold, bool isCut);

} // namespace words
