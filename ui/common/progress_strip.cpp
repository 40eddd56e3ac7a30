// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/progress_strip.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent),
      m_sentence(new Label),
      m_counts(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_cancel(makeButton(ButtonKind::Small, QStringLiteral("cancel")))
{
    setFixedHeight(54);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 10, 18);
    row->setSpacing(10);
    m_sentence->setElide(Qt::ElideRight);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_counts);
    row->addWidget(m_cancel);
    connect(m_cancel, &QAbstractButton::clicked, this, &ProgressStrip::cancelRequested);
    retranslate();
}

void ProgressStrip::setTexts(const QString& sentence, const QString& counts)
{
    m_sentence->setText(sentence);
    m_counts->setText(counts);
    setAccessibleName(QStringLiteral("%1 %2").arg(sentence, counts));
}

void ProgressStrip::setShare(double share)
{
    m_share = share;
    update();
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRectF bar(14, height() - 15, width() - 28, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.hover);
    painter.drawRoundedRect(bar, 3, 3);
    if (m_share < 0)
        return;
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * std::min(m_share, 1.0), 6), 3, 3);
}

void ProgressStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProgressStrip::retranslate()
{
    m_cancel->setText(tr("Cancel"));
}

} // namespace ui
