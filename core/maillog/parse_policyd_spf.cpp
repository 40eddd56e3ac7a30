// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of pypolicyd-spf and spf-engine at every debugLevel and Header_Type (SPEC 5.3, MAILLOG.md 1).
#include "core/maillog/fields.h"

#include "core/base/ascii.h"

#include <array>

namespace maillog {

namespace {

/// A queue id in front ("4BHn2x1KjLz9: prepend ..."), or only its colon.
std::string_view withoutQueueId(std::string_view text) noexcept
{
    if (text.starts_with(": ")) {
        return text.substr(2);
    }
    std::size_t length = 0;
    bool hasDigit = false;
    while (length < text.size() && base::isAlnum(text[length])) {
        hasDigit = hasDigit || base::isDigit(text[length]);
        ++length;
    }
    if (hasDigit && length >= 6 && text.substr(length).starts_with(": ")) {
        return text.substr(length + 2);
    }
    return text;
}

bool isKnownOther(std::string_view text) noexcept
{
    static constexpr std::array<std::string_view, 22> beginnings{
        "spfcheck:", "Action:", "Config:", "Read line:",       "Starting",       "Normal exit",
        "ERROR:",    "Error:",  "WARNING", "Warning",          "Cached data",    "Found instance",
        "Non-mail",  "Not ",    "Policy ", "_get_resultcodes", "Reject action:", "Text:",
        "Parsing",   "skip",    "action",  "Traceback"};
    for (const auto beginning : beginnings) {
        if (text.starts_with(beginning)) {
            return true;
        }
    }
    return text.empty();
}

/// A refusal names no result word: the reason texts of pyspf and the codes of RFC 7372 tell it. A text of the
/// sender's domain (exp=) stands only beside a fail.
void readReason(std::string_view text, Event& event) noexcept
{
    struct Phrase
    {
        std::string_view text;
        spf::Result result;
    };

    static constexpr std::array<Phrase, 9> phrases{
        {{"due to: SPF fail", spf::Result::Fail},
         {"due to: SPF Permanent Error", spf::Result::PermError},
         {"due to: SPF permanent error", spf::Result::PermError},
         {"due to: SPF Temporary Error", spf::Result::TempError},
         {"due to: SPF temporary error", spf::Result::TempError},
         {"due to: domain owner discourages", spf::Result::SoftFail},
         {"due to: access neither permitted", spf::Result::Neutral},
         {"SPF fail - not authorized", spf::Result::Fail},
         {"SPF Permanent Error", spf::Result::PermError}}};
    for (const auto& phrase : phrases) {
        if (text.find(phrase.text) != std::string_view::npos) {
            event.result = phrase.result;
            return;
        }
    }
    const auto code = text.substr(std::min(text.find(' '), text.size()));
    if (event.action == Action::TempBlock) {
        event.result = spf::Result::TempError;
    } else if (code.starts_with(" 5.7.24")) {
        event.result = spf::Result::PermError;
    } else {
        event.result = spf::Result::Fail;
        if (!code.starts_with(" 5.7.23")) {
            event.guessed.add(Field::Result);
        }
    }
}

Event refusal(std::string_view text, Action action)
{
    Event event;
    event.kind = LineKind::Check;
    event.action = action;
    readReason(text, event);
    if (!readWhyLink(text, event)) {
        event.whole = false;
    }
    return event;
}

/// "Pass (mailfrom) identity=mailfrom; client-ip=..."
Event receivedSpf(std::string_view text)
{
    Event event;
    const auto result = leadingWord(text);
    event.result = spf::parseResult(result);
    if (!event.result) {
        return event;
    }
    event.kind = LineKind::Check;
    readPolicydFields(text, event);
    const auto head = splitFirst(text, "client-ip=").value_or(Split{text, {}}).before;
    const auto identity = splitFirst(head, "identity=").value_or(Split{}).after;
    event.identity = identityOf(trimmedOf(identity, charSet<"; ">), event.sender.empty() && event.whole);
    return event;
}

/// "host; spf=pass (...) smtp.mailfrom=DOMAIN (client-ip=...; helo=...; envelope-from=...; receiver=...)", or
/// "host; none (SPF check N/A for local connections - client-ip=...)".
Event authenticationResults(std::string_view text)
{
    Event event;
    const auto content = splitFirst(text, "; ").value_or(Split{{}, text}).after;
    text = trimmedOf(text, charSet<" ">);
    if (text.ends_with(')')) {
        text.remove_suffix(1);
    }
    if (content.starts_with("none")) {
        event.kind = LineKind::Skip;
        event.action = Action::Skip;
        readPolicydFields(text, event);
        return event;
    }
    if (!content.starts_with("spf=")) {
        return event;
    }
    event.result = spf::parseResult(leadingWord(content.substr(4)));
    if (!event.result) {
        return event;
    }
    event.kind = LineKind::Check;
    const auto fields = splitFirst(text, " (client-ip=");
    if (fields) {
        // The opening bracket belongs to the list, not to its first name.
        readPolicydFields(text.substr(fields->before.size() + 2), event);
    } else {
        event.whole = false;
    }
    const auto head = fields ? fields->before : text;
    if (splitLast(head, " smtp.helo=")) {
        event.identity = policy::Identity::Helo;
    } else if (splitLast(head, " smtp.mailfrom=")) {
        event.identity = policy::Identity::MailFrom;
    }
    return event;
}

Event skipped(std::string_view text, LineKind kind)
{
    Event event;
    event.kind = kind;
    event.action = Action::Skip;
    readPolicydFields(text, event);
    return event;
}

/// What would be, or was, put into the mail.
Event header(std::string_view text)
{
    constexpr std::string_view received = "Received-SPF: ";
    constexpr std::string_view results = "Authentication-Results: ";
    constexpr std::string_view comment = "X-Comment: ";
    Event event;
    if (text.starts_with(received)) {
        event = receivedSpf(text.substr(received.size()));
    } else if (text.starts_with(results)) {
        event = authenticationResults(text.substr(results.size()));
    } else if (text.starts_with(comment)) {
        return skipped(text, LineKind::Skip);
    } else {
        event = receivedSpf(text);
    }
    if (event.kind == LineKind::Check) {
        event.action = Action::Bypass;
    }
    return event;
}

Event readText(std::string_view text)
{
    static constexpr std::array<std::string_view, 3> headerBeginnings{
        "prepend ", "Header field not prepended: ", "result_only "};
    for (const auto beginning : headerBeginnings) {
        if (text.starts_with(beginning)) {
            return header(text.substr(beginning.size()));
        }
    }
    const auto first = text.substr(0, std::min(text.find(' '), text.size()));
    const auto action = parseAction(first);
    if (action == Action::Block || action == Action::TempBlock) {
        return refusal(text, *action);
    }
    if (text.starts_with("X-Comment: ")) {
        return skipped(text, LineKind::Detail);
    }
    if (const auto result = leadingWord(text); text.substr(result.size()).starts_with("; identity=")) {
        Event event = receivedSpf(text);
        event.kind = event.result ? LineKind::Detail : LineKind::Unreadable;
        return event;
    }
    Event event;
    event.kind = isKnownOther(text) ? LineKind::Other : LineKind::Unreadable;
    return event;
}

} // namespace

Event parsePolicydSpf(std::string_view text)
{
    Event event = readText(withoutQueueId(text));
    event.dialect = Dialect::PolicydSpf;
    if (event.identity == policy::Identity::Helo) {
        event.domain = {};
    }
    return event;
}

} // namespace maillog
