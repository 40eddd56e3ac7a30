// SPDX-License-Identifier: GPL-3.0-or-later
// "Notifications": the rules, the one chosen as a form, how often each would have fired in the log that is
// open, and what they have noticed so far.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/follow/alert_guard.h"

#include <QTimer>

class QComboBox;
class QGridLayout;
class QSpinBox;
class QTableWidget;

namespace ui {

class AlertModel;
class ProblemRow;
class TableView;
class ValidatedLineEdit;

class AlertDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `log` may be null: none is open.
    AlertDialog(AlertGuard& guard, std::shared_ptr<const maillog::Log> log, QWidget* parent);

Q_SIGNALS:
    void showRequested(const QString& expression, const ui::TimeSpan& span);

private:
    QWidget* buildRules();
    QWidget* buildForm();
    QWidget* buildNotes();
    void addField(QGridLayout& grid, int row, const QString& label, QWidget* field, const QString& help);
    void fillForm();
    void takeForm();
    void fillNotes();
    void replayAll();
    void save();
    [[nodiscard]] int row() const;
    void add();
    void remove();

    AlertGuard& m_guard;
    std::shared_ptr<const maillog::Log> m_log;
    AlertModel* m_model;
    TableView* m_rules;
    QWidget* m_form = nullptr;
    QComboBox* m_what;
    QSpinBox* m_moreThan;
    QSpinBox* m_minutes;
    QComboBox* m_scope;
    ValidatedLineEdit* m_only;
    ProblemRow* m_problem;
    QSpinBox* m_again;
    QTableWidget* m_notes;
    QPushButton* m_remove = nullptr;
    QPushButton* m_show = nullptr;
    bool m_filling = false; ///< the form follows the choice, not the user
    QTimer m_settled;       ///< typing a number asks once
    std::uint64_t m_replay = 0;
};

} // namespace ui
