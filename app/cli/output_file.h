// SPDX-License-Identifier: GPL-3.0-or-later
// --output FILE: what a command prints goes into a file that is there whole or stays as it was, for cron.
#pragma once

#include "app/cli/command.h"

#include <functional>

namespace cli {

/// Runs `print` with the output that the option asks for; a device or a pipe is written to as it is. Trouble,
/// and the error is printed, when the file cannot be written or is one of the `inputs`.
[[nodiscard]] Exit printTo(Context& context, const Arguments& arguments, const QStringList& inputs,
                           const std::function<Exit(Context&)>& print);

} // namespace cli
