// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/zone_rules.h"

#include <algorithm>

namespace maillog {

ZoneRules::ZoneRules(std::int32_t firstOffset, std::vector<Transition> transitions)
    : m_firstOffset(firstOffset), m_transitions(std::move(transitions))
{
}

ZoneRules ZoneRules::fixed(std::int32_t offsetSeconds)
{
    return ZoneRules(offsetSeconds, {});
}

std::int32_t ZoneRules::offsetAt(std::int64_t utc) const noexcept
{
    const auto next = std::upper_bound(m_transitions.begin(), m_transitions.end(), utc,
                                       [](std::int64_t time, const Transition& t) { return time < t.utc; });
    return next == m_transitions.begin() ? m_firstOffset : std::prev(next)->offset;
}

std::int64_t ZoneRules::nextChange(std::int64_t utc) const noexcept
{
    const auto next = std::upper_bound(m_transitions.begin(), m_transitions.end(), utc,
                                       [](std::int64_t time, const Transition& t) { return time < t.utc; });
    return next == m_transitions.end() ? INT64_MAX : next->utc;
}

ZoneRules::Local ZoneRules::atWall(std::int64_t wall, Pass pass) const noexcept
{
    if (m_transitions.empty()) {
        return {m_firstOffset, false};
    }
    // No offset is further from UTC than a day, so only transitions within two days can matter.
    constexpr std::int64_t day = 86'400;
    auto at = std::lower_bound(m_transitions.begin(), m_transitions.end(), wall - day,
                               [](const Transition& t, std::int64_t time) { return t.utc < time; });
    std::int32_t before = at == m_transitions.begin() ? m_firstOffset : std::prev(at)->offset;
    for (; at != m_transitions.end() && at->utc < wall + day; ++at) {
        const std::int64_t endsAtWall = at->utc + before;       // the old offset's clock stops here
        const std::int64_t startsAtWall = at->utc + at->offset; // the new one's starts here
        if (wall < std::min(endsAtWall, startsAtWall)) {
            return {before, false};
        }
        if (wall < endsAtWall) {
            return {pass == Pass::First ? before : at->offset, true};
        }
        if (wall < startsAtWall) {
            return {before, false};
        }
        before = at->offset;
    }
    return {before, false};
}

std::uint64_t ZoneRules::hash() const noexcept
{
    constexpr std::uint64_t prime = 0x100'0000'01B3;
    auto sum = static_cast<std::uint64_t>(m_firstOffset);
    for (const auto& transition : m_transitions) {
        sum = (sum ^ static_cast<std::uint64_t>(transition.utc)) * prime;
        sum = (sum ^ static_cast<std::uint64_t>(transition.offset)) * prime;
    }
    return sum;
}

} // namespace maillog
