// SPDX-License-Identifier: GPL-3.0-or-later
// The mail to be judged: address, sender, HELO, each with what is thought of it while it is typed.
#pragma once

#include "ui/simulator/mail_input.h"

#include <QWidget>

class QGridLayout;

namespace ui {

class Label;
class ProblemRow;
class ValidatedLineEdit;

class MailFields final : public QWidget
{
    Q_OBJECT

public:
    explicit MailFields(QWidget* parent = nullptr);

    [[nodiscard]] MailInputs inputs() const;
    void setInputs(const MailInputs& inputs);
    /// Whether the mail can be judged.
    [[nodiscard]] bool isComplete() const;
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void changed();
    void runRequested(); ///< Return in a field

private:
    struct Field
    {
        Label* label = nullptr;
        ValidatedLineEdit* edit = nullptr;
        ProblemRow* problem = nullptr;
    };

    Field addField(QGridLayout& grid, int column, int stretch, const QString& objectName);
    void judge();
    static void show(const Field& field, const InputVerdict& verdict);

    Field m_client;
    Field m_sender;
    Field m_helo;
};

} // namespace ui
