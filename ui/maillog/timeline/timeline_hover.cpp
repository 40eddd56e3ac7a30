// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_hover.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr int mostRowHeight = 20;
constexpr int headHeight = 34;
constexpr int leastWidth = 210;
constexpr int fromLine = 12; ///< px between the dotted line and the card

struct Row
{
    std::uint64_t count;
    const Series* series;
};

std::vector<Row> rowsOf(const TimelinePicture& picture, const TimelineGeometry& geometry, int bar)
{
    const maillog::Histogram::Bucket bucket = geometry.sum(bar);
    std::vector<Row> rows;
    for (const Series& series : seriesOf(picture.by)) {
        const std::uint64_t count = countOf(bucket, picture.by, series);
        if (count > 0 && !picture.hidden.contains(series.word)) {
            rows.push_back({count, &series});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.count > b.count; });
    return rows;
}

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

void paintRow(QPainter& painter, const QRect& place, const Row& row, std::uint64_t total,
              const Tokens& tokens)
{
    paintIcon(painter, row.series->icon, row.series->ink.of(tokens),
              QRectF(place.left(), place.center().y() - 6.5, 14, 14));
    painter.setPen(tokens.text);
    painter.drawText(place.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.series->word);
    painter.drawText(place.adjusted(0, 0, -46, 0), Qt::AlignRight | Qt::AlignVCenter, number(row.count));
    painter.setPen(tokens.secondaryText);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("%1 %").arg((row.count * 100 + total / 2) / total));
}

/// Beside the line, on the side where there is room.
QRect cardPlace(int lineX, const QSize& size, const QRect& area)
{
    int x = lineX + fromLine;
    if (x + size.width() > area.right() - 4) {
        x = lineX - fromLine - size.width();
    }
    const int y = std::min(6, area.height() - size.height() - 2);
    return {QPoint(std::max(2, x), std::max(2, y)), size};
}

} // namespace

void paintHoverCard(QPainter& painter, const TimelinePicture& picture, const TimelineGeometry& geometry,
                    int bar, const QRect& area, const Tokens& tokens)
{
    const std::vector<Row> rows = rowsOf(picture, geometry, bar);
    const auto total = std::accumulate(rows.begin(), rows.end(), std::uint64_t{0},
                                       [](std::uint64_t sum, const Row& row) { return sum + row.count; });
    const int lineX = static_cast<int>(geometry.bar(bar).center().x());
    painter.setPen(QPen(tokens.text, 1, Qt::DotLine));
    painter.drawLine(lineX, geometry.plot().top() - 4, lineX, geometry.plot().bottom());

    const bool isSilent = rows.empty() && geometry.isSilent(bar);
    const QString head = spanWords(geometry.span(bar), picture.histogram.clock);
    const QString count = isSilent ? QString() : number(total);
    painter.setFont(fontOf(TextRole::Strong));
    const int width = std::max(leastWidth, painter.fontMetrics().horizontalAdvance(head + count) + 48);
    const int lines = isSilent ? 1 : static_cast<int>(rows.size());
    // A low chart has less room for seven series.
    const int rowHeight = std::min(mostRowHeight, (area.height() - headHeight - 8) / std::max(1, lines));
    const QRect card = cardPlace(lineX, {width, headHeight + lines * rowHeight + (lines == 0 ? 0 : 6)}, area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.controlBorder);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(tokens.text);
    const QRect inner = card.adjusted(12, 8, -12, -8);
    const QRect title(inner.left(), inner.top(), inner.width(), 18);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, head);
    painter.drawText(title, Qt::AlignRight | Qt::AlignVCenter, count);
    painter.setFont(fontOf(TextRole::Secondary));
    QRect place(inner.left(), inner.top() + 24, inner.width(), rowHeight);
    if (isSilent) {
        painter.setPen(tokens.secondaryText);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, noLineText());
    }
    for (const Row& row : rows) {
        paintRow(painter, place, row, total, tokens);
        place.translate(0, rowHeight);
    }
}

QString barText(const TimelinePicture& picture, const TimelineGeometry& geometry, int bar)
{
    QStringList parts{spanWords(geometry.span(bar), picture.histogram.clock)};
    const std::vector<Row> rows = rowsOf(picture, geometry, bar);
    for (const Row& row : rows) {
        parts.append(QStringLiteral("%1 %2").arg(row.series->word, number(row.count)));
    }
    if (rows.empty()) {
        parts.append(geometry.isSilent(bar) ? noLineText() : number(0));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace ui
