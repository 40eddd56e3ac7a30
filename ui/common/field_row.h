// SPDX-License-Identifier: GPL-3.0-or-later
// One setting: change bar, label, control, unit or short help, default chip, reset arrow, problem line.
#pragma once

#include "ui/common/problem_row.h"

class QGridLayout;
class QToolButton;

namespace ui {

class Badge;

class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the control; the label becomes its buddy and gives it its accessible name.
    explicit FieldRow(QWidget* control, QWidget* parent = nullptr);

    void setLabel(const QString& text);
    void setHelp(const QString& text);
    /// "Default 1" or "Not set: yes"; empty for none.
    void setDefaultText(const QString& text);
    void setModified(bool modified);
    /// The tooltip of the reset arrow says the value it goes to; an empty text hides the arrow.
    void setReset(const QString& toolTip);
    void setProblem(Level level, const QString& id, const QString& sentence, const QString& fix = {});
    void clearProblem();
    /// A control as wide as the row allows (replies, lists).
    void setStretched(bool stretched);

    [[nodiscard]] QWidget* control() const { return m_control; }

    [[nodiscard]] bool isModified() const { return m_modified; }

    [[nodiscard]] ProblemRow* problem() const { return m_problem; }

Q_SIGNALS:
    void resetRequested();
    void fixRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_control;
    Label* m_label;
    Label* m_help;
    Badge* m_default;
    QToolButton* m_reset;
    ProblemRow* m_problem;
    QGridLayout* m_grid;
    bool m_modified = false;
};

} // namespace ui
