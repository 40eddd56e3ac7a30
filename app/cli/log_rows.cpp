// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_rows.h"

#include "core/qtio/json_log.h"
#include "ui/words/cli_words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QStringList csvColumns{u"time"_s, u"host"_s, u"result"_s, u"action"_s, u"identity"_s, u"domain"_s,
                             u"ip"_s,   u"helo"_s, u"from"_s,   u"to"_s,     u"rule"_s,     u"repeat"_s};

QByteArray csvField(const QJsonValue& value)
{
    QString text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')) {
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    }
    return text.toUtf8();
}

QByteArray csvLine(const QJsonObject& row)
{
    QByteArrayList fields;
    for (const QString& column : csvColumns) {
        fields.append(csvField(row[column]));
    }
    return fields.join(',') + "\r\n";
}

} // namespace

std::optional<RowFormat> rowFormat(Context& context, const QString& command, const Arguments& arguments)
{
    const QString format = arguments.value(u"format"_s).value_or(u"json"_s);
    if (format != "json"_L1 && format != "csv"_L1) {
        (void)usageError(context, command, words::notOneOf(u"--format"_s, format, u"csv json"_s));
        return std::nullopt;
    }
    if (format == "csv"_L1 && arguments.isSet(u"json"_s)) {
        (void)usageError(context, command, words::optionsExclude(u"--format csv"_s, u"--json"_s));
        return std::nullopt;
    }
    return format == "csv"_L1 ? RowFormat::Csv : RowFormat::Json;
}

void printRowHeader(Context& context, RowFormat format)
{
    if (format == RowFormat::Csv) {
        context.out.write(csvColumns.join(u',').toUtf8() + "\r\n");
    }
}

void printRow(Context& context, RowFormat format, const maillog::Check& check)
{
    const QJsonObject row = qtio::toJson(check);
    context.out.write(format == RowFormat::Csv ? csvLine(row)
                                               : QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace cli
