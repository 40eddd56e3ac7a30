// SPDX-License-Identifier: GPL-3.0-or-later
// One active filter: icon, "key: value", x. A click or Enter edits it; the x, Delete or Backspace removes it.
#pragma once

#include "ui/common/tokens.h"

#include <QAbstractButton>

namespace ui {

class FilterChip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FilterChip(QString icon = {}, Ink ink = &Tokens::accent, QWidget* parent = nullptr);
    void setChip(const QString& text, const QString& icon, Ink ink);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect cross() const;
    void retranslate();
    QString m_icon;
    Ink m_ink;
};

} // namespace ui
