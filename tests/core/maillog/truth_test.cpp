// SPDX-License-Identifier: GPL-3.0-or-later
// Logs whose every number is known: those of the log generator beside the project (skipped by name without
// it) in each of its option sets, and a small one of our own in tests/data that has a bit of every dialect.
#include "core/maillog/statistics.h"
#include "core/qtio/log/log_loader.h"
#include "core/qtio/log/log_zone.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using maillog::Action;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

using Counts = QMap<QString, std::uint64_t>;

std::uint64_t number(const QJsonValue& value)
{
    return static_cast<std::uint64_t>(value.toInteger());
}

/// What is 0 is left out.
Counts asCounts(const QJsonObject& object)
{
    Counts counts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (number(it.value()) != 0) {
            counts.insert(it.key(), number(it.value()));
        }
    }
    return counts;
}

Counts asCounts(const std::vector<maillog::NamedCount>& names)
{
    Counts counts;
    for (const auto& entry : names) {
        counts.insert(QString::fromStdString(entry.name), entry.count);
    }
    return counts;
}

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

/// The generator's word for what was done; it has two for letting a mail pass.
QString generatorsWord(Action action)
{
    return action == Action::Block ? u"reject"_s : action == Action::TempBlock ? u"defer"_s : u"prepend"_s;
}

QString hourOf(std::int64_t wallMilliseconds)
{
    const auto hours = wallMilliseconds / 3'600'000;
    const auto date = maillog::civilFromDays(hours / 24);
    return QString::asprintf("%d-%02d-%02dT%02d", date.year, date.month, date.day,
                             static_cast<int>(hours % 24));
}

/// Every count of the rows that the truth has, too, keyed like "2025-11-20T00 pass".
struct RowCounts
{
    Counts results;
    Counts actions;
    Counts resultActions;
    Counts hours;
    std::vector<std::uint32_t> blocked;

    /// `shift`: minutes added to the wall clock of the rows.
    RowCounts(const maillog::Log& log, int shift)
    {
        for (maillog::Row row = 0; row < log.size(); ++row) {
            const auto check = log[row];
            if (!check.result) {
                continue;
            }
            const QString result = text(spf::word(*check.result));
            const QString action = generatorsWord(check.action);
            const QString hour = hourOf(check.time + (check.offsetMinutes + shift) * 60'000);
            results[result] += check.repeat;
            actions[action] += check.repeat;
            resultActions[result + u' ' + action] += check.repeat;
            hours[hour + u' ' + result] += check.repeat;
            hours[hour + u' ' + action] += check.repeat;
            if (check.action == Action::Block || check.action == Action::TempBlock) {
                blocked.push_back(static_cast<std::uint32_t>(row));
            }
        }
    }
};

/// "dunno" counts as "prepend".
Counts merged(const Counts& counts)
{
    Counts result;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        result[QString(it.key()).replace(u"dunno"_s, u"prepend"_s)] += it.value();
    }
    return result;
}

Counts expectedHours(const QJsonObject& truth, bool withActions)
{
    Counts counts;
    const QJsonArray names = truth.value(u"by_hour_columns"_s).toArray();
    const QJsonObject hours = truth.value(u"by_hour"_s).toObject();
    for (auto it = hours.begin(); it != hours.end(); ++it) {
        const QJsonArray values = it.value().toArray();
        for (qsizetype i = 0; i < (withActions ? 11 : 7); ++i) {
            if (number(values.at(i)) != 0) {
                counts[it.key() + u' ' + names.at(i).toString()] += number(values.at(i));
            }
        }
    }
    return merged(counts);
}

Counts withoutActions(const Counts& hours)
{
    Counts counts;
    for (auto it = hours.begin(); it != hours.end(); ++it) {
        if (spf::parseResult(it.key().section(u' ', 1).toStdString())) {
            counts.insert(it.key(), it.value());
        }
    }
    return counts;
}

} // namespace

class TruthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void generated_data();
    void generated();
    void everyDialect();

private:
    QTemporaryDir m_folder;
    QString m_generator;
};

