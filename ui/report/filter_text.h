// SPDX-License-Identifier: GPL-3.0-or-later
// A filter as a reader of a report understands it, who does not know its language.
#pragma once

#include "core/maillog/filter.h"
#include "ui/words/language.h"

#include <QStringList>

namespace report {

/// One sentence a field; all of them hold at once. Times stand on a wall clock that many minutes ahead of
/// UTC.
[[nodiscard]] QStringList filterText(const maillog::Filter& filter, int offsetMinutes,
                                     words::Language language);

/// "2025-11-21 04:41" on that clock.
[[nodiscard]] QString minuteText(std::int64_t time, int offsetMinutes);
/// "UTC+09:00"
[[nodiscard]] QString zoneText(int offsetMinutes);

} // namespace report
