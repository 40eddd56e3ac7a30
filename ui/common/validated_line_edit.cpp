// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/validated_line_edit.h"

#include "ui/common/fonts.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <array>

namespace ui {

namespace {

constexpr int iconSide = 16;

struct Look
{
    const char* property;
    const char* icon;
    QColor Tokens::* ink;
};

Look lookOf(ValidatedLineEdit::State state)
{
    static constexpr std::array<Look, 5> looks{{
        {"", "", &Tokens::text},
        {"busy", "running", &Tokens::accent},
        {"bad", "error", &Tokens::error},
        {"risky", "warning", &Tokens::warning},
        {"good", "ok", &Tokens::good},
    }};
    return looks[static_cast<std::size_t>(state)];
}

} // namespace

ValidatedLineEdit::ValidatedLineEdit(QWidget* parent) : QLineEdit(parent) {}

void ValidatedLineEdit::setMono(bool mono)
{
    setFont(mono ? monoFont(13) : fontOf(TextRole::Body));
}

void ValidatedLineEdit::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (state == State::Busy)
        m_turn.start(50, this);
    else
        m_turn.stop();
    setTextMargins(0, 0, state == State::Plain ? 0 : iconSide + 4, 0);
    setProperty("state", QLatin1String(lookOf(state).property));
    style()->unpolish(this);
    style()->polish(this);
    update();
}

void ValidatedLineEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_state == State::Plain)
        return;
    const Look look = lookOf(m_state);
    const QRectF square(width() - iconSide - 8, (height() - iconSide) / 2.0, iconSide, iconSide);
    QPainter painter(this);
    if (m_state == State::Busy) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(square.center());
        painter.rotate(m_angle);
        painter.translate(-square.center());
    }
    paintIcon(painter, QLatin1String(look.icon), tokensFor(*this).*look.ink, square);
}

void ValidatedLineEdit::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_turn.timerId()) {
        QLineEdit::timerEvent(event);
        return;
    }
    m_angle = (m_angle + 18) % 360; // one turn a second
    update();
}

} // namespace ui
