// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of SPEC 7 that a text alone can have; internal to lintText(). A mistake is repaired in m_work
// as it is found, so that the next step sees what was meant.
#pragma once

#include "core/spf/lint.h"
#include "core/spf/mapped_text.h"
#include "core/spf/record.h"

namespace spf {

/// A term as it was typed, right or wrong. Views into the text it was cut from.
struct TypedTerm
{
    Span span;
    std::string_view text;
    std::string_view qualifier; ///< all signs in front
    std::string_view name;
    char separator = 0; ///< ':', '=' or '/' behind the name; 0 for none
    std::string_view argument;

    [[nodiscard]] bool is(std::string_view known) const noexcept;
    /// Where a view of this term stands in the text.
    [[nodiscard]] Span spanOf(std::string_view piece) const noexcept;
};

[[nodiscard]] TypedTerm cutTerm(std::string_view text, Span span) noexcept;
/// The runs between blanks.
[[nodiscard]] std::vector<Span> wordsOf(std::string_view text);

/// A mechanism, "redirect" or "exp" without any mistake in it.
[[nodiscard]] bool isSoundTerm(std::string_view word);
[[nodiscard]] bool isHostName(std::string_view text);
[[nodiscard]] bool isQualifier(char c) noexcept;
/// An "all" that lets everybody pass: hardly meant by a text that cannot be read, so never suggested.
[[nodiscard]] bool isPassAll(std::string_view term) noexcept;
/// A term in one way of writing, without its qualifier: names in any case and with the dot of the root are
/// the same, macro letters in upper case are not (RFC 7208 7.3).
[[nodiscard]] std::string comparable(const Record& record, const Term& term);

class RecordLinter
{
public:
    RecordLinter(const std::string& text, const TextOptions& options)
        : m_original(text), m_options(options), m_shared(std::make_shared<const std::string>(text))
    {
    }

    [[nodiscard]] std::vector<Finding> run();

private:
    Finding& report(Rule rule, Severity severity, Span span, std::vector<std::string> args = {});
    void addFix(Finding& finding, FixCode code, std::vector<std::string> args,
                const std::vector<RecordEdit>& edits) const;
    void addRemoval(Finding& finding, Span term) const;
    void addReplacement(Finding& finding, Span piece, const std::string& text) const;
    void addNewAll(Finding& finding, Span all, std::initializer_list<std::string_view> signs) const;
    [[nodiscard]] std::string_view at(Span span) const noexcept;

    // lint_text.cpp
    void readStrings();
    void checkStringLengths(const std::vector<std::size_t>& lengths);
    void checkJoints(const std::vector<std::size_t>& lengths);
    void checkLength();
    void checkCharacters();
    bool fixDomainInside(Finding& finding, Span run) const;
    void checkQuotes();

    // lint_words.cpp
    [[nodiscard]] bool isForeign() const;
    void checkVersion();
    void checkSeparators();
    void checkBlanks();
    void reportBlanks(Span term, const std::vector<RecordEdit>& edits);
    void checkJoinedTerms();
    void checkUpperCase();

    // lint_syntax.cpp
    void checkErrors();
    void checkError(const SyntaxError& error);
    void reportMacro(const SyntaxError& error);
    void reportArgument(const TypedTerm& term, Span argument);
    void reportUnknown(const TypedTerm& term);
    void reportMeant(const TypedTerm& term, const std::string& meant);
    void reportAddress(const TypedTerm& term);
    void reportDomain(const TypedTerm& term);
    void reportMissing(const TypedTerm& term);
    void reportQualifier(const TypedTerm& term);
    void reportSeparator(const TypedTerm& term, char right);
    void reportRepeated(const TypedTerm& term);

    // lint_terms.cpp
    void checkTerms();
    void checkAll(const Term& term);
    void checkEnd();
    void checkTarget(const Term& term);
    void checkHost(const Term& term, const HostArgument& host);
    void checkModifier(const Term& term, const UnknownModifier& modifier);
    void checkRepeatedIncludes();
    void checkRepeatedTerms();
    void checkLookups();

    // lint_networks.cpp
    struct Listed
    {
        const Term* term;
        net::Network network;
        net::IpAddress first;              ///< of the network
        const Listed* coveredBy = nullptr; ///< one with the same qualifier
        bool isDisputed = false;           ///< by one with another
    };

    void checkNetworks();
    void checkNetwork(const Term& term, const net::Network& network);
    void checkInside(Listed& inner, const std::vector<Listed*>& around);
    void checkCovered(const std::vector<Listed>& list);
    void checkMergeable(const std::vector<Listed>& list);
    [[nodiscard]] std::vector<std::size_t> barriers() const;
    void reportMergeable(const std::vector<const Term*>& parts, const net::Network& merged);

    const std::string& m_original;
    const TextOptions& m_options;
    std::shared_ptr<const std::string> m_shared;
    MappedText m_work;
    Record m_record;
    std::vector<std::size_t> m_barriers; ///< places no network may be moved across, see barriers()
    bool m_meansToEnd = false;           ///< a broken "all" or "redirect" is there
    std::vector<Finding> m_findings;
};

/// In one of the ranges that no public record should hold.
[[nodiscard]] bool isReserved(const net::Network& network, bool isDocumentationFine);
/// A name that is kept for examples (RFC 2606, RFC 6761), where addresses for examples are right.
[[nodiscard]] bool isExampleName(std::string_view domain) noexcept;

} // namespace spf
