// SPDX-License-Identifier: GPL-3.0-or-later
// config.ini on disk: reading it for a command, and writing an edit back.
#pragma once

#include "app/cli/context.h"
#include "core/config/edits.h"
#include "core/config/ini_document.h"
#include "core/config/lint.h"

#include <optional>

namespace cli {

/// Any bytes are a document; only a file that cannot be read is an error, and it is printed.
[[nodiscard]] std::optional<config::IniDocument> readConfig(Context& context, const QString& path);

/// One line on standard error when defaults hold in place of what was written.
void noteErrors(Context& context, const QString& path, const config::IniDocument& document);

} // namespace cli