void TruthTest::initTestCase()
{
    const QString source = QStringLiteral(SPM_SHARED_DIR) + u"/lab/make-maillog.cpp"_s;
    if (!QFile::exists(source)) {
        return;
    }
    m_generator = m_folder.filePath(u"make-maillog"_s);
    QCOMPARE(QProcess::execute(u"c++"_s, {u"-O1"_s, u"-std=c++17"_s, u"-w"_s, u"-o"_s, m_generator, source}),
             0);
}

void TruthTest::generated_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("zone");
    const auto row = [](const char* name, const char* options, const char* zone) {
        QTest::newRow(name) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(zone);
    };
    row("default", "", "+0900");
    row("rfc3339, level 2", "--ts rfc3339 --level 2 --daemon policyd-spf", "UTC");
    row("level 2, several hosts", "--level 2 --daemon policyd-spf --hosts 8", "+0900");
    row("old lines, stamps in UTC", "--ts utc --level old --daemon policyd-spf", "UTC");
    row("own daemon, CR LF", "--daemon spfpolicyd --spfpolicyd-format kv --crlf", "+0900");
    row("odd, truncated, mixed stamps", "--odd 0.01 --truncate-last --ts mixed --hosts 1", "+0900");
    row("perl", "--daemon perl", "+0900");
    row("without pid", "--daemon spfpolicyd --spfpolicyd-format nopid", "+0900");
    row("semicolons", "--daemon spfpolicyd --spfpolicyd-format semi --ts shortiso", "+0900");
    row("short-iso", "--ts shortiso", "UTC");
    row("several hosts", "--hosts 5 --domains 40", "+0900");
    row("over New Year", "--start 2025-12-01T00:00:00 --days 60", "+0900");
    row("clock put back",
        "--ts traditional --tz +0200 --start 2025-10-20T00:00:00 --days 12 --dst-back 2025-10-26T03:00:00",
        "Europe/Berlin");
    row("clock put back, offsets printed",
        "--ts rfc3339 --tz +0200 --start 2025-10-20T00:00:00 --days 12 --dst-back 2025-10-26T03:00:00",
        "UTC");
}

