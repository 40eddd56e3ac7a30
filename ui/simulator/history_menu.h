// SPDX-License-Identifier: GPL-3.0-or-later
// The mails simulated so far, newest first, to be run again. Kept for the session only: senders are people.
#pragma once

#include "ui/simulator/mail_input.h"
#include "ui/simulator/simulation.h"

#include <QMenu>

namespace ui {

class HistoryMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit HistoryMenu(QWidget* parent = nullptr);

    /// The same mail again moves to the front.
    void add(const MailInputs& inputs, const policy::Decision& decision);

    [[nodiscard]] const QList<MailInputs>& mails() const { return m_mails; }

Q_SIGNALS:
    void chosen(const MailInputs& inputs);

private:
    QList<MailInputs> m_mails;
};

} // namespace ui
