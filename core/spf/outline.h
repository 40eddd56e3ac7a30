// SPDX-License-Identifier: GPL-3.0-or-later
// Who may send as a domain, without a client: its record and all it includes as a tree, every network with
// where it comes from. Asks like an Evaluation, one question at a time. Counts the worst case: every term of
// the tree that an evaluation can reach.
#pragma once

#include "core/dns/recording.h"
#include "core/spf/record.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spf {

enum class OutlineState {
    Complete,
    NoRecord,
    SeveralRecords,
    SyntaxErrors, ///< see OutlineRecord::errors; good terms are still followed
    DnsFailure,
    UnusableName,
    Loop,          ///< the domain is already on the way here
    NotFollowed,   ///< the tree is larger than the limits
    DependsOnMail, ///< macros of the sender or the client
    Ignored,       ///< a mechanism behind "all", or a redirect beside it: never evaluated, costs nothing
};
/// "complete", "no-record", ...: the word in JSON.
[[nodiscard]] std::string_view word(OutlineState state) noexcept;

/// A network and the host that stands for it: empty for ip4 and ip6.
struct OutlineNetwork
{
    net::Network network;
    std::string host;
    friend bool operator==(const OutlineNetwork&, const OutlineNetwork&) = default;
};

struct OutlineRecord;

struct OutlineTerm
{
    std::string text;
    std::string name; ///< "ip4", "include", "redirect", in lower case
    Span span;
    Qualifier qualifier = Qualifier::Pass;
    bool isModifier = false;
    OutlineState state = OutlineState::Complete; ///< of what the term asks itself
    std::string target;                          ///< the name asked for; empty when there is none
    std::vector<OutlineNetwork> networks;
    std::vector<OutlineRecord> record; ///< of include and redirect: none or one
    int lookups = 0;                   ///< terms that cost a look-up, this one and those below
    int voidLookups = 0;               ///< of this term and those below
};

struct OutlineRecord
{
    std::string domain;
    std::string text;
    OutlineState state = OutlineState::Complete;
    std::vector<SyntaxError> errors;
    std::vector<OutlineTerm> terms; ///< as written
    int lookups = 0;

    /// The numbers of the terms an evaluation can reach, in its order: the redirect last.
    [[nodiscard]] std::vector<std::size_t> evaluationOrder() const;
};

/// One network of the whole tree with the way to it.
struct OutlineSource
{
    OutlineNetwork network;
    Qualifier qualifier = Qualifier::Pass; ///< of the term in its record
    std::vector<std::string>
        path; ///< domains, then the term: "example.com", "_spf.x.com", "ip4:192.0.2.0/24"
};

class Outline
{
public:
    /// `domain` in UTF-8 or A-labels; at most `questionLimit` questions.
    explicit Outline(const std::string& domain, int questionLimit = 250);
    ~Outline();
    Outline(Outline&&) noexcept;
    Outline& operator=(Outline&&) noexcept;

    /// Null when the tree is ready.
    [[nodiscard]] const dns::Question* question() const noexcept;
    void answer(const dns::Answer& answer);
    [[nodiscard]] const OutlineRecord& root() const noexcept;
    /// All answers so far.
    [[nodiscard]] const dns::Recording& answers() const noexcept;
    [[nodiscard]] int voidLookups() const noexcept;
    /// Every network that a pass can come from, in the order of evaluation. Includes pass on only what they
    /// pass.
    [[nodiscard]] std::vector<OutlineSource> sources() const;

private:
    class Body;
    std::unique_ptr<Body> m_body;
};

} // namespace spf
