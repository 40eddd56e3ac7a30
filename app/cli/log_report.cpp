// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_report.h"

#include "ui/report/html_report.h"
#include "ui/words/cli_words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QString command = u"log summary"_s;

QString expressionOf(const Arguments& arguments)
{
    QStringList parts{arguments.value(u"filter"_s).value_or(QString())};
    for (const QString& option : {u"since"_s, u"until"_s}) {
        if (const auto time = arguments.value(option)) {
            parts.append(option + u':' + *time);
        }
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

int offsetMinutes(const maillog::Log& log)
{
    return log.size() > 0 ? log.columns().offset[0] : 0;
}

QList<Option> summaryFormOptions()
{
    return {{u"format"_s, u"text|json|html"_s}, {u"language"_s, u"ja|en"_s}, {u"output"_s, u"FILE"_s}};
}

tl::expected<SummaryForm, Exit> summaryForm(Context& context, const Arguments& arguments)
{
    const auto wrong = [&context](const QString& option, const QString& text, const QString& allowed) {
        return tl::unexpected(usageError(context, command, words::notOneOf(option, text, allowed)));
    };
    SummaryForm form;
    const bool isJson = arguments.isSet(u"json"_s);
    const QString format = arguments.value(u"format"_s).value_or(isJson ? u"json"_s : u"text"_s);
    if (format == "json"_L1) {
        form.format = SummaryForm::Format::Json;
    } else if (format == "html"_L1) {
        form.format = SummaryForm::Format::Html;
    } else if (format != "text"_L1) {
        return wrong(u"--format"_s, format, u"text json html"_s);
    }
    if (isJson && form.format != SummaryForm::Format::Json) {
        return tl::unexpected(
            usageError(context, command, words::optionsExclude(u"--format "_s + format, u"--json"_s)));
    }
    if (const auto language = arguments.value(u"language"_s)) {
        if (*language != "ja"_L1 && *language != "en"_L1) {
            return wrong(u"--language"_s, *language, u"ja en"_s);
        }
        form.language = *language == "ja"_L1 ? words::Language::Japanese : words::Language::English;
    }
    return form;
}

void printHtml(Context& context, const LogInput& input, const Arguments& arguments)
{
    const maillog::Log& log = *input.logs.log;
    const maillog::RowSet rows = input.isFiltered ? maillog::RowSet(input.rows) : maillog::RowSet::all(log);
    report::LogReportRequest request;
    request.language =
        QLocale().language() == QLocale::Japanese ? words::Language::Japanese : words::Language::English;
    request.logs = arguments.operands;
    request.filterExpression = expressionOf(arguments);
    request.filter = input.sources.filter;
    request.made = context.now;
    request.offsetMinutes = offsetMinutes(log);
    context.out.write(report::html(*report::logReport(log, rows, request)));
}

} // namespace cli
