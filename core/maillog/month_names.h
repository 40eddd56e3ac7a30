// SPDX-License-Identifier: GPL-3.0-or-later
// Months as syslog daemons write them when their locale is not English: strftime("%b") of the common
// languages, with and without a full stop, in UTF-8 and ISO 8859-1 (MAILLOG.md, "Timestamp forms").
#pragma once

#include <string_view>

namespace maillog {

/// 1 to 12; 0 for any other word.
[[nodiscard]] int monthOf(std::string_view name) noexcept;

} // namespace maillog
