// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/restriction_list.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace postfix {

namespace {

constexpr std::string_view checkWord = "check_policy_service";
/// Stands inside a list that was there, but empty, before the check was put in: taking it out leaves the
/// list.
constexpr std::string_view emptyMark = "# this list was empty before the SPF check was added";

bool isPermit(std::string_view word)
{
    return base::equalsIgnoreCase(word, "permit_mynetworks") ||
           base::equalsIgnoreCase(word, "permit_sasl_authenticated");
}

/// What may stand before the check: it costs nothing and lets no foreign mail through.
bool isLeading(std::string_view word)
{
    constexpr std::array<std::string_view, 3> prefixes{"reject_unlisted_", "reject_non_fqdn_",
                                                       "reject_unknown_"};
    return isPermit(word) || base::equalsIgnoreCase(word, "reject_unauth_destination") ||
           std::ranges::any_of(prefixes,
                               [&](auto prefix) { return base::startsWithIgnoreCase(word, prefix); });
}

bool isFinal(std::string_view word)
{
    constexpr std::array<std::string_view, 3> words{"permit", "reject", "defer"};
    return std::ranges::any_of(words, [&](auto end) { return base::equalsIgnoreCase(word, end); });
}

} // namespace

RestrictionList::RestrictionList(MainCf& mainCf, Parameter parameter)
    : m_mainCf(mainCf), m_parameter(std::move(parameter)), m_words(mainCf.words(m_parameter))
{
}

void RestrictionList::reload()
{
    const std::size_t line = m_parameter.lines.first();
    for (auto& candidate : m_mainCf.parameters()) {
        if (candidate.lines.first() == line) {
            m_parameter = std::move(candidate);
        }
    }
    m_words = m_mainCf.words(m_parameter);
}

bool RestrictionList::isOpaque() const
{
    const bool isReference = m_words.size() == 1 && m_words.front().text.starts_with('$');
    return isReference || m_parameter.value.find('{') != std::string::npos;
}

std::optional<std::size_t> RestrictionList::findCheck(std::string_view server) const
{
    for (std::size_t i = 0; i + 1 < m_words.size(); ++i) {
        if (base::equalsIgnoreCase(m_words[i].text, checkWord) && m_words[i + 1].text == server) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> RestrictionList::findWord(std::string_view word) const
{
    const auto found = std::ranges::find_if(
        m_words, [&](const Word& entry) { return base::equalsIgnoreCase(entry.text, word); });
    return found == m_words.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - m_words.begin()));
}

bool RestrictionList::beginsWithPermits() const
{
    return !m_words.empty() && isPermit(m_words.front().text);
}

std::size_t RestrictionList::place(Placement placement) const
{
    const auto runOf = [this](bool (*belongs)(std::string_view)) {
        const auto end = std::ranges::find_if_not(m_words, belongs, &Word::text);
        return static_cast<std::size_t>(end - m_words.begin());
    };
    if (placement == Placement::AfterPermits) {
        return runOf(isPermit);
    }
    const auto own = findCheck(imsvaServer);
    // Behind an unconditional answer nothing is asked any more.
    auto end =
        static_cast<std::size_t>(std::ranges::find_if(m_words, isFinal, &Word::text) - m_words.begin());
    if (end > 0 && end < m_words.size() && base::equalsIgnoreCase(m_words[end - 1].text, "warn_if_reject")) {
        --end;
    }
    return std::min(own ? *own : runOf(isLeading), end);
}

bool RestrictionList::isFirstOnLine(std::size_t word) const
{
    return m_words[word].line != m_parameter.lines.first() &&
           (word == 0 || m_words[word - 1].line != m_words[word].line);
}

std::string RestrictionList::indent(std::size_t line) const
{
    const std::string& text = m_mainCf.document().at(line);
    return text.substr(0, text.find_first_not_of(" \t"));
}

bool RestrictionList::usesCommas() const
{
    return std::ranges::any_of(m_words, &Word::hasComma);
}

/// Between two entries of one line.
std::string RestrictionList::separator() const
{
    if (!usesCommas()) {
        return m_words.size() == 1 ? ", " : " ";
    }
    const auto isTight = [this](const Word& word) {
        const std::string& text = m_mainCf.document().at(word.line);
        return word.hasComma && word.end() + 1 < text.size() && text[word.end()] == ',' &&
               !base::isSpace(text[word.end() + 1]);
    };
    return std::ranges::any_of(m_words, isTight) ? "," : ", ";
}

void RestrictionList::insertCheck(std::string_view server, Placement placement)
{
    const std::string entry = std::string(checkWord) + " " + std::string(server);
    const std::size_t at = place(placement);
    if (isEmpty()) {
        fill(entry);
        return;
    }
    if (at < m_words.size()) {
        insertBefore(at, entry);
    } else {
        insertAtEnd(entry);
    }
    reload();
}

void RestrictionList::fill(std::string_view value)
{
    const std::size_t line = m_parameter.lines.first();
    m_mainCf.document().insert(line + 1, std::string(emptyMark));
    m_mainCf.document().insert(line + 2, "  " + std::string(value));
    reload();
}

bool RestrictionList::hasEmptyMark() const
{
    const auto& document = m_mainCf.document();
    const std::size_t line = m_parameter.lines.first() + 1;
    return line < document.size() && document.at(line) == emptyMark;
}

