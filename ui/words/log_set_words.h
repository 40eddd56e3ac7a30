// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about which logs are read: what was left out, and where they come from.
#pragma once

#include "core/qtio/log/log_set.h"
#include "core/qtio/log/log_spool.h"

#include <QString>

namespace words {

/// Why it was left out.
[[nodiscard]] QString message(const qtio::LeftOutLog& log);
/// Why nothing came from there, and what to do about it.
[[nodiscard]] QString message(const qtio::LogPlaceError& error);
/// As people read it: "/var/log/mail.log", "Journal of this computer", "mx1: /var/log/mail.log".
[[nodiscard]] QString placeText(const QString& place);

/// A packed log, or one that journalctl wrote.
[[nodiscard]] QString cannotFollow(const QString& path);
/// A log that is followed and does not exist (yet).
[[nodiscard]] QString waitingFor(const QString& path);
[[nodiscard]] QString fetchProgress(const QString& place, int percent);

} // namespace words
