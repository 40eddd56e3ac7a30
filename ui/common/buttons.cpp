// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/icons.h"

namespace ui {

QPushButton* makeButton(ButtonKind kind, const QString& icon, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    Ink ink = &Tokens::text;
    switch (kind) {
    case ButtonKind::Plain:
        break;
    case ButtonKind::Primary:
        button->setProperty("kind", QStringLiteral("primary"));
        ink = &Tokens::onAccent;
        break;
    case ButtonKind::Flat:
        button->setProperty("kind", QStringLiteral("flat"));
        break;
    case ButtonKind::Link:
        button->setProperty("kind", QStringLiteral("link"));
        button->setCursor(Qt::PointingHandCursor);
        ink = &Tokens::accent;
        break;
    case ButtonKind::Small:
        button->setProperty("kind", QStringLiteral("small"));
        break;
    }
    if (!icon.isEmpty()) {
        const int size = kind == ButtonKind::Small || kind == ButtonKind::Link ? 14 : 16;
        button->setIcon(themedIcon(icon, ink));
        button->setIconSize(QSize(size + 3, size)); // the drawing stands at the left: room to the text
    }
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setAutoDefault(false);
    return button;
}

QToolButton* makeIconButton(const QString& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon, &Tokens::secondaryText));
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(26, 26);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void setNamed(QWidget* widget, const QString& name)
{
    widget->setToolTip(name);
    widget->setAccessibleName(name);
}

} // namespace ui
