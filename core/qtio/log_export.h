// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of mail logs as files for other programs: window and command line write the same bytes
// (INTERFACES.md, "log events").
#pragma once

#include "core/maillog/statistics.h"

#include <QIODevice>
#include <QStringList>

#include <functional>

namespace qtio {

enum class EventFormat {
    Csv,       ///< RFC 4180, values as they are: for programs
    ExcelCsv,  ///< with a byte order mark, times as Excel knows them, and nothing in it runs as a formula:
               ///< senders choose these texts
    JsonLines, ///< one object a row
};

/// What comes before the first row; empty for JSON.
[[nodiscard]] QByteArray eventHead(EventFormat format);
[[nodiscard]] QByteArray eventLine(const maillog::Check& check, EventFormat format);

enum class ExportEnd { Done, Cancelled, Failed };

/// `goOn(rows written)` is asked every few hundred rows; false from it ends the writing. `names` are the
/// heads of the columns for Excel, in the reader's language; without them it is the head of programs.
[[nodiscard]] ExportEnd writeEvents(QIODevice& device, const maillog::Log& log, const maillog::RowSet& rows,
                                    EventFormat format, const std::function<bool(std::size_t)>& goOn = {},
                                    const QStringList& names = {});

} // namespace qtio
