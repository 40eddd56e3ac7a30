// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json/json_record.h"

#include "core/qtio/json/json_text.h"

namespace qtio {

namespace {

QJsonValue number(std::size_t value)
{
    return static_cast<qint64>(value);
}

QJsonArray textsJson(const std::vector<std::string>& texts)
{
    QJsonArray json;
    for (const std::string& text : texts) {
        json.append(jsonText(text));
    }
    return json;
}

QJsonArray editsJson(const spf::Fix& fix)
{
    QJsonArray json;
    for (const spf::RecordEdit& edit : fix.edits) {
        json.append(QJsonObject{{QStringLiteral("start"), number(edit.start)},
                                {QStringLiteral("length"), number(edit.length)},
                                {QStringLiteral("text"), jsonText(edit.text)}});
    }
    return json;
}

QJsonArray evidenceJson(const std::vector<spf::Evidence>& evidence)
{
    QJsonArray json;
    for (const spf::Evidence& one : evidence) {
        std::vector<std::string> answers;
        for (const dns::Record& record : one.answer->records) {
            answers.push_back(record.toString());
        }
        const std::optional<std::uint32_t> ttl =
            one.answer->records.empty() ? one.answer->ttl : std::optional(one.answer->records.front().ttl);
        json.append(
            QJsonObject{{QStringLiteral("name"), jsonText(one.question.name)},
                        {QStringLiteral("type"), jsonText(dns::toString(one.question.type))},
                        {QStringLiteral("rcode"), jsonText(dns::rcodeWord(one.answer->status))},
                        {QStringLiteral("answers"), textsJson(answers)},
                        {QStringLiteral("ttl"), ttl ? QJsonValue(static_cast<qint64>(*ttl)) : QJsonValue()}});
    }
    return json;
}

} // namespace

QJsonObject toJson(const spf::Finding& finding, const QString& message, const QStringList& fixTitles)
{
    QJsonArray fixes;
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        fixes.append(QJsonObject{{QStringLiteral("title"), fixTitles.value(static_cast<qsizetype>(i))},
                                 {QStringLiteral("edits"), editsJson(finding.fixes[i])}});
    }
    return {
        {QStringLiteral("id"), jsonText(spf::idOf(finding.rule))},
        {QStringLiteral("severity"), jsonText(spf::word(finding.severity))},
        {QStringLiteral("domain"),
         finding.chain.empty() ? QJsonValue() : QJsonValue(jsonText(finding.chain.back()))},
        {QStringLiteral("chain"), textsJson(finding.chain)},
        {QStringLiteral("span"), QJsonArray{number(finding.span.start), number(finding.span.length)}},
        {QStringLiteral("message"), message},
        {QStringLiteral("args"), textsJson(finding.args)},
        {QStringLiteral("evidence"), evidenceJson(finding.evidence)},
        {QStringLiteral("fixes"), fixes},
    };
}

} // namespace qtio
