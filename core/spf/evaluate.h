// SPDX-License-Identifier: GPL-3.0-or-later
// A whole evaluation in one call, for answers that are at hand: zones, recorded answers, tests.
#pragma once

#include "core/spf/evaluation.h"

#include <utility>

namespace spf {

/// `lookup` takes a dns::Question and returns its dns::Answer, by value or by reference.
template <class Lookup>
[[nodiscard]] Report evaluate(Check check, Options options, Lookup&& lookup)
{
    Evaluation evaluation(std::move(check), std::move(options));
    while (const dns::Question* question = evaluation.question()) {
        evaluation.answer(lookup(*question));
    }
    return evaluation.takeReport();
}

} // namespace spf
