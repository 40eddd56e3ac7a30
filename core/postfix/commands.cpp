// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/commands.h"

#include "core/base/ascii.h"
#include "core/postfix/main_cf.h"
#include "core/postfix/master_cf.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace postfix {

namespace {

std::string postconf(const Site& site)
{
    return site.configDirectory.empty() ? "postconf" : "postconf -c " + shellQuoted(site.configDirectory);
}

std::string folder(const Site& site)
{
    return site.configDirectory.empty() ? "/etc/postfix" : site.configDirectory;
}

std::map<std::string, std::string> effective(std::string_view text)
{
    std::map<std::string, std::string> values;
    for (auto& parameter : MainCf(text).parameters()) {
        values[parameter.name] = std::move(parameter.value);
    }
    return values;
}

std::string entryText(const Service& service)
{
    std::string text =
        fmt::format("{} {} {} {} {} {} {}", service.name, service.type, service.isPrivate,
                    service.isUnprivileged, service.isChroot, service.wakeUp, service.maxProcesses);
    for (const auto& word : service.command) {
        text += " " + word;
    }
    return text;
}

/// A request Postfix could send, from an address that no SPF record names (RFC 5737).
std::string testRequest(const PlanOptions& options, const Site& site)
{
    constexpr std::string_view attributes =
        "request=smtpd_access_policy\\nprotocol_state=RCPT\\nprotocol_name=ESMTP\\n"
        "client_address=192.0.2.1\\nhelo_name=mail.example.com\\n"
        "sender=test@example.com\\nrecipient=postmaster@example.com\\n"
        "instance=check.1\\n\\n";
    const std::string server = serverOf(options);
    std::string address = server;
    if (server.starts_with("unix:")) {
        const std::string path = server.substr(5);
        address = "UNIX-CONNECT:" + (path.starts_with('/') ? path : site.queueDirectory + "/" + path);
    } else if (server.starts_with("inet:")) {
        address = "TCP:" + server.substr(5);
    }
    return fmt::format("printf '{}' | socat -t 30 - {}", attributes, shellQuoted(address));
}

} // namespace

std::string shellQuoted(std::string_view text)
{
    constexpr std::string_view plain = "-_./:=,@%+";
    const auto isPlain = [&](char c) { return base::isAlnum(c) || plain.find(c) != std::string_view::npos; };
    if (!text.empty() && std::ranges::all_of(text, isPlain)) {
        return std::string(text);
    }
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::vector<std::string> postconfCommands(const Plan& plan, const PlanOptions& options, const Site& site)
{
    std::vector<std::string> commands;
    const std::string call = postconf(site);
    const std::string service = options.service + "/unix";
    const auto before = MasterCf(plan.oldMaster).find(options.service, "unix");
    const auto after = MasterCf(plan.newMaster).find(options.service, "unix");
    if (after && (!before || entryText(*before) != entryText(*after))) {
        commands.push_back(call + " -Me " + shellQuoted(service + "=" + entryText(*after)));
    }
    const auto oldValues = effective(plan.oldMain);
    const auto newValues = effective(plan.newMain);
    for (const auto& [name, value] : newValues) {
        const auto old = oldValues.find(name);
        if (old == oldValues.end() || old->second != value) {
            commands.push_back(call + " -e " + shellQuoted(name + " = " + value));
        }
    }
    for (const auto& [name, value] : oldValues) {
        if (!newValues.contains(name)) {
            commands.push_back(call + " -X " + shellQuoted(name));
        }
    }
    if (before && !after) { // last, so that no list ever names a service that is gone
        commands.push_back(call + " -MX " + shellQuoted(service));
    }
    return commands;
}

std::string reloadCommand(const Site& site)
{
    return site.installation == Installation::Imsva ? "postfix restart" : "systemctl reload postfix";
}

std::vector<Step> checkList(const PlanOptions& options, const Site& site,
                            const std::vector<std::string>& backups)
{
    const bool isSpawned = options.variant != Variant::Socket;
    const std::string call = postconf(site);
    const std::string server = serverOf(options);
    const std::string check = site.configDirectory.empty()
                                  ? "postfix check"
                                  : "postfix -c " + shellQuoted(site.configDirectory) + " check";
    std::vector<Step> steps;
    steps.push_back({StepCode::PostfixCheck, {check}, true});
    steps.push_back(
        {StepCode::ShowSettings, {call + " -n | grep -E 'smtpd_sender_restrictions|time_limit'"}, true});
    Step show{StepCode::ShowService, {}, true};
    Step script{StepCode::ScriptRuns, {}, true};
    if (isSpawned) {
        const std::string program = options.argv.substr(0, options.argv.find(' '));
        const std::string as = "sudo -u " + shellQuoted(options.user) + " ";
        show.commands = {call + " -M " + shellQuoted(options.service + "/unix")};
        script.commands = {as + "test -x " + shellQuoted(program), "head -n 1 " + shellQuoted(program),
                           as + "test -r " + shellQuoted(site.configIni)};
    }
    steps.push_back(std::move(show));
    steps.push_back(std::move(script));
    steps.push_back({StepCode::Reload, {reloadCommand(site)}, false});
    Step socket{StepCode::SocketAppears, {}, true};
    if (server.starts_with("unix:")) {
        const std::string path = server.substr(5);
        socket.commands = {"ls -l " +
                           shellQuoted(path.starts_with('/') ? path : site.queueDirectory + "/" + path)};
    }
    steps.push_back(std::move(socket));
    steps.push_back({StepCode::AskService, {testRequest(options, site)}, false});
    steps.push_back({StepCode::TestMail, {}, false});
    steps.push_back(
        {StepCode::ReadLog,
         {fmt::format("grep -E {} {} | tail -n 20",
                      shellQuoted(options.service +
                                  "|problem talking to server|premature end-of-input|exit status|451 4.3.5"),
                      shellQuoted(site.logFile))},
         true});
    Step back{StepCode::RollBack, {}, false};
    constexpr std::string_view names[] = {"main.cf", "master.cf"};
    for (std::size_t i = 0; i < backups.size() && i < std::size(names); ++i) {
        if (!backups[i].empty()) {
            back.commands.push_back(fmt::format("cp -p {} {}", shellQuoted(backups[i]),
                                                shellQuoted(folder(site) + "/" + std::string(names[i]))));
        }
    }
    back.commands.push_back(reloadCommand(site));
    steps.push_back(std::move(back));
    return steps;
}

} // namespace postfix
