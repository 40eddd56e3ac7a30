// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_chart.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace report {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 1440 * minute;
constexpr double leftEdge = 62;
constexpr double rightEdge = 12;
constexpr double topEdge = 10;
constexpr double bottomEdge = 26;
constexpr double timeRoom = 84; ///< of a label of the time axis
constexpr int countLines = 4;

/// The next round number that countLines divides.
std::uint64_t roundTop(std::uint64_t most)
{
    std::uint64_t step = 1;
    for (std::uint64_t decade = 1;; decade *= 10) {
        for (const std::uint64_t digit : {1U, 2U, 3U, 4U, 5U, 6U, 8U}) {
            step = digit * decade;
            if (step * countLines >= most) {
                return step * countLines;
            }
        }
    }
}

std::uint64_t totalOf(const maillog::Histogram::Bucket& bucket)
{
    return std::accumulate(bucket.byResult.begin(), bucket.byResult.end(), std::uint64_t{0});
}

QList<ChartShapes::Mark> timeMarks(const ReportChart& chart, const QRectF& plot)
{
    const auto count = static_cast<int>(chart.histogram.buckets.size());
    const double width = plot.width() / count;
    const int every = std::max(1, static_cast<int>(std::ceil(timeRoom / width)));
    const QString format =
        chart.histogram.step >= day ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("MM-dd HH:mm");
    QList<ChartShapes::Mark> marks;
    for (int i = 0; i < count; i += every) {
        if (plot.left() + i * width + timeRoom > plot.right() + rightEdge && i > 0) {
            break; // it would be cut at the edge
        }
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(
            chart.histogram.start + i * chart.histogram.step, Qt::OffsetFromUTC, chart.offsetMinutes * 60);
        marks.append({plot.left() + i * width, time.toString(format)});
    }
    return marks;
}

} // namespace

ChartShapes shapesOf(const ReportChart& chart, QSizeF size)
{
    ChartShapes shapes;
    shapes.plot =
        QRectF(leftEdge, topEdge, size.width() - leftEdge - rightEdge, size.height() - topEdge - bottomEdge);
    const auto& buckets = chart.histogram.buckets;
    if (buckets.empty()) {
        return shapes;
    }
    std::uint64_t most = 1;
    for (const auto& bucket : buckets) {
        most = std::max(most, totalOf(bucket));
    }
    const std::uint64_t top = roundTop(most);
    const auto heightOf = [&](std::uint64_t count) {
        return shapes.plot.height() * static_cast<double>(count) / static_cast<double>(top);
    };
    const double width = shapes.plot.width() / static_cast<double>(buckets.size());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        double bottom = shapes.plot.bottom();
        for (std::size_t series = 0; series < chartSeries.size(); ++series) {
            const auto count = buckets[i].byResult[static_cast<std::size_t>(chartSeries[series].result)];
            if (count == 0) {
                continue;
            }
            const double height = heightOf(count);
            shapes.bars.append({QRectF(shapes.plot.left() + static_cast<double>(i) * width + width * 0.08,
                                       bottom - height, width * 0.84, height),
                                series});
            bottom -= height;
        }
    }
    const QLocale grouped(QLocale::English, QLocale::UnitedStates);
    for (int line = 0; line <= countLines; ++line) {
        const std::uint64_t count = top / countLines * static_cast<std::uint64_t>(line);
        shapes.counts.append(
            {shapes.plot.bottom() - heightOf(count), grouped.toString(static_cast<qulonglong>(count))});
    }
    shapes.times = timeMarks(chart, shapes.plot);
    return shapes;
}

std::int64_t reportStep(const maillog::TimeRange& range)
{
    constexpr std::array<std::int64_t, 11> steps{1, 5, 10, 30, 60, 180, 360, 720, 1440, 2880, 7 * 1440};
    constexpr std::int64_t most = 60;
    for (const std::int64_t step : steps) {
        if ((range.last - range.first) / (step * minute) < most) {
            return step * minute;
        }
    }
    const std::int64_t weeks = (range.last - range.first) / (7 * day) / most + 1;
    return weeks * 7 * day;
}

} // namespace report
