// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of a mail log as lines of output: JSON lines, or CSV (RFC 4180).
#pragma once

#include "app/cli/command.h"
#include "core/qtio/log/log_export.h"

#include <optional>

namespace cli {

/// --format csv|json; nothing when it is another word, and the error is printed then.
[[nodiscard]] std::optional<qtio::EventFormat> rowFormat(Context& context, const QString& command,
                                                         const Arguments& arguments);

} // namespace cli
