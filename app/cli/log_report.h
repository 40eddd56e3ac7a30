// SPDX-License-Identifier: GPL-3.0-or-later
// `log summary` for cron: as a page for a browser, into a file, in the language of its readers.
#pragma once

#include "app/cli/log_input.h"
#include "ui/words/language.h"

#include <optional>

namespace cli {

struct SummaryForm
{
    enum class Format { Text, Json, Html };
    Format format = Format::Text;
    std::optional<words::Language> language; ///< nothing: that of the messages
};

/// --format, --language, --output (output_file.h).
[[nodiscard]] QList<Option> summaryFormOptions();
/// Usage when one is wrong; the error is printed.
[[nodiscard]] tl::expected<SummaryForm, Exit> summaryForm(Context& context, const Arguments& arguments);

/// Of the first host; reports have one clock.
[[nodiscard]] int offsetMinutes(const maillog::Log& log);

void printHtml(Context& context, const LogInput& input, const Arguments& arguments);

} // namespace cli
