// SPDX-License-Identifier: GPL-3.0-or-later
// The names of one kind that occur among some rows, counted once for all that is asked about them.
#pragma once

#include "core/maillog/statistics.h"

#include <cstdint>
#include <vector>

namespace maillog {

struct CountedNames
{
    std::uint64_t distinct = 0;
    std::vector<NamedCount> top; ///< by count, then by name
};

[[nodiscard]] CountedNames countNames(const Log& log, const RowSet& rows, TopField field,
                                      std::size_t topCount);

} // namespace maillog
