// SPDX-License-Identifier: GPL-3.0-or-later
// What part of the time the timeline shows: a stack of parts, each within the one before. Zooming in makes
// the brush the axis, zooming out makes the axis the brush again, so neither changes which checks are shown.
#pragma once

#include "ui/maillog/log_view.h"

#include <optional>
#include <vector>

namespace ui {

class TimelineZoom
{
public:
    /// Nothing: all of the log.
    [[nodiscard]] std::optional<TimeSpan> axis() const;
    void in(const TimeSpan& span);
    /// The part that was shown until now; nothing when it was all.
    std::optional<TimeSpan> out();

    void clear() { m_parts.clear(); }

    /// Gives up the parts that a brush set from elsewhere does not lie in.
    void follow(const std::optional<TimeSpan>& brush);

private:
    std::vector<TimeSpan> m_parts;
};

} // namespace ui
