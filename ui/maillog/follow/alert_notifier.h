// SPDX-License-Identifier: GPL-3.0-or-later
// Says outside the window that a rule has fired: by the desktop's notification area where there is one, else
// by the window's mark in the task bar.
#pragma once

#include <QObject>
#include <QString>

class QSystemTrayIcon;
class QWidget;

namespace ui {

class AlertNotifier final : public QObject
{
    Q_OBJECT
public:
    explicit AlertNotifier(QWidget& window, QObject* parent = nullptr);
    ~AlertNotifier() override;
    void notify(const QString& title, const QString& text);

Q_SIGNALS:
    void clicked();

private:
    QWidget& m_window;
    QSystemTrayIcon* m_tray = nullptr; ///< made with the first message
};

} // namespace ui
