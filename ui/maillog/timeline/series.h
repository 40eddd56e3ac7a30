// SPDX-License-Identifier: GPL-3.0-or-later
// The series of the timeline in their fixed stack order (design language 1): by result or by action.
#pragma once

#include "core/maillog/time_buckets.h"
#include "ui/common/tokens.h"

#include <QString>

#include <vector>

namespace ui {

enum class SeriesBy { Result, Action };

/// How a bar is filled, so that colour never stands alone.
enum class Hatch { Solid, Falling, Rising, Dots };

struct Series
{
    QString word; ///< as in the filter language
    QString icon;
    Ink ink = &Tokens::secondaryText;
    Hatch hatch = Hatch::Solid;
    std::size_t index = 0; ///< into ResultCounts or ActionCounts
};

/// From the bottom of the stack to its top.
[[nodiscard]] const std::vector<Series>& seriesOf(SeriesBy by);
[[nodiscard]] std::uint64_t countOf(const maillog::Histogram::Bucket& bucket, SeriesBy by,
                                    const Series& series);
/// "result:fail", "action:block"
[[nodiscard]] QString termOf(const Series& series, SeriesBy by);
[[nodiscard]] QColor fillOf(const Series& series, SeriesBy by, const Tokens& tokens);

} // namespace ui
