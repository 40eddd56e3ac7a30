// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF report draws: the chart and the bars of its lists, each as one large character of the text.
#pragma once

#include "ui/report/log_report.h"

#include <QColor>
#include <QObject>
#include <QSizeF>
#include <QTextObjectInterface>

namespace ui {

inline constexpr int resolution = 600; ///< dots an inch: what positions are rounded to
inline constexpr double pointsPerInch = 72;
inline constexpr int chartObject = QTextFormat::UserObject + 1;
inline constexpr int mixObject = QTextFormat::UserObject + 2;
inline constexpr int mixProperty = QTextFormat::UserProperty + 1; ///< QVariantList by spf::Result
inline const QColor secondInk(0x54, 0x5D, 0x6E);
inline const QColor lineInk(0xDC, 0xE0, 0xE7);

[[nodiscard]] double dots(double points);
[[nodiscard]] QColor colourOf(const report::SeriesLook& series);

/// Drawn, not a picture.
class ChartObject final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    ChartObject(const report::LogReport& report, double width);
    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;

private:
    void paint(QPainter& painter) const;
    void paintLegend(QPainter& painter, double left) const;

    const report::LogReport& m_report;
    QSizeF m_size;
};

/// What the results of a row are of its whole, as a bar; the counts are a property of its format.
class MixObject final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;
};

} // namespace ui
