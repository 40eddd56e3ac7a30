// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/help_view.h"

#include "ui/common/badge.h"
#include "ui/common/label.h"
#include "ui/words/config_help.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

namespace {

constexpr int widestText = 760;

} // namespace

HelpView::HelpView(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(TextRole::Strong)),
      m_key(new MonoLabel(&Tokens::secondaryText)),
      m_default(new Badge),
      m_meaning(new Label),
      m_consequence(new Label(TextRole::Body, &Tokens::secondaryText))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_key);
    head->addWidget(m_default);
    head->addStretch(1);
    column->addLayout(head);
    for (Label* text : {m_meaning, m_consequence}) {
        text->setWordWrap(true);
        text->setMaximumWidth(widestText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(text);
    }
    column->addStretch(1);
    retranslate();
}

void HelpView::setField(const FieldId& field)
{
    m_field = field;
    retranslate();
}

void HelpView::retranslate()
{
    const config::SectionKind kind = config::classifySection(m_field.section).kind;
    const config::KeySchema* key = config::findKey(kind, m_field.key);
    m_key->setText(m_field.key.empty()
                       ? QStringLiteral("[%1]").arg(QString::fromStdString(m_field.section))
                       : QStringLiteral("[%1] %2").arg(QString::fromStdString(m_field.section),
                                                       QString::fromStdString(m_field.key)));
    m_default->setVisible(key != nullptr);
    m_consequence->setVisible(key != nullptr);
    if (key == nullptr) {
        m_title->setText(tr("Section"));
        m_meaning->setText(words::help(kind));
        return;
    }
    const words::SettingHelp help = words::help(*key);
    const QString value =
        QString::fromLatin1(key->defaultValue.data(), static_cast<qsizetype>(key->defaultValue.size()));
    m_title->setText(help.name);
    m_meaning->setText(help.meaning);
    m_consequence->setText(help.consequence);
    m_default->setSpec(BadgeSpec::of(kind == config::SectionKind::Domain ? tr("Default: as [globals]")
                                     : value.isEmpty()                   ? tr("Default: empty")
                                                       : tr("Default: %1").arg(value.left(40)),
                                     &Tokens::secondaryText));
}

void HelpView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
