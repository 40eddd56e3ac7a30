// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/tables/case_table.h"

#include "core/net/ip_address.h"
#include "core/qtio/tables/csv.h"
#include "core/qtio/tables/mail_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace qtio {

namespace {

constexpr std::array<QLatin1StringView, allCaseColumns.size()> columnNames{
    "ip"_L1, "helo"_L1, "sender"_L1, "result"_L1, "action"_L1, "note"_L1};
constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";

QLatin1StringView nameOf(CaseColumn column)
{
    return columnNames[static_cast<std::size_t>(column)];
}

QStringList textsOf(const CsvRow& row)
{
    QStringList texts;
    for (const QString& field : row.fields) {
        texts.append(csvText(field));
    }
    return texts;
}

} // namespace

CaseTable::CaseTable()
{
    for (const CaseColumn column : allCaseColumns) {
        m_header.append(nameOf(column));
    }
    findColumns();
}

void CaseTable::findColumns()
{
    for (const CaseColumn column : allCaseColumns) {
        const auto found = std::ranges::find_if(m_header, [column](const QString& name) {
            return name.trimmed().compare(nameOf(column), Qt::CaseInsensitive) == 0;
        });
        m_columns[static_cast<std::size_t>(column)] =
            found == m_header.end() ? -1 : std::distance(m_header.begin(), found);
    }
}

tl::expected<CaseTable, CaseTableError> CaseTable::parse(const QByteArray& bytes)
{
    const QByteArray text = csvAsUtf8(bytes);
    if (!text.isValidUtf8()) {
        return tl::unexpected(CaseTableError::NotUtf8);
    }
    CaseTable table;
    table.m_separator = csvSeparator(text);
    table.m_hasByteOrderMark = text.startsWith(byteOrderMark) || text != bytes;
    const qsizetype firstEnd = text.indexOf('\n');
    table.m_lineEnd = firstEnd > 0 && text[firstEnd - 1] == '\r' ? "\r\n" : "\n";
    CsvReader reader(text, table.m_separator);
    const std::optional<CsvRow> header = reader.next();
    table.m_header = header ? textsOf(*header) : QStringList();
    table.findColumns();
    const auto has = [&](CaseColumn column) {
        return table.m_columns[static_cast<std::size_t>(column)] >= 0;
    };
    if (!has(CaseColumn::Ip) || !has(CaseColumn::Action) ||
        (!has(CaseColumn::Sender) && !has(CaseColumn::Helo))) {
        return tl::unexpected(CaseTableError::NoHeader);
    }
    while (const std::optional<CsvRow> row = reader.next()) {
        table.m_rows.push_back({row->line, textsOf(*row), row->isClosed});
    }
    return table;
}

QByteArray CaseTable::bytes() const
{
    QByteArray bytes = m_hasByteOrderMark ? byteOrderMark.toByteArray() : QByteArray();
    const auto add = [&](const QStringList& fields) {
        QByteArrayList cells;
        for (const QString& field : fields) {
            cells.append(csvCell(field.toStdString(), m_separator));
        }
        bytes += cells.join(m_separator) + m_lineEnd;
    };
    add(m_header);
    for (const Row& row : m_rows) {
        add(row.fields);
    }
    return bytes;
}

CaseCells CaseTable::cells(std::size_t row) const
{
    CaseCells cells;
    for (const CaseColumn column : allCaseColumns) {
        const qsizetype at = m_columns[static_cast<std::size_t>(column)];
        cell(cells, column) = at < 0 ? QString() : m_rows[row].fields.value(at);
    }
    return cells;
}

tl::expected<policy::PolicyCase, CaseError> CaseTable::test(std::size_t row) const
{
    using Code = CaseError::Code;
    const auto error = [](Code code, const QString& text) { return tl::unexpected(CaseError{code, text}); };
    const QStringList& fields = m_rows[row].fields;
    if (!m_rows[row].isClosed) {
        return error(Code::UnclosedQuote, {});
    }
    if (std::any_of(fields.begin() + std::min(fields.size(), m_header.size()), fields.end(),
                    [](const QString& field) { return !field.trimmed().isEmpty(); })) {
        return error(Code::TooManyFields, fields.mid(m_header.size()).join(QChar::fromLatin1(m_separator)));
    }
    const CaseCells written = cells(row);
    const auto trimmed = [&](CaseColumn column) { return cell(written, column).trimmed(); };
    const QString ip = trimmed(CaseColumn::Ip);
    if (!net::IpAddress::parse(ip.toStdString())) {
        return error(Code::NotAnAddress, ip);
    }
    const QString result = trimmed(CaseColumn::Result);
    const bool isLive = result.isEmpty() || result.compare("live"_L1, Qt::CaseInsensitive) == 0;
    policy::PolicyCase test;
    test.assumed = isLive ? std::nullopt : spf::parseResult(result.toStdString());
    if (!isLive && !test.assumed) {
        return error(Code::NotAResult, result);
    }
    const QString action = trimmed(CaseColumn::Action);
    const std::optional<policy::Action> expected = policy::parseAction(action.toStdString());
    if (!expected) {
        return error(Code::NotAnAction, action);
    }
    test.expected = *expected;
    test.request.clientAddress = ip.toStdString();
    test.request.heloName = trimmed(CaseColumn::Helo).toStdString();
    test.request.sender = cleanedSender(cell(written, CaseColumn::Sender)).toStdString();
    test.note = trimmed(CaseColumn::Note).toStdString();
    return test;
}

std::optional<std::size_t> CaseTable::find(const CaseEdit& edit) const
{
    if (!edit.before) {
        return std::nullopt;
    }
    if (edit.row < m_rows.size() && cells(edit.row) == *edit.before) {
        return edit.row;
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (cells(row) == *edit.before) {
            return row;
        }
    }
    return std::nullopt;
}

void CaseTable::apply(const CaseEdit& edit)
{
    const std::optional<std::size_t> row = find(edit);
    if (row && edit.after) {
        write(m_rows[*row], *edit.after);
    } else if (row) {
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(*row));
    } else if (edit.after) {
        m_rows.emplace_back();
        write(m_rows.back(), *edit.after);
    }
}

/// A column that is missing is made when it is needed.
void CaseTable::write(Row& row, const CaseCells& cells)
{
    for (const CaseColumn column : allCaseColumns) {
        qsizetype& at = m_columns[static_cast<std::size_t>(column)];
        const QString& text = cell(cells, column);
        if (at < 0) {
            if (text.isEmpty()) {
                continue;
            }
            at = m_header.size();
            m_header.append(nameOf(column));
        }
        while (row.fields.size() <= at) {
            row.fields.append(QString());
        }
        row.fields[at] = text;
    }
    while (row.fields.size() < m_header.size()) {
        row.fields.append(QString());
    }
    row.isClosed = true;
}

QString caseFilePath(const QString& configPath)
{
    return configPath + ".tests.csv"_L1;
}

} // namespace qtio
