// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/exception_row.h"

#include "ui/common/fonts.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int rowHeight = 56;
constexpr int edge = 12;
constexpr int knob = 16;
constexpr int textLeft = edge + knob + 10;
constexpr double radius = 8;

} // namespace

ExceptionRow::ExceptionRow(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ExceptionRow::setTexts(const QString& title, const QString& entry, const QString& meaning)
{
    m_title = title;
    m_entry = entry;
    m_meaning = meaning;
    setText(title + QLatin1Char(' ') + entry);
    setAccessibleName(text());
    setAccessibleDescription(meaning);
    updateGeometry();
    update();
}

void ExceptionRow::setBadge(const BadgeSpec& badge)
{
    m_badge = badge;
    updateGeometry();
    update();
}

QSize ExceptionRow::sizeHint() const
{
    const QFontMetrics strong(fontOf(TextRole::Strong));
    const QFontMetrics mono(monoFont());
    const QFontMetrics secondary(fontOf(TextRole::Secondary));
    const int first = strong.horizontalAdvance(m_title) + 8 + mono.horizontalAdvance(m_entry) + edge +
                      badgeSize(m_badge).width();
    return {textLeft + std::max(first, secondary.horizontalAdvance(m_meaning)) + edge, rowHeight};
}

void ExceptionRow::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOn = isChecked();
    const QColor line = isOn || hasFocus() ? tokens.accent : tokens.border;
    painter.setPen(QPen(line, hasFocus() ? 2 : 1));
    painter.setBrush(isOn ? tokens.accentTint : underMouse() ? tokens.hover : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const QRectF circle(edge, (height() - knob) / 2.0, knob, knob);
    painter.setPen(QPen(isOn ? tokens.accent : tokens.controlBorder, isOn ? 5 : 1.2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(isOn ? circle.adjusted(2.5, 2.5, -2.5, -2.5) : circle);

    const QSize badge = badgeSize(m_badge);
    int right = width() - edge;
    if (!m_badge.parts.empty()) {
        right -= badge.width();
        paintBadge(painter, QRect(QPoint(right, 8), badge), m_badge, tokens);
        right -= edge;
    }
    const QFontMetrics strong(fontOf(TextRole::Strong));
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(tokens.text);
    const QRect first(textLeft, 8, right - textLeft, 20);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, m_title);
    const int after = textLeft + strong.horizontalAdvance(m_title) + 8;
    painter.setFont(monoFont());
    painter.drawText(QRect(after, 8, right - after, 20), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(monoFont()).elidedText(m_entry, Qt::ElideMiddle, right - after));
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(tokens.secondaryText);
    const QRect second(textLeft, 29, width() - textLeft - edge, 18);
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_meaning, Qt::ElideRight, second.width()));
}

} // namespace ui
