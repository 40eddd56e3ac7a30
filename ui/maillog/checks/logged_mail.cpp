// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/logged_mail.h"

#include "ui/maillog/log_view.h"
#include "ui/maillog/message/log_text.h"

#include <QSet>

namespace ui {

LoggedMail loggedMail(const maillog::Check& check)
{
    return {check.address ? QString::fromStdString(check.address->toString()) : QString(), text(check.sender),
            text(check.helo)};
}

std::vector<LoggedMail> mailsOf(const LogView& view, std::size_t most)
{
    std::vector<LoggedMail> mails;
    QSet<QString> known;
    for (std::size_t i = 0; i < view.rows.size() && mails.size() < most; ++i) {
        const LoggedMail mail = loggedMail((*view.logs->logs.log)[view.rows[i]]);
        const QString key = mail.address + QChar(0) + mail.sender + QChar(0) + mail.helo;
        if (!mail.address.isEmpty() && !known.contains(key)) {
            known.insert(key);
            mails.push_back(mail);
        }
    }
    return mails;
}

} // namespace ui
