// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/hosts/host_model.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int groupHeight = 32;
constexpr int hostHeight = 50;
constexpr int textLeft = 44;
constexpr int edgeWidth = 4;

void paintGroup(QPainter& painter, const QRect& box, const QString& name, const Tokens& tokens)
{
    painter.setFont(fontOf(TextRole::Label));
    painter.setPen(tokens.secondaryText);
    painter.drawText(box.adjusted(16, 8, -8, 0), Qt::AlignVCenter | Qt::TextSingleLine, name);
}

/// At the right of the second line; gives back the width it took.
int paintState(QPainter& painter, const QRect& line, const QModelIndex& index, const Tokens& tokens)
{
    const auto level = static_cast<Level>(index.data(HostModel::StateLevelRole).toInt());
    const QColor ink = level == Level::Info ? tokens.secondaryText : inkOf(level).of(tokens);
    const QString words = index.data(HostModel::StateRole).toString();
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(ink);
    const int width = painter.fontMetrics().horizontalAdvance(words);
    const QRect text(line.right() - 12 - width, line.top(), width + 2, line.height());
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, words);
    paintIcon(painter, index.data(HostModel::StateIconRole).toString(), ink,
              QRectF(text.left() - 20, line.center().y() - 6.5, 14, 14));
    return width + 40;
}

} // namespace

QSize HostDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {200, index.data(HostModel::IsGroupRole).toBool() ? groupHeight : hostHeight};
}

void HostDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*option.widget);
    const QRect& box = option.rect;
    painter->save();
    if (index.data(HostModel::IsGroupRole).toBool()) {
        paintGroup(*painter, box, index.data().toString(), tokens);
        painter->restore();
        return;
    }
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(box, option.state & QStyle::State_Selected ? tokens.selection : tokens.hover);
    painter->fillRect(QRect(box.left() + textLeft, box.bottom(), box.width(), 1), tokens.grid);
    const QVariant role = index.data(HostModel::RoleRole);
    painter->fillRect(QRect(box.left() + 2, box.top() + 4, edgeWidth, box.height() - 9),
                      role.isValid() ? inkOf(static_cast<qtio::HostRole>(role.toInt())).of(tokens)
                                     : tokens.controlBorder);
    paintIcon(*painter, QStringLiteral("host"), tokens.secondaryText,
              QRectF(box.left() + 16, box.center().y() - 9, 18, 18));
    const QRect first(box.left() + textLeft, box.top() + 5, box.width() - textLeft - 12, 20);
    const QRect second(box.left() + textLeft, box.top() + 25, box.width() - textLeft, 20);
    painter->setFont(fontOf(TextRole::Strong));
    painter->setPen(tokens.text);
    painter->drawText(
        first, Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, first.width()));
    const int taken = paintState(*painter, second, index, tokens);
    painter->setFont(fontOf(TextRole::Secondary));
    painter->setPen(tokens.secondaryText);
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(HostModel::DetailRole).toString(),
                                                        Qt::ElideMiddle, second.width() - taken));
    painter->restore();
}

} // namespace ui
