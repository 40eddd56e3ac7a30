// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/report.h"

namespace spf {

std::string_view word(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Match:
        return "match";
    case Outcome::NoMatch:
        return "no-match";
    case Outcome::Error:
        return "error";
    case Outcome::NotEvaluated:
        break;
    }
    return "not-evaluated";
}

} // namespace spf
