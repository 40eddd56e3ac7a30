// SPDX-License-Identifier: GPL-3.0-or-later
// The text as octets: its strings, its length, characters that do not belong there (RFC 7208 3.3, 3.4, 4.5).
#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/spf/lint_limits.h"
#include "core/spf/record_linter.h"
#include "core/spf/term_parser.h"

#include <algorithm>

namespace spf {
namespace {

constexpr std::size_t stringLimit = 255;
constexpr std::size_t advisedLimit = 450; // RFC 7208 3.4

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

/// Strings of 255 octets at most, cut behind a blank where there is one.
std::string splitIntoStrings(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        std::size_t length = std::min(text.size(), stringLimit);
        const std::size_t blank = text.substr(0, length).rfind(' ');
        if (length < text.size() && blank != std::string_view::npos) {
            length = blank + 1;
        }
        result += (result.empty() ? "" : " ") + quoted(text.substr(0, length));
        text.remove_prefix(length);
    }
    return result;
}

/// "all" and nothing behind it.
bool isLastAll(std::string_view text)
{
    return base::startsWithIgnoreCase(text, "all") && (text.size() == 3 || text[3] == ' ');
}

bool isWholeTerm(std::string_view text)
{
    if (text.empty()) {
        return false;
    }
    const auto term = parseTerm(text, {0, text.size()});
    return term && !std::holds_alternative<UnknownModifier>(term->what);
}

} // namespace

void RecordLinter::readStrings()
{
    if (!m_options.strings.empty()) {
        m_work = MappedText(m_original);
        std::vector<std::size_t> lengths;
        for (const std::string& one : m_options.strings) {
            lengths.push_back(one.size());
        }
        checkStringLengths(lengths);
        checkJoints(lengths);
    } else if (auto strings = readQuotedStrings(m_original)) {
        m_work = std::move(strings->content);
        checkStringLengths(strings->lengths);
        checkJoints(strings->lengths);
    } else {
        m_work = MappedText(m_original);
        checkStringLengths({m_original.size()});
    }
}

void RecordLinter::checkStringLengths(const std::vector<std::size_t>& lengths)
{
    std::size_t start = 0;
    for (const std::size_t length : lengths) {
        if (length > stringLimit) {
            Finding& finding = report(Rule::LongString, Severity::Error, {start, length});
            finding.fixes.push_back(
                {FixCode::Split, {}, {{0, m_original.size(), splitIntoStrings(m_work.text())}}});
        }
        start += length;
    }
}

/// Cutting a term in two is right, for strings are joined as they are; two whole terms become one wrong one.
void RecordLinter::checkJoints(const std::vector<std::size_t>& lengths)
{
    const std::string_view text = m_work.text();
    std::size_t joint = 0;
    for (std::size_t i = 0; i + 1 < lengths.size(); ++i) {
        joint += lengths[i];
        if (joint == 0 || joint >= text.size()) {
            continue;
        }
        const std::size_t leftStart = text.substr(0, joint).rfind(' ') + 1; // npos + 1 is 0
        const std::string_view left = text.substr(leftStart, joint - leftStart);
        const std::string_view right =
            text.substr(joint, std::min(text.find(' ', joint), text.size()) - joint);
        if (isWholeTerm(right) && (isWholeTerm(left) || base::equalsIgnoreCase(left, "v=spf1"))) {
            Finding& finding =
                report(Rule::JoinedStrings, Severity::Warning, {leftStart, left.size() + right.size()},
                       {std::string(left), std::string(right)});
            addFix(finding, FixCode::Separate, {}, {{joint, 0, " "}});
        }
    }
}

void RecordLinter::checkLength()
{
    const std::size_t length = m_work.size();
    if (length > advisedLimit) {
        report(Rule::LongRecord, Severity::Warning, {0, length}, {std::to_string(length)});
    }
    // Header, the shortest question and one record around it; the live check counts all there is.
    constexpr std::size_t overhead = 12 + 7 + 12 + 2;
    if (m_options.domain.empty() && length + overhead > udpLimit) {
        report(Rule::LongAnswer, Severity::Warning, {0, length});
    }
}

