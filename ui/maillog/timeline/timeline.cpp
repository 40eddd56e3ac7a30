// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline.h"

#include "ui/maillog/timeline/timeline_hover.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int edgeReach = 5;   ///< px to each side of a brush's edge
constexpr int pageOfBars = 10; ///< for page up and page down

} // namespace

Timeline::Timeline(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("maillog.timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(120);
    retranslate();
}

void Timeline::setHistogram(std::optional<maillog::TimeBuckets> histogram)
{
    const auto timeOf = [this](std::optional<int> bar) {
        return bar ? std::optional(geometryOf().span(*bar).from) : std::nullopt;
    };
    const std::optional<std::int64_t> cursor = timeOf(m_cursor);
    const std::optional<std::int64_t> anchor = timeOf(m_anchor);
    if (!histogram) {
        m_picture.reset();
        m_cursor.reset();
        m_anchor.reset();
        m_dragging = false;
        refresh();
        return;
    }
    if (!m_picture) {
        m_picture.emplace();
    }
    m_picture->histogram = std::move(*histogram);
    const auto& borders = m_picture->histogram.borders;
    const auto barOf = [this, &borders](std::optional<std::int64_t> time) {
        const bool isThere = time && *time >= borders.front() && *time < borders.back();
        return isThere ? std::optional(geometryOf().barOf(*time)) : std::nullopt;
    };
    m_cursor = barOf(cursor);
    m_anchor = barOf(anchor);
    if (!m_cursor || !m_anchor) {
        m_anchor.reset(); // a brush of which one end is no more to be seen
        m_dragging = false;
    }
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
    if (m_picture && m_picture->span != span) {
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

TimeSpan Timeline::partAroundCursor() const
{
    const auto& borders = m_picture->histogram.borders;
    const std::int64_t quarter = (borders.back() - borders.front()) / 4;
    const TimelineGeometry geometry = geometryOf();
    const TimeSpan middle = geometry.span(m_cursor.value_or(geometry.barCount() / 2));
    const std::int64_t at = std::clamp(middle.from + (middle.to - middle.from) / 2, borders.front() + quarter,
                                       borders.back() - quarter);
    return barsSpan(geometry.barOf(at - quarter), geometry.barOf(at + quarter - 1));
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
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    if (m_cursor && *m_cursor < geometry.barCount()) {
        paintHoverCard(painter, *m_picture, geometry, *m_cursor, rect(), tokens);
    }
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
    const QRect& plot = geometry.plot();
    const int left = std::clamp(geometry.xOf(span->from), plot.left(), plot.right());
    const int right = std::clamp(geometry.xOf(span->to), plot.left(), plot.right());
    const QRect band(left, plot.top() - 4, right - left, plot.height() + 4);
    painter.fillRect(band, tokens.accentTint);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(tokens.accent);
    painter.drawLine(left, band.top(), left, band.bottom());
    painter.drawLine(right, band.top(), right, band.bottom());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(tokens.surface);
    for (const int x : {left, right}) {
        painter.drawRoundedRect(QRectF(x - 2.5, band.center().y() - 8.5, 6, 18), 3, 3);
    }
}

QString Timeline::cursorText() const
{
    return m_picture && m_cursor ? barText(*m_picture, geometryOf(), *m_cursor) : QString();
}

std::optional<Timeline::Edge> Timeline::edgeAt(const QPoint& position) const
{
    if (!m_picture || !m_picture->span) {
        return std::nullopt;
    }
    const TimelineGeometry geometry = geometryOf();
    const int toFrom = std::abs(position.x() - geometry.xOf(m_picture->span->from));
    const int toTo = std::abs(position.x() - geometry.xOf(m_picture->span->to));
    if (std::min(toFrom, toTo) > edgeReach) {
        return std::nullopt;
    }
    return toFrom < toTo ? Edge::From : Edge::To;
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

/// The brush as a whole, as far as the axis goes.
void Timeline::moveBrush(int bars)
{
    if (!m_picture->span) {
        return;
    }
    const TimelineGeometry geometry = geometryOf();
    const int first = geometry.barOf(m_picture->span->from);
    const int last = geometry.barOf(m_picture->span->to - 1);
    const int by = std::clamp(bars, -first, geometry.barCount() - 1 - last);
    if (by != 0) {
        Q_EMIT spanChosen(barsSpan(first + by, last + by));
    }
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (!m_picture || event->button() != Qt::LeftButton) {
        return;
    }
    m_dragging = true;
    m_spanBeforeClick = m_picture->span;
    const TimelineGeometry geometry = geometryOf();
    const std::optional<Edge> edge = edgeAt(event->pos());
    m_isEdge = edge.has_value();
    moveCursor(geometry.barAt(event->pos().x()), false);
    m_anchor = m_cursor;
    if (edge) {
        // The other edge stays where it is; the one that is dragged goes with the mouse.
        const TimeSpan span = *m_picture->span;
        m_cursor = geometry.barOf(*edge == Edge::From ? span.from : span.to - 1);
        m_anchor = geometry.barOf(*edge == Edge::From ? span.to - 1 : span.from);
    }
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_picture) {
        return;
    }
    setCursor(m_dragging             ? (m_isEdge ? Qt::SplitHCursor : Qt::ArrowCursor)
              : edgeAt(event->pos()) ? Qt::SplitHCursor
                                     : Qt::ArrowCursor);
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
    Q_EMIT spanChosen(!m_isEdge && m_picture->span == span ? std::nullopt : std::optional(span));
}

void Timeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_picture || event->button() != Qt::LeftButton) {
        return;
    }
    const TimeSpan bar = geometryOf().span(geometryOf().barAt(event->pos().x()));
    const auto& brush = m_spanBeforeClick;
    const bool isInBrush = brush && bar.from < brush->to && bar.to > brush->from;
    Q_EMIT zoomInRequested(isInBrush ? *brush : bar);
}

void Timeline::leaveEvent(QEvent*)
{
    if (!m_dragging) {
        m_cursor.reset();
        update();
    }
}

void Timeline::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_picture) {
        return;
    }
    const TimelineGeometry geometry = geometryOf();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const int bar = geometry.barAt(event->pos().x());
        offer(bar, seriesAt(*m_picture, geometry, bar, event->pos().y()), event->globalPos());
    } else if (m_cursor && *m_cursor < geometry.barCount()) {
        offer(*m_cursor, nullptr, mapToGlobal(geometry.bar(*m_cursor).center().toPoint()));
    }
}

