// SPDX-License-Identifier: GPL-3.0-or-later
// So many of so many (RFC 7208 4.6.4): blocks, green to 7 of 10, amber to the limit, red beyond, always with
// the numbers.
#pragma once

#include "ui/common/tokens.h"

#include <QWidget>

namespace ui {

class BudgetBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetBar(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setUsed(int used, int limit);
    [[nodiscard]] Ink ink() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString m_title;
    int m_used = 0;
    int m_limit = 10;
};

} // namespace ui
