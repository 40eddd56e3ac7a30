// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ascii.h"
#include "core/maillog/log_line.h"
#include "core/maillog/message.h"

#include <algorithm>
#include <array>

namespace maillog {

MessageEvent eventOf(std::string_view program, std::string_view text) noexcept
{
    struct Phrase
    {
        std::string_view text;
        MessageEvent event;
    };

    static constexpr std::array<Phrase, 15> phrases{{{"reject: ", MessageEvent::Rejected},
                                                     {"status=sent", MessageEvent::Delivered},
                                                     {"status=deferred", MessageEvent::Deferred},
                                                     {"status=bounced", MessageEvent::Bounced},
                                                     {"status=expired", MessageEvent::Bounced},
                                                     {"status=undeliverable", MessageEvent::Bounced},
                                                     {"non-delivery notification: ", MessageEvent::Bounced},
                                                     {": client=", MessageEvent::Queued},
                                                     {": uid=", MessageEvent::Queued},
                                                     {": removed", MessageEvent::Removed},
                                                     {"saved mail to ", MessageEvent::Delivered},
                                                     {"stored mail into ", MessageEvent::Delivered},
                                                     {"disconnect from ", MessageEvent::Disconnected},
                                                     {"connect from ", MessageEvent::Connected},
                                                     {"CONNECT from ", MessageEvent::Connected}}};
    for (const Phrase& phrase : phrases) {
        if (text.find(phrase.text) != std::string_view::npos) {
            return phrase.event;
        }
    }
    constexpr std::array<std::string_view, 9> checkers{"policyd-spf", "policy-spf", "spfpolicyd",
                                                       "opendkim",    "opendmarc",  "rspamd",
                                                       "amavis",      "postgrey",   "spamd"};
    const auto name = baseName(program);
    const bool isChecker = std::any_of(checkers.begin(), checkers.end(), [name](std::string_view checker) {
        return base::startsWithIgnoreCase(name, checker);
    });
    return isChecker ? MessageEvent::Checked : MessageEvent::None;
}

} // namespace maillog
