// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a trace: guide lines, fold arrows, whole-row selection, Ctrl+C for the row, a menu with the dig
// command of each question.
#pragma once

#include "ui/simulator/trace_filter.h"
#include "ui/simulator/trace_model.h"

#include <QTreeView>

namespace ui {

class TraceView final : public QTreeView
{
    Q_OBJECT

public:
    /// The model must outlive the view.
    explicit TraceView(TraceModel& model, QWidget* parent = nullptr);

    void setFilterText(const QString& text);
    /// Selects the deciding term and opens what leads to it; what did not decide stays folded.
    void showDeciding();
    /// Shows the trace up to TraceModel::step() and selects the row it stands at.
    void showStep();
    /// Faded while a newer trace is on its way; still usable.
    void setDimmed(bool isDimmed);

    [[nodiscard]] QString currentRowText() const;
    [[nodiscard]] QStringList digCommands() const;

Q_SIGNALS:
    void currentRowChanged();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QModelIndex currentSource() const;
    [[nodiscard]] int depthOf(const QModelIndex& index) const;
    void select(const QModelIndex& sourceIndex);
    void addDigActions(QMenu& menu);

    TraceModel& m_model;
    TraceFilter m_filter;
    bool m_isDimmed = false;
};

} // namespace ui
