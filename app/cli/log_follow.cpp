// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy log follow`: the checks of logs as they are written.
#include "app/cli/commands.h"
#include "app/cli/followed_logs.h"
#include "app/cli/interrupt.h"
#include "app/cli/log_rows.h"
#include "app/cli/log_sources.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_set_words.h"
#include "ui/words/log_words.h"

#include <QDir>
#include <QEventLoop>
#include <QFileDevice>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <limits>

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

/// A log that is not there between its renaming and the first line of the new one, or on a new host.
bool mayCome(const qtio::LoadedSource& source)
{
    return source.error && source.error->code == qtio::LogFileError::Code::NotFound &&
           QFileInfo(source.path).absoluteDir().exists();
}

/// Trouble for a log that cannot be followed; the error is printed then.
Exit check(Context& context, const FollowedLogs& logs, bool isQuiet)
{
    for (const qtio::LoadedSource& source : logs.sources()) {
        if (mayCome(source)) {
            if (!isQuiet) {
                printError(context, words::waitingFor(source.name));
            }
            continue;
        }
        if (source.error) {
            printError(context, words::message(*source.error, source.name));
            return Exit::Trouble;
        }
        if (source.file == nullptr || !source.file->isPlain()) {
            printError(context, words::cannotFollow(source.name));
            return Exit::Trouble;
        }
    }
    return Exit::Done;
}

/// Nothing can follow any more.
bool hasEnded(const LogSources& sources)
{
    return sources.spools.size() == static_cast<std::size_t>(sources.request.paths.size()) &&
           std::ranges::all_of(sources.spools, [](const auto& spool) { return spool->hasEnded(); });
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
    qtio::LogRequest request = sources->request;
    request.start = *past > 0 ? qtio::LogStart::Beginning : qtio::LogStart::LastLine;
    FollowedLogs followed(request, sources->filter);
    if (const Exit exit = check(context, followed, sources->isQuiet); exit != Exit::Done) {
        return exit;
    }
    context.out.write(QByteArray::fromStdString(qtio::eventHead(*format)));
    const auto tell = [&](const maillog::Check& row) {
        std::string line;
        qtio::appendEvent(line, row, *format);
        context.out.write(QByteArray::fromStdString(line));
    };
    followed.begin(*past, tell);
    flush(context);

    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::wanted, &loop, &QEventLoop::quit);
    for (const auto& spool : sources->spools) {
        QObject::connect(spool.get(), &qtio::LogSpool::failed, &loop, [&](const qtio::LogPlaceError& error) {
            printError(context, words::message(error).replace(u'\n', u' ')); // ssh may say several lines
        });
        QObject::connect(
            spool.get(), &qtio::LogSpool::damaged, &loop, [&, name = spool->place().text()](quint64 line) {
                printError(context,
                           words::message({qtio::LogFileError::Code::BrokenEntries, {}, line, 1}, name));
            });
    }
    QTimer timer;
    constexpr std::chrono::milliseconds interval{200};
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const bool isOver = hasEnded(*sources);
        followed.look(tell);
        flush(context);
        if (followed.forget()) {
            for (const auto& spool : sources->spools) {
                spool->forget(followed.bytesRead(spool->path()));
            }
        }
        if (isOver) {
            loop.quit();
        }
    });
    timer.start(interval);
    loop.exec();
    followed.finish(tell);
    flush(context);
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
