// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/segment.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

SegmentButton::SegmentButton(QString icon, std::optional<Ink> ink, int height, QWidget* parent)
    : QAbstractButton(parent), m_icon(std::move(icon)), m_ink(ink)
{
    setFixedHeight(height);
    setCheckable(true);
    setFont(fontOf(TextRole::Label));
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SegmentButton::setState(State state)
{
    m_state = state;
    setChecked(state != State::Off);
    update();
}

QSize SegmentButton::sizeHint() const
{
    QFont widest = fontOf(TextRole::Label); // the width must not change with the state
    widest.setWeight(QFont::DemiBold);
    const int icon = m_icon.isEmpty() ? 0 : 14 + 5;
    return {QFontMetrics(widest).horizontalAdvance(text()) + icon + 20, height()};
}

void SegmentButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor own = m_ink ? m_ink->of(tokens) : tokens.text;
    QColor text = m_state == State::Off ? tokens.secondaryText : own;
    if (!isEnabled())
        text = tokens.disabled;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_state == State::On) {
        painter.setPen(QPen(m_ink ? text : tokens.controlBorder, 1));
        painter.setBrush(m_ink ? m_ink->tint(tokens) : tokens.raised);
        painter.drawRoundedRect(box, 5, 5);
    } else if (m_state == State::Inherited) {
        QPen dashed(tokens.controlBorder, 1, Qt::CustomDashLine);
        dashed.setDashPattern({3, 2});
        painter.setPen(dashed);
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(box, 5, 5);
    } else if (underMouse() && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(box, 5, 5);
    }
    painter.setPen(text);
    QFont wanted = fontOf(TextRole::Label);
    if (m_state != State::Off)
        wanted.setWeight(QFont::DemiBold);
    painter.setFont(wanted);
    const int words = painter.fontMetrics().horizontalAdvance(this->text());
    int x = (width() - words - (m_icon.isEmpty() ? 0 : 19)) / 2;
    if (!m_icon.isEmpty()) {
        paintIcon(painter, m_icon, text, QRectF(x, (height() - 14) / 2.0, 14, 14));
        x += 19;
    }
    painter.drawText(QRect(x, 0, width() - x, height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, this->text());
}

Segment::Segment(Size size, QWidget* parent) : QWidget(parent), m_size(size), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(2, 2, 2, 2);
    m_row->setSpacing(2);
    setFixedHeight(size == Size::Form ? 30 : 26);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int Segment::addChoice(const QString& text, const QString& icon, std::optional<Ink> ink)
{
    auto* button = new SegmentButton(icon, ink, height() - 4, this);
    const int index = count();
    button->setText(text);
    button->installEventFilter(this);
    connect(button, &QAbstractButton::clicked, this, [this, index] {
        if (m_current != index)
            choose(index);
        else
            refresh(); // a click has switched it off
    });
    // Assistive programs do not click: they toggle. A click does both.
    connect(button, &QAbstractButton::toggled, this, [this, index](bool isOn) {
        if (isOn && !m_refreshing && !m_readOnly && m_current != index)
            choose(index);
    });
    m_row->addWidget(button);
    m_buttons.push_back(button);
    refresh();
    return index;
}

void Segment::addActionChoices()
{
    for (const policy::Action action :
         {policy::Action::Bypass, policy::Action::TempBlock, policy::Action::Block})
        addChoice(words::word(action), iconName(action), action);
}

void Segment::setChoiceText(int index, const QString& text)
{
    button(index)->setText(text);
    button(index)->updateGeometry();
    setGroupName(m_name);
}

void Segment::setChoiceToolTip(int index, const QString& text)
{
    button(index)->setToolTip(text);
}

QAbstractButton* Segment::button(int index) const
{
    return m_buttons.at(static_cast<std::size_t>(index));
}

void Segment::setCurrent(std::optional<int> index)
{
    m_current = index;
    refresh();
}

void Segment::setInherited(std::optional<int> index)
{
    m_inherited = index;
    refresh();
}

void Segment::setGroupName(const QString& name)
{
    m_name = name;
    setAccessibleName(name);
    for (SegmentButton* each : m_buttons)
        each->setAccessibleName(name.isEmpty() ? each->text()
                                               : QStringLiteral("%1: %2").arg(name, each->text()));
}

void Segment::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setEnabled(!readOnly);
}

void Segment::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

bool Segment::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = dynamic_cast<QKeyEvent&>(*event).key();
    const auto found = std::ranges::find(m_buttons, watched);
    const int at = static_cast<int>(found - m_buttons.begin());
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int step = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : count() - 1;
        choose((at + step) % count());
        return true;
    }
    if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && m_inherited) {
        Q_EMIT cleared();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Segment::choose(int index)
{
    m_current = index;
    refresh();
    button(index)->setFocus();
    Q_EMIT chosen(index);
}

void Segment::refresh()
{
    // One stop for Tab: the choice that holds, else the first.
    const int stop = m_current.value_or(m_inherited.value_or(0));
    m_refreshing = true;
    for (int i = 0; i < count(); ++i) {
        SegmentButton* each = m_buttons[static_cast<std::size_t>(i)];
        each->setState(m_current == i                   ? SegmentButton::State::On
                       : !m_current && m_inherited == i ? SegmentButton::State::Inherited
                                                        : SegmentButton::State::Off);
        each->setFocusPolicy(i == stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
    m_refreshing = false;
}

} // namespace ui
