// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain, for people: the tree of terms with a sentence each, then the networks with the
// way to them.
#pragma once

#include "app/cli/context.h"
#include "core/qtio/runs/origin_run.h"
#include "core/spf/outline.h"
#include "core/spf/report.h"
#include "core/spf/sender_networks.h"

namespace cli {

void printOutline(Context& context, const spf::Outline& outline, const spf::Limits& limits);
/// `origins` is null when operators were not asked for.
void printNetworks(Context& context, const spf::SenderNetworks& senders, const qtio::OriginRun* origins);

} // namespace cli
