// SPDX-License-Identifier: GPL-3.0-or-later
// What a line must contain for a regular expression to match it: a search for plain text passes over nearly
// all lines, and is many times faster than the expression itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

/// One text for each alternative of the pattern (PCRE2 syntax), the longest run of plain characters outside
/// of groups; none when one of them has none of at least `shortest` bytes, or when the pattern uses what is
/// not looked into.
[[nodiscard]] std::vector<std::string> requiredTexts(std::string_view pattern, std::size_t shortest = 3);

} // namespace maillog
