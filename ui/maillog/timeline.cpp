// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QAccessible>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

QString spanText(const TimeSpan& span, int offsetMinutes)
{
    const auto at = [offsetMinutes](std::int64_t time) {
        return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offsetMinutes * 60);
    };
    const QDateTime from = at(span.from);
    const QDateTime to = at(span.to);
    const QString first = from.toString(QStringLiteral("yyyy-MM-dd H:mm"));
    const bool isSameDay =
        from.date() == to.date() || (to.time() == QTime(0, 0) && from.date().addDays(1) == to.date());
    return first + QStringLiteral("–") +
           to.toString(isSameDay ? QStringLiteral("H:mm") : QStringLiteral("MM-dd H:mm"));
}

Timeline::Timeline(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("maillog.timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(120);
    retranslate();
}

void Timeline::setHistogram(std::optional<maillog::Histogram> histogram, int offsetMinutes)
{
    if (!histogram) {
        m_picture.reset();
    } else {
        if (!m_picture) {
            m_picture.emplace();
        }
        m_picture->histogram = std::move(*histogram);
        m_picture->offsetMinutes = offsetMinutes;
    }
    m_cursor.reset();
    m_anchor.reset();
    refresh();
}

void Timeline::setSeries(SeriesBy by, std::set<QString> hidden)
{
    if (m_picture) {
        m_picture->by = by;
        m_picture->hidden = std::move(hidden);
        refresh();
    }
}

void Timeline::setSpan(std::optional<TimeSpan> span)
{
    if (m_picture) {
        m_picture->span = span;
        refresh();
    }
}

void Timeline::refresh()
{
    m_drawn = {};
    update();
}

TimeSpan Timeline::barsSpan(int a, int b) const
{
    const TimelineGeometry geometry = geometryOf();
    return {geometry.span(std::min(a, b)).from, geometry.span(std::max(a, b)).to};
}

void Timeline::paintEvent(QPaintEvent*)
{
    if (!m_picture) {
        return;
    }
    const Tokens& tokens = tokensFor(*this);
    const TimelineGeometry geometry = geometryOf();
    const QSize pixels = size() * devicePixelRatioF();
    if (m_drawn.size() != pixels) {
        m_drawn = QPixmap(pixels);
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(Qt::transparent);
        QPainter drawing(&m_drawn);
        paintTimeline(drawing, *m_picture, geometry, tokens);
    }
    QPainter painter(this);
    paintBrush(painter, geometry);
    painter.drawPixmap(0, 0, m_drawn);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    paintCard(painter, geometry);
}

void Timeline::paintBrush(QPainter& painter, const TimelineGeometry& geometry) const
{
    std::optional<TimeSpan> span = m_picture->span;
    if (m_anchor && m_cursor) {
        span = barsSpan(*m_anchor, *m_cursor);
    }
    if (!span) {
        return;
    }
    const Tokens& tokens = tokensFor(*this);
    const int left = std::clamp(geometry.xOf(span->from), geometry.plot().left(), geometry.plot().right());
    const int right = std::clamp(geometry.xOf(span->to), geometry.plot().left(), geometry.plot().right());
    const QRect band(left, geometry.plot().top() - 4, right - left, geometry.plot().height() + 4);
    painter.fillRect(band, tokens.accentTint);
    painter.setPen(tokens.accent);
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
    painter.setBrush(tokens.surface);
    for (const int x : {band.left(), band.right()}) {
        painter.drawRoundedRect(QRect(x - 3, band.center().y() - 9, 6, 18), 3, 3);
    }
}

/// Time, total, and the series by count with their share.
void Timeline::paintCard(QPainter& painter, const TimelineGeometry& geometry) const
{
    if (!m_cursor || *m_cursor >= geometry.barCount()) {
        return;
    }
    const Tokens& tokens = tokensFor(*this);
    const maillog::Histogram::Bucket bucket = geometry.sum(*m_cursor);
    std::vector<std::pair<std::uint64_t, Series>> rows;
    std::uint64_t total = 0;
    for (const Series& series : seriesOf(m_picture->by)) {
        const std::uint64_t count = countOf(bucket, m_picture->by, series);
        if (count > 0 && !m_picture->hidden.contains(series.word)) {
            rows.emplace_back(count, series);
            total += count;
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const int lineX = static_cast<int>(geometry.bar(*m_cursor).center().x());
    painter.setPen(QPen(tokens.text, 1, Qt::DotLine));
    painter.drawLine(lineX, geometry.plot().top() - 4, lineX, geometry.plot().bottom());

    const QString head = spanText(geometry.span(*m_cursor), m_picture->offsetMinutes);
    painter.setFont(fontOf(TextRole::Strong));
    const int width = std::max(210, painter.fontMetrics().horizontalAdvance(head) + 90);
    constexpr int rowHeight = 20;
    const int height = 34 + static_cast<int>(rows.size()) * rowHeight + (rows.empty() ? 0 : 6);
    int x = lineX + 12;
    if (x + width > rect().right() - 4) {
        x = lineX - 12 - width;
    }
    const QRect card(std::max(2, x), std::max(2, std::min(6, this->height() - height - 2)), width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.controlBorder);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(tokens.text);
    const QRect inner = card.adjusted(12, 8, -12, -8);
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 18), Qt::AlignLeft | Qt::AlignVCenter,
                     head);
    const QLocale locale;
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), 18), Qt::AlignRight | Qt::AlignVCenter,
                     locale.toString(static_cast<qulonglong>(total)));
    painter.setFont(fontOf(TextRole::Secondary));
    int y = inner.top() + 24;
    for (const auto& [count, series] : rows) {
        const QRect row(inner.left(), y, inner.width(), rowHeight);
        paintIcon(painter, series.icon, series.ink.of(tokens), QRectF(row.left(), row.top() + 3, 14, 14));
        painter.setPen(tokens.text);
        painter.drawText(row.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, series.word);
        painter.drawText(row.adjusted(0, 0, -46, 0), Qt::AlignRight | Qt::AlignVCenter,
                         locale.toString(static_cast<qulonglong>(count)));
        painter.setPen(tokens.secondaryText);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 %").arg((count * 100 + total / 2) / total));
        y += rowHeight;
    }
}

