// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json/json_config.h"

#include "core/qtio/json/json_text.h"

namespace qtio {

namespace {

QJsonArray editsJson(const config::EditPlan& plan)
{
    QJsonArray json;
    for (const config::TextEdit& edit : plan) {
        json.append(QJsonObject{{QStringLiteral("position"), static_cast<qint64>(edit.position)},
                                {QStringLiteral("length"), static_cast<qint64>(edit.length)},
                                {QStringLiteral("replacement"), jsonText(edit.replacement)}});
    }
    return json;
}

QJsonArray textsJson(const std::vector<std::string>& texts)
{
    QJsonArray json;
    for (const std::string& text : texts) {
        json.append(jsonText(text));
    }
    return json;
}

QJsonValue optionalText(const std::optional<std::string>& text)
{
    return text ? QJsonValue(jsonText(*text)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const config::Finding& finding, const QString& message, const QStringList& fixTitles)
{
    QJsonArray fixes;
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        const config::Fix& fix = finding.fixes[i];
        fixes.append(QJsonObject{{QStringLiteral("title"), fixTitles.value(static_cast<qsizetype>(i))},
                                 {QStringLiteral("safe"), fix.safe},
                                 {QStringLiteral("edits"), editsJson(fix.edits)}});
    }
    const auto number = [](std::size_t value) { return QJsonValue(static_cast<qint64>(value)); };
    return {
        {QStringLiteral("id"), jsonText(config::idOf(finding.rule))},
        {QStringLiteral("severity"), jsonText(config::word(finding.severity))},
        {QStringLiteral("line"), finding.place ? number(finding.place->line) : QJsonValue()},
        {QStringLiteral("column"), finding.place ? number(finding.place->column) : QJsonValue()},
        {QStringLiteral("section"), jsonTextOrNull(finding.section)},
        {QStringLiteral("key"), jsonTextOrNull(finding.key)},
        {QStringLiteral("message"), message},
        {QStringLiteral("fixes"), fixes},
    };
}

QJsonObject toJson(const config::Change& change)
{
    return {
        {QStringLiteral("kind"), jsonText(config::word(change.kind))},
        {QStringLiteral("section"), jsonText(change.section)},
        {QStringLiteral("key"), jsonTextOrNull(change.key)},
        {QStringLiteral("old"), optionalText(change.oldWritten)},
        {QStringLiteral("new"), optionalText(change.newWritten)},
        {QStringLiteral("oldEffective"), jsonTextOrNull(change.oldEffective)},
        {QStringLiteral("newEffective"), jsonTextOrNull(change.newEffective)},
        {QStringLiteral("added"), textsJson(change.addedItems)},
        {QStringLiteral("removed"), textsJson(change.removedItems)},
    };
}

} // namespace qtio
