// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_input.h"

#include "core/qtio/log_zone.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_words.h"

#include <QElapsedTimer>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// A wrong option, as its sentence.
using Complaint = QString;

tl::expected<qtio::LogRequest, Complaint> requestFrom(const Arguments& arguments)
{
    qtio::LogRequest request;
    request.paths = arguments.operands;
    request.zone = qtio::zoneRules(QTimeZone::systemTimeZone());
    if (const std::optional<QString> name = arguments.value(u"tz"_s)) {
        const std::optional<maillog::ZoneRules> zone = qtio::parseZone(*name);
        if (!zone) {
            return tl::unexpected(words::notAZone(*name));
        }
        request.zone = *zone;
    }
    if (const std::optional<QString> text = arguments.value(u"year"_s)) {
        constexpr int firstYear = 1970;
        constexpr int lastYear = 9999;
        bool isNumber = false;
        const int year = text->toInt(&isNumber);
        if (!isNumber || year < firstYear || year > lastYear) {
            return tl::unexpected(words::notAYear(*text));
        }
        request.year = year;
    }
    if (request.paths.count(u"-"_s) > 1) {
        return tl::unexpected(words::unexpectedOperand(u"-"_s));
    }
    return request;
}

tl::expected<maillog::Filter, Complaint> filterFrom(const Arguments& arguments,
                                                    const maillog::FilterClock& clock)
{
    const QString expression = arguments.value(u"filter"_s).value_or(QString());
    tl::expected<maillog::Filter, maillog::FilterError> filter =
        maillog::Filter::parse(expression.toStdString(), clock);
    if (!filter) {
        return tl::unexpected(words::message(filter.error(), expression));
    }
    for (const auto& [option, field] : {std::pair{u"since"_s, maillog::FilterField::Since},
                                        std::pair{u"until"_s, maillog::FilterField::Until}}) {
        const std::optional<QString> text = arguments.value(option);
        if (!text) {
            continue;
        }
        const std::optional<std::int64_t> time = maillog::parseFilterTime(text->toStdString(), clock);
        if (!time) {
            return tl::unexpected(words::notATime(u"--"_s + option, *text));
        }
        maillog::FilterTerm term;
        term.field = field;
        term.anyOf = {*time};
        filter->add(term);
    }
    return *filter;
}

/// What there is to say about the files; Trouble when one was not read to its end.
Exit report(Context& context, const qtio::LoadedLogs& logs)
{
    Exit exit = Exit::Done;
    for (std::size_t i = 0; i < logs.sources.size(); ++i) {
        const qtio::LoadedSource& source = logs.sources[i];
        if (source.error) {
            printError(context, words::message(*source.error, source.path));
            exit = Exit::Trouble;
        } else if (logs.log->counts(static_cast<std::uint16_t>(i)).bytes == 0) {
            printError(context, words::logIsEmpty(source.path));
        } else if (source.hasGrown) {
            printError(context, words::logHasGrown(source.path));
        }
    }
    return exit;
}

qtio::LoadProgress progressOn(Context& context)
{
    if (!context.errIsTerminal) {
        return {};
    }
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

QList<Option> logOptions()
{
    return {{u"filter"_s, u"EXPR"_s},
            {u"since"_s, u"TIME"_s},
            {u"until"_s, u"TIME"_s},
            {u"tz"_s, u"ZONE"_s},
            {u"year"_s, u"YEAR"_s}};
}

tl::expected<LogInput, Exit> readLogs(Context& context, const QString& command, const Arguments& arguments)
{
    tl::expected<qtio::LogRequest, Complaint> request = requestFrom(arguments);
    if (!request) {
        return tl::unexpected(usageError(context, command, request.error()));
    }
    const tl::expected<maillog::Filter, Complaint> filter =
        filterFrom(arguments, {.now = context.now.toMSecsSinceEpoch(), .zone = request->zone});
    if (!filter) {
        return tl::unexpected(usageError(context, command, filter.error()));
    }
    request->text = filter->needsLines() ? qtio::LogText::Keep : qtio::LogText::Forget;

    LogInput input;
    input.filter = *filter;
    input.logs = qtio::loadLogs(*request, progressOn(context));
    if (context.errIsTerminal) {
        context.err.write("\r\x1b[K");
    }
    input.exit = report(context, input.logs);
    for (const qtio::LoadedSource& source : input.logs.sources) {
        if (source.file == nullptr) {
            return tl::unexpected(Exit::Trouble);
        }
    }
    input.isFiltered = !filter->isEmpty();
    if (input.isFiltered) {
        input.rows = filter->rows(*input.logs.log, input.logs.lineSource());
    }
    const maillog::LineCounts counts = input.logs.log->totalCounts();
    if (input.logs.log->size() == 0 && counts.unreadable == 0 && counts.bytes > 0) {
        printError(context, words::logHasNoChecks());
    }
    return input;
}

} // namespace cli
