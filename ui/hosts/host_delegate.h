// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the host list: group names, and hosts with the edge of their role and their state.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class HostDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui
