// SPDX-License-Identifier: GPL-3.0-or-later
// The card beside the bar under the cursor: time, total, and the series by count with their share.
#pragma once

#include "ui/maillog/timeline/timeline_painter.h"

namespace ui {

void paintHoverCard(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                    int bar, const QRect& area, const Tokens& tokens);
/// The same in one sentence, for a screen reader.
[[nodiscard]] QString barText(const TimelinePicture& picture, const TimelineGeometry& geometry, int bar);

} // namespace ui
