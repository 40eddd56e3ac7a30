// SPDX-License-Identifier: GPL-3.0-or-later
// What an evaluation means for a mail, as the sentences of a verdict (SPEC 9).
#pragma once

#include "core/policy/decision.h"
#include "core/spf/report.h"

#include <QString>
#include <QStringList>

namespace words {

/// "sakura-store.example weakly disavows 203.0.113.66 (MAIL FROM identity)."
[[nodiscard]] QString verdict(const spf::Report& report, policy::Identity identity,
                              const std::string& client);

/// Which question failed at which server and how; empty unless a failed question is in the trace.
[[nodiscard]] QString failedQuestion(const spf::Report& report);

/// Where other checkers may say something else, and what the result depends on: whole sentences.
[[nodiscard]] QStringList notes(const spf::Report& report);

} // namespace words
