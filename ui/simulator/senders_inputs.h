// SPDX-License-Identifier: GPL-3.0-or-later
// The one input of "who may send": a domain, or a mail address of it. Rows as in InputCard, so that both fit
// into one place.
#pragma once

#include <QWidget>

namespace ui {

class Label;
class ProblemRow;
class ValidatedLineEdit;

class SendersInputs final : public QWidget
{
    Q_OBJECT

public:
    explicit SendersInputs(QWidget* parent = nullptr);

    /// As it is asked for: trimmed, of an address only the domain.
    [[nodiscard]] QString domain() const;
    void setDomain(const QString& domain);
    [[nodiscard]] bool isComplete() const;
    void setBusy(bool isBusy);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void changed();
    void runRequested(); ///< Return

private:
    void judge();

    bool m_isBusy = false;
    Label* m_label;
    ValidatedLineEdit* m_edit;
    ProblemRow* m_problem;
};

} // namespace ui
