// SPDX-License-Identifier: GPL-3.0-or-later
// The logs that a command names, as files: folders and rotated sets unfolded, copies left out, the journal
// and logs of other hosts fetched.
#pragma once

#include "app/cli/command.h"
#include "core/maillog/filter.h"
#include "core/qtio/log/log_loader.h"
#include "core/qtio/log/log_spool.h"
#include "core/qtio/ssh/ssh_client.h"

#include <memory>
#include <vector>

namespace cli {

struct LogSources
{
    qtio::LogRequest request;
    maillog::Filter filter;
    bool isQuiet = false;   ///< only errors are told
    Exit exit = Exit::Done; ///< Trouble: not all that was named can be read
    std::unique_ptr<qtio::SshClient> ssh;
    std::vector<std::unique_ptr<qtio::LogSpool>> spools; ///< go before ssh
};

/// --filter, --since, --until, --tz, --year, --quiet, --no-cache.
[[nodiscard]] QList<Option> logOptions();

/// Nothing after a wrong option (Usage), or where something cannot be had (Trouble); the error is printed.
[[nodiscard]] tl::expected<LogSources, Exit>
openLogs(Context& context, const QString& command, const Arguments& arguments, qtio::LogSpool::Until until);

} // namespace cli
