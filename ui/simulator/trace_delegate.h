// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the two lines of a trace row: icon, term and sentence above, DNS evidence below; the count as a
// badge.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class TraceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 40;
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui
