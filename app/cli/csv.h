// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a CSV file (RFC 4180), tolerant of line ends and a byte order mark.
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace cli {

struct CsvRow
{
    QStringList fields;
    std::size_t line = 0; ///< of its beginning, from 1
    bool isClosed = true; ///< false: a quotation mark was still open at the end
};

/// Empty lines are no rows.
[[nodiscard]] QList<CsvRow> readCsv(const QByteArray& bytes);

} // namespace cli
