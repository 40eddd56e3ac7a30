// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/follow_desk.h"

#include "ui/common/buttons.h"
#include "ui/common/page_header.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/follow/alert_dialog.h"
#include "ui/maillog/follow/alert_notifier.h"
#include "ui/maillog/timeline/timeline_card.h"

#include <QPushButton>

namespace ui {

FollowDesk::FollowDesk(Services& services, QWidget& page, const PageParts& parts)
    : QObject(&page),
      m_page(page),
      m_parts(parts),
      m_guard(new AlertGuard(services.settings, this)),
      m_notifier(new AlertNotifier(page, this)),
      m_button(makeButton(ButtonKind::Primary, QStringLiteral("follow"))),
      m_strip(new FollowStrip(services.now))
{
    m_button->setObjectName(QStringLiteral("maillog.followButton"));
    m_button->setEnabled(false);
    m_parts.header->addButton(m_button);
    m_parts.banners->setFollowing(*m_strip);
    connect(m_button, &QAbstractButton::clicked, this,
            [this] { Q_EMIT followRequested(m_state == FollowState::Off); });
    connect(m_strip, &FollowStrip::pauseRequested, this, [this](bool isPaused) {
        m_strip->setLog(m_log);
        setState(isPaused ? FollowState::Paused : FollowState::Following);
        if (!isPaused) {
            Q_EMIT resumed();
        }
    });
    connect(m_strip, &FollowStrip::alertsRequested, this, &FollowDesk::editAlerts);
    connect(m_guard, &AlertGuard::fired, this, &FollowDesk::showAlert);
    connect(m_notifier, &AlertNotifier::clicked, this, [this] {
        m_page.window()->raise();
        m_page.window()->activateWindow();
        Q_EMIT showRequested();
    });
}

void FollowDesk::retranslate()
{
    m_button->setText(m_state == FollowState::Off ? tr("Follow") : tr("Stop following"));
    if (m_shown && m_parts.banners->has(BannerSubject::Alert)) {
        showAlert(*m_shown);
    }
}

void FollowDesk::setLog(std::shared_ptr<const maillog::Log> log)
{
    m_log = std::move(log);
    m_button->setEnabled(m_log != nullptr);
    m_strip->setLog(m_log);
    setState(FollowState::Off);
}

void FollowDesk::setPlaces(const QStringList& places)
{
    m_strip->setPlaces(places);
}

void FollowDesk::setState(FollowState state, const QString& reason)
{
    const bool wasOff = m_state == FollowState::Off;
    m_state = state;
    m_strip->setState(state, reason);
    m_parts.chart->setRunning(state != FollowState::Off);
    if (state == FollowState::Off) {
        m_guard->end();
    } else if (wasOff && m_log) {
        m_guard->begin(m_log);
    }
    retranslate();
}

void FollowDesk::lose(const QString& reason)
{
    if (m_state == FollowState::Off) {
        return;
    }
    if (m_state != FollowState::Lost) {
        m_beforeLost = m_state;
    }
    setState(FollowState::Lost, reason);
}

void FollowDesk::recover()
{
    if (m_state == FollowState::Lost) {
        setState(m_beforeLost);
    }
}

void FollowDesk::grow(const std::shared_ptr<const maillog::Log>& log, maillog::Row firstChanged)
{
    m_log = log;
    if (!isPaused()) {
        m_strip->setLog(log);
    }
    m_guard->take(log, firstChanged);
}

void FollowDesk::editAlerts()
{
    auto* dialog = new AlertDialog(*m_guard, m_log, m_page.window());
    connect(dialog, &AlertDialog::showRequested, this, &FollowDesk::show);
    dialog->open();
}

void FollowDesk::show(const QString& expression, const TimeSpan& span)
{
    m_parts.filter->clear();
    m_parts.filter->setExpression(expression);
    const int offset = m_log && m_log->size() > 0 ? m_log->columns().offset[m_log->size() - 1] : 0;
    m_parts.filter->setSpan(span, offset);
    Q_EMIT showRequested();
}

void FollowDesk::showAlert(const AlertNote& note)
{
    const bool isNew = !m_shown || m_shown->event != note.event;
    m_shown = note;
    const QString sentence = sentenceOf(note);
    m_parts.banners->say(BannerSubject::Alert, {{Level::Warning, tr("%1 at %2").arg(sentence, timeOf(note)),
                                                 tr("Show these checks"), QStringLiteral("filter"), [this] {
                                                     show(filterOf(*m_shown), spanOf(*m_shown));
                                                     m_parts.banners->silence(BannerSubject::Alert);
                                                 }}});
    if (isNew) {
        m_notifier->notify(tr("Mail log: a threshold was passed"), sentence);
    }
}

} // namespace ui
