// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a check list: state drawing, number and verb, second line the command or what was seen, link.
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace ui {

class IconView;
class Label;
class MonoLabel;

class ChecklistStep final : public QWidget
{
    Q_OBJECT
public:
    enum class State { ToDo, Next, Running, Done, Warning };

    explicit ChecklistStep(int number, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// `mono` for commands and file text.
    void setDetail(const QString& detail, bool mono);
    void setLink(const QString& text); ///< empty for none
    void setState(State state);

    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void linkActivated();
    void toggled(); ///< the state drawing was clicked: the user ticks it by hand

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    int m_number;
    State m_state = State::ToDo;
    QToolButton* m_tick;
    Label* m_title;
    Label* m_detail;
    QPushButton* m_link;
};

} // namespace ui
