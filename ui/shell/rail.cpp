// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/common/badge.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int openWidth = 212;
constexpr int foldedWidth = 56;
constexpr int itemHeight = 32;
constexpr int iconSide = 18;
constexpr int roleGap = 8;

QString nameOf(PageGroup group)
{
    switch (group) {
    case PageGroup::Policy:
        return Rail::tr("Policy");
    case PageGroup::Verify:
        return Rail::tr("Verify");
    case PageGroup::Operate:
        return Rail::tr("Operate");
    case PageGroup::Tools:
        break;
    }
    return Rail::tr("Tools");
}

} // namespace

RailItem::RailItem(QString icon, QWidget* parent) : QAbstractButton(parent), m_icon(std::move(icon))
{
    setCheckable(true);
    setFixedHeight(itemHeight);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void RailItem::setBadge(const QString& text, Level level)
{
    m_badge = text;
    m_level = level;
    describe();
    update();
}

void RailItem::setFolded(bool folded)
{
    m_folded = folded;
    describe();
    updateGeometry();
    update();
}

void RailItem::describe()
{
    setToolTip(m_folded ? text() : QString());
    setAccessibleName(m_badge.isEmpty() ? text() : tr("%1, problems: %2").arg(text(), m_badge));
}

QSize RailItem::sizeHint() const
{
    if (m_folded)
        return {foldedWidth - 16, itemHeight};
    const int words = QFontMetrics(fontOf(TextRole::Strong)).horizontalAdvance(text());
    return {38 + words + (m_badge.isEmpty() ? 8 : countBadgeSize(m_badge).width() + 16), itemHeight};
}

void RailItem::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? tokens.selection : tokens.hover);
        painter.drawRoundedRect(box, 6, 6);
    }
    if (isChecked()) {
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(0, 8, 3, height() - 16), 1.5, 1.5);
    }
    const int left = m_folded ? (width() - iconSide) / 2 : 12;
    const QColor ink = isChecked() ? tokens.accent : tokens.secondaryText;
    paintIcon(painter, m_icon, ink, QRectF(left, (height() - iconSide) / 2.0, iconSide, iconSide));
    if (m_folded) {
        if (!m_badge.isEmpty()) {
            painter.setBrush(inkOf(m_level).of(tokens));
            painter.drawEllipse(QRectF(left + iconSide - 3, 5, 7, 7));
        }
        return;
    }
    painter.setFont(fontOf(isChecked() ? TextRole::Strong : TextRole::Body));
    painter.setPen(tokens.text);
    const QSize pill = m_badge.isEmpty() ? QSize(0, 0) : countBadgeSize(m_badge);
    const QRect words(38, 0, width() - 38 - 10 - pill.width(), height());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (!m_badge.isEmpty())
        paintCountBadge(painter,
                        QRect(QPoint(width() - 10 - pill.width(), (height() - pill.height()) / 2), pill),
                        m_badge, inkOf(m_level), tokens);
}

HostCard::HostCard(QWidget* parent) : QAbstractButton(parent)
{
    setFixedHeight(56);
    setFocusPolicy(Qt::StrongFocus);
}

void HostCard::setTexts(const QString& name, const QString& role, const QString& place)
{
    setText(name);
    m_role = role;
    m_place = place;
    const QString second = role.isEmpty() ? place : tr("%1 \u00b7 %2").arg(role, place);
    setAccessibleName(QStringLiteral("%1, %2").arg(name, second));
    setToolTip(QStringLiteral("%1\n%2").arg(name, second));
    update();
}

void HostCard::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void HostCard::setFolded(bool folded)
{
    m_folded = folded;
    setFixedHeight(folded ? 44 : 56);
    update();
}

