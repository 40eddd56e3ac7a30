// SPDX-License-Identifier: GPL-3.0-or-later
// A mail of the log as the simulator and the policy pages take it.
#pragma once

#include "core/maillog/log.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace ui {

struct LogView;

struct LoggedMail
{
    QString address;
    QString sender;
    QString helo;
    friend bool operator==(const LoggedMail&, const LoggedMail&) = default;
};

[[nodiscard]] LoggedMail loggedMail(const maillog::Check& check);
/// The mails of the rows of a view, each once, in the order of the log; at most `most`.
[[nodiscard]] std::vector<LoggedMail> mailsOf(const LogView& view, std::size_t most);

} // namespace ui
