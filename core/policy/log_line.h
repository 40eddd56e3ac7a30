// SPDX-License-Identifier: GPL-3.0-or-later
// The level 1 line that the policy program logs for each decision (SPEC 1.6): one event, key=value, stable
// order.
#pragma once

#include "core/policy/decision.h"

#include <string>
#include <string_view>

namespace policy {

/// "action=block result=fail identity=mailfrom ..." without time, host and tag.
[[nodiscard]] std::string logLine(const Decision& decision, const Request& request);

/// A value as it stands in a log line: quoted when it holds blanks, ';' or '"', without control characters.
[[nodiscard]] std::string logValue(std::string_view value);

} // namespace policy
