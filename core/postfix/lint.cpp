// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/lint.h"

#include "core/base/ascii.h"
#include "core/postfix/main_cf.h"
#include "core/postfix/master_cf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace postfix {

namespace {

constexpr std::int64_t leastTimeLimit = 1000;

struct Check
{
    Parameter parameter;
    std::vector<Word> words;
    std::size_t at = 0; ///< of "check_policy_service"
    std::string server;
    std::string service; ///< last part of a "unix:private/NAME" server

    [[nodiscard]] std::size_t line() const { return words[at].line; }
};

bool contains(std::string_view text, std::string_view part)
{
    return base::toLower(text).find(base::toLower(part)) != std::string::npos;
}

std::string serviceOf(std::string_view server)
{
    return server.starts_with("unix:") ? std::string(server.substr(server.rfind('/') + 1)) : std::string();
}

/// Without the marks of a `{ server, timeout=10s }` list.
std::string_view bare(std::string_view word)
{
    while (!word.empty() && (word.front() == '{' || word.front() == '}')) {
        word.remove_prefix(1);
    }
    while (!word.empty() && (word.back() == '{' || word.back() == '}')) {
        word.remove_suffix(1);
    }
    return word;
}

class Linter
{
public:
    Linter(std::string_view mainText, std::string_view masterText, const Facts& facts,
           std::string_view service)
        : m_main(mainText), m_master(masterText), m_facts(facts), m_service(service)
    {
        for (const auto& parameter : m_main.parameters()) {
            m_last.insert_or_assign(parameter.name, parameter);
        }
        findChecks();
    }

    std::vector<Finding> run()
    {
        for (const auto& check : m_checks) {
            lintReference(check);
            lintPlacement(check);
            lintTimeout(check);
        }
        lintServices();
        lintSecondCall();
        lintParameters();
        lintSubmission();
        lintOtherCheckers();
        lintLostBlanks();
        const auto place = [](const Finding& finding) {
            return std::tuple(finding.file, finding.line, finding.code);
        };
        std::ranges::stable_sort(m_findings, {}, place);
        const auto same = std::ranges::unique(m_findings);
        m_findings.erase(same.begin(), same.end());
        return std::move(m_findings);
    }

private:
    void add(LintCode code, Severity severity, File file, std::size_t line, std::vector<std::string> args)
    {
        m_findings.push_back({code, severity, file, line + 1, std::move(args)});
    }

    [[nodiscard]] std::string value(const std::string& name, std::string_view fallback) const
    {
        const auto found = m_last.find(name);
        return found == m_last.end() ? std::string(fallback) : found->second.value;
    }

    void findChecks();
    void lintReference(const Check& check);
    void lintPlacement(const Check& check);
    void lintRelays(const Check& check);
    void lintTimeout(const Check& check);
    void lintServices();
    void lintUser(const Service& service);
    void lintSecondCall();
    void lintParameters();
    void lintSubmission();
    void lintOtherCheckers();
    void lintLostBlanks();

    MainCf m_main;
    MasterCf m_master;
    const Facts& m_facts;
    std::string_view m_service;
    std::map<std::string, Parameter> m_last; ///< the assignments that count
    std::vector<Check> m_checks;
    std::vector<Finding> m_findings;
};

void Linter::findChecks()
{
    for (const auto& [name, parameter] : m_last) {
        if (!name.ends_with("_restrictions")) {
            continue;
        }
        const auto words = m_main.words(parameter);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (!base::equalsIgnoreCase(words[i].text, "check_policy_service")) {
                continue;
            }
            const std::size_t next = words[i + 1].text == "{" && i + 2 < words.size() ? i + 2 : i + 1;
            const std::string server(bare(words[next].text));
            if (contains(server, "spf") || serviceOf(server) == m_service) {
                m_checks.push_back({parameter, words, i, server, serviceOf(server)});
            }
        }
    }
    std::ranges::stable_sort(m_checks, {}, &Check::line);
}

