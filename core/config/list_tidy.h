// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and thinning out a list, and the comments that people keep with its entries. A comment line
// belongs to the entry that follows it; a comment behind entries belongs to each entry of its line, but
// behind a list that stands whole on the key's line it belongs to the list.
#pragma once

#include "core/config/edits.h"

namespace config {

struct TidyOptions
{
    bool sort = false;        ///< addresses by number, domains by their labels from the right
    bool dropCovered = false; ///< repeated entries and those that another one covers
    bool aggregate = false;   ///< the fewest networks for the same addresses; nothing for domains
    bool onePerLine = false;
};

/// What a list would become. Comments of entries that go are kept with the entry that covers them.
struct Tidied
{
    EditPlan plan;
    std::size_t before = 0;  ///< entries
    std::size_t after = 0;   ///< entries
    std::size_t dropped = 0; ///< repeated or covered
    std::size_t merged = 0;  ///< taken up by a wider network that was not there before
    std::string oldText;     ///< the lines of the list; entries, one a line, when a line would be too long
    std::string newText;
};

/// Entries that cannot be read stay, behind the others when sorted. Empty blocks of lines inside a sorted
/// list go.
[[nodiscard]] Tidied tidied(const IniDocument& document, std::string_view section, std::string_view key,
                            const TidyOptions& options);

/// The comment of one entry (a number of items()), without marks; empty when it has none.
[[nodiscard]] std::string_view noteOf(const IniDocument& document, const Key& key, const ListItem& item);
/// Writes, changes or, with an empty text, removes it. An entry that shares its line gets one of its own.
[[nodiscard]] Edited setNote(const IniDocument& document, std::string_view section, std::string_view key,
                             std::size_t item, std::string_view note);

struct NotedItem
{
    std::string text;
    std::string note; ///< may be empty
};

/// As addItems(); each note becomes a comment line above its entry, and then every entry has its own line.
[[nodiscard]] Edited addNotedItems(const IniDocument& document, std::string_view section,
                                   std::string_view key, std::span<const NotedItem> items);

} // namespace config
