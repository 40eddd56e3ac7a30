// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of a mail log as lines of output: JSON lines, or CSV (RFC 4180).
#pragma once

#include "app/cli/command.h"
#include "core/maillog/log.h"

#include <optional>

namespace cli {

enum class RowFormat { Json, Csv };

/// --format csv|json; nothing when it is another word, and the error is printed then.
[[nodiscard]] std::optional<RowFormat> rowFormat(Context& context, const QString& command,
                                                 const Arguments& arguments);

/// The names of the columns, where the format has them.
void printRowHeader(Context& context, RowFormat format);
void printRow(Context& context, RowFormat format, const maillog::Check& check);

} // namespace cli
