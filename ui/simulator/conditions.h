// SPDX-License-Identifier: GPL-3.0-or-later
// Under which conditions mail is judged on this page: chosen once at the top, the same for one mail, many
// mails and the senders of a domain.
#pragma once

#include "core/config/policy_config.h"
#include "core/spf/report.h"
#include "ui/simulator/dns_source.h"

#include <functional>
#include <string>

namespace ui {

struct Conditions
{
    DnsSource source;
    config::PolicyConfig config;
    spf::Limits limits;
    std::string receiver;  ///< our host name, for %{r}
    std::int64_t time = 0; ///< seconds since 1970, for %{t}
};

/// The conditions as they stand when asked.
using ConditionsNow = std::function<Conditions()>;

} // namespace ui
