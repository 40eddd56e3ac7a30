// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/history_menu.h"

#include "ui/common/icons.h"
#include "ui/words/result_words.h"

namespace ui {

namespace {

constexpr qsizetype most = 20;

QString entryText(const MailInputs& inputs, const policy::Decision& decision)
{
    const QString result =
        decision.result ? words::word(*decision.result) + QStringLiteral(" → ") : QString();
    QString text = QStringLiteral("%1   <%2>   %3   %4")
                       .arg(inputs.client, inputs.sender, inputs.helo, result + words::word(decision.action));
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

HistoryMenu::HistoryMenu(QWidget* parent) : QMenu(parent) {}

void HistoryMenu::add(const MailInputs& inputs, const policy::Decision& decision)
{
    const qsizetype known = m_mails.indexOf(inputs);
    if (known >= 0) {
        m_mails.removeAt(known);
        delete actions().at(known);
    }
    auto* action = new QAction(decision.result ? themedIcon(iconName(*decision.result), *decision.result)
                                               : themedIcon(iconName(decision.action), decision.action),
                               entryText(inputs, decision), this);
    connect(action, &QAction::triggered, this, [this, inputs] { Q_EMIT chosen(inputs); });
    insertAction(actions().value(0), action);
    m_mails.prepend(inputs);
    if (m_mails.size() > most) {
        m_mails.removeLast();
        delete actions().last();
    }
}

} // namespace ui