/// Besides the check at `pair` there is nothing, or only what fill() gives.
bool RestrictionList::isOnly(std::size_t pair) const
{
    if (m_words.size() == 2) {
        return true;
    }
    const auto checkAt = m_words.begin() + static_cast<std::ptrdiff_t>(pair);
    return hasEmptyMark() &&
           std::all_of(m_words.begin(), checkAt, [](const Word& word) { return isPermit(word.text); }) &&
           checkAt + 2 == m_words.end();
}

void RestrictionList::insertBefore(std::size_t word, const std::string& entry)
{
    auto& document = m_mainCf.document();
    const Word& next = m_words[word];
    if (isFirstOnLine(word)) {
        document.insert(next.line, indent(next.line) + entry + (usesCommas() ? "," : ""));
        return;
    }
    std::string text = document.at(next.line);
    text.insert(next.column, entry + separator());
    document.replace(next.line, std::move(text));
}

void RestrictionList::insertAtEnd(const std::string& entry)
{
    auto& document = m_mainCf.document();
    const Word last = m_words.back();
    const bool isOwnLine = last.line != m_parameter.lines.first();
    std::string text = document.at(last.line);
    if (last.hasComma) { // the list ends with a comma, and shall again
        const auto comma = text.find(',', last.end());
        if (isOwnLine) {
            document.insert(last.line + 1, indent(last.line) + entry + ",");
        } else if (comma != std::string::npos) {
            text.insert(comma + 1, " " + entry + ",");
            document.replace(last.line, std::move(text));
        }
        return;
    }
    if (isOwnLine) {
        if (usesCommas()) {
            text.insert(last.end(), ",");
            document.replace(last.line, std::move(text));
        }
        document.insert(last.line + 1, indent(last.line) + entry);
        return;
    }
    text.insert(last.end(), separator() + entry);
    document.replace(last.line, std::move(text));
}

void RestrictionList::removeCheck(std::string_view server, bool keepEmpty)
{
    const bool wasEmpty = hasEmptyMark();
    while (const auto found = findCheck(server)) {
        if (isOnly(*found)) {
            removeLast(keepEmpty);
            return;
        }
        removePair(*found);
        reload();
    }
    if (wasEmpty) { // others have used it since
        m_mainCf.document().remove(m_parameter.lines.first() + 1);
    }
}

/// Our entry is all there is.
void RestrictionList::removeLast(bool keepEmpty)
{
    auto& document = m_mainCf.document();
    const std::size_t first = m_parameter.lines.first();
    const bool hasMark = hasEmptyMark();
    const auto lines = m_parameter.lines.lines;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (*line != first) {
            document.remove(*line);
        }
    }
    if (hasMark) {
        document.remove(first + 1);
    } else if (!keepEmpty) {
        document.remove(first);
    } else {
        document.replace(first, document.at(first).substr(0, m_parameter.valueColumn));
    }
}

void RestrictionList::eraseText(std::size_t line, std::size_t from, std::size_t to)
{
    std::string text = m_mainCf.document().at(line);
    text.erase(from, to - from);
    m_mainCf.document().replace(line, std::move(text));
}

/// The server stands on a later line than the word before it.
void RestrictionList::removeBrokenPair(std::size_t first)
{
    auto& document = m_mainCf.document();
    const Word head = m_words[first];
    const Word tail = m_words[first + 1];
    const bool hasNext = first + 2 < m_words.size();
    const bool keepsComma = hasNext || tail.hasComma; // the one before the entry
    const bool hasNextHere = hasNext && m_words[first + 2].line == tail.line;
    const auto endOf = [&document](const Word& word) { return document.at(word.line).size(); };
    eraseText(tail.line, tail.column, hasNextHere ? m_words[first + 2].column : endOf(tail));
    std::size_t from = head.line == m_parameter.lines.first() ? m_parameter.valueColumn : 0;
    if (first > 0 && m_words[first - 1].line == head.line) {
        from = m_words[first - 1].end();
        const auto comma = document.at(head.line).find(',', from);
        from = comma < head.column && keepsComma ? comma + 1 : from;
    } else if (first > 0 && !keepsComma) {
        const Word& before = m_words[first - 1];
        const auto comma = document.at(before.line).find(',', before.end());
        if (comma != std::string::npos) {
            eraseText(before.line, comma, comma + 1);
        }
    }
    eraseText(head.line, from, endOf(head));
    for (const std::size_t line : {tail.line, head.line}) {
        if (document.isBlank(line)) {
            document.remove(line);
        }
    }
}

void RestrictionList::removePair(std::size_t first)
{
    auto& document = m_mainCf.document();
    const Word head = m_words[first];
    const Word tail = m_words[first + 1];
    const bool hasNext = first + 2 < m_words.size();
    if (head.line != tail.line) {
        removeBrokenPair(first);
        return;
    }
    const bool endsLine = !hasNext || m_words[first + 2].line != tail.line;
    if (isFirstOnLine(first) && endsLine) {
        const Word before = first > 0 ? m_words[first - 1] : Word{};
        document.remove(head.line);
        if (!hasNext && !tail.hasComma && before.hasComma) {
            const auto comma = document.at(before.line).find(',', before.end());
            eraseText(before.line, comma, comma + 1);
        }
    } else if (hasNext && !endsLine) {
        eraseText(head.line, head.column, m_words[first + 2].column);
    } else if (first > 0 && m_words[first - 1].line == head.line) {
        eraseText(head.line, m_words[first - 1].end(), tail.end());
    } else { // alone behind "name ="
        eraseText(head.line, m_parameter.valueColumn, document.at(head.line).size());
    }
}

} // namespace postfix
