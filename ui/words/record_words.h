// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for SPF records: the findings of SPEC 7 (its texts word for word) and their fixes.
#pragma once

#include "core/spf/lint.h"

#include <QString>

namespace words {

[[nodiscard]] QString message(const spf::Finding& finding);
/// What a fix does, as the label of a button ("Replace "+all" by "-all"").
[[nodiscard]] QString title(const spf::Fix& fix);
[[nodiscard]] QString name(spf::Severity severity);

} // namespace words
