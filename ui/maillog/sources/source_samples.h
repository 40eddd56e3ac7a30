// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the open logs to try a pattern on: those of a policy program that could not be read first, then
// others that speak of SPF.
#pragma once

#include "ui/maillog/log_view.h"

#include <QStringList>

namespace ui {

/// Looks at the end of each log. Not for the thread of the window.
[[nodiscard]] QStringList sampleLines(const OpenLogs& logs, qsizetype most);

} // namespace ui
