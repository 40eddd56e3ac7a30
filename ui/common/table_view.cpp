// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_view.h"

#include "core/qtio/tables/csv.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostCopied = 100'000; ///< rows

} // namespace

TableView::TableView(RowHeight height, QWidget* parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(static_cast<int>(height));
    verticalHeader()->setMinimumSectionSize(static_cast<int>(height));
    horizontalHeader()->setFixedHeight(29);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    setHorizontalScrollMode(ScrollPerPixel);
}

QList<int> TableView::selectedRows() const
{
    QList<int> rows;
    if (selectionModel() == nullptr)
        return rows;
    // By range: a table may have millions of rows selected, and the clipboard is not for those.
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < mostCopied; ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QStringList TableView::cells(int row) const
{
    QStringList texts;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        QString text = model()->index(row, column, rootIndex()).data().toString();
        text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        texts.append(text);
    }
    return texts;
}

QString TableView::selectionAsTsv() const
{
    QStringList lines;
    for (const int row : selectedRows())
        lines.append(cells(row).join(QLatin1Char('\t')));
    return lines.join(QLatin1Char('\n'));
}

QStringList TableView::heads() const
{
    QStringList texts;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            texts.append(model()->headerData(column, Qt::Horizontal).toString());
    }
    return texts;
}

QString TableView::selectionAsCsv() const
{
    const auto line = [](const QStringList& texts) {
        QByteArrayList fields;
        for (const QString& text : texts)
            fields.append(qtio::csvCell(text.toStdString()));
        return QString::fromUtf8(fields.join(','));
    };
    QStringList lines{line(heads())};
    for (const int row : selectedRows())
        lines.append(line(cells(row)));
    return lines.join(QLatin1Char('\n'));
}

QString TableView::selectionAsMarkdown() const
{
    const QStringList rules(heads().size(), QStringLiteral("---"));
    const auto line = [](QStringList texts) {
        for (QString& text : texts)
            text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
        return QStringLiteral("| %1 |").arg(texts.join(QStringLiteral(" | ")));
    };
    QStringList lines{line(heads()), line(rules)};
    for (const int row : selectedRows())
        lines.append(line(cells(row)));
    return lines.join(QLatin1Char('\n'));
}

void TableView::addContextAction(QAction* action)
{
    m_actions.append(action);
}

void TableView::copy(const QString& text)
{
    if (text.isEmpty())
        return;
    QApplication::clipboard()->setText(text);
    Q_EMIT copied();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy(selectionAsTsv());
    else
        QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos()).isValid() ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    if (!m_actions.isEmpty())
        menu->addSeparator();
    const QIcon icon = themedIcon(QStringLiteral("copy"), &Tokens::secondaryText);
    const QString value = index.data().toString();
    menu->addAction(icon, tr("Copy value"), this, [this, value] { copy(value); });
    menu->addAction(tr("Copy rows"), this, [this] { copy(selectionAsTsv()); });
    menu->addAction(tr("Copy as Markdown"), this, [this] { copy(selectionAsMarkdown()); });
    menu->addAction(tr("Copy as CSV"), this, [this] { copy(selectionAsCsv()); });
    menu->popup(event->globalPos());
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (index.data(MonoRole).toBool())
        cell.font = monoFont(12);
    const Tokens& tokens = tokensFor(*option.widget);
    const QString text = cell.text;
    const QIcon icon = cell.icon;
    cell.text.clear();
    cell.icon = {};
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    if (index.column() == 0 && (cell.state & QStyle::State_Selected))
        painter->fillRect(QRect(cell.rect.left(), cell.rect.top(), 3, cell.rect.height()), tokens.accent);

    QRect box = cell.rect.adjusted(index.column() == 0 ? 12 : 8, 0, -8, 0);
    if (!icon.isNull()) {
        icon.paint(painter, QRect(box.left(), box.top() + (box.height() - 16) / 2, 16, 16));
        box.setLeft(box.left() + 22);
    }
    const QVariant own = index.data(Qt::ForegroundRole);
    const bool secondary = index.data(SecondaryRole).toBool();
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(own.canConvert<QColor>() && own.isValid()
                        ? own.value<QColor>()
                        : (secondary ? tokens.secondaryText : tokens.text));
    const QVariant mode = index.data(ElideRole);
    const auto elide = mode.isValid() ? static_cast<Qt::TextElideMode>(mode.toInt()) : Qt::ElideRight;
    painter->drawText(box, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine,
                      QFontMetrics(cell.font).elidedText(text, elide, box.width()));
    painter->restore();
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() == QEvent::ToolTip && index.isValid() && !index.data(Qt::ToolTipRole).isValid()) {
        const QString text = displayText(index.data(), option.locale);
        const QFont font = index.data(MonoRole).toBool() ? monoFont(12) : option.font;
        if (QFontMetrics(font).horizontalAdvance(text) > option.rect.width() - 16) {
            QToolTip::showText(event->globalPos(), text, view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace ui
