// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/section_list.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui {

SectionItem::SectionItem(QWidget* parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFixedHeight(32);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void SectionItem::setState(bool modified, int problems, std::optional<Level> worst)
{
    m_modified = modified;
    m_problems = problems;
    m_worst = worst;
    update();
}

void SectionItem::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? tokens.selection : tokens.hover);
        painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), 6, 6);
    }
    if (m_modified) {
        painter.setBrush(tokens.modified);
        painter.drawRoundedRect(QRectF(0, 8, 3, 16), 1.5, 1.5);
    }
    int right = width() - 10;
    if (m_worst && m_problems > 0) {
        painter.setFont(fontOf(TextRole::Label));
        const QString count = QLocale().toString(m_problems);
        const int digits = painter.fontMetrics().horizontalAdvance(count);
        painter.setPen(inkOf(*m_worst).of(tokens));
        painter.drawText(QRect(right - digits, 0, digits, height()), Qt::AlignVCenter | Qt::AlignRight,
                         count);
        right -= digits + 19;
        paintIcon(painter, iconName(*m_worst), inkOf(*m_worst).of(tokens), QRectF(right, 9, 14, 14));
        right -= 6;
    }
    painter.setFont(fontOf(isChecked() ? TextRole::Strong : TextRole::Body));
    painter.setPen(isEnabled() ? tokens.text : tokens.disabled);
    const QRect box(12, 0, right - 12, height());
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, box.width()));
}

SectionList::SectionList(int items, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(0);
    for (int i = 0; i < items; ++i) {
        auto* item = new SectionItem;
        connect(item, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        column->addWidget(item);
        m_items.push_back(item);
    }
    column->addStretch(1);
}

void SectionList::setCurrent(int index)
{
    item(index).setChecked(true);
}

int SectionList::current() const
{
    const auto found = std::ranges::find_if(m_items, &SectionItem::isChecked);
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

} // namespace ui
