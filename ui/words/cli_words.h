// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the command line: help, wrong usage, files that cannot be used. Names of commands, options and
// placeholders are the same in every language (INTERFACES.md).
#pragma once

#include "core/qtio/tables/mail_table.h"

#include <QString>

namespace words {

/// What a command does, in one line; empty for a name that is none. "config" and "log" are groups.
[[nodiscard]] QString commandSummary(const QString& command);
/// What an option does; empty for an unknown one.
[[nodiscard]] QString optionHelp(const QString& option);

enum class HelpPart {
    Usage,
    Commands,
    Options,
    Example,
    Examples,
    MoreHelp,
    HelpOption,
    VersionOption,
    ExitStatus
};
[[nodiscard]] QString name(HelpPart part);

/// What is wrong with the words of a command.
[[nodiscard]] QString unknownCommand(const QString& word, const QString& near);
[[nodiscard]] QString unknownOption(const QString& option, const QString& near);
[[nodiscard]] QString missingValue(const QString& option);
[[nodiscard]] QString unexpectedValue(const QString& option);
[[nodiscard]] QString missingOperand(const QString& name);
[[nodiscard]] QString unexpectedOperand(const QString& word);
[[nodiscard]] QString missingOption(const QString& option);
[[nodiscard]] QString repeatedOption(const QString& option);
[[nodiscard]] QString optionsExclude(const QString& one, const QString& other);
[[nodiscard]] QString notAnAddress(const QString& text);
[[nodiscard]] QString notOneOf(const QString& option, const QString& text, const QString& allowed);
[[nodiscard]] QString notInRange(const QString& option, const QString& text, int least, int most);
/// Standard input ended early, or is another one.
[[nodiscard]] QString notTheContent(const QString& path);
[[nodiscard]] QString notAHash(const QString& text);
[[nodiscard]] QString notADraft(const QString& text);
[[nodiscard]] QString notANetwork(const QString& text);
[[nodiscard]] QString notAFlattening(const QString& text);
/// `character` of the option's text is counted from 1.
[[nodiscard]] QString notANetworkAt(const QString& text, qsizetype character, const QString& piece);
[[nodiscard]] QString notADomain(const QString& text);
[[nodiscard]] QString notANameserver(const QString& text);
[[nodiscard]] QString notAZone(const QString& text);
[[nodiscard]] QString zoneOfNoLog(const QString& file);
[[nodiscard]] QString notANumber(const QString& option, const QString& text);
[[nodiscard]] QString notAYear(const QString& text);
[[nodiscard]] QString notATime(const QString& option, const QString& text);
[[nodiscard]] QString tryHelp(const QString& command);

/// Why a file could not be used, with the cure.
enum class FileTrouble { Missing, Directory, Device, Denied, Failed };
[[nodiscard]] QString cannotRead(const QString& path, FileTrouble trouble, const QString& detail = {});
[[nodiscard]] QString cannotWrite(const QString& path, const QString& detail);
/// Behind cannotWrite(): why.
[[nodiscard]] QString isAnInput();
[[nodiscard]] QString standardOutput();
[[nodiscard]] QString tooLarge(const QString& path, qint64 limitMib);
[[nodiscard]] QString standardInputIsReadOnly();
/// NUL bytes: UTF-16, or no text at all.
[[nodiscard]] QString badPlaceInFile(const QString& path, std::size_t line, const QString& what);
/// After the places that were named one by one.
[[nodiscard]] QString morePlacesInFile(const QString& path, std::size_t count);

/// A batch.
[[nodiscard]] QString batchNeedsHeader(const QString& path);
/// What is wrong with a row of it, here and in the window.
[[nodiscard]] QString message(const qtio::MailRowError& error);
[[nodiscard]] QString batchProgress(qsizetype done, qsizetype all);

/// The configuration has problems that change what was asked for.
[[nodiscard]] QString configHasErrors(const QString& path, int count);
[[nodiscard]] QString lintSummary(int errors, int warnings, int notes);
[[nodiscard]] QString nothingFound();
[[nodiscard]] QString nothingToFix(const QString& path);
[[nodiscard]] QString unknownKey(const QString& key, const QString& section, const QString& near);
[[nodiscard]] QString notAList(const QString& key);
[[nodiscard]] QString refusedEdit(const QString& path, const QString& reason);
[[nodiscard]] QString saved(const QString& path);
[[nodiscard]] QString attributesNotKept(const QString& path);
[[nodiscard]] QString savedWithBackup(const QString& path, const QString& backup);
[[nodiscard]] QString nothingChanged(const QString& path);
[[nodiscard]] QString noDifference();
[[nodiscard]] QString valueWouldBeWrong(const QString& message);

/// Names before the values of a report.
enum class Label {
    Verdict,
    Identity,
    Domain,
    Client,
    DecidedBy,
    Record,
    Explanation,
    Problem,
    Lookups,
    VoidLookups,
    DnsQuestions,
    Time,
    Decision,
    Rule,
    Entry,
    Reply,
    Header,
    Trace,
    Macro,
    Default,
    Inherited,
    Period,
    Logs,
    Checks,
    Skips,
    Lines,
    Bytes,
    Guessed,
    Unreadable,
    Rejections,
    Results,
    Actions,
    DistinctDomains,
    DistinctAddresses,
    TopDomains,
    TopAddresses,
    Terms,
    Networks,
};
[[nodiscard]] QString name(Label label);
/// The heading of a list that shows the most frequent only.
[[nodiscard]] QString firstOf(const QString& heading, const QString& shown, const QString& all);
/// A list of names that was cut.
[[nodiscard]] QString andMore(const QString& names, const QString& others);
[[nodiscard]] QString noCheckInIt();

} // namespace words
