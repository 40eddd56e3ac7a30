// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/ini_highlighter.h"

#include "core/config/policy_config.h"
#include "ui/common/tokens.h"
#include "ui/config/field.h"

namespace ui {

void IniHighlighter::highlightBlock(const QString& text)
{
    const Tokens& tokens = currentTokens();
    const QString trimmed = text.trimmed();
    const auto length = static_cast<int>(text.size());
    if (trimmed.startsWith(QLatin1Char('#')) || trimmed.startsWith(QLatin1Char(';'))) {
        setFormat(0, length, tokens.secondaryText);
        return;
    }
    if (trimmed.startsWith(QLatin1Char('['))) {
        setFormat(0, length, tokens.accent);
        return;
    }
    const auto equals = static_cast<int>(text.indexOf(QLatin1Char('=')));
    const auto colon = static_cast<int>(text.indexOf(QLatin1Char(':')));
    const int separator = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    if (separator < 0 || text.front().isSpace())
        return;
    setFormat(0, separator, tokens.info);
    setFormat(separator, 1, tokens.secondaryText);
    const std::string value =
        text.mid(separator + 1).simplified().section(QLatin1Char(' '), 0, 0).toStdString();
    if (const auto action = config::parseAction(value))
        setFormat(separator + 1, length - separator - 1, tokens.tone(shownAction(*action)).text);
}

} // namespace ui
