// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/entry_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/level.h"
#include "ui/config/list_model.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int textLeft = 40;
constexpr int linkGap = 14;

QFont problemFont(bool bold)
{
    QFont font = fontOf(TextRole::Secondary);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

/// Where the row begins, whatever column is being painted.
int rowLeft(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const int first = table == nullptr ? 0 : table->columnViewportPosition(0);
    const int own = table == nullptr ? 0 : table->columnViewportPosition(index.column());
    return option.rect.left() - own + first;
}

QRect firstLine(const QRect& cell, const QModelIndex& index)
{
    const bool two = !index.data(ListModel::ProblemRole).toString().isEmpty();
    return QRect(cell.left(), cell.top() + (two ? 2 : 0), cell.width(), EntryDelegate::plainHeight - 3);
}

} // namespace

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*option.widget);
    const auto level = static_cast<Level>(index.data(ListModel::LevelRole).toInt());
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, selected                ? tokens.selection
                                   : level == Level::Error ? tokens.errorTint
                                                           : tokens.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.grid);
    QRect box = firstLine(option.rect, index);
    if (index.column() == ListModel::EntryColumn) {
        if (selected)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                              tokens.accent);
        if (index.data(ListModel::ModifiedRole).toBool())
            painter->fillRect(QRect(option.rect.left() + 6, box.top() + 8, 3, box.height() - 14),
                              tokens.modified);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(box.left() + 16, box.center().y() - 7, 16, 16));
        box.setLeft(box.left() + textLeft);
    } else {
        box.adjust(8, 0, -16, 0);
    }
    const bool mono = index.data(MonoRole).toBool();
    painter->setFont(mono ? monoFont(13) : fontOf(TextRole::Body));
    painter->setPen(index.data(SecondaryRole).toBool() ? tokens.secondaryText : tokens.text);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->drawText(
        box, static_cast<int>(alignment) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, box.width()));
    paintProblem(*painter, option, index);
    painter->restore();
}

void EntryDelegate::paintProblem(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const QString problem = index.data(ListModel::ProblemRole).toString();
    if (problem.isEmpty())
        return;
    const Tokens& tokens = tokensFor(*option.widget);
    const auto level = static_cast<Level>(index.data(ListModel::LevelRole).toInt());
    const QRect line(rowLeft(option, index) + textLeft, option.rect.top() + plainHeight - 3, 4000, 22);
    painter.setFont(problemFont(false));
    painter.setPen(inkOf(level).of(tokens));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, problem);
    painter.setFont(problemFont(true));
    painter.setPen(tokens.accent);
    painter.drawText(linkRect(option, index), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     index.data(ListModel::FixRole).toString());
}

QRect EntryDelegate::linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString problem = index.data(ListModel::ProblemRole).toString();
    const QString link = index.data(ListModel::FixRole).toString();
    const int left = rowLeft(option, index) + textLeft +
                     QFontMetrics(problemFont(false)).horizontalAdvance(problem) + linkGap;
    return {left, option.rect.top() + plainHeight - 3,
            QFontMetrics(problemFont(true)).horizontalAdvance(link) + 2, 22};
}

bool EntryDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const bool hasLink = !index.data(ListModel::FixRole).toString().isEmpty();
        if (hasLink && linkRect(option, index).contains(mouse->position().toPoint())) {
            Q_EMIT fixRequested(index.row());
            return true;
        }
    }
    return CellDelegate::editorEvent(event, model, option, index);
}

QWidget* EntryDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                     const QModelIndex& index) const
{
    auto* edit = new QLineEdit(parent);
    const bool isNote = index.column() == ListModel::NoteColumn;
    if (!isNote)
        edit->setFont(monoFont(13));
    edit->setAccessibleName(isNote ? tr("Note") : tr("Entry"));
    return edit;
}

void EntryDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const
{
    const QRect line = firstLine(option.rect, index);
    const int left = index.column() == ListModel::NoteColumn ? 0 : textLeft - 8;
    editor->setGeometry(line.adjusted(left, 1, -2, 0));
}

} // namespace ui
