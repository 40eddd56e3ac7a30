// SPDX-License-Identifier: GPL-3.0-or-later
// DNS messages as octets (RFC 1035 4, RFC 6891): questions out of our values, values out of answers. Names
// may hold any octet, strings may hold NUL; a message that breaks a rule is Malformed, never guessed at.
#pragma once

#include "core/dns/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dns {

/// False when a label is empty or above 63 octets, or the whole above 255 octets on the wire.
[[nodiscard]] bool fitsMessage(std::string_view name) noexcept;

/// A query with recursion desired that wants to know what DNSSEC proves (RFC 6840 5.7). With `udpSize` an OPT
/// record (EDNS) ends it, which allows answers of that size over UDP. Nothing when the name does not fit.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> encodeQuery(const Question& question, std::uint16_t id,
                                                                   std::uint16_t udpSize);

struct Reply
{
    Answer answer;
    /// The alias chain ends at a name about which the message says nothing (RFC 1034 4.3.2 step 3c leaves the
    /// rest to the asker): the last alias has to be asked.
    bool isUnfinished = false;
};

/// Reads an answer to `question`; aliases are followed inside the message. Also any wrong kind of message
/// (a query, another question, cut off) is Malformed.
[[nodiscard]] Reply readReply(std::span<const std::uint8_t> message, const Question& question);

} // namespace dns
