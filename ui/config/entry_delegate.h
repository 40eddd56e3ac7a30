// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a list: one line, or two when something is wrong with the entry; the second holds the problem and
// the link that fixes it and runs across all columns.
#pragma once

#include "ui/common/table_view.h"

namespace ui {

class EntryDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    static constexpr int plainHeight = 34;
    static constexpr int problemHeight = 58;

    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    void fixRequested(int row);

private:
    void paintProblem(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] QRect linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace ui
