// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace ui {

FlowLayout::FlowLayout(int gap, int lineHeight, QWidget* parent)
    : QLayout(parent), m_gap(gap), m_lineHeight(lineHeight)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem* item : m_items) {
        width += item->isEmpty() ? 0 : item->sizeHint().width() + m_gap;
    }
    return {width, m_lineHeight};
}

QSize FlowLayout::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem* item : m_items) {
        width = std::max(width, item->minimumSize().width());
    }
    return {width, m_lineHeight};
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool isReal) const
{
    // What stands beside the first item, and so what is left for it.
    int beside = 0;
    for (qsizetype i = 1; i < m_items.size(); ++i) {
        if (m_items[i]->isEmpty()) {
            continue;
        }
        const int width = m_items[i]->sizeHint().width() + m_gap;
        if (m_items.first()->minimumSize().width() + beside + width > rect.width()) {
            break;
        }
        beside += width;
    }
    int x = rect.left();
    int y = rect.top();
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        QLayoutItem* item = m_items[i];
        if (item->isEmpty()) {
            continue;
        }
        QSize size = item->sizeHint();
        size.setWidth(std::min(i == 0 ? rect.width() - beside : size.width(), rect.width()));
        if (x > rect.left() && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += m_lineHeight + m_gap;
        }
        if (isReal) {
            item->setGeometry(QRect(x, y + (m_lineHeight - size.height()) / 2, size.width(), size.height()));
        }
        x += size.width() + m_gap;
    }
    return y + m_lineHeight - rect.top();
}

} // namespace ui
