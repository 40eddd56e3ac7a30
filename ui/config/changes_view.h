// SPDX-License-Identifier: GPL-3.0-or-later
// The list of changes since the last save, each with its own way back.
#pragma once

#include "ui/config/change_model.h"

#include <QWidget>

class QStackedLayout;

namespace ui {

class EmptyState;
class TableView;

class ChangesView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesView(ConfigDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] ChangeModel& model() { return *m_model; }

Q_SIGNALS:
    void goTo(const config::Change& change);

protected:
    void changeEvent(QEvent* event) override;

private:
    void revert(int row);
    void refresh();
    void retranslate();

    ConfigDocument& m_document;
    ChangeModel* m_model;
    TableView* m_table;
    EmptyState* m_empty;
    QAction* m_revert;
    QStackedLayout* m_stack;
};

} // namespace ui
