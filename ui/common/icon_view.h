// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing on its own, in the colour of the theme; decoration for screen readers.
#pragma once

#include "ui/common/icons.h"

#include <QPainter>
#include <QWidget>

namespace ui {

class IconView final : public QWidget
{
    Q_OBJECT
public:
    explicit IconView(QString name = {}, Ink ink = &Tokens::text, int side = 16, QWidget* parent = nullptr)
        : QWidget(parent), m_name(std::move(name)), m_ink(ink), m_side(side)
    {
        setFixedSize(side, side);
    }

    void setIcon(const QString& name, Ink ink)
    {
        m_name = name;
        m_ink = ink;
        update();
    }

    [[nodiscard]] QString icon() const { return m_name; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_name.isEmpty())
            return;
        QPainter painter(this);
        paintIcon(painter, m_name, m_ink.of(tokensFor(*this)), QRectF(0, 0, m_side, m_side));
    }

private:
    QString m_name;
    Ink m_ink;
    int m_side;
};

} // namespace ui
