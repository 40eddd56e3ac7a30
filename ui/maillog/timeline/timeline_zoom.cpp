// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_zoom.h"

namespace ui {

std::optional<TimeSpan> TimelineZoom::axis() const
{
    return m_parts.empty() ? std::nullopt : std::optional(m_parts.back());
}

void TimelineZoom::in(const TimeSpan& span)
{
    if (axis() != span) {
        m_parts.push_back(span);
    }
}

std::optional<TimeSpan> TimelineZoom::out()
{
    const std::optional<TimeSpan> left = axis();
    if (left) {
        m_parts.pop_back();
    }
    return left;
}

void TimelineZoom::follow(const std::optional<TimeSpan>& brush)
{
    while (!m_parts.empty() &&
           (!brush || brush->from < m_parts.back().from || brush->to > m_parts.back().to)) {
        m_parts.pop_back();
    }
}

} // namespace ui
