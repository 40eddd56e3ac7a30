// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a policy program's text by their known names. Values may hold blanks, "=", ";" and quotes, and
// HELO and sender are the client's choice, so a value ends where the next known name begins (SPEC 5.3).
#pragma once

#include "core/base/char_set.h"
#include "core/maillog/event.h"

#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace maillog {

using base::charSet;
using base::trimmedOf;
using base::upTo;

/// Inside of <...>, or the text itself.
[[nodiscard]] std::string_view withoutAngles(std::string_view text) noexcept;
/// After the last "@"; empty without one.
[[nodiscard]] std::string_view domainOf(std::string_view sender) noexcept;

/// The word at the start: letters only.
[[nodiscard]] inline std::string_view leadingWord(std::string_view text) noexcept
{
    return text.substr(0,
                       base::lengthOf(text, charSet<"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ">));
}

/// What stands before the last `name`, and what after it; nothing when it is not there.
struct Split
{
    std::string_view before;
    std::string_view after;
};

/// Both are in place, as the names are literals, which are compared without a call then.
[[nodiscard, gnu::always_inline]] inline std::optional<Split> splitLast(std::string_view text,
                                                                        std::string_view name) noexcept
{
    // Names begin with a separator, which is rare: rfind() of the library looks at every byte.
    for (auto end = text.size(); end > 0;) {
        const auto* const found = static_cast<const char*>(::memrchr(text.data(), name.front(), end));
        if (found == nullptr) {
            break;
        }
        end = static_cast<std::size_t>(found - text.data());
        if (text.substr(end).starts_with(name)) {
            return Split{text.substr(0, end), text.substr(end + name.size())};
        }
    }
    return std::nullopt;
}

[[nodiscard, gnu::always_inline]] inline std::optional<Split> splitFirst(std::string_view text,
                                                                         std::string_view name) noexcept
{
    for (auto at = text.find(name.front()); at != std::string_view::npos;
         at = text.find(name.front(), at + 1)) {
        if (text.substr(at).starts_with(name)) {
            return Split{text.substr(0, at), text.substr(at + name.size())};
        }
    }
    return std::nullopt;
}

/// The seven results, and other words for them: "hardfail", "tempfail", "soft fail".
[[nodiscard]] std::optional<spf::Result> resultOf(std::string_view word) noexcept;
/// parseAction() and other words for the same: "delivered", "denied", "greylist", "exempt".
[[nodiscard]] std::optional<Action> actionOf(std::string_view word) noexcept;
/// "helo" and "mailfrom" or "mfrom"; any other word: HELO for the null sender, else none.
[[nodiscard]] policy::Identity identityOf(std::string_view word, bool nullSender) noexcept;
void setSender(Event& event, std::string_view sender) noexcept;

/// "client-ip=...; helo=...; envelope-from=...; receiver=..." of policyd-spf.
void readPolicydFields(std::string_view text, Event& event) noexcept;
/// "Why?s=mfrom;id=SENDER;ip=IP;r=HOST" of a refusal; false without one.
[[nodiscard]] bool readWhyLink(std::string_view text, Event& event) noexcept;

/// "%40" to "@".
[[nodiscard]] std::string percentDecoded(std::string_view text);

} // namespace maillog
