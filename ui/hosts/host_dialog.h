// SPDX-License-Identifier: GPL-3.0-or-later
// A saved host: its name, where ssh finds it, what it is to the company, and whether its file needs sudo.
#pragma once

#include "core/qtio/ssh/ssh_hosts.h"
#include "ui/common/dialog.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class ProblemRow;
class Segment;
class ValidatedLineEdit;

class HostDialog final : public Dialog
{
    Q_OBJECT
public:
    enum class Task { Add, Edit };

    /// As finished() tells it.
    enum Answer { Cancelled = QDialog::Rejected, Saved = QDialog::Accepted, Removed };

    HostDialog(Task task, const qtio::SshHost& host, QWidget* parent);

    [[nodiscard]] qtio::SshHost host() const;

private:
    void addField(const QString& label, QWidget* field, const QString& help);
    void check();

    qtio::SshHost m_before;
    QLineEdit* m_name;
    ValidatedLineEdit* m_destination;
    ProblemRow* m_problem;
    Segment* m_role;
    QLineEdit* m_config;
    QCheckBox* m_sudo;
    QPushButton* m_save = nullptr;
};

} // namespace ui
