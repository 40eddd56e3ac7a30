// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_sources.h"

#include "app/cli/interrupt.h"
#include "app/cli/text_layout.h"
#include "core/qtio/log/log_pipe_spool.h"
#include "core/qtio/log/log_place.h"
#include "core/qtio/log/log_set.h"
#include "core/qtio/log/log_zone.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_set_words.h"
#include "ui/words/log_words.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// A wrong option, as its sentence.
using Complaint = QString;
using Until = qtio::LogSpool::Until;
using ZonesByName = QHash<QString, maillog::ZoneRules>;

/// "--tz ZONE" for all, "--tz FILE=ZONE" for one, written as among the operands.
tl::expected<ZonesByName, Complaint> zonesFrom(const Arguments& arguments)
{
    ZonesByName zones;
    for (const QString& value : arguments.values(u"tz"_s)) {
        const qsizetype equals = value.lastIndexOf(u'=');
        const QString file = equals < 0 ? QString() : value.left(equals);
        const QString name = value.mid(equals + 1);
        const std::optional<maillog::ZoneRules> zone = qtio::parseZone(name);
        if (!zone) {
            return tl::unexpected(words::notAZone(name));
        }
        if (!file.isEmpty() && !arguments.operands.contains(file)) {
            return tl::unexpected(words::zoneOfNoLog(file));
        }
        zones.insert(file, *zone);
    }
    return zones;
}

tl::expected<std::optional<int>, Complaint> yearFrom(const Arguments& arguments)
{
    constexpr int firstYear = 1970;
    constexpr int lastYear = 9999;
    const std::optional<QString> text = arguments.value(u"year"_s);
    if (!text) {
        return std::nullopt;
    }
    bool isNumber = false;
    const int year = text->toInt(&isNumber);
    if (!isNumber || year < firstYear || year > lastYear) {
        return tl::unexpected(words::notAYear(*text));
    }
    return year;
}

