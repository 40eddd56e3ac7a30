// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_chip.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

FilterChip::FilterChip(QString icon, Ink ink, QWidget* parent)
    : QAbstractButton(parent), m_icon(std::move(icon)), m_ink(ink)
{
    setFont(fontOf(TextRole::Label));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void FilterChip::setChip(const QString& text, const QString& icon, Ink ink)
{
    setText(text);
    m_icon = icon;
    m_ink = ink;
    retranslate();
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + (m_icon.isEmpty() ? 8 : 28) + 28, 26};
}

QRect FilterChip::cross() const
{
    return {width() - 24, 0, 24, height()};
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    const QColor ink = m_ink.of(tokens);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(m_ink.tint(tokens));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    int x = 8;
    if (!m_icon.isEmpty()) {
        paintIcon(painter, m_icon, ink, QRectF(x, 6, 14, 14));
        x += 20;
    }
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, cross().left() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
    paintIcon(painter, QStringLiteral("close"), ink, QRectF(cross().left() + 4, 7, 12, 12));
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (cross().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FilterChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void FilterChip::retranslate()
{
    setAccessibleName(tr("Filter %1").arg(text()));
    setToolTip(tr("A click or Enter edits this filter, Delete removes it"));
}

} // namespace ui
