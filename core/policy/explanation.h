// SPDX-License-Identifier: GPL-3.0-or-later
// Which entry or section decides about a mail, and what was asked before it (SPEC 2.1): the effective policy
// of an address without evaluating SPF.
#pragma once

#include "core/policy/decision.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace policy {

/// What is asked, in the order of SPEC 2.1.
enum class Step : std::uint8_t {
    Request,
    Identity,
    WhiteIp,
    WhiteDomain,
    EnforceIp,
    EnforceDomain,
    Section,
    Globals
};
[[nodiscard]] std::string_view word(Step step) noexcept; ///< "white_ip", "section", ...

enum class Consideration : std::uint8_t {
    Decides,
    NoMatch,
    NotAsked, ///< nothing to ask about: no client address, or no domain
    Shadowed, ///< would match, but something before it decides
};
[[nodiscard]] std::string_view word(Consideration consideration) noexcept; ///< "decides", "no-match", ...

struct ConsideredStep
{
    Step step;
    Consideration consideration;
    std::string entry; ///< the entry or section that matches, as written
    friend bool operator==(const ConsideredStep&, const ConsideredStep&) = default;
};

struct Explanation
{
    Identity identity = Identity::None;
    std::string domain;
    std::vector<ConsideredStep> steps; ///< one Section step for each matching section, else one without entry
    config::PerResult<RuleAction> actions;
};

/// Without a client address the two IP lists are not asked.
[[nodiscard]] Explanation explain(const Request& request, const config::PolicyConfig& config);

} // namespace policy
