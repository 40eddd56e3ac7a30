// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a config.ini as data: which bytes to replace. Each touches only the lines it must (SPEC 1.2);
// an empty plan means "nothing changed". Undo commands keep the plan and its inverse, not documents.
#pragma once

#include "core/config/ini_document.h"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace config {

/// Replaces `length` bytes at `position` of the old document.
struct TextEdit
{
    std::size_t position = 0;
    std::size_t length = 0;
    std::string replacement;
    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// Ascending, not overlapping; all places are those of the document before any of them.
using EditPlan = std::vector<TextEdit>;

[[nodiscard]] std::string applied(std::string_view bytes, std::span<const TextEdit> plan);
[[nodiscard]] IniDocument applied(const IniDocument& document, std::span<const TextEdit> plan);
/// The plan that turns applied(before, plan) back into `before`.
[[nodiscard]] EditPlan inverse(std::string_view before, std::span<const TextEdit> plan);
/// The one smallest replacement that turns one text into another; empty when they are equal.
[[nodiscard]] EditPlan planBetween(std::string_view before, std::string_view after);

struct EditError
{
    enum class Code {
        BadSectionName, ///< empty, or with "]" or a control character
        BadKeyName,     ///< empty, or one that would not read back as a key
        BadValue,       ///< would not read back: a line break, a control character, or a comment mark
        NoSuchSection,
        SectionExists,
        NotText, ///< IniDocument::isText(): every edit is refused
    };
    Code code;
    std::size_t position = 0; ///< in the text given
    friend bool operator==(const EditError&, const EditError&) = default;
};

using Edited = tl::expected<EditPlan, EditError>;

/// Keeps alignment, the blanks around "=", the inline comment and the line end. A new key goes to the end of
/// its section, a missing section to the end of the file. A list value is laid out item by item as in
/// setItems().
[[nodiscard]] Edited setKey(const IniDocument& document, std::string_view section, std::string_view key,
                            std::string_view value);
/// Several keys of one section; new ones are written in the order of the schema.
[[nodiscard]] Edited setKeys(const IniDocument& document, std::string_view section,
                             std::span<const std::pair<std::string, std::string>> values);
/// Removes every occurrence, so that no earlier duplicate comes to life.
[[nodiscard]] Edited unsetKey(const IniDocument& document, std::string_view section, std::string_view key);

/// Makes a list hold exactly these items in this order; items that stay are not touched.
[[nodiscard]] Edited setItems(const IniDocument& document, std::string_view section, std::string_view key,
                              std::span<const std::string> items);
/// Appends those that are not there (as text, without case); an unset list starts from its default (SPEC
/// A12).
[[nodiscard]] Edited addItems(const IniDocument& document, std::string_view section, std::string_view key,
                              std::span<const std::string> items);
/// Removes the items at these places (of IniDocument::items, ascending).
[[nodiscard]] Edited removeItemsAt(const IniDocument& document, std::string_view section,
                                   std::string_view key, std::span<const std::size_t> places);
/// Puts one or several items in the place of one.
[[nodiscard]] Edited replaceItemAt(const IniDocument& document, std::string_view section,
                                   std::string_view key, std::size_t place,
                                   std::span<const std::string> items);
/// Removes every item of that text (without case).
[[nodiscard]] Edited removeItems(const IniDocument& document, std::string_view section, std::string_view key,
                                 std::span<const std::string> items);

[[nodiscard]] Edited addSection(const IniDocument& document, std::string_view name);
[[nodiscard]] Edited renameSection(const IniDocument& document, std::string_view name,
                                   std::string_view newName);
[[nodiscard]] Edited removeSection(const IniDocument& document, std::string_view name);
[[nodiscard]] Edited removeSections(const IniDocument& document, std::span<const std::string> names);
/// A copy of its lines under a new name, right behind it.
[[nodiscard]] Edited duplicateSection(const IniDocument& document, std::string_view name,
                                      std::string_view newName);

} // namespace config
