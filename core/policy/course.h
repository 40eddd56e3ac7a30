// SPDX-License-Identifier: GPL-3.0-or-later
// The first steps of SPEC 2.1 one by one, for the decision and for its explanation.
#pragma once

#include "core/policy/decision.h"

namespace policy {

/// Step 0: the request is one we act on.
[[nodiscard]] bool isActedOn(const Request& request);
/// Step 2: which name is checked, for whom (A13 to A15).
[[nodiscard]] Course identify(const Request& request, const config::PolicyConfig& config);
/// Steps 3 to 5: a skip, or nothing when SPF has to be evaluated.
[[nodiscard]] std::optional<Decision> exemption(const Course& course, const config::PolicyConfig& config);

} // namespace policy
