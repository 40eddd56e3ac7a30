// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an image (log_image.h) side by side: two threads work, and the caller's asks all the time
// whether to go on, which no part could do often enough on its own.
#pragma once

#include <atomic>
#include <functional>
#include <span>

namespace maillog {

using GoesOn = std::function<bool()>; ///< asked every few milliseconds, in the caller's thread

/// Looks at `stopped` often; false when it failed or was stopped.
using ImageTask = std::function<bool(const std::atomic<bool>& stopped)>;

/// In this order, two at a time; true when all of them have succeeded. Those of a small image are done here,
/// as a thread costs more than it brings.
[[nodiscard]] bool runTasks(std::span<const ImageTask> tasks, bool isSmall, const GoesOn& goesOn);

} // namespace maillog
