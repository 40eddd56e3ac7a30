// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the bytes of one log file through its Reader: pieces are read and parsed by several threads, rows are
// made of them in file order by the caller's (MAILLOG.md 3). What is packed is unpacked by a thread of its
// own.
#pragma once

#include "core/maillog/reader.h"
#include "core/qtio/log/log_file.h"

#include <functional>

namespace qtio {

/// Reads to the file's end from where the reader stands, which is the start unless the file is plain.
/// `progress(done)` in bytes of the file, between two pieces, when the log may be copied: one call at a time,
/// but from whichever thread has its turn; false from it cancels. The reader is finished with `tail` in any
/// case.
[[nodiscard]] tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader,
                                                           const std::function<bool(qint64 done)>& progress,
                                                           maillog::Tail tail = maillog::Tail::Take);

} // namespace qtio
