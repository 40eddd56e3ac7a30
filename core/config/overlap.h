// SPDX-License-Identifier: GPL-3.0-or-later
// What else in the lists speaks of the same addresses or names as some entries do, and which of them has the
// say (SPEC 2.1, A6, A9).
#pragma once

#include "core/config/policy_config.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace config {

struct EntryOverlap
{
    enum class Kind {
        Holds, ///< all of a selected entry
        Same,
        Within ///< a selected entry
    };
    Kind kind = Kind::Same;
    std::string list; ///< "white_ip", ...
    std::string spelling;
    friend bool operator==(const EntryOverlap&, const EntryOverlap&) = default;
};

struct Overlaps
{
    std::vector<EntryOverlap> entries; ///< by kind; the first of each
    std::size_t total = 0;
    bool isRedundant = false;     ///< a single one: its list holds all of it without it
    bool isOverruled = false;     ///< a single one of an enforce list: an approved entry holds all of it
    bool sharesWithOther = false; ///< some overlap lies in the other list of the kind
    friend bool operator==(const Overlaps&, const Overlaps&) = default;
};

/// `selected` are entries of the list as written; those that cannot be read overlap nothing. At most `most`
/// of each kind are named.
[[nodiscard]] Overlaps overlapsOf(const PolicyConfig& policy, std::string_view list,
                                  std::span<const std::string> selected, std::size_t most);

} // namespace config
