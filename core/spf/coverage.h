// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of mail from one address by the answers an outline has seen: an evaluation of its own decides
// (RFC 7208 4.6), the outline tells which terms depend on the mail and could decide otherwise.
#pragma once

#include "core/spf/outline.h"
#include "core/spf/report.h"

namespace spf {

/// What is told about mail from one address.
struct Coverage
{
    Result result = Result::Neutral;
    std::vector<std::string> path;         ///< to the term that decided; only domains when none did
    std::optional<OutlineNetwork> network; ///< that holds the address
    /// Terms before the decision that depend on the mail or were not followed: each could decide otherwise.
    std::vector<std::vector<std::string>> open;
};

/// `answers` are those of the outline of `root`. The sender is postmaster of the domain.
[[nodiscard]] Coverage coverage(const OutlineRecord& root, const dns::Recording& answers,
                                const net::IpAddress& client, const Limits& limits = {});

} // namespace spf
