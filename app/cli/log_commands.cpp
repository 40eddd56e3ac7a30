// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy log summary|events`: counts and rows of mail logs.
#include "app/cli/commands.h"
#include "app/cli/log_input.h"
#include "app/cli/log_report.h"
#include "app/cli/log_rows.h"
#include "app/cli/output_file.h"
#include "app/cli/text_layout.h"
#include "core/qtio/json/json_log.h"
#include "core/qtio/json/json_text.h"
#include "core/qtio/log/log_export.h"
#include "ui/report/filter_text.h"
#include "ui/words/cli_words.h"
#include "ui/words/log_words.h"
#include "ui/words/result_words.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

maillog::RowSet rowsOf(const LogInput& input)
{
    return input.isFiltered ? maillog::RowSet(input.rows) : maillog::RowSet::all(*input.logs.log);
}

/// Those rows in the order of time; empty when they are as they stand.
std::vector<std::uint32_t> inOrder(const LogInput& input)
{
    const auto& order = input.logs.order;
    if (!order || order->isIdentity()) {
        return {};
    }
    return input.isFiltered ? maillog::orderRows(input.rows, *order)
                            : std::vector<std::uint32_t>(order->rows().begin(), order->rows().end());
}

QString number(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

void printCounts(Context& context, const QList<QPair<QString, QString>>& rows)
{
    int widest = 0;
    for (const auto& [name, count] : rows) {
        widest = std::max(widest, cellWidth(count));
    }
    QList<QPair<QString, QString>> aligned;
    for (const auto& [name, count] : rows) {
        aligned.append({name, QString(widest - cellWidth(count), u' ') + count});
    }
    for (const QString& line : twoColumns(aligned)) {
        printLine(context, line);
    }
}

void printFacts(Context& context, const LogInput& input, const QStringList& logs)
{
    constexpr qsizetype shown = 5;
    QString names = printable(logs.first(std::min(shown, logs.size())).join(u", "_s));
    if (logs.size() > shown) {
        names = words::andMore(names, number(static_cast<std::uint64_t>(logs.size() - shown)));
    }
    const int offset = offsetMinutes(*input.logs.log);
    const auto range = maillog::timeRange(*input.logs.log, rowsOf(input));
    const QString period = range
                               ? report::minuteText(range->first, offset) + u" - "_s +
                                     report::minuteText(range->last, offset) + u' ' + report::zoneText(offset)
                               : words::noCheckInIt();
    for (const QString& line : twoColumns(
             {{words::name(words::Label::Logs), names}, {words::name(words::Label::Period), period}})) {
        printLine(context, line);
    }
    printLine(context);
}

/// `all`: how many names there are.
void printTop(Context& context, words::Label label, const std::vector<maillog::NamedCount>& top,
              std::uint64_t all)
{
    constexpr std::size_t shown = 10;
    if (top.empty()) {
        return;
    }
    printLine(context);
    const QString heading = words::name(label);
    printLine(context, all > shown ? words::firstOf(heading, number(shown), number(all)) : heading);
    QList<QPair<QString, QString>> rows;
    for (std::size_t i = 0; i < std::min(shown, top.size()); ++i) {
        rows.append({printableCell(qtio::jsonText(top[i].name)), number(top[i].count)});
    }
    printCounts(context, rows);
}

void printSummary(Context& context, const maillog::Summary& summary)
{
    using words::Label;
    printCounts(context, {{words::name(Label::Lines), number(summary.lines.lines)},
                          {words::name(Label::Bytes), number(summary.lines.bytes)},
                          {words::name(Label::Checks), number(summary.checks)},
                          {words::name(Label::Skips), number(summary.skips)},
                          {words::name(Label::Guessed), number(summary.guessed)},
                          {words::name(Label::Unreadable), number(summary.lines.unreadable)},
                          {words::name(Label::Rejections), number(summary.lines.rejections)},
                          {words::name(Label::DistinctDomains), number(summary.distinctDomains)},
                          {words::name(Label::DistinctAddresses), number(summary.distinctAddresses)}});
    printLine(context);
    printLine(context, words::name(Label::Results));
    QList<QPair<QString, QString>> rows;
    for (const spf::Result result : spf::allResults) {
        rows.append({words::word(result), number(summary.byResult[static_cast<std::size_t>(result)])});
    }
    printCounts(context, rows);
    printLine(context);
    printLine(context, words::name(Label::Actions));
    rows.clear();
    for (const maillog::Action action : maillog::allActions) {
        rows.append({words::word(action), number(summary.byAction[static_cast<std::size_t>(action)])});
    }
    printCounts(context, rows);
    printTop(context, Label::TopDomains, summary.topDomains, summary.distinctDomains);
    printTop(context, Label::TopAddresses, summary.topAddresses, summary.distinctAddresses);
}

QStringList pathsOf(const LogInput& input)
{
    QStringList paths;
    for (const qtio::LoadedSource& source : input.logs.sources) {
        paths.append(source.path);
    }
    return paths;
}

Exit runSummary(Context& context, const Arguments& arguments)
{
    const tl::expected<SummaryForm, Exit> form = summaryForm(context, arguments);
    if (!form) {
        return form.error();
    }
    if (form->language) {
        context.language.setChoice(words::choiceFromCode(words::code(*form->language)));
    }
    const tl::expected<LogInput, Exit> input = readLogs(context, u"log summary"_s, arguments);
    if (!input) {
        return input.error();
    }
    return printTo(context, arguments, pathsOf(*input), [&](Context& out) {
        if (form->format == SummaryForm::Format::Html) {
            printHtml(out, *input, arguments);
            return input->exit;
        }
        const maillog::Summary summary = maillog::summarize(*input->logs.log, rowsOf(*input));
        if (form->format == SummaryForm::Format::Json) {
            out.out.write(QJsonDocument(qtio::toJson(summary)).toJson());
        } else {
            printFacts(out, *input, arguments.operands);
            printSummary(out, summary);
        }
        return input->exit;
    });
}

Exit runEvents(Context& context, const Arguments& arguments)
{
    const std::optional<qtio::EventFormat> format = rowFormat(context, u"log events"_s, arguments);
    if (!format) {
        return Exit::Usage;
    }
    const tl::expected<LogInput, Exit> input = readLogs(context, u"log events"_s, arguments);
    if (!input) {
        return input.error();
    }
    return printTo(context, arguments, pathsOf(*input), [&](Context& out) {
        const std::vector<std::uint32_t> ordered = inOrder(*input);
        const maillog::RowSet rows = ordered.empty() ? rowsOf(*input) : maillog::RowSet(ordered);
        // Who reads no further ("| head") is no error.
        (void)qtio::writeEvents(out.out, *input->logs.log, rows, *format);
        return input->exit;
    });
}

} // namespace

Command logSummaryCommand()
{
    return {
        .name = u"log summary"_s,
        .options = logOptions() + summaryFormOptions(),
        .operands = {{u"FILE"_s, Operand::Count::AtLeastOne}},
        .examples = {u"spfpolicy log summary /var/log/maillog --since -7d --filter 'result:fail,softfail'"_s,
                     u"spfpolicy log summary mx1:/var/log/mail.log journal: --quiet --output spf.txt"_s,
                     u"spfpolicy log summary /var/log/maillog --since -1d --format html --output spf.html"_s},
        .run = runSummary,
    };
}

Command logEventsCommand()
{
    return {
        .name = u"log events"_s,
        .options = logOptions() + QList<Option>{{u"format"_s, u"csv|json"_s}, {u"output"_s, u"FILE"_s}},
        .operands = {{u"FILE"_s, Operand::Count::AtLeastOne}},
        .examples =
            {u"spfpolicy log events /var/log/maillog* --filter 'domain:*.example.com' --format csv"_s},
        .run = runEvents,
    };
}

} // namespace cli
