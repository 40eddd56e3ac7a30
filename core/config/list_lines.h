// SPDX-License-Identifier: GPL-3.0-or-later
// A list taken apart into entries with their comments, and written again; internal to this folder.
#pragma once

#include "core/config/list_tidy.h"

namespace config {

struct ListEntry
{
    std::string text;
    std::vector<std::string> above; ///< comment lines as they are, blank lines too
    std::string beside;             ///< with the blanks in front of its mark
};

/// Several entries on the key's own line and no other: what stands behind them is about the list.
[[nodiscard]] bool isListComment(const IniDocument& document, const Key& key);

class ListLines
{
public:
    ListLines(const IniDocument& document, const Key& key);

    [[nodiscard]] std::vector<ListEntry>& entries() { return m_entries; }

    /// Lines of the list that share nothing stay as they are where the layout allows it.
    [[nodiscard]] EditPlan planFor(bool onePerLine, bool keepsBlankLines) const;

private:
    void readStyle(const std::vector<ListItem>& items);
    void readEntries(const std::vector<ListItem>& items);
    [[nodiscard]] std::string filled() const;
    [[nodiscard]] std::string onePerLineText(bool keepsBlankLines) const;
    [[nodiscard]] std::string joined(std::size_t first, std::size_t count) const;

    const IniDocument& m_document;
    const Key& m_key;
    std::vector<ListEntry> m_entries;
    std::vector<std::size_t> m_perLine; ///< entries on the key's line and each continuation line
    std::string m_indent = "    ";
    bool m_hasCommas = false;
    bool m_hasNotes = false; ///< comments or blank lines inside the list
    bool m_startsOnKeyLine = false;
};

} // namespace config
