// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolling a page must not change a value under the pointer: combos, spin boxes and sliders take the wheel
// only while they have the focus.
#pragma once

#include <QObject>

namespace ui {

class WheelGuard final : public QObject
{
    Q_OBJECT
public:
    /// Guards every widget of the application, also those made later.
    explicit WheelGuard(QObject* application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
