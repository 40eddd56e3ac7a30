// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of SPF terms: guide lines, fold arrows, whole-row selection, Ctrl+C for the row. Its model gives a
// TraceRow for each row.
#pragma once

#include <QTreeView>

namespace ui {

class TermTree : public QTreeView
{
    Q_OBJECT

public:
    explicit TermTree(QWidget* parent = nullptr);

    /// The first column takes the spare room.
    void showModel(QAbstractItemModel& model);
    /// Faded while something newer is on its way; still usable.
    void setDimmed(bool isDimmed);

    [[nodiscard]] QString currentRowText() const;

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int depthOf(const QModelIndex& index) const;

    bool m_isDimmed = false;
};

} // namespace ui
