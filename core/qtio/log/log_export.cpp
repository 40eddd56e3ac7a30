// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_export.h"

#include "core/qtio/log/event_text.h"
#include "core/qtio/tables/csv.h"

namespace qtio {

namespace {

constexpr std::size_t between = 512;       ///< rows from one question to the next
constexpr std::size_t blockSize = 1 << 18; ///< bytes

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string excelHead(const QStringList& names)
{
    QByteArrayList cells;
    for (const QString& name : names) {
        cells.append(csvCell(name.toStdString()));
    }
    return std::string(byteOrderMark) + cells.join(',').toStdString() + "\r\n";
}

/// A step towards a check that the end of the log cut off: HELO passed, and MAIL FROM never came. It is
/// neither a check nor a skip, and no summary counts it.
bool isUnfinished(const maillog::Check& check)
{
    return !check.result && check.action == maillog::Action::Unknown;
}

bool isWritten(QIODevice& device, const std::string& text)
{
    const auto size = static_cast<qint64>(text.size());
    return device.write(text.data(), size) == size;
}

} // namespace

std::string eventHead(EventFormat format)
{
    switch (format) {
    case EventFormat::Csv:
        return std::string(csvNames());
    case EventFormat::ExcelCsv:
        return std::string(byteOrderMark).append(csvNames());
    case EventFormat::JsonLines:
        break;
    }
    return {};
}

void appendEvent(std::string& text, const maillog::Check& check, EventFormat format)
{
    switch (format) {
    case EventFormat::Csv:
        return appendCsv(text, check, CsvFor::Programs);
    case EventFormat::ExcelCsv:
        return appendCsv(text, check, CsvFor::Spreadsheet);
    case EventFormat::JsonLines:
        return appendJson(text, check);
    }
}

ExportEnd writeEvents(QIODevice& device, const maillog::Log& log, const maillog::RowSet& rows,
                      EventFormat format, const std::function<bool(std::size_t)>& goOn,
                      const QStringList& names)
{
    const bool isForPeople = format == EventFormat::ExcelCsv && !names.isEmpty();
    std::string block = isForPeople ? excelHead(names) : eventHead(format);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (goOn && i % between == 0 && !goOn(i)) {
            return ExportEnd::Cancelled;
        }
        const maillog::Check check = log[rows[i]];
        if (isUnfinished(check)) {
            continue;
        }
        appendEvent(block, check, format);
        if (block.size() >= blockSize) {
            if (!isWritten(device, block)) {
                return ExportEnd::Failed;
            }
            block.clear();
        }
    }
    return isWritten(device, block) ? ExportEnd::Done : ExportEnd::Failed;
}

} // namespace qtio
