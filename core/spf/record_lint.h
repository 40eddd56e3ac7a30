// SPDX-License-Identifier: GPL-3.0-or-later
// The live half of SPEC 7: a published record with all it includes. Asks like an Evaluation, one question at
// a time and none twice. What the DNS cannot tell comes in as LintFacts; a check whose fact is missing is not
// made.
#pragma once

#include "core/net/network.h"
#include "core/spf/lint.h"
#include "core/spf/outline.h"

#include <memory>
#include <string>
#include <vector>

namespace spf {

/// What an include stood for when it was flattened.
struct FlattenedSource
{
    std::string domain;
    std::vector<net::Network> networks;
};

struct LintFacts
{
    std::vector<net::IpAddress> servers;    ///< our own (SPF-058, 059)
    std::vector<std::string> heloHosts;     ///< names they give (SPF-057)
    std::vector<std::string> subdomains;    ///< that send mail (SPF-060)
    std::vector<FlattenedSource> flattened; ///< SPF-062
    std::string fromDomain;                 ///< of the header From (SPF-065)
};

/// What one term of the top record costs in the worst case.
struct LookupCost
{
    std::string term;
    int lookups = 0;
};

struct LintReport
{
    std::string domain;            ///< A-labels
    std::string record;            ///< empty when there is none
    std::vector<Finding> findings; ///< of the top record first
    int lookups = 0;               ///< worst case: the whole tree
    int voidLookups = 0;
    std::vector<LookupCost> costs; ///< of the terms that cost any
};

class RecordLint
{
public:
    explicit RecordLint(const std::string& domain, LintFacts facts = {});
    ~RecordLint();
    RecordLint(RecordLint&&) noexcept;
    RecordLint& operator=(RecordLint&&) noexcept;

    /// Null when the report is ready.
    [[nodiscard]] const dns::Question* question() const noexcept;
    void answer(const dns::Answer& answer);
    [[nodiscard]] const LintReport& report() const noexcept;

private:
    class Body;
    std::unique_ptr<Body> m_body;
};

} // namespace spf
