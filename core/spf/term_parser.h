// SPDX-License-Identifier: GPL-3.0-or-later
// One term of a record by the grammar of RFC 7208 12. Known modifier names are never read as unknown ones.
#pragma once

#include "core/spf/record.h"

namespace spf {

/// `span` of `text` is a run of printable characters without blanks.
[[nodiscard]] tl::expected<Term, SyntaxError> parseTerm(std::string_view text, Span span);

} // namespace spf
