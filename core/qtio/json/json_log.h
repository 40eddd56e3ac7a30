// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of mail logs as JSON (INTERFACES.md, "log summary").
#pragma once

#include "core/maillog/statistics.h"

#include <QJsonObject>

namespace qtio {

/// The summary object; every hour lists all seven results.
[[nodiscard]] QJsonObject toJson(const maillog::Summary& summary);

} // namespace qtio
