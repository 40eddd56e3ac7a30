// SPDX-License-Identifier: GPL-3.0-or-later
// How a wildcard section is written (SPEC A2): the product accepts both spellings, of the vendor's script
// nobody knows, so a file may hold each section in both.
#pragma once

#include "core/config/edits.h"

namespace config {

enum class WildcardSpelling {
    StarDot, ///< [*.example.com], what the manual tells users
    Star,    ///< [*example.com], what it says of the lookup
    Both,    ///< each section twice
};

/// The domain of a pattern in any spelling ("*.d", "*d", ".d", "d"), as written.
[[nodiscard]] std::string_view domainPartOf(std::string_view name) noexcept;
/// Nothing for a name without wildcard and for ".d".
[[nodiscard]] std::optional<WildcardSpelling> spellingOf(std::string_view name) noexcept;

/// All wildcard sections. A section that stood there in both spellings becomes one again; for Both it says
/// the same in either afterwards: all keys of the two, of a key in both the later value.
[[nodiscard]] Edited respellWildcards(const IniDocument& document, WildcardSpelling spelling);

} // namespace config
