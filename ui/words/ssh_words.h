// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for hosts that were not reached: what happened and what to do about it.
#pragma once

#include "core/qtio/ssh/ssh_failure.h"

#include <QString>

namespace words {

[[nodiscard]] QString message(const qtio::SshFailure& failure, const QString& host);
/// Beside the host in a list: "host key changed".
[[nodiscard]] QString shortWords(qtio::SshFailure::Code code);

} // namespace words
