// SPDX-License-Identifier: GPL-3.0-or-later
// All commands there are, and the way from the words of the command line to one of them.
#pragma once

#include "app/cli/command.h"

namespace cli {

[[nodiscard]] Command checkCommand();
[[nodiscard]] Command configLintCommand();
[[nodiscard]] Command configShowCommand();
[[nodiscard]] Command configGetCommand();
[[nodiscard]] Command configSetCommand();
[[nodiscard]] Command configUnsetCommand();
[[nodiscard]] Command configAddCommand();
[[nodiscard]] Command configRemoveCommand();
[[nodiscard]] Command configPutCommand();
[[nodiscard]] Command configExplainCommand();
[[nodiscard]] Command configDiffCommand();
[[nodiscard]] Command configTestCommand();
[[nodiscard]] Command logSummaryCommand();
[[nodiscard]] Command logEventsCommand();
[[nodiscard]] Command logFollowCommand();
[[nodiscard]] Command postfixPlanCommand();
[[nodiscard]] Command postfixLintCommand();
[[nodiscard]] Command recordLintCommand();
[[nodiscard]] Command recordExplainCommand();

/// In the order of help.
[[nodiscard]] const QList<Command>& allCommands();

/// `words` without the program's name.
[[nodiscard]] Exit runProgram(Context& context, const QStringList& words);

} // namespace cli
