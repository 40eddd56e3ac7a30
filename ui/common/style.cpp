// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/tokens.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusFrame>
#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {
constexpr int ringMargin = 4; // 2 px gap and 2 px ring
} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return ringMargin;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_SplitterWidth:
        return 12;
    case PM_MenuPanelWidth:
        return 1;
    case PM_TreeViewIndentation:
        return 22;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FocusFrame_AboveWidget: // in the window: the edge of a row of buttons does not cut it
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (element != CE_FocusFrame) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(currentTokens().focus, 2));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 8, 8);
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (element == PE_FrameFocusRect)
        return; // the ring says it
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

FocusRing::FocusRing(QObject* parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* now)
{
    if (qobject_cast<QAbstractButton*>(now) == nullptr) {
        delete m_frame;
        return;
    }
    if (m_frame == nullptr)
        m_frame = new QFocusFrame(now->window());
    m_frame->setWidget(now);
}

} // namespace ui
