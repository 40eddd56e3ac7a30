// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/help_view.h"

#include "core/config/values.h"
#include "ui/common/badge.h"
#include "ui/common/label.h"
#include "ui/config/file_text.h"
#include "ui/words/config_help.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

namespace {

constexpr int widestText = 760;
constexpr qsizetype longestValue = 40; ///< of a value in a badge, in characters

} // namespace

HelpView::HelpView(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_title(new Label(TextRole::Strong)),
      m_key(new MonoLabel(&Tokens::secondaryText)),
      m_default(new Badge),
      m_onDisk(new Badge),
      m_now(new Badge),
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
    for (Badge* badge : {m_default, m_onDisk, m_now})
        head->addWidget(badge);
    head->addStretch(1);
    column->addLayout(head);
    for (Label* text : {m_meaning, m_consequence}) {
        text->setWordWrap(true);
        text->setMaximumWidth(widestText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(text);
    }
    column->addStretch(1);
    connect(&m_document, &ConfigDocument::contentChanged, this, &HelpView::refreshValues);
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
    refreshValues();
    m_consequence->setVisible(key != nullptr);
    if (key == nullptr) {
        m_title->setText(tr("Section"));
        m_meaning->setText(words::help(kind));
        return;
    }
    const words::SettingHelp help = words::help(*key);
    m_title->setText(help.name);
    m_meaning->setText(help.meaning);
    m_consequence->setText(help.consequence);
}

void HelpView::refreshValues()
{
    const config::SectionKind kind = config::classifySection(m_field.section).kind;
    const bool isKnown = config::findKey(kind, m_field.key) != nullptr;
    for (Badge* badge : {m_default, m_onDisk, m_now})
        badge->setVisible(isKnown);
    if (!isKnown)
        return;
    const auto shown = [this](const std::string& value) {
        const QString text = decoded(value, m_document.encoding());
        return text.isEmpty()               ? tr("empty")
               : text.size() > longestValue ? text.left(longestValue) + QChar(0x2026)
                                            : text;
    };
    const auto written = [&](const config::IniDocument& document) {
        const auto value = config::fieldValue(document, m_field.section, m_field.key).written;
        return value ? shown(*value) : tr("not set");
    };
    const config::FieldValue now = config::fieldValue(m_document.current(), m_field.section, m_field.key);
    m_default->setSpec(BadgeSpec::of(now.isInherited
                                         ? tr("Default: as [globals], %1").arg(shown(now.defaultValue))
                                         : tr("Default: %1").arg(shown(now.defaultValue)),
                                     &Tokens::secondaryText));
    m_onDisk->setSpec(
        BadgeSpec::of(tr("On disk: %1").arg(written(m_document.onDisk())), &Tokens::secondaryText));
    const bool isModified = m_document.isKeyModified(m_field.section, m_field.key);
    m_now->setVisible(isModified);
    m_now->setSpec(BadgeSpec::of(tr("Edited: %1").arg(written(m_document.current())), &Tokens::accent));
}

void HelpView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
