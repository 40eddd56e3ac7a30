// SPDX-License-Identifier: GPL-3.0-or-later
// What a list says when it has nothing: icon, what is missing, why, one button or two.
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

class QPushButton;

namespace ui {

class IconView;
class Label;

class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);
    /// An empty `button` hides it.
    void setTexts(const QString& what, const QString& why, const QString& button = {},
                  const QString& buttonIcon = {});
    /// Another way on, beside the first button; empty: none.
    void setSecond(const QString& button);
    [[nodiscard]] QString what() const;

Q_SIGNALS:
    void buttonClicked();
    void secondClicked();

private:
    Label* m_what;
    Label* m_why;
    QPushButton* m_button;
    QPushButton* m_second;
};

} // namespace ui
