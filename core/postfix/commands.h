// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator types instead of, or after, a plan: postconf calls with the same effect, how to make
// Postfix read its files again, and the check list of SPEC 3.5. Nothing is run here.
#pragma once

#include "core/postfix/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace postfix {

enum class Installation {
    Imsva,  ///< "postfix restart", its own configuration folder (SPEC A25)
    Systemd ///< "systemctl reload postfix"
};

struct Site
{
    Installation installation = Installation::Systemd;
    std::string configDirectory; ///< for "-c"; empty for Postfix's own default
    std::string queueDirectory = "/var/spool/postfix";
    std::string logFile = "/var/log/maillog";
    std::string configIni = "/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini";
};

/// For a POSIX shell.
[[nodiscard]] std::string shellQuoted(std::string_view text);

/// The same effect through postconf; empty when the plan changes nothing.
[[nodiscard]] std::vector<std::string> postconfCommands(const Plan& plan, const PlanOptions& options,
                                                        const Site& site);
[[nodiscard]] std::string reloadCommand(const Site& site);

enum class StepCode {
    PostfixCheck, ///< prints nothing
    ShowSettings,
    ShowService,
    ScriptRuns, ///< present, executable, interpreter found, config.ini readable, all as the user
    Reload,
    SocketAppears,
    AskService, ///< a fixed request to the policy socket, the answer shown
    TestMail,   ///< from outside; look for Received-SPF
    ReadLog,    ///< SPFPolicyd lines, and none of the known warnings
    RollBack
};

struct Step
{
    StepCode code;
    std::vector<std::string> commands; ///< empty when a person has to do it
    bool isHarmless = false;           ///< only looks: a program may run it
    friend bool operator==(const Step&, const Step&) = default;
};

/// The ten steps in order. `backups` are the copies made before writing, main.cf first; empty when there are
/// none.
[[nodiscard]] std::vector<Step> checkList(const PlanOptions& options, const Site& site,
                                          const std::vector<std::string>& backups = {});

} // namespace postfix
