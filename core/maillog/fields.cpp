// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/fields.h"

#include "core/base/word_table.h"

#include <algorithm>
#include <cstring>

namespace maillog {

std::string_view withoutAngles(std::string_view text) noexcept
{
    if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
        return text.substr(1, text.size() - 2);
    }
    return text;
}

std::string_view domainOf(std::string_view sender) noexcept
{
    if (sender.empty()) {
        return {};
    }
    // The library's rfind() looks at one byte after the other.
    const auto* const at = static_cast<const char*>(::memrchr(sender.data(), '@', sender.size()));
    return at == nullptr ? std::string_view{}
                         : sender.substr(static_cast<std::size_t>(at - sender.data()) + 1);
}

std::optional<spf::Result> resultOf(std::string_view word) noexcept
{
    using enum spf::Result;
    static constexpr auto synonyms =
        base::wordTable<spf::Result>({{"hardfail", Fail},
                                      {"hard fail", Fail},
                                      {"soft fail", SoftFail},
                                      {"soft-fail", SoftFail},
                                      {"soft_fail", SoftFail},
                                      {"tempfail", TempError},
                                      {"temp error", TempError},
                                      {"dnsfail", TempError},
                                      {"error", TempError}, // so called before RFC 4408
                                      {"InternalError", TempError},
                                      {"permfail", PermError},
                                      {"perm error", PermError},
                                      {"unknown", PermError}, // so called before RFC 4408
                                      {"no record", None},
                                      {"no spf record", None},
                                      {"passed", Pass}});
    if (const auto result = spf::parseResult(word)) {
        return result;
    }
    return synonyms.find(word);
}

std::optional<Action> actionOf(std::string_view word) noexcept
{
    using enum Action;
    static constexpr auto synonyms =
        base::wordTable<Action>({{"allow", Bypass},       {"allowed", Bypass},
                                 {"accepted", Bypass},    {"permit", Bypass},
                                 {"pass", Bypass},        {"passed", Bypass},
                                 {"ok", Bypass},          {"deliver", Bypass},
                                 {"delivered", Bypass},   {"no action", Bypass},
                                 {"add header", Bypass},  {"deny", Block},
                                 {"denied", Block},       {"rejected", Block},
                                 {"refused", Block},      {"blocked", Block},
                                 {"deleted", Block},      {"dropped", Block},
                                 {"discard", Block},      {"deferred", TempBlock},
                                 {"greylist", TempBlock}, {"soft reject", TempBlock},
                                 {"ignored", Skip},       {"exempt", Skip},
                                 {"whitelisted", Skip},   {"rewrite subject", Bypass},
                                 {"delete", Block}});
    if (const auto action = synonyms.find(word)) {
        return action;
    }
    return parseAction(word);
}

policy::Identity identityOf(std::string_view word, bool nullSender) noexcept
{
    if (base::equalsIgnoreCase(word, "helo")) {
        return policy::Identity::Helo;
    }
    if (base::equalsIgnoreCase(word, "mailfrom") || base::equalsIgnoreCase(word, "mfrom")) {
        return policy::Identity::MailFrom;
    }
    return nullSender ? policy::Identity::Helo : policy::Identity::None;
}

void setSender(Event& event, std::string_view sender) noexcept
{
    event.sender = withoutAngles(sender);
    event.domain = domainOf(event.sender);
}

void readPolicydFields(std::string_view text, Event& event) noexcept
{
    constexpr std::string_view clientIp = "client-ip=";
    // Address and HELO's start come before anything the client chose, receiver after it.
    const auto address = splitFirst(text, clientIp);
    if (!address) {
        event.whole = false;
        return;
    }
    event.address = address->after.substr(0, std::min(address->after.find(';'), address->after.size()));
    auto rest = splitFirst(address->after, "; helo=");
    if (!rest) {
        event.whole = false;
        return;
    }
    std::string_view middle = rest->after;
    if (const auto receiver = splitLast(middle, "; receiver=")) {
        middle = receiver->before;
        const auto recipient = trimmedOf(receiver->after, charSet<" \t">);
        event.recipient = recipient == "<UNKNOWN>" ? std::string_view{} : withoutAngles(recipient);
    } else {
        event.whole = false;
    }
    if (const auto sender = splitLast(middle, "; envelope-from=")) {
        middle = sender->before;
        setSender(event, trimmedOf(sender->after, charSet<" \t">));
    } else {
        event.whole = false;
    }
    event.helo = middle;
}

namespace {

/// The parts of "http://www.open-spf.org/Why?s=mfrom;id=...;ip=...;r=..."; administrators who write the
/// reason themselves part them by "&", too.
struct WhyLink
{
    std::string_view helo;
    std::string_view sender;
    std::string_view address;
    std::string_view receiver;
};

constexpr WhyLink bySemicolon{"?s=helo;id=", "?s=mfrom;id=", ";ip=", ";r="};
constexpr WhyLink byAmpersand{"?s=helo&id=", "?s=mfrom&id=", "&ip=", "&r="};

bool readParts(std::string_view text, const WhyLink& link, Event& event) noexcept
{
    const auto helo = splitLast(text, link.helo);
    const auto sender = splitLast(text, link.sender);
    if (!helo && !sender) {
        return false;
    }
    const bool isHelo = helo && (!sender || helo->after.size() < sender->after.size());
    auto rest = isHelo ? helo->after : sender->after;
    if (const auto receiver = splitLast(rest, link.receiver)) {
        rest = receiver->before;
    } else {
        event.whole = false;
    }
    if (const auto address = splitLast(rest, link.address)) {
        rest = address->before;
        event.address = address->after;
    } else {
        event.whole = false;
    }
    event.identity = isHelo ? policy::Identity::Helo : policy::Identity::MailFrom;
    if (isHelo) {
        event.helo = rest;
    } else {
        setSender(event, rest);
    }
    return true;
}

} // namespace

bool readWhyLink(std::string_view text, Event& event) noexcept
{
    return readParts(text, bySemicolon, event) || readParts(text, byAmpersand, event);
}

std::string percentDecoded(std::string_view text)
{
    const auto hexValue = [](char c) {
        const char lower = base::toLower(c);
        return base::isDigit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low >= 0) {
            decoded.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            decoded.push_back(text[i]);
        }
    }
    return decoded;
}

} // namespace maillog
