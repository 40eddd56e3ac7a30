// SPDX-License-Identifier: GPL-3.0-or-later
// What a file merged of two must say, key by key, and how to make it say so: merged lines alone cannot tell
// when somebody moved them. Internal to this folder.
#pragma once

#include "core/config/three_way.h"

#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace config {

class MergeMeaning
{
public:
    /// All of it must outlive this.
    MergeMeaning(const ThreeWay& merge, std::span<const base::MergePick> answers);

    [[nodiscard]] bool isMetBy(const IniDocument& document) const;
    /// By ordinary edits; what reads as it should is not touched.
    [[nodiscard]] IniDocument metFrom(IniDocument document) const;

private:
    /// Canonical section and key; no key for the section itself.
    using Name = std::pair<std::string, std::string>;

    /// The text that has the say.
    struct Source
    {
        const IniDocument* text = nullptr;
        const MergeChange* byItem = nullptr; ///< a list that both changed: the items of either
    };

    using MostOf = std::size_t (*)(const IniDocument&, const Name&);

    [[nodiscard]] Source sourceOf(const Name& name) const;
    [[nodiscard]] Source sourceOf(const MergeChange& change) const;
    [[nodiscard]] std::vector<Name> namesWith(const IniDocument& document) const;
    [[nodiscard]] bool isRepeated(const IniDocument& document, const Name& name, MostOf count) const;
    [[nodiscard]] bool isSaidBy(const IniDocument& document, const Name& name) const;
    [[nodiscard]] bool isThereAsWanted(const IniDocument& document, const Name& section) const;
    [[nodiscard]] std::vector<std::size_t> strayLines(const IniDocument& document) const;
    [[nodiscard]] IniDocument withSection(const IniDocument& document, const Name& section) const;
    [[nodiscard]] IniDocument withKey(const IniDocument& document, const Name& name) const;
    [[nodiscard]] IniDocument withValue(const IniDocument& document, const Name& name) const;
    [[nodiscard]] IniDocument withItems(const IniDocument& document, const Name& name) const;
    [[nodiscard]] IniDocument withMyNotes(const IniDocument& document, const Name& name) const;
    [[nodiscard]] IniDocument repairedOnce(IniDocument document) const;

    const ThreeWay& m_merge;
    std::vector<base::MergePick> m_answers;
    std::map<Name, const MergeChange*> m_changes;
    std::set<std::string, std::less<>> m_knownStrays; ///< lines no product reads, in any of the three
};

} // namespace config
