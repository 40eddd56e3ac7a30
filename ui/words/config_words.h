// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for config.ini: the findings of SPEC 1.8 (its texts word for word), their fixes, refused edits
// and differences.
#pragma once

#include "core/config/edits.h"
#include "core/config/lint.h"
#include "core/config/semantic_diff.h"

#include <QString>

namespace words {

[[nodiscard]] QString message(const config::Finding& finding);
/// The same with numbers as the window shows them: grouped.
[[nodiscard]] QString shownMessage(const config::Finding& finding);
/// What a fix does, as the label of a button ("Set softfail = bypass").
[[nodiscard]] QString title(const config::Fix& fix);
[[nodiscard]] QString name(config::Severity severity);

/// Why an edit was refused.
[[nodiscard]] QString message(config::EditError::Code code);

/// One semantic difference as a line: "[globals] fail changed: block -> tempblock".
[[nodiscard]] QString sentence(const config::Change& change);

} // namespace words