/// "include:例え.jp": the name in the form the DNS knows.
bool RecordLinter::fixDomainInside(Finding& finding, Span run) const
{
    const std::string_view text = m_work.text();
    const std::size_t before = text.find_last_of(" :=", run.start);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of(" /", run.start), text.size());
    if (start == 0 || text[start - 1] == ' ') {
        return false;
    }
    const auto name = net::DomainName::parse(text.substr(start, end - start));
    if (!name || !name->hasSeveralLabels() || name->ascii().find("xn--") == std::string::npos) {
        return false;
    }
    addReplacement(finding, {start, end - start}, name->ascii());
    return true;
}

void RecordLinter::checkCharacters()
{
    const std::string_view text = m_work.text();
    MappedText repaired;
    std::size_t number = 0;
    for (std::size_t i = 0; i < text.size();) {
        ++number;
        if (text[i] >= 0x20 && text[i] <= 0x7e) {
            repaired.append(text[i], m_work.origin({i, 1}));
            ++i;
            continue;
        }
        const std::size_t firstNumber = number;
        const std::size_t start = i;
        std::string meant;
        bool isClear = true;
        while (i < text.size() && (text[i] < 0x20 || text[i] > 0x7e)) {
            const Character character = characterAt(text, i);
            const std::optional<char> ascii = asciiMeant(character.code);
            isClear = isClear && ascii;
            // "mx−all": without a blank the two would become one name
            if (start == i && i > 0 && base::isAlnum(text[i - 1]) && isQualifier(ascii.value_or(0)) &&
                isLastAll(text.substr(i + character.length))) {
                repaired.append(' ', m_work.origin({i, 0}));
                meant += ' ';
            }
            if (!ascii || *ascii != 0) {
                const char c = ascii.value_or(MappedText::unreadable);
                repaired.append(c, m_work.origin({i, character.length}));
                meant += c;
            }
            i += character.length;
            ++number;
        }
        --number;
        const Span run{start, i - start};
        Finding& finding = report(Rule::BadCharacter, Severity::Error, run, {std::to_string(firstNumber)});
        if ((meant.starts_with(' ') || !fixDomainInside(finding, run)) && isClear) {
            std::erase(meant, '"');
            addReplacement(finding, run, meant);
        }
    }
    m_work = std::move(repaired);
}

void RecordLinter::checkQuotes()
{
    const std::string_view text = m_work.text();
    const std::size_t open = text.find_first_not_of(' ');
    const std::size_t close = text.find_last_not_of(' ');
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    if (open == std::string_view::npos || (!isQuote(text[open]) && !isQuote(text[close]))) {
        return;
    }
    // The other one of a pair may stand inside: v=spf1 mx "-all"
    const std::size_t first = isQuote(text[open]) ? open : text.substr(0, close).rfind(text[close]);
    const std::size_t last = close > open && isQuote(text[close]) ? close : text.find(text[open], open + 1);
    std::vector<RecordEdit> edits;
    for (const std::size_t place : {first, last}) {
        if (place != std::string_view::npos) {
            edits.push_back({place, 1, {}});
        }
    }
    const std::size_t start = edits.front().start;
    Finding& finding = report(Rule::QuotesInData, Severity::Warning, {start, edits.back().start + 1 - start});
    if (edits.size() == 1 || !isPassAll(at({first + 1, last - first - 1}))) {
        addFix(finding, FixCode::Remove, {"\""}, edits);
    }
    if (isQuote(text[open])) {
        Finding& version = report(Rule::BadVersion, Severity::Error, {open, 1});
        addFix(version, FixCode::Remove, {"\""}, edits);
    }
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        m_work.erase(edit->start, 1);
    }
}

} // namespace spf
