// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/tables/csv.h"

#include <QStringDecoder>

namespace qtio {

CsvReader::CsvReader(QByteArray bytes, char separator) : m_bytes(std::move(bytes)), m_separator(separator)
{
    constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
    m_at = m_bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
}

std::optional<CsvRow> CsvReader::next()
{
    while (m_at < m_bytes.size()) {
        CsvRow row = readRow();
        if (row.fields.size() > 1 || !row.fields.first().trimmed().isEmpty()) {
            return row;
        }
    }
    return std::nullopt;
}

CsvRow CsvReader::readRow()
{
    CsvRow row;
    row.line = m_line;
    do {
        row.fields.append(readField(row));
    } while (take(m_separator));
    take('\r');
    if (take('\n')) {
        ++m_line;
    }
    return row;
}

QString CsvReader::readField(CsvRow& row)
{
    QByteArray field;
    if (take('"')) {
        row.isClosed = readQuoted(field);
    }
    while (m_at < m_bytes.size() && m_bytes[m_at] != m_separator && !isLineEnd()) {
        field += m_bytes[m_at++];
    }
    return QString::fromUtf8(field);
}

/// Up to the closing mark; false when there is none.
bool CsvReader::readQuoted(QByteArray& field)
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (c == '"' && !take('"')) {
            return true;
        }
        m_line += c == '\n' ? 1 : 0;
        field += c;
    }
    return false;
}

bool CsvReader::isLineEnd() const
{
    return m_bytes[m_at] == '\n' ||
           (m_bytes[m_at] == '\r' && (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] == '\n'));
}

bool CsvReader::take(char c)
{
    if (m_at < m_bytes.size() && m_bytes[m_at] == c) {
        ++m_at;
        return true;
    }
    return false;
}

namespace {

/// A formula to a spreadsheet, or one that is defused already: an apostrophe more keeps the two apart.
bool looksLikeFormula(std::string_view text)
{
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && QByteArrayView("=+-@\t\r").contains(text[first]);
}

} // namespace

QByteArray csvAsUtf8(const QByteArray& bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding || *encoding == QStringConverter::Utf8) {
        return bytes;
    }
    const QString text = QStringDecoder(*encoding).decode(bytes);
    return text.toUtf8();
}

char csvSeparator(const QByteArray& bytes)
{
    const QByteArrayView line =
        QByteArrayView(bytes).first(bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n'));
    char best = ',';
    for (const char each : {';', '\t'}) {
        if (line.count(each) > line.count(best)) {
            best = each;
        }
    }
    return best;
}

QByteArray csvCell(std::string_view text, char separator)
{
    QByteArray cell(text.data(), static_cast<qsizetype>(text.size()));
    if (looksLikeFormula(text)) {
        cell.prepend('\'');
    }
    if (cell.contains(separator) || cell.contains('"') || cell.contains('\n') || cell.contains('\r')) {
        cell.replace("\"", "\"\"");
        cell = '"' + cell + '"';
    }
    return cell;
}

QString csvText(const QString& field)
{
    return field.startsWith(u'\'') && looksLikeFormula(field.toStdString()) ? field.mid(1) : field;
}

} // namespace qtio
