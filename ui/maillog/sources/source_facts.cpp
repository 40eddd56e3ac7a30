// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_facts.h"

#include "ui/words/log_words.h"

#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

const QString settingsKey = QStringLiteral("maillog/sources");
constexpr qsizetype mostSettings = 500;

QVariantMap mapOf(const SourceSetting& setting)
{
    QVariantMap values{{QStringLiteral("place"), setting.place}, {QStringLiteral("zone"), setting.zone}};
    if (setting.year) {
        values.insert(QStringLiteral("year"), *setting.year);
    }
    return values;
}

} // namespace

std::vector<SourceFacts> sourceFactsOf(const qtio::LoadedLogs& logs)
{
    std::vector<SourceFacts> all;
    for (const qtio::LoadedSource& source : logs.sources) {
        SourceFacts& facts = all.emplace_back();
        const auto number = static_cast<std::uint16_t>(all.size() - 1);
        const maillog::LineCounts counts = logs.log->counts(number);
        facts.place = source.name;
        facts.lines = counts.lines;
        facts.bytes = counts.bytes;
        facts.unreadable = counts.unreadable;
        facts.problem = source.error ? words::message(*source.error, source.name) : QString();
    }
    const maillog::Columns& c = logs.log->columns();
    for (maillog::Row row = 0; row < logs.log->size(); ++row) {
        SourceFacts& facts = all[c.source[row]];
        const std::int64_t time = c.time[row];
        if (c.result[row] != maillog::noResult) {
            facts.checks += c.repeat[row];
        } else if (c.action[row] == maillog::Action::Skip) {
            facts.skips += c.repeat[row];
        }
        facts.guessed += c.guessed[row] != 0 ? c.repeat[row] : 0;
        facts.offsetMinutes = c.offset[row];
        if (facts.range) {
            facts.range = {std::min(facts.range->first, time), std::max(facts.range->last, time)};
        } else {
            facts.range = {time, time};
        }
    }
    return all;
}

SourceSetting readSourceSetting(const QSettings& settings, const QString& place)
{
    for (const QVariant& entry : settings.value(settingsKey).toList()) {
        const QVariantMap values = entry.toMap();
        if (values.value(QStringLiteral("place")).toString() == place) {
            const int year = values.value(QStringLiteral("year")).toInt();
            return {place, values.value(QStringLiteral("zone")).toString(),
                    year > 0 ? std::optional(year) : std::nullopt};
        }
    }
    return {place, {}, {}};
}

void writeSourceSetting(QSettings& settings, const SourceSetting& setting)
{
    QVariantList all = settings.value(settingsKey).toList();
    all.removeIf([&setting](const QVariant& entry) {
        return entry.toMap().value(QStringLiteral("place")).toString() == setting.place;
    });
    if (!setting.isPlain()) {
        all.prepend(mapOf(setting));
    }
    settings.setValue(settingsKey, all.first(std::min(all.size(), mostSettings)));
}

} // namespace ui
