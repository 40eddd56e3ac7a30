// SPDX-License-Identifier: GPL-3.0-or-later
// Real logs against counts made by other means (grep and awk), and generated logs against the truth that
// their generator wrote. Both live beside the project; without them these tests are skipped by name.
#include "core/maillog/statistics.h"
#include "core/qtio/log_loader.h"
#include "core/qtio/log_zone.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <QJsonArray>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

QString shared(const QString& path)
{
    return QStringLiteral(SPM_SHARED_DIR) + u'/' + path;
}

maillog::Summary summaryOf(const QString& path, const QString& zone, int year)
{
    const auto loaded = qtio::loadLogs({{path}, *qtio::parseZone(zone), year, qtio::LogText::Forget});
    return summarize(*loaded.log, maillog::RowSet::all(*loaded.log));
}

std::uint64_t number(const QJsonValue& value)
{
    return static_cast<std::uint64_t>(value.toInteger());
}

std::uint64_t of(const maillog::Summary& summary, spf::Result result)
{
    return summary.byResult[static_cast<std::size_t>(result)];
}

std::uint64_t of(const maillog::Summary& summary, maillog::Action action)
{
    return summary.byAction[static_cast<std::size_t>(action)];
}

/// The names beside the first counts; equal counts may come in another order.
QMap<QString, std::uint64_t> asMap(const std::vector<maillog::NamedCount>& names)
{
    QMap<QString, std::uint64_t> map;
    for (const auto& entry : names) {
        map.insert(QString::fromStdString(entry.name), entry.count);
    }
    return map;
}

QMap<QString, std::uint64_t> asMap(const QJsonObject& object)
{
    QMap<QString, std::uint64_t> map;
    for (auto it = object.begin(); it != object.end(); ++it) {
        map.insert(it.key(), number(it.value()));
    }
    return map;
}

} // namespace

class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realLogs_data();
    void realLogs();
    void generatedLogs_data();
    void generatedLogs();

private:
    QTemporaryDir m_folder;
    QString m_generator;
};

void SamplesTest::initTestCase()
{
    const QString source = shared(u"lab/make-maillog.cpp"_s);
    if (!QFile::exists(source)) {
        return;
    }
    m_generator = m_folder.filePath(u"make-maillog"_s);
    QCOMPARE(QProcess::execute(u"c++"_s, {u"-O1"_s, u"-std=c++17"_s, u"-w"_s, u"-o"_s, m_generator, source}),
             0);
}

void SamplesTest::realLogs_data()
{
    using Counts = QList<int>;
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("checks");
    QTest::addColumn<int>("skips");
    QTest::addColumn<Counts>("results"); // pass neutral softfail fail none temperror permerror
    QTest::addColumn<Counts>("actions"); // bypass tempblock block
    QTest::addColumn<int>("lines");
    // Counted with grep -c on "policyd-spf[N]: : prepend Received-SPF: WORD", ": 550", ": defer_if_permit",
    // "Policy action=..."; lines with wc -l.
    const QString folder = u"samples/maillog/"_s;
    QTest::newRow("python, default") << folder + u"policyd-spf-python-default.mail.log"_s << 73 << 1
                                     << Counts{34, 2, 1, 13, 5, 3, 15} << Counts{60, 0, 13} << 545;
    QTest::newRow("python, default, full stamps")
        << folder + u"policyd-spf-python-default.iso.mail.log"_s << 73 << 1 << Counts{34, 2, 1, 13, 5, 3, 15}
        << Counts{60, 0, 13} << 545;
    QTest::newRow("python, level 2") << folder + u"policyd-spf-python-permerror-reject.mail.log"_s << 72 << 2
                                     << Counts{34, 2, 1, 12, 5, 3, 15} << Counts{42, 3, 27} << 742;
    QTest::newRow("python, DNS lost") << folder + u"policyd-spf-python-dns-lost.mail.log"_s << 80 << 0
                                      << Counts{77, 0, 0, 0, 0, 3, 0} << Counts{77, 3, 0} << 427;
    QTest::newRow("python, Authentication-Results")
        << folder + u"policyd-spf-python-testonly-ar.mail.log"_s << 42 << 1 << Counts{34, 2, 1, 0, 5, 0, 0}
        << Counts{42, 0, 0} << 555;
    QTest::newRow("perl") << folder + u"policyd-spf-perl.mail.log"_s << 71 << 1
                          << Counts{28, 2, 1, 13, 5, 9, 13} << Counts{49, 9, 13} << 510;
    QTest::newRow("a server's day") << u"samples/public/lightmeter/mail.log"_s << 43 << 0
                                    << Counts{38, 0, 0, 0, 5, 0, 0} << Counts{43, 0, 0} << 2252;
    QTest::newRow("blanks in a value, no date") << u"samples/public/modoboa/mail.log"_s << 17 << 0
                                                << Counts{10, 0, 0, 0, 7, 0, 0} << Counts{17, 0, 0} << 519;
}

void SamplesTest::realLogs()
{
    QFETCH(QString, path);
    QFETCH(int, checks);
    QFETCH(int, skips);
    QFETCH(QList<int>, results);
    QFETCH(QList<int>, actions);
    QFETCH(int, lines);
    if (!QFile::exists(shared(path))) {
        QSKIP("the real samples are not here");
    }
    const auto summary = summaryOf(shared(path), u"UTC"_s, 2026);
    QCOMPARE(summary.checks, static_cast<std::uint64_t>(checks));
    QCOMPARE(summary.skips, static_cast<std::uint64_t>(skips));
    for (const auto result : spf::allResults) {
        QCOMPARE(of(summary, result), static_cast<std::uint64_t>(results.at(static_cast<int>(result))));
    }
    for (int action = 0; action < 3; ++action) {
        QCOMPARE(of(summary, static_cast<maillog::Action>(action)),
                 static_cast<std::uint64_t>(actions.at(action)));
    }
    QCOMPARE(summary.lines.lines, static_cast<std::uint64_t>(lines));
}

