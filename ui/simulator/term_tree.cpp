// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/term_tree.h"

#include "ui/common/icons.h"
#include "ui/simulator/trace_delegate.h"
#include "ui/simulator/trace_model.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int indent = 22;
constexpr int arrowCentre = 23; ///< from the left edge at depth 0
constexpr int accentBar = 3;

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

TermTree::TermTree(QWidget* parent) : QTreeView(parent)
{
    setItemDelegate(new TraceDelegate(this));
    setIndentation(indent);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMinimumHeight(header()->sizeHint().height() + 2 * TraceDelegate::rowHeight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void TermTree::showModel(QAbstractItemModel& model)
{
    setModel(&model);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(TraceModel::TermColumn, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    header()->setSectionsClickable(false);
    header()->setHighlightSections(false);
}

void TermTree::setDimmed(bool isDimmed)
{
    m_isDimmed = isDimmed;
    viewport()->update();
}

QString TermTree::currentRowText() const
{
    if (!currentIndex().isValid()) {
        return {};
    }
    const auto row = currentIndex().data(TraceModel::RowRole).value<TraceRow>();
    return QStringList{row.term, row.macro, row.sentence, row.evidence, row.counter, row.time}.join(
        QLatin1Char('\t'));
}

int TermTree::depthOf(const QModelIndex& index) const
{
    int depth = 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        ++depth;
    }
    return depth;
}

void TermTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*this);
    const QRect row = option.rect;
    const bool isCurrent = selectionModel()->isRowSelected(index.row(), index.parent());
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(row, isCurrent ? tokens.selection : isHovered ? tokens.hover : tokens.surface);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.grid);
    drawBranches(painter, row, index);
    for (int column = 0; column < model()->columnCount(); ++column) {
        QStyleOptionViewItem cell = option;
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
        if (column == TraceModel::TermColumn) {
            cell.rect.setLeft(cell.rect.left() + (depthOf(index) + 1) * indent);
        }
        itemDelegate()->paint(painter, cell, index.siblingAtColumn(column));
    }
    if (m_isDimmed) {
        painter->fillRect(row, withAlpha(tokens.surface, 0.5));
    }
    if (isCurrent) {
        painter->fillRect(QRect(row.left(), row.top(), accentBar, row.height()), tokens.accent);
        if (hasFocus()) {
            painter->setPen(QPen(tokens.focus, 1));
            painter->drawRect(row.adjusted(0, 0, -1, -1));
        }
    }
}

void TermTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*this);
    const int depth = depthOf(index);
    const int left = columnViewportPosition(TraceModel::TermColumn);
    for (int i = 0; i < depth; ++i) {
        painter->fillRect(QRect(left + i * indent + arrowCentre, rect.top(), 1, rect.height()),
                          tokens.border);
    }
    if (model()->hasChildren(index)) {
        const QString arrow =
            isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        paintIcon(
            *painter, arrow, tokens.secondaryText,
            QRectF(left + depth * indent + arrowCentre - 7, rect.top() + (rect.height() - 14) / 2.0, 14, 14));
    }
}

void TermTree::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos()).siblingAtColumn(TraceModel::TermColumn);
    if (index.isValid() && event->button() == Qt::LeftButton && model()->hasChildren(index)) {
        const int centre =
            columnViewportPosition(TraceModel::TermColumn) + depthOf(index) * indent + arrowCentre;
        if (qAbs(event->pos().x() - centre) <= indent / 2) {
            setExpanded(index, !isExpanded(index));
            return;
        }
    }
    QTreeView::mousePressEvent(event);
}

void TermTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(currentRowText());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace ui
