// SPDX-License-Identifier: GPL-3.0-or-later
// The ten steps after a change (SPEC 3.5), to be ticked off; each hands out its command.
#pragma once

#include "core/postfix/commands.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class Card;
class ChecklistStep;
class Label;

class ChecklistCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ChecklistCard(QWidget* parent = nullptr);
    /// Ticks stay while the steps are the same.
    void setSteps(std::vector<postfix::Step> steps);
    [[nodiscard]] int doneCount() const;

    [[nodiscard]] int stepCount() const { return static_cast<int>(m_steps.size()); }

    void toggle(int index);

Q_SIGNALS:
    void copyRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showStates();

    std::vector<postfix::Step> m_steps;
    std::vector<bool> m_done;
    std::vector<ChecklistStep*> m_rows;
    Card* m_card;
    Label* m_count;
    QVBoxLayout* m_list;
};

} // namespace ui
