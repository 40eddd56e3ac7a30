// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the lint catalogues with their arguments put in.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace words {

/// Arguments for %1 to %9; other percent signs, and those of arguments, are text (macros, CFG-008).
[[nodiscard]] QString filled(const QString& pattern, const std::vector<std::string>& args);

} // namespace words
