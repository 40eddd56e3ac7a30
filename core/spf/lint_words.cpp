// SPDX-License-Identifier: GPL-3.0-or-later
// The text as words: version token, what parts the terms, letters (RFC 7208 4.5, 4.6.1).
#include "core/base/ascii.h"
#include "core/spf/record_linter.h"
#include "core/spf/term_parser.h"

#include <algorithm>
#include <array>

namespace spf {
namespace {

constexpr std::string_view version = "v=spf1";
constexpr std::string_view separators = ",;|";

std::size_t skip(std::string_view text, std::size_t at, std::string_view characters)
{
    return std::min(text.find_first_not_of(characters, at), text.size());
}

/// Octets of something that was meant as "v=spf1" ("spf1", "V = SPF1.0", "v=spf10"); 0 when there is nothing
/// like it.
std::size_t sloppyVersion(std::string_view text)
{
    std::size_t at = skip(text, 0, " ");
    if (base::startsWithIgnoreCase(text.substr(at), "v")) {
        const std::size_t sign = skip(text, at + 1, " ");
        if (sign < text.size() && (text[sign] == '=' || text[sign] == ':')) {
            at = skip(text, sign + 1, " ");
        }
    }
    if (!base::startsWithIgnoreCase(text.substr(at), "spf")) {
        return 0;
    }
    at += 3;
    const bool isExact = at < text.size() && text[at] == '1' &&
                         (at + 1 == text.size() || !(base::isDigit(text[at + 1]) || text[at + 1] == '.'));
    return isExact ? at + 1 : skip(text, at, "0123456789.");
}

bool isKnownName(std::string_view name)
{
    static constexpr std::array<std::string_view, 10> names{"all", "include", "a",      "mx",       "ptr",
                                                            "ip4", "ip6",     "exists", "redirect", "exp"};
    return std::ranges::any_of(
        names, [name](std::string_view known) { return base::equalsIgnoreCase(name, known); });
}

/// name=value with a name of somebody else's: its value may hold anything.
bool isForeignModifier(const TypedTerm& term)
{
    return term.separator == '=' && term.qualifier.empty() && !isKnownName(term.name);
}

/// Octets of `term` that stand outside of %{...}.
template <class Visit>
void forEachOutsideMacros(std::string_view text, Span term, Visit visit)
{
    bool isInside = false;
    for (std::size_t i = term.start; i < term.start + term.length; ++i) {
        isInside = text[i] == '{' || (isInside && text[i] != '}');
        if (!isInside) {
            visit(i);
        }
    }
}

bool readsAsTerm(std::string_view text, Span word)
{
    const auto term = parseTerm(text, word);
    return term && !std::holds_alternative<UnknownModifier>(term->what);
}

/// Whether the blank between two neighbours stands inside of one term.
bool belongTogether(std::string_view text, Span left, Span right)
{
    const TypedTerm term = cutTerm(text, left);
    const char first = text[right.start];
    if (term.name.empty() && term.text.size() == 1 &&
        std::string_view("+-~?").find(term.text[0]) != std::string_view::npos) {
        return base::isAlpha(first);
    }
    if (first == ':' || first == '/' || (first == '=' && isKnownName(term.name))) {
        return !term.name.empty();
    }
    const bool isOpen = term.text.ends_with(':') || term.text.ends_with('=') || term.text.ends_with('/');
    return isOpen && (term.name.empty() || !isForeignModifier(term)) && !readsAsTerm(text, right);
}

} // namespace

void RecordLinter::checkVersion()
{
    const std::string_view text = m_work.text();
    std::size_t length = sloppyVersion(text);
    const bool isWrong = !Record::isSpf(text);
    if (!isWrong) {
        return;
    }
    const std::size_t start = skip(text, 0, " ");
    const bool isSenderId = base::startsWithIgnoreCase(text.substr(start), "spf2.0");
    if (isSenderId || length == 0) {
        length = isSenderId ? std::min(text.find(' ', start), text.size()) : 0;
    }
    if (isSenderId) {
        report(Rule::SenderId, Severity::Warning, {start, length - start});
    }
    if (length < text.size() && separators.find(text[length]) != std::string_view::npos) {
        ++length;
    }
    const bool needsBlank = length < text.size() && text[length] != ' ';
    const std::string fixed = std::string(version) + (needsBlank ? " " : "");
    const Span token{start < length ? start : 0, length > start ? length - start : length};
    Finding& finding = report(Rule::BadVersion, Severity::Error, token);
    if (length == 0) {
        const std::string added = text.empty() ? "v=spf1 -all" : fixed;
        m_meansToEnd = m_meansToEnd || text.empty();
        addFix(finding, FixCode::Add, {added}, {{0, 0, added}});
    } else {
        addFix(finding, FixCode::Replace, {std::string(text.substr(0, length)), fixed}, {{0, length, fixed}});
    }
    const Span origin = m_work.origin({0, length});
    m_work.erase(0, length);
    m_work.prepend(fixed, origin);
}

void RecordLinter::checkSeparators()
{
    const std::string_view text = m_work.text();
    std::vector<std::size_t> found;
    for (const Span word : wordsOf(text)) {
        if (!isForeignModifier(cutTerm(text, word))) {
            forEachOutsideMacros(text, word, [&](std::size_t i) {
                if (separators.find(text[i]) != std::string_view::npos) {
                    found.push_back(i);
                }
            });
        }
    }
    for (const char separator : separators) {
        std::vector<RecordEdit> edits;
        for (const std::size_t i : found) {
            const bool isAtBlank = i + 1 == text.size() || text[i + 1] == ' ' || text[i - 1] == ' ';
            if (text[i] == separator) {
                edits.push_back({i, 1, isAtBlank ? "" : " "});
            }
        }
        if (!edits.empty()) {
            Finding& finding = report(Rule::TermsNotSeparated, Severity::Error, {edits.front().start, 1},
                                      {std::string(1, separator)});
            addFix(finding, FixCode::Separate, {}, edits);
        }
    }
    for (const std::size_t i : found) {
        m_work.replace(i, ' ');
    }
}

void RecordLinter::checkBlanks()
{
    const std::vector<Span> words = wordsOf(m_work.text());
    std::vector<Span> blanks;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        std::size_t last = i;
        std::vector<RecordEdit> edits;
        while (last + 1 < words.size() && belongTogether(m_work.text(), words[last], words[last + 1])) {
            const std::size_t end = words[last].start + words[last].length;
            blanks.push_back({end, words[last + 1].start - end});
            edits.push_back({blanks.back().start, blanks.back().length, {}});
            ++last;
        }
        if (last > i) {
            const std::size_t end = words[last].start + words[last].length;
            Finding& finding =
                report(Rule::BlankInTerm, Severity::Error, {words[i].start, end - words[i].start});
            addFix(finding, FixCode::Join, {}, edits);
            i = last;
        }
    }
    for (auto blank = blanks.rbegin(); blank != blanks.rend(); ++blank) {
        m_work.erase(blank->start, blank->length);
    }
}

/// Macro letters have a meaning of their own, and addresses are often written in upper case.
void RecordLinter::checkUpperCase()
{
    const std::string_view text = m_work.text();
    std::vector<RecordEdit> edits;
    for (const Span word : wordsOf(text)) {
        const TypedTerm term = cutTerm(text, word);
        const bool isVersion = word.start == 0;
        const bool isLeftAlone = !isVersion && isForeignModifier(term);
        Span checked = word;
        if (term.is("ip6") || term.is("ip4")) {
            checked.length = term.spanOf(term.name).start + term.name.size() - word.start;
        }
        if (isLeftAlone) {
            continue;
        }
        forEachOutsideMacros(text, checked, [&](std::size_t i) {
            if (text[i] < 'A' || text[i] > 'Z') {
                return;
            }
            if (edits.empty() || edits.back().start + edits.back().length != i) {
                edits.push_back({i, 0, {}});
            }
            edits.back().length += 1;
            edits.back().text += base::toLower(text[i]);
        });
    }
    if (!edits.empty()) {
        Finding& finding =
            report(Rule::UpperCase, Severity::Info, {edits.front().start, edits.front().length});
        addFix(finding, FixCode::LowerCase, {}, edits);
    }
}

} // namespace spf
