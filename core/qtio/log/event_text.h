// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a mail log as text for other programs, in the bytes of UTF-8 (INTERFACES.md, "log events").
// Millions of rows are written in one go, so a row is appended to a buffer and nothing is built in between.
#pragma once

#include "core/maillog/log.h"

#include <string>

namespace qtio {

/// One line of JSON, keys in the order of the alphabet:
/// {"time","host","dialect","result","action","identity","domain","ip","helo","from","to","rule","repeat",
/// "guessed":[field names],"rejected","otherProgram"}. "time" is ISO 8601 with the offset of the host's wall
/// clock; "rejected": a line of Postfix confirms the refusal; "otherProgram": rspamd or OpenDMARC judged the
/// message, too.
void appendJson(std::string& text, const maillog::Check& check);

enum class CsvFor {
    Programs,   ///< RFC 4180, values as they are
    Spreadsheet ///< times as Excel knows them, and nothing runs as a formula: senders choose these texts
};

/// Ends with CRLF.
void appendCsv(std::string& text, const maillog::Check& check, CsvFor reader);

/// The head for Programs.
[[nodiscard]] std::string_view csvNames() noexcept;

} // namespace qtio
