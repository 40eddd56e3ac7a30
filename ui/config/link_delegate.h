// SPDX-License-Identifier: GPL-3.0-or-later
// The last column of a table as a link that says its result.
#pragma once

#include "ui/common/table_view.h"

namespace ui {

class LinkDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    static constexpr int LinkRole = Qt::UserRole + 130;
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// The width that shows every link of a column, within reason.
    [[nodiscard]] static int linkWidth(const QAbstractItemModel& model, int column);
};

} // namespace ui
