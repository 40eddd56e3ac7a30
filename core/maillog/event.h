// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a policy program, read: the fields as pieces of the line, one parser per log dialect
// (SPEC 1.6, 5.3).
#pragma once

#include "core/maillog/check.h"

#include <optional>
#include <string>
#include <string_view>

namespace maillog {

enum class LineKind {
    Check,     ///< says what was done: one check
    Detail,    ///< a result on the way to the check's own line
    Skip,      ///< exempt mail: no result
    Rejection, ///< Postfix tells the client what the policy program decided: repeats a check
    Verdict,   ///< another program's result for a message: repeats its check, else is one
    Other,     ///< a known line that belongs to no check (start, settings, questions)
    Unreadable ///< no result could be read
};

/// What a line says, without the parties of the mail.
struct Statement
{
    LineKind kind = LineKind::Unreadable;
    Dialect dialect = Dialect::Vendor;
    std::optional<spf::Result> result;
    Action action = Action::Unknown;
    policy::Identity identity = policy::Identity::None;
    Fields guessed;
    bool whole = true; ///< false when fields that every such line has are missing: it was cut off
    std::string_view queueId;
};

struct Event : Statement
{
    std::string_view address;
    std::string_view helo;
    std::string_view sender; ///< without <>
    std::string_view recipient;
    std::string_view domain; ///< of MAIL FROM
    std::string_view rule;
};

/// The head of a policy program's line.
struct PolicyLine
{
    Dialect dialect = Dialect::Vendor;
    std::string_view host;
    std::uint32_t pid = 0;
    std::string_view text; ///< what follows "tag[pid]: "
};

/// Nothing for lines of any other program. `afterStamp` begins with the host; see Stamp::isSyslogProtocol.
[[nodiscard]] std::optional<PolicyLine> parsePolicyLine(std::string_view afterStamp,
                                                        bool isSyslogProtocol) noexcept;

/// Pieces that are not in the line as they stand (escaped, URL-encoded) are put into `scratch`, which has to
/// live as long as the event.
[[nodiscard]] Event parseEvent(const PolicyLine& line, std::string& scratch);
[[nodiscard]] Event parsePolicydSpf(std::string_view text);
[[nodiscard]] Event parsePolicySpfPerl(std::string_view text, std::string& scratch);
/// Our daemon's form, else best effort (D-V3).
[[nodiscard]] Event parseSpfPolicyd(std::string_view text, std::string& scratch);
[[nodiscard]] Event readByBestEffort(std::string_view text);
/// smtpd's and cleanup's lines: refusals with an SPF reason, and headers of Trend Micro that were logged.
[[nodiscard]] Event parsePostfix(std::string_view text);
[[nodiscard]] Event parseRspamd(std::string_view text);
[[nodiscard]] Event parseOpenDmarc(std::string_view text);
/// The value of "X-TM-Received-SPF:" (SPEC 4.3).
[[nodiscard]] Event parseTmHeader(std::string_view text);

/// "last message repeated 3 times", or "message repeated 3 times: [ text ]" (rsyslog).
struct Repetition
{
    std::uint32_t count = 1;
    std::string_view text; ///< empty: the line before is meant
};

[[nodiscard]] std::optional<Repetition> parseRepetition(std::string_view text) noexcept;

} // namespace maillog
