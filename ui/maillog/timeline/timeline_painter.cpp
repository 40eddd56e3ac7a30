// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_painter.h"

#include "ui/common/fonts.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int leftMargin = 46;
constexpr int bottomMargin = 22;
constexpr int topMargin = 8;
constexpr double smallestBar = 3.0;
constexpr int labelRoom = 90; ///< px from one time on the axis to the next
constexpr int gapTextRoom = 90;

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

void paintHatch(QPainter& painter, const QRectF& rect, Hatch hatch, const QColor& ink, double gap = 5)
{
    if (hatch == Hatch::Solid || rect.height() < 2) {
        return;
    }
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(QPen(ink, 1));
    // Lines in logical units: a QBrush pattern counts device pixels and would be twice as fine at 2x.
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

/// The parts of a bar, from the bottom up.
template <class Take>
void forEachPart(const TimelinePicture& picture, const TimelineGeometry& geometry, int index,
                 const Take& take)
{
    const QRectF place = geometry.bar(index);
    const maillog::Histogram::Bucket bucket = geometry.sum(index);
    double bottom = place.bottom();
    for (const Series& series : seriesOf(picture.by)) {
        const std::uint64_t count = countOf(bucket, picture.by, series);
        if (count == 0 || !isShown(picture, series)) {
            continue;
        }
        const double height = std::max(1.0, place.height() * static_cast<double>(count) /
                                                static_cast<double>(geometry.topOfAxis()));
        take(series, QRectF(place.left(), bottom - height, place.width(), height));
        bottom -= height;
    }
}

void paintBar(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry, int index,
              const Tokens& tokens)
{
    const TimeSpan span = geometry.span(index);
    const bool isFaded = picture.span && (span.to <= picture.span->from || span.from >= picture.span->to);
    forEachPart(picture, geometry, index, [&](const Series& series, const QRectF& part) {
        QColor fill = fillOf(series, picture.by, tokens);
        if (isFaded) {
            fill = mixed(fill, tokens.surface, 0.55);
        }
        painter.fillRect(part, fill);
        paintHatch(painter, part, series.hatch, mixed(tokens.surface, fill, 0.55));
    });
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

/// Round times of the wall clock; a new day is bold.
void paintTimes(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                const Tokens& tokens)
{
    using Unit = maillog::BucketLength::Unit;
    const QRect& plot = geometry.plot();
    const auto& borders = picture.histogram.borders;
    const maillog::TimeRange range{borders.front(), borders.back() - 1};
    const maillog::BucketLength step =
        maillog::fittingLength(range, static_cast<std::size_t>(std::max(1, plot.width() / labelRoom)));
    int right = plot.left() - labelRoom;
    for (const std::int64_t time : maillog::bucketBorders(range, step, picture.histogram.clock)) {
        if (time < range.first || time > range.last) {
            continue;
        }
        const QDateTime wall = wallTime(time, picture.histogram.clock);
        const bool isDay = step.unit != Unit::Minute || wall.time() == QTime(0, 0);
        const bool isBold = step.unit == Unit::Minute ? isDay
                            : step.unit == Unit::Day  ? wall.date().day() <= step.count
                                                      : wall.date().month() == 1;
        QFont font = fontOf(TextRole::Axis);
        font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
        QString label = isDay ? dayText(wall.date()) : wall.toString(QStringLiteral("H:mm"));
        if (step.unit == Unit::Month) {
            label = wall.toString(QStringLiteral("yyyy-MM"));
        }
        const int width = QFontMetrics(font).horizontalAdvance(label);
        const int left = std::clamp(geometry.xOf(time) - width / 2, plot.left(),
                                    std::max(plot.left(), plot.right() - width));
        // Where the clock was changed two round times may be close to each other.
        if (left < right + 8) {
            continue;
        }
        right = left + width;
        painter.setFont(font);
        painter.setPen(isBold ? tokens.text : tokens.secondaryText);
        painter.drawText(left, plot.bottom() + 16, label);
    }
}

/// Times without a line in the log: a hatched ground, so that they are not taken for times without mail.
/// Gives back those with room for a word.
std::vector<QRect> paintSilences(QPainter& painter, const TimelineGeometry& geometry, const Tokens& tokens)
{
    std::vector<QRect> places;
    for (int first = 0; first < geometry.barCount(); ++first) {
        if (!geometry.isSilent(first)) {
            continue;
        }
        int last = first;
        while (last + 1 < geometry.barCount() && geometry.isSilent(last + 1)) {
            ++last;
        }
        const QRect& plot = geometry.plot();
        const int left = geometry.xOf(geometry.span(first).from);
        const QRect place(left, plot.top(), geometry.xOf(geometry.span(last).to) - left, plot.height());
        painter.fillRect(place, tokens.sunken);
        paintHatch(painter, place, Hatch::Rising, tokens.grid, 8);
        if (place.width() >= gapTextRoom) {
            places.push_back(place);
        }
        first = last;
    }
    return places;
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
    for (std::size_t i = firstBucket(bar); i < firstBucket(bar + 1); ++i) {
        for (std::size_t k = 0; k < all.byResult.size(); ++k) {
            all.byResult[k] += buckets[i].byResult[k];
        }
        for (std::size_t k = 0; k < all.byAction.size(); ++k) {
            all.byAction[k] += buckets[i].byAction[k];
        }
    }
    return all;
}

std::size_t TimelineGeometry::firstBucket(int bar) const
{
    return std::min(m_picture.histogram.buckets.size(), static_cast<std::size_t>(bar * m_bucketsPerBar));
}

TimeSpan TimelineGeometry::span(int bar) const
{
    return {m_picture.histogram.borders[firstBucket(bar)], m_picture.histogram.borders[firstBucket(bar + 1)]};
}

bool TimelineGeometry::isSilent(int bar) const
{
    const auto& silent = m_picture.histogram.silent;
    const auto begin = silent.begin() + static_cast<std::ptrdiff_t>(firstBucket(bar));
    const auto end = silent.begin() + static_cast<std::ptrdiff_t>(firstBucket(bar + 1));
    return std::find(begin, end, false) == end;
}

int TimelineGeometry::barOf(std::int64_t time) const
{
    const auto& borders = m_picture.histogram.borders;
    const auto after = std::upper_bound(borders.begin(), borders.end(), time) - borders.begin();
    return std::clamp(static_cast<int>((after - 1) / m_bucketsPerBar), 0, std::max(0, m_barCount - 1));
}

int TimelineGeometry::xOf(std::int64_t time) const
{
    const int bar = barOf(time);
    const TimeSpan place = span(bar);
    const double within = static_cast<double>(time - place.from) / static_cast<double>(place.to - place.from);
    return m_plot.left() +
           static_cast<int>(std::lround((bar + within) * m_plot.width() / std::max(1, m_barCount)));
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

const Series* seriesAt(const TimelinePicture& picture, const TimelineGeometry& geometry, int bar, double y)
{
    const Series* found = nullptr;
    forEachPart(picture, geometry, bar, [&](const Series& series, const QRectF& part) {
        if (y >= part.top() && y < part.bottom()) {
            found = &series;
        }
    });
    return found;
}

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                   const Tokens& tokens)
{
    const std::vector<QRect> silences = paintSilences(painter, geometry, tokens);
    paintGrid(painter, geometry, tokens);
    painter.setFont(fontOf(TextRole::Axis));
    for (const QRect& place : silences) {
        const QRect words = painter.fontMetrics().boundingRect(place, Qt::AlignCenter, noLineText());
        painter.fillRect(words.adjusted(-6, -2, 6, 2), tokens.sunken);
        painter.setPen(tokens.secondaryText);
        painter.drawText(place, Qt::AlignCenter, noLineText());
    }
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
