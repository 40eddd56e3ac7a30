// SPDX-License-Identifier: GPL-3.0-or-later
// What a line has to contain to be looked at: the one table of it. All other lines are passed over without
// being cut out of their block, so a dialect is read only when a word of its lines stands here.
#pragma once

#include "core/maillog/literal_scan.h"

#include <array>

namespace maillog {

inline constexpr std::array<Literal, 4> candidateLiterals{{
    {"policyd-spf", false},      // pypolicyd-spf, postfix-policyd-spf-perl, too
    {"policy-spf", false},       // postfix/policy-spf
    {"SPFPolicyd", true},        // as a program's name in any case
    {"message repeated ", false} // of syslogd and rsyslog: stands for the line before, or holds one
}};

} // namespace maillog
