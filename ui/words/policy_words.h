// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for decisions: which entry, section or rule decided a mail (SPEC 2.1).
#pragma once

#include "core/policy/decision.h"
#include "core/policy/explanation.h"

#include <QString>

namespace words {

/// Why this was decided, as one sentence: the list entry, the section, or why nothing was checked.
[[nodiscard]] QString reason(const policy::Decision& decision);

/// A step of the decision ("approved list of addresses"), and what became of it ("decides").
[[nodiscard]] QString name(policy::Step step);
[[nodiscard]] QString name(policy::Consideration consideration);

} // namespace words
