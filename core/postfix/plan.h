// SPDX-License-Identifier: GPL-3.0-or-later
// What has to change in main.cf and master.cf to switch the SPF check on or off (SPEC 3.4): new texts and the
// reasons, nothing is written. Applying a plan to its own result changes nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

enum class Task { Enable, Disable };

enum class Variant {
    Imsva,       ///< as the IMSVA guide documents it: every sender is checked
    Recommended, ///< own networks and authenticated senders are let through first
    Socket       ///< a daemon that runs by itself: no master.cf entry, no time limit
};

struct PlanOptions
{
    Task task = Task::Enable;
    Variant variant = Variant::Imsva;
    std::string service = "SPFPolicyd"; ///< in master.cf; Imsva and Recommended
    std::string user = "imss";          ///< of an entry that has to be added
    std::string argv = "/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/SPFPolicyd.py";
    std::string socketServer = "unix:private/spfpolicyd"; ///< Socket
    bool raiseTimeLimit = true;                           ///< a limit below 3600 s
};

/// "unix:private/SPFPolicyd", or the socket's address: the word behind check_policy_service.
[[nodiscard]] std::string serverOf(const PlanOptions& options);

enum class File { Main, Master };

enum class NoteCode {
    // done
    ServiceUncommented,   ///< args: service
    ServiceAppended,      ///< args: service
    ServiceCommented,     ///< args: service
    EntryInserted,        ///< args: parameter, server
    EntryRemoved,         ///< args: parameter, server
    ParameterAdded,       ///< args: parameter, value
    ParameterRemoved,     ///< args: parameter
    ParameterUncommented, ///< args: parameter, value
    ParameterCommented,   ///< args: parameter
    TimeLimitRaised,      ///< args: parameter, old value, new value
    // already so
    ServicePresent,   ///< args: service
    ServiceAbsent,    ///< args: service
    EntryPresent,     ///< args: parameter, server
    EntryAbsent,      ///< args: server
    TimeLimitPresent, ///< args: parameter, value
    // advice
    TimeLimitLow,       ///< args: parameter, value; left as it is
    TimeLimitNotNeeded, ///< args: parameter; the daemon runs by itself
    AllSendersChecked,  ///< own networks and authenticated senders too: white_ip for own networks
    SubmissionOverride, ///< args: parameter; "-o parameter=" on the submission services
    CheckedTwice,       ///< args: parameter, server; PFX-007
    NestedList,         ///< args: parameter, word: a "$name" in the list may hold more than is seen here
    CheckProgram,       ///< args: service, user, argv; an entry was added where nothing else is of IMSVA
    // to be done by hand
    ManualInsert,    ///< args: parameter, value, entry
    ManualRemove,    ///< args: parameter, value, entry
    ManualTimeLimit, ///< args: parameter, value
};

enum class NoteKind { Done, Nothing, Advice, Manual };
[[nodiscard]] NoteKind kindOf(NoteCode code) noexcept;
[[nodiscard]] std::string_view word(NoteCode code) noexcept; ///< "entry-inserted", for JSON

struct Note
{
    NoteCode code;
    File file = File::Main;
    std::size_t line = 0; ///< from 1 in the new text; 0 when there is none
    std::vector<std::string> args;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Plan
{
    std::string oldMain, newMain;
    std::string oldMaster, newMaster;
    std::vector<Note> notes;

    [[nodiscard]] bool changesMain() const { return oldMain != newMain; }

    [[nodiscard]] bool changesMaster() const { return oldMaster != newMaster; }

    [[nodiscard]] bool needsHand() const; ///< something has to be done by hand
    /// Both files in the form patch(1) reads; empty when nothing changes.
    [[nodiscard]] std::string diff(std::string_view mainName, std::string_view masterName) const;
};

[[nodiscard]] Plan plan(std::string_view mainText, std::string_view masterText, const PlanOptions& options);

} // namespace postfix
