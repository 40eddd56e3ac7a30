// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the SPF check in main.cf and master.cf (SPEC 3.6). What the two texts cannot tell (users
// of the machine, networks in front of it) is handed in; a finding that would need a fact nobody gave is not
// made.
#pragma once

#include "core/net/network.h"
#include "core/postfix/plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

enum class LintCode {
    ServiceMissing = 1,    ///< PFX-001; args: service, parameter
    ServiceNameDiffers,    ///< PFX-002; args: name referenced, name in master.cf
    MaxProcesses,          ///< PFX-003; args: service, value
    TimeLimit,             ///< PFX-004; args: parameter, value (empty when missing)
    BeforeRelayControl,    ///< PFX-005; args: parameter, server
    TooEarly,              ///< PFX-006; args: parameter, server
    CalledTwice,           ///< PFX-007; args: server, parameter, other parameter
    DefinedTwice,          ///< PFX-008; args: parameter, line of the last one
    NotPrivate,            ///< PFX-009; args: service
    AllFromMyNetworks,     ///< PFX-010; args: parameter, network
    MapBeforeCheck,        ///< PFX-011; args: parameter, map restriction, map
    Chroot,                ///< PFX-012; args: service
    BadUser,               ///< PFX-013; args: service, user (empty when missing)
    ServiceTimeout,        ///< PFX-014; args: value, least value
    DefaultAction,         ///< PFX-015
    OnSubmission,          ///< PFX-016; args: master.cf service, parameter
    OtherChecker,          ///< PFX-017; args: what was found
    CanonicalMapsTwice,    ///< PFX-018; args: line of the last one
    LostBlank,             ///< PFX-019; args: the line
    DeprecatedRestriction, ///< PFX-020; args: parameter, old name, new name
};

enum class Severity { Error, Warning, Info };

struct Finding
{
    LintCode code;
    Severity severity;
    File file;
    std::size_t line; ///< from 1
    std::vector<std::string> args;
    [[nodiscard]] std::string id() const; ///< "PFX-001"
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Facts
{
    std::optional<std::vector<std::string>> users; ///< that exist on the machine
    std::vector<net::Network> relays; ///< through which all mail comes: cloud pre-filter, NAT, load balancer
    int dnsSeconds = 20;              ///< the policy service's own limit
};

/// `service` is the name the plan uses; other names that hold "spf" are looked at as well. In file and line
/// order.
[[nodiscard]] std::vector<Finding> lint(std::string_view mainText, std::string_view masterText,
                                        const Facts& facts, std::string_view service = "SPFPolicyd");

} // namespace postfix
