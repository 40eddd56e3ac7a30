// SPDX-License-Identifier: GPL-3.0-or-later
// The list of problems: a row goes to its field and line, its link applies the fix, F8 goes to the next.
#pragma once

#include "ui/config/problem_model.h"

#include <QWidget>

class QStackedLayout;

namespace ui {

class EmptyState;
class TableView;

class ProblemsView final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsView(ConfigDocument& document, QWidget* parent = nullptr);
    /// Chooses the next one, from the top again after the last.
    void goToNext();

    [[nodiscard]] ProblemModel& model() { return *m_model; }

    [[nodiscard]] int rowHeight() const;

Q_SIGNALS:
    void goTo(const config::Finding& finding);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fix(int row);
    void refresh();
    void retranslate();

    ConfigDocument& m_document;
    ProblemModel* m_model;
    TableView* m_table;
    EmptyState* m_empty;
    QAction* m_fix;
    QStackedLayout* m_stack;
};

} // namespace ui
