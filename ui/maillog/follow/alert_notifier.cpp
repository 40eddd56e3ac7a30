// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/alert_notifier.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace ui {

AlertNotifier::AlertNotifier(QWidget& window, QObject* parent) : QObject(parent), m_window(window) {}

AlertNotifier::~AlertNotifier() = default;

void AlertNotifier::notify(const QString& title, const QString& text)
{
    QApplication::alert(&m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) {
        return;
    }
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_tray->setToolTip(QApplication::applicationDisplayName());
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &AlertNotifier::clicked);
        connect(m_tray, &QSystemTrayIcon::activated, this, &AlertNotifier::clicked);
    }
    m_tray->show();
    m_tray->showMessage(title, text, QSystemTrayIcon::Warning);
}

} // namespace ui
