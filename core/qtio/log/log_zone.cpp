// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_zone.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace qtio {

namespace {

/// QTimeZone takes any word for an abbreviation without an offset, and does not list old names ("Japan").
bool isKnown(const QString& name)
{
    const auto isFile = [&name](const char* folder) {
        return QFileInfo(QLatin1String(folder) + name).isFile();
    };
    const bool isRule = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    return isRule || isFile("/usr/share/zoneinfo/") || isFile("/usr/lib/zoneinfo/");
}

} // namespace

maillog::ZoneRules zoneRules(const QTimeZone& zone)
{
    // Mail logs of before are not expected, and no zone's rules are known for long ahead.
    const QDateTime first(QDate(1990, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime last(QDate(2050, 1, 1), QTime(0, 0), Qt::UTC);
    std::vector<maillog::ZoneRules::Transition> transitions;
    if (zone.hasTransitions()) {
        for (const auto& transition : zone.transitions(first, last)) {
            transitions.push_back({transition.atUtc.toSecsSinceEpoch(), transition.offsetFromUtc});
        }
    }
    return {zone.offsetFromUtc(first), std::move(transitions)};
}

std::optional<maillog::ZoneRules> parseZone(QStringView text)
{
    static const QRegularExpression offset(QStringLiteral("^([+-])(\\d\\d):?(\\d\\d)?$"));
    if (text.isEmpty()) {
        return std::nullopt; // QTimeZone takes it for the system's
    }
    if (text == u"Z" || text.compare(u"UTC", Qt::CaseInsensitive) == 0) {
        return maillog::ZoneRules();
    }
    if (const auto match = offset.match(text); match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
        return maillog::ZoneRules::fixed(match.captured(1) == u"-" ? -seconds : seconds);
    }
    const QTimeZone zone(text.toUtf8());
    return zone.isValid() && isKnown(text.toString()) ? std::optional(zoneRules(zone)) : std::nullopt;
}

} // namespace qtio
