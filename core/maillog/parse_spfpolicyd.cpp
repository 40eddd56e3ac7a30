// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of our daemon (SPEC 1.6): "action=block result=fail identity=mailfrom domain=... client-ip=...
// helo=... envelope-from=<...> to=<...> rule=... instance=... queue-id=", values quoted when they need it.
#include "core/maillog/fields.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

/// A value in quotes without them and its escapes.
std::string_view unquoted(std::string_view value, std::string& scratch)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"') {
        return value;
    }
    value = value.substr(1, value.size() - 2);
    if (value.find('\\') == std::string_view::npos) {
        return value;
    }
    const auto start = scratch.size();
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
        }
        scratch.push_back(value[i]);
    }
    return std::string_view(scratch).substr(start);
}

/// What stands in front of the request; the client chooses none of it, so no value holds a blank.
struct Head
{
    Action action = Action::Unknown;
    std::optional<spf::Result> result; ///< there is one unless the check was skipped
    std::string_view identity;
    std::string_view domain;
    std::string_view reason;
    std::string_view request; ///< what follows "client-ip="; empty when that is missing
};

std::optional<Action> ownAction(std::string_view word) noexcept
{
    if (word == "bypass") {
        return Action::Bypass;
    }
    if (word == "tempblock") {
        return Action::TempBlock;
    }
    if (word == "block") {
        return Action::Block;
    }
    return word == "skip" ? std::optional(Action::Skip) : std::nullopt;
}

/// Nothing when it is not our daemon's.
std::optional<Head> readHead(std::string_view text) noexcept
{
    constexpr std::string_view first = "action=";
    if (!text.starts_with(first)) {
        return std::nullopt;
    }
    text.remove_prefix(first.size());
    const auto actionWord = leadingWord(text);
    const auto action = ownAction(actionWord);
    if (!action) {
        return std::nullopt;
    }
    text.remove_prefix(actionWord.size());
    Head head;
    head.action = *action;
    std::string_view result;
    const auto take = [](std::string_view word, std::string_view name, std::string_view& value) {
        if (value.empty() && word.starts_with(name)) {
            value = word.substr(name.size());
        }
    };
    while (!text.empty() && head.request.empty()) {
        constexpr std::string_view last = "client-ip=";
        text.remove_prefix(base::lengthOf(text, charSet<" ">));
        const auto word = text.substr(0, std::min(text.find(' '), text.size()));
        switch (word.empty() ? '\0' : word.front()) {
        case 'r':
            take(word, "result=", result);
            take(word, "reason=", head.reason);
            break;
        case 'i':
            take(word, "identity=", head.identity);
            break;
        case 'd':
            take(word, "domain=", head.domain);
            break;
        case 'c':
            take(text, last, head.request);
            break;
        default:
            break;
        }
        text.remove_prefix(word.size());
    }
    head.result = spf::parseResult(result);
    return head.result || *action == Action::Skip ? std::optional(head) : std::nullopt;
}

/// HELO and sender lie between names that stand first and names that stand last.
void readRequest(std::string_view request, Event& event, std::string& scratch)
{
    const auto helo = splitFirst(request, " helo=");
    if (!helo) {
        event.whole = false;
        return;
    }
    event.address = upTo(request, charSet<" ">);
    auto middle = helo->after;
    for (const std::string_view last : {" queue-id=", " instance=", " rule="}) {
        if (const auto split = splitLast(middle, last)) {
            middle = split->before;
            if (last == " rule=") {
                event.rule = unquoted(split->after, scratch);
            }
        }
    }
    if (const auto recipient = splitLast(middle, " to=")) {
        middle = recipient->before;
        event.recipient = withoutAngles(unquoted(recipient->after, scratch));
    } else {
        event.whole = false;
    }
    if (const auto sender = splitLast(middle, " envelope-from=")) {
        middle = sender->before;
        event.sender = withoutAngles(unquoted(sender->after, scratch));
    } else {
        event.whole = false;
    }
    event.helo = unquoted(middle, scratch);
}

Event ownEvent(const Head& head, std::string& scratch)
{
    Event event;
    event.dialect = Dialect::SpfPolicyd;
    event.action = head.action;
    readRequest(head.request, event, scratch);
    if (head.action == Action::Skip) {
        event.kind = LineKind::Skip;
        event.domain = domainOf(event.sender);
        event.rule = head.reason;
        return event;
    }
    event.kind = LineKind::Check;
    event.result = head.result;
    event.identity = identityOf(head.identity, event.sender.empty());
    if (event.identity != policy::Identity::Helo) {
        event.domain = unquoted(head.domain, scratch);
        if (event.domain.empty()) {
            event.domain = domainOf(event.sender);
        }
    }
    return event;
}

bool isKnownOther(std::string_view text) noexcept
{
    static constexpr std::array<std::string_view, 8> beginnings{
        "spf: ", "config: ", "request: ", "dns: ", "warning: ", "start", "reload", "stop"};
    return text.empty() ||
           std::any_of(beginnings.begin(), beginnings.end(), [text](std::string_view beginning) {
               return text.front() == beginning.front() && text.starts_with(beginning);
           });
}

} // namespace

Event parseSpfPolicyd(std::string_view text, std::string& scratch)
{
    scratch.clear();
    scratch.reserve(text.size()); // views into it stay valid
    if (const auto head = readHead(text)) {
        return ownEvent(*head, scratch);
    }
    if (isKnownOther(text)) {
        Event event;
        event.kind = LineKind::Other;
        event.dialect = Dialect::SpfPolicyd;
        return event;
    }
    return readByBestEffort(text);
}

} // namespace maillog
