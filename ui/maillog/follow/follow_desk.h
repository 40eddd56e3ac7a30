// SPDX-License-Identifier: GPL-3.0-or-later
// Following a log on the page: the button, the strip, the running chart, and the notifications of the user's
// rules. Whoever reads the log listens to followRequested() and tells what has grown.
#pragma once

#include "ui/common/services.h"
#include "ui/maillog/follow/alert_guard.h"
#include "ui/maillog/follow/follow_strip.h"
#include "ui/maillog/page_parts.h"

#include <QObject>

class QPushButton;

namespace ui {

class AlertNotifier;

class FollowDesk final : public QObject
{
    Q_OBJECT
public:
    /// Puts its parts on the page; belongs to it.
    FollowDesk(Services& services, QWidget& page, const PageParts& parts);
    void retranslate();

    [[nodiscard]] AlertGuard& guard() { return *m_guard; }

    [[nodiscard]] FollowState state() const { return m_state; }

    /// A log was read; null when none is open. Following ends.
    void setLog(std::shared_ptr<const maillog::Log> log);
    /// Where that log is.
    void setPlaces(const QStringList& places);
    /// As it really is: a log on a server may get lost and come back.
    void setState(FollowState state, const QString& reason = {});
    /// While it follows: what is at another place cannot be reached, and is there again.
    void lose(const QString& reason);
    void recover();

    [[nodiscard]] bool isPaused() const
    {
        return m_state == FollowState::Paused ||
               (m_state == FollowState::Lost && m_beforeLost == FollowState::Paused);
    }

    /// Rows from `firstChanged` on are new or changed.
    void grow(const std::shared_ptr<const maillog::Log>& log, maillog::Row firstChanged);
    void editAlerts();

Q_SIGNALS:
    /// The user wants it so; setState() answers.
    void followRequested(bool isFollowing);
    /// The view may go on. While it is paused it stays as it is; the rules watch on.
    void resumed();
    /// The user wants the page to show these checks: the filter is set already.
    void showRequested();

private:
    void show(const QString& expression, const TimeSpan& span);
    void showAlert(const AlertNote& note);

    QWidget& m_page;
    PageParts m_parts;
    FollowState m_state = FollowState::Off;
    FollowState m_beforeLost = FollowState::Following;
    std::shared_ptr<const maillog::Log> m_log;
    std::optional<AlertNote> m_shown; ///< what the notice is about
    AlertGuard* m_guard;
    AlertNotifier* m_notifier;
    QPushButton* m_button;
    FollowStrip* m_strip;
};

} // namespace ui
