// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy log follow`: the checks of logs as they are written.
#include "app/cli/commands.h"
#include "app/cli/followed_log.h"
#include "app/cli/interrupt.h"
#include "app/cli/log_rows.h"
#include "app/cli/log_sources.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_set_words.h"
#include "ui/words/log_words.h"

#include <QEventLoop>
#include <QFileDevice>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Of the past, how many checks are printed.
tl::expected<std::size_t, QString> pastFrom(const Arguments& arguments)
{
    if (arguments.isSet(u"all"_s)) {
        return std::numeric_limits<std::size_t>::max();
    }
    const std::optional<QString> text = arguments.value(u"lines"_s);
    bool isNumber = true;
    const uint lines = text ? text->toUInt(&isNumber) : 0;
    if (!isNumber) {
        return tl::unexpected(words::notANumber(u"--lines"_s, *text));
    }
    return lines;
}

void flush(Context& context)
{
    if (auto* file = qobject_cast<QFileDevice*>(&context.out)) {
        file->flush();
    }
}

/// Nothing for a log that cannot be followed; the error is printed then.
std::unique_ptr<FollowedLog> follow(Context& context, const LogSources& sources, const QString& path,
                                    std::optional<quint64> known)
{
    const auto own = std::ranges::find(sources.request.sources, path, &qtio::LogSourceRequest::path);
    const bool hasZone = own != sources.request.sources.end() && own->zone;
    const maillog::ReaderOptions options{hasZone ? *own->zone : sources.request.zone,
                                         context.now.toSecsSinceEpoch(), sources.request.year};
    if (path != u"-") {
        const auto file = qtio::LogFile::open(path, qtio::LogText::Forget);
        if (!file) {
            printError(context, words::message(file.error(), sources.nameOf(path)));
            return nullptr;
        }
        if (!file->isPlain()) {
            printError(context, words::cannotFollow(sources.nameOf(path)));
            return nullptr;
        }
    }
    return std::make_unique<FollowedLog>(path, known, options, sources.filter);
}

using Followed = std::vector<std::unique_ptr<FollowedLog>>;

/// Prints the last checks that are there, and begins to follow behind them.
tl::expected<Followed, Exit> begin(Context& context, const LogSources& sources, qtio::EventFormat format,
                                   std::size_t past)
{
    qtio::LoadedLogs loaded;
    qtio::LogRequest request = sources.request;
    request.paths.removeAll(u"-"_s);
    if (past > 0) {
        loaded = qtio::loadLogs(request);
    }
    Followed followed;
    std::vector<quint64> ends; ///< by the number of the source
    for (const QString& path : sources.request.paths) {
        const auto number = static_cast<std::uint16_t>(ends.size());
        const bool isKnown = past > 0 && path != u"-";
        const auto known =
            isKnown ? std::optional<quint64>(loaded.log->counts(number).bytes) : std::optional<quint64>();
        auto log = follow(context, sources, path, known);
        if (!log) {
            return tl::unexpected(Exit::Trouble);
        }
        if (isKnown) {
            ends.push_back(log->start());
        }
        followed.push_back(std::move(log));
    }
    if (past > 0) {
        std::vector<std::uint32_t> rows = sources.filter.rows(*loaded.log, loaded.blockSource());
        const auto& columns = loaded.log->columns();
        std::erase_if(
            rows, [&](std::uint32_t row) { return columns.lineOffset[row] >= ends.at(columns.source[row]); });
        const std::size_t first = rows.size() - std::min(past, rows.size());
        for (std::size_t i = first; i < rows.size(); ++i) {
            context.out.write(qtio::eventLine((*loaded.log)[rows[i]], format));
        }
    }
    return followed;
}

Exit runFollow(Context& context, const Arguments& arguments)
{
    const QString name = u"log follow"_s;
    const std::optional<qtio::EventFormat> format = rowFormat(context, name, arguments);
    if (!format) {
        return Exit::Usage;
    }
    const auto past = pastFrom(arguments);
    if (!past) {
        return usageError(context, name, past.error());
    }
    const auto sources = openLogs(context, name, arguments, qtio::LogSpool::Until::Stopped);
    if (!sources) {
        return sources.error();
    }
    context.out.write(qtio::eventHead(*format));
    auto followed = begin(context, *sources, *format, *past);
    if (!followed) {
        return followed.error();
    }
    flush(context);

    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::wanted, &loop, &QEventLoop::quit);
    for (const auto& spool : sources->spools) {
        QObject::connect(spool.get(), &qtio::LogSpool::failed, &loop, [&](const qtio::LogPlaceError& error) {
            printError(context, words::message(error));
        });
    }
    QTimer timer;
    constexpr std::chrono::milliseconds interval{200};
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        std::erase_if(*followed, [&](const auto& log) {
            return !log->look(
                [&](const maillog::Check& check) { context.out.write(qtio::eventLine(check, *format)); });
        });
        flush(context);
        if (followed->empty()) {
            loop.quit();
        }
    });
    timer.start(interval);
    loop.exec();
    return Exit::Done;
}

} // namespace

Command logFollowCommand()
{
    return {
        .name = u"log follow"_s,
        .options =
            logOptions() + QList<Option>{{u"format"_s, u"csv|json"_s}, {u"lines"_s, u"N"_s}, {u"all"_s, {}}},
        .operands = {{u"FILE"_s, Operand::Count::AtLeastOne}},
        .examples = {u"spfpolicy log follow /var/log/mail.log --filter 'result:fail'"_s,
                     u"journalctl -f -o export | spfpolicy log follow -"_s},
        .run = runFollow,
    };
}

} // namespace cli
