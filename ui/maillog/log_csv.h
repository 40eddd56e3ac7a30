// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a view as CSV (RFC 4180, UTF-8), all of them: what a spreadsheet opens.
#pragma once

#include "ui/maillog/log_view.h"

#include <QIODevice>

namespace ui {

/// Cells that a spreadsheet would run as a formula are defused by a leading apostrophe. False when writing
/// fails.
[[nodiscard]] bool writeCsv(QIODevice& device, const LogView& view);

} // namespace ui
