// SPDX-License-Identifier: GPL-3.0-or-later
// main.cf and master.cf as Postfix reads them (SPEC 3.4): physical lines that join to logical ones. What is
// not edited keeps every byte, line ends included.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

/// The physical lines (from 0) that make one logical line. Comments and blank lines between them do not end
/// it and are left out.
struct LogicalLine
{
    std::vector<std::size_t> lines;

    [[nodiscard]] std::size_t first() const { return lines.front(); }

    [[nodiscard]] std::size_t last() const { return lines.back(); }

    friend bool operator==(const LogicalLine&, const LogicalLine&) = default;
};

class LineDocument
{
public:
    explicit LineDocument(std::string_view text);

    [[nodiscard]] std::string bytes() const;

    [[nodiscard]] std::size_t size() const noexcept { return m_lines.size(); }

    /// Without its line end.
    [[nodiscard]] const std::string& at(std::size_t line) const { return m_lines[line].text; }

    [[nodiscard]] bool isBlank(std::size_t line) const;
    /// "#" is the first character that is not white space.
    [[nodiscard]] bool isComment(std::size_t line) const;
    /// Starts with white space and is neither blank nor a comment.
    [[nodiscard]] bool isContinuation(std::size_t line) const;
    /// A line put in place of `line` would take over continuation lines that now belong to something before
    /// it.
    [[nodiscard]] bool isInsideLogicalLine(std::size_t line) const;
    [[nodiscard]] std::vector<LogicalLine> logicalLines() const;

    void replace(std::size_t line, std::string text) { m_lines[line].text = std::move(text); }

    /// Before `line`, or at the end. A file without a line end at its end stays so.
    void insert(std::size_t line, std::string text);

    void append(std::string text) { insert(size(), std::move(text)); }

    void remove(std::size_t line);

private:
    struct Line
    {
        std::string text;
        std::string end;
    };

    std::vector<Line> m_lines;
    std::string m_lineEnd = "\n"; ///< for new lines: that of the first line
};

} // namespace postfix
