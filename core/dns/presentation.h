// SPDX-License-Identifier: GPL-3.0-or-later
// Names and strings as a master file writes them (RFC 1035 5.1): any byte can be written, and read again.
#pragma once

#include <string>
#include <string_view>

namespace dns {

/// A name without trailing dot; bytes that would end or change it are escaped (`\032` for a blank, `\"`).
/// The root is ".".
[[nodiscard]] std::string presentName(std::string_view name);

/// `"text"`, with `\"`, `\\` and `\DDD` for what is not printable ASCII.
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace dns
