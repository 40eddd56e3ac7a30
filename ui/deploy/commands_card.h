// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as commands for people who would rather type them.
#pragma once

#include "core/postfix/commands.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class Card;
class Label;

class CommandsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandsCard(QWidget* parent = nullptr);
    /// `reload` is the last line.
    void setCommands(const std::vector<std::string>& commands, const std::string& reload,
                     postfix::Installation installation);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void copyRequested(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QStringList m_commands;
    postfix::Installation m_installation = postfix::Installation::Systemd;
    Card* m_card;
    Label* m_origin;
    QToolButton* m_copy;
    Label* m_text;
};

} // namespace ui
