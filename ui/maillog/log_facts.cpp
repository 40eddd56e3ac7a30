// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_facts.h"

#include "ui/words/file_words.h"
#include "ui/words/log_set_words.h"
#include "ui/words/log_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

struct LogFacts
{
    Q_DECLARE_TR_FUNCTIONS(LogFacts)
};

/// Of several those that could be opened; an only one is named whatever became of it.
QStringList opened(const QStringList& places, const qtio::LoadedLogs& logs)
{
    QStringList there = places;
    for (const qtio::LoadedSource& source : logs.sources) {
        if (places.size() > 1 && source.error && !source.file) {
            there.removeAll(source.name);
        }
    }
    return there;
}

} // namespace

QString placesText(const QStringList& places)
{
    return places.size() == 1 ? words::placeText(places.first())
                              : LogFacts::tr("%Ln mail log(s)", nullptr, static_cast<int>(places.size()));
}

QString factsOf(const QStringList& places, const OpenLogs* logs, const LogView* view)
{
    if (places.isEmpty()) {
        return LogFacts::tr("SPF checks of policyd-spf and SPFPolicyd, from the log of Postfix");
    }
    if (logs == nullptr) {
        return placesText(places);
    }
    const QString name = placesText(opened(places, logs->logs));
    const maillog::LineCounts counts = logs->logs.log->totalCounts();
    const QLocale locale;
    const auto shown = [](std::uint64_t count) {
        return static_cast<int>(std::min<std::uint64_t>(count, INT_MAX));
    };
    QStringList facts{name, locale.formattedDataSize(static_cast<qint64>(counts.bytes)),
                      LogFacts::tr("%Ln line(s)", nullptr, shown(counts.lines))};
    if (view != nullptr && view->guessed > 0) {
        facts.append(
            LogFacts::tr("guessed %1 %")
                .arg(locale.toString(
                    100.0 * static_cast<double>(view->guessed) / static_cast<double>(view->total), 'f', 1)));
    }
    if (counts.unreadable > 0) {
        facts.append(LogFacts::tr("%Ln unreadable line(s)", nullptr, shown(counts.unreadable)));
    }
    return facts.join(QStringLiteral("  ·  "));
}

std::vector<Banner> noticesOf(const OpenLogs& logs, const OpenedPlaces& places)
{
    if (logs.logs.isCancelled()) {
        return {{Level::Info, LogFacts::tr("Reading was stopped: what was read until then is shown.")}};
    }
    std::vector<Banner> wrong;
    for (const OpenProblem& problem : places.problems) {
        wrong.push_back({Level::Error, problem.text()});
    }
    std::vector<Banner> grown;
    for (const qtio::LoadedSource& source : logs.logs.sources) {
        const auto number = static_cast<std::uint16_t>(&source - logs.logs.sources.data());
        const maillog::LineCounts& counts = logs.logs.log->counts(number);
        const QString name = words::placeText(source.name);
        if (source.error) {
            wrong.push_back({Level::Error, words::message(*source.error, name)});
        } else if (counts.journalEntries > 0) {
            wrong.push_back({Level::Error, words::logHasJournalEntries(name, counts)});
        } else if (source.isCut) {
            grown.push_back({Level::Info, words::logWasCut(name)});
        } else if (source.hasGrown) {
            grown.push_back({Level::Info, words::logHasGrown(name)});
        } else if (counts.lines == 0) {
            grown.push_back({Level::Info, words::logIsEmpty(name)});
        }
    }
    wrong.insert(wrong.end(), grown.begin(), grown.end());
    if (wrong.empty() && logs.logs.log->size() == 0 && !logs.isPreliminary) {
        wrong.push_back({Level::Warning, words::logHasNoChecks()});
    }
    for (const qtio::LeftOutLog& log : places.leftOut) {
        wrong.push_back({Level::Info, words::message(log)});
    }
    return wrong;
}

QStringList logFileFilters()
{
    return {LogFacts::tr("Mail logs") +
                QStringLiteral(" (*mail* *messages* *syslog* *postfix* *.log *.log[.-]* "
                               "*.[0-9] *.[0-9][0-9] *[-.]20[0-9][0-9]* *.gz *.bz2 "
                               "*.xz *.zst *.json *.csv)"),
            LogFacts::tr("All files") + QStringLiteral(" (*)")};
}

QString zoneText(int offsetMinutes)
{
    return QStringLiteral("UTC%1%2:%3")
        .arg(offsetMinutes < 0 ? QStringLiteral("−") : QStringLiteral("+"))
        .arg(std::abs(offsetMinutes) / 60)
        .arg(std::abs(offsetMinutes) % 60, 2, 10, QLatin1Char('0'));
}

} // namespace ui
