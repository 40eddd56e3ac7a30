// SPDX-License-Identifier: GPL-3.0-or-later
// How RawView looks, and the mouse on what is painted.
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/maillog/raw/raw_view.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int markWidth = 18;
constexpr int checkWidth = 3;
constexpr int gap = 6;
constexpr int tickWidth = 8;
constexpr int numberPixels = 11;

} // namespace

void RawView::measure()
{
    const QFontMetricsF metrics(monoFont());
    constexpr int many = 100; // advances may be fractions
    m_cell = metrics.horizontalAdvance(QString(many, QLatin1Char('0'))) / many;
    m_lineHeight = static_cast<int>(metrics.height()) + 4;
}

int RawView::marginWidth() const
{
    const quint64 last = m_lines ? m_lines->count() : 0;
    const int digits = std::max<int>(3, static_cast<int>(QString::number(last).size()));
    const int digit = QFontMetrics(monoFont(numberPixels)).horizontalAdvance(QLatin1Char('0'));
    return markWidth + digits * digit + gap + checkWidth + gap;
}

int RawView::tickLeft() const
{
    return viewport()->width() - tickWidth;
}

void RawView::paintEvent(QPaintEvent*)
{
    const int margin = marginWidth();
    QPainter painter(viewport());
    const Tokens& tokens = tokensFor(*this);
    painter.fillRect(viewport()->rect(), tokens.surface);
    painter.fillRect(0, 0, margin - gap, viewport()->height(), tokens.sunken);
    const int before = m_widest;
    int y = 0;
    for (const Strip& strip : strips()) {
        paintStrip(painter, strip, y);
        y += m_lineHeight;
    }
    paintTicks(painter);
    if (m_widest > before && !m_isWrapped) {
        QMetaObject::invokeMethod(this, &RawView::updateBars, Qt::QueuedConnection);
    }
}

void RawView::paintStrip(QPainter& painter, const Strip& strip, int y) const
{
    const Tokens& tokens = tokensFor(*this);
    const int margin = marginWidth();
    const QRect row(margin - gap, y, tickLeft() - margin + gap, m_lineHeight);
    if (strip.row == m_cursor.row) {
        painter.fillRect(row, tokens.selection);
    }
    paintMargin(painter, strip, y);
    if (!strip.shown) {
        return; // being read
    }
    painter.save();
    painter.setClipRect(row);
    const auto [begin, end] = selection();
    if (begin != end && strip.row >= begin.row && strip.row <= end.row) {
        const qsizetype from = strip.row == begin.row ? begin.index : 0;
        // The line end is selected, too.
        const qsizetype to = strip.row == end.row ? end.index : strip.shown->text.text().size() + 1;
        paintGround(painter, strip, y, from, to, mixed(tokens.accent, tokens.surface, 0.35));
    }
    for (const InkedPiece& hit : strip.shown->hits) {
        paintGround(painter, strip, y, hit.start, hit.start + hit.length,
                    mixed(tokens.warning, tokens.surface, 0.4));
    }
    paintText(painter, strip, y);
    painter.restore();
}

void RawView::paintGround(QPainter& painter, const Strip& strip, int y, qsizetype begin, qsizetype end,
                          const QColor& colour) const
{
    const RawText& text = strip.shown->text;
    const int lineEnd = end > text.text().size() ? 1 : 0;
    const int first = std::max(0, text.cellOf(begin) - strip.firstCell);
    const int last = text.cellOf(end) + lineEnd - strip.firstCell;
    const int most = m_isWrapped ? columns() : last;
    if (last > first && first < most) {
        painter.fillRect(
            QRectF(marginWidth() + first * m_cell, y, (std::min(last, most) - first) * m_cell, m_lineHeight),
            colour);
    }
}

