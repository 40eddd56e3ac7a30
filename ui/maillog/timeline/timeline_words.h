// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the timeline in words, on the wall clock of the log.
#pragma once

#include "ui/maillog/log_view.h"

#include <QDateTime>
#include <QString>

namespace ui {

[[nodiscard]] QDateTime wallTime(std::int64_t time, const maillog::ZoneRules& clock);
/// "2025-11-21 4:40–5:00"; an hour that comes twice says which one: "2025-10-26 2:00–3:00 (UTC+02:00)".
[[nodiscard]] QString spanText(const TimeSpan& span, const maillog::ZoneRules& clock);
/// With the day of the week and without the year: "Fri Nov 21, 4:40–5:00"; whole days have no times.
[[nodiscard]] QString spanWords(const TimeSpan& span, const maillog::ZoneRules& clock);
/// "Nov 21", as on the axis.
[[nodiscard]] QString dayText(const QDate& date);
/// Of a time of which the log says nothing.
[[nodiscard]] QString noLineText();
/// "20 min", "1 h", "1 d", "1 week", "3 months".
[[nodiscard]] QString lengthText(maillog::BucketLength length);

} // namespace ui
