// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_delegate.h"

#include "ui/common/icons.h"
#include "ui/simulator/batch_model.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int sentenceColumn = static_cast<int>(BatchColumn::Sender);

} // namespace

BatchDelegate::BatchDelegate(QTableView* table)
    : CellDelegate(table), m_table(table), m_badges(new BadgeDelegate(this))
{
}

void BatchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto column = static_cast<BatchColumn>(index.column());
    if (index.column() >= sentenceColumn) {
        if (const QVariant error = index.data(BatchModel::ErrorRole); error.isValid()) {
            paintError(*painter, option, index, error.toString());
            return;
        }
    }
    if ((column == BatchColumn::Result || column == BatchColumn::Action) &&
        index.data(BadgeDelegate::SpecRole).isValid()) {
        m_badges->paint(painter, option, index);
    } else {
        CellDelegate::paint(painter, option, index);
    }
}

/// Every cell paints its own part of the one line.
void BatchDelegate::paintError(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index, const QString& sentence) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QWidget* widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, &painter, widget);
    const Tokens& tokens = tokensFor(*widget);
    const int left = m_table->columnViewportPosition(sentenceColumn) + 8;
    const QRect line(left, option.rect.top(), m_table->viewport()->width() - left - 8, option.rect.height());
    painter.save();
    painter.setClipRect(option.rect);
    paintIcon(painter, QStringLiteral("error"), tokens.error,
              QRectF(line.left(), line.top() + (line.height() - 14) / 2.0, 14, 14));
    painter.setPen(tokens.error);
    painter.setFont(option.font);
    const QRect words = line.adjusted(20, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(option.font).elidedText(sentence, Qt::ElideRight, words.width()));
    painter.restore();
}

} // namespace ui
