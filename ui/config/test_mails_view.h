// SPDX-License-Identifier: GPL-3.0-or-later
// The test mails kept with the config: what is expected of each, what happens now, and buttons to change
// them.
#pragma once

#include "ui/config/test_mail_model.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedLayout;

namespace ui {

class EmptyState;
class Label;
class NoticeBar;
class TableView;

class TestMailsView final : public QWidget
{
    Q_OBJECT
public:
    explicit TestMailsView(TestMails& mails, QWidget* parent = nullptr);
    /// Adds a mail and chooses it.
    void add(const qtio::CaseCells& cells);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    void sizeColumns();
    [[nodiscard]] QWidget* buildButtons();
    void addEmpty();
    void removeSelected();
    void refresh();
    void retranslate();

    TestMails& m_mails;
    TestMailModel* m_model;
    NoticeBar* m_problem;
    TableView* m_table;
    EmptyState* m_empty;
    QPushButton* m_add;
    QPushButton* m_remove;
    QAction* m_removeAction;
    QPushButton* m_try;
    QStackedLayout* m_stack;
    bool m_isSized = false; ///< the columns, to the mails
};

} // namespace ui
