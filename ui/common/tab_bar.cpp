// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tab_bar.h"

#include "ui/common/badge.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int barHeight = 36;
constexpr int sideways = 11;
} // namespace

TabBar::TabBar(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setFixedHeight(barHeight);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(false);
}

int TabBar::addPage(const QString& text)
{
    m_marks.emplace_back();
    return addTab(text);
}

void TabBar::setCount(int index, const QString& count, std::optional<Ink> ink)
{
    m_marks.at(static_cast<std::size_t>(index)).count = count;
    m_marks.at(static_cast<std::size_t>(index)).countInk = ink;
    setTabText(index, tabText(index)); // asks for the new size
    setAccessibleTabName(index, count.isEmpty() ? tabText(index)
                                                : QStringLiteral("%1 %2").arg(tabText(index), count));
    updateGeometry();
    update();
}

void TabBar::setMark(int index, const QString& icon, Ink ink)
{
    Mark& mark = m_marks.at(static_cast<std::size_t>(index));
    mark.icon = icon;
    mark.ink = ink;
    update();
}

QSize TabBar::tabSizeHint(int index) const
{
    const Mark& mark = m_marks.at(static_cast<std::size_t>(index));
    int width = 2 * sideways + QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(tabText(index));
    if (!mark.icon.isEmpty())
        width += 20;
    if (!mark.count.isEmpty())
        width += 6 + countBadgeSize(mark.count).width();
    return {width, barHeight};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const Mark& mark = m_marks.at(static_cast<std::size_t>(i));
        const QRect box = tabRect(i);
        const bool chosen = i == currentIndex();
        int x = box.left() + sideways;
        if (!mark.icon.isEmpty()) {
            paintIcon(painter, mark.icon, mark.ink.of(tokens), QRectF(x, (barHeight - 16) / 2.0, 16, 16));
            x += 20;
        }
        painter.setFont(fontOf(chosen ? TextRole::Strong : TextRole::Body));
        painter.setPen(chosen ? tokens.text : tokens.secondaryText);
        const int words = painter.fontMetrics().horizontalAdvance(tabText(i));
        painter.drawText(QRect(x, 0, words + 2, barHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                         tabText(i));
        if (!mark.count.isEmpty()) {
            const QSize pill = countBadgeSize(mark.count);
            paintCountBadge(
                painter, QRect(QPoint(x + words + 6, (barHeight - pill.height()) / 2), pill), mark.count,
                mark.countInk.value_or(chosen ? Ink(&Tokens::accent) : Ink(&Tokens::secondaryText)), tokens);
        }
        if (chosen)
            painter.fillRect(box.left() + sideways - 1, barHeight - 2, box.width() - 2 * sideways + 2, 2,
                             tokens.accent);
        if (chosen && hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(3, 5, -3, -6), 5, 5);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    }
}

} // namespace ui
