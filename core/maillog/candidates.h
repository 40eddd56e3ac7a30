// SPDX-License-Identifier: GPL-3.0-or-later
// What a line has to contain to be looked at: the one table of it. All other lines are passed over without
// being cut out of their block, so a dialect is read only when a word of its lines stands here.
#pragma once

#include "core/maillog/literal_scan.h"

#include <array>

namespace maillog {

/// "spf" stands in the names of all policy programs, in rspamd's symbols, OpenDMARC's lines, Trend Micro's
/// header and the usual reasons of refusals; the codes (RFC 7372) tell refusals with a text of one's own.
inline constexpr std::array<Literal, 5> candidateLiterals{
    {{"spf", true},
     {"message repeated ", false}, // of syslogd and rsyslog: stands for the line before, or holds one
     {" 5.7.23 ", false},
     {" 5.7.24 ", false},
     {" 4.7.24 ", false}}};

} // namespace maillog
