// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for the plan of enabling or disabling the SPF check in Postfix (SPEC 3.4).
#pragma once

#include "core/postfix/plan.h"

#include <QString>

namespace words {

/// What the plan does, found already done, advises, or leaves to be done by hand.
[[nodiscard]] QString message(const postfix::Note& note);
[[nodiscard]] QString name(postfix::NoteKind kind);

} // namespace words
