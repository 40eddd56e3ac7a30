// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline_painter.h"

#include "ui/common/fonts.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr int leftMargin = 46;
constexpr int bottomMargin = 22;
constexpr int topMargin = 8;
constexpr double smallestBar = 3.0;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 1440 * minute;

/// 1, 2 or 5 times a power of ten, at least `value`.
std::uint64_t roundedUp(std::uint64_t value)
{
    std::uint64_t unit = 1;
    while (true) {
        for (const std::uint64_t factor : {1ULL, 2ULL, 5ULL}) {
            if (factor * unit >= value) {
                return factor * unit;
            }
        }
        unit *= 10;
    }
}

std::uint64_t gridStep(std::uint64_t highest)
{
    return roundedUp(std::max<std::uint64_t>(1, (highest + 3) / 4));
}

bool isShown(const TimelinePicture& picture, const Series& series)
{
    return !picture.hidden.contains(series.word);
}

QDateTime wallTime(std::int64_t time, int offsetMinutes)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offsetMinutes * 60);
}

void paintHatch(QPainter& painter, const QRectF& rect, Hatch hatch, const QColor& ink)
{
    if (hatch == Hatch::Solid || rect.height() < 2) {
        return;
    }
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(QPen(ink, 1));
    // Lines in logical units: a QBrush pattern counts device pixels and would be twice as fine at 2x.
    constexpr double gap = 5;
    if (hatch == Hatch::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (double y = rect.top() + 2; y < rect.bottom(); y += 4) {
            for (double x = rect.left() + 2; x < rect.right(); x += 4) {
                painter.drawEllipse(QPointF(x, y), 0.7, 0.7);
            }
        }
    } else {
        const double reach = rect.height();
        for (double x = rect.left() - reach; x < rect.right() + reach; x += gap) {
            if (hatch == Hatch::Falling) {
                painter.drawLine(QPointF(x, rect.top()), QPointF(x + reach, rect.bottom()));
            } else {
                painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + reach, rect.top()));
            }
        }
    }
    painter.restore();
}

void paintBar(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry, int index,
              const Tokens& tokens)
{
    const QRectF place = geometry.bar(index);
    const maillog::Histogram::Bucket bucket = geometry.sum(index);
    const TimeSpan span = geometry.span(index);
    const bool isFaded = picture.span && (span.to <= picture.span->from || span.from >= picture.span->to);
    double bottom = place.bottom();
    for (const Series& series : seriesOf(picture.by)) {
        const std::uint64_t count = countOf(bucket, picture.by, series);
        if (count == 0 || !isShown(picture, series)) {
            continue;
        }
        const double height = std::max(1.0, place.height() * static_cast<double>(count) /
                                                static_cast<double>(geometry.topOfAxis()));
        const QRectF part(place.left(), bottom - height, place.width(), height);
        QColor fill = fillOf(series, picture.by, tokens);
        if (isFaded) {
            fill = mixed(fill, tokens.surface, 0.55);
        }
        painter.fillRect(part, fill);
        paintHatch(painter, part, series.hatch, mixed(tokens.surface, fill, 0.55));
        bottom -= height;
    }
}

