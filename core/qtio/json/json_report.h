// SPDX-License-Identifier: GPL-3.0-or-later
// Simulation results as JSON (INTERFACES.md, "check"): the command line's output and the window's exports.
// Keys and words are never translated.
#pragma once

#include "core/policy/decision.h"
#include "core/policy/request.h"
#include "core/qtio/runs/mail_check.h"
#include "core/spf/report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qtio {

/// "include-without-record": the stable name of a problem.
[[nodiscard]] QString problemId(spf::ProblemCode code);

/// {"code","domain","term","span","detail","rcode"}; null parts where they do not apply.
[[nodiscard]] QJsonObject toJson(const spf::Problem& problem);

/// {"result","mechanism","explanation","problem","lookups","voidLookups","elapsedMs","trace"}.
/// "trace" is empty when the report has none.
[[nodiscard]] QJsonObject toJson(const spf::Report& report);

/// The terms of the top record in order. The record itself comes first as its version section "v=spf1" with
/// the question that brought it; a term that leads to another record holds that question and the record's
/// terms.
[[nodiscard]] QJsonArray traceJson(const spf::TraceNode& root);

/// {"action","rule","entry","postfixAction","header"}.
[[nodiscard]] QJsonObject toJson(const policy::Decision& decision);

/// Says a problem as a sentence; the sentences are above this layer.
using ProblemWords = QString (*)(const spf::Problem& problem);

/// The whole check object; `report` is null for mail that is not evaluated. With `words` the problem has a
/// "message" as well.
[[nodiscard]] QJsonObject checkJson(const policy::Request& request, const policy::Decision& decision,
                                    const spf::Report* report, ProblemWords words = nullptr);
[[nodiscard]] QJsonObject checkJson(const CheckOutcome& outcome, ProblemWords words);

/// A line of a batch: the check object and its "row", from 1, or what is wrong with that row.
[[nodiscard]] QByteArray batchLine(std::size_t row, const CheckOutcome& outcome, ProblemWords words);
[[nodiscard]] QByteArray batchLine(std::size_t row, const QString& error);

} // namespace qtio
