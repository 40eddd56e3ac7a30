// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/result.h"

#include "core/base/word_table.h"

namespace spf {

std::optional<Result> parseResult(std::string_view text) noexcept
{
    static constexpr auto results = [] {
        std::array<std::pair<std::string_view, Result>, allResults.size()> entries;
        std::transform(allResults.begin(), allResults.end(), entries.begin(),
                       [](Result result) { return std::pair(word(result), result); });
        return entries;
    }();
    static constexpr base::WordTable table(results);
    return table.find(text);
}

} // namespace spf
