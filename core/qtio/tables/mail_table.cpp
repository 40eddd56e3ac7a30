// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/tables/mail_table.h"

#include "core/net/ip_address.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace qtio {

namespace {

constexpr qsizetype longestExcerpt = 200;
constexpr std::size_t sampleSize = 100; ///< rows that are looked at when there is no header

bool isAddress(const QString& field)
{
    return net::IpAddress::parse(field.trimmed().toStdString()).has_value();
}

bool isSender(const QString& field)
{
    return field.contains(u'@') || field.trimmed() == "<>"_L1;
}

MailColumns exactColumns(const QStringList& header)
{
    MailColumns columns;
    columns.count = header.size();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header[i].trimmed().toLower();
        if (name == "ip"_L1) {
            columns.ip = i;
        } else if (name == "helo"_L1) {
            columns.helo = i;
        } else if (name == "sender"_L1) {
            columns.sender = i;
        }
    }
    return columns;
}

/// Names as logs, tables of other tools and our own exports have them; the first column of a kind counts.
MailColumns namedColumns(const QStringList& header)
{
    static const QSet<QString> ips{u"ip"_s,       u"clientip"_s,  u"clientaddress"_s,   u"client"_s,
                                   u"address"_s,  u"ipaddress"_s, u"clientipaddress"_s, u"remoteip"_s,
                                   u"sourceip"_s, u"sendingip"_s, u"senderip"_s,        u"connectingip"_s};
    static const QSet<QString> helos{u"helo"_s, u"ehlo"_s, u"heloname"_s, u"ehloname"_s, u"heloehlo"_s};
    static const QSet<QString> senders{u"sender"_s,         u"mailfrom"_s,     u"from"_s,
                                       u"envelopesender"_s, u"envelopefrom"_s, u"returnpath"_s,
                                       u"senderaddress"_s,  u"fromaddress"_s,  u"smtpmailfrom"_s};
    MailColumns columns;
    columns.count = header.size();
    const auto takeFirst = [](qsizetype& column, qsizetype found) { column = column < 0 ? found : column; };
    for (qsizetype i = 0; i < header.size(); ++i) {
        QString name = header[i].toLower();
        name.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        if (ips.contains(name)) {
            takeFirst(columns.ip, i);
        } else if (helos.contains(name)) {
            takeFirst(columns.helo, i);
        } else if (senders.contains(name)) {
            takeFirst(columns.sender, i);
        }
    }
    return columns;
}

/// How many rows have something at `column` that `is` true for.
template <class Predicate>
std::ptrdiff_t hits(const std::vector<CsvRow>& rows, qsizetype column, Predicate is)
{
    return std::ranges::count_if(
        rows, [&](const CsvRow& row) { return column < row.fields.size() && is(row.fields[column]); });
}

/// The column with the most hits among those not taken; -1 where there are none.
template <class Predicate>
qsizetype bestColumn(const std::vector<CsvRow>& rows, const MailColumns& taken, Predicate is)
{
    qsizetype best = -1;
    std::ptrdiff_t most = 0;
    for (qsizetype i = 0; i < taken.count; ++i) {
        const std::ptrdiff_t found = i == taken.ip || i == taken.sender ? 0 : hits(rows, i, is);
        if (found > most) {
            best = i;
            most = found;
        }
    }
    return best;
}

MailColumns guessedColumns(const std::vector<CsvRow>& rows)
{
    MailColumns columns;
    for (const CsvRow& row : rows) {
        columns.count = std::max(columns.count, row.fields.size());
    }
    columns.ip = bestColumn(rows, columns, isAddress);
    columns.sender = bestColumn(rows, columns, isSender);
    columns.helo = bestColumn(
        rows, columns, [](const QString& field) { return !field.trimmed().isEmpty() && !isSender(field); });
    return columns;
}

} // namespace

MailTable::MailTable(const QByteArray& bytes, MailTableForm form) : m_form(form), m_reader({})
{
    if (form == MailTableForm::Tolerant) {
        findColumns(csvAsUtf8(bytes));
        return;
    }
    m_reader = CsvReader(bytes);
    if (const std::optional<CsvRow> header = m_reader.next()) {
        m_columns = exactColumns(header->fields);
        m_hasHeader = m_columns.isUsable();
    }
}

void MailTable::findColumns(const QByteArray& bytes)
{
    m_separator = csvSeparator(bytes);
    m_reader = CsvReader(bytes, m_separator);
    const std::optional<CsvRow> first = m_reader.next();
    if (!first) {
        return;
    }
    m_columns = namedColumns(first->fields);
    m_hasHeader = m_columns.isUsable();
    if (m_hasHeader) {
        return;
    }
    m_reader = CsvReader(bytes, m_separator);
    std::vector<CsvRow> sample;
    CsvReader reader = m_reader;
    for (auto row = reader.next(); row && sample.size() < sampleSize; row = reader.next()) {
        sample.push_back(*std::move(row));
    }
    m_columns = guessedColumns(sample);
}

std::optional<MailRow> MailTable::next()
{
    if (!m_columns.isUsable()) {
        return std::nullopt;
    }
    const std::optional<CsvRow> row = m_reader.next();
    if (!row) {
        return std::nullopt;
    }
    return MailRow{++m_number, row->line, requestOf(*row)};
}

/// A pasted row may lack its last fields, and may have empty ones after them.
bool MailTable::hasRightLength(const CsvRow& row) const
{
    if (m_form == MailTableForm::Exact) {
        return row.fields.size() == m_columns.count;
    }
    return m_columns.ip < row.fields.size() &&
           std::all_of(
               row.fields.begin() + std::min(m_columns.count, row.fields.size()), row.fields.end(),
               [](const QString& field) { return field.trimmed().isEmpty(); });
}

tl::expected<policy::Request, MailRowError> MailTable::requestOf(const CsvRow& row) const
{
    using Code = MailRowError::Code;
    const auto error = [&](Code code, const QString& text) {
        return tl::unexpected(MailRowError{code, text, row.fields.size(), m_columns.count});
    };
    const auto whole = [&] { return row.fields.join(QChar::fromLatin1(m_separator)).left(longestExcerpt); };
    if (!row.isClosed) {
        return error(Code::UnclosedQuote, whole());
    }
    if (!hasRightLength(row)) {
        return error(m_hasHeader ? Code::FieldCount : Code::OtherFieldCount, whole());
    }
    const QString ip = row.fields[m_columns.ip].trimmed();
    if (!net::IpAddress::parse(ip.toStdString())) {
        return error(Code::NotAnAddress, ip);
    }
    policy::Request request;
    request.clientAddress = ip.toStdString();
    request.heloName = row.fields.value(m_columns.helo).trimmed().toStdString();
    request.sender = cleanedSender(row.fields.value(m_columns.sender)).toStdString();
    return request;
}

MailRow mailRow(std::size_t number, policy::Request request)
{
    if (!net::IpAddress::parse(request.clientAddress)) {
        const QString text = QString::fromStdString(request.clientAddress);
        return {number, 0, tl::unexpected(MailRowError{MailRowError::Code::NotAnAddress, text})};
    }
    return {number, 0, std::move(request)};
}

QString cleanedSender(const QString& text)
{
    QString sender = text.trimmed();
    if (sender.startsWith(u'<') && sender.endsWith(u'>')) {
        sender = sender.mid(1, sender.size() - 2);
    }
    return sender;
}

} // namespace qtio
