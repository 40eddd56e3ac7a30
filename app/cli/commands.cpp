// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/suggestion.h"
#include "app/cli/text_layout.h"
#include "ui/words/cli_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const Command* findCommand(const QString& name)
{
    const QList<Command>& all = allCommands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// The commands that begin with this word; "config" is a group, "check" is a command.
QList<const Command*> groupOf(const QString& word)
{
    QList<const Command*> group;
    for (const Command& command : allCommands()) {
        if (word.isEmpty() || command.name.startsWith(word + u' ')) {
            group.append(&command);
        }
    }
    return group;
}

QStringList firstWords()
{
    QStringList list;
    for (const Command& command : allCommands()) {
        list.append(command.name.section(u' ', 0, 0));
    }
    list.removeDuplicates();
    return list;
}

void printOverview(Context& context, const QString& group)
{
    const QString prefix = group.isEmpty() ? QString() : group + u' ';
    printLine(context, words::name(words::HelpPart::Usage) + u" spfpolicy "_s + prefix + u"COMMAND ..."_s);
    printLine(context);
    if (!group.isEmpty()) {
        printLine(context, words::commandSummary(group));
        printLine(context);
    }
    printLine(context, words::name(words::HelpPart::Commands));
    QList<QPair<QString, QString>> rows;
    for (const Command* command : groupOf(group)) {
        rows.append({command->name, words::commandSummary(command->name)});
    }
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
    printLine(context);
    printLine(context, words::name(words::HelpPart::Options));
    for (const QString& line : twoColumns({{u"--help"_s, words::name(words::HelpPart::HelpOption)},
                                           {u"--version"_s, words::name(words::HelpPart::VersionOption)}})) {
        printLine(context, line);
    }
    printLine(context);
    printLine(context, words::name(words::HelpPart::MoreHelp));
    printLine(context, words::name(words::HelpPart::ExitStatus));
}

bool isHelp(const QString& word)
{
    return word == "--help"_L1 || word == "-h"_L1;
}

/// "lint" alone: the command that was meant, when there is only one.
QString commandEndingWith(const QString& word)
{
    QString found;
    for (const Command& command : allCommands()) {
        if (command.name.endsWith(u' ' + word)) {
            if (!found.isEmpty()) {
                return {};
            }
            found = command.name;
        }
    }
    return found;
}

Exit unknownWord(Context& context, const QString& group, const QString& word, const QStringList& known)
{
    const QString prefix = group.isEmpty() ? QString() : group + u' ';
    QString near = nearest(word, known);
    if (near.isEmpty() && group.isEmpty()) {
        near = commandEndingWith(word);
    }
    const QString message = word.startsWith(u'-')
                                ? words::unknownOption(word, {})
                                : words::unknownCommand(prefix + word, near.isEmpty() ? near : prefix + near);
    return usageError(context, group, message);
}

Exit runGroup(Context& context, const QString& group, const QStringList& rest)
{
    if (rest.isEmpty()) {
        return usageError(context, group, words::missingOperand(u"COMMAND"_s));
    }
    if (isHelp(rest.first())) {
        printOverview(context, group);
        return Exit::Done;
    }
    QStringList known;
    for (const Command* command : groupOf(group)) {
        known.append(command->name.section(u' ', 1));
    }
    return unknownWord(context, group, rest.first(), known);
}

} // namespace

const QList<Command>& allCommands()
{
    static const QList<Command> commands{
        checkCommand(),       configLintCommand(),    configShowCommand(),    configGetCommand(),
        configSetCommand(),   configUnsetCommand(),   configAddCommand(),     configRemoveCommand(),
        configPutCommand(),   configExplainCommand(), configDiffCommand(),    configTestCommand(),
        logSummaryCommand(),  logEventsCommand(),     logFollowCommand(),     postfixPlanCommand(),
        postfixLintCommand(), recordLintCommand(),    recordExplainCommand(),
    };
    return commands;
}

Exit runProgram(Context& context, const QStringList& words)
{
    if (words.isEmpty()) {
        return usageError(context, QString(), words::missingOperand(u"COMMAND"_s));
    }
    const QString& first = words.first();
    if (isHelp(first)) {
        printOverview(context, {});
        return Exit::Done;
    }
    if (first == "--version"_L1) {
        printLine(context, QStringLiteral("spfpolicy " SPM_VERSION));
        return Exit::Done;
    }
    const Command* command = findCommand(first);
    qsizetype used = 1;
    if (command == nullptr && words.size() > 1) {
        command = findCommand(first + u' ' + words[1]);
        used = 2;
    }
    if (command == nullptr) {
        return groupOf(first).isEmpty() ? unknownWord(context, {}, first, firstWords())
                                        : runGroup(context, first, words.mid(1));
    }
    const std::optional<Arguments> arguments = parseArguments(context, *command, words.mid(used));
    if (!arguments) {
        return Exit::Usage;
    }
    if (arguments->isSet(u"help"_s)) {
        printHelp(context, *command);
        return Exit::Done;
    }
    return command->run(context, *arguments);
}

} // namespace cli
