// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_export.h"

#include "core/qtio/csv.h"
#include "core/qtio/json_log.h"
#include "core/qtio/json_text.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>
#include <string>

namespace qtio {

namespace {

constexpr std::size_t between = 512;     ///< rows from one question to the next
constexpr qsizetype blockSize = 1 << 18; ///< bytes

QByteArray plainCell(std::string_view value)
{
    QByteArray text = jsonText(value).toUtf8(); // bytes that are no UTF-8 become U+FFFD, as in JSON
    if (text.contains('"') || text.contains(',') || text.contains('\n') || text.contains('\r')) {
        text = '"' + text.replace('"', "\"\"") + '"';
    }
    return text;
}

/// Excel keeps a time with "T" and an offset as text.
QString timeOf(const maillog::Check& check, EventFormat format)
{
    return format == EventFormat::ExcelCsv
               ? QDateTime::fromMSecsSinceEpoch(check.time, Qt::OffsetFromUTC, check.offsetMinutes * 60)
                     .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
               : wallClock(check.time, check.offsetMinutes);
}

QByteArray excelHead(const QStringList& names)
{
    QByteArrayList cells;
    for (const QString& name : names) {
        cells.append(csvCell(name.toStdString()));
    }
    return "\xEF\xBB\xBF" + cells.join(',') + "\r\n";
}

QByteArray csvLine(const maillog::Check& check, EventFormat format)
{
    const std::string time = timeOf(check, format).toStdString();
    const std::string address = check.address ? check.address->toString() : std::string();
    const std::string repeat = std::to_string(check.repeat);
    const std::array<std::string_view, 12> values{time,
                                                  check.host,
                                                  check.result ? spf::word(*check.result)
                                                               : std::string_view(),
                                                  maillog::word(check.action),
                                                  policy::word(check.identity),
                                                  check.domain,
                                                  address,
                                                  check.helo,
                                                  check.sender,
                                                  check.recipient,
                                                  check.rule,
                                                  repeat};
    QByteArray line;
    for (const std::string_view value : values) {
        line += (line.isNull() ? "" : ",");
        line += format == EventFormat::ExcelCsv ? csvCell(value) : plainCell(value);
    }
    return line + "\r\n";
}

} // namespace

QByteArray eventHead(EventFormat format)
{
    const QByteArray names = "time,host,result,action,identity,domain,ip,helo,from,to,rule,repeat\r\n";
    switch (format) {
    case EventFormat::Csv:
        return names;
    case EventFormat::ExcelCsv:
        return "\xEF\xBB\xBF" + names;
    case EventFormat::JsonLines:
        break;
    }
    return {};
}

QByteArray eventLine(const maillog::Check& check, EventFormat format)
{
    return format == EventFormat::JsonLines
               ? QJsonDocument(toJson(check)).toJson(QJsonDocument::Compact) + '\n'
               : csvLine(check, format);
}

ExportEnd writeEvents(QIODevice& device, const maillog::Log& log, const maillog::RowSet& rows,
                      EventFormat format, const std::function<bool(std::size_t)>& goOn,
                      const QStringList& names)
{
    const bool isForPeople = format == EventFormat::ExcelCsv && !names.isEmpty();
    QByteArray block = isForPeople ? excelHead(names) : eventHead(format);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (goOn && i % between == 0 && !goOn(i)) {
            return ExportEnd::Cancelled;
        }
        block += eventLine(log[rows[i]], format);
        if (block.size() >= blockSize) {
            if (device.write(block) != block.size()) {
                return ExportEnd::Failed;
            }
            block.clear();
        }
    }
    return device.write(block) == block.size() ? ExportEnd::Done : ExportEnd::Failed;
}

} // namespace qtio
