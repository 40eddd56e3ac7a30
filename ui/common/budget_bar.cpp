// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/budget_bar.h"

#include "ui/common/fonts.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ui {

BudgetBar::BudgetBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(34);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BudgetBar::setTitle(const QString& title)
{
    m_title = title;
    describe();
}

void BudgetBar::setUsed(int used, int limit)
{
    m_used = used;
    m_limit = std::max(1, limit);
    describe();
}

Ink BudgetBar::ink() const
{
    if (m_used > m_limit)
        return spf::Result::Fail;
    return m_used * 10 > m_limit * 7 ? spf::Result::SoftFail : spf::Result::Pass;
}

QSize BudgetBar::sizeHint() const
{
    const int numbers = QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(QStringLiteral("10 / 10"));
    return {QFontMetrics(fontOf(TextRole::Secondary)).horizontalAdvance(m_title) + numbers + 16, 34};
}

QSize BudgetBar::minimumSizeHint() const
{
    return sizeHint();
}

void BudgetBar::describe()
{
    setAccessibleName(QStringLiteral("%1: %2 / %3").arg(m_title).arg(m_used).arg(m_limit));
    updateGeometry();
    update();
}

void BudgetBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(tokens.secondaryText);
    painter.drawText(QRect(0, 0, width(), 20), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_title);
    QFont strong = fontOf(TextRole::Secondary);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(ink().of(tokens));
    painter.drawText(QRect(0, 0, width(), 20), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     QStringLiteral("%1 / %2").arg(m_used).arg(m_limit));

    const spf::Result fill = m_used > m_limit            ? spf::Result::Fail
                             : m_used * 10 > m_limit * 7 ? spf::Result::SoftFail
                                                         : spf::Result::Pass;
    const int shown = std::clamp(std::max(m_limit, m_used), 1, 20);
    const qreal step = (width() + 3.0) / shown;
    for (int i = 0; i < shown; ++i) {
        const QRectF block(i * step + 0.5, 22.5, step - 4, 7);
        painter.setPen(i < m_used ? QPen(Qt::NoPen) : QPen(tokens.border, 1));
        painter.setBrush(i < m_used ? tokens.tone(fill).fill : tokens.sunken);
        painter.drawRoundedRect(block, 2, 2);
    }
}

} // namespace ui
