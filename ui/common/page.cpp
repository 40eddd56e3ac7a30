// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

#include <QEvent>

namespace ui {

void markPane(QWidget* pane)
{
    pane->setProperty("pane", true);
}

Page::Page(Info info, QWidget* parent) : QWidget(parent), m_info(std::move(info))
{
    setObjectName(m_info.id + QStringLiteral(".page"));
}

QList<SearchHit> Page::search(const QString&) const
{
    return {};
}

void Page::setBadge(const QString& text, Level level)
{
    m_badgeText = text;
    m_badgeLevel = level;
    Q_EMIT badgeChanged();
}

void Page::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
