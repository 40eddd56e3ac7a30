// SPDX-License-Identifier: GPL-3.0-or-later
// What the head of the page says about the logs that are open: files, size, what is wrong with them.
#pragma once

#include "ui/common/level.h"
#include "ui/maillog/log_opener.h"
#include "ui/maillog/log_view.h"

#include <QStringList>

#include <optional>

namespace ui {

/// "/var/log/mail.log", or "3 mail logs".
[[nodiscard]] QString placesText(const QStringList& places);

/// Name, size, lines, what was guessed; `view` may be null.
[[nodiscard]] QString factsOf(const QStringList& places, const OpenLogs* logs, const LogView* view);

struct LogNotice
{
    Level level = Level::Info;
    QString text;
};

/// What is wrong with the files and with places that were not opened, one sentence a file, the worst first;
/// nothing when all is well.
[[nodiscard]] std::optional<LogNotice> noticeOf(const OpenLogs& logs,
                                                const std::vector<OpenProblem>& problems);

/// "UTC+9:00"
[[nodiscard]] QString zoneText(int offsetMinutes);

} // namespace ui