tl::expected<maillog::Filter, Complaint> filterFrom(const Arguments& arguments,
                                                    const maillog::FilterClock& clock)
{
    const QString expression = arguments.value(u"filter"_s).value_or(QString());
    tl::expected<maillog::Filter, maillog::FilterError> filter =
        maillog::Filter::parse(expression.toStdString(), clock);
    if (!filter) {
        return tl::unexpected(words::placedMessage(filter.error(), expression));
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

/// The options, without the logs.
tl::expected<LogSources, Complaint> settingsFrom(const Context& context, const Arguments& arguments,
                                                 const ZonesByName& zones)
{
    LogSources sources;
    sources.isQuiet = arguments.isSet(u"quiet"_s);
    sources.request.zone = zones.value(QString(), qtio::zoneRules(QTimeZone::systemTimeZone()));
    const auto year = yearFrom(arguments);
    if (!year) {
        return tl::unexpected(year.error());
    }
    sources.request.year = *year;
    auto filter =
        filterFrom(arguments, {.now = context.now.toMSecsSinceEpoch(), .zone = sources.request.zone});
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    sources.filter = std::move(*filter);
    sources.request.text = sources.filter.needsLines() ? qtio::LogText::Keep : qtio::LogText::Forget;
    if (arguments.operands.count(u"-"_s) > 1) {
        return tl::unexpected(words::unexpectedOperand(u"-"_s));
    }
    return sources;
}

/// Waits until all that is there now was fetched; Trouble when one cannot be had.
Exit fetch(Context& context, std::span<const std::unique_ptr<qtio::LogSpool>> spools, bool isQuiet,
           Until until)
{
    QEventLoop loop;
    Interrupt interrupt;
    std::size_t waiting = spools.size();
    Exit exit = Exit::Done;
    for (const auto& spool : spools) {
        QObject::connect(spool.get(), &qtio::LogSpool::caughtUp, &loop, [&] {
            if (--waiting == 0) {
                loop.quit();
            }
        });
        QObject::connect(spool.get(), &qtio::LogSpool::failed, &loop, [&](const qtio::LogPlaceError& error) {
            printError(context, words::message(error).replace(u'\n', u' ')); // ssh may say several lines
            exit = Exit::Trouble;
            loop.quit();
        });
        QObject::connect(spool.get(), &qtio::LogSpool::progressed, &loop,
                         [&, name = spool->place().text()](qint64 done, qint64 total) {
                             if (context.errIsTerminal && !isQuiet && total > 0) {
                                 const int percent = static_cast<int>(done * 100 / total);
                                 const QString text = printable(words::fetchProgress(name, percent));
                                 context.err.write("\r\x1b[K" + text.toUtf8());
                             }
                         });
        spool->start(until);
    }
    QObject::connect(&interrupt, &Interrupt::wanted, &loop, [&] {
        exit = Exit::Trouble;
        loop.quit();
    });
    if (waiting > 0 && exit == Exit::Done) {
        loop.exec();
    }
    if (context.errIsTerminal && !isQuiet) {
        context.err.write("\r\x1b[K");
    }
    return exit;
}

/// What was left out, and Trouble for a log that cannot be read and a folder without one.
Exit tell(Context& context, const qtio::LogSet& set, bool isQuiet)
{
    Exit exit = Exit::Done;
    for (const qtio::LeftOutLog& log : set.leftOut) {
        using Weight = qtio::LeftOutLog::Weight;
        const bool isMissing = log.weight() == Weight::Failure;
        exit = isMissing ? Exit::Trouble : exit;
        if (isMissing || (!isQuiet && log.weight() == Weight::Note)) {
            printError(context, words::message(log));
        }
    }
    return exit;
}

void applyZones(LogSources& sources, const QStringList& operands, const ZonesByName& zones)
{
    for (const auto& spool : sources.spools) {
        const QString name = spool->place().text();
        const auto zone = zones.contains(name)        ? zones[name]
                          : zones.contains(QString()) ? zones[QString()]
                                                      : spool->zone().value_or(sources.request.zone);
        sources.request.sources.push_back({spool->path(), zone, std::nullopt, name});
    }
    for (const QString& operand : operands) {
        if (!zones.contains(operand)) {
            continue;
        }
        const QString place = qtio::LogPlace::fromText(operand).path;
        for (const QString& path : std::as_const(sources.request.paths)) {
            if (path == place || QFileInfo(path).path() == QDir(place).path()) {
                sources.request.sources.push_back({path, zones[operand], std::nullopt});
            }
        }
    }
}

} // namespace

QList<Option> logOptions()
{
    return {{u"filter"_s, u"EXPR"_s}, {u"since"_s, u"TIME"_s},
            {u"until"_s, u"TIME"_s},  {u"tz"_s, u"[FILE=]ZONE"_s, true},
            {u"year"_s, u"YEAR"_s},   {u"quiet"_s, {}},
            {u"no-cache"_s, {}}};
}

tl::expected<LogSources, Exit> openLogs(Context& context, const QString& command, const Arguments& arguments,
                                        Until until)
{
    const auto zones = zonesFrom(arguments);
    if (!zones) {
        return tl::unexpected(usageError(context, command, zones.error()));
    }
    auto sources = settingsFrom(context, arguments, *zones);
    if (!sources) {
        return tl::unexpected(usageError(context, command, sources.error()));
    }
    sources->ssh = std::make_unique<qtio::SshClient>();
    QStringList files;
    QStringList pipes;
    for (const QString& operand : arguments.operands) {
        const auto place = qtio::LogPlace::fromText(operand);
        if (place.isSpooled()) {
            const auto zone = zones->value(operand, sources->request.zone);
            sources->spools.push_back(qtio::LogSpool::of(place, *sources->ssh, zone));
        } else if (until == Until::Stopped && (operand == u"-"_s || qtio::LogPipeSpool::isPipe(operand))) {
            pipes.append(operand);
        } else {
            files.append(place.path);
        }
    }
    if (const Exit exit = fetch(context, sources->spools, sources->isQuiet, until); exit != Exit::Done) {
        return tl::unexpected(exit);
    }
    pipes.removeDuplicates();
    for (const QString& pipe : pipes) { // all that comes from there is new: not taken before somebody looks
        const auto zone = zones->value(pipe, sources->request.zone);
        sources->spools.push_back(qtio::LogSpool::of(qtio::LogPlace::fromText(pipe), *sources->ssh, zone));
        const auto input = std::span(sources->spools).last(1);
        if (const Exit exit = fetch(context, input, sources->isQuiet, until); exit != Exit::Done) {
            return tl::unexpected(exit);
        }
    }
    const qtio::LogSet set = qtio::logSetOf(files);
    sources->exit = tell(context, set, sources->isQuiet);
    sources->request.paths = set.paths;
    if (!arguments.isSet(u"no-cache"_s)) {
        sources->request.cache = std::make_shared<const qtio::LogCache>();
    }
    for (const auto& spool : sources->spools) {
        sources->request.paths.append(spool->path());
    }
    if (sources->request.paths.isEmpty()) {
        return tl::unexpected(Exit::Trouble);
    }
    applyZones(*sources, arguments.operands, *zones);
    return std::move(*sources);
}

} // namespace cli
