// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_view.h"

#include "ui/common/fonts.h"

#include <QEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr quint64 mostBarSteps = 1'000'000'000; ///< a scroll bar counts in int
constexpr int wheelRows = 3;
constexpr int shownCache = 400; ///< lines

/// Rows a step of the scroll bar stands for.
quint64 rowsAStep(quint64 rows)
{
    return rows / mostBarSteps + 1;
}

} // namespace

RawView::RawView(QWidget* parent) : QAbstractScrollArea(parent), m_shown(shownCache)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    measure();
    retranslate();
}

void RawView::setLines(std::shared_ptr<RawLines> lines, bool isSame)
{
    const bool wasAtEnd = isSame && isAtEnd() && rowCount() > 0;
    if (m_lines) {
        m_lines->disconnect(this);
    }
    m_lines = std::move(lines);
    m_shown.clear();
    if (m_lines) {
        connect(m_lines.get(), &RawLines::changed, this, [this] {
            updateBars();
            describe();
            viewport()->update();
        });
    }
    if (!isSame) {
        m_top = 0;
        m_topStrip = 0;
        m_cursor = m_anchor = {};
        m_widest = 0;
    }
    const quint64 last = rowCount() == 0 ? 0 : rowCount() - 1;
    m_cursor.row = std::min(m_cursor.row, last); // cut by copytruncate
    m_anchor.row = std::min(m_anchor.row, last);
    m_top = wasAtEnd ? lastTop() : std::min(m_top, last);
    updateBars();
    viewport()->update();
}

void RawView::setRows(RawHits hits)
{
    // What was found before the place the search began at moves the rows.
    const quint64 top = rowCount() > 0 ? lineOf(m_top) : 0;
    const quint64 line = rowCount() > 0 ? currentLine() : 0;
    m_rows = std::move(hits);
    m_top = std::min(rowOf(top), lastTop());
    m_cursor.row = m_anchor.row = rowOf(line);
    updateBars();
    viewport()->update();
}

void RawView::setTicks(RawHits hits)
{
    m_ticks = std::move(hits);
    viewport()->update();
}

void RawView::setPattern(std::optional<maillog::Regex> pattern)
{
    m_pattern = std::move(pattern);
    m_shown.clear();
    viewport()->update();
}

void RawView::setMarks(std::set<quint64> lines)
{
    m_marks = std::move(lines);
    viewport()->update();
}

void RawView::setWrapped(bool isWrapped)
{
    m_isWrapped = isWrapped;
    m_topStrip = 0;
    updateBars();
    keepVisible();
    viewport()->update();
}

quint64 RawView::rowCount() const
{
    return m_rows ? m_rows->size() : m_lines ? m_lines->count() : 0;
}

quint64 RawView::lineOf(quint64 row) const
{
    if (!m_rows) {
        return row;
    }
    return row < m_rows->size() ? (*m_rows)[row] : 0;
}

quint64 RawView::rowOf(quint64 line) const
{
    const quint64 row = m_rows ? m_rows->indexAt(line) : line;
    return std::min(row, rowCount() == 0 ? 0 : rowCount() - 1);
}

bool RawView::isAtEnd() const
{
    return m_top >= lastTop();
}

void RawView::showLine(quint64 line)
{
    const RawPlace place{rowOf(line), 0};
    const auto visible = static_cast<quint64>(visibleRows());
    if (place.row < m_top || place.row >= m_top + visible) {
        scrollTo(place.row > visible / 3 ? place.row - visible / 3 : 0);
    }
    horizontalScrollBar()->setValue(0);
    moveTo(place, false);
}

void RawView::selectAll()
{
    m_anchor = {};
    m_cursor = {rowCount() == 0 ? 0 : rowCount() - 1, endOfLine};
    viewport()->update();
}

std::pair<RawPlace, RawPlace> RawView::selection() const
{
    return std::minmax(m_anchor, m_cursor);
}

