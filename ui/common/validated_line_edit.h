// SPDX-License-Identifier: GPL-3.0-or-later
// A line edit that shows what is thought of its text: edge, icon inside at the right. The sentence belongs
// into a ProblemRow below it.
#pragma once

#include "ui/common/icons.h"

#include <QBasicTimer>
#include <QLineEdit>

namespace ui {

class ValidatedLineEdit final : public QLineEdit
{
    Q_OBJECT
public:
    enum class State { Plain, Busy, Bad, Risky, Good };

    explicit ValidatedLineEdit(QWidget* parent = nullptr);
    /// For addresses, names, records, replies.
    void setMono(bool mono);
    void setState(State state);

    [[nodiscard]] State state() const { return m_state; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    State m_state = State::Plain;
    QBasicTimer m_turn;
    int m_angle = 0;
};

} // namespace ui
