// SPDX-License-Identifier: GPL-3.0-or-later
// What an evaluation tells: the result, what decided it and, when asked for, the whole path as a tree.
#pragma once

#include "core/dns/message.h"
#include "core/spf/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spf {

/// RFC 7208 4.6.4 and SPEC D-V2; time is kept by whoever drives the evaluation.
struct Limits
{
    int terms = 10;
    int voidLookups = 2;
    int mxNames = 10;
    int ptrNames = 10;
    std::chrono::milliseconds total{20'000}; ///< whole evaluation
    std::chrono::milliseconds query{5'000};  ///< one DNS question with its retries
    friend bool operator==(const Limits&, const Limits&) = default;
};

/// A piece of a record's text, in bytes.
struct Span
{
    std::size_t start = 0;
    std::size_t length = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Why a result is none, permerror or temperror, or why an explanation was not used.
enum class ProblemCode {
    // none
    UnusableDomain, ///< empty, single label, overlong, literal (RFC 7208 4.3)
    NoRecord,
    // permerror
    SeveralRecords,
    NonAscii, ///< or a control character, at the span
    UnknownMechanism,
    BadTerm, ///< not a term at all
    BadQualifier,
    MissingArgument,    ///< "include" without ":domain", "ip4" without address
    UnexpectedArgument, ///< "all:x", "-all/24"
    BadAddress,
    WrongFamily, ///< ip4 with an IPv6 address or the reverse
    BadPrefixLength,
    BadDomainSpec,
    BadMacro,
    MacroOnlyInExp, ///< c, r, t outside exp
    DuplicateModifier,
    TermLimit,
    VoidLimit,
    MxLimit,
    IncludeWithoutRecord,
    RedirectWithoutRecord,
    // temperror
    DnsFailure, ///< see dnsStatus
    TimeLimit,
};

struct Problem
{
    ProblemCode code;
    std::string domain; ///< whose record
    std::string term;   ///< as written; empty when the record as a whole is meant
    Span span;          ///< in that record
    std::string detail; ///< the offending piece: the macro, the unknown name, the number of records
    dns::Status dnsStatus = dns::Status::Ok;
    friend bool operator==(const Problem&, const Problem&) = default;
};

enum class Outcome { Match, NoMatch, Error, NotEvaluated };
[[nodiscard]] std::string_view
word(Outcome outcome) noexcept; ///< "match", "no-match", "error", "not-evaluated"

struct MacroExpansion
{
    std::string from;
    std::string to;
    friend bool operator==(const MacroExpansion&, const MacroExpansion&) = default;
};

struct Lookup
{
    dns::Question question;
    dns::Answer answer;
    bool isVoid = false; ///< counted as void (RFC 7208 4.6.4)
    friend bool operator==(const Lookup&, const Lookup&) = default;
};

enum class NodeKind { Record, Term };

/// A record (with the TXT look-up that brought it) or a term of it. The root is the record of the checked
/// domain; an include or redirect term has one Record child; a Record's children are its terms in order.
struct TraceNode
{
    NodeKind kind = NodeKind::Term;
    std::string domain;    ///< <domain> of this record
    std::string text;      ///< record text, or the term as written
    Span span;             ///< of the term in its record
    std::string qualifier; ///< "+", "-", "~", "?" as in effect; empty for modifiers and records
    Outcome outcome = Outcome::NotEvaluated;
    std::optional<Result> result; ///< Record: its own result
    int lookups = 0;              ///< terms counted so far, after this node
    int voidLookups = 0;          ///< likewise
    int ownLookups = 0;           ///< terms this node cost, children included
    std::optional<MacroExpansion> macro;
    std::vector<Lookup> dns;
    std::optional<Problem> problem;
    std::vector<TraceNode> children;
    friend bool operator==(const TraceNode&, const TraceNode&) = default;
};

struct Report
{
    Result result = Result::None;
    std::string domain;    ///< checked, A-labels
    std::string mechanism; ///< deciding term of the top record with its qualifier as written, or "default";
                           ///< empty without a record
    std::optional<Span> mechanismSpan;
    std::string record;      ///< text of the top record, empty when there is none
    std::string explanation; ///< for fail only; empty when the domain gives none
    std::optional<Problem> problem;
    int lookups = 0; ///< terms; includes the one that went over the limit
    int voidLookups = 0;
    /// Void look-ups among them whose name exists (NODATA), only without an address of the family asked for.
    /// RFC 7208 4.6.4 can be read as not counting these; what the DNS has of the other family is not asked.
    int voidAddresses = 0;
    int dnsQueries = 0;              ///< questions asked, for comparison with checkers that count these
    bool dependsOnLocalPart = false; ///< a macro used %{s} or %{l}
    bool dependsOnHelo = false;      ///< a macro used %{h}
    std::chrono::microseconds elapsed{0};
    Limits limits;
    std::optional<TraceNode> trace; ///< root record
};

} // namespace spf
