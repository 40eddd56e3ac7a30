// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace ui {

namespace {

bool changesByWheel(QObject* object)
{
    return qobject_cast<QComboBox*>(object) != nullptr ||
           qobject_cast<QAbstractSpinBox*>(object) != nullptr || qobject_cast<QTabBar*>(object) != nullptr ||
           (qobject_cast<QAbstractSlider*>(object) != nullptr &&
            qobject_cast<QScrollBar*>(object) == nullptr);
}

} // namespace

WheelGuard::WheelGuard(QObject* application) : QObject(application)
{
    application->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel || !changesByWheel(watched))
        return QObject::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget->hasFocus())
        return false;
    event->ignore(); // the parent scrolls
    if (QWidget* parent = widget->parentWidget())
        QCoreApplication::sendEvent(parent, event);
    return true;
}

} // namespace ui
