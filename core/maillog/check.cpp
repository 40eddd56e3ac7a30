// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/check.h"

#include "core/base/char_set.h"
#include "core/base/word_table.h"

namespace maillog {

std::string_view word(Action action) noexcept
{
    constexpr std::array<std::string_view, 5> words{"bypass", "tempblock", "block", "skip", "unknown"};
    return words[static_cast<std::size_t>(action)];
}

std::string_view word(Dialect dialect) noexcept
{
    constexpr std::array<std::string_view, 9> words{"policyd-spf", "policy-spf", "SPFPolicyd",
                                                    "vendor",      "rspamd",     "opendmarc",
                                                    "tmems",       "user",       "postfix"};
    return words[static_cast<std::size_t>(dialect)];
}

std::optional<Action> parseAction(std::string_view text) noexcept
{
    static constexpr auto words = base::wordTable<Action>({{"bypass", Action::Bypass},
                                                           {"prepend", Action::Bypass},
                                                           {"dunno", Action::Bypass},
                                                           {"accept", Action::Bypass},
                                                           {"tempblock", Action::TempBlock},
                                                           {"defer", Action::TempBlock},
                                                           {"defer_if_permit", Action::TempBlock},
                                                           {"defer_if_reject", Action::TempBlock},
                                                           {"tempfail", Action::TempBlock},
                                                           {"block", Action::Block},
                                                           {"reject", Action::Block},
                                                           {"skip", Action::Skip},
                                                           {"skipped", Action::Skip},
                                                           {"result_only", Action::Bypass},
                                                           {"unknown", Action::Unknown}});
    const auto first = base::upTo(text, base::charSet<" ">);
    if (const auto action = words.find(first)) {
        return action;
    }
    if (first.size() == 3 && base::parseNumber(first, 599) && (first[0] == '4' || first[0] == '5')) {
        return first[0] == '4' ? Action::TempBlock : Action::Block;
    }
    return std::nullopt;
}

} // namespace maillog