void Linter::lintReference(const Check& check)
{
    if (check.service.empty() || m_master.find(check.service, "unix")) {
        return;
    }
    for (const auto& service : m_master.services()) {
        if (base::equalsIgnoreCase(service.name, check.service)) {
            add(LintCode::ServiceNameDiffers, Severity::Error, File::Main, check.line(),
                {check.service, service.name});
            return;
        }
    }
    // A socket of a daemon that runs by itself needs no entry; our own name, or one that is there as a
    // comment, does.
    const bool isKnown = check.service == m_service || m_master.findTemplate(check.service, "unix") ||
                         check.service == "policy-spf" || check.service == "policyd-spf";
    if (isKnown) {
        add(LintCode::ServiceMissing, Severity::Error, File::Main, check.line(),
            {check.service, check.parameter.name});
    }
}

void Linter::lintPlacement(const Check& check)
{
    const std::string& name = check.parameter.name;
    if (name == "smtpd_recipient_restrictions" || name == "smtpd_relay_restrictions") {
        const auto isControl = [](const Word& word) {
            return base::equalsIgnoreCase(word.text, "reject_unauth_destination") ||
                   base::equalsIgnoreCase(word.text, "defer_unauth_destination");
        };
        const auto control = std::ranges::find_if(check.words, isControl);
        const auto relay = m_last.find("smtpd_relay_restrictions");
        const bool isRelayOpen = relay != m_last.end() && relay->second.value.empty();
        const bool isLater =
            control != check.words.end() && control - check.words.begin() > static_cast<long>(check.at);
        if (isLater || (control == check.words.end() && isRelayOpen)) {
            add(LintCode::BeforeRelayControl, Severity::Error, File::Main, check.line(),
                {name, check.server});
        }
    }
    if (name == "smtpd_client_restrictions" || name == "smtpd_helo_restrictions") {
        const bool isAtOnce = base::equalsIgnoreCase(value("smtpd_delay_reject", "yes"), "no");
        add(LintCode::TooEarly, isAtOnce ? Severity::Error : Severity::Warning, File::Main, check.line(),
            {name, check.server});
    }
    constexpr std::array<std::string_view, 4> maps{"check_sender_access", "check_client_access",
                                                   "check_helo_access", "check_recipient_access"};
    for (std::size_t i = 0; i + 1 < check.at; ++i) {
        const auto& word = check.words[i];
        if (std::ranges::any_of(maps, [&](auto map) { return base::equalsIgnoreCase(word.text, map); })) {
            add(LintCode::MapBeforeCheck, Severity::Info, File::Main, word.line,
                {name, word.text, check.words[i + 1].text});
        }
    }
    lintRelays(check);
}

void Linter::lintRelays(const Check& check)
{
    const auto end = check.words.begin() + static_cast<std::ptrdiff_t>(check.at);
    const auto permit = std::find_if(check.words.begin(), end, [](const Word& word) {
        return base::equalsIgnoreCase(word.text, "permit_mynetworks");
    });
    const auto mine = m_last.find("mynetworks");
    if (permit == end || mine == m_last.end()) {
        return;
    }
    for (const auto& word : m_main.words(mine->second)) {
        std::string text = word.text;
        std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
        const auto network = net::Network::parse(text);
        if (!network) {
            continue; // "!pattern" and maps
        }
        const bool holdsRelay =
            std::ranges::any_of(m_facts.relays, [&](const auto& relay) { return network->overlaps(relay); });
        if (holdsRelay || network->prefixLength() == 0) {
            add(LintCode::AllFromMyNetworks, Severity::Warning, File::Main, word.line,
                {check.parameter.name, word.text});
        }
    }
}

void Linter::lintTimeout(const Check& check)
{
    const std::int64_t least = m_facts.dnsSeconds + 10;
    std::string timeout = value("smtpd_policy_service_timeout", "100s");
    std::size_t line = check.line();
    bool hasAction = m_last.contains("smtpd_policy_service_default_action");
    if (const auto found = m_last.find("smtpd_policy_service_timeout"); found != m_last.end()) {
        line = found->second.lines.first();
    }
    // "{ server, timeout=10s, default_action=DUNNO }" (Postfix 3.0)
    const bool hasBraces = check.words[check.at + 1].text.starts_with('{');
    for (std::size_t i = check.at + 1; hasBraces && i < check.words.size(); ++i) {
        const std::string_view word = bare(check.words[i].text);
        if (word.starts_with("timeout=")) {
            timeout = word.substr(8);
            line = check.words[i].line;
        }
        hasAction = hasAction || word.starts_with("default_action=");
        if (check.words[i].text.ends_with('}')) {
            break;
        }
    }
    const auto seconds = parseTime(timeout);
    if (seconds && *seconds < least) {
        add(LintCode::ServiceTimeout, Severity::Warning, File::Main, line,
            {timeout, std::to_string(least) + "s"});
    }
    if (!hasAction) {
        add(LintCode::DefaultAction, Severity::Info, File::Main, check.line(), {});
    }
}

