// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/required_texts.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace maillog {

namespace {

constexpr std::size_t shortest = 3;

/// Goes over a pattern and keeps the longest run of plain characters of each alternative.
class PatternWalk
{
public:
    explicit PatternWalk(std::string_view pattern) noexcept : m_pattern(pattern) {}

    [[nodiscard]] std::vector<std::string> texts()
    {
        // "(?i)", "(?x)", "(*UTF)", look-around and "\\Q" change what the rest means.
        for (const std::string_view special : {"(?", "(*", "\\Q", "\\E"}) {
            if (m_pattern.find(special) != std::string_view::npos) {
                return {};
            }
        }
        while (m_at < m_pattern.size()) {
            step();
        }
        endAlternative();
        return m_complete ? m_texts : std::vector<std::string>();
    }

private:
    void step()
    {
        const char c = m_pattern[m_at++];
        switch (c) {
        case '|':
            return endAlternative();
        case '(':
            endRun();
            return skipGroup();
        case '[':
            endRun();
            return skipClass();
        case '?':
        case '*':
            dropLast(); // it may be missing
            return endRun();
        case '{':
            dropLast();
            endRun();
            return skipCount();
        case '+':
        case '.':
        case '^':
        case '$':
        case ')':
        case '}':
            return endRun();
        case '\\':
            return escape();
        default:
            m_run.push_back(c);
        }
    }

    void escape()
    {
        const char c = m_at < m_pattern.size() ? m_pattern[m_at++] : 'A';
        if (base::isAlnum(c) || static_cast<signed char>(c) < 0) {
            endRun(); // a class, an assertion, or a character by its number
            m_complete = m_complete && std::string_view("dDwWsSbBAzZ").find(c) != std::string_view::npos;
        } else {
            m_run.push_back(c);
        }
    }

    /// Up to the bracket that closes it.
    void skipGroup() noexcept
    {
        for (int depth = 1; m_at < m_pattern.size() && depth > 0; ++m_at) {
            switch (m_pattern[m_at]) {
            case '\\':
                ++m_at;
                break;
            case '[':
                ++m_at;
                skipClass();
                --m_at;
                break;
            case '(':
                ++depth;
                break;
            case ')':
                --depth;
                break;
            default:
                break;
            }
        }
        m_at = std::min(m_at, m_pattern.size());
    }

    /// "]" first in a class is a member of it; "[:alpha:]" has brackets of its own.
    void skipClass() noexcept
    {
        m_at += m_at < m_pattern.size() && m_pattern[m_at] == '^' ? 1 : 0;
        m_at += m_at < m_pattern.size() && m_pattern[m_at] == ']' ? 1 : 0;
        for (; m_at < m_pattern.size() && m_pattern[m_at] != ']'; ++m_at) {
            if (m_pattern[m_at] == '\\') {
                ++m_at;
            } else if (m_pattern[m_at] == '[') {
                m_complete = false;
            }
        }
        m_at = std::min(m_at + 1, m_pattern.size());
    }

    /// "2,5}"; a bracket that is none of a count is not looked into.
    void skipCount() noexcept
    {
        const auto end = m_pattern.find_first_not_of("0123456789,", m_at);
        m_complete = m_complete && end != std::string_view::npos && m_pattern[end] == '}';
        m_at = std::min(end, m_pattern.size());
    }

    void dropLast() noexcept
    {
        if (!m_run.empty()) {
            m_run.pop_back();
        }
    }

    void endRun()
    {
        if (m_run.size() > m_longest.size()) {
            m_longest = m_run;
        }
        m_run.clear();
    }

    void endAlternative()
    {
        endRun();
        m_complete = m_complete && m_longest.size() >= shortest;
        m_texts.push_back(std::move(m_longest));
        m_longest.clear();
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::string m_run;
    std::string m_longest; ///< of this alternative
    std::vector<std::string> m_texts;
    bool m_complete = true;
};

} // namespace

std::vector<std::string> requiredTexts(std::string_view pattern)
{
    return PatternWalk(pattern).texts();
}

} // namespace maillog
