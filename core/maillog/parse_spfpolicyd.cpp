// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of our daemon (SPEC 1.6): "action=block result=fail identity=mailfrom domain=... client-ip=...
// helo=... envelope-from=<...> to=<...> rule=... instance=... queue-id=", values quoted when they need it.
#include "core/maillog/fields.h"

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

/// Up to the next blank: for the names whose values the client cannot choose.
std::string_view plainValue(std::string_view text, std::string_view name) noexcept
{
    const auto found = splitFirst(text, name);
    return found ? found->after.substr(0, std::min(found->after.find(' '), found->after.size()))
                 : std::string_view{};
}

/// Everything from "client-ip=" on; HELO and sender lie between names that stand first and names that stand
/// last.
void readRequest(std::string_view text, Event& event, std::string& scratch)
{
    const auto address = splitFirst(text, " client-ip=");
    const auto helo = splitFirst(text, " helo=");
    if (!address || !helo) {
        event.whole = false;
        return;
    }
    event.address = address->after.substr(0, std::min(address->after.find(' '), address->after.size()));
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
    const auto rest = text.substr(actionName.size() + actionWord.size());
    const auto head = splitFirst(rest, " client-ip=").value_or(Split{rest, {}}).before;
    Event event;
    event.dialect = Dialect::SpfPolicyd;
    if (actionWord == "skip") {
        event.kind = LineKind::Skip;
        event.action = Action::Skip;
        readRequest(rest, event, scratch);
        event.domain = domainOf(event.sender);
        event.rule = plainValue(head, " reason=");
        return event;
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
    event.result = spf::parseResult(plainValue(head, " result="));
    if (!event.result) {
        return std::nullopt;
    }
    event.kind = LineKind::Check;
    readRequest(rest, event, scratch);
    event.identity = identityOf(plainValue(head, " identity="), event.sender.empty());
    if (event.identity != policy::Identity::Helo) {
        event.domain = unquoted(plainValue(head, " domain="), scratch);
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
