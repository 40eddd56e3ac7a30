// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/suggestion.h"
#include "app/cli/text_layout.h"
#include "ui/words/cli_words.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString dashed(const QString& option)
{
    return u"--"_s + option;
}

QString operandText(const Operand& operand)
{
    switch (operand.count) {
    case Operand::Count::Optional:
        return u'[' + operand.name + u']';
    case Operand::Count::AtLeastOne:
        return operand.name + u"..."_s;
    case Operand::Count::One:
        break;
    }
    return operand.name;
}

QString optionText(const Option& option)
{
    return option.valueName.isEmpty() ? dashed(option.name) : dashed(option.name) + u' ' + option.valueName;
}

/// "--json" and "--help" belong to every command.
QList<Option> allOptions(const Command& command)
{
    QList<Option> options = command.options;
    options.append({u"json"_s, {}});
    options.append({u"help"_s, {}});
    return options;
}

QStringList names(const QList<Option>& options)
{
    QStringList list;
    for (const Option& option : options) {
        list.append(option.name);
    }
    return list;
}

/// Which word QCommandLineParser stumbled over: it tells so in a sentence only.
QString parserComplaint(const QCommandLineParser& parser, const QList<Option>& options,
                        const QStringList& words)
{
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty()) {
        const bool isShort = unknown.first().size() == 1;
        const QString near = nearest(unknown.first(), names(options));
        return words::unknownOption((isShort ? u"-"_s : u"--"_s) + unknown.first(),
                                    near.isEmpty() ? near : dashed(near));
    }
    for (const Option& option : options) {
        for (const QString& word : words) {
            if (option.valueName.isEmpty() && word.startsWith(dashed(option.name) + u'=')) {
                return words::unexpectedValue(dashed(option.name));
            }
        }
    }
    return words::missingValue(words.last());
}

/// Empty when the number of operands is right.
QString operandComplaint(const Command& command, const QStringList& given)
{
    qsizetype taken = 0;
    for (const Operand& operand : command.operands) {
        if (taken < given.size()) {
            taken = operand.count == Operand::Count::AtLeastOne ? given.size() : taken + 1;
        } else if (operand.count != Operand::Count::Optional) {
            return words::missingOperand(operand.name);
        }
    }
    return taken < given.size() ? words::unexpectedOperand(given[taken]) : QString();
}

QString repetitionComplaint(const QList<Option>& options, const QCommandLineParser& parser)
{
    for (const Option& option : options) {
        if (!option.isRepeatable && !option.valueName.isEmpty() && parser.values(option.name).size() > 1) {
            return words::repeatedOption(dashed(option.name));
        }
    }
    return {};
}

} // namespace

std::optional<QString> Arguments::value(const QString& option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? std::nullopt : std::optional(all.last());
}

std::optional<Arguments> parseArguments(Context& context, const Command& command, const QStringList& words)
{
    const QList<Option> options = allOptions(command);
    QCommandLineParser parser;
    for (const Option& option : options) {
        const bool isHelp = option.name == "help"_L1;
        parser.addOption(
            {isHelp ? QStringList{u"h"_s, option.name} : QStringList{option.name}, {}, option.valueName});
    }
    QString complaint;
    if (!parser.parse(QStringList{u"spfpolicy"_s} + words)) {
        complaint = parserComplaint(parser, options, words);
    } else if (!parser.isSet(u"help"_s)) {
        complaint = operandComplaint(command, parser.positionalArguments());
        complaint = complaint.isEmpty() ? repetitionComplaint(options, parser) : complaint;
    }
    if (!complaint.isEmpty()) {
        (void)usageError(context, command, complaint);
        return std::nullopt;
    }
    Arguments arguments{.options = {}, .operands = parser.positionalArguments()};
    for (const Option& option : options) {
        if (parser.isSet(option.name)) {
            arguments.options.insert(option.name, parser.values(option.name));
        }
    }
    return arguments;
}

QString usageLine(const Command& command)
{
    QString line = u"spfpolicy "_s + command.name;
    for (const Operand& operand : command.operands) {
        line += u' ' + operandText(operand);
    }
    for (const Option& option : command.options) {
        line += u" ["_s + optionText(option) + (option.isRepeatable ? u"]..."_s : u"]"_s);
    }
    return line + u" [--json]"_s;
}

void printHelp(Context& context, const Command& command)
{
    printLine(context, words::name(words::HelpPart::Usage) + u' ' + usageLine(command));
    printLine(context);
    printLine(context, words::commandSummary(command.name));
    printLine(context);
    printLine(context, words::name(words::HelpPart::Options));
    QList<QPair<QString, QString>> rows;
    for (const Option& option : allOptions(command)) {
        rows.append({optionText(option), words::optionHelp(option.name)});
    }
    for (const QString& line : twoColumns(rows)) {
        printLine(context, line);
    }
    printLine(context);
    printLine(context, words::name(command.examples.size() == 1 ? words::HelpPart::Example
                                                                : words::HelpPart::Examples));
    for (const QString& example : command.examples) {
        printLine(context, u"  "_s + example);
    }
}

Exit usageError(Context& context, const Command& command, const QString& message)
{
    return usageError(context, command.name, message);
}

Exit usageError(Context& context, const QString& commandName, const QString& message)
{
    printError(context, message);
    const QString call =
        commandName.isEmpty() ? u"spfpolicy --help"_s : u"spfpolicy "_s + commandName + u" --help"_s;
    context.err.write(words::tryHelp(call).toUtf8() + '\n');
    return Exit::Usage;
}

} // namespace cli
