// SPDX-License-Identifier: GPL-3.0-or-later
// A line of any program in its parts: stamp, host, program, process, queue id, text. What a person reads and
// what the lines of one message have in common; the fields of SPF checks are read by event.h.
#pragma once

#include "core/maillog/timestamp.h"
#include "core/net/ip_address.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace maillog {

/// Views into the line. A line without a stamp or without a program has all of it in `text`.
struct LogLine
{
    std::optional<Stamp> stamp;
    std::string_view stampText; ///< as written
    std::string_view host;
    std::string_view program; ///< "postfix/smtpd"
    std::uint32_t pid = 0;
    std::string_view queueId; ///< at the start of the text: "4ABC0A1B2C: ..."
    std::string_view text;    ///< what follows "program[pid]: ", the queue id included
};

[[nodiscard]] LogLine parseLogLine(std::string_view line) noexcept;

/// "smtpd" of "postfix/submission/smtpd".
[[nodiscard]] std::string_view baseName(std::string_view program) noexcept;

/// Short (hexadecimal) and long (base 52) queue ids of Postfix.
[[nodiscard]] bool isQueueId(std::string_view word) noexcept;

/// The value behind `name`, which ends with "=" or ": " and stands at the start of a word; without <> around
/// it. Nothing when the name is not there.
[[nodiscard]] std::optional<std::string_view> valueOf(std::string_view text, std::string_view name) noexcept;

/// The whole word stands somewhere: 192.0.2.1 is not in 192.0.2.10.
[[nodiscard]] bool mentions(std::string_view text, std::string_view word) noexcept;

/// "from NAME[ADDRESS]" and "client=NAME[ADDRESS]" of smtpd, as one family.
[[nodiscard]] std::optional<net::IpAddress> clientOf(std::string_view text) noexcept;

/// A piece of the text that is a name=value pair; offsets into the text.
struct TextField
{
    std::size_t nameStart = 0;
    std::size_t nameLength = 0; ///< without "="
    std::size_t valueStart = 0;
    std::size_t valueLength = 0; ///< <> included
    friend bool operator==(const TextField&, const TextField&) = default;
};

/// from=<a@b.example>, status=sent, client-ip=192.0.2.1 and the like, from left to right.
[[nodiscard]] std::vector<TextField> textFieldsOf(std::string_view text);

} // namespace maillog
