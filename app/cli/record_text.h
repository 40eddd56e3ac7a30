// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of an SPF record for people: the piece that is meant is marked under the record's text.
#pragma once

#include "app/cli/context.h"
#include "core/spf/record_lint.h"

namespace cli {

void printFindings(Context& context, const std::vector<spf::Finding>& findings);
/// The record with what it costs, for a live lint.
void printRecord(Context& context, const spf::LintReport& report);

} // namespace cli
