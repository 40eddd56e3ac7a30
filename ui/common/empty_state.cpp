// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"

#include <QBoxLayout>

namespace ui {

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent),
      m_what(new Label(TextRole::Strong)),
      m_why(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_button(makeButton(ButtonKind::Plain)),
      m_second(makeButton(ButtonKind::Plain))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    column->addStretch(1);
    column->addWidget(new IconView(icon, &Tokens::secondaryText, 36), 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_button);
    buttons->addWidget(m_second);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    for (Label* each : {m_what, m_why}) {
        each->setAlignment(Qt::AlignCenter);
        each->setWordWrap(true);
    }
    m_button->hide();
    m_second->hide();
    connect(m_button, &QAbstractButton::clicked, this, &EmptyState::buttonClicked);
    connect(m_second, &QAbstractButton::clicked, this, &EmptyState::secondClicked);
}

void EmptyState::setTexts(const QString& what, const QString& why, const QString& button,
                          const QString& buttonIcon)
{
    m_what->setText(what);
    m_why->setText(why);
    m_button->setText(button);
    if (!buttonIcon.isEmpty()) {
        m_button->setIcon(themedIcon(buttonIcon));
        m_button->setIconSize({19, 16});
    }
    m_button->setVisible(!button.isEmpty());
}

void EmptyState::setSecond(const QString& button)
{
    m_second->setText(button);
    m_second->setVisible(!button.isEmpty());
}

QString EmptyState::what() const
{
    return m_what->text();
}

} // namespace ui
