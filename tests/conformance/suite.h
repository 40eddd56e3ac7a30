// SPDX-License-Identifier: GPL-3.0-or-later
// Test suites in the OpenSPF YAML form (RFC 7208 and RFC 4408 suites, our bench.yml): scenarios of DNS data
// with the checks to make on them.
#pragma once

#include "core/dns/zone.h"
#include "core/spf/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace suite {

struct Test
{
    std::string name;
    std::string host; ///< as written; may be no address
    spf::Check check;
    bool hasAddress = false;
    std::vector<std::string> results; ///< acceptable ones, the preferred one first
    std::optional<std::string> explanation;
    std::string fault; ///< why this is no test; it fails then
};

struct Scenario
{
    std::string description;
    dns::Zone zone;
    std::vector<Test> tests;
    std::vector<std::string> notes; ///< data that could not be read and was left out
};

/// Throws std::runtime_error with a sentence when the file cannot be read or is no suite.
[[nodiscard]] std::vector<Scenario> load(const std::string& path);

/// The word that stands for the evaluator's default explanation.
inline constexpr auto defaultExplanation = "DEFAULT";

struct Verdict
{
    bool passed = false;
    bool isPreferred = true;
    std::string note; ///< what was wrong, or which result was given instead of the preferred one
};

[[nodiscard]] Verdict run(const Scenario& scenario, const Test& test);

} // namespace suite
