// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/ini_highlighter.h"

#include "core/config/policy_config.h"
#include "ui/config/field.h"

namespace ui {

QList<QTextLayout::FormatRange> iniColours(const QString& line, const Tokens& tokens)
{
    QList<QTextLayout::FormatRange> colours;
    const auto add = [&colours](qsizetype start, qsizetype length, const QColor& ink) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(start);
        range.length = static_cast<int>(length);
        range.format.setForeground(ink);
        if (length > 0)
            colours.append(range);
    };
    const QString trimmed = line.trimmed();
    if (trimmed.startsWith(QLatin1Char('#')) || trimmed.startsWith(QLatin1Char(';'))) {
        add(0, line.size(), tokens.secondaryText);
        return colours;
    }
    if (trimmed.startsWith(QLatin1Char('['))) {
        add(0, line.size(), tokens.accent);
        return colours;
    }
    const qsizetype equals = line.indexOf(QLatin1Char('='));
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    const qsizetype separator = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    if (separator < 0 || line.front().isSpace())
        return colours;
    add(0, separator, tokens.info);
    add(separator, 1, tokens.secondaryText);
    const std::string value =
        line.mid(separator + 1).simplified().section(QLatin1Char(' '), 0, 0).toStdString();
    if (const auto action = config::parseAction(value))
        add(separator + 1, line.size() - separator - 1, tokens.tone(shownAction(*action)).text);
    return colours;
}

} // namespace ui
