// SPDX-License-Identifier: GPL-3.0-or-later
// Real logs against counts made by other means (grep and awk). They live beside the project; without them
// these tests are skipped by name.
#include "core/maillog/statistics.h"
#include "core/qtio/log/log_loader.h"
#include "core/qtio/log/log_zone.h"

#include <QFile>
#include <QTest>

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

std::uint64_t of(const maillog::Summary& summary, spf::Result result)
{
    return summary.byResult[static_cast<std::size_t>(result)];
}

std::uint64_t of(const maillog::Summary& summary, maillog::Action action)
{
    return summary.byAction[static_cast<std::size_t>(action)];
}

} // namespace

class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realLogs_data();
    void realLogs();
};

void SamplesTest::realLogs_data()
{
    using Counts = QList<int>;
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("checks");
    QTest::addColumn<int>("skips");
    QTest::addColumn<Counts>("results"); // pass neutral softfail fail none temperror permerror
    QTest::addColumn<Counts>("actions"); // bypass tempblock block
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("rejections"); // smtpd lines with an SPF reason, each of which repeats a check
    // Counted with grep -c on "policyd-spf[N]: : prepend Received-SPF: WORD", ": 550", ": defer_if_permit",
    // "Policy action=..."; lines with wc -l.
    const QString folder = u"samples/maillog/"_s;
    QTest::newRow("python, default") << folder + u"policyd-spf-python-default.mail.log"_s << 73 << 1
                                     << Counts{34, 2, 1, 13, 5, 3, 15} << Counts{60, 0, 13} << 545 << 13;
    QTest::newRow("python, default, full stamps")
        << folder + u"policyd-spf-python-default.iso.mail.log"_s << 73 << 1 << Counts{34, 2, 1, 13, 5, 3, 15}
        << Counts{60, 0, 13} << 545 << 13;
    QTest::newRow("python, level 2") << folder + u"policyd-spf-python-permerror-reject.mail.log"_s << 72 << 2
                                     << Counts{34, 2, 1, 12, 5, 3, 15} << Counts{42, 3, 27} << 742 << 30;
    QTest::newRow("python, DNS lost") << folder + u"policyd-spf-python-dns-lost.mail.log"_s << 80 << 0
                                      << Counts{77, 0, 0, 0, 0, 3, 0} << Counts{77, 3, 0} << 427 << 3;
    QTest::newRow("python, Authentication-Results")
        << folder + u"policyd-spf-python-testonly-ar.mail.log"_s << 42 << 1 << Counts{34, 2, 1, 0, 5, 0, 0}
        << Counts{42, 0, 0} << 555 << 0;
    QTest::newRow("perl") << folder + u"policyd-spf-perl.mail.log"_s << 71 << 1
                          << Counts{28, 2, 1, 13, 5, 9, 13} << Counts{49, 9, 13} << 510 << 22;
    QTest::newRow("a server's day") << u"samples/public/lightmeter/mail.log"_s << 43 << 0
                                    << Counts{38, 0, 0, 0, 5, 0, 0} << Counts{43, 0, 0} << 2252 << 0;
    QTest::newRow("blanks in a value, no date")
        << u"samples/public/modoboa/mail.log"_s << 17 << 0 << Counts{10, 0, 0, 0, 7, 0, 0} << Counts{17, 0, 0}
        << 519 << 0;
}

void SamplesTest::realLogs()
{
    QFETCH(QString, path);
    QFETCH(int, checks);
    QFETCH(int, skips);
    QFETCH(QList<int>, results);
    QFETCH(QList<int>, actions);
    QFETCH(int, lines);
    QFETCH(int, rejections);
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
    QCOMPARE(summary.lines.rejections, static_cast<std::uint64_t>(rejections));
    QCOMPARE(summary.lines.joinedRejections, static_cast<std::uint64_t>(rejections));
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "samples_test.moc"