void SamplesTest::generatedLogs_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("zone");
    const auto row = [](const char* name, const char* options, const char* zone) {
        QTest::newRow(name) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(zone);
    };
    row("default", "", "+0900");
    row("rfc3339, level 2", "--ts rfc3339 --level 2 --daemon policyd-spf", "UTC");
    row("old lines, stamps in UTC", "--ts utc --level old --daemon policyd-spf", "UTC");
    row("own daemon, CR LF", "--daemon spfpolicyd --spfpolicyd-format kv --crlf", "+0900");
    row("odd, truncated, mixed stamps", "--odd 0.01 --truncate-last --ts mixed --hosts 1", "+0900");
    row("perl", "--daemon perl", "+0900");
    row("without pid", "--daemon spfpolicyd --spfpolicyd-format nopid", "+0900");
    row("semicolons", "--daemon spfpolicyd --spfpolicyd-format semi --ts shortiso", "+0900");
    row("clock put back",
        "--ts traditional --tz +0200 --start 2025-10-20T00:00:00 --days 12 "
        "--dst-back 2025-10-26T03:00:00",
        "Europe/Berlin");
    row("clock put back, offsets printed",
        "--ts rfc3339 --tz +0200 --start 2025-10-20T00:00:00 --days 12 "
        "--dst-back 2025-10-26T03:00:00",
        "UTC");
}

void SamplesTest::generatedLogs()
{
    QFETCH(QStringList, options);
    QFETCH(QString, zone);
    if (m_generator.isEmpty()) {
        QSKIP("the log generator is not here");
    }
    const QString log = m_folder.filePath(u"log"_s);
    const QString truthFile = m_folder.filePath(u"truth"_s);
    QStringList arguments{u"--bytes"_s, u"20M"_s, u"--seed"_s,  u"5"_s,
                          u"--out"_s,   log,      u"--truth"_s, truthFile};
    QCOMPARE(QProcess::execute(m_generator, arguments + options), 0);
    QFile file(truthFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
    const auto summary = summaryOf(log, zone, options.contains(u"--dst-back"_s) ? 2025 : 2026);

    const std::uint64_t again = number(truth.value(u"odd"_s).toObject().value(u"repeated_extra_after_spf"_s));
    QCOMPARE(summary.lines.lines, number(truth.value(u"lines"_s)));
    QCOMPARE(summary.lines.bytes, number(truth.value(u"bytes"_s)));
    QCOMPARE(summary.checks, number(truth.value(u"spf_lines"_s)) + again);
    QCOMPARE(summary.lines.unreadable, 0U);
    QCOMPARE(summary.skips, 0U);
    if (again != 0) {
        return; // the truth does not say which lines were repeated
    }
    const QJsonObject results = truth.value(u"by_result"_s).toObject();
    for (const auto result : spf::allResults) {
        const QString name =
            QString::fromLatin1(spf::word(result).data(), static_cast<int>(spf::word(result).size()));
        QCOMPARE(of(summary, result), number(results.value(name)));
    }
    const QJsonObject actions = truth.value(u"by_action"_s).toObject();
    if (!options.contains(u"old"_s)) {
        QCOMPARE(of(summary, maillog::Action::Bypass),
                 number(actions.value(u"prepend"_s)) + number(actions.value(u"dunno"_s)));
        QCOMPARE(of(summary, maillog::Action::Block), number(actions.value(u"reject"_s)));
        QCOMPARE(of(summary, maillog::Action::TempBlock), number(actions.value(u"defer"_s)));
        QCOMPARE(of(summary, maillog::Action::Unknown), 0U);
    }
    QCOMPARE(summary.distinctDomains, number(truth.value(u"distinct_sender_domains"_s)));
    QCOMPARE(summary.distinctAddresses, number(truth.value(u"distinct_client_ips"_s)));
    QCOMPARE(asMap(summary.topDomains), asMap(truth.value(u"top_sender_domains"_s).toObject()));
    QCOMPARE(asMap(summary.topAddresses), asMap(truth.value(u"top_client_ips"_s).toObject()));
    if (options.contains(u"utc"_s)) {
        return; // the truth's hours are local, ours those of the stamp
    }
    QMap<QString, std::uint64_t> expectedHours;
    const QJsonObject hours = truth.value(u"by_hour"_s).toObject();
    for (auto it = hours.begin(); it != hours.end(); ++it) {
        for (int result = 0; result < 7; ++result) {
            expectedHours[it.key()] += number(it.value().toArray().at(result));
        }
    }
    QMap<QString, std::uint64_t> hoursFound;
    for (const auto& [name, counts] : summary.byHour) {
        const QString hour = QString::fromStdString(name);
        hoursFound[hour.left(13)] += std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
        QCOMPARE(hour.size() > 13, options.contains(u"--dst-back"_s) && hour.startsWith(u"2025-10-26T02"_s));
    }
    QCOMPARE(hoursFound, expectedHours);
    QCOMPARE(summary.byHour.contains("2025-10-26T02+02:00"), options.contains(u"--dst-back"_s));
    QCOMPARE(summary.byHour.contains("2025-10-26T02+01:00"), options.contains(u"--dst-back"_s));
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "samples_test.moc"
