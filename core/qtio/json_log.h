// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and rows of mail logs as JSON (INTERFACES.md, "log summary", "log events").
#pragma once

#include "core/maillog/statistics.h"

#include <QJsonObject>
#include <QString>

namespace qtio {

/// The summary object; every hour lists all seven results.
[[nodiscard]] QJsonObject toJson(const maillog::Summary& summary);

/// One row:
/// {"time","host","dialect","result","action","identity","domain","ip","helo","from","to","rule","repeat",
/// "guessed":[field names],"rejected","otherProgram"}. "time" is ISO 8601 with the offset of the host's wall
/// clock; "rejected": a line of Postfix confirms the refusal; "otherProgram": rspamd or OpenDMARC judged the
/// message, too.
[[nodiscard]] QJsonObject toJson(const maillog::Check& check);

/// "2025-11-21T04:41:07.312+09:00": UTC milliseconds on the wall clock of a host.
[[nodiscard]] QString wallClock(std::int64_t time, int offsetMinutes);

} // namespace qtio
