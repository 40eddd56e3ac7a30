// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/surface.h"

#include "ui/common/label.h"

#include <QBoxLayout>
#include <QChildEvent>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

constexpr qreal cardRadius = 8;
constexpr int headHeight = 38;

/// The rounded border with the ground outside its corners.
class CardEdge final : public QWidget
{
public:
    explicit CardEdge(QWidget* parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

    QColor Tokens::* ground = &Tokens::window;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensFor(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath rounded;
        rounded.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
        QPainterPath whole;
        whole.addRect(rect());
        painter.fillPath(whole - rounded, tokens.*ground);
        painter.strokePath(rounded, QPen(tokens.border, 1));
    }
};

} // namespace

Surface::Surface(QColor Tokens::* ground, Qt::Edges lines, QWidget* parent)
    : QWidget(parent), m_ground(ground), m_lines(lines)
{
}

void Surface::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.*m_ground);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, tokens.border);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, tokens.border);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), tokens.border);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), tokens.border);
}

Line::Line(Qt::Orientation orientation, QColor Tokens::* colour, QWidget* parent)
    : QWidget(parent), m_colour(colour)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensFor(*this).*m_colour);
}

Card::Card(QWidget* parent)
    : QWidget(parent),
      m_head(new QWidget),
      m_headLayout(new QHBoxLayout(m_head)),
      m_leading(new QHBoxLayout),
      m_title(new Label(TextRole::Strong)),
      m_note(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_body(new QVBoxLayout),
      m_edge(nullptr)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    m_head->setFixedHeight(headHeight);
    m_headLayout->setContentsMargins(14, 0, 8, 0);
    m_headLayout->setSpacing(8);
    m_leading->setSpacing(8);
    m_note->setElide(Qt::ElideRight);
    m_title->hide();
    m_note->hide();
    m_headLayout->addWidget(m_title);
    m_headLayout->addWidget(m_note);
    m_headLayout->addLayout(m_leading);
    m_headLayout->addStretch(1);
    outer->addWidget(m_head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    outer->addLayout(m_body, 1);
    m_head->hide();
    m_edge = new CardEdge(this);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_head->setVisible(!title.isEmpty() || m_headLayout->count() > 4 || m_leading->count() > 0);
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Card::addHeadWidget(QWidget* widget)
{
    m_headLayout->addWidget(widget);
    m_head->show();
}

void Card::addHeadLeading(QWidget* widget)
{
    m_leading->addWidget(widget);
    m_head->show();
}

void Card::setPadding(int sideways, int above, int below)
{
    m_body->setContentsMargins(sideways, above, sideways, below);
}

void Card::setGround(QColor Tokens::* ground)
{
    static_cast<CardEdge*>(m_edge)->ground = ground;
    m_edge->update();
}

void Card::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), tokens.surface);
    if (!m_head->isHidden())
        painter.fillRect(1, headHeight, width() - 2, 1, tokens.border);
}

void Card::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_edge->setGeometry(rect());
    m_edge->raise();
}

void Card::childEvent(QChildEvent* event)
{
    QWidget::childEvent(event);
    if (event->added() && m_edge != nullptr && event->child() != m_edge)
        m_edge->raise();
}

} // namespace ui
