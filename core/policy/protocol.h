// SPDX-License-Identifier: GPL-3.0-or-later
// The wire form of Postfix's policy delegation protocol (SPEC 3.1): requests out of a byte stream, replies
// into it.
#pragma once

#include "core/policy/request.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace policy {

struct ProtocolError
{
    enum class Code {
        NotAnAttribute, ///< a line without "="
        LineTooLong,
        RequestTooLong, ///< too many bytes before the empty line
        NoRequest,      ///< no request= attribute
        EndInsideRequest,
    };
    Code code;
    std::size_t line = 0; ///< in the request, from 1
    friend bool operator==(const ProtocolError&, const ProtocolError&) = default;
};

struct ProtocolLimits
{
    std::size_t line = 8 * 1024;
    std::size_t request = 64 * 1024;
};

/// A request with everything it said, unknown attributes included.
struct ReceivedRequest
{
    Request request;
    std::vector<std::pair<std::string, std::string>> attributes; ///< as sent, in order, repetitions included
};

/// Fed with pieces of any size. After an error it yields nothing more: no reply is sent, the connection ends.
class RequestReader
{
public:
    explicit RequestReader(ProtocolLimits limits = {});

    void feed(std::string_view bytes);
    /// No more bytes will come: an unfinished request is an error.
    void finish();
    /// The next whole request; nothing when more bytes are needed, or after error().
    [[nodiscard]] std::optional<ReceivedRequest> next();

    [[nodiscard]] const std::optional<ProtocolError>& error() const noexcept { return m_error; }

private:
    [[nodiscard]] std::optional<std::string_view> takeLine();
    void addAttribute(std::string_view line);
    [[nodiscard]] ReceivedRequest complete();
    void fail(ProtocolError::Code code);
    void dropRead();

    ProtocolLimits m_limits;
    std::string m_buffer;
    std::size_t m_read = 0;    ///< bytes of m_buffer already used
    std::size_t m_scanned = 0; ///< bytes of m_buffer known to hold no line end
    std::size_t m_lines = 0;
    std::size_t m_requestBytes = 0;
    ReceivedRequest m_current;
    bool m_finished = false;
    std::optional<ProtocolError> m_error;
};

/// "action=TEXT" and the empty line; control characters in the text become blanks.
[[nodiscard]] std::string formatReply(std::string_view postfixAction);

/// What a client sends, for tests and the tools that talk to a daemon.
[[nodiscard]] std::string formatRequest(const Request& request);

} // namespace policy
