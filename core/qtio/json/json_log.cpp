// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json/json_log.h"

#include "core/qtio/json/json_text.h"

#include <QJsonArray>

namespace qtio {

namespace {

QJsonValue count(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QJsonObject resultsJson(const maillog::ResultCounts& counts)
{
    QJsonObject json;
    for (const spf::Result result : spf::allResults) {
        json.insert(jsonText(spf::word(result)), count(counts[static_cast<std::size_t>(result)]));
    }
    return json;
}

QJsonArray topJson(const std::vector<maillog::NamedCount>& top)
{
    QJsonArray json;
    for (const maillog::NamedCount& entry : top) {
        json.append(QJsonObject{{QStringLiteral("name"), jsonText(entry.name)},
                                {QStringLiteral("count"), count(entry.count)}});
    }
    return json;
}

} // namespace

QJsonObject toJson(const maillog::Summary& summary)
{
    QJsonObject byAction;
    for (const maillog::Action action : maillog::allActions) {
        byAction.insert(jsonText(maillog::word(action)),
                        count(summary.byAction[static_cast<std::size_t>(action)]));
    }
    QJsonObject byHour;
    for (const auto& [hour, counts] : summary.byHour) {
        byHour.insert(jsonText(hour), resultsJson(counts));
    }
    return {
        {QStringLiteral("lines"), count(summary.lines.lines)},
        {QStringLiteral("bytes"), count(summary.lines.bytes)},
        {QStringLiteral("checks"), count(summary.checks)},
        {QStringLiteral("skips"), count(summary.skips)},
        {QStringLiteral("guessed"), count(summary.guessed)},
        {QStringLiteral("unreadable"), count(summary.lines.unreadable)},
        {QStringLiteral("byResult"), resultsJson(summary.byResult)},
        {QStringLiteral("byAction"), byAction},
        {QStringLiteral("byHour"), byHour},
        {QStringLiteral("distinctDomains"), count(summary.distinctDomains)},
        {QStringLiteral("topDomains"), topJson(summary.topDomains)},
        {QStringLiteral("distinctAddresses"), count(summary.distinctAddresses)},
        {QStringLiteral("topAddresses"), topJson(summary.topAddresses)},
    };
}

} // namespace qtio