void paintGrid(QPainter& painter, const TimelineGeometry& geometry, const Tokens& tokens)
{
    const QRect& plot = geometry.plot();
    painter.setFont(fontOf(TextRole::Axis));
    const std::uint64_t step = gridStep(geometry.topOfAxis());
    for (std::uint64_t value = 0; value <= geometry.topOfAxis(); value += step) {
        const int y =
            plot.bottom() - static_cast<int>(std::lround(plot.height() * static_cast<double>(value) /
                                                         static_cast<double>(geometry.topOfAxis())));
        painter.setPen(value == 0 ? tokens.controlBorder : tokens.grid);
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(tokens.secondaryText);
        painter.drawText(QRect(0, y - 8, plot.left() - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(static_cast<qulonglong>(value)));
    }
}

/// Round local times at least 90 px apart; the change of the day is bold.
void paintTimes(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                const Tokens& tokens)
{
    const QRect& plot = geometry.plot();
    const std::int64_t offset = picture.offsetMinutes * minute;
    const auto length = static_cast<std::int64_t>(picture.histogram.buckets.size()) * picture.histogram.step;
    constexpr std::array<std::int64_t, 13> steps{1,   5,    10,       30,       60,        180,      360,
                                                 720, 1440, 2 * 1440, 7 * 1440, 28 * 1440, 91 * 1440};
    std::int64_t step = steps.back() * minute;
    for (const std::int64_t candidate : steps) {
        if (static_cast<double>(candidate * minute) / static_cast<double>(length) * plot.width() >= 90) {
            step = candidate * minute;
            break;
        }
    }
    const std::int64_t start = picture.histogram.start;
    std::int64_t time = ((start + offset + step - 1) / step) * step - offset;
    for (; time < start + length; time += step) {
        const bool isMidnight = (time + offset) % day == 0;
        const int x = geometry.xOf(time);
        const QDateTime wall = wallTime(time, picture.offsetMinutes);
        QFont font = fontOf(TextRole::Axis);
        font.setWeight(isMidnight ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(isMidnight ? tokens.text : tokens.secondaryText);
        const QString label = isMidnight ? QLocale().toString(wall.date(), QStringLiteral("MM/dd"))
                                         : wall.toString(QStringLiteral("H:mm"));
        const int half = QFontMetrics(font).horizontalAdvance(label) / 2;
        const int left = std::clamp(x - half, plot.left(), plot.right() - 2 * half);
        painter.drawText(left, plot.bottom() + 16, label);
    }
}

} // namespace

TimelineGeometry::TimelineGeometry(const TimelinePicture& picture, const QRect& area)
    : m_picture(picture), m_plot(area.adjusted(leftMargin, topMargin, -12, -bottomMargin))
{
    const auto buckets = static_cast<int>(picture.histogram.buckets.size());
    const int room = std::max(1, static_cast<int>(m_plot.width() / smallestBar));
    m_bucketsPerBar = std::max(1, (buckets + room - 1) / room);
    m_barCount = (buckets + m_bucketsPerBar - 1) / m_bucketsPerBar;
    std::uint64_t highest = 1;
    for (int i = 0; i < m_barCount; ++i) {
        highest = std::max(highest, shownTotal(i));
    }
    const std::uint64_t step = gridStep(highest);
    m_top = (highest + step - 1) / step * step;
}

QRectF TimelineGeometry::bar(int index) const
{
    const double width = m_plot.width() / static_cast<double>(std::max(1, m_barCount));
    const double gap = width >= 8 ? 2 : width >= 4 ? 1 : 0;
    return {m_plot.left() + index * width + gap / 2, static_cast<double>(m_plot.top()), width - gap,
            static_cast<double>(m_plot.height())};
}

int TimelineGeometry::barAt(int x) const
{
    const double width = m_plot.width() / static_cast<double>(std::max(1, m_barCount));
    return std::clamp(static_cast<int>((x - m_plot.left()) / width), 0, std::max(0, m_barCount - 1));
}

maillog::Histogram::Bucket TimelineGeometry::sum(int bar) const
{
    maillog::Histogram::Bucket all;
    const auto& buckets = m_picture.histogram.buckets;
    const auto end = std::min(buckets.size(), static_cast<std::size_t>((bar + 1) * m_bucketsPerBar));
    for (auto i = static_cast<std::size_t>(bar * m_bucketsPerBar); i < end; ++i) {
        for (std::size_t k = 0; k < all.byResult.size(); ++k) {
            all.byResult[k] += buckets[i].byResult[k];
        }
        for (std::size_t k = 0; k < all.byAction.size(); ++k) {
            all.byAction[k] += buckets[i].byAction[k];
        }
    }
    return all;
}

TimeSpan TimelineGeometry::span(int bar) const
{
    const std::int64_t length = m_picture.histogram.step * m_bucketsPerBar;
    const std::int64_t from = m_picture.histogram.start + bar * length;
    return {from, from + length};
}

int TimelineGeometry::xOf(std::int64_t time) const
{
    const double bars = static_cast<double>(time - m_picture.histogram.start) /
                        static_cast<double>(m_picture.histogram.step * m_bucketsPerBar);
    return m_plot.left() + static_cast<int>(std::lround(bars * m_plot.width() / std::max(1, m_barCount)));
}

std::uint64_t TimelineGeometry::shownTotal(int bar) const
{
    const maillog::Histogram::Bucket bucket = sum(bar);
    std::uint64_t total = 0;
    for (const Series& series : seriesOf(m_picture.by)) {
        if (isShown(m_picture, series)) {
            total += countOf(bucket, m_picture.by, series);
        }
    }
    return total;
}

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                   const Tokens& tokens)
{
    paintGrid(painter, geometry, tokens);
    for (int i = 0; i < geometry.barCount(); ++i) {
        paintBar(painter, picture, geometry, i, tokens);
    }
    paintTimes(painter, picture, geometry, tokens);
}

void paintSwatch(QPainter& painter, const QRectF& rect, const Series& series, SeriesBy by,
                 const Tokens& tokens)
{
    const QColor fill = fillOf(series, by, tokens);
    QPainterPath path;
    path.addRoundedRect(rect, 2, 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, fill);
    painter.setClipPath(path);
    paintHatch(painter, rect, series.hatch, mixed(tokens.surface, fill, 0.55));
    painter.restore();
}

} // namespace ui
