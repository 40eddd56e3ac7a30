// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/search_field.h"

#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

SearchField::SearchField(QString icon, QWidget* parent) : QLineEdit(parent), m_icon(std::move(icon))
{
    setTextMargins(24, 0, 0, 0);
}

void SearchField::setHint(const QString& hint)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, m_icon, tokensFor(*this).secondaryText, QRectF(8, (height() - 16) / 2.0, 16, 16));
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace ui
