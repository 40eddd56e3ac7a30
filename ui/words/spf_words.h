// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for what an SPF evaluation tells: problems, outcomes of terms, ways a DNS question can end
// (RFC 7208, SPEC 9). Protocol words stay as they are in every language.
#pragma once

#include "core/dns/message.h"
#include "core/spf/report.h"

#include <QString>

namespace words {

/// Why the result is none, permerror or temperror: one sentence with the term or domain that is meant.
[[nodiscard]] QString message(const spf::Problem& problem);

/// What became of a term: "matches", "does not match", ...
[[nodiscard]] QString name(spf::Outcome outcome);

/// How a DNS question ended, as a sentence ("The name does not exist.").
[[nodiscard]] QString message(dns::Status status);

/// "7 of 10"
[[nodiscard]] QString countOfLimit(int count, int limit);

/// What decided: the term, or that no term matched.
[[nodiscard]] QString decidedBy(const spf::Report& report);

} // namespace words
