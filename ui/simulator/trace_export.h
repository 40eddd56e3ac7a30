// SPDX-License-Identifier: GPL-3.0-or-later
// A simulation as a file for somebody else: plain text for a ticket, a page of HTML that needs nothing else,
// JSON as the command line prints it (INTERFACES.md, "check").
#pragma once

#include "ui/simulator/simulation.h"

#include <QByteArray>
#include <QString>

namespace ui {

/// `command` repeats the run; empty leaves it out.
[[nodiscard]] QString textReport(const SimulationOutcome& outcome, const QString& command);
/// Everything foreign is escaped; no script, no link to elsewhere.
[[nodiscard]] QString htmlReport(const SimulationOutcome& outcome, const QString& command);
[[nodiscard]] QByteArray jsonReport(const SimulationOutcome& outcome);

} // namespace ui
