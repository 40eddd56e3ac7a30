// SPDX-License-Identifier: GPL-3.0-or-later
// A report as PDF: A4, page numbers, heads of tables repeated, fonts inside. Runs in any thread.
#pragma once

#include "core/qtio/log/log_export.h"
#include "ui/report/log_report.h"

namespace ui {

/// `goOn(share)` is asked before each page.
[[nodiscard]] qtio::ExportEnd writePdf(QIODevice& device, const report::LogReport& report,
                                       const std::function<bool(double)>& goOn = {});

} // namespace ui
