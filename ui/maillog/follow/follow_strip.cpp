// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/follow_strip.h"

#include "core/maillog/alert_rule.h"
#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/timeline/timeline_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <climits>

namespace ui {

namespace {

constexpr int stripHeight = 38;
constexpr int edge = 3;
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

} // namespace

FollowStrip::FollowStrip(std::function<QDateTime()> now, QWidget* parent)
    : QWidget(parent),
      m_now(std::move(now)),
      m_icon(new IconView(QStringLiteral("follow"), &Tokens::accent, 16)),
      m_text(new Label(TextRole::Body)),
      m_alerts(makeButton(ButtonKind::Small, QStringLiteral("warning"))),
      m_pause(makeButton(ButtonKind::Small))
{
    setObjectName(QStringLiteral("maillog.follow"));
    m_text->setObjectName(QStringLiteral("maillog.follow.text"));
    m_alerts->setObjectName(QStringLiteral("maillog.follow.alerts"));
    m_pause->setObjectName(QStringLiteral("maillog.follow.pause"));
    setFixedHeight(stripHeight);
    m_text->setElide(Qt::ElideMiddle); // a long path gives way, the last check stays
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(edge + 11, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    for (QPushButton* button : {m_alerts, m_pause}) {
        row->addWidget(button);
    }
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &FollowStrip::refresh);
    connect(m_alerts, &QAbstractButton::clicked, this, &FollowStrip::alertsRequested);
    connect(m_pause, &QAbstractButton::clicked, this,
            [this] { Q_EMIT pauseRequested(m_state != FollowState::Paused); });
    retranslate();
    hide();
}

void FollowStrip::setState(FollowState state, const QString& reason)
{
    m_state = state;
    m_reason = reason;
    if (state == FollowState::Following) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    setVisible(state != FollowState::Off);
    retranslate();
}

void FollowStrip::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    m_icon->setVisible(!isNarrow);
    m_text->setVisible(!isNarrow);
    layout()->setContentsMargins(isNarrow ? 0 : edge + 11, 0, isNarrow ? 0 : 10, 0);
    update();
}

void FollowStrip::setLog(std::shared_ptr<const maillog::Log> log)
{
    m_log = std::move(log);
    refresh();
}

void FollowStrip::setPlaces(const QStringList& places)
{
    m_places = places;
    refresh();
}

QString FollowStrip::text() const
{
    return m_text->text();
}

QString FollowStrip::sentence() const
{
    if (m_state == FollowState::Lost) {
        return m_reason.isEmpty() ? tr("The log went away; it is looked for.")
                                  : tr("The log went away; it is looked for. %1").arg(m_reason);
    }
    if (!m_log || m_log->size() == 0) {
        return m_state == FollowState::Paused ? tr("Paused") : tr("Following; no check yet");
    }
    const maillog::Check last = (*m_log)[m_log->size() - 1];
    const QString name = placesText(m_places);
    const QDateTime at = wallTime(last.time, maillog::ZoneRules::fixed(last.offsetMinutes * 60));
    const QString time = at.toString(QStringLiteral("H:mm:ss"));
    if (m_state == FollowState::Paused) {
        return tr("Paused; %1 was read up to %2").arg(name, time);
    }
    const std::int64_t quiet = m_now().toMSecsSinceEpoch() - last.time;
    if (quiet >= day) { // not a log of today: minutes would say nothing
        return tr("Following %1: no check since %2")
            .arg(name, at.toString(QStringLiteral("yyyy-MM-dd H:mm:ss")));
    }
    if (quiet >= 2 * minute) {
        return tr("Following %1: no check for %2 min, last %3")
            .arg(name, QLocale().toString(static_cast<qlonglong>(quiet / minute)), time);
    }
    const auto recent = std::min<std::uint64_t>(maillog::recentChecks(*m_log, 1), INT_MAX);
    return tr("Following %1: %Ln check(s)/min, last %2", nullptr, static_cast<int>(recent)).arg(name, time);
}

void FollowStrip::refresh()
{
    if (m_state != FollowState::Off) {
        m_text->setText(sentence());
    }
}

void FollowStrip::retranslate()
{
    const bool isPaused = m_state == FollowState::Paused;
    m_alerts->setText(tr("Notifications..."));
    m_pause->setText(isPaused ? tr("Go on") : tr("Pause"));
    m_pause->setVisible(m_state != FollowState::Lost);
    m_icon->setIcon(m_state == FollowState::Lost ? QStringLiteral("warning")
                    : isPaused                   ? QStringLiteral("pending")
                                                 : QStringLiteral("follow"),
                    m_state == FollowState::Lost ? &Tokens::warning
                    : isPaused                   ? &Tokens::secondaryText
                                                 : &Tokens::accent);
    refresh();
    update();
}

void FollowStrip::paintEvent(QPaintEvent*)
{
    if (m_isNarrow) {
        return;
    }
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect place = rect();
    QPainterPath shape;
    shape.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setClipPath(shape);
    painter.fillPath(shape, m_state == FollowState::Lost ? tokens.warningTint : tokens.surface);
    painter.fillRect(QRect(0, place.top(), edge, place.height()),
                     m_state == FollowState::Lost     ? tokens.warning
                     : m_state == FollowState::Paused ? tokens.controlBorder
                                                      : tokens.accent);
    painter.setClipping(false);
    painter.setPen(tokens.border);
    painter.drawPath(shape);
}

void FollowStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
