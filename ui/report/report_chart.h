// SPDX-License-Identifier: GPL-3.0-or-later
// The chart of a report as shapes: HTML writes them as SVG, PDF paints them, so both show the same.
#pragma once

#include "core/maillog/statistics.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <array>

namespace report {

/// How a bar is filled, so that colour never stands alone.
enum class Hatch { Solid, Falling, Rising, Dots };

struct SeriesLook
{
    spf::Result result;
    Hatch hatch;
    const char16_t* light; ///< resources/theme/tokens.json, results.*.fill
    const char16_t* dark;
};

/// From the bottom of the stack to its top.
inline constexpr std::array<SeriesLook, 7> chartSeries{{
    {spf::Result::Pass, Hatch::Solid, u"#2A9D78", u"#45BF95"},
    {spf::Result::None, Hatch::Solid, u"#8B94A3", u"#6A7383"},
    {spf::Result::Neutral, Hatch::Solid, u"#3E7CC0", u"#4A8BD6"},
    {spf::Result::SoftFail, Hatch::Falling, u"#CC7F00", u"#E6A23A"},
    {spf::Result::Fail, Hatch::Solid, u"#C9303B", u"#E9545E"},
    {spf::Result::TempError, Hatch::Dots, u"#7450CC", u"#8C68E6"},
    {spf::Result::PermError, Hatch::Rising, u"#8E2069", u"#EE86C6"},
}};

struct ReportChart
{
    maillog::Histogram histogram;
    int offsetMinutes = 0;
};

struct ChartShapes
{
    struct Bar
    {
        QRectF rect;
        std::size_t series = 0; ///< of chartSeries
    };

    struct Mark
    {
        double at = 0; ///< x of a time, y of a count
        QString text;
    };

    QRectF plot; ///< where the bars stand
    QList<Bar> bars;
    QList<Mark> times;
    QList<Mark> counts;
};

[[nodiscard]] ChartShapes shapesOf(const ReportChart& chart, QSizeF size);

/// A round length that gives at most sixty buckets.
[[nodiscard]] std::int64_t reportStep(const maillog::TimeRange& range);

} // namespace report
