// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

Label::Label(TextRole role, Ink ink, QWidget* parent) : QLabel(parent), m_ink(ink)
{
    setFont(fontOf(role));
    setTextFormat(Qt::PlainText);
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void Label::setRole(TextRole role)
{
    setFont(fontOf(role));
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

bool Label::isElided() const
{
    return m_elide != Qt::ElideNone && shown() != text();
}

QSize Label::sizeHint() const
{
    // Qt leaves out the underscore of the mnemonic only; one spare pixel keeps rounding from cutting a
    // letter.
    QSize hint = QLabel::sizeHint();
    return wordWrap() ? hint : hint + QSize(1, 0);
}

QSize Label::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return wordWrap() ? QLabel::minimumSizeHint() : sizeHint();
    const int few = fontMetrics().averageCharWidth() * 4;
    return {std::min(few, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

QString Label::shown() const
{
    return m_elide == Qt::ElideNone || wordWrap()
               ? text()
               : fontMetrics().elidedText(text(), m_elide, contentsRect().width());
}

bool Label::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(dynamic_cast<QHelpEvent&>(*event).globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void Label::paintEvent(QPaintEvent* event)
{
    if (text().isEmpty()) {
        QLabel::paintEvent(event);
        return;
    }
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setPen(isEnabled() ? m_ink.of(tokens) : tokens.disabled);
    const int mnemonic = buddy() != nullptr ? Qt::TextShowMnemonic : 0;
    const int wrap = wordWrap() ? Qt::TextWordWrap : Qt::TextSingleLine;
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | wrap | mnemonic, shown());
}

MonoLabel::MonoLabel(Ink ink, QWidget* parent) : Label(TextRole::Secondary, ink, parent)
{
    setFont(monoFont());
    setElide(Qt::ElideMiddle);
}

} // namespace ui
