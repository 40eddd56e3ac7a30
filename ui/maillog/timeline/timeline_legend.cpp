// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/timeline/timeline_legend.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/maillog/timeline/timeline_painter.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

namespace ui {

namespace {

constexpr int swatch = 11;
constexpr int iconSide = 14;
constexpr int gap = 5;

} // namespace

LegendItem::LegendItem(const Series& series, SeriesBy by, QWidget* parent)
    : QAbstractButton(parent), m_series(series), m_by(by)
{
    setObjectName(QStringLiteral("maillog.legend.") + series.word);
    setText(series.word);
    setAccessibleName(series.word);
    setCheckable(true);
    setChecked(true);
    setFont(fontOf(TextRole::Label));
}

QSize LegendItem::sizeHint() const
{
    return {4 + swatch + gap + iconSide + gap + fontMetrics().horizontalAdvance(text()) + 5, 24};
}

void LegendItem::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(tokens.focus, 2) : QPen(Qt::NoPen));
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const int middle = height() / 2;
    const QRectF square(4, middle - swatch / 2.0, swatch, swatch);
    if (isChecked()) {
        paintSwatch(painter, square, m_series, m_by, tokens);
    } else {
        painter.setPen(tokens.controlBorder);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    paintIcon(painter, m_series.icon, isChecked() ? m_series.ink.of(tokens) : tokens.secondaryText,
              QRectF(4 + swatch + gap, middle - iconSide / 2.0, iconSide, iconSide));
    painter.setPen(isChecked() ? tokens.text : tokens.secondaryText);
    painter.drawText(rect().adjusted(4 + swatch + gap + iconSide + gap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
}

void LegendItem::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString term = termOf(m_series, m_by);
    menu->addAction(tr("Only this"), this, [this, term] { Q_EMIT termChosen(term); });
    menu->addAction(tr("Not this"), this, [this, term] { Q_EMIT termChosen(QLatin1Char('-') + term); });
    menu->popup(event->globalPos());
}

TimelineLegend::TimelineLegend(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(1);
}

void TimelineLegend::setSeries(SeriesBy by)
{
    while (QLayoutItem* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_hidden.clear();
    for (const Series& series : seriesOf(by)) {
        auto* item = new LegendItem(series, by);
        m_row->addWidget(item);
        connect(item, &LegendItem::termChosen, this, &TimelineLegend::termChosen);
        connect(item, &QAbstractButton::toggled, this, [this, word = series.word](bool isShown) {
            if (isShown) {
                m_hidden.erase(word);
            } else {
                m_hidden.insert(word);
            }
            Q_EMIT hiddenChanged();
        });
    }
}

} // namespace ui
