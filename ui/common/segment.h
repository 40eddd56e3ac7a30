// SPDX-License-Identifier: GPL-3.0-or-later
// Two to five choices side by side. A choice may be inherited: dashed edge, no ground ("not set").
#pragma once

#include "ui/common/tokens.h"

#include <QAbstractButton>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace ui {

class SegmentButton final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class State { Off, Inherited, On };
    SegmentButton(QString icon, std::optional<Ink> ink, int height, QWidget* parent);
    void setState(State state);

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    std::optional<Ink> m_ink;
    State m_state = State::Off;
};

class Segment final : public QWidget
{
    Q_OBJECT
public:
    enum class Size { Form, Matrix, Small }; ///< 30, 26 and 26 high; Small is for card heads and filter bars

    explicit Segment(Size size = Size::Form, QWidget* parent = nullptr);

    /// `ink` tints the choice when it is set (result, action); without it the chosen one is plain.
    int addChoice(const QString& text, const QString& icon = {}, std::optional<Ink> ink = std::nullopt);
    /// bypass, tempblock, block
    void addActionChoices();
    void setChoiceText(int index, const QString& text);
    void setChoiceToolTip(int index, const QString& text);

    [[nodiscard]] int count() const { return static_cast<int>(m_buttons.size()); }

    [[nodiscard]] QAbstractButton* button(int index) const;

    /// Set by program; emits nothing.
    void setCurrent(std::optional<int> index);

    [[nodiscard]] std::optional<int> current() const { return m_current; }

    /// What holds while nothing is set. Given once, Del and resetting make sense.
    void setInherited(std::optional<int> index);

    [[nodiscard]] std::optional<int> inherited() const { return m_inherited; }

    void setGroupName(const QString& name); ///< accessible name; each choice says it too
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void chosen(int index); ///< by the user
    void cleared();         ///< Del or Backspace, where "not set" is possible

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int index);
    void refresh();
    Size m_size;
    bool m_readOnly = false;
    bool m_refreshing = false; ///< the buttons change because the choice did
    QHBoxLayout* m_row;
    std::vector<SegmentButton*> m_buttons;
    std::optional<int> m_current;
    std::optional<int> m_inherited;
    QString m_name;
};

} // namespace ui
