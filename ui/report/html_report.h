// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one HTML file that needs nothing else: styles for light, dark and paper, the chart as SVG, no
// script. It is well-formed XML, too.
#pragma once

#include "ui/report/log_report.h"

#include <QByteArray>

namespace report {

[[nodiscard]] QByteArray html(const LogReport& report);

} // namespace report
