// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/config_file.h"

#include "app/cli/files.h"
#include "ui/words/cli_words.h"

#include <algorithm>

namespace cli {

std::optional<config::IniDocument> readConfig(Context& context, const QString& path)
{
    const std::optional<QByteArray> bytes = readAll(context, path);
    return bytes ? std::optional(config::IniDocument::parse(bytes->toStdString())) : std::nullopt;
}

void noteErrors(Context& context, const QString& path, const config::IniDocument& document)
{
    const std::vector<config::Finding> findings = config::lint(document, {});
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const config::Finding& finding) {
        return finding.severity == config::Severity::Error;
    });
    if (errors > 0) {
        printError(context, words::configHasErrors(path, static_cast<int>(errors)));
    }
}

} // namespace cli
