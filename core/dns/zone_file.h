// SPDX-License-Identifier: GPL-3.0-or-later
// Reads master files (RFC 1035 5, RFC 2308 4 for $TTL) and our `$FAILURE name timeout|servfail|refused`.
// A line that cannot be read is named and left out; the rest of the file is still read.
#pragma once

#include "core/dns/zone.h"

#include <string>
#include <string_view>
#include <vector>

namespace dns {

struct ZoneProblem
{
    enum class Code {
        UnclosedQuote,
        UnbalancedParenthesis,
        BadEscape,
        UnknownDirective, ///< also $INCLUDE and $GENERATE
        NoOwner,          ///< a record without name before any other
        MissingType,
        UnknownType, ///< warning: the record is left out
        MissingData,
        ExtraData,
        BadName,
        BadAddress,
        BadNumber,
        BadTtl,
        BadFailureWord,
        StringTooLong, ///< warning: above 255 octets; the record is kept
    };
    Code code;
    std::size_t line = 0;   ///< from 1
    std::size_t column = 0; ///< in bytes, from 1
    std::string detail;     ///< the offending word

    [[nodiscard]] bool isWarning() const noexcept
    {
        return code == Code::UnknownType || code == Code::StringTooLong;
    }

    friend bool operator==(const ZoneProblem&, const ZoneProblem&) = default;
};

struct ZoneFile
{
    Zone zone;
    std::vector<ZoneProblem> problems;
};

/// `origin` completes relative names until the first $ORIGIN.
[[nodiscard]] ZoneFile readZoneFile(std::string_view text, std::string_view origin = {});

} // namespace dns
