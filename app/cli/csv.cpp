// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/csv.h"

namespace cli {

namespace {

class CsvReader
{
public:
    explicit CsvReader(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    QList<CsvRow> rows()
    {
        QList<CsvRow> rows;
        while (m_at < m_bytes.size()) {
            CsvRow row = readRow();
            if (row.fields.size() > 1 || !row.fields.first().trimmed().isEmpty()) {
                rows.append(std::move(row));
            }
        }
        return rows;
    }

private:
    CsvRow readRow()
    {
        CsvRow row;
        row.line = m_line;
        do {
            row.fields.append(readField(row));
        } while (take(','));
        take('\r');
        if (take('\n')) {
            ++m_line;
        }
        return row;
    }

    QString readField(CsvRow& row)
    {
        QByteArray field;
        if (take('"')) {
            row.isClosed = readQuoted(field);
        }
        while (m_at < m_bytes.size() && m_bytes[m_at] != ',' && !isLineEnd()) {
            field += m_bytes[m_at++];
        }
        return QString::fromUtf8(field);
    }

    /// Up to the closing mark; false when there is none.
    bool readQuoted(QByteArray& field)
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

    [[nodiscard]] bool isLineEnd() const
    {
        return m_bytes[m_at] == '\n' ||
               (m_bytes[m_at] == '\r' && (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] == '\n'));
    }

    bool take(char c)
    {
        if (m_at < m_bytes.size() && m_bytes[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
    std::size_t m_line = 1;
};

} // namespace

QList<CsvRow> readCsv(const QByteArray& bytes)
{
    return CsvReader(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes).rows();
}

} // namespace cli
