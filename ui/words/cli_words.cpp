// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/cli_words.h"

#include <QCoreApplication>

namespace words {

namespace {

struct CliWords
{
    Q_DECLARE_TR_FUNCTIONS(CliWords)
};

QString withSuggestion(const QString& sentence, const QString& near)
{
    return near.isEmpty() ? sentence : CliWords::tr("%1 Did you mean \"%2\"?").arg(sentence, near);
}

} // namespace

QString unknownCommand(const QString& word, const QString& near)
{
    return withSuggestion(CliWords::tr("Unknown command \"%1\".").arg(word), near);
}

QString unknownOption(const QString& option, const QString& near)
{
    return withSuggestion(CliWords::tr("Unknown option \"%1\".").arg(option), near);
}

QString missingValue(const QString& option)
{
    return CliWords::tr("The option %1 needs a value.").arg(option);
}

QString unexpectedValue(const QString& option)
{
    return CliWords::tr("The option %1 takes no value.").arg(option);
}

QString missingOperand(const QString& name)
{
    return CliWords::tr("%1 is missing.").arg(name);
}

QString unexpectedOperand(const QString& word)
{
    return CliWords::tr("\"%1\" is one word too many.").arg(word);
}

QString missingOption(const QString& option)
{
    return CliWords::tr("The option %1 is needed.").arg(option);
}

QString repeatedOption(const QString& option)
{
    return CliWords::tr("The option %1 may be given only once.").arg(option);
}

QString optionsExclude(const QString& one, const QString& other)
{
    return CliWords::tr("%1 and %2 cannot be used together.").arg(one, other);
}

QString notAnAddress(const QString& text)
{
    return CliWords::tr("\"%1\" is not an IP address. Give one like 192.0.2.10 or 2001:db8::10.").arg(text);
}

QString notOneOf(const QString& option, const QString& text, const QString& allowed)
{
    return CliWords::tr("\"%2\" is not a value of %1. Allowed are: %3").arg(option, text, allowed);
}

QString notInRange(const QString& option, const QString& text, int least, int most)
{
    return CliWords::tr("\"%2\" is not a value of %1. Allowed are whole numbers from %3 to %4.")
        .arg(option, text)
        .arg(least)
        .arg(most);
}

QString notTheContent(const QString& path)
{
    return CliWords::tr("%1: what came on standard input is not what --content names. Nothing was written.")
        .arg(path);
}

QString notAHash(const QString& text)
{
    return CliWords::tr(
               "\"%1\" is not a SHA-256 hash. Give 64 hexadecimal digits, or \"none\" for a file that "
               "is not there yet.")
        .arg(text);
}

QString notADraft(const QString& text)
{
    return CliWords::tr(
               "\"%1\" is not a draft record. Write it as DOMAIN=TEXT, like example.com=\"v=spf1 -all\".")
        .arg(text);
}

QString notANetwork(const QString& text)
{
    return CliWords::tr("\"%1\" is not a network. Give one like 192.0.2.0/24.").arg(text);
}

QString notAFlattening(const QString& text)
{
    return CliWords::tr("\"%1\" does not name networks of a domain. Write it as DOMAIN=NETWORK,NETWORK, like "
                        "_spf.example.net=192.0.2.0/24,2001:db8::/32.")
        .arg(text);
}

QString notANetworkAt(const QString& text, qsizetype character, const QString& piece)
{
    return CliWords::tr("\"%1\", character %2: \"%3\" is not a network. Give one like 192.0.2.0/24.")
        .arg(text)
        .arg(character)
        .arg(piece);
}

QString notADomain(const QString& text)
{
    return CliWords::tr("\"%1\" is not a domain name. Give one like example.com.").arg(text);
}

QString notANameserver(const QString& text)
{
    return CliWords::tr(
               "\"%1\" is not the address of a name server. Give an IP address, with a port if it is not 53: "
               "192.0.2.53:5353 or [2001:db8::53]:5353.")
        .arg(text);
}

QString zoneOfNoLog(const QString& file)
{
    return CliWords::tr("--tz names %1, which is not among the logs.").arg(file);
}

QString notAZone(const QString& text)
{
    return CliWords::tr("\"%1\" is not a time zone for --tz. Give one like Asia/Tokyo, UTC or +09:00.")
        .arg(text);
}

QString notANumber(const QString& option, const QString& text)
{
    return CliWords::tr("%1 needs a number: %2").arg(option, text);
}

QString notAYear(const QString& text)
{
    return CliWords::tr("\"%1\" is not a year. Give one like 2025.").arg(text);
}

QString notATime(const QString& option, const QString& text)
{
    return CliWords::tr("\"%2\" is not a time for %1. Give one like 2025-11-20T14:00, -7d or -12h.")
        .arg(option, text);
}

QString tryHelp(const QString& command)
{
    return CliWords::tr("Help: %1").arg(command);
}

QString cannotRead(const QString& path, FileTrouble trouble, const QString& detail)
{
    switch (trouble) {
    case FileTrouble::Missing:
        return CliWords::tr("%1 cannot be read: there is no such file. Check the path.").arg(path);
    case FileTrouble::Directory:
        return CliWords::tr("%1 cannot be read: it is a folder. Name a file in it.").arg(path);
    case FileTrouble::Device:
        return CliWords::tr("%1 cannot be read: it is a device, which has no end. Name a file.").arg(path);
    case FileTrouble::Denied:
        return CliWords::tr("%1 cannot be read: permission denied. Use an account that may read it.")
            .arg(path);
    case FileTrouble::Failed:
        break;
    }
    return CliWords::tr("%1 cannot be read: %2").arg(path, detail);
}

QString cannotWrite(const QString& path, const QString& detail)
{
    return CliWords::tr("%1 cannot be written: %2").arg(path, detail);
}

QString isAnInput()
{
    return CliWords::tr("it is one of the logs that are read. Name another file.");
}

QString standardOutput()
{
    return CliWords::tr("standard output");
}

QString tooLarge(const QString& path, qint64 limitMib)
{
    return CliWords::tr("%1 cannot be used: it is larger than %2 MiB.").arg(path).arg(limitMib);
}

QString standardInputIsReadOnly()
{
    return CliWords::tr("Standard input cannot be changed. Name a file.");
}

QString badPlaceInFile(const QString& path, std::size_t line, const QString& what)
{
    return CliWords::tr("%1, line %2: %3").arg(path).arg(line).arg(what);
}

QString morePlacesInFile(const QString& path, std::size_t count)
{
    return CliWords::tr("%1: further lines with problems: %2").arg(path).arg(count);
}

QString batchNeedsHeader(const QString& path)
{
    return CliWords::tr(
               "%1 cannot be used: its first line has to name the columns ip, helo and sender, in any order.")
        .arg(path);
}

QString message(const qtio::MailRowError& error)
{
    switch (error.code) {
    case qtio::MailRowError::Code::UnclosedQuote:
        return CliWords::tr("A quotation mark is not closed.");
    case qtio::MailRowError::Code::FieldCount:
        return CliWords::tr("The row has %1 fields, but the header names %2.")
            .arg(error.fieldCount)
            .arg(error.expectedCount);
    case qtio::MailRowError::Code::OtherFieldCount:
        return CliWords::tr("The row has %1 fields, but the rows before it have %2.")
            .arg(error.fieldCount)
            .arg(error.expectedCount);
    case qtio::MailRowError::Code::NotAnAddress:
        break;
    }
    return notAnAddress(error.text);
}

QString batchProgress(qsizetype done, qsizetype all)
{
    return CliWords::tr("%1 of %2 rows checked").arg(done).arg(all);
}

QString configHasErrors(const QString& path, int count)
{
    return CliWords::
        tr("%1 has problems (%2 errors); default values hold in their place. See: spfpolicy config lint %1")
            .arg(path)
            .arg(count);
}

QString lintSummary(int errors, int warnings, int notes)
{
    return CliWords::tr("Errors: %1, warnings: %2, notes: %3").arg(errors).arg(warnings).arg(notes);
}

QString nothingFound()
{
    return CliWords::tr("No problems found.");
}

QString nothingToFix(const QString& path)
{
    return CliWords::tr("%1: there is nothing that can be fixed safely.").arg(path);
}

QString unknownKey(const QString& key, const QString& section, const QString& near)
{
    return withSuggestion(CliWords::tr("[%2] has no key \"%1\".").arg(key, section), near);
}

QString notAList(const QString& key)
{
    return CliWords::tr("\"%1\" is not a list. Lists are: white_ip, white_domain, enforce_ip, enforce_domain")
        .arg(key);
}

QString refusedEdit(const QString& path, const QString& reason)
{
    return CliWords::tr("%1 was not changed. %2").arg(path, reason);
}

QString saved(const QString& path)
{
    return CliWords::tr("%1 was written.").arg(path);
}

QString attributesNotKept(const QString& path)
{
    return CliWords::tr("%1: its other hard links keep the old content, or an extended attribute was lost.")
        .arg(path);
}

QString savedWithBackup(const QString& path, const QString& backup)
{
    return CliWords::tr("%1 was written; the old file is kept as %2").arg(path, backup);
}

QString nothingChanged(const QString& path)
{
    return CliWords::tr("%1 stays as it is: nothing would change.").arg(path);
}

QString noDifference()
{
    return CliWords::tr("No differences.");
}

QString valueWouldBeWrong(const QString& message)
{
    return CliWords::tr("The value was not written: %1").arg(message);
}

QString firstOf(const QString& heading, const QString& shown, const QString& all)
{
    return CliWords::tr("%1 (the %2 most frequent of %3)").arg(heading, shown, all);
}

QString andMore(const QString& names, const QString& others)
{
    return CliWords::tr("%1 and %2 more").arg(names, others);
}

QString noCheckInIt()
{
    return CliWords::tr("No check in it");
}

QString name(Label label)
{
    switch (label) {
    case Label::Verdict:
        return CliWords::tr("Result");
    case Label::Identity:
        return CliWords::tr("Identity");
    case Label::Domain:
        return CliWords::tr("Checked domain");
    case Label::Client:
        return CliWords::tr("Connecting IP");
    case Label::DecidedBy:
        return CliWords::tr("Decided by");
    case Label::Record:
        return CliWords::tr("SPF record");
    case Label::Explanation:
        return CliWords::tr("Explanation");
    case Label::Problem:
        return CliWords::tr("Problem");
    case Label::Lookups:
        return CliWords::tr("DNS terms");
    case Label::VoidLookups:
        return CliWords::tr("Void look-ups");
    case Label::DnsQuestions:
        return CliWords::tr("DNS questions");
    case Label::Time:
        return CliWords::tr("Time");
    case Label::Decision:
        return CliWords::tr("Action");
    case Label::Rule:
        return CliWords::tr("Rule");
    case Label::Entry:
        return CliWords::tr("Entry");
    case Label::Reply:
        return CliWords::tr("Answer to Postfix");
    case Label::Header:
        return CliWords::tr("Header");
    case Label::Trace:
        return CliWords::tr("Evaluation");
    case Label::Macro:
        return CliWords::tr("macro");
    case Label::Default:
        return CliWords::tr("default");
    case Label::Inherited:
        return CliWords::tr("from [globals]");
    case Label::Period:
        return CliWords::tr("Period");
    case Label::Logs:
        return CliWords::tr("Logs");
    case Label::Checks:
        return CliWords::tr("Checks");
    case Label::Skips:
        return CliWords::tr("Skipped");
    case Label::Lines:
        return CliWords::tr("Lines");
    case Label::Bytes:
        return CliWords::tr("Bytes");
    case Label::Guessed:
        return CliWords::tr("Read by best effort");
    case Label::Unreadable:
        return CliWords::tr("Unreadable");
    case Label::Rejections:
        return CliWords::tr("Refusals by Postfix");
    case Label::Results:
        return CliWords::tr("Results");
    case Label::Actions:
        return CliWords::tr("Actions");
    case Label::DistinctDomains:
        return CliWords::tr("Distinct domains");
    case Label::DistinctAddresses:
        return CliWords::tr("Distinct addresses");
    case Label::TopDomains:
        return CliWords::tr("Top domains");
    case Label::TopAddresses:
        return CliWords::tr("Top addresses");
    case Label::Terms:
        return CliWords::tr("Terms");
    case Label::Networks:
        break;
    }
    return CliWords::tr("Networks");
}

} // namespace words
