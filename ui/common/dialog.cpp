// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialog.h"

#include "ui/common/label.h"
#include "ui/common/tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace ui {

Dialog::Dialog(QWidget* parent)
    : QDialog(parent),
      m_title(new Label(TextRole::DialogTitle)),
      m_subtitle(new QHBoxLayout),
      m_body(new QVBoxLayout),
      m_footer(new QHBoxLayout),
      m_buttons(new QHBoxLayout)
{
    setWindowModality(Qt::WindowModal);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 18, 0, 16);
    outer->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 0, 20, 10);
    head->setSpacing(6);
    m_title->setElide(Qt::ElideRight);
    head->addWidget(m_title);
    m_subtitle->setSpacing(8);
    head->addLayout(m_subtitle);
    outer->addLayout(head);
    m_body->setContentsMargins(20, 0, 20, 0);
    m_body->setSpacing(8);
    outer->addLayout(m_body, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(20, 14, 20, 0);
    foot->setSpacing(8);
    m_footer->setSpacing(16);
    foot->addLayout(m_footer);
    foot->addStretch(1);
    m_buttons->setSpacing(8);
    foot->addLayout(m_buttons);
    outer->addLayout(foot);
}

void Dialog::setTitle(const QString& title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

QPushButton* Dialog::addButton(ButtonKind kind, const QString& text, const QString& icon)
{
    QPushButton* button = makeButton(kind, icon);
    button->setText(text);
    button->setDefault(kind == ButtonKind::Primary);
    m_buttons->addWidget(button);
    return button;
}

void Dialog::setBodyMargins(int sideways)
{
    m_body->setContentsMargins(sideways, 0, sideways, 0);
}

bool Dialog::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    const bool isLaidOut = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show;
    if (isLaidOut && layout()->hasHeightForWidth()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (height() < needed && needed <= maximumHeight())
            resize(width(), needed);
    }
    return handled;
}

void Dialog::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensFor(*this).surface);
}

} // namespace ui