void Linter::lintServices()
{
    std::set<std::string> referenced;
    for (const auto& check : m_checks) {
        referenced.insert(check.service);
    }
    for (const auto& service : m_master.services()) {
        const bool isOurs = service.name == m_service || referenced.contains(service.name);
        if (!isOurs || service.type != "unix" || m_master.find(service.name, "unix") != service) {
            continue;
        }
        const auto line = service.lines.first();
        if (service.maxProcesses != "0") {
            add(LintCode::MaxProcesses, Severity::Warning, File::Master, line,
                {service.name, service.maxProcesses});
        }
        if (base::equalsIgnoreCase(service.isPrivate, "n")) {
            add(LintCode::NotPrivate, Severity::Warning, File::Master, line, {service.name});
        }
        if (base::equalsIgnoreCase(service.isChroot, "y")) {
            add(LintCode::Chroot, Severity::Warning, File::Master, line, {service.name});
        }
        if (service.command.front() == "spawn") {
            const std::string name = service.name + "_time_limit";
            const auto limit = m_last.find(name);
            const auto seconds = limit == m_last.end() ? std::nullopt : parseTime(limit->second.value);
            if (limit == m_last.end()) {
                add(LintCode::TimeLimit, Severity::Warning, File::Master, line, {name, {}});
            } else if (seconds && *seconds < leastTimeLimit) {
                add(LintCode::TimeLimit, Severity::Warning, File::Main, limit->second.lines.first(),
                    {name, limit->second.value});
            }
            lintUser(service);
        }
    }
}

void Linter::lintUser(const Service& service)
{
    const auto attribute = service.attribute("user");
    const std::string user = attribute ? attribute->substr(0, attribute->find(':')) : std::string();
    const bool isMissing = m_facts.users && std::ranges::count(*m_facts.users, user) == 0;
    if (user.empty() || user == "root" || user == value("mail_owner", "postfix") || isMissing) {
        add(LintCode::BadUser, Severity::Error, File::Master, service.lines.last(), {service.name, user});
    }
}

void Linter::lintSecondCall()
{
    // Once at the end of the mail and once per recipient is twice, too, but not per recipient.
    constexpr std::array<std::string_view, 5> atRecipient{
        "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions",
        "smtpd_relay_restrictions", "smtpd_recipient_restrictions"};
    const Check* first = nullptr;
    for (const auto& check : m_checks) {
        if (std::ranges::count(atRecipient, check.parameter.name) == 0) {
            continue;
        }
        if (first != nullptr && first->server == check.server) {
            add(LintCode::CalledTwice, Severity::Warning, File::Main, check.line(),
                {check.server, first->parameter.name, check.parameter.name});
        }
        first = first == nullptr ? &check : first;
    }
}

void Linter::lintParameters()
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> renamed{{
        {"reject_invalid_hostname", "reject_invalid_helo_hostname"},
        {"reject_non_fqdn_hostname", "reject_non_fqdn_helo_hostname"},
        {"reject_unknown_hostname", "reject_unknown_helo_hostname"},
        {"reject_unknown_client", "reject_unknown_client_hostname"},
        {"reject_maps_rbl", "reject_rbl_client"},
        {"check_relay_domains", "reject_unauth_destination"},
    }};
    for (const auto& parameter : m_main.parameters()) {
        const auto& last = m_last.at(parameter.name);
        const auto line = parameter.lines.first();
        if (last.lines.first() != line) {
            const std::string lastLine = std::to_string(last.lines.first() + 1);
            if (parameter.name == "sender_canonical_maps") {
                add(LintCode::CanonicalMapsTwice, Severity::Info, File::Main, line, {lastLine});
            } else {
                add(LintCode::DefinedTwice, Severity::Error, File::Main, line, {parameter.name, lastLine});
            }
            continue;
        }
        if (!parameter.name.ends_with("_restrictions")) {
            continue;
        }
        for (const auto& word : m_main.words(parameter)) {
            for (const auto& [old, current] : renamed) {
                if (base::equalsIgnoreCase(word.text, old)) {
                    add(LintCode::DeprecatedRestriction, Severity::Warning, File::Main, word.line,
                        {parameter.name, word.text, std::string(current)});
                }
            }
        }
    }
}

