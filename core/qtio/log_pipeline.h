// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the bytes of one log file through its Reader (MAILLOG.md 3).
#pragma once

#include "core/maillog/reader.h"
#include "core/qtio/log_file.h"

#include <functional>

namespace qtio {

/// `progress(done)` in bytes of the file; false from it cancels. The reader is finished in any case.
[[nodiscard]] tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader,
                                                           const std::function<bool(qint64 done)>& progress);

} // namespace qtio
