// SPDX-License-Identifier: GPL-3.0-or-later
// How a config.ini is laid out and how to leave it so: shared by the edits and the fixes, internal to this
// folder.
#pragma once

#include "core/config/edits.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace config::layout {

/// Removes whole lines (ascending). A missing final newline stays missing.
[[nodiscard]] EditPlan removeLines(const IniDocument& document, std::span<const std::size_t> lines);
/// Inserts whole lines, each with its end, behind a line; gives that line an end when it has none.
[[nodiscard]] TextEdit insertBehind(const IniDocument& document, std::size_t line, std::string text);
/// Removes lines and puts a copy of some of them behind another line, which stays.
[[nodiscard]] EditPlan moveLines(const IniDocument& document, std::span<const std::size_t> removed,
                                 std::span<const std::size_t> copied, std::size_t behind);
/// The lines of a key, and indented lines behind it that would otherwise continue another key once it is
/// gone.
[[nodiscard]] std::vector<std::size_t> linesOf(const IniDocument& document, const Key& key);

/// The last line of a block that is neither blank nor comment; its header at least.
[[nodiscard]] std::size_t lastContentLine(const IniDocument& document, const Block& block);
/// Whole lines as they are, each with an end.
[[nodiscard]] std::string copyOf(const IniDocument& document, std::span<const std::size_t> lines);
/// "key = " with the blanks and the alignment of the block's last keys.
[[nodiscard]] std::string keyStart(const IniDocument& document, const Block* block, std::string_view key);
/// "key = value" with line end, with the blanks and the alignment of the block's last keys.
[[nodiscard]] std::string keyLine(const IniDocument& document, const Block* block, std::string_view key,
                                  std::string_view value);
/// New keys at the end of a section, which is made when it is missing.
[[nodiscard]] TextEdit appendKeys(const IniDocument& document, std::string_view section,
                                  std::span<const std::pair<std::string, std::string>> values);
/// Header and following lines at the end of the file.
[[nodiscard]] TextEdit appendBlock(const IniDocument& document, std::string text);
/// The lines of a section under another name, behind its last ones.
[[nodiscard]] TextEdit copyOfSection(const IniDocument& document, const Section& section,
                                     std::string_view name);
/// Another value on the key's own line; the inline comment keeps its column when there is room.
[[nodiscard]] EditPlan replaceValue(const IniDocument& document, const Key& key, std::string_view value);
/// The same of a key that is no list, and without the indented lines behind it: Python reads them as a part
/// of the old value.
[[nodiscard]] EditPlan replaceWholeValue(const IniDocument& document, const Key& key, std::string_view value);
/// Removes one item with its separator, or the whole continuation line when nothing else stands on it.
[[nodiscard]] EditPlan removeItem(const IniDocument& document, const Key& key,
                                  std::span<const ListItem> items, std::size_t index);

/// Ascending by place; edits at the same place keep their order.
void sortPlan(EditPlan& plan);
[[nodiscard]] std::optional<EditError> checkText(const IniDocument& document);
[[nodiscard]] std::optional<EditError> checkKeyName(std::string_view name);
[[nodiscard]] std::optional<EditError> checkSectionName(std::string_view name);
/// One line that reads back as it is.
[[nodiscard]] std::optional<EditError> checkValue(std::string_view value, std::optional<KeyType> type);
[[nodiscard]] std::optional<EditError> checkItem(std::string_view item);
/// Without white space at both ends, Unicode's included: Python strips that, too.
[[nodiscard]] std::string_view trimmedText(std::string_view text) noexcept;
/// International names are written in A-labels (SPEC A20).
[[nodiscard]] std::string itemAsWritten(std::string_view item, KeyType type);

} // namespace config::layout
