// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notice_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainterPath>

namespace ui {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      m_icon(new IconView),
      m_text(new Label),
      m_buttons(new QHBoxLayout),
      m_close(makeIconButton(QStringLiteral("close")))
{
    setMinimumHeight(38);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 5, 8, 5);
    row->setSpacing(8);
    m_text->setWordWrap(true);
    m_buttons->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    retranslate();
    hide();
}

void NoticeBar::show(Level level, const QString& text)
{
    m_level = level;
    m_icon->setIcon(iconName(level), inkOf(level));
    m_text->setText(text);
    setAccessibleName(text);
    update();
    QWidget::show();
}

QPushButton* NoticeBar::addButton(const QString& text, const QString& icon)
{
    QPushButton* button = makeButton(ButtonKind::Small, icon);
    button->setText(text);
    m_buttons->addWidget(button);
    return button;
}

void NoticeBar::removeButtons()
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), 6, 6);
    painter.fillPath(shape, inkOf(m_level).tint(tokens));
    painter.setClipPath(shape);
    painter.fillRect(0, 0, 3, height(), inkOf(m_level).of(tokens));
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NoticeBar::retranslate()
{
    setNamed(m_close, tr("Close"));
}

} // namespace ui
