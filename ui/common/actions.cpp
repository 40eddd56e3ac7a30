// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actions.h"

#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

namespace ui {

QString Phrase::text() const
{
    return QCoreApplication::translate(context, source);
}

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), m_window(window) {}

QAction* ActionRegistry::add(ActionSpec spec)
{
    Q_ASSERT(!m_actions.contains(spec.id));
    auto* action = new QAction(this);
    action->setObjectName(spec.id);
    action->setText(spec.shownText());
    action->setShortcut(spec.shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!spec.icon.isEmpty())
        action->setIcon(themedIcon(spec.icon, &Tokens::secondaryText));
    if (spec.run)
        connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    m_window->addAction(action); // shortcuts work while the menu is closed
    m_actions.insert(spec.id, action);
    m_specs.append(std::move(spec));
    Q_EMIT added();
    return action;
}

QAction* ActionRegistry::action(const QString& id) const
{
    return m_actions.value(id);
}

QList<QAction*> ActionRegistry::menu(MenuId menu) const
{
    QList<const ActionSpec*> chosen;
    for (const ActionSpec& spec : m_specs) {
        if (spec.menu == menu)
            chosen.append(&spec);
    }
    std::ranges::stable_sort(chosen, {}, [](const ActionSpec* spec) { return spec->group; });
    QList<QAction*> actions;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        if (i > 0 && chosen[i]->group != chosen[i - 1]->group)
            actions.append(nullptr);
        actions.append(m_actions.value(chosen[i]->id));
    }
    return actions;
}

void ActionRegistry::retranslate()
{
    for (const ActionSpec& spec : m_specs)
        m_actions.value(spec.id)->setText(spec.shownText());
}

} // namespace ui
