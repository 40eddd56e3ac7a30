// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a table of mails as text and says, before it is taken, what its columns are understood as.
#pragma once

#include "ui/common/dialog.h"

class QPlainTextEdit;

namespace ui {

class ProblemRow;

class PasteDialog final : public Dialog
{
    Q_OBJECT

public:
    PasteDialog(const QString& text, QWidget* parent);

Q_SIGNALS:
    void taken(const QString& text);

private:
    void judge();

    QPlainTextEdit* m_text;
    Label* m_columns;
    ProblemRow* m_problem;
    QPushButton* m_take;
};

/// "client IP, sender, HELO": what the columns of a table are understood as, in its order.
[[nodiscard]] QString columnWords(const QByteArray& table);

} // namespace ui
