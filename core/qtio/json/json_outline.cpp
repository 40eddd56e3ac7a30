// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/json/json_outline.h"

#include "core/qtio/json/json_text.h"
#include "core/spf/providers.h"

namespace qtio {

namespace {

QString signOf(spf::Qualifier qualifier)
{
    return QString(QLatin1Char(spf::sign(qualifier)));
}

QJsonArray textsJson(const std::vector<std::string>& texts)
{
    QJsonArray json;
    for (const std::string& text : texts) {
        json.append(jsonText(text));
    }
    return json;
}

QJsonObject termJson(const spf::OutlineTerm& term, const TermSentence& sentence, bool isIncluded)
{
    QJsonArray networks;
    for (const spf::OutlineNetwork& one : term.networks) {
        networks.append(QJsonObject{{QStringLiteral("network"), jsonText(one.network.toString())},
                                    {QStringLiteral("host"), jsonTextOrNull(one.host)}});
    }
    return {
        {QStringLiteral("term"), jsonText(term.text)},
        {QStringLiteral("qualifier"), term.isModifier ? QJsonValue() : QJsonValue(signOf(term.qualifier))},
        {QStringLiteral("state"), jsonText(spf::word(term.state))},
        {QStringLiteral("target"), jsonTextOrNull(term.target)},
        {QStringLiteral("lookups"), term.lookups},
        {QStringLiteral("voidLookups"), term.voidLookups},
        {QStringLiteral("sentence"), sentence(term, isIncluded)},
        {QStringLiteral("networks"), networks},
    };
}

QJsonObject recordJson(const spf::OutlineRecord& record, const TermSentence& sentence, bool isIncluded)
{
    QJsonArray terms;
    for (const spf::OutlineTerm& term : record.terms) {
        QJsonObject json = termJson(term, sentence, isIncluded);
        if (!term.record.empty()) {
            json.insert(QStringLiteral("record"),
                        recordJson(term.record.front(), sentence, isIncluded || !term.isModifier));
        }
        terms.append(json);
    }
    return {
        {QStringLiteral("domain"), jsonText(record.domain)},
        {QStringLiteral("record"), jsonTextOrNull(record.text)},
        {QStringLiteral("state"), jsonText(spf::word(record.state))},
        {QStringLiteral("lookups"), record.lookups},
        {QStringLiteral("terms"), terms},
    };
}

QJsonValue exactNumber(std::uint64_t value)
{
    constexpr std::uint64_t mostExact = std::uint64_t{1} << 53;
    return value <= mostExact ? QJsonValue(static_cast<qint64>(value)) : QJsonValue(QString::number(value));
}

} // namespace

QJsonObject toJson(const spf::OutlineRecord& record, const TermSentence& sentence)
{
    return recordJson(record, sentence, false);
}

QJsonArray networksJson(const spf::SenderNetworks& senders, const OriginRun* origins)
{
    QJsonArray json;
    for (const spf::SenderNetwork& one : senders.networks) {
        QJsonArray notes;
        for (const spf::SenderNote& note : one.notes) {
            const spf::SenderNetwork& other = senders.networks[note.other];
            notes.append(QJsonObject{{QStringLiteral("kind"), jsonText(spf::word(note.kind))},
                                     {QStringLiteral("network"), jsonText(other.network.network.toString())},
                                     {QStringLiteral("path"), textsJson(other.path)}});
        }
        QJsonObject entry{
            {QStringLiteral("network"), jsonText(one.network.network.toString())},
            {QStringLiteral("qualifier"), one.goesOnAt ? QJsonValue() : QJsonValue(signOf(one.qualifier))},
            {QStringLiteral("host"), jsonTextOrNull(one.network.host)},
            {QStringLiteral("path"), textsJson(one.path)},
            {QStringLiteral("provider"), jsonTextOrNull(spf::providerOn(one.path))},
            {QStringLiteral("notes"), notes},
        };
        if (origins != nullptr) {
            const auto found = origins->operatorOf(one.network.network);
            entry.insert(QStringLiteral("asn"),
                         found ? QJsonValue(static_cast<qint64>(found->asNumber)) : QJsonValue());
            entry.insert(QStringLiteral("operator"), found ? jsonTextOrNull(found->name) : QJsonValue());
        }
        json.append(entry);
    }
    return json;
}

QJsonObject toJson(const spf::SenderTotals& totals)
{
    return {{QStringLiteral("networks"), static_cast<qint64>(totals.networks)},
            {QStringLiteral("ipv4Addresses"), exactNumber(totals.ipv4Addresses)},
            {QStringLiteral("ipv6Subnets64"), exactNumber(totals.ipv6Subnets64)}};
}

QJsonObject toJson(const spf::Coverage& coverage)
{
    QJsonArray open;
    for (const std::vector<std::string>& path : coverage.open) {
        open.append(textsJson(path));
    }
    return {{QStringLiteral("result"), jsonText(spf::word(coverage.result))},
            {QStringLiteral("network"),
             coverage.network ? QJsonValue(jsonText(coverage.network->network.toString())) : QJsonValue()},
            {QStringLiteral("path"), textsJson(coverage.path)},
            {QStringLiteral("open"), open}};
}

} // namespace qtio
