// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_input.h"

#include "app/cli/log_report.h"
#include "core/maillog/statistics.h"
#include "ui/report/filter_text.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_words.h"

#include <algorithm>

namespace cli {

namespace {

/// What there is to say about the files; Trouble when one was not read to its end.
Exit report(Context& context, const LogSources& sources, const qtio::LoadedLogs& logs)
{
    Exit exit = sources.exit;
    for (std::size_t i = 0; i < logs.sources.size(); ++i) {
        const qtio::LoadedSource& source = logs.sources[i];
        const QString& name = source.name;
        const maillog::LineCounts& counts = logs.log->counts(static_cast<std::uint16_t>(i));
        if (source.error) {
            printError(context, words::message(*source.error, name));
            exit = Exit::Trouble;
        } else if (counts.journalEntries > 0) {
            printError(context, words::logHasJournalEntries(name, counts));
            exit = Exit::Trouble;
        } else if (sources.isQuiet) {
            continue;
        } else if (counts.bytes == 0) {
            printError(context, words::logIsEmpty(name));
        } else if (source.hasGrown) {
            printError(context, words::logHasGrown(name));
        }
    }
    return exit;
}

/// A period without checks may be a wrong year or zone.
void tellOtherTimes(Context& context, const LogInput& input)
{
    maillog::Filter period;
    for (const maillog::FilterTerm& term : input.sources.filter.terms()) {
        if (term.field == maillog::FilterField::Since || term.field == maillog::FilterField::Until) {
            period.add(term);
        }
    }
    const maillog::Log& log = *input.logs.log;
    const auto range = maillog::timeRange(log, maillog::RowSet::all(log));
    if (!range || period.isEmpty() || !period.rows(log).empty()) {
        return;
    }
    const int offset = offsetMinutes(log);
    const auto text = [offset](std::int64_t time) {
        return report::minuteText(time, offset) + u' ' + report::zoneText(offset);
    };
    printError(context, words::logIsOfOtherTime(text(range->first), text(range->last)));
}

qtio::LoadProgress progressOn(Context& context)
{
    return [&context, shown = -1](qint64 done, qint64 total) mutable {
        const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 0;
        if (percent != shown) {
            shown = percent;
            context.err.write("\r\x1b[K" + words::logProgress(percent).toUtf8());
        }
        return true;
    };
}

} // namespace

tl::expected<LogInput, Exit> readLogs(Context& context, const QString& command, const Arguments& arguments)
{
    tl::expected<LogSources, Exit> sources =
        openLogs(context, command, arguments, qtio::LogSpool::Until::CaughtUp);
    if (!sources) {
        return tl::unexpected(sources.error());
    }
    LogInput input;
    input.sources = std::move(*sources);
    const bool showsProgress = context.errIsTerminal && !input.sources.isQuiet;
    input.logs =
        qtio::loadLogs(input.sources.request, showsProgress ? progressOn(context) : qtio::LoadProgress());
    if (showsProgress) {
        context.err.write("\r\x1b[K");
    }
    input.exit = report(context, input.sources, input.logs);
    const auto isThere = [](const qtio::LoadedSource& source) { return source.file != nullptr; };
    if (std::none_of(input.logs.sources.begin(), input.logs.sources.end(), isThere)) {
        return tl::unexpected(Exit::Trouble);
    }
    const maillog::Filter& filter = input.sources.filter;
    input.isFiltered = !filter.isEmpty();
    if (input.isFiltered) {
        input.rows = filter.rows(*input.logs.log, input.logs.blockSource());
        if (input.rows.empty() && !input.sources.isQuiet) {
            tellOtherTimes(context, input);
        }
    }
    const maillog::LineCounts counts = input.logs.log->totalCounts();
    if (input.logs.log->size() == 0 && counts.unreadable == 0 && counts.bytes > 0 && !input.sources.isQuiet) {
        printError(context, words::logHasNoChecks());
    }
    return input;
}

} // namespace cli
