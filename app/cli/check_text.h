// SPDX-License-Identifier: GPL-3.0-or-later
// The report of `spfpolicy check` for people.
#pragma once

#include "app/cli/context.h"
#include "app/cli/text_layout.h"
#include "core/qtio/runs/mail_check.h"

namespace cli {

[[nodiscard]] Tone toneOf(spf::Result result);
[[nodiscard]] Tone toneOf(policy::Action action);

void printCheck(Context& context, const qtio::CheckOutcome& outcome);

/// The tree of records and terms with their DNS questions, and the counters; nothing without a trace.
void printTrace(Context& context, const qtio::CheckOutcome& outcome);

} // namespace cli
