// SPDX-License-Identifier: GPL-3.0-or-later
// Words for results, actions and identities (SPEC 9). Protocol words are printed as they are in every
// language.
#pragma once

#include "core/policy/decision.h"
#include "core/spf/result.h"

#include <QString>

namespace words {

[[nodiscard]] QString word(spf::Result result);    ///< "softfail", never translated
[[nodiscard]] QString word(policy::Action action); ///< "tempblock", never translated

/// What the result says about the sender, in two or three words ("probably not authorised").
[[nodiscard]] QString meaning(spf::Result result);
/// The same as a sentence for help and verdicts.
[[nodiscard]] QString explanation(spf::Result result);
/// What happens to the mail ("delivered", "rejected for now").
[[nodiscard]] QString meaning(policy::Action action);
[[nodiscard]] QString explanation(policy::Action action);
/// "MAIL FROM identity", "HELO/EHLO identity", "none"
[[nodiscard]] QString name(policy::Identity identity);

} // namespace words
