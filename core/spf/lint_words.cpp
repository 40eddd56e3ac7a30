// SPDX-License-Identifier: GPL-3.0-or-later
// The text as words: version token, what parts the terms, letters (RFC 7208 4.5, 4.6.1).
#include "core/base/ascii.h"
#include "core/net/network.h"
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

/// name=value with a name of somebody else's: its value may hold anything.
bool isForeignModifier(const TypedTerm& term)
{
    return term.separator == '=' && term.qualifier.empty() && !isTermName(term.name);
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

/// What is missing between a name that needs an argument and the word behind it: "include a.example.com".
char missingSeparator(const TypedTerm& term, std::string_view next)
{
    if (term.separator != 0) {
        return 0;
    }
    if (term.is("ip4") || term.is("ip6")) {
        return net::Network::parse(next) || !net::Network::understood(next).empty() ? ':' : '\0';
    }
    const bool isModifier = term.is("redirect") || term.is("exp");
    const bool isName = isHostName(next) || (next.find("%{") != std::string_view::npos && !isSoundTerm(next));
    if (!isName || !(isModifier || term.is("include") || term.is("exists"))) {
        return 0;
    }
    return isModifier ? '=' : ':';
}

/// A name that is no part of another word, with what has to follow it.
bool beginsWithTerm(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> beginnings{
        "include:", "ip4:", "ip6:", "exists:", "mx:", "ptr:", "redirect=", "exp="};
    return std::ranges::any_of(beginnings, [text](std::string_view beginning) {
        return base::startsWithIgnoreCase(text, beginning);
    });
}

/// Where the second of two terms begins that stand without a blank: "mx-all", "ip4:192.0.2.1include:…".
std::optional<std::size_t> hangingTerm(std::string_view word)
{
    constexpr std::size_t allLength = 4;
    const bool isSound = isSoundTerm(word);
    for (std::size_t i = 2; i < word.size() && !isSound; ++i) {
        const std::size_t place = isQualifier(word[i - 1]) ? i - 1 : i;
        if (beginsWithTerm(word.substr(i)) && isSoundTerm(word.substr(0, place))) {
            return place;
        }
    }
    if (word.size() <= allLength || !base::endsWithIgnoreCase(word, "all") ||
        !isQualifier(word[word.size() - allLength])) {
        return std::nullopt;
    }
    const std::size_t place = word.size() - allLength;
    const TypedTerm left = cutTerm(word, {0, place});
    const bool isBareName = left.qualifier.empty() && left.separator == 0 && base::isAlnum(left.text.back());
    return left.separator != '=' && (isBareName || isSoundTerm(left.text)) ? std::optional(place)
                                                                           : std::nullopt;
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
    const bool isAssigned = first == '=' && isTermName(term.name) && right.length > 1 &&
                            !readsAsTerm(text, {right.start + 1, right.length - 1});
    if (first == ':' || first == '/' || isAssigned) {
        return !term.name.empty();
    }
    const bool isOpen = term.text.ends_with(':') || term.text.ends_with('=') || term.text.ends_with('/');
    return isOpen && (term.name.empty() || !isForeignModifier(term)) && !readsAsTerm(text, right);
}

} // namespace

/// The record of something else, or no record: no version like ours and no mechanism in it.
bool RecordLinter::isForeign() const
{
    const std::string_view text = m_work.text();
    const std::vector<Span> words = wordsOf(text);
    return !words.empty() && sloppyVersion(text) == 0 && std::ranges::none_of(words, [&](Span word) {
        const std::string_view term = text.substr(word.start, word.length);
        const bool isOfList = separators.find(term.back()) != std::string_view::npos;
        return isTermName(cutTerm(text, word).name) ||
               isSoundTerm(term.substr(0, term.size() - (isOfList ? 1 : 0)));
    });
}

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
    if (length == 0 && base::startsWithIgnoreCase(text.substr(start), "v=")) { // "v=sfp1"
        length = std::min(text.find(' ', start), text.size());
    }
    if (length > 0 && length < text.size() &&
        (text[length] == ':' || separators.find(text[length]) != std::string_view::npos)) {
        ++length;
    }
    const bool needsBlank = length < text.size() && text[length] != ' ';
    const std::string fixed = std::string(version) + (needsBlank ? " " : "");
    const Span token{start < length ? start : 0, length > start ? length - start : length};
    Finding& finding = report(Rule::BadVersion, Severity::Error, token);
    if (length == 0) {
        const std::string added = start == text.size() ? "v=spf1 -all" : fixed;
        m_meansToEnd = m_meansToEnd || start == text.size();
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
    const std::string& text = m_work.text();
    const std::vector<Span> words = wordsOf(text);
    std::vector<RecordEdit> joints;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        std::size_t last = i;
        std::vector<RecordEdit> edits;
        bool isJoined = true;
        for (; isJoined && last + 1 < words.size(); last += isJoined ? 1 : 0) {
            const Span right = words[last + 1];
            const char separator = missingSeparator(cutTerm(text, words[last]), at(right));
            isJoined = separator != 0 || belongTogether(text, words[last], right);
            if (isJoined) {
                const std::size_t end = words[last].start + words[last].length;
                edits.push_back({end, right.start - end, std::string(separator != 0 ? 1 : 0, separator)});
            }
        }
        if (!edits.empty()) {
            reportBlanks({words[i].start, words[last].start + words[last].length - words[i].start}, edits);
            joints.insert(joints.end(), edits.begin(), edits.end());
            i = last;
        }
    }
    for (auto joint = joints.rbegin(); joint != joints.rend(); ++joint) {
        const std::size_t kept = joint->text.size();
        m_work.erase(joint->start + kept, joint->length - kept);
        if (kept > 0) {
            m_work.replace(joint->start, joint->text.front());
        }
    }
}

void RecordLinter::reportBlanks(Span term, const std::vector<RecordEdit>& edits)
{
    Finding& finding = report(Rule::BlankInTerm, Severity::Error, term);
    if (std::ranges::all_of(edits, [](const RecordEdit& edit) { return edit.text.empty(); })) {
        addFix(finding, FixCode::Join, {}, edits);
        return;
    }
    const std::string before(at(term));
    std::string after = before;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        after.replace(edit->start - term.start, edit->length, edit->text);
    }
    addFix(finding, FixCode::Replace, {before, after}, edits);
}

void RecordLinter::checkJoinedTerms()
{
    const std::string_view text = m_work.text();
    std::vector<std::size_t> places;
    for (const Span word : wordsOf(text)) {
        std::vector<RecordEdit> edits;
        std::size_t start = word.start;
        const std::size_t end = word.start + word.length;
        while (const auto place = hangingTerm(text.substr(start, end - start))) {
            start += *place;
            edits.push_back({start, 0, " "});
            places.push_back(start);
        }
        if (!edits.empty() && word.start > 0) {
            addFix(report(Rule::TermsNotSeparated, Severity::Error, word, {""}), FixCode::Separate, {},
                   edits);
        }
    }
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        m_work.insert(*place, ' ');
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
