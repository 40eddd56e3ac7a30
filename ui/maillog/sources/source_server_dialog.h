// SPDX-License-Identifier: GPL-3.0-or-later
// A log on a server, read over ssh: which host, and a file or the journal.
#pragma once

#include "ui/common/dialog.h"

class QComboBox;

namespace ui {

class ProblemRow;
class Segment;
class ValidatedLineEdit;

class SourceServerDialog final : public Dialog
{
    Q_OBJECT
public:
    SourceServerDialog(const QStringList& hosts, QWidget* parent);

    /// "host:/var/log/mail.log" or "host:journal".
    [[nodiscard]] QString place() const;

private:
    void addField(const QString& label, QWidget* field);
    void check();

    QComboBox* m_host;
    Segment* m_kind;
    ValidatedLineEdit* m_path;
    ProblemRow* m_problem;
    QPushButton* m_add;
};

} // namespace ui
