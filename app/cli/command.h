// SPDX-License-Identifier: GPL-3.0-or-later
// A command of spfpolicy as data: its words, its options, its function. Help, parsing and suggestions follow
// from it, so that what is listed is what exists.
#pragma once

#include "app/cli/context.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace cli {

struct Option
{
    QString name;      ///< without dashes
    QString valueName; ///< empty for a switch
    bool isRepeatable = false;
};

/// A word that is no option.
struct Operand
{
    enum class Count { One, Optional, AtLeastOne };
    QString name; ///< "FILE"
    Count count = Count::One;
};

/// What was given, checked against the command's options and operands.
struct Arguments
{
    QHash<QString, QStringList> options; ///< by name; a switch has an empty list
    QStringList operands;

    [[nodiscard]] bool isSet(const QString& option) const { return options.contains(option); }

    /// The last one given.
    [[nodiscard]] std::optional<QString> value(const QString& option) const;

    [[nodiscard]] QStringList values(const QString& option) const { return options.value(option); }
};

struct Command
{
    QString name; ///< "check", "config lint"
    QList<Option> options;
    QList<Operand> operands;
    QStringList examples;
    Exit (*run)(Context& context, const Arguments& arguments);
};

/// Reads the words behind the command's name; nothing when they are wrong, and the error is printed then.
[[nodiscard]] std::optional<Arguments> parseArguments(Context& context, const Command& command,
                                                      const QStringList& words);

/// "spfpolicy config lint FILE [--target imsva|own] ..."
[[nodiscard]] QString usageLine(const Command& command);
void printHelp(Context& context, const Command& command);

/// Says what is wrong and where help is; for commands that find wrong values.
[[nodiscard]] Exit usageError(Context& context, const Command& command, const QString& message);
[[nodiscard]] Exit usageError(Context& context, const QString& commandName, const QString& message);

} // namespace cli
