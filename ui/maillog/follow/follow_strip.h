// SPDX-License-Identifier: GPL-3.0-or-later
// The line above the log while it is followed: which log, how many checks a minute, the last one, and what
// to do when the log went away.
#pragma once

#include "core/maillog/log.h"

#include <QDateTime>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QPushButton;

namespace ui {

class IconView;
class Label;

enum class FollowState { Off, Following, Paused, Lost };

class FollowStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit FollowStrip(std::function<QDateTime()> now,
                         QWidget* parent = nullptr); ///< hidden until it follows
    /// `reason` says why it is lost.
    void setState(FollowState state, const QString& reason = {});
    void setLog(std::shared_ptr<const maillog::Log> log);
    /// Where the log is, as the head of the page names it.
    void setPlaces(const QStringList& places);

    /// Only its buttons: something else needs the place of its sentence.
    void setNarrow(bool isNarrow);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void pauseRequested(bool isPaused);
    void alertsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    [[nodiscard]] QString sentence() const;

    std::function<QDateTime()> m_now;
    FollowState m_state = FollowState::Off;
    QString m_reason;
    std::shared_ptr<const maillog::Log> m_log;
    QStringList m_places;
    bool m_isNarrow = false;
    QTimer m_tick; ///< "no check for 3 min" grows by itself
    IconView* m_icon;
    Label* m_text;
    QPushButton* m_alerts;
    QPushButton* m_pause;
};

} // namespace ui
