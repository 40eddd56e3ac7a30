// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a mail and why (SPEC 2.1). One pure path for simulator, daemon and replay:
//
//     Course course = policy::chart(request, config);        // steps 0 to 5
//     if (course.needsSpf()) report = ... check_host() ...;  // step 6, lazily: no DNS for exempt mail
//     Decision decision = policy::conclude(course, report, request, config, envelope); // steps 7 and 8
//
// decide() is the two in one for a known report.
#pragma once

#include "core/config/policy_config.h"
#include "core/policy/request.h"
#include "core/spf/report.h"

#include <optional>
#include <string>

namespace policy {

enum class Action { Bypass, TempBlock, Block, Skip };
[[nodiscard]] std::string_view word(Action action) noexcept; ///< "bypass", "tempblock", "block", "skip"

enum class Identity { None, MailFrom, Helo };
[[nodiscard]] std::string_view word(Identity identity) noexcept; ///< "none", "mailfrom", "helo"

struct Decision
{
    Action action = Action::Skip;
    std::string rule;  ///< "globals.fail", "white_ip", "*.example.com.softfail", "state", ...
    std::string entry; ///< the list entry that matched, as written; the section's name for a section rule
    Identity identity = Identity::None;
    std::string domain;                ///< checked domain, lower case, no trailing dot
    std::optional<spf::Result> result; ///< nothing for skips
    std::string postfixAction;         ///< "DUNNO", "550 ...", "PREPEND Received-SPF: ..."
    std::string header;                ///< the whole Received-SPF line when one is prepended, else empty
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// Steps 0 to 5: either decided already, or which identity has to be evaluated.
struct Course
{
    std::optional<Decision> decided; ///< a skip
    Identity identity = Identity::None;
    std::string domain; ///< for check_host(); may be unusable (A13: the result is none without DNS)
    std::string sender; ///< sender, or postmaster@domain
    std::optional<net::IpAddress> client; ///< IPv4-mapped IPv6 as IPv4
    std::optional<net::DomainName> name;  ///< `domain` when it can be compared with lists and sections

    [[nodiscard]] bool needsSpf() const noexcept { return !decided.has_value(); }
};

/// What the decision cannot know by itself.
struct Surroundings
{
    std::string receiver;         ///< our host name, for the header (SPEC 2.3)
    bool headerPrepended = false; ///< already done for this instance (A22): PREPEND becomes DUNNO
};

[[nodiscard]] Course chart(const Request& request, const config::PolicyConfig& config);
[[nodiscard]] Decision conclude(const Course& course, const spf::Report& report, const Request& request,
                                const config::PolicyConfig& config, const Surroundings& surroundings);
[[nodiscard]] Decision decide(const Request& request, const config::PolicyConfig& config,
                              const spf::Report& report, const Surroundings& surroundings);

/// What step 7 says for one result: config to action, without any text for Postfix.
struct RuleAction
{
    Action action = Action::Bypass;
    std::string rule;
    std::string entry;
    friend bool operator==(const RuleAction&, const RuleAction&) = default;
};

[[nodiscard]] RuleAction actionFor(spf::Result result, const Course& course,
                                   const config::PolicyConfig& config);

/// The one header line, at most 998 octets, without control characters (SPEC 2.3).
[[nodiscard]] std::string receivedSpf(const Course& course, const spf::Report& report, const Request& request,
                                      const std::string& receiver);

} // namespace policy
