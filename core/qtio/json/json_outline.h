// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain as JSON (`spfpolicy record explain --json`). Sentences come in as arguments,
// because the core has none.
#pragma once

#include "core/qtio/runs/origin_run.h"
#include "core/spf/coverage.h"
#include "core/spf/sender_networks.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace qtio {

/// The sentence for a term; `isIncluded`: its record is that of an include.
using TermSentence = std::function<QString(const spf::OutlineTerm& term, bool isIncluded)>;

/// {"domain","record","state","lookups","terms":[{"term","qualifier","state","target","lookups","voidLookups",
/// "sentence","networks":[{"network","host"}],"record":{...}}]}
[[nodiscard]] QJsonObject toJson(const spf::OutlineRecord& record, const TermSentence& sentence);

/// {"network","qualifier","host","path":[...],"provider","notes":[{"kind","network","path"}]}, and "asn" and
/// "operator" with `origins`. The qualifier is null for what is refused inside of an include only.
[[nodiscard]] QJsonArray networksJson(const spf::SenderNetworks& senders, const OriginRun* origins);

/// {"networks","ipv4Addresses","ipv6Subnets64"}; numbers above 2^53 are texts.
[[nodiscard]] QJsonObject toJson(const spf::SenderTotals& totals);

/// {"result","network","path":[...],"open":[[...]]}
[[nodiscard]] QJsonObject toJson(const spf::Coverage& coverage);

} // namespace qtio
