// SPDX-License-Identifier: GPL-3.0-or-later
// The test mails of a config.ini: a CSV file beside it that people and spreadsheets edit, too (INTERFACES.md,
// `config test`). Columns of others, their order, separator and line ends stay as they are.
#pragma once

#include "core/policy/policy_test.h"

#include <QByteArray>
#include <QStringList>

#include <tl/expected.hpp>

#include <array>
#include <optional>
#include <vector>

namespace qtio {

enum class CaseColumn { Ip, Helo, Sender, Result, Action, Note };
inline constexpr std::array<CaseColumn, 6> allCaseColumns{CaseColumn::Ip,     CaseColumn::Helo,
                                                          CaseColumn::Sender, CaseColumn::Result,
                                                          CaseColumn::Action, CaseColumn::Note};

/// As written in the file, by CaseColumn; a column that is not there is empty.
using CaseCells = std::array<QString, allCaseColumns.size()>;

[[nodiscard]] inline const QString& cell(const CaseCells& cells, CaseColumn column)
{
    return cells[static_cast<std::size_t>(column)];
}

[[nodiscard]] inline QString& cell(CaseCells& cells, CaseColumn column)
{
    return cells[static_cast<std::size_t>(column)];
}

/// Why a row is no test mail.
struct CaseError
{
    enum class Code {
        UnclosedQuote,
        TooManyFields,
        NotAnAddress,
        NotAResult,
        NotAnAction,
    };
    Code code;
    QString text; ///< what is written in its place
};

/// Why a file has no test mails at all.
enum class CaseTableError {
    NoHeader, ///< the first row does not name ip, action and one of sender and helo
    NotUtf8,
};

/// A row that becomes another one. Rows are known by what they say, so that an edit fits a file that has
/// changed meanwhile.
struct CaseEdit
{
    std::optional<CaseCells> before; ///< nothing: a new row
    std::optional<CaseCells> after;  ///< nothing: the row is removed
    std::size_t row = 0;             ///< where it was, when several are equal
};

class CaseTable
{
public:
    /// All six columns, no row.
    CaseTable();

    [[nodiscard]] static tl::expected<CaseTable, CaseTableError> parse(const QByteArray& bytes);
    [[nodiscard]] QByteArray bytes() const;

    [[nodiscard]] std::size_t rowCount() const noexcept { return m_rows.size(); }

    [[nodiscard]] CaseCells cells(std::size_t row) const;

    /// From 1; 0 for a row that was in no file yet.
    [[nodiscard]] std::size_t line(std::size_t row) const { return m_rows[row].line; }

    [[nodiscard]] tl::expected<policy::PolicyCase, CaseError> test(std::size_t row) const;

    /// A row that is not there any more is added as it should become: nothing of either side is lost.
    void apply(const CaseEdit& edit);

private:
    struct Row
    {
        std::size_t line = 0;
        QStringList fields;
        bool isClosed = true;
    };

    void findColumns();
    [[nodiscard]] std::optional<std::size_t> find(const CaseEdit& edit) const;
    void write(Row& row, const CaseCells& cells);

    QStringList m_header;
    std::array<qsizetype, allCaseColumns.size()> m_columns{}; ///< in m_header; -1 when not there
    std::vector<Row> m_rows;
    char m_separator = ',';
    QByteArray m_lineEnd = "\n";
    bool m_hasByteOrderMark = false;
};

/// Where the test mails of a config.ini are kept.
[[nodiscard]] QString caseFilePath(const QString& configPath);

} // namespace qtio
