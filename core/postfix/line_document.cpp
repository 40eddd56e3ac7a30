// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/line_document.h"

#include "core/base/ascii.h"

namespace postfix {

LineDocument::LineDocument(std::string_view text)
{
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const auto length = newline == std::string_view::npos ? text.size() : newline;
        std::string_view line = text.substr(0, length);
        std::string_view end = text.substr(length, 1);
        if (!end.empty() && line.ends_with('\r')) {
            line.remove_suffix(1);
            end = text.substr(length - 1, 2);
        }
        if (m_lines.empty() && !end.empty()) {
            m_lineEnd = end;
        }
        m_lines.push_back({std::string(line), std::string(end)});
        text.remove_prefix(newline == std::string_view::npos ? length : length + 1);
    }
}

std::string LineDocument::bytes() const
{
    std::string text;
    for (const auto& line : m_lines) {
        text += line.text;
        text += line.end;
    }
    return text;
}

bool LineDocument::isBlank(std::size_t line) const
{
    return base::trimmed(at(line)).empty();
}

bool LineDocument::isComment(std::size_t line) const
{
    return base::trimmed(at(line)).starts_with('#');
}

bool LineDocument::isContinuation(std::size_t line) const
{
    return !at(line).empty() && base::isSpace(at(line).front()) && !isBlank(line) && !isComment(line);
}

bool LineDocument::isInsideLogicalLine(std::size_t line) const
{
    for (std::size_t next = line + 1; next < size(); ++next) {
        if (!isBlank(next) && !isComment(next)) {
            return isContinuation(next);
        }
    }
    return false;
}

std::vector<LogicalLine> LineDocument::logicalLines() const
{
    std::vector<LogicalLine> result;
    for (std::size_t line = 0; line < size(); ++line) {
        if (isBlank(line) || isComment(line)) {
            continue;
        }
        if (result.empty() || !isContinuation(line)) {
            result.emplace_back();
        }
        result.back().lines.push_back(line);
    }
    return result;
}

void LineDocument::insert(std::size_t line, std::string text)
{
    Line fresh{std::move(text), m_lineEnd};
    if (line == size() && !m_lines.empty() && m_lines.back().end.empty()) {
        m_lines.back().end = m_lineEnd;
        fresh.end.clear();
    }
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(line), std::move(fresh));
}

void LineDocument::remove(std::size_t line)
{
    if (line > 0 && line + 1 == size() && m_lines.back().end.empty()) {
        m_lines[line - 1].end.clear();
    }
    m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(line));
}

} // namespace postfix
