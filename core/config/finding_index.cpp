// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/finding_index.h"

#include <algorithm>

namespace config {

namespace {

std::string nameOf(std::string_view section, std::string_view key)
{
    return std::string(section) + '\n' + std::string(key);
}

} // namespace

FindingIndex::FindingIndex(std::span<const Finding> findings)
{
    const Finding* before = nullptr;
    std::size_t its = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        ++m_counts[static_cast<std::size_t>(finding.severity)];
        m_safeFixes += std::ranges::any_of(finding.fixes, &Fix::safe) ? 1 : 0;
        // Thousands in a row are about one list.
        if (before == nullptr || before->key != finding.key || before->section != finding.section) {
            std::string section = classifySection(finding.section).canonical;
            const auto [place, isNew] = m_places.try_emplace(nameOf(section, finding.key), m_groups.size());
            its = place->second;
            if (isNew) {
                m_groups.push_back({std::move(section), finding.key, 0, i, finding.severity});
            }
        }
        before = &finding;
        Group& group = m_groups[its];
        ++group.count;
        if (finding.severity < group.severity) {
            group.worst = i;
            group.severity = finding.severity;
        }
    }
}

const FindingIndex::Group* FindingIndex::find(std::string_view section, std::string_view key) const
{
    const auto found = m_places.find(nameOf(section, key));
    return found == m_places.end() ? nullptr : &m_groups[found->second];
}

} // namespace config
