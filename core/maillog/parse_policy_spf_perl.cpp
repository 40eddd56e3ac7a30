// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of postfix-policyd-spf-perl: up to three a check, of which "Policy action=" counts (SPEC 5.3).
#include "core/maillog/fields.h"

#include "core/base/ascii.h"

namespace maillog {

namespace {

/// "receiver=...; identity=mailfrom; envelope-from="..."; helo=...; client-ip=..." behind a free comment.
void readFields(std::string_view text, Event& event) noexcept
{
    const auto address = splitLast(text, "; client-ip=");
    if (!address) {
        event.whole = false;
        return;
    }
    event.address = trimmedOf(address->after, charSet<" \t">);
    auto rest = address->before;
    if (const auto helo = splitLast(rest, "; helo=")) {
        event.helo = helo->after;
        rest = helo->before;
    }
    if (const auto sender = splitLast(rest, "; envelope-from=")) {
        auto quoted = sender->after;
        if (quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"') {
            quoted = quoted.substr(1, quoted.size() - 2);
        }
        setSender(event, quoted);
        rest = sender->before;
    }
    if (const auto identity = splitLast(rest, "; identity=")) {
        event.identity = identityOf(identity->after, event.sender.empty());
    }
}

Event prepended(std::string_view text)
{
    constexpr std::string_view received = "Received-SPF: ";
    Event event;
    if (text.starts_with("X-Comment: ") || text.starts_with("Authentication-Results: ")) {
        event.kind = LineKind::Skip;
        event.action = Action::Skip;
        readFields(text, event);
        event.whole = true; // this form has no fields
        return event;
    }
    if (!text.starts_with(received)) {
        return event;
    }
    text.remove_prefix(received.size());
    event.result = spf::parseResult(leadingWord(text));
    if (event.result) {
        event.kind = LineKind::Check;
        event.action = Action::Bypass;
        readFields(text, event);
    }
    return event;
}

/// A 550 has no result word; this program refuses nothing but fail.
Event refused(std::string_view text, std::string& scratch)
{
    Event event;
    scratch = percentDecoded(text);
    if (!readWhyLink(scratch, event)) {
        // The text is the sender's domain's own (exp=).
        event = readByBestEffort(scratch);
        event.whole = true;
        event.guessed = Fields();
        event.guessed.add(Field::Sender);
        event.guessed.add(Field::Address);
        event.guessed.add(Field::Identity);
    }
    event.kind = LineKind::Check;
    event.action = Action::Block;
    event.result = spf::Result::Fail;
    return event;
}

/// "DEFER_IF_PERMIT SPF-Result=DOMAIN: 'SERVFAIL' error on DNS 'TXT' lookup of '...'": which identity is not
/// said.
Event deferred(std::string_view text)
{
    constexpr std::string_view name = "SPF-Result=";
    Event event;
    event.kind = LineKind::Check;
    event.action = Action::TempBlock;
    event.result = spf::Result::TempError;
    if (const auto found = splitFirst(text, name)) {
        auto subject = found->after.substr(0, std::min(found->after.find(": "), found->after.size()));
        subject = subject.substr(0, std::min(subject.find(" ... "), subject.size()));
        event.guessed.add(Field::Identity);
        if (subject.starts_with('[') || subject.find('.') == std::string_view::npos) {
            event.identity = policy::Identity::Helo; // no mail address has such a domain
            event.helo = subject;
        } else {
            event.identity = policy::Identity::MailFrom;
            event.domain = subject;
            event.guessed.add(Field::Domain);
        }
    }
    return event;
}

/// "SPF pass (Mechanism 'ip4:...' matched): Envelope-from: a@b.example", "...: HELO/EHLO (Null Sender):
/// h.example".
Event detail(std::string_view text)
{
    constexpr std::string_view name = "SPF ";
    Event event;
    event.result = spf::parseResult(leadingWord(text.substr(name.size())));
    if (!event.result) {
        return event;
    }
    event.kind = LineKind::Detail;
    if (const auto sender = splitLast(text, "Envelope-from: ")) {
        event.identity = policy::Identity::MailFrom;
        setSender(event, trimmedOf(sender->after, charSet<" ">));
    } else if (const auto helo = splitLast(text, "HELO/EHLO")) {
        event.identity = policy::Identity::Helo;
        event.helo = trimmedOf(splitLast(helo->after, ": ").value_or(Split{}).after, charSet<" ">);
    }
    return event;
}

Event readText(std::string_view text, std::string& scratch)
{
    constexpr std::string_view policyAction = "Policy action=";
    constexpr std::string_view prepend = "PREPEND ";
    if (text.starts_with(policyAction)) {
        text.remove_prefix(policyAction.size());
        if (base::startsWithIgnoreCase(text, prepend)) {
            return prepended(text.substr(prepend.size()));
        }
        const auto action = parseAction(text.substr(0, std::min(text.find(' '), text.size())));
        if (action == Action::Block) {
            return refused(text, scratch);
        }
        if (action == Action::TempBlock) {
            return deferred(text);
        }
        return {}; // DUNNO for a further recipient: the result was said for the first
    }
    if (text.starts_with("SPF ")) {
        return detail(text);
    }
    Event event;
    event.kind = LineKind::Other; // "handler ... is decisive.", attributes, start
    return event;
}

} // namespace

Event parsePolicySpfPerl(std::string_view text, std::string& scratch)
{
    if (text.starts_with(": ")) {
        text.remove_prefix(2);
    } else if (const auto at = text.find(": Policy action="); at < 20) {
        text.remove_prefix(at + 2); // a queue id in front
    }
    Event event = readText(text, scratch);
    event.dialect = Dialect::PolicySpfPerl;
    if (event.identity == policy::Identity::Helo) {
        event.domain = {};
    }
    return event;
}

} // namespace maillog
