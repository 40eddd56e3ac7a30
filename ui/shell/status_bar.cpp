// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPainter>

namespace ui {

namespace {

/// A button only where it does something; painted alike.
class SegmentView final : public QAbstractButton
{
public:
    explicit SegmentView(StatusSegment segment) : m_segment(std::move(segment))
    {
        setObjectName(QStringLiteral("status.") + m_segment.id);
        setFont(fontOf(TextRole::Secondary));
        setAccessibleName(m_segment.text);
        setText(m_segment.text);
        setFocusPolicy(m_segment.run ? Qt::TabFocus : Qt::NoFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setFixedHeight(22);
        if (m_segment.run)
            connect(this, &QAbstractButton::clicked, this, [this] { m_segment.run(); });
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + (m_segment.icon.isEmpty() ? 2 : 22), 22};
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {std::min(60, sizeHint().width()), 22}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QColor ink = m_segment.ink.of(tokensFor(*this));
        QPainter painter(this);
        int left = 0;
        if (!m_segment.icon.isEmpty()) {
            paintIcon(painter, m_segment.icon, ink, QRectF(0, 4, 14, 14));
            left = 20;
        }
        painter.setPen(ink);
        const QRect box(left, 0, width() - left, height());
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, box.width()));
    }

private:
    StatusSegment m_segment;
};

} // namespace

StatusBar::StatusBar(QWidget* parent) : QWidget(parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    setObjectName(QStringLiteral("status"));
    setFixedHeight(26);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 16, 0);
    row->setSpacing(20);
    m_left->setSpacing(20);
    m_right->setSpacing(20);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addLayout(m_right);
}

void StatusBar::setLine(const StatusLine& line)
{
    fill(m_left, line.left);
    fill(m_right, line.right);
}

void StatusBar::fill(QHBoxLayout* side, const QList<StatusSegment>& segments)
{
    while (QLayoutItem* item = side->takeAt(0)) {
        item->widget()->setObjectName(QString());
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
    for (const StatusSegment& segment : segments)
        side->addWidget(new SegmentView(segment));
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(0, 0, width(), 1, tokens.border);
}

} // namespace ui
