// SPDX-License-Identifier: GPL-3.0-or-later
// A result that is taken for granted instead of being asked for: what-if checks and test mails.
#pragma once

#include "core/spf/evaluation.h"

namespace spf {

/// A domain that cannot be checked is none all the same (RFC 7208 4.3).
[[nodiscard]] Report assumedReport(const Check& check, const Options& options, Result assumed);

} // namespace spf
