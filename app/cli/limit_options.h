// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of an evaluation as options (RFC 7208 4.6.4), for asking what a receiver with other limits would
// say.
#pragma once

#include "app/cli/command.h"
#include "core/spf/report.h"

#include <tl/expected.hpp>

namespace cli {

[[nodiscard]] QList<Option> limitOptions();

/// The limits that hold, or what is wrong with an option, as a sentence.
[[nodiscard]] tl::expected<spf::Limits, QString> limitsFrom(const Arguments& arguments);

} // namespace cli
