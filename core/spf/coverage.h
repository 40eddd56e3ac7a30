// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of mail from one address by an outline alone: which term decides, and which could decide
// otherwise (RFC 7208 4.6, 5.2, 6.1).
#pragma once

#include "core/spf/outline.h"
#include "core/spf/report.h"

namespace spf {

/// What the outline tells about mail from one address.
struct Coverage
{
    Result result = Result::Neutral;
    std::vector<std::string> path;         ///< to the term that decided; only domains when none did
    std::optional<OutlineNetwork> network; ///< that holds the address
    /// Terms before the decision that depend on the mail or were not followed: each could decide otherwise.
    std::vector<std::vector<std::string>> open;
};

[[nodiscard]] Coverage coverage(const OutlineRecord& root, const net::IpAddress& client,
                                const Limits& limits = {});

} // namespace spf
