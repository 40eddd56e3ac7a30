// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/plan.h"

#include "core/base/ascii.h"
#include "core/base/line_diff.h"
#include "core/postfix/main_cf.h"
#include "core/postfix/master_cf.h"
#include "core/postfix/restriction_list.h"

#include <algorithm>
#include <array>
#include <utility>

namespace postfix {

namespace {

constexpr std::string_view listName = "smtpd_sender_restrictions";
constexpr std::string_view imsvaTimeLimit = "127.0.0.1:999_time_limit";
constexpr std::int64_t wantedSeconds = 3600;
constexpr std::string_view wantedText = "3600";

bool isRestrictionList(std::string_view name)
{
    return name.starts_with("smtpd_") && name.ends_with("_restrictions");
}

class Planner
{
public:
    Planner(std::string_view mainText, std::string_view masterText, const PlanOptions& options)
        : m_options(options),
          m_server(serverOf(options)),
          m_timeLimit(options.service + "_time_limit"),
          m_main(mainText),
          m_master(masterText)
    {
    }

    Plan run(std::string_view mainText, std::string_view masterText)
    {
        if (m_options.task == Task::Enable) {
            enable();
        } else {
            disable();
        }
        return {std::string(mainText), m_main.bytes(), std::string(masterText), m_master.bytes(),
                std::move(m_notes)};
    }

private:
    [[nodiscard]] bool isSpawned() const { return m_options.variant != Variant::Socket; }

    void note(NoteCode code, File file, std::optional<std::size_t> line, std::vector<std::string> args)
    {
        m_notes.push_back({code, file, line ? *line + 1 : 0, std::move(args)});
    }

    void enable()
    {
        if (isSpawned()) {
            enableService();
        }
        enableEntry();
        adviseOnOtherLists();
        if (isSpawned()) {
            enableTimeLimit();
            enableImsvaTimeLimit();
        } else if (const auto limit = m_main.find(m_timeLimit)) {
            note(NoteCode::TimeLimitNotNeeded, File::Main, limit->lines.first(), {m_timeLimit});
        }
    }

    void disable()
    {
        disableEntries();
        // A check that is left to be taken out by hand still needs its service: without it all mail gets 451.
        const bool isLeft = std::ranges::any_of(
            m_notes, [](const Note& entry) { return entry.code == NoteCode::ManualRemove; });
        if (isSpawned() && !isLeft) {
            disableService();
            disableTimeLimit();
        }
    }

    [[nodiscard]] std::string recommendedValue() const
    {
        return "permit_mynetworks, permit_sasl_authenticated, check_policy_service " + m_server;
    }

    void enableService();
    void disableService();
    void enableEntry();
    void addParameter();
    void adviseOnOtherLists();
    void adviseOnSenders(bool areLetThrough);
    void enableTimeLimit();
    void enableImsvaTimeLimit();
    [[nodiscard]] bool uncommentTimeLimit();
    void disableEntries();
    void disableTimeLimit();

