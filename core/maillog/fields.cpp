// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/fields.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace maillog {

namespace {

template <class Table>
auto lookUp(const Table& table, std::string_view word) noexcept
    -> std::optional<typename Table::value_type::second_type>
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) {
        return base::equalsIgnoreCase(entry.first, word);
    });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::string_view withoutAngles(std::string_view text) noexcept
{
    if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
        return text.substr(1, text.size() - 2);
    }
    return text;
}

std::string_view domainOf(std::string_view sender) noexcept
{
    const auto at = sender.rfind('@');
    return at == std::string_view::npos ? std::string_view{} : sender.substr(at + 1);
}

std::string_view leadingWord(std::string_view text) noexcept
{
    std::size_t length = 0;
    while (length < text.size() && base::isAlpha(text[length])) {
        ++length;
    }
    return text.substr(0, length);
}

std::optional<Split> splitLast(std::string_view text, std::string_view name) noexcept
{
    // Names begin with a separator, which is rare: rfind() of the library looks at every byte.
    for (auto end = text.size();;) {
        const auto* const found = static_cast<const char*>(::memrchr(text.data(), name.front(), end));
        if (found == nullptr) {
            return std::nullopt;
        }
        end = static_cast<std::size_t>(found - text.data());
        if (text.substr(end).starts_with(name)) {
            return Split{text.substr(0, end), text.substr(end + name.size())};
        }
    }
}

std::optional<Split> splitFirst(std::string_view text, std::string_view name) noexcept
{
    const auto at = text.find(name);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    return Split{text.substr(0, at), text.substr(at + name.size())};
}

std::optional<spf::Result> resultOf(std::string_view word) noexcept
{
    using enum spf::Result;
    static constexpr std::array<std::pair<std::string_view, spf::Result>, 16> synonyms{
        {{"hardfail", Fail},
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
         {"passed", Pass}}};
    if (const auto result = spf::parseResult(word)) {
        return result;
    }
    return lookUp(synonyms, word);
}

std::optional<Action> actionOf(std::string_view word) noexcept
{
    using enum Action;
    static constexpr std::array<std::pair<std::string_view, Action>, 27> synonyms{
        {{"allow", Bypass},       {"allowed", Bypass},
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
         {"delete", Block}}};
    if (const auto action = lookUp(synonyms, word)) {
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
        const auto recipient = trimmedOf(receiver->after, " \t");
        event.recipient = recipient == "<UNKNOWN>" ? std::string_view{} : withoutAngles(recipient);
    } else {
        event.whole = false;
    }
    if (const auto sender = splitLast(middle, "; envelope-from=")) {
        middle = sender->before;
        setSender(event, trimmedOf(sender->after, " \t"));
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
