// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines are looked at: every line that a parser can read holds one of these literals, so all others are
// passed over without a look at their fields. The fast scans are tested against isCandidate().
#pragma once

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace maillog {

struct CandidateLiteral
{
    std::string_view text; ///< lower case when `anyCase`
    bool anyCase = false;
};

/// "spf" stands in the names of all policy programs, in rspamd's symbols, OpenDMARC's lines, Trend Micro's
/// header and the usual reasons of refusals; the codes (RFC 7372) tell refusals with a text of one's own.
inline constexpr std::array<CandidateLiteral, 5> candidateLiterals{{{"spf", true},
                                                                    {"message repeated ", false},
                                                                    {" 5.7.23 ", false},
                                                                    {" 5.7.24 ", false},
                                                                    {" 4.7.24 ", false}}};

[[nodiscard]] inline bool isCandidate(std::string_view line) noexcept
{
    const auto sameInAnyCase = [](char a, char b) { return base::toLower(a) == b; };
    return std::any_of(
        candidateLiterals.begin(), candidateLiterals.end(), [&](const CandidateLiteral& literal) {
            return literal.anyCase ? std::search(line.begin(), line.end(), literal.text.begin(),
                                                 literal.text.end(), sameInAnyCase) != line.end()
                                   : line.find(literal.text) != std::string_view::npos;
        });
}

} // namespace maillog
