// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the table of many mails: badges, texts, and the sentence of a row that is no mail, which runs on
// across the columns that such a row leaves empty.
#pragma once

#include "ui/common/badge.h"
#include "ui/common/table_view.h"

namespace ui {

class BatchDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    explicit BatchDelegate(QTableView* table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintError(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                    const QString& sentence) const;

    QTableView* m_table;
    BadgeDelegate* m_badges;
};

} // namespace ui
