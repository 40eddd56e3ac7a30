// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/zone_lexer.h"

#include "core/base/ascii.h"

namespace dns {

using Code = ZoneProblem::Code;

namespace {

bool endsWord(char c) noexcept
{
    return base::isSpace(c) || c == ';' || c == '"' || c == '(' || c == ')';
}

} // namespace

void ZoneLexer::report(ZoneEntry& entry, Code code, std::size_t line, std::size_t column)
{
    m_problems.push_back({code, line, column, {}});
    entry.isBroken = true;
}

void ZoneLexer::skipComment() noexcept
{
    while (!atEnd() && m_text[m_at] != '\n') {
        ++m_at;
    }
}

bool ZoneLexer::next(ZoneEntry& entry)
{
    if (atEnd()) {
        return false;
    }
    entry = ZoneEntry{};
    entry.startsWithBlank = base::isBlank(m_text[m_at]);
    const std::size_t startLine = m_line;
    std::size_t depth = 0;
    while (!atEnd()) {
        const char c = m_text[m_at];
        if (c == '\n') {
            ++m_at;
            ++m_line;
            m_lineStart = m_at;
            if (depth == 0) {
                return true;
            }
        } else if (base::isSpace(c)) {
            ++m_at;
        } else if (c == ';') {
            skipComment();
        } else if (c == '(') {
            ++depth;
            ++m_at;
        } else if (c == ')') {
            if (depth == 0) {
                report(entry, Code::UnbalancedParenthesis, m_line, column());
            } else {
                --depth;
            }
            ++m_at;
        } else if (c == '"') {
            readQuoted(entry);
        } else {
            readWord(entry);
        }
    }
    if (depth > 0) {
        report(entry, Code::UnbalancedParenthesis, startLine, 1);
    }
    return true;
}

void ZoneLexer::readEscape(ZoneWord& word, ZoneEntry& entry)
{
    const std::size_t start = column();
    ++m_at; // the backslash
    if (atEnd() || m_text[m_at] == '\n') {
        report(entry, Code::BadEscape, m_line, start);
        return;
    }
    if (!base::isDigit(m_text[m_at])) {
        word.text += m_text[m_at++];
        return;
    }
    const auto number = base::parseNumber(m_text.substr(m_at, 3), 255);
    if (!number || m_at + 3 > m_text.size()) {
        report(entry, Code::BadEscape, m_line, start);
        ++m_at;
        return;
    }
    word.text += static_cast<char>(*number);
    m_at += 3;
}

void ZoneLexer::readWord(ZoneEntry& entry)
{
    ZoneWord word{{}, false, m_line, column()};
    while (!atEnd() && !endsWord(m_text[m_at])) {
        if (m_text[m_at] == '\\') {
            readEscape(word, entry);
        } else {
            word.text += m_text[m_at++];
        }
    }
    entry.words.push_back(std::move(word));
}

void ZoneLexer::readQuoted(ZoneEntry& entry)
{
    ZoneWord word{{}, true, m_line, column()};
    ++m_at;
    while (!atEnd() && m_text[m_at] != '"' && m_text[m_at] != '\n') {
        if (m_text[m_at] == '\\') {
            readEscape(word, entry);
        } else {
            word.text += m_text[m_at++];
        }
    }
    if (atEnd() || m_text[m_at] != '"') {
        report(entry, Code::UnclosedQuote, word.line, word.column);
        return;
    }
    ++m_at;
    entry.words.push_back(std::move(word));
}

} // namespace dns
