// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the bytes of one log file through its Reader (MAILLOG.md 3).
#pragma once

#include "core/maillog/reader.h"
#include "core/qtio/log_file.h"

#include <functional>

namespace qtio {

/// `progress(done)` in bytes of the file; false from it cancels. It is called between two blocks in the
/// calling thread: the log may be copied in it. The reader is finished with `tail` in any case.
[[nodiscard]] tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader,
                                                           const std::function<bool(qint64 done)>& progress,
                                                           maillog::Tail tail = maillog::Tail::Take);

} // namespace qtio
