// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/assumption.h"

namespace spf {

Report assumedReport(const Check& check, const Options& options, Result assumed)
{
    const Evaluation evaluation(check, options);
    if (evaluation.isDone()) {
        return evaluation.report();
    }
    Report report;
    report.result = assumed;
    report.domain = check.domain;
    report.limits = options.limits;
    return report;
}

} // namespace spf