QString Timeline::cursorText() const
{
    if (!m_picture || !m_cursor) {
        return {};
    }
    const TimelineGeometry geometry = geometryOf();
    QStringList parts{spanText(geometry.span(*m_cursor), m_picture->offsetMinutes)};
    const maillog::Histogram::Bucket bucket = geometry.sum(*m_cursor);
    for (const Series& series : seriesOf(m_picture->by)) {
        if (const auto count = countOf(bucket, m_picture->by, series); count > 0) {
            parts.append(
                QStringLiteral("%1 %2").arg(series.word, QLocale().toString(static_cast<qulonglong>(count))));
        }
    }
    return parts.join(QStringLiteral(", "));
}

void Timeline::moveCursor(int bar, bool extend)
{
    const int last = geometryOf().barCount() - 1;
    if (extend && !m_anchor) {
        m_anchor = m_cursor.value_or(std::clamp(bar, 0, last));
    } else if (!extend) {
        m_anchor.reset();
    }
    m_cursor = std::clamp(bar, 0, last);
    setAccessibleDescription(cursorText());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (!m_picture || event->button() != Qt::LeftButton) {
        return;
    }
    m_dragging = true;
    m_anchor.reset();
    moveCursor(geometryOf().barAt(event->pos().x()), false);
    m_anchor = m_cursor;
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_picture) {
        return;
    }
    if (!m_dragging && !geometryOf().plot().adjusted(0, -8, 0, 0).contains(event->pos())) {
        leaveEvent(event);
        return;
    }
    m_cursor = geometryOf().barAt(event->pos().x());
    update();
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragging || event->button() != Qt::LeftButton) {
        return;
    }
    m_dragging = false;
    const TimeSpan span = barsSpan(*m_anchor, *m_cursor);
    m_anchor.reset();
    // A second click on the same bar takes the brush away again.
    Q_EMIT spanChosen(m_picture->span == span ? std::nullopt : std::optional(span));
}

void Timeline::leaveEvent(QEvent*)
{
    if (!m_dragging) {
        m_cursor.reset();
        update();
    }
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    if (!m_picture) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = geometryOf().barCount() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor.value_or(last + 1) - 1, extend);
        return;
    case Qt::Key_Right:
        moveCursor(m_cursor.value_or(-1) + 1, extend);
        return;
    case Qt::Key_Home:
        moveCursor(0, extend);
        return;
    case Qt::Key_End:
        moveCursor(last, extend);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor) {
            const TimeSpan span = barsSpan(m_anchor.value_or(*m_cursor), *m_cursor);
            m_anchor.reset();
            Q_EMIT spanChosen(span);
        }
        return;
    case Qt::Key_Escape:
        if (m_picture->span || m_anchor) {
            m_anchor.reset();
            Q_EMIT spanChosen(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Timeline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        refresh();
    }
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Checks over time"));
    setToolTip({});
}

} // namespace ui
