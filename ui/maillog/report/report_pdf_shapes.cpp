// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/report_pdf_shapes.h"

#include "ui/report/report_chart.h"

#include <QPainter>

#include <cmath>

namespace ui {

namespace {

constexpr double chartHeight = 150; ///< points
constexpr double legendHeight = 18;
constexpr double letters = 7.5;
constexpr double mixWidth = 60;
constexpr double mixHeight = 5;

/// White strokes over the colour, as the HTML report has them.
void paintHatch(QPainter& painter, const QRectF& rect, report::Hatch hatch)
{
    if (hatch == report::Hatch::Solid) {
        return;
    }
    constexpr double step = 5;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    if (hatch == report::Hatch::Dots) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        for (double y = std::floor(rect.top() / step) * step; y < rect.bottom(); y += step) {
            const double shift = std::fmod(std::round(y / step), 2) == 0 ? 0 : step / 2;
            for (double x = std::floor(rect.left() / step) * step + shift; x < rect.right(); x += step) {
                painter.drawEllipse(QPointF(x, y), 0.7, 0.7);
            }
        }
    } else {
        painter.setPen(QPen(Qt::white, 1));
        const double run = hatch == report::Hatch::Falling ? rect.height() : -rect.height();
        for (double x = rect.left() - rect.height(); x < rect.right() + rect.height(); x += step) {
            painter.drawLine(QPointF(x, rect.top()), QPointF(x + run, rect.bottom()));
        }
    }
    painter.restore();
}

} // namespace

double dots(double points)
{
    return points * resolution / pointsPerInch;
}

QColor colourOf(const report::SeriesLook& series)
{
    return QColor(QString::fromUtf16(series.light));
}

ChartObject::ChartObject(const report::LogReport& report, double width)
    : m_report(report), m_size(width, chartHeight + legendHeight)
{
}

QSizeF ChartObject::intrinsicSize(QTextDocument*, int, const QTextFormat&)
{
    return {dots(m_size.width()), dots(m_size.height())};
}

void ChartObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat&)
{
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(resolution / pointsPerInch, resolution / pointsPerInch);
    painter->setRenderHint(QPainter::Antialiasing);
    paint(*painter);
    painter->restore();
}

void ChartObject::paint(QPainter& painter) const
{
    const report::ChartShapes shapes =
        report::shapesOf(*m_report.chart, {m_size.width(), m_size.height() - legendHeight});
    QFont font = painter.font();
    // The painter is scaled: one unit is a point.
    font.setPixelSize(static_cast<int>(std::ceil(letters)));
    painter.setFont(font);
    for (const auto& mark : shapes.counts) {
        painter.setPen(QPen(lineInk, 0.5));
        painter.drawLine(QPointF(shapes.plot.left(), mark.at), QPointF(shapes.plot.right(), mark.at));
        painter.setPen(secondInk);
        painter.drawText(QRectF(0, mark.at - 6, shapes.plot.left() - 6, 12),
                         Qt::AlignRight | Qt::AlignVCenter, mark.text);
    }
    for (const auto& bar : shapes.bars) {
        const report::SeriesLook& series = report::chartSeries[bar.series];
        painter.fillRect(bar.rect, colourOf(series));
        paintHatch(painter, bar.rect, series.hatch);
    }
    painter.setPen(secondInk);
    for (const auto& mark : shapes.times) {
        painter.drawText(QPointF(mark.at, shapes.plot.bottom() + 12), mark.text);
    }
    paintLegend(painter, shapes.plot.left());
}

void ChartObject::paintLegend(QPainter& painter, double left) const
{
    const double top = m_size.height() - legendHeight + 6;
    for (const report::SeriesLook& series : report::chartSeries) {
        const std::string_view word = spf::word(series.result);
        const QString name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
        const QRectF key(left, top, 8, 8);
        painter.fillRect(key, colourOf(series));
        paintHatch(painter, key, series.hatch);
        painter.setPen(secondInk);
        painter.drawText(QPointF(left + 12, top + 7.5), name);
        left += 24 + painter.fontMetrics().horizontalAdvance(name);
    }
}

QSizeF MixObject::intrinsicSize(QTextDocument*, int, const QTextFormat&)
{
    return {dots(mixWidth), dots(mixHeight)};
}

void MixObject::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                           const QTextFormat& format)
{
    painter->save();
    painter->translate(rect.topLeft());
    painter->scale(resolution / pointsPerInch, resolution / pointsPerInch);
    const QVariantList counts = format.property(mixProperty).toList();
    double total = 0;
    for (const QVariant& count : counts) {
        total += count.toDouble();
    }
    double left = 0;
    for (const report::SeriesLook& series : report::chartSeries) {
        const double part = mixWidth * counts.value(static_cast<int>(series.result)).toDouble() / total;
        if (part > 0) {
            const QRectF bar(left, 0, part, mixHeight);
            painter->fillRect(bar, colourOf(series));
            paintHatch(*painter, bar, series.hatch);
            left += part;
        }
    }
    painter->restore();
}

} // namespace ui
