// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompter.h"

#include "ui/common/buttons.h"
#include "ui/common/dialog.h"
#include "ui/common/label.h"

#include <QBoxLayout>

#include <utility>

namespace ui {

void DialogPrompter::ask(QWidget* over, const Question& question, std::function<void(int answer)> done)
{
    auto* dialog = new Dialog(over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(question.title);
    auto* text = new Label;
    text->setText(question.text);
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    dialog->body()->addWidget(text);
    if (!question.cancel.isEmpty())
        QObject::connect(dialog->addButton(ButtonKind::Plain, question.cancel), &QAbstractButton::clicked,
                         dialog, &QDialog::reject);
    for (int i = 0; i < question.answers.size(); ++i) {
        const bool main = i + 1 == question.answers.size();
        QPushButton* button =
            dialog->addButton(main ? ButtonKind::Primary : ButtonKind::Plain, question.answers[i]);
        QObject::connect(button, &QAbstractButton::clicked, dialog, [dialog, i] { dialog->done(i + 1); });
    }
    QObject::connect(dialog, &QDialog::finished, over,
                     [done = std::move(done)](int result) { done(result - 1); });
    dialog->open();
}

} // namespace ui
