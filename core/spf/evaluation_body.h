// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of an Evaluation: one coroutine that reads like RFC 7208 4, and the state its parts share.
#pragma once

#include "core/base/task.h"
#include "core/spf/evaluation.h"
#include "core/spf/record.h"
#include "core/spf/record_cache.h"

namespace spf {

/// How a mechanism ended (RFC 7208 4.6.2, 2.6.6, 2.6.7).
enum class Verdict : std::uint8_t { Match, NoMatch, TempError, PermError };

class Evaluation::Body
{
public:
    Body(Check check, Options options);
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    [[nodiscard]] const dns::Question* question() const noexcept { return m_waiting ? &m_question : nullptr; }

    void answer(const dns::Answer& answer);
    void expire();

    [[nodiscard]] const Report& report() const noexcept { return m_report; }

    [[nodiscard]] Report takeReport() noexcept { return std::move(m_report); }

private:
    /// A record under evaluation; lives in its coroutine and knows the one that included it.
    struct Frame
    {
        Frame* outer = nullptr;
        std::string domain;             ///< <domain>, as %{d} shows it
        TraceNode* node = nullptr;      ///< of the record; null without trace
        const Record* record = nullptr; ///< null until it was found
        const Term* term = nullptr;     ///< the one being evaluated
        TraceNode* termNode = nullptr;
        std::string validatedName; ///< %{p} of the term
        std::optional<Record> ownRecord;
        std::shared_ptr<const Record> sharedRecord;
    };

    /// Whether an empty answer is a void look-up (RFC 7208 4.6.4): not for the first record, nor for exp.
    enum class Counting : std::uint8_t { Free, Voids };

    /// Suspends the whole evaluation until answer(); the answer is valid until the next one.
    struct Asking
    {
        Body& body;
        TraceNode* node;
        Counting counting;

        [[nodiscard]] bool await_ready() const noexcept { return false; }

        void await_suspend(std::coroutine_handle<> waiting) const noexcept { body.m_waiting = waiting; }

        [[nodiscard]] const dns::Answer& await_resume() const { return body.take(node, counting); }
    };

    [[nodiscard]] Asking ask(std::string name, dns::RecordType type, TraceNode* node, Counting counting);
    [[nodiscard]] const dns::Answer& take(TraceNode* node, Counting counting);

    // check_host.cpp
    base::Task<Result> checkHost(Frame* frame, bool isTop);
    [[nodiscard]] std::optional<Result> adoptRecord(Frame& frame, const dns::Answer& answer);
    [[nodiscard]] std::optional<Result> refuseBadSyntax(const Frame& frame);
    base::Task<std::optional<Result>> evaluateTerms(Frame* frame, bool isTop);
    base::Task<Result> followRedirect(Frame* frame, bool isTop);
    base::Task<bool> explain(Frame* frame);

    // mechanisms.cpp
    [[nodiscard]] bool countTerm(const Frame& frame);
    /// What is known before anything is asked: over the limit, or a macro that no name can hold.
    [[nodiscard]] std::optional<Verdict> refuseLookup(const Frame& frame);
    base::Task<Verdict> matchLookup(Frame* frame);
    base::Task<Verdict> matchInclude(Frame* frame);
    base::Task<Verdict> matchAddress(Frame* frame, const HostArgument* argument);
    base::Task<Verdict> matchMailExchange(Frame* frame, const HostArgument* argument);
    base::Task<Verdict> matchPointer(Frame* frame);
    base::Task<Verdict> matchExists(Frame* frame);
    base::Task<std::string> validatedName(std::string target, bool onlyWithin, TraceNode* node,
                                          Counting counting);
    [[nodiscard]] Verdict judgeAddresses(const Frame& frame, const dns::Answer& answer,
                                         const HostArgument& argument);
    [[nodiscard]] dns::RecordType clientType() const noexcept;
    [[nodiscard]] bool ownsClient(const dns::Answer& answer) const noexcept;

    // evaluation.cpp
    [[nodiscard]] MacroValues macroValues(const Frame& frame) const noexcept;
    /// The name a term is about: its domain-spec expanded, else the domain itself.
    [[nodiscard]] std::string target(const Frame& frame);
    /// Whether %{p} has to be found out first.
    [[nodiscard]] static bool needsValidatedName(const Term& term) noexcept;
    /// Its macros cannot be written into a name: the term never matches (RFC 8616 4).
    [[nodiscard]] bool isUnwritable(const MacroString& macro) const noexcept;
    Result fail(const Frame& frame, ProblemCode code, std::string detail = {},
                dns::Status status = dns::Status::Ok);
    Verdict failTerm(const Frame& frame, ProblemCode code, std::string detail = {});
    Verdict failVoids(const Frame& frame);
    Verdict failDns(const Frame& frame, dns::Status status);

    [[nodiscard]] bool isOverVoidLimit() const noexcept
    {
        return m_report.voidLookups > m_options.limits.voidLookups;
    }

    void noteTerm(Frame& frame, Outcome outcome, int lookupsBefore) noexcept;
    void noteDecision(const Frame& frame, bool isTop);
    void prepare();
    void finish(Result result);

    Check m_check;
    Options m_options;
    Report m_report;
    std::string m_localPart;
    std::string m_senderDomain;
    bool m_hasPlainLocalPart = true; ///< ASCII only
    bool m_isExplaining = false;     ///< the result is known, only exp is still asked for
    Frame m_top;
    Frame* m_innermost = nullptr;
    dns::Question m_question;
    const dns::Answer* m_answer = nullptr;
    std::coroutine_handle<> m_waiting;
    std::optional<base::Task<Result>> m_main; ///< last: its frames refer to all of the above
};

/// A name that can be put into a question: labels of 1 to 63 octets, 253 in all.
[[nodiscard]] bool isAskable(std::string_view name) noexcept;
/// The same name, or below it (RFC 7208 5.5), without case.
[[nodiscard]] bool isNameWithin(std::string_view name, std::string_view ancestor) noexcept;

} // namespace spf
