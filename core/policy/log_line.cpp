// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/log_line.h"

namespace policy {

namespace {

void append(std::string& line, std::string_view key, std::string_view value)
{
    if (!line.empty()) {
        line += ' ';
    }
    line.append(key).append("=").append(logValue(value));
}

std::string bracketed(std::string_view address)
{
    return std::string("<").append(address).append(">");
}

void appendRequest(std::string& line, const Request& request)
{
    append(line, "client-ip", request.clientAddress);
    append(line, "helo", request.heloName);
    append(line, "envelope-from", bracketed(request.sender));
    append(line, "to", bracketed(request.recipient));
}

} // namespace

std::string logLine(const Decision& decision, const Request& request)
{
    std::string line;
    append(line, "action", word(decision.action));
    if (!decision.result) {
        append(line, "reason", decision.rule);
        if (!decision.entry.empty()) {
            append(line, "entry", decision.entry);
        }
        appendRequest(line, request);
        append(line, "instance", request.instance);
        return line;
    }
    append(line, "result", spf::word(*decision.result));
    append(line, "identity", word(decision.identity));
    append(line, "domain", decision.domain);
    appendRequest(line, request);
    append(line, "rule", decision.rule);
    append(line, "instance", request.instance);
    append(line, "queue-id", request.queueId);
    return line;
}

std::string logValue(std::string_view value)
{
    const bool needsQuotes = value.find_first_of(" \t;\"") != std::string_view::npos;
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (needsQuotes && (c == '"' || c == '\\')) {
            text += '\\';
        }
        text += byte < 0x20 || byte == 0x7f ? '?' : c;
    }
    return needsQuotes ? '"' + text + '"' : text;
}

} // namespace policy
