// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain, as it was found by one run: tree and list are two views of it.
#pragma once

#include "core/spf/report.h"
#include "core/spf/sender_networks.h"

#include <memory>

namespace ui {

struct SendersOutcome
{
    spf::OutlineRecord root;
    dns::Recording answers; ///< that it was made from
    int voidLookups = 0;
    spf::Limits limits; ///< what is said of look-ups and of addresses holds under these
    spf::SenderNetworks senders;
};

using SendersOutcomePtr = std::shared_ptr<const SendersOutcome>;

} // namespace ui
