// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/link_delegate.h"

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowsMeasured = 200;
constexpr int widestLink = 300;

QFont linkFont()
{
    QFont font = fontOf(TextRole::Secondary);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void LinkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    if (!index.data(LinkRole).toBool()) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const QRect box = option.rect.adjusted(8, 0, -14, 0);
    painter->save();
    painter->setFont(linkFont());
    painter->setPen(tokensFor(*option.widget).accent);
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
    painter->restore();
}

int LinkDelegate::linkWidth(const QAbstractItemModel& model, int column)
{
    const QFontMetrics metrics(linkFont());
    int width = 40;
    for (int row = 0; row < std::min(model.rowCount(), rowsMeasured); ++row)
        width = std::max(width, metrics.horizontalAdvance(model.index(row, column).data().toString()) + 26);
    return std::min(width, widestLink);
}

} // namespace ui
