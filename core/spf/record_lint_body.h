// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a RecordLint: a coroutine that asks everything first, then findings from what is known.
#pragma once

#include "core/base/task.h"
#include "core/spf/record.h"
#include "core/spf/record_lint.h"

#include <unordered_map>
#include <unordered_set>

namespace spf {

/// For coroutines that only ask.
struct Asked
{
    std::optional<dns::Question> unanswered; ///< the first one that failed
};

/// Void look-ups: of any client, and of clients of one family, for "a" and "mx" ask for its addresses only
/// (RFC 7208 4.6.4, 5).
struct Voids
{
    int any = 0;
    int v4 = 0;
    int v6 = 0;

    Voids& operator+=(const Voids& other) noexcept
    {
        any += other.any;
        v4 += other.v4;
        v6 += other.v6;
        return *this;
    }
};

class RecordLint::Body
{
public:
    Body(const std::string& domain, LintFacts facts);
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    [[nodiscard]] const dns::Question* question() const noexcept { return m_waiting ? &m_question : nullptr; }

    void answer(const dns::Answer& answer);

    [[nodiscard]] const LintReport& report() const noexcept { return m_report; }

private:
    /// Suspends until answer(), or not at all when the answer is known.
    struct Asking
    {
        Body& body;
        const dns::Question* question;

        [[nodiscard]] bool await_ready() const { return body.m_answers.contains(*question); }

        void await_suspend(std::coroutine_handle<> waiting) const
        {
            body.m_question = *question;
            body.m_waiting = waiting;
        }

        [[nodiscard]] const dns::Answer& await_resume() const { return *body.m_answers.at(*question); }
    };

    /// A record of the tree and the way to it.
    struct Place
    {
        std::vector<std::string> chain;
        bool isIncluded = false; ///< an include is on the way: its "all" does not count
    };

    struct Tree
    {
        int lookups = 0;
        Voids voids;
    };

    struct FlattenedNow
    {
        std::vector<net::Network> networks;
        std::optional<dns::Question> unanswered; ///< then the networks are not all there are
    };

    // record_lint.cpp
    base::Task<Asked> run();
    base::Task<Asked> follow(Outline* outline);
    base::Task<Asked> askServers();
    base::Task<Asked> askFlattened();
    [[nodiscard]] std::vector<dns::Question> furtherQuestions() const;
    void collectQuestions(const OutlineRecord& record, std::vector<dns::Question>& questions) const;
    [[nodiscard]] const dns::Answer* answerTo(const std::string& name, dns::RecordType type) const;
    [[nodiscard]] std::optional<std::string> knownTarget(const Record& record, const Term& term,
                                                         const std::string& domain) const;
    [[nodiscard]] std::shared_ptr<const std::string> shared(const std::string& text);
    Finding& report(Rule rule, Severity severity, const std::vector<std::string>& chain,
                    const std::string& record, Span span, std::vector<std::string> args = {});
    void prove(Finding& finding, const std::string& name, dns::RecordType type) const;
    void judge();

    // lint_tree.cpp
    Tree walk(const OutlineRecord& record, const Place& place);
    Tree walkTerm(const OutlineRecord& record, const Record& parsed, std::size_t index, const Place& place);
    Tree walkRecord(const OutlineRecord& record, const OutlineTerm& term, bool isInclude, const Place& place);
    void reportText(const OutlineRecord& record, const Place& place);
    void reportIncludedAll(const OutlineRecord& record, const OutlineTerm& term, const Place& place);
    void reportRepeated(const OutlineRecord& record, const OutlineTerm& term, const Place& place);
    Voids reportHosts(const OutlineRecord& record, const OutlineTerm& term, const Term& parsed,
                      const Place& place);
    Voids reportHost(const OutlineRecord& record, const OutlineTerm& term, const std::string& host,
                     const Place& place);
    bool reportFailure(const OutlineRecord& record, Span span, const std::string& name, dns::RecordType type,
                       const Place& place);
    void reportExplanation(const OutlineRecord& record, const Record& parsed, const Place& place);
    void reportLimits(const Tree& tree);
    void reportVoids(const Voids& voids);
    void proveVoids(Finding& finding, dns::RecordType type) const;

    // lint_publication.cpp
    void reportMissingRecord();
    void reportSeveral(const std::string& domain, const std::vector<std::string>& chain,
                       const std::string& shown, Span span);
    void reportPublication();
    void reportAnswerSize(const dns::Answer& answer);
    void reportTtl(const dns::Answer& answer);
    void reportObsoleteType();
    void reportNoMail();

    // lint_facts.cpp
    void reportServers();
    void reportNames();
    void reportFlattened();
    void reportAlignment();

    LintFacts m_facts;
    Outline m_outline;
    LintReport m_report;
    std::unordered_map<dns::Question, std::shared_ptr<const dns::Answer>, dns::QuestionHash> m_answers;
    std::vector<std::shared_ptr<const std::string>> m_texts; ///< one for each record findings are about
    std::vector<Result> m_serverResults;
    std::vector<FlattenedNow> m_flattenedNow;
    std::vector<dns::Question> m_voidHosts; ///< in the order of the tree
    std::unordered_set<std::string> m_includesSeen;
    std::unordered_set<std::string> m_textsSeen;
    dns::Question m_question;
    std::coroutine_handle<> m_waiting;
    std::optional<base::Task<Asked>> m_main; ///< last: its frames refer to all of the above
};

/// SPF records among TXT records, in answer order.
[[nodiscard]] std::vector<const dns::Text*> spfTexts(const dns::Answer& answer);
[[nodiscard]] bool isVoid(const dns::Answer* answer) noexcept;

} // namespace spf
