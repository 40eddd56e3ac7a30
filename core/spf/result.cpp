// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/result.h"

#include "core/base/ascii.h"

namespace spf {

std::optional<Result> parseResult(std::string_view text) noexcept
{
    for (const Result result : allResults) {
        if (base::equalsIgnoreCase(word(result), text)) {
            return result;
        }
    }
    return std::nullopt;
}

} // namespace spf
