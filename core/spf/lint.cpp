// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/lint.h"

#include "core/base/ascii.h"
#include "core/net/domain_name.h"
#include "core/spf/record_linter.h"
#include "core/spf/term_parser.h"

#include <algorithm>
#include <array>

namespace spf {

std::string_view word(Severity severity) noexcept
{
    constexpr std::array<std::string_view, 3> words{"error", "warning", "info"};
    return words[static_cast<std::size_t>(severity)];
}

std::string idOf(Rule rule)
{
    std::string number = std::to_string(static_cast<int>(rule));
    number.insert(0, 3 - number.size(), '0');
    return "SPF-" + number;
}

const std::string& Finding::record() const noexcept
{
    static const std::string none;
    return text ? *text : none;
}

std::vector<Finding> lintText(const std::string& text, const TextOptions& options)
{
    return RecordLinter(text, options).run();
}

std::string applied(std::string text, const Fix& fix)
{
    for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) {
        const std::size_t start = std::min(edit->start, text.size());
        text.replace(start, std::min(edit->length, text.size() - start), edit->text);
    }
    return text;
}

bool TypedTerm::is(std::string_view known) const noexcept
{
    return base::equalsIgnoreCase(name, known);
}

Span TypedTerm::spanOf(std::string_view piece) const noexcept
{
    return {span.start + static_cast<std::size_t>(piece.data() - text.data()), piece.size()};
}

TypedTerm cutTerm(std::string_view text, Span span) noexcept
{
    TypedTerm term;
    term.span = span;
    term.text = text.substr(span.start, span.length);
    const auto isSign = [](char c) { return !base::isAlnum(c) && c != ':' && c != '/' && c != '_'; };
    const auto isNamePart = [](char c) { return base::isAlnum(c) || c == '-' || c == '_' || c == '.'; };
    const auto nameStart = std::find_if_not(term.text.begin(), term.text.end(), isSign);
    const auto nameEnd = std::find_if_not(nameStart, term.text.end(), isNamePart);
    const auto start = static_cast<std::size_t>(nameStart - term.text.begin());
    const auto end = static_cast<std::size_t>(nameEnd - term.text.begin());
    term.qualifier = term.text.substr(0, start);
    term.name = term.text.substr(start, end - start);
    term.argument = term.text.substr(end);
    if (!term.argument.empty()) {
        term.separator = term.argument.front();
        term.argument.remove_prefix(1);
    }
    return term;
}

std::vector<Span> wordsOf(std::string_view text)
{
    std::vector<Span> words;
    for (std::size_t start = text.find_first_not_of(' '); start != std::string_view::npos;) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        words.push_back({start, end - start});
        start = text.find_first_not_of(' ', end);
    }
    return words;
}

bool isSoundTerm(std::string_view word)
{
    if (word.empty()) {
        return false;
    }
    const auto term = parseTerm(word, {0, word.size()});
    if (!term || std::holds_alternative<UnknownModifier>(term->what)) {
        return false;
    }
    const MacroString* target = term->target();
    return target == nullptr || !target->isLiteral() ||
           isHostName(word.substr(target->span().start, target->span().length));
}

bool isHostName(std::string_view text)
{
    const auto name = net::DomainName::parse(text);
    return name && name->hasSeveralLabels() && !base::isDigit(name->ascii().back());
}

bool isQualifier(char c) noexcept
{
    return std::string_view("+-~?").find(c) != std::string_view::npos;
}

bool isPassAll(std::string_view term) noexcept
{
    return base::equalsIgnoreCase(term, "all") || base::equalsIgnoreCase(term, "+all");
}

std::string comparable(const Record& record, const Term& term)
{
    const std::string_view text = record.textOf(term.span);
    const MacroString* target = term.target();
    const std::size_t targetEnd =
        target == nullptr ? 0 : target->span().start + target->span().length - term.span.start;
    std::string result;
    bool isInsideMacro = false;
    for (std::size_t i = isQualifier(text.front()) ? 1 : 0; i < text.size(); ++i) {
        isInsideMacro = text[i] == '{' || (isInsideMacro && text[i] != '}');
        if (text[i] != '.' || i + 1 != targetEnd) {
            result += isInsideMacro ? text[i] : base::toLower(text[i]);
        }
    }
    return result;
}

std::vector<Finding> RecordLinter::run()
{
    readStrings();
    checkLength();
    checkCharacters();
    checkQuotes();
    if (isForeign()) {
        report(Rule::BadVersion, Severity::Error, {0, m_work.size()});
        return std::move(m_findings);
    }
    checkVersion();
    checkSeparators();
    checkBlanks();
    checkJoinedTerms();
    checkUpperCase();
    m_record = Record::parse(m_work.text());
    checkErrors();
    checkTerms();
    checkNetworks();
    std::ranges::stable_sort(m_findings, {}, [](const Finding& finding) { return finding.span.start; });
    return std::move(m_findings);
}

std::string_view RecordLinter::at(Span span) const noexcept
{
    return std::string_view(m_work.text()).substr(span.start, span.length);
}

Finding& RecordLinter::report(Rule rule, Severity severity, Span span, std::vector<std::string> args)
{
    Finding& finding = m_findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.span = m_work.origin(span);
    finding.text = m_shared;
    finding.args = std::move(args);
    if (!m_options.domain.empty()) {
        finding.chain = {m_options.domain};
    }
    return finding;
}

/// Edits come in places of m_work and go out in those of the text given.
void RecordLinter::addFix(Finding& finding, FixCode code, std::vector<std::string> args,
                          const std::vector<RecordEdit>& edits) const
{
    Fix& fix = finding.fixes.emplace_back(Fix{code, std::move(args), {}});
    for (const RecordEdit& edit : edits) {
        const Span place = m_work.origin({edit.start, edit.length});
        fix.edits.push_back({place.start, place.length, edit.text});
    }
}

/// The blank in front goes, too.
void RecordLinter::addRemoval(Finding& finding, Span term) const
{
    std::size_t start = term.start;
    while (start > 0 && m_work.text()[start - 1] == ' ') {
        --start;
    }
    addFix(finding, FixCode::Remove, {std::string(at(term))},
           {{start, term.start + term.length - start, {}}});
}

void RecordLinter::addReplacement(Finding& finding, Span piece, const std::string& text) const
{
    if (at(piece) != text) {
        addFix(finding, FixCode::Replace, {std::string(at(piece)), text},
               {{piece.start, piece.length, text}});
    }
}

void RecordLinter::addNewAll(Finding& finding, Span all, std::initializer_list<std::string_view> signs) const
{
    for (const std::string_view sign : signs) {
        addReplacement(finding, all, std::string(sign) + "all");
    }
}

} // namespace spf
