// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of mail logs as files for other programs: window and command line write the same bytes
// (INTERFACES.md, "log events").
#pragma once

#include "core/maillog/statistics.h"

#include <QIODevice>
#include <QStringList>

#include <functional>
#include <string>

namespace qtio {

enum class EventFormat {
    Csv,       ///< for programs
    ExcelCsv,  ///< with a byte order mark, for spreadsheets
    JsonLines, ///< one object a row
};

/// What comes before the first row; empty for JSON.
[[nodiscard]] std::string eventHead(EventFormat format);
void appendEvent(std::string& text, const maillog::Check& check, EventFormat format);

enum class ExportEnd { Done, Cancelled, Failed };

/// `goOn(rows written)` is asked every few hundred rows; false from it ends the writing. `names` are the
/// heads of the columns for Excel, in the reader's language; without them it is the head of programs.
[[nodiscard]] ExportEnd writeEvents(QIODevice& device, const maillog::Log& log, const maillog::RowSet& rows,
                                    EventFormat format, const std::function<bool(std::size_t)>& goOn = {},
                                    const QStringList& names = {});

} // namespace qtio
