// SPDX-License-Identifier: GPL-3.0-or-later
// The help texts of the command line: one line for each command and each option.
#include "ui/words/cli_words.h"

#include <QCoreApplication>

#include <span>

using namespace Qt::StringLiterals;

namespace words {

namespace {

struct CliHelp
{
    Q_DECLARE_TR_FUNCTIONS(CliHelp)
};

struct HelpText
{
    QLatin1StringView name;
    const char* text;
};

constexpr HelpText commandTexts[] = {
    {"check"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Evaluate SPF for a mail and show what the configuration makes of it")},
    {"config"_L1, QT_TRANSLATE_NOOP("CliHelp", "Read, examine and change a config.ini")},
    {"config lint"_L1, QT_TRANSLATE_NOOP("CliHelp", "List the problems of a config.ini, with fixes")},
    {"config show"_L1, QT_TRANSLATE_NOOP("CliHelp", "List the keys of a config.ini with their values")},
    {"config get"_L1, QT_TRANSLATE_NOOP("CliHelp", "Print one value as the product reads it")},
    {"config set"_L1, QT_TRANSLATE_NOOP("CliHelp", "Set one value; all other lines stay as they are")},
    {"config unset"_L1, QT_TRANSLATE_NOOP("CliHelp", "Remove one key, so that its default value holds")},
    {"config add"_L1, QT_TRANSLATE_NOOP("CliHelp", "Add entries to a list of [globals]")},
    {"config put"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Replace a whole config.ini by standard input, with a backup")},
    {"config remove"_L1, QT_TRANSLATE_NOOP("CliHelp", "Remove entries from a list of [globals]")},
    {"config explain"_L1, QT_TRANSLATE_NOOP("CliHelp", "Show which entry or section decides about a sender")},
    {"config diff"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Show what differs in meaning between two config.ini files")},
    {"config test"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Try the test mails kept with a config.ini; exit status 1 when one fails")},
    {"log"_L1, QT_TRANSLATE_NOOP("CliHelp", "Read mail logs")},
    {"log summary"_L1, QT_TRANSLATE_NOOP("CliHelp", "Count the SPF checks of mail logs")},
    {"log events"_L1, QT_TRANSLATE_NOOP("CliHelp", "List the SPF checks of mail logs")},
    {"log follow"_L1, QT_TRANSLATE_NOOP("CliHelp", "Print the SPF checks of mail logs as they are written")},
    {"postfix"_L1, QT_TRANSLATE_NOOP("CliHelp", "Examine and plan changes of main.cf and master.cf")},
    {"postfix plan"_L1,
     QT_TRANSLATE_NOOP("CliHelp",
                       "Show what enabling or disabling the SPF check would change; nothing is written")},
    {"postfix lint"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "List the problems of main.cf and master.cf around the SPF check")},
    {"record"_L1, QT_TRANSLATE_NOOP("CliHelp", "Examine SPF records")},
    {"record lint"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "List the problems of a domain's SPF record, or of a text, with fixes")},
    {"record explain"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Show who may send as a domain: each term in words, and all networks")},
};

constexpr HelpText optionTexts[] = {
    {"argv"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Program of a service entry that has to be added (the script of IMSVA)")},
    {"asn"_L1,
     QT_TRANSLATE_NOOP("CliHelp",
                       "Look up who operates the networks (asks Team Cymru's zones over DNS; 100 at most)")},
    {"assume-result"_L1, QT_TRANSLATE_NOOP("CliHelp", "Take this SPF result and ask no DNS")},
    {"content"_L1, QT_TRANSLATE_NOOP("CliHelp", "Write only when all of standard input has this SHA-256")},
    {"no-backup"_L1, QT_TRANSLATE_NOOP("CliHelp", "Keep no copy of the file as it was")},
    {"base"_L1,
     QT_TRANSLATE_NOOP("CliHelp",
                       "Write only when the file still has this SHA-256; none: only when there is no file")},
    {"batch"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Check every row of a CSV file with the columns ip, helo and sender")},
    {"cases"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "The CSV file of the test mails, FILE.tests.csv unless given; columns ip, "
                                  "helo, sender, result, action, note")},
    {"config"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "The config.ini that decides; without it all default values hold")},
    {"covers"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Say what covers this address; exit status 1 when it may not send")},
    {"disable"_L1, QT_TRANSLATE_NOOP("CliHelp", "Plan to take the SPF check out")},
    {"dns"_L1, QT_TRANSLATE_NOOP("CliHelp", "Answer DNS questions from a file written by --save-dns")},
    {"drafts"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Draft records of any type, as a zone file, that replace published ones")},
    {"effective"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "List all keys with the values that hold, default values included")},
    {"enable"_L1, QT_TRANSLATE_NOOP("CliHelp", "Plan to put the SPF check in")},
    {"filter"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Only checks that match, e.g. \"result:fail domain:*.example.com\"")},
    {"fix"_L1, QT_TRANSLATE_NOOP("CliHelp", "Apply the fixes that are safe, and write the file")},
    {"format"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "The form of what is written; json of log events is JSON lines")},
    {"from"_L1, QT_TRANSLATE_NOOP("CliHelp", "The domain of the header From (for SPF-065)")},
    {"helo"_L1, QT_TRANSLATE_NOOP("CliHelp", "The name given in HELO or EHLO")},
    {"help"_L1, QT_TRANSLATE_NOOP("CliHelp", "Show this help")},
    {"ip"_L1, QT_TRANSLATE_NOOP("CliHelp", "The connecting IP address")},
    {"all"_L1, QT_TRANSLATE_NOOP("CliHelp", "Print all checks that are there first")},
    {"lines"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Print the last N checks that are there first, none unless given")},
    {"json"_L1, QT_TRANSLATE_NOOP("CliHelp", "Print JSON")},
    {"language"_L1, QT_TRANSLATE_NOOP("CliHelp", "The language of what is written, that of the messages "
                                                 "unless given")},
    {"main"_L1, QT_TRANSLATE_NOOP("CliHelp", "Postfix's main.cf")},
    {"master"_L1, QT_TRANSLATE_NOOP("CliHelp", "Postfix's master.cf")},
    {"mx-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Hosts of one mx before permerror, 10 unless given")},
    {"nameserver"_L1, QT_TRANSLATE_NOOP("CliHelp", "The name server to ask instead of the system's")},
    {"output"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Write into this file, whole or not at all, and not to the screen")},
    {"own-domain"_L1, QT_TRANSLATE_NOOP("CliHelp", "A domain of your own (for CFG-040)")},
    {"prefilter"_L1, QT_TRANSLATE_NOOP("CliHelp", "A network of the cloud pre-filter (for CFG-041)")},
    {"protocol-state"_L1, QT_TRANSLATE_NOOP("CliHelp", "The state of the SMTP session, RCPT unless given")},
    {"ptr-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Names of one ptr that count, 10 unless given")},
    {"query-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Milliseconds for one DNS question, 5000 unless given")},
    {"quiet"_L1, QT_TRANSLATE_NOOP("CliHelp", "Tell errors only, for cron")},
    {"receiver"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "The receiving host's name for the header, this host's unless given")},
    {"record"_L1, QT_TRANSLATE_NOOP("CliHelp", "A draft SPF record that replaces the published one")},
    {"save-dns"_L1, QT_TRANSLATE_NOOP("CliHelp", "Keep every DNS question and answer in a file for --dns")},
    {"sender"_L1, QT_TRANSLATE_NOOP("CliHelp", "The envelope sender (MAIL FROM); \"\" is the null sender")},
    {"server-ip"_L1, QT_TRANSLATE_NOOP("CliHelp", "An address of your own server (for SPF-058 and SPF-059)")},
    {"since"_L1,
     QT_TRANSLATE_NOOP("CliHelp", "Only checks from this time on, e.g. 2025-11-20T14:00 or -7d; without an "
                                  "offset a time is in the zone of --tz, this computer's unless given")},
    {"flattened"_L1,
     QT_TRANSLATE_NOOP("CliHelp",
                       "The networks a domain stood for when they replaced its include (for SPF-062)")},
    {"subdomain"_L1, QT_TRANSLATE_NOOP("CliHelp", "A subdomain that sends mail (for SPF-060)")},
    {"target"_L1, QT_TRANSLATE_NOOP("CliHelp", "The program that reads the file: imsva (as given) or own")},
    {"term-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Look-up terms before permerror, 10 unless given")},
    {"text"_L1, QT_TRANSLATE_NOOP("CliHelp", "The text of a record; no DNS is asked")},
    {"time-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Seconds for the whole evaluation, 20 unless given")},
    {"trace"_L1, QT_TRANSLATE_NOOP("CliHelp", "Show every step of the evaluation")},
    {"tz"_L1, QT_TRANSLATE_NOOP("CliHelp", "The time zone of the host that wrote the log, e.g. Asia/Tokyo; "
                                           "FILE=ZONE for one of several logs")},
    {"until"_L1, QT_TRANSLATE_NOOP("CliHelp", "Only checks before this time, written as for --since")},
    {"user"_L1, QT_TRANSLATE_NOOP("CliHelp", "User of a service entry that has to be added (imss)")},
    {"variant"_L1, QT_TRANSLATE_NOOP("CliHelp", "How the check is put in: imsva, recommended or socket")},
    {"void-limit"_L1, QT_TRANSLATE_NOOP("CliHelp", "Void look-ups before permerror, 2 unless given")},
    {"year"_L1,
     QT_TRANSLATE_NOOP(
         "CliHelp",
         "The year of the last line, of rotated logs that of the newest, for stamps without a year")},
    {"no-cache"_L1, QT_TRANSLATE_NOOP("CliHelp", "Read the files anew, and keep nothing of them on disk")},
    {"zone"_L1, QT_TRANSLATE_NOOP("CliHelp", "Answer DNS questions from this zone file only")},
};

