// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of what stands in front of a line's text (RFC 3164, RFC 5424), for the reader of checks and the
// reader of messages.
#pragma once

#include "core/base/ascii.h"
#include "core/base/char_set.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace maillog {

[[nodiscard]] inline std::string_view withoutLeadingBlanks(std::string_view text) noexcept
{
    text.remove_prefix(base::lengthOf(text, base::charSet<" \t">));
    return text;
}

/// Up to the next blank, which is taken off `rest`, too.
inline std::string_view takeWord(std::string_view& rest) noexcept
{
    const auto taken = rest.substr(0, std::min(rest.find(' '), rest.size()));
    rest = withoutLeadingBlanks(rest.substr(taken.size()));
    return taken;
}

/// 0 when there is none.
[[nodiscard]] inline std::uint32_t pidOf(std::string_view digits) noexcept
{
    return static_cast<std::uint32_t>(base::parseNumber(digits, UINT32_MAX).value_or(0));
}

/// RFC 5424 6.3: "-" or "[id name="value" ...]" groups; inside a value, "]" and "\"" are escaped. 6.4: the
/// text may begin with a BOM.
inline void skipStructuredData(std::string_view& rest) noexcept
{
    if (rest.starts_with('-')) {
        rest.remove_prefix(1);
    }
    while (rest.starts_with('[')) {
        std::size_t at = 1;
        for (bool quoted = false; at < rest.size() && (quoted || rest[at] != ']'); ++at) {
            if (rest[at] == '\\') {
                ++at;
            } else if (rest[at] == '"') {
                quoted = !quoted;
            }
        }
        rest.remove_prefix(std::min(at + 1, rest.size()));
    }
    rest = withoutLeadingBlanks(rest);
    if (rest.starts_with("\xEF\xBB\xBF")) {
        rest.remove_prefix(3);
    }
}

} // namespace maillog
