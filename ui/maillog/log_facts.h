// SPDX-License-Identifier: GPL-3.0-or-later
// What the head of the page says about the logs that are open: files, size, what is wrong with them.
#pragma once

#include "ui/maillog/banners.h"
#include "ui/maillog/log_view.h"
#include "ui/maillog/sources/log_opener.h"

#include <QStringList>

#include <vector>

namespace ui {

/// "/var/log/mail.log", or "3 mail logs".
[[nodiscard]] QString placesText(const QStringList& places);

/// Name (or number of those that could be opened), size, lines, what was guessed; `logs` and `view` may be
/// null.
[[nodiscard]] QString factsOf(const QStringList& places, const OpenLogs* logs, const LogView* view);

/// What is wrong with the files and with places that were not opened, then what need not be read, one
/// sentence a file, the worst first; nothing when all is well.
[[nodiscard]] std::vector<Banner> noticesOf(const OpenLogs& logs, const OpenedPlaces& places);

/// For the dialogs that open logs: names that logs have, also rotated ones.
[[nodiscard]] QStringList logFileFilters();

/// "UTC+9:00"
[[nodiscard]] QString zoneText(int offsetMinutes);

} // namespace ui
