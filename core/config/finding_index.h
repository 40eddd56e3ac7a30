// SPDX-License-Identifier: GPL-3.0-or-later
// Findings by the setting they are about: a list may have a hundred thousand, and every field of a form asks.
#pragma once

#include "core/config/lint.h"

#include <array>
#include <span>
#include <unordered_map>

namespace config {

class FindingIndex
{
public:
    struct Group
    {
        std::string section; ///< canonical name
        std::string key;     ///< as in Finding
        int count = 0;
        std::size_t worst = 0; ///< the first of the most severe; place in the findings
        Severity severity = Severity::Info;
    };

    FindingIndex() = default;
    explicit FindingIndex(std::span<const Finding> findings);

    /// Each section and key once, in the order of first appearance.
    [[nodiscard]] const std::vector<Group>& groups() const noexcept { return m_groups; }

    /// Null when there is none. The section by its canonical name.
    [[nodiscard]] const Group* find(std::string_view section, std::string_view key) const;

    [[nodiscard]] int count(Severity severity) const noexcept
    {
        return m_counts[static_cast<std::size_t>(severity)];
    }

    /// Findings with a safe fix.
    [[nodiscard]] int safeFixes() const noexcept { return m_safeFixes; }

private:
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::size_t> m_places; ///< by section and key
    std::array<int, 3> m_counts{};
    int m_safeFixes = 0;
};

} // namespace config
