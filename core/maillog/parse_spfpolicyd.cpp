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
    std::string_view result;
    std::string_view identity;
    std::string_view domain;
    std::string_view reason;
    std::string_view request; ///< what follows "client-ip="; empty when that is missing
};

Head readHead(std::string_view text) noexcept
{
    Head head;
    const auto take = [](std::string_view word, std::string_view name, std::string_view& value) {
        if (value.empty() && word.starts_with(name)) {
            value = word.substr(name.size());
        }
    };
    while (!text.empty()) {
        constexpr std::string_view last = "client-ip=";
        text.remove_prefix(base::lengthOf(text, " "));
        const auto word = text.substr(0, std::min(text.find(' '), text.size()));
        switch (word.empty() ? '\0' : word.front()) {
        case 'r':
            take(word, "result=", head.result);
            take(word, "reason=", head.reason);
            break;
        case 'i':
            take(word, "identity=", head.identity);
            break;
        case 'd':
            take(word, "domain=", head.domain);
            break;
        case 'c':
            if (word.starts_with(last)) {
                head.request = text.substr(last.size());
                return head;
            }
            break;
        default:
            break;
        }
        text.remove_prefix(word.size());
    }
    return head;
}

/// HELO and sender lie between names that stand first and names that stand last.
void readRequest(std::string_view request, Event& event, std::string& scratch)
{
    const auto helo = splitFirst(request, " helo=");
    if (!helo) {
        event.whole = false;
        return;
    }
    event.address = upTo(request, " ");
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

std::optional<Event> readOwn(std::string_view text, std::string& scratch)
{
    constexpr std::string_view actionName = "action=";
    if (!text.starts_with(actionName)) {
        return std::nullopt;
    }
    const auto actionWord = leadingWord(text.substr(actionName.size()));
    const auto head = readHead(text.substr(actionName.size() + actionWord.size()));
    std::optional<Event> read(std::in_place);
    Event& event = *read;
    event.dialect = Dialect::SpfPolicyd;
    if (actionWord == "skip") {
        event.kind = LineKind::Skip;
        event.action = Action::Skip;
        readRequest(head.request, event, scratch);
        event.domain = domainOf(event.sender);
        event.rule = head.reason;
        return read;
    }
    if (actionWord == "bypass") {
        event.action = Action::Bypass;
    } else if (actionWord == "tempblock") {
        event.action = Action::TempBlock;
    } else if (actionWord == "block") {
        event.action = Action::Block;
    } else {
        return std::nullopt;
    }
    event.result = spf::parseResult(head.result);
    if (!event.result) {
        return std::nullopt;
    }
    event.kind = LineKind::Check;
    readRequest(head.request, event, scratch);
    event.identity = identityOf(head.identity, event.sender.empty());
    if (event.identity != policy::Identity::Helo) {
        event.domain = unquoted(head.domain, scratch);
        if (event.domain.empty()) {
            event.domain = domainOf(event.sender);
        }
    }
    return read;
}

bool isKnownOther(std::string_view text) noexcept
{
    static constexpr std::array<std::string_view, 8> beginnings{
        "spf: ", "config: ", "request: ", "dns: ", "warning: ", "start", "reload", "stop"};
    for (const auto beginning : beginnings) {
        if (text.starts_with(beginning)) {
            return true;
        }
    }
    return text.empty();
}

} // namespace

Event parseSpfPolicyd(std::string_view text, std::string& scratch)
{
    scratch.clear();
    scratch.reserve(text.size()); // views into it stay valid
    if (const auto own = readOwn(text, scratch)) {
        return *own;
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
