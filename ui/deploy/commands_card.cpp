// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/commands_card.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

CommandsCard::CommandsCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_origin(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_copy(makeIconButton(QStringLiteral("copy"))),
      m_text(new Label)
{
    m_copy->setObjectName(QStringLiteral("deploy.commands.copy"));
    m_text->setObjectName(QStringLiteral("deploy.commands.text"));
    m_text->setFont(monoFont());
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_card->addHeadWidget(m_origin);
    m_card->addHeadWidget(m_copy);
    m_card->body()->addWidget(m_text);
    m_card->setPadding(14, 10, 12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(text()); });
    retranslate();
}

void CommandsCard::setCommands(const std::vector<std::string>& commands, const std::string& reload,
                               postfix::Installation installation)
{
    m_commands.clear();
    for (const std::string& command : commands) {
        m_commands.append(QString::fromStdString(command));
    }
    m_commands.append(QString::fromStdString(reload));
    m_installation = installation;
    retranslate();
}

QString CommandsCard::text() const
{
    return m_commands.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void CommandsCard::retranslate()
{
    m_card->setTitle(tr("The same as commands"));
    m_origin->setText(m_installation == postfix::Installation::Imsva ? tr("restart, as in the IMSVA guide")
                                                                     : tr("a reload is enough"));
    setNamed(m_copy, tr("Copy the commands"));
    QStringList lines;
    for (const QString& command : std::as_const(m_commands)) {
        lines.append(QStringLiteral("$ ") + command);
    }
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_text->setAccessibleName(m_card->title());
}

void CommandsCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
