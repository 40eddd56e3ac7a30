// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a CSV file (RFC 4180), tolerant of line ends and a byte order mark, one at a time; and cells as
// they are written.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <string_view>

namespace qtio {

struct CsvRow
{
    QStringList fields;
    std::size_t line = 0; ///< of its beginning, from 1
    bool isClosed = true; ///< false: a quotation mark was still open at the end
};

class CsvReader
{
public:
    explicit CsvReader(QByteArray bytes, char separator = ',');

    /// Nothing at the end. Empty lines are no rows.
    [[nodiscard]] std::optional<CsvRow> next();

private:
    [[nodiscard]] CsvRow readRow();
    [[nodiscard]] QString readField(CsvRow& row);
    [[nodiscard]] bool readQuoted(QByteArray& field);
    [[nodiscard]] bool isLineEnd() const;
    bool take(char c);

    QByteArray m_bytes;
    char m_separator;
    qsizetype m_at = 0;
    std::size_t m_line = 1;
};

/// Spreadsheets write UTF-16 when asked for "Unicode text"; anything else is left as it is.
[[nodiscard]] QByteArray csvAsUtf8(const QByteArray& bytes);
/// Comma, semicolon or tab: the one that the first line has most of.
[[nodiscard]] char csvSeparator(const QByteArray& bytes);

/// In quotes where it must be. What a spreadsheet would run as a formula is defused by a leading apostrophe.
[[nodiscard]] QByteArray csvCell(std::string_view text, char separator = ',');
/// The text that csvCell() was given, from a field of a row.
[[nodiscard]] QString csvText(const QString& field);

} // namespace qtio
