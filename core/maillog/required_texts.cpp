// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/required_texts.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

/// Walks over the items of a pattern at its top level. Whatever it does not know makes it give up.
class PatternWalk
{
public:
    explicit PatternWalk(std::string_view pattern) noexcept : m_pattern(pattern) {}

    [[nodiscard]] std::vector<std::string> texts(std::size_t shortest)
    {
        // Between these, anywhere, nothing means what it means elsewhere.
        if (m_pattern.find("\\Q") != std::string_view::npos) {
            return {};
        }
        while (m_at < m_pattern.size()) {
            if (!step()) {
                return {};
            }
        }
        endAlternative();
        const bool complete =
            std::all_of(m_texts.begin(), m_texts.end(),
                        [shortest](const std::string& text) { return text.size() >= shortest; });
        return complete ? std::move(m_texts) : std::vector<std::string>();
    }

private:
    /// False: what follows cannot be told.
    [[nodiscard]] bool step()
    {
        const char c = m_pattern[m_at];
        switch (c) {
        case '\\':
            return escape();
        case '[':
            endRun();
            return skipClass();
        case '(':
            endRun();
            return skipGroup();
        case ')':
            return false;
        default:
            break;
        }
        ++m_at;
        switch (c) {
        case '|':
            endAlternative();
            return true;
        case '?':
        case '*':
            dropLast(); // it may be missing
            return true;
        case '{':
            dropLast();
            return skipCount();
        case '+':
        case '^':
        case '$':
        case '.':
            endRun();
            return true;
        default:
            m_run.push_back(c);
            return true;
        }
    }

    [[nodiscard]] bool escape()
    {
        if (m_at + 1 == m_pattern.size()) {
            return false;
        }
        const char c = m_pattern[m_at + 1];
        m_at += 2;
        if (!base::isAlnum(c)) {
            m_run.push_back(c);
            return true;
        }
        endRun();
        constexpr std::string_view classes = "dDwWsSbBAzZhHvVRntrfe";
        return classes.find(c) != std::string_view::npos; // others take an argument
    }

    /// "]" first in a class is a member of it; "[:alpha:]" has brackets of its own.
    [[nodiscard]] bool skipClass() noexcept
    {
        m_at += rest().starts_with("[^") ? 2 : 1;
        m_at += rest().starts_with(']') ? 1 : 0;
        for (; m_at < m_pattern.size() && m_pattern[m_at] != ']'; ++m_at) {
            if (m_pattern[m_at] == '\\') {
                if (takesNext()) {
                    return false;
                }
                ++m_at;
            } else if (m_pattern[m_at] == '[' && !skipNamedClass()) {
                return false;
            }
        }
        ++m_at;
        return m_at <= m_pattern.size();
    }

    /// To the last character of "[:alpha:]"; any other bracket inside of a class is a member of it, or not
    /// looked into.
    [[nodiscard]] bool skipNamedClass() noexcept
    {
        const auto next = rest().substr(1, 1);
        if (next == "." || next == "=") {
            return false;
        }
        if (next == ":") {
            auto end = m_at + 2;
            while (end < m_pattern.size() && base::isAlpha(m_pattern[end])) {
                ++end;
            }
            if (!m_pattern.substr(end).starts_with(":]")) {
                return false;
            }
            m_at = end + 1;
        }
        return true;
    }

    /// Options hold for the rest of the pattern, comments may hold brackets.
    [[nodiscard]] bool isPlainGroup() const noexcept
    {
        static constexpr std::array<std::string_view, 7> plain{
            "(?<", "(?P<", "(?'", "(?:", "(?=", "(?!", "(?>"};
        if (!rest().starts_with("(?")) {
            return !rest().starts_with("(*");
        }
        return std::any_of(plain.begin(), plain.end(),
                           [this](std::string_view head) { return rest().starts_with(head); });
    }

    /// Up to the bracket that closes it.
    [[nodiscard]] bool skipGroup() noexcept
    {
        int depth = 0;
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
                continue;
            }
            if ((c == '(' && !isPlainGroup()) || (c == '\\' && takesNext())) {
                return false;
            }
            m_at += c == '\\' ? 2 : 1;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /// "\c]" is a control character: its bracket closes nothing.
    [[nodiscard]] bool takesNext() const noexcept { return rest().starts_with("\\c"); }

    /// "2,5}"; a bracket that is none of a count is not looked into.
    [[nodiscard]] bool skipCount() noexcept
    {
        m_at = std::min(m_pattern.find_first_not_of("0123456789,", m_at), m_pattern.size());
        const bool closes = rest().starts_with('}');
        m_at += closes ? 1 : 0;
        return closes;
    }

    [[nodiscard]] std::string_view rest() const noexcept
    {
        return m_pattern.substr(std::min(m_at, m_pattern.size()));
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

    void endAlternative()
    {
        endRun();
        m_texts.push_back(std::move(m_longest));
        m_longest.clear();
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::string m_run;
    std::string m_longest; ///< of this alternative
    std::vector<std::string> m_texts;
};

} // namespace

std::vector<std::string> requiredTexts(std::string_view pattern, std::size_t shortest)
{
    return PatternWalk(pattern).texts(shortest);
}

} // namespace maillog
