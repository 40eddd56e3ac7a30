// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page_header.h"

#include "ui/common/label.h"

#include <QBoxLayout>

namespace ui {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(TextRole::PageTitle)),
      m_facts(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_state(new Badge),
      m_titleRow(new QHBoxLayout),
      m_buttons(new QHBoxLayout)
{
    setFixedHeight(62);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(4, 0, 4, 0);
    outer->setSpacing(16);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addStretch(1);
    m_titleRow->setSpacing(10);
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_state);
    m_titleRow->addStretch(1);
    m_state->hide();
    m_facts->setElide(Qt::ElideMiddle);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    texts->addLayout(m_titleRow);
    texts->addWidget(m_facts);
    texts->addStretch(1);
    outer->addLayout(texts, 1);
    m_buttons->setSpacing(8);
    outer->addLayout(m_buttons);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::setFacts(const QString& facts)
{
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void PageHeader::setState(const BadgeSpec& state)
{
    m_state->setSpec(state);
    m_state->setVisible(!state.parts.empty());
}

void PageHeader::addBesideTitle(QWidget* widget)
{
    m_titleRow->insertWidget(m_titleRow->count() - 1, widget);
}

void PageHeader::addButton(QWidget* button)
{
    m_buttons->addWidget(button);
}

} // namespace ui
