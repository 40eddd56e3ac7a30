// SPDX-License-Identifier: GPL-3.0-or-later
// Something that another computer or a password dialog takes its time for: one sentence and a way out. Seen
// only when it takes longer than a moment; gone when this object is.
#pragma once

#include "ui/common/dialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace ui {

class Waiting final : public QObject
{
    Q_OBJECT
public:
    Waiting(QWidget* window, QString sentence, std::function<void()> cancel);
    ~Waiting() override;

    [[nodiscard]] Dialog* dialog() const { return m_dialog; } ///< null as long as nobody had to wait

Q_SIGNALS:
    void cancelled();

private:
    void show();

    QPointer<QWidget> m_window;
    QString m_sentence;
    QPointer<Dialog> m_dialog;
    QTimer m_moment;
};

} // namespace ui