void TruthTest::generated()
{
    QFETCH(QStringList, options);
    QFETCH(QString, zone);
    if (m_generator.isEmpty()) {
        QSKIP("the log generator is not here");
    }
    const QString size = qEnvironmentVariable("SPM_TRUTH_SIZE", u"20M"_s);
    const QString file = m_folder.filePath(u"log"_s);
    const QString truthFile = m_folder.filePath(u"truth"_s);
    const QStringList arguments{u"--bytes"_s, size, u"--seed"_s,  u"5"_s,
                                u"--out"_s,   file, u"--truth"_s, truthFile};
    QCOMPARE(QProcess::execute(m_generator, arguments + options), 0);
    const QJsonObject truth = readJson(truthFile);
    const bool putBack = options.contains(u"--dst-back"_s);
    const auto loaded =
        qtio::loadLogs({{file}, *qtio::parseZone(zone), putBack ? 2025 : 2026, qtio::LogText::Forget});
    const maillog::Log& log = *loaded.log;
    const auto summary = summarize(log, maillog::RowSet::all(log));

    const std::uint64_t again = number(truth.value(u"odd"_s).toObject().value(u"repeated_extra_after_spf"_s));
    QCOMPARE(summary.lines.lines, number(truth.value(u"lines"_s)));
    QCOMPARE(summary.lines.bytes, number(truth.value(u"bytes"_s)));
    QCOMPARE(summary.checks, number(truth.value(u"spf_lines"_s)) + again);
    QCOMPARE(summary.lines.unreadable, 0U);
    QCOMPARE(summary.skips, 0U);
    QCOMPARE(summary.lines.rejections, number(truth.value(u"smtpd_spf_rejects"_s)));
    if (!options.contains(
            u"old"_s)) { // old lines do not say what was done, so nothing is known to be refused
        QCOMPARE(summary.lines.joinedRejections, summary.lines.rejections);
    }
    if (again != 0) {
        return; // the truth does not say which lines were repeated
    }
    const RowCounts rows(log, options.contains(u"utc"_s) ? 9 * 60 : 0);
    QCOMPARE(rows.results, asCounts(truth.value(u"by_result"_s).toObject()));
    QCOMPARE(summary.distinctDomains, number(truth.value(u"distinct_sender_domains"_s)));
    QCOMPARE(summary.distinctAddresses, number(truth.value(u"distinct_client_ips"_s)));
    QCOMPARE(asCounts(summary.topDomains), asCounts(truth.value(u"top_sender_domains"_s).toObject()));
    QCOMPARE(asCounts(summary.topAddresses), asCounts(truth.value(u"top_client_ips"_s).toObject()));
    if (options.contains(u"old"_s)) {
        QCOMPARE(withoutActions(rows.hours), expectedHours(truth, false));
        return;
    }
    QCOMPARE(rows.hours, expectedHours(truth, true));
    QCOMPARE(rows.actions, merged(asCounts(truth.value(u"by_action"_s).toObject())));
    Counts resultActions;
    const QJsonObject byResult = truth.value(u"by_result_action"_s).toObject();
    for (auto it = byResult.begin(); it != byResult.end(); ++it) {
        const Counts actions = merged(asCounts(it.value().toObject()));
        for (auto action = actions.begin(); action != actions.end(); ++action) {
            resultActions.insert(it.key() + u' ' + action.key(), action.value());
        }
    }
    QCOMPARE(rows.resultActions, resultActions);
    const maillog::RowSet blocked(rows.blocked);
    QCOMPARE(asCounts(topList(log, blocked, maillog::TopField::Domain, 50)),
             asCounts(truth.value(u"top_blocked_domains"_s).toObject()));
    QCOMPARE(asCounts(topList(log, blocked, maillog::TopField::Address, 50)),
             asCounts(truth.value(u"top_blocked_ips"_s).toObject()));
    QCOMPARE(summary.byHour.contains("2025-10-26T02+02:00"), putBack);
    QCOMPARE(summary.byHour.contains("2025-10-26T02+01:00"), putBack);
}

void TruthTest::everyDialect()
{
    const QString folder = QStringLiteral(SPM_TEST_DATA) + u"/maillog/"_s;
    const QJsonObject truth = readJson(folder + u"every-dialect.json"_s);
    QVERIFY(!truth.isEmpty());
    const auto loaded = qtio::loadLogs(
        {{folder + u"every-dialect.log"_s}, *qtio::parseZone(u"+0900"_s), 2025, qtio::LogText::Forget});
    const auto summary = summarize(*loaded.log, maillog::RowSet::all(*loaded.log));
    const RowCounts rows(*loaded.log, 0);
    Counts actions;
    Counts dialects;
    for (maillog::Row row = 0; row < loaded.log->size(); ++row) {
        const auto check = (*loaded.log)[row];
        actions[text(word(check.action))] += check.repeat;
        dialects[text(word(check.dialect))] += check.repeat;
    }
    QCOMPARE(summary.lines.lines, number(truth.value(u"lines"_s)));
    QCOMPARE(summary.checks, number(truth.value(u"checks"_s)));
    QCOMPARE(summary.skips, number(truth.value(u"skips"_s)));
    QCOMPARE(summary.lines.unreadable, number(truth.value(u"unreadable"_s)));
    QCOMPARE(summary.lines.rejections, number(truth.value(u"rejections"_s)));
    QCOMPARE(summary.lines.joinedRejections, number(truth.value(u"joinedRejections"_s)));
    QCOMPARE(rows.results, asCounts(truth.value(u"byResult"_s).toObject()));
    QCOMPARE(actions, asCounts(truth.value(u"byAction"_s).toObject()));
    QCOMPARE(dialects, asCounts(truth.value(u"byDialect"_s).toObject()));
    QCOMPARE(summary.distinctDomains, number(truth.value(u"distinctDomains"_s)));
    QCOMPARE(asCounts(summary.topDomains), asCounts(truth.value(u"domains"_s).toObject()));
}

QTEST_GUILESS_MAIN(TruthTest)
#include "truth_test.moc"
