// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that may be chosen, as a card: what it is, what it means, and how much it concerns.
#pragma once

#include "ui/common/badge.h"

#include <QAbstractButton>

namespace ui {

class ExceptionRow final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ExceptionRow(QWidget* parent = nullptr);
    /// `entry` is set in the fixed face behind `title`.
    void setTexts(const QString& title, const QString& entry, const QString& meaning);
    void setBadge(const BadgeSpec& badge);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_entry;
    QString m_meaning;
    BadgeSpec m_badge;
};

} // namespace ui