QString find(std::span<const HelpText> texts, const QString& name)
{
    for (const HelpText& entry : texts) {
        if (entry.name == name) {
            return CliHelp::tr(entry.text);
        }
    }
    return {};
}

} // namespace

QString commandSummary(const QString& command)
{
    return find(commandTexts, command);
}

QString optionHelp(const QString& option)
{
    return find(optionTexts, option);
}

QString name(HelpPart part)
{
    switch (part) {
    case HelpPart::Usage:
        return CliHelp::tr("Usage:");
    case HelpPart::Commands:
        return CliHelp::tr("Commands:");
    case HelpPart::Options:
        return CliHelp::tr("Options:");
    case HelpPart::Example:
        return CliHelp::tr("Example:");
    case HelpPart::Examples:
        return CliHelp::tr("Examples:");
    case HelpPart::MoreHelp:
        return CliHelp::tr(
            "\"spfpolicy COMMAND --help\" tells more about a command. \"-\" reads standard input.");
    case HelpPart::HelpOption:
        return CliHelp::tr("Show this help");
    case HelpPart::VersionOption:
        return CliHelp::tr("Show the version");
    case HelpPart::ExitStatus:
        break;
    }
    return CliHelp::tr(
        "Exit status: 0 done; 1 done, and the answer is \"no\"; 2 wrong usage; 3 a file could not be read or "
        "written.");
}

} // namespace words
