// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and messages to the user, behind an interface so that tests can answer from a script.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

struct Question
{
    QString title; ///< says the verb
    QString text;
    /// Named by what they do, the main one last; never "OK".
    QStringList answers;
    /// Esc and closing the window; nothing is done then.
    QString cancel;
};

class Prompter
{
public:
    virtual ~Prompter() = default;
    /// Calls back with the index of the answer, or -1 for cancel.
    virtual void ask(QWidget* over, const Question& question, std::function<void(int answer)> done) = 0;
};

/// Window-modal dialogs; open() and not exec(): no nested event loop.
class DialogPrompter final : public Prompter
{
public:
    void ask(QWidget* over, const Question& question, std::function<void(int answer)> done) override;
};

} // namespace ui
