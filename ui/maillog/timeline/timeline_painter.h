// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the stacked bars, axes and grid of a histogram into any painter (MAILLOG.md: own painted widget, 4 ms
// for 1,000 buckets). Buckets narrower than a pixel column are merged, so the cost stays flat.
#pragma once

#include "ui/maillog/log_view.h"
#include "ui/maillog/timeline/series.h"

#include <QRect>

#include <set>

class QPainter;

namespace ui {

struct TimelinePicture
{
    maillog::TimeBuckets histogram;
    SeriesBy by = SeriesBy::Result;
    std::set<QString> hidden;     ///< words of series the legend has switched off
    std::optional<TimeSpan> span; ///< bars outside are faded
};

/// Where things are for a given picture and size.
class TimelineGeometry
{
public:
    TimelineGeometry(const TimelinePicture& picture, const QRect& area);

    [[nodiscard]] const QRect& plot() const { return m_plot; }

    /// Bars drawn; each holds bucketsPerBar() buckets.
    [[nodiscard]] int barCount() const { return m_barCount; }

    [[nodiscard]] int bucketsPerBar() const { return m_bucketsPerBar; }

    [[nodiscard]] QRectF bar(int index) const; ///< full height
    [[nodiscard]] int barAt(int x) const;      ///< clamped
    [[nodiscard]] maillog::Histogram::Bucket sum(int bar) const;
    [[nodiscard]] TimeSpan span(int bar) const;
    /// The log has no line in all of its time.
    [[nodiscard]] bool isSilent(int bar) const;
    /// Bars are equally wide, also those of a day of 23 or 25 hours: within a bar time runs evenly.
    [[nodiscard]] int xOf(std::int64_t time) const;
    /// The bar that a time lies in; clamped.
    [[nodiscard]] int barOf(std::int64_t time) const;

    [[nodiscard]] std::uint64_t topOfAxis() const { return m_top; }

    [[nodiscard]] std::uint64_t shownTotal(int bar) const;

private:
    [[nodiscard]] std::size_t firstBucket(int bar) const;
    const TimelinePicture& m_picture;
    QRect m_plot;
    int m_bucketsPerBar = 1;
    int m_barCount = 0;
    std::uint64_t m_top = 1;
};

/// Whose part of a bar is drawn there; null where there is none.
[[nodiscard]] const Series* seriesAt(const TimelinePicture& picture, const TimelineGeometry& geometry,
                                     int bar, double y);

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                   const Tokens& tokens);

/// A swatch of a series, as in the bars.
void paintSwatch(QPainter& painter, const QRectF& rect, const Series& series, SeriesBy by,
                 const Tokens& tokens);

} // namespace ui
