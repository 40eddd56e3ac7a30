// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/badge_list_delegate.h"

#include "ui/common/fonts.h"
#include "ui/config/section_model.h"

#include <QPainter>

namespace ui {

void BadgeListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Tokens& tokens = tokensFor(*option.widget);
    const auto badges = index.data(SectionModel::BadgesRole).value<QList<BadgeSpec>>();
    if (badges.isEmpty()) {
        CellDelegate::paint(painter, option, index);
        if (index.column() == 0 && index.data(SectionModel::ModifiedRole).toBool())
            painter->fillRect(
                QRect(option.rect.left() + 2, option.rect.top() + 4, 3, option.rect.height() - 8),
                tokens.modified);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    QRect room = option.rect.adjusted(8, 0, -8, 0);
    for (qsizetype i = 0; i < badges.size(); ++i) {
        const int width = badgeSize(badges[i]).width();
        const bool isLast = i + 1 == badges.size();
        if (width > room.width() - (isLast ? 0 : 30)) {
            painter->setFont(fontOf(TextRole::Label));
            painter->setPen(tokens.secondaryText);
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                              QStringLiteral("+%1").arg(badges.size() - i));
            return;
        }
        room.setLeft(paintBadge(*painter, room, badges[i], tokens).right() + 8);
    }
}

} // namespace ui