/// What can be done with the part of a bar, or where none is meant, with each of its parts.
void Timeline::offer(int bar, const Series* series, const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const TimelineGeometry geometry = geometryOf();
    const maillog::Histogram::Bucket sum = geometry.sum(bar);
    for (const Series& each : seriesOf(m_picture->by)) {
        if (series != nullptr ? &each == series : countOf(sum, m_picture->by, each) > 0) {
            const QString term = termOf(each, m_picture->by);
            menu->addAction(tr("Only this: %1").arg(each.word), this,
                            [this, term] { Q_EMIT termChosen(term); });
            menu->addAction(tr("Not this: %1").arg(each.word), this,
                            [this, term] { Q_EMIT termChosen(QLatin1Char('-') + term); });
            menu->addSeparator();
        }
    }
    const TimeSpan span = geometry.span(bar);
    menu->addAction(tr("Only this time"), this, [this, span] { Q_EMIT spanChosen(span); });
    menu->addAction(tr("Zoom in to this time"), this, [this, span] { Q_EMIT zoomInRequested(span); });
    menu->popup(place);
}

bool Timeline::moveByKey(const QKeyEvent& event)
{
    const bool extend = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool isBrush = event.modifiers().testFlag(Qt::ControlModifier);
    const int last = geometryOf().barCount() - 1;
    switch (event.key()) {
    case Qt::Key_Left:
        isBrush ? moveBrush(-1) : moveCursor(m_cursor.value_or(last + 1) - 1, extend);
        return true;
    case Qt::Key_Right:
        isBrush ? moveBrush(1) : moveCursor(m_cursor.value_or(-1) + 1, extend);
        return true;
    case Qt::Key_PageUp:
        moveCursor(m_cursor.value_or(last) - pageOfBars, extend);
        return true;
    case Qt::Key_PageDown:
        moveCursor(m_cursor.value_or(0) + pageOfBars, extend);
        return true;
    case Qt::Key_Home:
        moveCursor(0, extend);
        return true;
    case Qt::Key_End:
        moveCursor(last, extend);
        return true;
    default:
        return false;
    }
}

void Timeline::choose()
{
    if (m_cursor) {
        const TimeSpan span = barsSpan(m_anchor.value_or(*m_cursor), *m_cursor);
        m_anchor.reset();
        Q_EMIT spanChosen(span);
    }
}

/// The brush under way, else the brush.
bool Timeline::giveUp()
{
    if (!m_picture->span && !m_anchor) {
        return false;
    }
    const bool wasBrushing = m_anchor.has_value();
    m_anchor.reset();
    m_dragging = false;
    update();
    if (!wasBrushing) {
        Q_EMIT spanChosen(std::nullopt);
    }
    return true;
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    if (!m_picture || moveByKey(*event)) {
        event->setAccepted(m_picture.has_value());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomInRequested(m_picture->span.value_or(partAroundCursor()));
        return;
    case Qt::Key_Minus:
        Q_EMIT zoomOutRequested();
        return;
    case Qt::Key_Escape:
        if (giveUp()) {
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
}

} // namespace ui
