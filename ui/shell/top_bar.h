// SPDX-License-Identifier: GPL-3.0-or-later
// Band in the host's colour, program icon, menus, the field that searches everything, and the five icons.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/tokens.h"

#include <QHash>
#include <QWidget>

class QMenu;
class QMenuBar;

namespace ui {

class SearchOpener;

class TopBar final : public QWidget
{
    Q_OBJECT
public:
    TopBar(ActionRegistry& actions, QWidget* parent = nullptr);
    /// Menus are made from the registry; call after pages have added their actions.
    void rebuildMenus();

    /// The colour of the host that is worked on.
    void setBand(Ink ink);

    [[nodiscard]] QMenuBar* menuBar() const { return m_menuBar; }

Q_SIGNALS:
    void searchRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void placeSearch();
    ActionRegistry& m_actions;
    Ink m_band = &Tokens::accent;
    QMenuBar* m_menuBar;
    QHash<MenuId, QMenu*> m_menus;
    SearchOpener* m_search;
};

} // namespace ui