    const PlanOptions& m_options;
    std::string m_server;
    std::string m_timeLimit;
    MainCf m_main;
    MasterCf m_master;
    std::vector<Note> m_notes;
};

void Planner::enableService()
{
    const auto& service = m_options.service;
    if (const auto present = m_master.find(service, "unix")) {
        note(NoteCode::ServicePresent, File::Master, present->lines.first(), {service});
        return;
    }
    if (const auto line = m_master.findTemplate(service, "unix")) {
        m_master.uncomment(*line);
        note(NoteCode::ServiceUncommented, File::Master, line, {service});
        return;
    }
    auto& document = m_master.document();
    const bool isImsva = m_master.bytes().find("/opt/trend/imss/") != std::string::npos ||
                         m_main.bytes().find("/opt/trend/imss/") != std::string::npos;
    document.append(service + "  unix  -      n      n      -      0      spawn");
    note(NoteCode::ServiceAppended, File::Master, document.size() - 1, {service});
    document.append("             user=" + m_options.user + "  argv=" + m_options.argv);
    if (!isImsva) {
        note(NoteCode::CheckProgram, File::Master, document.size() - 1,
             {service, m_options.user, m_options.argv});
    }
}

void Planner::disableService()
{
    const auto& service = m_options.service;
    bool isPresent = false;
    // An overridden entry would come to life once the last one is gone.
    for (const auto& entry : m_master.services()) {
        if (entry.name == service && entry.type == "unix") {
            isPresent = true;
            m_master.comment(entry);
            note(NoteCode::ServiceCommented, File::Master, entry.lines.first(), {service});
        }
    }
    if (!isPresent) {
        note(NoteCode::ServiceAbsent, File::Master, std::nullopt, {service});
    }
}

void Planner::addParameter()
{
    const std::string check = "check_policy_service " + m_server;
    auto& document = m_main.document();
    const auto line = document.size();
    std::string value = check;
    if (m_options.variant == Variant::Imsva) {
        document.append(std::string(listName) + " =");
        document.append("  " + check);
    } else {
        value = recommendedValue();
        document.append(std::string(listName) + " = " + value);
    }
    note(NoteCode::ParameterAdded, File::Main, line, {std::string(listName), value});
    adviseOnSenders(m_options.variant != Variant::Imsva);
}

void Planner::enableEntry()
{
    const auto parameter = m_main.find(listName);
    const std::string name(listName);
    if (!parameter) {
        addParameter();
        return;
    }
    RestrictionList list(m_main, *parameter);
    const auto line = parameter->lines.first();
    // "{ unix:private/x, timeout=10s }" counts as present, too.
    if (list.findCheck(m_server) ||
        (list.isOpaque() && parameter->value.find(m_server) != std::string::npos)) {
        note(NoteCode::EntryPresent, File::Main, line, {name, m_server});
        return;
    }
    if (list.isOpaque()) {
        note(NoteCode::ManualInsert, File::Main, line,
             {name, parameter->value, "check_policy_service " + m_server});
        return;
    }
    if (const std::string spawned = "unix:private/" + m_options.service;
        m_options.variant == Variant::Socket && list.findCheck(spawned)) {
        note(NoteCode::CheckedTwice, File::Main, line, {name, spawned});
    }
    for (const auto& item : list.words()) {
        if (item.text.starts_with('$')) {
            note(NoteCode::NestedList, File::Main, item.line, {name, item.text});
        }
    }
    if (list.isEmpty() && m_options.variant != Variant::Imsva) {
        list.fill(recommendedValue());
        note(NoteCode::EntryInserted, File::Main, list.words().front().line, {name, m_server});
        return;
    }
    const bool afterPermits = m_options.variant != Variant::Imsva && list.beginsWithPermits();
    const bool letThrough = list.beginsWithPermits();
    list.insertCheck(m_server, afterPermits ? RestrictionList::Placement::AfterPermits
                                            : RestrictionList::Placement::BesideOwnService);
    const auto check = list.findCheck(m_server);
    note(NoteCode::EntryInserted, File::Main, check ? list.words()[*check].line : line, {name, m_server});
    adviseOnSenders(letThrough);
}

void Planner::adviseOnSenders(bool areLetThrough)
{
    if (areLetThrough) {
        return;
    }
    note(NoteCode::AllSendersChecked, File::Main, std::nullopt, {});
    note(NoteCode::SubmissionOverride, File::Master, std::nullopt, {std::string(listName)});
}

void Planner::adviseOnOtherLists()
{
    for (const auto& parameter : m_main.parameters()) {
        if (!isRestrictionList(parameter.name) || parameter.name == listName ||
            m_main.find(parameter.name) != parameter) {
            continue;
        }
        if (parameter.value.find(m_server) != std::string::npos) {
            note(NoteCode::CheckedTwice, File::Main, parameter.lines.first(), {parameter.name, m_server});
        }
    }
}

/// `#NAME = value` where taking the "#" away makes a line of its own.
bool Planner::uncommentTimeLimit()
{
    auto& document = m_main.document();
    for (std::size_t line = 0; line < document.size(); ++line) {
        const std::string& text = document.at(line);
        const auto start = text.starts_with('#') ? text.find_first_not_of(" \t", 1) : std::string::npos;
        if (start == std::string::npos || text.compare(start, m_timeLimit.size(), m_timeLimit) != 0) {
            continue;
        }
        const auto rest = base::trimmed(std::string_view(text).substr(start + m_timeLimit.size()));
        if (!rest.starts_with('=') || document.isInsideLogicalLine(line)) {
            continue;
        }
        document.replace(line, text.substr(start));
        return true;
    }
    return false;
}

void Planner::enableTimeLimit()
{
    auto& document = m_main.document();
    auto limit = m_main.find(m_timeLimit);
    const bool wasActive = limit.has_value();
    if (!limit && uncommentTimeLimit()) {
        limit = m_main.find(m_timeLimit);
        note(NoteCode::ParameterUncommented, File::Main, limit->lines.first(), {m_timeLimit, limit->value});
    }
    if (!limit) {
        document.append(m_timeLimit + " = " + std::string(wantedText));
        note(NoteCode::ParameterAdded, File::Main, document.size() - 1,
             {m_timeLimit, std::string(wantedText)});
        return;
    }
    const auto line = limit->lines.first();
    const auto seconds = parseTime(limit->value);
    if (seconds && *seconds >= wantedSeconds) {
        if (wasActive) {
            note(NoteCode::TimeLimitPresent, File::Main, line, {m_timeLimit, limit->value});
        }
    } else if (!limit->value.empty() && !seconds) {
        note(NoteCode::ManualTimeLimit, File::Main, line, {m_timeLimit, limit->value});
    } else if (!m_options.raiseTimeLimit) {
        note(NoteCode::TimeLimitLow, File::Main, line, {m_timeLimit, limit->value});
    } else {
        for (std::size_t i = limit->lines.lines.size(); i-- > 1;) {
            document.remove(limit->lines.lines[i]);
        }
        document.replace(line,
                         document.at(line).substr(0, limit->valueColumn) + " " + std::string(wantedText));
        note(NoteCode::TimeLimitRaised, File::Main, line,
             {m_timeLimit, limit->value, std::string(wantedText)});
    }
}

void Planner::enableImsvaTimeLimit()
{
    const auto parameter = m_main.find(listName);
    if (!parameter || m_main.find(imsvaTimeLimit) ||
        !RestrictionList(m_main, *parameter).findCheck(imsvaServer)) {
        return;
    }
    auto& document = m_main.document();
    document.append(std::string(imsvaTimeLimit) + " = " + std::string(wantedText));
    note(NoteCode::ParameterAdded, File::Main, document.size() - 1,
         {std::string(imsvaTimeLimit), std::string(wantedText)});
}

void Planner::disableEntries()
{
    bool found = false;
    // With the service gone a check left in any list would make Postfix answer 451 to all mail.
    std::vector<std::string> names;
    for (const auto& parameter : m_main.parameters()) {
        if (parameter.value.find(m_server) != std::string::npos &&
            std::ranges::count(names, parameter.name) == 0) {
            names.push_back(parameter.name);
        }
    }
    for (const auto& name : names) {
        const auto parameter = m_main.find(name);
        RestrictionList list(m_main, *parameter);
        const auto line = parameter->lines.first();
        if (list.isOpaque() || (!isRestrictionList(name) && list.findCheck(m_server))) {
            if (parameter->value.find(m_server) != std::string::npos) {
                found = true;
                note(NoteCode::ManualRemove, File::Main, line,
                     {name, parameter->value, "check_policy_service " + m_server});
            }
            continue;
        }
        if (!list.findCheck(m_server)) {
            continue;
        }
        found = true;
        // Without the last assignment an earlier one would come to life.
        list.removeCheck(m_server, m_main.count(name) > 1);
        const bool isGone = !m_main.find(name).has_value();
        note(NoteCode::EntryRemoved, File::Main, isGone ? std::nullopt : std::optional(line),
             {name, m_server});
        if (isGone) {
            note(NoteCode::ParameterRemoved, File::Main, std::nullopt, {name});
        }
    }
    if (!found) {
        note(NoteCode::EntryAbsent, File::Main, std::nullopt, {m_server});
    }
}

void Planner::disableTimeLimit()
{
    auto& document = m_main.document();
    for (const auto& parameter : m_main.parameters()) {
        if (parameter.name != m_timeLimit) {
            continue;
        }
        for (const std::size_t line : parameter.lines.lines) {
            document.replace(line, "#" + document.at(line));
        }
        note(NoteCode::ParameterCommented, File::Main, parameter.lines.first(), {m_timeLimit});
    }
}

} // namespace

std::string serverOf(const PlanOptions& options)
{
    return options.variant == Variant::Socket ? options.socketServer : "unix:private/" + options.service;
}

NoteKind kindOf(NoteCode code) noexcept
{
    if (code >= NoteCode::ManualInsert) {
        return NoteKind::Manual;
    }
    if (code >= NoteCode::TimeLimitLow) {
        return NoteKind::Advice;
    }
    return code >= NoteCode::ServicePresent ? NoteKind::Nothing : NoteKind::Done;
}

std::string_view word(NoteCode code) noexcept
{
    constexpr std::array<std::string_view, 25> words{
        "service-uncommented",   "service-appended",    "service-commented",   "entry-inserted",
        "entry-removed",         "parameter-added",     "parameter-removed",   "parameter-uncommented",
        "parameter-commented",   "time-limit-raised",   "service-present",     "service-absent",
        "entry-present",         "entry-absent",        "time-limit-present",  "time-limit-low",
        "time-limit-not-needed", "all-senders-checked", "submission-override", "checked-twice",
        "nested-list",           "check-program",       "manual-insert",       "manual-remove",
        "manual-time-limit"};
    static_assert(words.size() == static_cast<std::size_t>(NoteCode::ManualTimeLimit) + 1);
    return words[static_cast<std::size_t>(code)];
}

bool Plan::needsHand() const
{
    return std::ranges::any_of(notes,
                               [](const Note& entry) { return kindOf(entry.code) == NoteKind::Manual; });
}

std::string Plan::diff(std::string_view mainName, std::string_view masterName) const
{
    return base::unifiedDiff(mainName, mainName, oldMain, newMain) +
           base::unifiedDiff(masterName, masterName, oldMaster, newMaster);
}

Plan plan(std::string_view mainText, std::string_view masterText, const PlanOptions& options)
{
    return Planner(mainText, masterText, options).run(mainText, masterText);
}

} // namespace postfix