void Linter::lintSubmission()
{
    constexpr std::array<std::string_view, 5> names{"submission", "submissions", "smtps", "587", "465"};
    for (const auto& service : m_master.services()) {
        const std::string port = service.name.substr(service.name.rfind(':') + 1);
        if (service.type != "inet" || service.command.front() != "smtpd" ||
            std::ranges::count(names, port) == 0) {
            continue;
        }
        for (const auto& check : m_checks) {
            const auto override = service.option(check.parameter.name);
            const auto end = check.words.begin() + static_cast<std::ptrdiff_t>(check.at);
            const bool isLetThrough =
                std::find_if(check.words.begin(), end, [](const Word& word) {
                    return base::equalsIgnoreCase(word.text, "permit_sasl_authenticated");
                }) != end;
            if (override ? override->find(check.server) != std::string::npos : !isLetThrough) {
                add(LintCode::OnSubmission, Severity::Warning, File::Master, service.lines.first(),
                    {service.name, check.parameter.name});
            }
        }
    }
}

void Linter::lintOtherCheckers()
{
    if (m_checks.empty()) {
        return;
    }
    const auto own = std::ranges::find(m_checks, m_service, &Check::service);
    const std::string& server = own == m_checks.end() ? m_checks.front().server : own->server;
    for (const auto& check : m_checks) {
        if (check.server != server) {
            add(LintCode::OtherChecker, Severity::Warning, File::Main, check.line(), {check.server});
        }
    }
    for (const auto& name : {"smtpd_milters", "non_smtpd_milters"}) {
        const auto milters = m_last.find(name);
        if (milters == m_last.end()) {
            continue;
        }
        for (const auto& word : m_main.words(milters->second)) {
            if (contains(word.text, "spf") || contains(word.text, "rspamd") ||
                word.text.ends_with(":11332")) {
                add(LintCode::OtherChecker, Severity::Warning, File::Main, word.line, {word.text});
            }
        }
    }
}

void Linter::lintLostBlanks()
{
    constexpr std::array<std::string_view, 5> masterStarts{"user=", "argv=", "flags=", "-o ", "directory="};
    const auto startsLikeAttribute = [&](const std::string& line) {
        return std::ranges::any_of(masterStarts, [&](auto start) { return line.starts_with(start); });
    };
    for (std::size_t line = 0; line < m_master.document().size(); ++line) {
        if (startsLikeAttribute(m_master.document().at(line))) {
            add(LintCode::LostBlank, Severity::Warning, File::Master, line, {m_master.document().at(line)});
        }
    }
    constexpr std::array<std::string_view, 4> mainStarts{"check_", "permit_", "reject_", "defer_"};
    for (std::size_t line = 0; line < m_main.document().size(); ++line) {
        const std::string& text = m_main.document().at(line);
        const std::string firstWord = text.substr(0, text.find_first_of(" \t,"));
        const bool isEntry =
            std::ranges::any_of(mainStarts, [&](auto start) { return text.starts_with(start); });
        const auto rest = base::trimmed(std::string_view(text).substr(firstWord.size()));
        if (isEntry && !rest.starts_with('=') && firstWord.find('=') == std::string::npos) {
            add(LintCode::LostBlank, Severity::Warning, File::Main, line, {text});
        }
    }
}

} // namespace

std::string Finding::id() const
{
    return fmt::format("PFX-{:03}", static_cast<int>(code));
}

std::vector<Finding> lint(std::string_view mainText, std::string_view masterText, const Facts& facts,
                          std::string_view service)
{
    return Linter(mainText, masterText, facts, service).run();
}

} // namespace postfix
