// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/protocol.h"

#include <algorithm>

namespace policy {

namespace {

struct Field
{
    std::string_view name;
    std::string Request::* member;
};

constexpr Field fields[] = {
    {"request", &Request::request},
    {"protocol_state", &Request::protocolState},
    {"client_address", &Request::clientAddress},
    {"helo_name", &Request::heloName},
    {"sender", &Request::sender},
    {"recipient", &Request::recipient},
    {"instance", &Request::instance},
    {"queue_id", &Request::queueId},
};

/// Nothing is assumed of a request on the wire: what it does not say is empty.
ReceivedRequest emptyRequest()
{
    ReceivedRequest received;
    received.request.request.clear();
    received.request.protocolState.clear();
    return received;
}

} // namespace

RequestReader::RequestReader(ProtocolLimits limits) : m_limits(limits), m_current(emptyRequest()) {}

void RequestReader::feed(std::string_view bytes)
{
    if (!m_error) {
        dropRead();
        m_buffer += bytes;
    }
}

void RequestReader::finish()
{
    m_finished = true;
}

std::optional<ReceivedRequest> RequestReader::next()
{
    while (!m_error) {
        const auto line = takeLine();
        if (!line) {
            break;
        }
        ++m_lines;
        if (!line->empty()) {
            addAttribute(*line);
        } else if (m_current.request.request.empty()) {
            fail(ProtocolError::Code::NoRequest);
        } else {
            return complete();
        }
    }
    const bool isUnfinished = m_lines > 0 || m_read < m_buffer.size();
    if (m_finished && isUnfinished && !m_error) {
        fail(ProtocolError::Code::EndInsideRequest);
    }
    return std::nullopt;
}

std::optional<std::string_view> RequestReader::takeLine()
{
    const auto end = m_buffer.find('\n', std::max(m_read, m_scanned));
    const std::size_t length = (end == std::string::npos ? m_buffer.size() : end) - m_read;
    if (length > m_limits.line || m_requestBytes + length > m_limits.request) {
        ++m_lines; // the line at fault
        fail(length > m_limits.line ? ProtocolError::Code::LineTooLong : ProtocolError::Code::RequestTooLong);
        return std::nullopt;
    }
    if (end == std::string::npos) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    std::string_view line = std::string_view(m_buffer).substr(m_read, length);
    m_read = end + 1;
    m_requestBytes += length + 1;
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

void RequestReader::addAttribute(std::string_view line)
{
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        fail(ProtocolError::Code::NotAnAttribute);
        return;
    }
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    for (const Field& field : fields) {
        if (field.name == name) {
            m_current.request.*field.member = value;
        }
    }
    if (name == "stress") {
        m_current.request.stress = value == "yes";
    }
    m_current.attributes.emplace_back(name, value);
}

ReceivedRequest RequestReader::complete()
{
    ReceivedRequest whole = std::move(m_current);
    m_current = emptyRequest();
    m_lines = 0;
    m_requestBytes = 0;
    return whole;
}

void RequestReader::fail(ProtocolError::Code code)
{
    m_error = ProtocolError{code, m_lines};
    m_buffer.clear();
    m_read = 0;
    m_scanned = 0;
}

/// Only once the used part is large: a stream of small requests is not moved again and again.
void RequestReader::dropRead()
{
    constexpr std::size_t worthMoving = 64 * 1024;
    if (m_read == m_buffer.size() || m_read > worthMoving) {
        m_buffer.erase(0, m_read);
        m_scanned = m_scanned > m_read ? m_scanned - m_read : 0;
        m_read = 0;
    }
}

std::string formatReply(std::string_view postfixAction)
{
    std::string reply = "action=";
    for (const char c : postfixAction) {
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        reply += isControl ? ' ' : c;
    }
    return reply + "\n\n";
}

std::string formatRequest(const Request& request)
{
    std::string text;
    const auto add = [&text](std::string_view name, std::string_view value) {
        text.append(name).append("=");
        for (const char c : value) {
            text += c == '\n' || c == '\0' ? ' ' : c;
        }
        text += '\n';
    };
    for (const Field& field : fields) {
        add(field.name, request.*field.member);
    }
    if (request.stress) {
        add("stress", "yes");
    }
    return text + '\n';
}

} // namespace policy
