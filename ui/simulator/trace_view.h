// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a trace: filter, step-by-step play, a menu with the dig command of each question.
#pragma once

#include "ui/simulator/term_tree.h"
#include "ui/simulator/trace_filter.h"
#include "ui/simulator/trace_model.h"

namespace ui {

class TraceView final : public TermTree
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
    [[nodiscard]] QStringList digCommands() const;

Q_SIGNALS:
    void currentRowChanged();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QModelIndex currentSource() const;
    void select(const QModelIndex& sourceIndex);
    void addDigActions(QMenu& menu);

    TraceModel& m_model;
    TraceFilter m_filter;
};

} // namespace ui