/// Runs of one colour; characters that are not one cell wide each stand in their own cell.
void RawView::paintText(QPainter& painter, const Strip& strip, int y) const
{
    const Tokens& tokens = tokensFor(*this);
    const RawText& text = strip.shown->text;
    const int margin = marginWidth();
    const qsizetype first = text.indexOf(strip.firstCell);
    const qsizetype last = text.indexOf(strip.firstCell + columns() + (m_isWrapped ? 0 : 1));
    const QFont plain = monoFont();
    const QFont bold = monoFont(12, true);
    const auto baseline = y + QFontMetrics(plain).ascent() + 2;
    const auto xOf = [&](qsizetype index) {
        return margin + (text.cellOf(index) - strip.firstCell) * m_cell;
    };
    for (const InkedPiece& piece : strip.shown->inks) {
        const qsizetype begin = std::max(first, piece.start);
        const qsizetype end = std::min(last, piece.start + piece.length);
        if (begin >= end) {
            continue;
        }
        painter.setFont(piece.isBold ? bold : plain);
        painter.setPen(piece.ink.of(tokens));
        const QStringView run = QStringView(text.text()).mid(begin, end - begin);
        if (text.isNarrow()) {
            painter.drawText(QPointF(xOf(begin), baseline), run.toString());
            continue;
        }
        for (qsizetype i = begin; i < end;) {
            qsizetype next = i + 1;
            while (next < end && text.text()[next - 1].unicode() < 0x80 &&
                   text.text()[next].unicode() < 0x80) {
                ++next;
            }
            while (next < end &&
                   (text.text()[next].isLowSurrogate() || cellsOf(text.text()[next].unicode()) == 0)) {
                ++next;
            }
            painter.drawText(QPointF(xOf(i), baseline), text.text().mid(i, next - i));
            i = next;
        }
    }
}

void RawView::paintMargin(QPainter& painter, const Strip& strip, int y) const
{
    const Tokens& tokens = tokensFor(*this);
    const int right = marginWidth() - gap - checkWidth;
    if (strip.shown && strip.shown->check) {
        painter.fillRect(right, y, checkWidth, m_lineHeight, strip.shown->check->of(tokens));
    }
    if (!strip.isFirst) {
        return;
    }
    const quint64 line = lineOf(strip.row);
    const bool isMarked = m_marks.contains(line);
    if (isMarked) {
        constexpr int side = 12;
        paintIcon(painter, QStringLiteral("pin"), tokens.accent,
                  QRectF((markWidth - side) / 2.0, y + (m_lineHeight - side) / 2.0, side, side));
    }
    painter.setFont(monoFont(numberPixels, isMarked));
    painter.setPen(isMarked ? tokens.accent : tokens.secondaryText);
    painter.drawText(QRect(markWidth, y, right - markWidth - gap, m_lineHeight),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
}

/// Where hits and marks are in the whole log.
void RawView::paintTicks(QPainter& painter) const
{
    const Tokens& tokens = tokensFor(*this);
    const int height = viewport()->height();
    const QRect strip(tickLeft(), 0, tickWidth, height);
    painter.fillRect(strip, tokens.sunken);
    if (!m_lines || m_lines->count() == 0 || m_rows) {
        return;
    }
    constexpr int thick = 2;
    const auto lineAt = [this, height](int y) {
        return static_cast<quint64>(static_cast<double>(m_lines->count()) * y / height);
    };
    for (int y = 0; y < height; y += thick) {
        const quint64 first = lineAt(y);
        const quint64 last = std::max(first + 1, lineAt(y + thick));
        const quint64 hit = m_ticks.indexAt(first);
        if (hit < m_ticks.size() && m_ticks[hit] < last) {
            painter.fillRect(strip.left() + 2, y, tickWidth - 2, thick, tokens.warning);
        }
        const auto mark = m_marks.lower_bound(first);
        if (mark != m_marks.end() && *mark < last) {
            painter.fillRect(strip.left(), y, tickWidth, thick, tokens.accent);
        }
    }
}

void RawView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || rowCount() == 0) {
        return;
    }
    const QPoint point = event->position().toPoint();
    if (point.x() >= tickLeft()) {
        const auto row = static_cast<quint64>(static_cast<double>(rowCount()) * point.y() /
                                              std::max(1, viewport()->height()));
        showLine(lineOf(std::min(row, rowCount() - 1)));
        return;
    }
    const RawPlace place = placeAt(point);
    if (point.x() < markWidth) {
        Q_EMIT markRequested(lineOf(place.row));
        return;
    }
    m_isSelecting = true;
    moveTo(place, event->modifiers().testFlag(Qt::ShiftModifier));
}

void RawView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    viewport()->setCursor(point.x() < marginWidth() || point.x() >= tickLeft() ? Qt::PointingHandCursor
                                                                               : Qt::IBeamCursor);
    if (!m_isSelecting) {
        return;
    }
    if (point.y() < 0) {
        scrollBy(-1);
    } else if (point.y() >= viewport()->height()) {
        scrollBy(1);
    }
    moveTo(placeAt(point), true);
}

void RawView::mouseReleaseEvent(QMouseEvent*)
{
    m_isSelecting = false;
}

void RawView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rowCount() > 0 && event->position().x() >= markWidth) {
        Q_EMIT activated(lineOf(placeAt(event->position().toPoint()).row));
    }
}

} // namespace ui
