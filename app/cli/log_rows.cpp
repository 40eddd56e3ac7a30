// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/log_rows.h"

#include "ui/words/cli_words.h"

using namespace Qt::StringLiterals;

namespace cli {

std::optional<qtio::EventFormat> rowFormat(Context& context, const QString& command,
                                           const Arguments& arguments)
{
    const QString format = arguments.value(u"format"_s).value_or(u"json"_s);
    if (format != "json"_L1 && format != "csv"_L1) {
        (void)usageError(context, command, words::notOneOf(u"--format"_s, format, u"csv json"_s));
        return std::nullopt;
    }
    if (format == "csv"_L1 && arguments.isSet(u"json"_s)) {
        (void)usageError(context, command, words::optionsExclude(u"--format csv"_s, u"--json"_s));
        return std::nullopt;
    }
    return format == "csv"_L1 ? qtio::EventFormat::Csv : qtio::EventFormat::JsonLines;
}

} // namespace cli
