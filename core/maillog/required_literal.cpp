// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/required_literal.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

/// Walks over the items of a regular expression at its top level. Whatever it does not know makes it give up.
class LiteralSearch
{
public:
    explicit LiteralSearch(std::string_view regex) noexcept : m_regex(regex) {}

    std::string longest()
    {
        while (m_at < m_regex.size()) {
            if (!step()) {
                return {};
            }
        }
        endRun();
        return m_longest;
    }

private:
    bool step()
    {
        const char c = m_regex[m_at];
        switch (c) {
        case '|': // the other alternative needs nothing of this one
        case ')':
            return false;
        case '\\':
            return escape();
        case '[':
            endRun();
            return skipClass();
        case '(':
            endRun();
            return skipGroup();
        case '?':
        case '*':
        case '{':
            dropLast();
            ++m_at;
            return c != '{' || skipTo('}');
        case '+':
        case '^':
        case '$':
        case '.':
            endRun();
            ++m_at;
            return true;
        default:
            m_run.push_back(c);
            ++m_at;
            return true;
        }
    }

    bool escape()
    {
        if (m_at + 1 == m_regex.size()) {
            return false;
        }
        const char c = m_regex[m_at + 1];
        if (base::isAlnum(c)) {
            endRun();
            constexpr std::string_view classes = "dDwWsSbBAzZhHvVRntrfe";
            m_at += 2;
            return classes.find(c) !=
                   std::string_view::npos; // others take an argument, or quote what follows
        }
        m_run.push_back(c);
        m_at += 2;
        return true;
    }

    bool skipClass()
    {
        m_at += m_regex.substr(m_at).starts_with("[^") ? 2 : 1;
        m_at += m_at < m_regex.size() && m_regex[m_at] == ']' ? 1 : 0; // a first "]" is itself
        for (; m_at < m_regex.size() && m_regex[m_at] != ']'; ++m_at) {
            if (m_regex[m_at] == '\\') {
                ++m_at;
            } else if (m_regex.substr(m_at).starts_with("[:")) {
                m_at = std::min(m_regex.find(":]", m_at), m_regex.size() - 1) + 1;
            }
        }
        return skipTo(']');
    }

    bool skipGroup()
    {
        static constexpr std::array<std::string_view, 4> harmless{"(?<", "(?P<", "(?'", "(?:"};
        const auto rest = m_regex.substr(m_at);
        if (rest.starts_with("(*") ||
            (rest.starts_with("(?") &&
             std::none_of(harmless.begin(), harmless.end(),
                          [&](std::string_view h) { return rest.starts_with(h); }))) {
            return false; // options, comments, conditions
        }
        int depth = 0;
        while (m_at < m_regex.size()) {
            const char c = m_regex[m_at];
            if (c == '\\') {
                m_at += 2;
                continue;
            }
            if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
                continue;
            }
            if (m_regex.substr(m_at).starts_with("(?") && depth > 0 && !skippable()) {
                return false;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            ++m_at;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /// Inside of a group options change nothing outside of it; comments may hold brackets.
    [[nodiscard]] bool skippable() const noexcept { return !m_regex.substr(m_at).starts_with("(?#"); }

    bool skipTo(char end)
    {
        m_at = m_regex.find(end, m_at);
        if (m_at == std::string_view::npos) {
            m_at = m_regex.size();
            return false;
        }
        ++m_at;
        return true;
    }

    /// The quantifier belongs to the last character only.
    void dropLast()
    {
        if (!m_run.empty()) {
            m_run.pop_back();
        }
        endRun();
    }

    void endRun()
    {
        if (m_run.size() > m_longest.size()) {
            m_longest = m_run;
        }
        m_run.clear();
    }

    std::string_view m_regex;
    std::size_t m_at = 0;
    std::string m_run;
    std::string m_longest;
};

} // namespace

std::string requiredLiteral(std::string_view regex)
{
    return LiteralSearch(regex).longest();
}

} // namespace maillog