void HostCard::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(shape, underMouse() ? tokens.hover : tokens.surface);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(0, 0, 5, height(), m_ink.of(tokens));
    painter.restore();
    painter.strokePath(shape, QPen(tokens.border, 1));
    if (m_folded) {
        paintIcon(painter, QStringLiteral("settings-page"), m_ink.of(tokens),
                  QRectF((width() - 18) / 2.0 + 2, (height() - 18) / 2.0, 18, 18));
        return;
    }
    const int room = width() - 16 - 34;
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(tokens.text);
    painter.drawText(QRect(16, 9, room, 20), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room));
    int left = 16;
    if (!m_role.isEmpty()) {
        painter.setFont(fontOf(TextRole::Label));
        painter.setPen(m_ink.of(tokens));
        painter.drawText(QRect(left, 29, room, 18), Qt::AlignVCenter | Qt::TextSingleLine, m_role);
        left += painter.fontMetrics().horizontalAdvance(m_role) + roleGap;
    }
    painter.setFont(fontOf(TextRole::Axis));
    painter.setPen(tokens.secondaryText);
    painter.drawText(QRect(left, 29, room + 16 - left, 18), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_place, Qt::ElideMiddle, room + 16 - left));
    paintIcon(painter, QStringLiteral("up-down"), tokens.secondaryText,
              QRectF(width() - 25, (height() - 16) / 2.0, 16, 16));
}

Rail::Rail(QWidget* parent) : QWidget(parent), m_host(new HostCard), m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(openWidth);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 10, 8, 8);
    outer->setSpacing(0);
    m_host->setObjectName(QStringLiteral("rail.host"));
    outer->addWidget(m_host);
    m_column->setSpacing(0);
    outer->addLayout(m_column);
    outer->addStretch(1);
    // The order of the groups is fixed, whatever order the pages come in.
    for (const PageGroup id : {PageGroup::Policy, PageGroup::Verify, PageGroup::Operate, PageGroup::Tools}) {
        Group each{id, new Label(TextRole::Group, &Tokens::secondaryText), new Line, new QVBoxLayout};
        each.name->setFixedHeight(36);
        each.name->setContentsMargins(12, 12, 0, 2);
        each.name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        each.name->hide();
        each.line->hide();
        each.items->setSpacing(0);
        m_column->addWidget(each.name);
        m_column->addWidget(each.line);
        m_column->addLayout(each.items);
        m_groups.push_back(each);
    }
}

Rail::Group& Rail::group(PageGroup id)
{
    return *std::ranges::find(m_groups, id, [](const Group& each) { return each.id; });
}

void Rail::addPage(Page* page)
{
    auto* item = new RailItem(page->info().icon);
    item->setObjectName(QStringLiteral("rail.") + page->info().id);
    group(page->info().group).items->addWidget(item);
    const Entry entry{page, item};
    m_entries.push_back(entry);
    connect(item, &QAbstractButton::clicked, this, [this, page] { Q_EMIT pageRequested(page); });
    connect(page, &Page::badgeChanged, this, [this, entry] { updateBadge(entry); });
    updateBadge(entry);
    retranslate();
    setFolded(m_folded);
}

void Rail::updateBadge(const Entry& entry)
{
    entry.item->setBadge(entry.page->badgeText(), entry.page->badgeLevel());
}

void Rail::setCurrent(const Page* page)
{
    for (const Entry& entry : m_entries)
        entry.item->setChecked(entry.page == page);
}

void Rail::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth : openWidth);
    m_host->setFolded(folded);
    for (const Entry& entry : m_entries)
        entry.item->setFolded(folded);
    for (const Group& each : m_groups) {
        const bool used = each.items->count() > 0;
        each.name->setVisible(used && !folded);
        each.line->setVisible(used && folded);
        each.items->setContentsMargins(0, folded && used ? 8 : 0, 0, folded && used ? 8 : 0);
    }
}

void Rail::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(width() - 1, 0, 1, height(), tokens.border);
}

void Rail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

void Rail::retranslate()
{
    for (const Group& each : m_groups)
        each.name->setText(nameOf(each.id));
    for (const Entry& entry : m_entries) {
        entry.item->setText(entry.page->title());
        updateBadge(entry);
    }
}

} // namespace ui
