// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_pipeline.h"

namespace qtio {

tl::expected<void, LogFileError> readThrough(LogFile& file, maillog::Reader& reader,
                                             const std::function<bool(qint64 done)>& progress,
                                             maillog::Tail tail)
{
    auto result = file.read([&](std::string_view block, qint64 done) {
        reader.feed(block);
        return progress(done);
    });
    reader.finish(tail);
    return result;
}

} // namespace qtio
