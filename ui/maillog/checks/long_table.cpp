// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/long_table.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace ui {

namespace {

/// Places outside the window need not be exact, only outside.
constexpr qint64 farAway = 1 << 24;

} // namespace

LongTable::LongTable(RowHeight height, QWidget* parent)
    : TableView(height, parent), m_rowHeight(static_cast<int>(height)), m_noRows(new QStandardItemModel(this))
{
    setVerticalScrollMode(ScrollPerItem);
}

void LongTable::setModel(QAbstractItemModel* model)
{
    TableView::setModel(model);
    verticalHeader()->setModel(m_noRows);
    // The header would ask for every row of a column whether it is selected.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
}

/// The vertical header, which would notice it, knows no row.
void LongTable::reset()
{
    TableView::reset();
    updateGeometries();
}

int LongTable::rowTotal() const
{
    return model() == nullptr ? 0 : model()->rowCount();
}

int LongTable::firstRow() const
{
    return verticalScrollBar()->value();
}

int LongTable::rowsOnPage() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void LongTable::setFirstRow(int row)
{
    verticalScrollBar()->setValue(row);
}

void LongTable::chooseRow(int row)
{
    const int column =
        currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
    const QModelIndex index = model()->index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

QRect LongTable::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || isColumnHidden(index.column())) {
        return {};
    }
    const qint64 top = (qint64{index.row()} - firstRow()) * m_rowHeight;
    return {columnViewportPosition(index.column()), static_cast<int>(std::clamp(top, -farAway, farAway)),
            columnWidth(index.column()), m_rowHeight};
}

QModelIndex LongTable::indexAt(const QPoint& point) const
{
    const int row = firstRow() + point.y() / m_rowHeight;
    const int column = columnAt(point.x());
    if (point.y() < 0 || row >= rowTotal() || column < 0) {
        return {};
    }
    return model()->index(row, column);
}

void LongTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid()) {
        return;
    }
    const int row = index.row();
    const int page = rowsOnPage();
    if (hint == PositionAtTop || (hint == EnsureVisible && row < firstRow())) {
        setFirstRow(row);
    } else if (hint == PositionAtBottom || (hint == EnsureVisible && row >= firstRow() + page)) {
        setFirstRow(row - page + 1);
    } else if (hint == PositionAtCenter) {
        setFirstRow(row - page / 2);
    }
    const int left = columnViewportPosition(index.column());
    const int over = left + columnWidth(index.column()) - viewport()->width();
    if (left < 0 || over > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                        (left < 0 ? left : std::min(over, left)));
    }
}

void LongTable::keyboardSearch(const QString&) {}

void LongTable::paintEvent(QPaintEvent* event)
{
    QStyleOptionViewItem base;
    initViewItemOption(&base);
    QPainter painter(viewport());
    const QRect area = event->rect();
    const int end = std::min(rowTotal(), firstRow() + area.bottom() / m_rowHeight + 1);
    for (int row = firstRow() + area.top() / m_rowHeight; row < end; ++row) {
        paintRow(painter, base, row, area);
    }
}

void LongTable::paintRow(QPainter& painter, const QStyleOptionViewItem& base, int row,
                         const QRect& area) const
{
    const QPoint mouse =
        viewport()->underMouse() ? viewport()->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const QModelIndex index = model()->index(row, column);
        QStyleOptionViewItem cell = base;
        cell.rect = visualRect(index);
        if (!cell.rect.intersects(area)) {
            continue;
        }
        cell.features.setFlag(QStyleOptionViewItem::Alternate, alternatingRowColors() && row % 2 == 1);
        cell.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        cell.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        cell.state.setFlag(QStyle::State_MouseOver, cell.rect.contains(mouse));
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, cell, index);
    }
}

/// The next column shown, as the header orders them.
int LongTable::columnBeside(int column, int step) const
{
    const QHeaderView& header = *horizontalHeader();
    for (int visual = header.visualIndex(column) + step; visual >= 0 && visual < header.count();
         visual += step) {
        if (!header.isSectionHidden(header.logicalIndex(visual))) {
            return header.logicalIndex(visual);
        }
    }
    return column;
}

QModelIndex LongTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = rowTotal() - 1;
    if (last < 0) {
        return {};
    }
    const QModelIndex from = currentIndex();
    int row = from.isValid() ? from.row() : firstRow();
    int column = from.isValid() ? from.column() : columnBeside(horizontalHeader()->logicalIndex(0), 0);
    const auto move = [&row, last](int rows) {
        row = static_cast<int>(std::clamp<qint64>(qint64{row} + rows, 0, last));
    };
    const bool isControl = modifiers.testFlag(Qt::ControlModifier);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        move(-1);
        break;
    case MoveDown:
    case MoveNext:
        move(1);
        break;
    case MovePageUp:
        move(-rowsOnPage());
        break;
    case MovePageDown:
        move(rowsOnPage());
        break;
    case MoveHome:
        row = isControl ? 0 : row;
        column = horizontalHeader()->logicalIndex(0);
        break;
    case MoveEnd:
        row = isControl ? last : row;
        column = horizontalHeader()->logicalIndex(horizontalHeader()->count() - 1);
        break;
    case MoveLeft:
        column = columnBeside(column, -1);
        break;
    case MoveRight:
        column = columnBeside(column, 1);
        break;
    }
    if (isColumnHidden(column)) {
        column = columnBeside(column, action == MoveEnd ? -1 : 1);
    }
    return model()->index(row, column);
}

void LongTable::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const auto rowAtPlace = [this](int y) {
        return firstRow() + (y < 0 ? y - m_rowHeight + 1 : y) / m_rowHeight;
    };
    const int first = std::max(0, rowAtPlace(area.top()));
    const int last = std::min(rowTotal() - 1, rowAtPlace(area.bottom()));
    if (first > last) {
        selectionModel()->select(QItemSelection(), command);
        return;
    }
    const int columns = horizontalHeader()->count();
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, columns - 1)),
                             command);
}

QRegion LongTable::visualRegionForSelection(const QItemSelection& selection) const
{
    return selection.isEmpty() ? QRegion() : QRegion(viewport()->rect());
}

int LongTable::verticalOffset() const
{
    return static_cast<int>(qint64{firstRow()} * m_rowHeight);
}

void LongTable::updateGeometries()
{
    const int first = firstRow();
    {
        // The base knows no rows and would jump to the begin.
        const QSignalBlocker quiet(verticalScrollBar());
        TableView::updateGeometries();
    }
    const int page = rowsOnPage();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, rowTotal() - page));
    verticalScrollBar()->setValue(first);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, horizontalHeader()->length() - viewport()->width()));
}

/// Whoever looks at the end still does when the table gets lower: following goes by that.
void LongTable::resizeEvent(QResizeEvent* event)
{
    const bool isAtEnd = firstRow() > 0 && firstRow() == verticalScrollBar()->maximum();
    TableView::resizeEvent(event);
    if (isAtEnd) {
        setFirstRow(verticalScrollBar()->maximum());
    }
}

void LongTable::scrollContentsBy(int, int)
{
    horizontalHeader()->setOffset(horizontalScrollBar()->value());
    viewport()->update();
}

/// Not QTableView's: with a screen reader on, it would write down every cell of what was selected.
void LongTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
}

void LongTable::rowsInserted(const QModelIndex& parent, int start, int end)
{
    TableView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

} // namespace ui
