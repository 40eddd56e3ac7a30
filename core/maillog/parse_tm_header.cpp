// SPDX-License-Identifier: GPL-3.0-or-later
// X-TM-Received-SPF as Trend Micro Email Security writes it (SPEC 4.3): "Pass (domain of U designates IP as
// permitted sender) client-ip=IP; envelope-from=U; helo=H". Forms of which only samples are known, so all is
// guessed.
#include "core/maillog/fields.h"

#include "core/net/ip_address.h"

namespace maillog {

namespace {

/// Between brackets: the first word that is an address.
std::string_view addressIn(std::string_view text) noexcept
{
    while (!text.empty()) {
        const auto word = text.substr(0, std::min(text.find(' '), text.size()));
        const auto bare = trimmedOf(word, charSet<"()">);
        if (net::IpAddress::parse(bare)) {
            return bare;
        }
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return {};
}

void readParties(std::string_view text, Event& event) noexcept
{
    if (const auto address = splitFirst(text, "client-ip=")) {
        event.address =
            address->after.substr(0, std::min(address->after.find_first_of("; "), address->after.size()));
        auto rest = address->after;
        if (const auto helo = splitLast(rest, "; helo=")) {
            event.helo = trimmedOf(helo->after, charSet<" ;\t">);
            rest = helo->before;
        }
        if (const auto sender = splitFirst(rest, "; envelope-from=")) {
            setSender(event, trimmedOf(sender->after, charSet<" ;\t">));
            return;
        }
    } else {
        event.address = addressIn(text);
    }
    if (const auto subject = splitFirst(text, "domain of ")) {
        auto name = subject->after;
        name = name.starts_with("transitioning ") ? name.substr(14) : name;
        setSender(event, trimmedOf(name.substr(0, std::min(name.find(' '), name.size())), charSet<")">));
        event.domain = event.domain.empty() ? event.sender : event.domain;
        event.sender = event.domain == event.sender ? std::string_view{} : event.sender;
    }
}

} // namespace

Event parseTmHeader(std::string_view text)
{
    Event event;
    event.dialect = Dialect::Tmems;
    event.result = resultOf(leadingWord(text));
    if (!event.result) {
        return event;
    }
    event.kind = LineKind::Check;
    readParties(text, event);
    event.identity = event.domain.empty() ? policy::Identity::Helo : policy::Identity::MailFrom;
    event.whole = !event.address.empty();
    for (const Field field : {Field::Result, Field::Identity, Field::Address, Field::Sender, Field::Domain}) {
        event.guessed.add(field);
    }
    if (!event.helo.empty()) {
        event.guessed.add(Field::Helo);
    }
    return event;
}

} // namespace maillog
