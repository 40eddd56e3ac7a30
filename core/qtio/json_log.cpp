// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json_log.h"

#include "core/qtio/json_text.h"

#include <QDateTime>
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

QJsonArray guessedJson(maillog::Fields guessed)
{
    using maillog::Field;
    static constexpr std::pair<Field, const char*> names[] = {
        {Field::Result, "result"}, {Field::Action, "action"}, {Field::Identity, "identity"},
        {Field::Address, "ip"},    {Field::Helo, "helo"},     {Field::Sender, "from"},
        {Field::Recipient, "to"},  {Field::Domain, "domain"},
    };
    QJsonArray json;
    for (const auto& [field, name] : names) {
        if (guessed.contains(field)) {
            json.append(jsonText(name));
        }
    }
    return json;
}

} // namespace

QString wallClock(std::int64_t time, int offsetMinutes)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, offsetMinutes * 60)
        .toString(Qt::ISODateWithMs);
}

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

QJsonObject toJson(const maillog::Check& check)
{
    return {
        {QStringLiteral("time"), wallClock(check.time, check.offsetMinutes)},
        {QStringLiteral("host"), jsonTextOrNull(check.host)},
        {QStringLiteral("dialect"), jsonText(maillog::word(check.dialect))},
        {QStringLiteral("result"),
         check.result ? QJsonValue(jsonText(spf::word(*check.result))) : QJsonValue()},
        {QStringLiteral("action"), jsonText(maillog::word(check.action))},
        {QStringLiteral("identity"), jsonText(policy::word(check.identity))},
        {QStringLiteral("domain"), jsonTextOrNull(check.domain)},
        {QStringLiteral("ip"),
         check.address ? QJsonValue(jsonText(check.address->toString())) : QJsonValue()},
        {QStringLiteral("helo"), jsonTextOrNull(check.helo)},
        {QStringLiteral("from"), jsonText(check.sender)},
        {QStringLiteral("to"), jsonTextOrNull(check.recipient)},
        {QStringLiteral("rule"), jsonTextOrNull(check.rule)},
        {QStringLiteral("repeat"), static_cast<qint64>(check.repeat)},
        {QStringLiteral("guessed"), guessedJson(check.guessed)},
        {QStringLiteral("rejected"), (check.flags & maillog::Rejected) != 0},
        {QStringLiteral("otherProgram"), (check.flags & maillog::OtherProgram) != 0},
    };
}

} // namespace qtio
