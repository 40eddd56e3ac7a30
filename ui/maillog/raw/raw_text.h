// SPDX-License-Identifier: GPL-3.0-or-later
// A raw line as characters in cells of one width, as in a terminal: places are found without laying the text
// out, so a line of 66 KB costs as little as what is seen of it.
#pragma once

#include "core/maillog/filter.h"
#include "ui/maillog/message/line_inks.h"
#include "ui/maillog/raw/raw_lines.h"

#include <QString>

namespace ui {

class RawText
{
public:
    RawText() = default;
    explicit RawText(const RawLine& line);

    [[nodiscard]] const QString& text() const { return m_text; }

    [[nodiscard]] int cells() const { return m_isNarrow ? static_cast<int>(m_text.size()) : m_cells; }

    [[nodiscard]] int cellOf(qsizetype index) const;
    /// The character that covers a cell; the end of the text behind it.
    [[nodiscard]] qsizetype indexOf(int cell) const;

    /// One character a cell throughout.
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }

    /// Where a pattern matches, as characters.
    [[nodiscard]] std::vector<InkedPiece> matches(const maillog::Regex& pattern, Ink ink) const;
    /// Stamp, program and fields in their colours; a check's result in its own.
    [[nodiscard]] std::vector<InkedPiece> inks() const;
    /// The ink of the result or action when the line is that of a check.
    [[nodiscard]] std::optional<Ink> checkInk() const;

private:
    [[nodiscard]] qsizetype indexOfByte(std::size_t byte) const;

    QByteArray m_bytes;
    QString m_text;
    qsizetype m_prefix = 0; ///< characters for the NULs in front
    int m_cells = 0;
    bool m_isNarrow = true;
    bool m_isByteEach = true; ///< a byte of the line is a character of the text
};

/// 0 for marks that stand on another character, 2 for wide ones (East Asian), else 1.
[[nodiscard]] int cellsOf(char32_t character);

} // namespace ui
