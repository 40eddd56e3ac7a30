// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/checklist_step.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace ui {

namespace {

QIcon drawing(ChecklistStep::State state)
{
    switch (state) {
    case ChecklistStep::State::ToDo:
        return themedIcon(QStringLiteral("pending"), &Tokens::secondaryText);
    case ChecklistStep::State::Next:
        return themedIcon(QStringLiteral("arrow-right"), &Tokens::accent);
    case ChecklistStep::State::Running:
        return themedIcon(QStringLiteral("running"), &Tokens::accent);
    case ChecklistStep::State::Done:
        return themedIcon(QStringLiteral("ok"), &Tokens::good);
    case ChecklistStep::State::Warning:
        break;
    }
    return themedIcon(QStringLiteral("warning"), &Tokens::warning);
}

} // namespace

ChecklistStep::ChecklistStep(int number, QWidget* parent)
    : QWidget(parent),
      m_number(number),
      m_tick(makeIconButton(QStringLiteral("pending"))),
      m_title(new Label),
      m_detail(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_link(makeButton(ButtonKind::Link))
{
    setFixedHeight(46);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(8);
    row->addWidget(m_tick, 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 1);
    first->addWidget(m_link);
    texts->addStretch(1);
    texts->addLayout(first);
    texts->addWidget(m_detail);
    texts->addStretch(1);
    row->addLayout(texts, 1);
    m_title->setElide(Qt::ElideRight);
    m_detail->setElide(Qt::ElideRight);
    m_link->hide();
    connect(m_link, &QAbstractButton::clicked, this, &ChecklistStep::linkActivated);
    connect(m_tick, &QAbstractButton::clicked, this, &ChecklistStep::toggled);
    setState(State::ToDo);
}

void ChecklistStep::setTitle(const QString& title)
{
    m_title->setText(QStringLiteral("%1  %2").arg(m_number).arg(title));
    describe();
}

void ChecklistStep::setDetail(const QString& detail, bool mono)
{
    m_detail->setFont(mono ? monoFont(12) : fontOf(TextRole::Secondary));
    m_detail->setText(detail);
}

void ChecklistStep::setLink(const QString& text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

void ChecklistStep::setState(State state)
{
    m_state = state;
    m_tick->setIcon(drawing(state));
    m_title->setRole(state == State::Next ? TextRole::Strong : TextRole::Body);
    describe();
    update();
}

void ChecklistStep::describe()
{
    QString words;
    switch (m_state) {
    case State::ToDo:
        words = tr("to do");
        break;
    case State::Next:
        words = tr("next");
        break;
    case State::Running:
        words = tr("running");
        break;
    case State::Done:
        words = tr("done");
        break;
    case State::Warning:
        words = tr("needs attention");
        break;
    }
    setNamed(m_tick, QStringLiteral("%1: %2").arg(m_title->text(), words));
}

void ChecklistStep::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    if (m_state == State::Next) {
        painter.fillRect(rect(), tokens.selection);
        painter.fillRect(0, 0, 3, height(), tokens.accent);
    } else {
        painter.fillRect(46, height() - 1, width() - 58, 1, tokens.grid);
    }
}

void ChecklistStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace ui
