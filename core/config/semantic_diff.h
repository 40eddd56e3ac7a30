// SPDX-License-Identifier: GPL-3.0-or-later
// What a change means, section by section and key by key: shown before saving, printed by `config diff`.
// Comments, order and spelling do not appear here; the text difference shows them.
#pragma once

#include "core/config/ini_document.h"

#include <optional>
#include <string>
#include <vector>

namespace config {

enum class ChangeKind : std::uint8_t { SectionAdded, SectionRemoved, KeyAdded, KeyRemoved, KeyChanged };
[[nodiscard]] std::string_view word(ChangeKind kind) noexcept; ///< "section-added", "key-changed", ...

struct Change
{
    ChangeKind kind;
    std::string section; ///< canonical name
    std::string key;     ///< empty for sections
    std::optional<std::string> oldWritten;
    std::optional<std::string> newWritten;
    std::string oldEffective;
    std::string newEffective;            ///< equal to oldEffective when the change has no effect
    std::vector<std::string> addedItems; ///< of lists
    std::vector<std::string> removedItems;
    friend bool operator==(const Change&, const Change&) = default;
};

/// Sections in the order of the new document, then the removed ones.
[[nodiscard]] std::vector<Change> semanticDiff(const IniDocument& before, const IniDocument& after);

/// An answer for the same `before`: lists that are written as they were then need not be compared again.
struct EarlierDiff
{
    IniDocument after;
    std::vector<Change> changes;
};

[[nodiscard]] std::vector<Change> semanticDiff(const IniDocument& before, const IniDocument& after,
                                               const EarlierDiff& earlier);

} // namespace config
