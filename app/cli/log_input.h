// SPDX-License-Identifier: GPL-3.0-or-later
// What `spfpolicy log` commands share: reading the files named, and the filter laid over them.
#pragma once

#include "app/cli/command.h"
#include "core/qtio/log_loader.h"

#include <optional>
#include <vector>

namespace cli {

struct LogInput
{
    qtio::LoadedLogs logs;
    maillog::Filter filter;
    std::vector<std::uint32_t> rows; ///< those that match
    bool isFiltered = false;         ///< false: all rows, and `rows` is empty
    Exit exit = Exit::Done;          ///< Trouble when part of a file could not be read
};

/// --filter, --since, --until, --tz, --year.
[[nodiscard]] QList<Option> logOptions();

/// Nothing after a wrong option (Usage) or a file that cannot be opened (Trouble); the error is printed.
[[nodiscard]] tl::expected<LogInput, Exit> readLogs(Context& context, const QString& command,
                                                    const Arguments& arguments);

} // namespace cli
