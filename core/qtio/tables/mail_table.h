// SPDX-License-Identifier: GPL-3.0-or-later
// Mails as rows of a table: the CSV file of `spfpolicy check --batch` (INTERFACES.md), and whatever else a
// user has at hand when pasting into the window.
#pragma once

#include "core/policy/request.h"
#include "core/qtio/tables/csv.h"

#include <tl/expected.hpp>

#include <vector>

namespace qtio {

/// Why a row is no mail.
struct MailRowError
{
    enum class Code {
        UnclosedQuote,
        FieldCount,      ///< others than the header names
        OtherFieldCount, ///< others than the first rows of a table without header have
        NotAnAddress
    };
    Code code;
    QString text; ///< the address as written, or the beginning of the row
    qsizetype fieldCount = 0;
    qsizetype expectedCount = 0;
};

struct MailRow
{
    std::size_t number = 0; ///< from 1, the header not counted
    std::size_t line = 0;   ///< of the text, from 1; 0 for a mail that was in no text
    tl::expected<policy::Request, MailRowError> request;
};

/// Where ip, helo and sender stand; -1 for a column that is not there.
struct MailColumns
{
    qsizetype ip = -1;
    qsizetype helo = -1;
    qsizetype sender = -1;
    qsizetype count = 0;

    [[nodiscard]] bool isUsable() const noexcept { return ip >= 0 && (helo >= 0 || sender >= 0); }

    friend bool operator==(const MailColumns&, const MailColumns&) = default;
};

enum class MailTableForm {
    Exact,   ///< commas, and a header that names ip, helo and sender
    Tolerant ///< commas, semicolons or tabs; other names; without a header the columns are guessed
};

class MailTable
{
public:
    MailTable(const QByteArray& bytes, MailTableForm form);

    /// Without usable columns there are no rows.
    [[nodiscard]] const MailColumns& columns() const noexcept { return m_columns; }

    [[nodiscard]] char separator() const noexcept { return m_separator; }

    /// Nothing at the end.
    [[nodiscard]] std::optional<MailRow> next();

private:
    void findColumns(const QByteArray& bytes);
    [[nodiscard]] tl::expected<policy::Request, MailRowError> requestOf(const CsvRow& row) const;
    [[nodiscard]] bool hasRightLength(const CsvRow& row) const;

    MailTableForm m_form;
    char m_separator = ',';
    MailColumns m_columns;
    bool m_hasHeader = false;
    CsvReader m_reader;
    std::size_t m_number = 0;
};

/// Mails that come from elsewhere than a text.
[[nodiscard]] MailRow mailRow(std::size_t number, policy::Request request);

/// The sender as Postfix would hand it on: trimmed, without angle brackets.
[[nodiscard]] QString cleanedSender(const QString& text);

} // namespace qtio
