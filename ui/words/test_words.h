// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for the test mails kept with a config.ini, in the window and on the command line.
#pragma once

#include "core/policy/policy_test.h"
#include "core/qtio/tables/case_table.h"

#include <QString>

namespace words {

/// "ok", "failed"
[[nodiscard]] QString testOutcome(bool passed);
/// "expected block, got tempblock"
[[nodiscard]] QString comparison(const policy::PolicyCase& test, const policy::PolicyVerdict& verdict);
/// "7 test mails: 5 ok, 2 failed"
[[nodiscard]] QString testSummary(int passed, int failed);

/// What is wrong with a row, and its cure.
[[nodiscard]] QString message(const qtio::CaseError& error);
[[nodiscard]] QString message(qtio::CaseTableError error, const QString& path);
/// A row that is no test mail, with its place.
[[nodiscard]] QString rowMessage(std::size_t line, const qtio::CaseError& error);

} // namespace words
