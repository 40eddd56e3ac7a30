// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/trace_view.h"

#include "ui/common/icons.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/trace_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QTimer>

namespace ui {

namespace {

constexpr int indent = 22;
constexpr int arrowCentre = 23; ///< from the left edge at depth 0
constexpr int accentBar = 3;

void copyText(const QString& text)
{
    QApplication::clipboard()->setText(text);
}

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

TraceView::TraceView(TraceModel& model, QWidget* parent) : QTreeView(parent), m_model(model), m_filter(model)
{
    setModel(&m_filter);
    setItemDelegate(new TraceDelegate(this));
    setIndentation(indent);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMinimumHeight(header()->sizeHint().height() + 2 * TraceDelegate::rowHeight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(TraceModel::TermColumn, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    header()->resizeSection(TraceModel::CountColumn, 108);
    header()->resizeSection(TraceModel::TimeColumn, 72);
    header()->setSectionsClickable(false);
    header()->setHighlightSections(false);
}

void TraceView::setFilterText(const QString& text)
{
    m_filter.setText(text);
    if (!text.isEmpty()) {
        expandAll();
    }
}

/// The row that decided stays in sight when the room changes.
void TraceView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    if (currentIndex().isValid()) {
        scrollTo(currentIndex());
    }
}

void TraceView::select(const QModelIndex& sourceIndex)
{
    const QModelIndex index = m_filter.mapFromSource(sourceIndex);
    if (!index.isValid()) {
        return;
    }
    setCurrentIndex(index);
    scrollTo(index);
    // What stands around the view may still take or give room for this result.
    QTimer::singleShot(0, this, [this] { scrollTo(currentIndex()); });
}

void TraceView::showDeciding()
{
    collapseAll();
    expandToDepth(0);
    QModelIndex way = m_filter.mapFromSource(m_model.decidingIndex());
    select(m_model.decidingIndex());
    for (QModelIndex above = way.parent(); above.isValid(); above = above.parent()) {
        expand(above);
    }
    // Down to the innermost term that matched or failed.
    while (way.isValid()) {
        expand(way);
        QModelIndex next;
        for (int i = 0; i < m_filter.rowCount(way); ++i) {
            const QModelIndex child = m_filter.index(i, 0, way);
            const spf::TraceNode* node = m_model.node(m_filter.mapToSource(child));
            if (node != nullptr &&
                (node->outcome == spf::Outcome::Match || node->outcome == spf::Outcome::Error)) {
                next = child;
            }
        }
        way = next;
    }
}

void TraceView::showStep()
{
    m_filter.refreshStep();
    expandAll();
    if (m_model.step()) {
        select(m_model.indexOfOrder(*m_model.step()));
    } else {
        showDeciding();
    }
}

void TraceView::setDimmed(bool isDimmed)
{
    m_isDimmed = isDimmed;
    viewport()->update();
}

QModelIndex TraceView::currentSource() const
{
    return m_filter.mapToSource(currentIndex());
}

QString TraceView::currentRowText() const
{
    const QModelIndex index = currentSource();
    if (!index.isValid()) {
        return {};
    }
    const auto row = index.data(TraceModel::RowRole).value<TraceRow>();
    return QStringList{row.term, row.macro, row.sentence, row.evidence, row.counter, row.time}.join(
        QLatin1Char('\t'));
}

QStringList TraceView::digCommands() const
{
    QStringList commands;
    for (const spf::Lookup* lookup : m_model.lookups(currentSource())) {
        commands.append(digCommand(*lookup));
    }
    return commands;
}

int TraceView::depthOf(const QModelIndex& index) const
{
    int depth = 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        ++depth;
    }
    return depth;
}

void TraceView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*this);
    const QRect row = option.rect;
    const bool isCurrent = selectionModel()->isRowSelected(index.row(), index.parent());
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(row, isCurrent ? tokens.selection : isHovered ? tokens.hover : tokens.surface);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.grid);
    drawBranches(painter, row, index);
    for (int column = 0; column < m_filter.columnCount(); ++column) {
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

void TraceView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*this);
    const int depth = depthOf(index);
    const int left = columnViewportPosition(TraceModel::TermColumn);
    for (int i = 0; i < depth; ++i) {
        painter->fillRect(QRect(left + i * indent + arrowCentre, rect.top(), 1, rect.height()),
                          tokens.border);
    }
    if (m_filter.hasChildren(index)) {
        const QString arrow =
            isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        paintIcon(
            *painter, arrow, tokens.secondaryText,
            QRectF(left + depth * indent + arrowCentre - 7, rect.top() + (rect.height() - 14) / 2.0, 14, 14));
    }
}

void TraceView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos()).siblingAtColumn(TraceModel::TermColumn);
    if (index.isValid() && event->button() == Qt::LeftButton && m_filter.hasChildren(index)) {
        const int centre =
            columnViewportPosition(TraceModel::TermColumn) + depthOf(index) * indent + arrowCentre;
        if (qAbs(event->pos().x() - centre) <= indent / 2) {
            setExpanded(index, !isExpanded(index));
            return;
        }
    }
    QTreeView::mousePressEvent(event);
}

void TraceView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyText(currentRowText());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TraceView::contextMenuEvent(QContextMenuEvent* event)
{
    const spf::TraceNode* node = m_model.node(currentSource());
    if (!currentIndex().isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QIcon copy = themedIcon(QStringLiteral("copy"));
    menu->addAction(copy, tr("Copy row"), this, [this] { copyText(currentRowText()); });
    if (node != nullptr) {
        menu->addAction(copy, node->kind == spf::NodeKind::Record ? tr("Copy record") : tr("Copy term"), this,
                        [text = words::shown(node->text)] { copyText(text); });
    }
    if (const spf::TraceNode* record = node != nullptr ? words::recordOf(*node) : nullptr) {
        menu->addAction(copy, tr("Copy the record of %1").arg(words::shown(record->domain)), this,
                        [text = words::shown(record->text)] { copyText(text); });
    }
    addDigActions(*menu);
    menu->popup(event->globalPos());
}

void TraceView::addDigActions(QMenu& menu)
{
    constexpr qsizetype most = 12;
    const QStringList commands = digCommands();
    if (commands.isEmpty()) {
        return;
    }
    menu.addSeparator();
    for (const QString& command : commands.mid(0, most)) {
        menu.addAction(themedIcon(QStringLiteral("terminal")), tr("Copy: %1").arg(command), this,
                       [command] { copyText(command); });
    }
    if (commands.size() > 1) {
        menu.addAction(themedIcon(QStringLiteral("terminal")), tr("Copy all dig commands"), this,
                       [commands] { copyText(commands.join(QLatin1Char('\n'))); });
    }
}

void TraceView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

} // namespace ui
