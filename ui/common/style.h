// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion with the measures of the design language, and the focus ring that is drawn outside buttons and rows.
#pragma once

#include <QObject>
#include <QPointer>
#include <QProxyStyle>

class QFocusFrame;

namespace ui {

class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

/// Moves one frame to whatever has the focus; fields draw their own ring inside their edge.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);

private:
    void follow(QWidget* now);
    QPointer<QFocusFrame> m_frame;
};

} // namespace ui
