// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for the findings PFX-001 to PFX-020 and for the check list after a change (SPEC 3.5, 3.6).
#pragma once

#include "core/postfix/commands.h"
#include "core/postfix/lint.h"

#include <QString>

namespace words {

[[nodiscard]] QString message(const postfix::Finding& finding);
/// The verb of a step: "Restart", "Socket".
[[nodiscard]] QString title(postfix::StepCode step);
/// What has to be seen, or done by a person.
[[nodiscard]] QString hint(postfix::StepCode step);

} // namespace words
