// SPDX-License-Identifier: GPL-3.0-or-later
// Test mails: what has to happen to a mail, whatever else is changed in a config.ini. Cases and verdicts are
// plain values; the file beside the config and live evaluations are core/qtio's.
#pragma once

#include "core/policy/decision.h"

#include <optional>
#include <string>
#include <string_view>

namespace policy {

/// A word of Action, any case.
[[nodiscard]] std::optional<Action> parseAction(std::string_view text) noexcept;

struct PolicyCase
{
    Request request;
    std::optional<spf::Result> assumed; ///< nothing: SPF is evaluated live
    Action expected = Action::Bypass;
    std::string note;
    friend bool operator==(const PolicyCase&, const PolicyCase&) = default;
};

struct PolicyVerdict
{
    bool passed = false;
    Decision decision; ///< what happens to the mail, and the rule and entry that decide
    friend bool operator==(const PolicyVerdict&, const PolicyVerdict&) = default;
};

/// SPF was evaluated for this domain with this result; kept so that a live case follows the edits of a config
/// without asking again.
struct EvaluatedResult
{
    std::string domain;
    spf::Result result = spf::Result::None;
    friend bool operator==(const EvaluatedResult&, const EvaluatedResult&) = default;
};

[[nodiscard]] PolicyVerdict verdictOn(const PolicyCase& test, Decision decision);

/// Nothing for a live case whose domain has to be evaluated first.
[[nodiscard]] std::optional<PolicyVerdict>
judge(const PolicyCase& test, const config::PolicyConfig& config,
      const std::optional<EvaluatedResult>& evaluated = std::nullopt);

} // namespace policy
