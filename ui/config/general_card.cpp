// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/general_card.h"

#include "core/config/values.h"
#include "ui/common/segment.h"
#include "ui/config/yes_no.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>

namespace ui {

namespace {

const FieldId checkHelo{"globals", "check_helo"};
const FieldId logLevel{"globals", "log_level"};
constexpr int levelCount = 5;

} // namespace

GeneralCard::GeneralCard(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_card(new Card),
      m_checkHelo(makeYesNo(document, checkHelo)),
      m_logLevel(new QComboBox),
      m_checkHeloRow(new FieldRow(m_checkHelo)),
      m_logLevelRow(new FieldRow(m_logLevel))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->body()->setContentsMargins(2, 5, 10, 6);
    m_card->body()->addWidget(m_checkHeloRow);
    m_card->body()->addWidget(m_logLevelRow);
    m_logLevel->setObjectName(QStringLiteral("config.globals.log_level"));
    m_logLevel->setMinimumWidth(170);
    setField(m_logLevel, logLevel);
    setField(m_logLevelRow, logLevel);
    setField(m_checkHeloRow, checkHelo);
    for (int i = 0; i <= levelCount; ++i)
        m_logLevel->addItem({});
    connectRow(*m_checkHeloRow, m_document, checkHelo);
    connectRow(*m_logLevelRow, m_document, logLevel);
    connect(m_logLevel, &QComboBox::activated, this, [this](int index) {
        if (index == 0)
            m_document.resetKey(logLevel.section, logLevel.key);
        else
            m_document.setKey(logLevel.section, logLevel.key, std::to_string(index - 1));
    });
    connect(&m_document, &ConfigDocument::contentChanged, this, &GeneralCard::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &GeneralCard::refresh);
    retranslate();
}

void GeneralCard::setShown(const ShownFields& shown)
{
    m_shown = shown;
    refresh();
}

void GeneralCard::refresh()
{
    const config::FieldValue level = config::fieldValue(m_document.current(), logLevel.section, logLevel.key);
    const int written = level.written && level.isValid ? QString::fromStdString(level.effective).toInt() : -1;
    m_logLevel->setCurrentIndex(written + 1);
    m_logLevel->setEnabled(!m_document.isReadOnly());
    m_logLevelRow->setDefaultText(level.written ? tr("Default 1") : QString());
    refreshRow(*m_logLevelRow, m_document, logLevel);
    refreshYesNo(*m_checkHelo, *m_checkHeloRow, m_document, checkHelo);
    m_checkHeloRow->setVisible(isShown(m_document, checkHelo, m_shown));
    m_logLevelRow->setVisible(isShown(m_document, logLevel, m_shown));
    setVisible(!m_checkHeloRow->isHidden() || !m_logLevelRow->isHidden());
}

QString GeneralCard::levelName(int level)
{
    switch (level) {
    case 0:
        return tr("0  None");
    case 1:
        return tr("1  Standard");
    case 2:
        return tr("2  Detailed");
    case 3:
        return tr("3  Diagnostic");
    default:
        return tr("4  Debug");
    }
}

void GeneralCard::retranslate()
{
    m_card->setTitle(tr("General and log"));
    m_checkHeloRow->setLabel(tr("Check HELO"));
    m_checkHeloRow->setHelp(tr("when MAIL FROM is empty or invalid"));
    m_logLevelRow->setLabel(tr("Log level"));
    m_logLevelRow->setHelp(tr("0–4"));
    m_logLevel->setItemText(0, tr("Not set: %1").arg(levelName(1)));
    for (int level = 0; level < levelCount; ++level)
        m_logLevel->setItemText(level + 1, levelName(level));
    refresh();
}

void GeneralCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
