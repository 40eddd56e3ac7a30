// SPDX-License-Identifier: GPL-3.0-or-later
// Several sections made into one, also one that is written twice: lines move as they are, comments stay, of
// each key one line is left.
#pragma once

#include "core/config/edits.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace config {

/// What the sections say to one key.
struct MergedKey
{
    std::string key;
    std::vector<std::optional<std::string>> values; ///< of each section, in the order asked for
    friend bool operator==(const MergedKey&, const MergedKey&) = default;
};

/// Every key that one of them sets, in the order of first appearance.
[[nodiscard]] std::vector<MergedKey> keysToMerge(const IniDocument& document,
                                                 std::span<const std::string> sections);

struct SectionMerge
{
    std::vector<std::string> sections;
    std::string into; ///< one of them: its place and its name stay
    /// Key, and the section it is taken from, which may not set it; without it `into`, else the first that
    /// sets it.
    std::vector<std::pair<std::string, std::string>> kept;
};

[[nodiscard]] Edited mergeSections(const IniDocument& document, const SectionMerge& merge);

} // namespace config
