// SPDX-License-Identifier: GPL-3.0-or-later
// The zone in which a server wrote its stamps, from the system's zone database as a table for the core.
#pragma once

#include "core/maillog/zone_rules.h"

#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace qtio {

[[nodiscard]] maillog::ZoneRules zoneRules(const QTimeZone& zone);

/// "Asia/Tokyo", "UTC", "+0900", "+09:00", "Z"; nothing for a name that the system does not know.
[[nodiscard]] std::optional<maillog::ZoneRules> parseZone(QStringView text);

} // namespace qtio
