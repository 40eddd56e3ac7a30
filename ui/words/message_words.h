// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a message, line by line of a log, in words.
#pragma once

#include "core/maillog/message.h"

#include <QString>

namespace words {

/// "connected", "rejected", ...; empty for lines that tell nothing of the kind.
[[nodiscard]] QString message(maillog::MessageEvent event);

/// "+4 s", "+12 min", "+3 h", "+2 d"; empty below a second.
[[nodiscard]] QString timeGap(qint64 milliseconds);

} // namespace words
