// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a trace in words: what became of a term and why, and the DNS evidence for it (RFC 7208 4.6, 5).
#pragma once

#include "core/spf/report.h"

#include <QString>
#include <QStringList>

namespace words {

/// What a sentence about a term has to know besides the term.
struct TraceScene
{
    std::string client; ///< the address that was checked
    spf::Limits limits;
    const spf::TraceNode* decider = nullptr; ///< see decidingTerm()
};

/// The term that ended the evaluation: the match or the error of the top record, followed through redirects;
/// the record itself when no term matched.
[[nodiscard]] const spf::TraceNode* decidingTerm(const spf::TraceNode& root);

/// The record an include or redirect led to; null for other terms.
[[nodiscard]] const spf::TraceNode* recordOf(const spf::TraceNode& term);

/// "ip4", "include", "redirect", ... in lower case, without qualifier and value.
[[nodiscard]] std::string termName(const spf::TraceNode& term);

/// Why a term matched or did not: "203.0.113.66 is outside". `record` holds the term.
[[nodiscard]] QString sentence(const spf::TraceNode& term, const spf::TraceNode& record,
                               const TraceScene& scene);

/// The record in short, "v=spf1 ... ~all", or why there is none.
[[nodiscard]] QString summary(const spf::TraceNode& record);

/// "NOERROR", "TTL 300", "DNSSEC" when it is proven, "192.0.2.53:53": where an answer comes from and how long
/// it may be kept; not translated.
[[nodiscard]] QStringList provenance(const dns::Answer& answer);

/// "TXT _spf.example.com  NOERROR  TTL 300  192.0.2.53:53"; not translated but for "no DNS look-up".
[[nodiscard]] QString evidence(const spf::TraceNode& node);
[[nodiscard]] QString evidence(const spf::Lookup& lookup);

/// The records of an answer on one line, in short.
[[nodiscard]] QString answers(const dns::Answer& answer);

/// "18 ms", "0.4 ms"
[[nodiscard]] QString milliseconds(std::chrono::microseconds time);

/// Bytes of a record or a name as text; what is not UTF-8 shows as replacement characters.
[[nodiscard]] QString shown(std::string_view bytes);

} // namespace words
