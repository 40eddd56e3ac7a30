// SPDX-License-Identifier: GPL-3.0-or-later
// Several badges in one cell, and the change bar of a row; what does not fit is counted ("+2").
#pragma once

#include "ui/common/table_view.h"

namespace ui {

class BadgeListDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace ui