QString RawView::selectedWords() const
{
    const auto [begin, end] = selection();
    const auto shown = begin.row == end.row && begin != end ? shownOf(begin.row) : nullptr;
    return shown ? shown->text.text().mid(begin.index, end.index - begin.index) : QString();
}

QStringList RawView::visibleTexts() const
{
    QStringList texts;
    for (const Strip& strip : strips()) {
        if (strip.isFirst) {
            texts.append(strip.shown ? strip.shown->text.text() : QString());
        }
    }
    return texts;
}

std::shared_ptr<const RawView::Shown> RawView::shownOf(quint64 row) const
{
    const quint64 line = lineOf(row);
    if (const auto* known = m_shown.object(line)) {
        return *known;
    }
    const auto raw = m_lines ? m_lines->line(line) : std::nullopt;
    if (!raw) {
        return nullptr;
    }
    auto shown = std::make_shared<Shown>();
    shown->text = RawText(*raw);
    shown->inks = shown->text.inks();
    shown->check = shown->text.checkInk();
    if (m_pattern) {
        shown->hits = shown->text.matches(*m_pattern, &Tokens::warning);
    }
    m_widest = std::max(m_widest, shown->text.cells());
    m_shown.insert(line, new std::shared_ptr<const Shown>(shown));
    return shown;
}

int RawView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

int RawView::columns() const
{
    return std::max(1, static_cast<int>((tickLeft() - marginWidth()) / m_cell));
}

int RawView::stripsOf(quint64 row) const
{
    const auto shown = m_isWrapped ? shownOf(row) : nullptr;
    return shown ? std::max(1, (shown->text.cells() + columns() - 1) / columns()) : 1;
}

quint64 RawView::lastTop() const
{
    int room = visibleRows();
    quint64 row = rowCount();
    if (!m_isWrapped) {
        return row > static_cast<quint64>(room) ? row - static_cast<quint64>(room) : 0;
    }
    while (row > 0 && room >= stripsOf(row - 1)) {
        room -= stripsOf(--row);
    }
    return row == rowCount() && row > 0 ? row - 1 : row;
}

std::vector<RawView::Strip> RawView::strips() const
{
    std::vector<Strip> strips;
    const int room = viewport()->height() / m_lineHeight + 1;
    int skipped = m_topStrip;
    for (quint64 row = m_top; row < rowCount() && static_cast<int>(strips.size()) < room; ++row) {
        const auto shown = shownOf(row);
        const int count = stripsOf(row);
        for (int i = std::min(skipped, count - 1); i < count && static_cast<int>(strips.size()) < room; ++i) {
            const int first = m_isWrapped ? i * columns() : horizontalScrollBar()->value();
            strips.push_back({shown, row, first, i == 0});
        }
        skipped = 0;
    }
    return strips;
}

RawPlace RawView::placeAt(const QPoint& point) const
{
    const auto shown = strips();
    if (shown.empty()) {
        return {};
    }
    const int number = std::clamp(point.y() / m_lineHeight, 0, static_cast<int>(shown.size()) - 1);
    const Strip& strip = shown[static_cast<std::size_t>(number)];
    const int cell =
        strip.firstCell + std::max(0, static_cast<int>((point.x() - marginWidth()) / m_cell + 0.5));
    return {strip.row, strip.shown ? strip.shown->text.indexOf(cell) : 0};
}

void RawView::updateBars()
{
    m_isSettingBars = true;
    const quint64 rows = rowCount();
    const quint64 step = rowsAStep(rows);
    const quint64 top = std::max(lastTop(), m_top);
    verticalScrollBar()->setRange(0, static_cast<int>((top + step - 1) / step));
    verticalScrollBar()->setPageStep(
        std::max(1, static_cast<int>(static_cast<quint64>(visibleRows()) / step)));
    verticalScrollBar()->setValue(static_cast<int>(m_top / step));
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : std::max(0, m_widest + 1 - columns()));
    horizontalScrollBar()->setPageStep(columns());
    horizontalScrollBar()->setSingleStep(4);
    m_isSettingBars = false;
}

