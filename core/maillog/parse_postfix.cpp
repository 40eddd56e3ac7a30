// SPDX-License-Identifier: GPL-3.0-or-later
// What Postfix itself says about SPF: "NOQUEUE: reject: RCPT from host[ip]: 550 5.7.23 <rcpt>: Recipient
// address rejected: reason; from=<> to=<> proto=ESMTP helo=<>" repeats what a policy program answered
// (MAILLOG.md 1), and header_checks can log Trend Micro's header.
#include "core/maillog/fields.h"

#include "core/base/ascii.h"

#include <array>

namespace maillog {

namespace {

struct Refusal
{
    std::string_view queueId; ///< empty for NOQUEUE
    std::string_view text;    ///< "RCPT from host[ip]: 550 ..."
};

std::optional<Refusal> refusalOf(std::string_view text) noexcept
{
    static constexpr std::array<std::string_view, 2> beginnings{"reject: ", "milter-reject: "};
    const auto id = splitFirst(text, ": ");
    if (!id) {
        return std::nullopt;
    }
    for (const auto beginning : beginnings) {
        if (id->after.starts_with(beginning)) {
            return Refusal{id->before == "NOQUEUE" ? std::string_view{} : id->before,
                           id->after.substr(beginning.size())};
        }
    }
    return std::nullopt;
}

/// The address in "RCPT from host[ip]:" or, with smtpd_client_port_logging, "host[ip]:port:".
std::optional<Split> clientOf(std::string_view text) noexcept
{
    const auto from = splitFirst(text, " from ");
    const auto open = from ? splitFirst(from->after, "[") : std::nullopt;
    auto close = open ? splitFirst(open->after, "]:") : std::nullopt;
    if (!close) {
        return std::nullopt;
    }
    auto& rest = close->after;
    if (!rest.empty() && base::isDigit(rest.front())) {
        rest = splitFirst(rest, ":").value_or(Split{{}, rest}).after;
    }
    return close;
}

/// "from=<s> to=<r> proto=ESMTP helo=<h>": sender, recipient and HELO are the client's choice.
void readEnvelope(std::string_view text, Event& event) noexcept
{
    const auto upToClosing = [](std::string_view value) {
        return value.ends_with('>') ? value.substr(0, value.size() - 1) : value;
    };
    if (const auto helo = splitLast(text, " helo=<")) {
        event.helo = upToClosing(trimmedOf(helo->after, charSet<" ">));
        text = helo->before;
    }
    if (const auto protocol = splitLast(text, " proto=")) {
        text = protocol->before;
    }
    if (const auto recipient = splitLast(text, " to=<")) {
        event.recipient = upToClosing(recipient->after);
        text = recipient->before;
    }
    setSender(event, upToClosing(text));
}

bool speaksOfSpf(std::string_view reason) noexcept
{
    static constexpr std::array<std::string_view, 3> codes{"5.7.23 ", "5.7.24 ", "4.7.24 "}; // RFC 7372 3.1
    for (const auto code : codes) {
        if (reason.find(code) != std::string_view::npos) {
            return true;
        }
    }
    // The recipient's address may be named in front.
    const auto words = splitFirst(reason, " rejected: ").value_or(Split{{}, reason}).after;
    return words.find("SPF") != std::string_view::npos || words.find("spf") != std::string_view::npos;
}

Event refused(const Refusal& refusal)
{
    Event event;
    event.kind = LineKind::Other;
    const auto client = clientOf(refusal.text);
    if (!client) {
        return event;
    }
    const auto envelope = splitLast(client->after, "; from=<");
    const auto reason = trimmedOf(envelope ? envelope->before : client->after, charSet<" ">);
    if (!speaksOfSpf(reason)) {
        return event;
    }
    event.kind = LineKind::Rejection;
    event.action = reason.starts_with('4') ? Action::TempBlock : Action::Block;
    event.address = client->before;
    event.queueId = refusal.queueId;
    if (envelope) {
        readEnvelope(envelope->after, event);
    }
    event.whole = envelope.has_value();
    return event;
}

/// "4B1...: warning: header X-TM-Received-SPF: Pass (...) ... from host[ip]; from=<> to=<> proto= helo=<>"
std::optional<Event> loggedHeader(std::string_view text)
{
    constexpr std::string_view name = "header X-TM-Received-SPF: ";
    const auto id = splitFirst(text, ": ");
    const auto found = id ? splitFirst(id->after, ": ") : std::nullopt; // in front stand id and one word
    if (!found || !found->after.starts_with(name)) {
        return std::nullopt;
    }
    const auto value = found->after.substr(name.size());
    const auto envelope = splitLast(value, "]; from=<");
    Event event = parseTmHeader(
        envelope ? splitLast(envelope->before, " from ").value_or(Split{envelope->before, {}}).before
                 : value);
    event.queueId = id->before;
    if (envelope) {
        Event parties;
        readEnvelope(envelope->after, parties);
        event.recipient = parties.recipient;
    }
    return event;
}

} // namespace

Event parsePostfix(std::string_view text)
{
    if (const auto header = loggedHeader(text)) {
        return *header;
    }
    Event event;
    event.kind = LineKind::Other;
    if (const auto refusal = refusalOf(text)) {
        event = refused(*refusal);
    }
    event.dialect = Dialect::Postfix;
    return event;
}

} // namespace maillog
