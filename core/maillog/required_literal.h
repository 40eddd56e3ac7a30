// SPDX-License-Identifier: GPL-3.0-or-later
// A text that everything which matches a regular expression has to hold: lines without it need not be tried.
#pragma once

#include <string>
#include <string_view>

namespace maillog {

/// The longest run of plain characters outside of groups; empty when none is sure to be there.
[[nodiscard]] std::string requiredLiteral(std::string_view regex);

} // namespace maillog