void RawView::scrollTo(quint64 row, int strip)
{
    m_top = std::min(row, std::max(lastTop(), m_isWrapped ? row : 0));
    m_top = std::min(m_top, rowCount() == 0 ? 0 : rowCount() - 1);
    m_topStrip = strip;
    updateBars();
    viewport()->update();
}

/// By what is painted: a wrapped line may be higher than the window.
void RawView::scrollBy(int strips)
{
    if (!m_isWrapped) {
        const quint64 back = std::min(m_top, static_cast<quint64>(std::max(0, -strips)));
        scrollTo(strips < 0 ? m_top - back : m_top + static_cast<quint64>(strips));
        return;
    }
    quint64 row = m_top;
    int strip = m_topStrip + strips;
    while (strip < 0 && row > 0) {
        strip += stripsOf(--row);
    }
    while (strip >= stripsOf(row) && row + 1 < rowCount() && row < lastTop()) {
        strip -= stripsOf(row++);
    }
    scrollTo(row, std::clamp(strip, 0, stripsOf(row) - 1));
}

void RawView::scrollContentsBy(int, int dy)
{
    if (!m_isSettingBars && dy != 0) {
        const quint64 step = rowsAStep(rowCount());
        const bool isLast = verticalScrollBar()->value() == verticalScrollBar()->maximum();
        m_top = isLast ? lastTop()
                       : std::min(static_cast<quint64>(verticalScrollBar()->value()) * step, lastTop());
        m_topStrip = 0;
    }
    viewport()->update();
}

void RawView::moveTo(RawPlace place, bool extend)
{
    const quint64 before = m_cursor.row;
    m_cursor = place;
    if (!extend) {
        m_anchor = place;
    }
    keepVisible();
    viewport()->update();
    if (before != place.row || !extend) {
        describe();
        Q_EMIT currentChanged(lineOf(place.row));
    }
}

/// What a screen reader says.
void RawView::describe()
{
    const auto shown = rowCount() > 0 ? shownOf(m_cursor.row) : nullptr;
    setAccessibleDescription(shown ? shown->text.text() : QString());
}

void RawView::moveRows(qint64 rows, bool extend)
{
    const quint64 last = rowCount() == 0 ? 0 : rowCount() - 1;
    const auto step = static_cast<quint64>(std::abs(rows));
    const quint64 row =
        rows < 0 ? m_cursor.row - std::min(step, m_cursor.row) : std::min(last, m_cursor.row + step);
    moveTo({row, extend ? m_cursor.index : 0}, extend);
}

void RawView::keepVisible()
{
    const auto visible = static_cast<quint64>(visibleRows());
    if (m_cursor.row < m_top) {
        scrollTo(m_cursor.row);
    } else if (m_isWrapped) {
        // From the cursor upwards until the window is full.
        int room = visibleRows() - stripsOf(m_cursor.row);
        quint64 top = m_cursor.row;
        while (top > m_top && room >= stripsOf(top - 1)) {
            room -= stripsOf(--top);
        }
        if (top > m_top) {
            scrollTo(top);
        }
    } else if (m_cursor.row >= m_top + visible) {
        scrollTo(m_cursor.row - visible + 1);
    }
    const auto shown = m_isWrapped || rowCount() == 0 ? nullptr : shownOf(m_cursor.row);
    if (!shown) {
        return;
    }
    updateBars();
    const int cell = shown->text.cellOf(m_cursor.index);
    QScrollBar* bar = horizontalScrollBar();
    if (cell < bar->value()) {
        bar->setValue(cell);
    } else if (cell > bar->value() + columns()) {
        bar->setValue(cell - columns() + 1);
    }
}

void RawView::retranslate()
{
    setAccessibleName(tr("Lines of the log"));
}

void RawView::resizeEvent(QResizeEvent*)
{
    updateBars();
}

void RawView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
    } else if (event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

void RawView::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() == 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr int notch = 120;
    scrollBy(-event->angleDelta().y() * wheelRows / notch);
    event->accept();
}

} // namespace ui
