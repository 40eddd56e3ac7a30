// SPDX-License-Identifier: GPL-3.0-or-later
// The mail log page: chart, table, top lists and export tell the same numbers for any filter, bad files say
// what is wrong, and everything has a name and room in both languages.
#include "core/qtio/log/log_cache.h"
#include "core/qtio/log/log_export.h"
#include "tests/support/gui_fixture.h"
#include "tests/support/sweeps.h"
#include "ui/common/empty_state.h"
#include "ui/common/segment.h"
#include "ui/common/table_view.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/filter/filter_bar.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/message/message_lines.h"
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_view.h"
#include "ui/maillog/timeline/bucket_model.h"
#include "ui/maillog/timeline/timeline.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QBuffer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace ui;

namespace {

const QString sampleLog = QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog");

/// The page with the sample log read and its first view shown.
struct OpenPage
{
    test::Gui gui;
    MaillogPage page{gui.services};

    explicit OpenPage(const QStringList& paths = {sampleLog})
    {
        page.resize(1228, 832);
        page.show();
        QSignalSpy shown(&page.browser(), &LogBrowser::viewChanged);
        page.openLogs(paths);
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    /// Types into the filter line and waits for the answer.
    void filter(const QString& expression)
    {
        QSignalSpy shown(&page.browser(), &LogBrowser::viewChanged);
        page.filter().setExpression(expression);
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }
};

std::uint64_t chartTotal(const LogView& view)
{
    std::uint64_t total = 0;
    if (view.histogram) {
        for (const auto& bucket : view.histogram->buckets) {
            for (const std::uint64_t count : bucket.byAction) {
                total += count;
            }
        }
    }
    return total;
}

} // namespace

class MaillogPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPartsAgree_data();
    void allPartsAgree();
    void aWrongFilterKeepsTheViewAndSaysWhere();
    void theBrushNarrowsAllButTheChart();
    void keyboardBrushesTheTimeline();
    void cellsBecomeFilters();
    void modelsAreSound();
    void badFilesSaySo_data();
    void badFilesSaySo();
    void aLogWithoutChecksIsShownRaw();
    void theIndexCacheIsCleared();
    void theTourShowsDialogs();
    void linesAreTakenApart_data();
    void linesAreTakenApart();
    void linesOfTheSameClientStandAround();
    void theRawLogIsBesideTheTable();
    void survivesSweeps_data();
    void survivesSweeps();
};

void MaillogPageTest::allPartsAgree_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("everything") << QString();
    QTest::newRow("one result") << QStringLiteral("result:fail");
    QTest::newRow("two results") << QStringLiteral("result:fail,softfail");
    QTest::newRow("not an action") << QStringLiteral("-action:bypass");
    QTest::newRow("domain and network") << QStringLiteral("domain:*.example ip:203.0.113.0/24");
    QTest::newRow("text in the raw line") << QStringLiteral("text:sakura-bank");
    QTest::newRow("nothing left") << QStringLiteral("domain:absent.example");
}

void MaillogPageTest::allPartsAgree()
{
    QFETCH(const QString, expression);
    OpenPage open;
    open.filter(expression);
    const auto view = open.page.browser().view();
    QVERIFY(view);
    QVERIFY(view->total > 100);
    // In the words of "log summary".
    const maillog::Log& log = *view->logs->logs.log;
    const maillog::Summary all = maillog::summarize(log, maillog::RowSet::all(log));
    const maillog::Summary some = maillog::summarize(log, maillog::RowSet(view->rows));
    QString counts = QStringLiteral("%1 of %2 checks").arg(some.checks).arg(all.checks);
    if (some.skips > 0) {
        counts += QStringLiteral(" · %1 skipped").arg(some.skips);
    }
    QCOMPARE(open.page.findChild<QLabel*>(QStringLiteral("maillog.counts"))->text(), counts);
    QCOMPARE(chartTotal(*view), view->matching);
    QCOMPARE(open.page.checks().rowCount(), static_cast<int>(view->rows.size()));
    QBuffer csv;
    QVERIFY(csv.open(QIODevice::WriteOnly));
    QVERIFY(qtio::writeEvents(csv, *view->logs->logs.log, maillog::RowSet(view->rows),
                              qtio::EventFormat::Csv) == qtio::ExportEnd::Done);
    QCOMPARE(csv.data().count('\n'), static_cast<qsizetype>(view->rows.size()) + 1);
    std::uint64_t checks = 0;
    for (const std::uint32_t row : view->rows) {
        checks += view->logs->logs.log->columns().result[row] != maillog::noResult ? 1 : 0;
    }
    std::uint64_t byAddress = 0;
    const auto& addresses = view->top(maillog::TopField::Address);
    for (const maillog::TopEntry& entry : addresses) {
        byAddress += entry.count;
    }
    if (addresses.size() < 50) {
        QCOMPARE(byAddress, checks);
    }
}

void MaillogPageTest::aWrongFilterKeepsTheViewAndSaysWhere()
{
    OpenPage open;
    open.filter(QStringLiteral("result:fail"));
    const auto before = open.page.browser().view()->matching;
    auto* field = open.page.findChild<QLineEdit*>(QStringLiteral("maillog.filter"));
    QTest::keyClicks(field, QStringLiteral("result:maybe"));
    test::settle();
    QCOMPARE(open.page.browser().view()->matching, before);
    QVERIFY(test::visibleTexts(&open.page).join(QLatin1Char('\n')).contains(QStringLiteral("maybe")));
}

void MaillogPageTest::theBrushNarrowsAllButTheChart()
{
    OpenPage open;
    const auto all = open.page.browser().view();
    const auto& histogram = *all->histogram;
    std::size_t fullest = 0;
    for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
        const auto sum = [&histogram](std::size_t k) {
            std::uint64_t total = 0;
            for (const auto count : histogram.buckets[k].byAction) {
                total += count;
            }
            return total;
        };
        fullest = sum(i) > sum(fullest) ? i : fullest;
    }
    const std::int64_t from = histogram.from(fullest);
    const std::int64_t to = histogram.to(fullest);
    QSignalSpy shown(&open.page.browser(), &LogBrowser::viewChanged);
    open.page.filter().setSpan(TimeSpan{from, to}, 540);
    QTRY_VERIFY(shown.count() > 0);
    const auto narrowed = open.page.browser().view();
    QVERIFY(narrowed->matching > 0);
    QVERIFY(narrowed->matching < all->matching);
    QCOMPARE(chartTotal(*narrowed), all->matching);
    for (const std::uint32_t row : narrowed->rows) {
        const auto time = narrowed->logs->logs.log->columns().time[row];
        QVERIFY(time >= from && time < to);
    }
    open.page.filter().clear();
    QTRY_COMPARE(open.page.browser().view()->matching, all->matching);
}

void MaillogPageTest::keyboardBrushesTheTimeline()
{
    OpenPage open;
    auto* timeline = open.page.findChild<Timeline*>(QStringLiteral("maillog.timeline"));
    QSignalSpy chosen(timeline, &Timeline::spanChosen);
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Home);
    QVERIFY(!timeline->cursorText().isEmpty());
    QTest::keyClick(timeline, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(timeline, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QTRY_VERIFY(open.page.filter().span().has_value());
    const auto& histogram = timeline->picture()->histogram;
    QCOMPARE(open.page.filter().span()->from, histogram.from(0));
    QCOMPARE(open.page.filter().span()->to, histogram.to(1));
    QTest::keyClick(timeline, Qt::Key_Escape);
    QTRY_VERIFY(!open.page.filter().span().has_value());
}

void MaillogPageTest::cellsBecomeFilters()
{
    OpenPage open;
    const CheckModel& model = open.page.checks();
    for (int column = 0; column < CheckModel::columnTotal; ++column) {
        const QString term = model.filterTerm(model.index(0, column));
        if (term.isEmpty()) {
            continue;
        }
        const auto parsed = maillog::Filter::parse(term.toStdString(), {});
        QVERIFY2(parsed.has_value(), qPrintable(term));
        const auto rows = parsed->rows(*open.page.browser().logs()->logs.log);
        QVERIFY2(std::find(rows.begin(), rows.end(), model.logRow(0)) != rows.end(), qPrintable(term));
    }
    QCOMPARE(filterValue(QStringLiteral("a b")), QStringLiteral("\"a b\""));
    QCOMPARE(filterValue(QStringLiteral("a,b")), QStringLiteral("\"a,b\""));
    QCOMPARE(filterValue(QStringLiteral("plain.example")), QStringLiteral("plain.example"));
}

void MaillogPageTest::modelsAreSound()
{
    OpenPage open;
    const QAbstractItemModelTester checks(&open.page.checks(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto* chart = open.page.findChild<TimelineCard*>(QStringLiteral("maillog.chart"));
    const QAbstractItemModelTester buckets(&chart->table(),
                                           QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto* domains = open.page.findChild<TopListCard*>(QStringLiteral("maillog.top1"));
    const QAbstractItemModelTester top(&domains->model(),
                                       QAbstractItemModelTester::FailureReportingMode::Fatal);
    open.filter(QStringLiteral("result:fail"));
    open.filter(QStringLiteral("domain:absent.example"));
    open.filter({});
    QVERIFY(open.page.checks().rowCount() > 0);
    open.gui.language.setChoice(words::LanguageChoice::Japanese);
    test::settle();
    QCOMPARE(open.page.checks().headerData(CheckModel::Result, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("評価結果"));
}

void MaillogPageTest::badFilesSaySo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("exists");
    QTest::newRow("missing") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("binary") << QByteArray("\0\1\2\xff\xfe\r\n\0", 8).repeated(5000) << true;
    QTest::newRow("no check in it")
        << QByteArray("Nov 21 10:00:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n") << true;
}

void MaillogPageTest::badFilesSaySo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, exists);
    test::Gui gui;
    const QString path =
        exists ? gui.write(QStringLiteral("maillog"), bytes) : gui.folder.filePath(QStringLiteral("no"));
    MaillogPage page(gui.services);
    page.resize(1228, 832);
    page.show();
    QSignalSpy loaded(&page.browser(), &LogBrowser::loaded);
    page.openLogs({path});
    QTRY_COMPARE(loaded.count(), 1);
    test::settle();
    QCOMPARE(page.checks().rowCount(), 0);
    const QString words = test::visibleTexts(&page).join(QLatin1Char('\n'));
    QVERIFY2(words.contains(path) || words.contains(QStringLiteral("policyd-spf")), qPrintable(words));
}

void MaillogPageTest::aLogWithoutChecksIsShownRaw()
{
    test::Gui gui;
    MaillogPage page(gui.services);
    page.resize(1228, 832);
    page.show();
    QSignalSpy loaded(&page.browser(), &LogBrowser::loaded);
    page.openLogs({gui.write(QStringLiteral("maillog"),
                             "Nov 21 10:00:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]\n")});
    QTRY_COMPARE(loaded.count(), 1);
    test::settle();
    QVERIFY(test::visibleTexts(&page).join(QLatin1Char('\n')).contains(QStringLiteral("debugLevel = 1")));
    QPushButton* raw = nullptr;
    for (auto* button : page.parts().empty->findChildren<QPushButton*>()) {
        raw = button->text() == QStringLiteral("Show raw log") ? button : raw;
    }
    QVERIFY(raw && raw->isVisible());
    raw->click();
    auto& view = page.findChild<RawPanel*>()->view();
    QVERIFY(view.isVisible());
    QTRY_VERIFY(view.visibleTexts().join(QString()).contains(QStringLiteral("connect from a")));
}

void MaillogPageTest::theIndexCacheIsCleared()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString folder = qtio::LogCache::usualFolder();
    qtio::LogCache().clear();
    test::Gui gui;
    MaillogPage page(gui.services);
    page.show();
    auto* clear = page.findChild<QAction*>(QStringLiteral("maillog.clearCache"));
    clear->trigger();
    QTRY_VERIFY(page.parts().banners->text().contains(QStringLiteral("was empty")));
    qtio::LogRequest request;
    request.paths = {QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog")};
    request.cache = std::make_shared<const qtio::LogCache>(folder, qtio::LogCache::usualLimit, 0);
    (void)qtio::loadLogs(request);
    QVERIFY(qtio::LogCache().size() > 0);
    clear->trigger();
    QTRY_VERIFY(page.parts().banners->text().contains(QStringLiteral("freed")));
    QCOMPARE(qtio::LogCache().size(), qint64{0});
}

void MaillogPageTest::theTourShowsDialogs()
{
    OpenPage open;
    QStringList dialogs;
    const auto stops = open.page.tourStops();
    for (const TourStop& stop : stops) {
        if (QWidget* dialog = stop.open()) {
            dialogs.append(stop.name);
            dialog->close();
        } else if (stop.name == QStringLiteral("maillog-raw")) {
            QVERIFY(open.page.findChild<RawPanel*>()->isVisible());
        } else if (stop.name == QStringLiteral("maillog-fields")) {
            QVERIFY(open.page.parts().table->isVisible());
        }
        test::settle();
    }
    for (const char* name : {"maillog-alerts", "maillog-postmaster", "maillog-report", "maillog-sources",
                             "maillog-patterns", "maillog-server"}) {
        QVERIFY2(dialogs.contains(QLatin1String(name)), name);
    }
}

void MaillogPageTest::linesAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("text");
    QTest::newRow("traditional") << QByteArray(
                                        "Sep  2 10:14:48 mx1 postfix/smtpd[7]: connect from a[192.0.2.1]")
                                 << QStringLiteral("Sep  2 10:14:48") << QStringLiteral("postfix/smtpd[7]")
                                 << QStringLiteral("connect from a[192.0.2.1]");
    QTest::newRow("rfc 3339") << QByteArray("2025-11-21T00:00:58.185+09:00 mx1 SPFPolicyd[2214]: action=skip")
                              << QStringLiteral("2025-11-21T00:00:58.185+09:00")
                              << QStringLiteral("SPFPolicyd[2214]") << QStringLiteral("action=skip");
    QTest::newRow("no pid") << QByteArray("Sep 12 10:14:48 mx1 SPFPolicyd: x")
                            << QStringLiteral("Sep 12 10:14:48") << QStringLiteral("SPFPolicyd")
                            << QStringLiteral("x");
    QTest::newRow("no stamp") << QByteArray("anything at all") << QString() << QString()
                              << QStringLiteral("anything at all");
    QTest::newRow("control characters are shown")
        << QByteArray("a\x1b[31m") << QString() << QString() << QStringLiteral("a\u241b[31m");
}

void MaillogPageTest::linesAreTakenApart()
{
    QFETCH(const QByteArray, line);
    const MessageLine parts = partsOf(line);
    QTEST(parts.time, "time");
    QTEST(parts.program, "program");
    QTEST(parts.text, "text");
}

void MaillogPageTest::linesOfTheSameClientStandAround()
{
    test::Gui gui;
    const QString path =
        gui.write(QStringLiteral("maillog"),
                  "2025-11-21T10:00:00+09:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.10]\n"
                  "2025-11-21T10:00:00+09:00 mx1 postfix/smtpd[2]: connect from b[192.0.2.1]\n"
                  "2025-11-21T10:00:01+09:00 mx1 SPFPolicyd[9]: action=bypass result=pass identity=mailfrom "
                  "domain=a.example "
                  "client-ip=192.0.2.1 helo=b.example envelope-from=<x@a.example> to=<y@example.jp> "
                  "rule=globals.pass instance=1 "
                  "queue-id=\n"
                  "2025-11-21T10:00:02+09:00 mx1 postfix/smtpd[2]: disconnect from b[192.0.2.1]\n");
    qtio::LogRequest request;
    request.paths = {path};
    OpenLogs logs;
    logs.logs = qtio::loadLogs(request);
    QCOMPARE(logs.logs.log->size(), std::size_t{1});
    const QList<MessageLine> lines = findMessage(logs, 0, 1 << 18, [] { return false; }).lines;
    QCOMPARE(lines.size(), 3); // 192.0.2.10 is somebody else
    QCOMPARE(lines[0].text, QStringLiteral("connect from b[192.0.2.1]"));
    QVERIFY(lines[1].isOwn);
    QCOMPARE(lines[2].text, QStringLiteral("disconnect from b[192.0.2.1]"));
}

void MaillogPageTest::theRawLogIsBesideTheTable()
{
    OpenPage open;
    auto* raw = open.page.findChild<RawPanel*>();
    QVERIFY(raw && !raw->isVisible());
    open.page.parts().table->chooseRow(3);
    open.page.findChild<QAction*>(QStringLiteral("maillog.showRowRaw"))->trigger();
    QVERIFY(raw->isVisible());
    QTRY_VERIFY(raw->view().currentLine() > 0);
    open.page.parts().views->button(0)->click();
    open.filter(QStringLiteral("domain:absent.example"));
    QCOMPARE(open.page.checks().rowCount(), 0);
    open.page.parts().views->button(1)->click();   // no check is chosen: the log stays where it was
    QTest::keyClick(&raw->view(), Qt::Key_Return); // its check is filtered out: the filter gives way
    QTRY_VERIFY(!raw->isVisible());
    QTRY_COMPARE(open.page.parts().table->currentIndex().row(), 3);
}

void MaillogPageTest::survivesSweeps_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QSize>("size");
    QTest::newRow("en") << static_cast<int>(words::LanguageChoice::English) << QSize(1228, 832);
    QTest::newRow("ja") << static_cast<int>(words::LanguageChoice::Japanese) << QSize(1228, 832);
    QTest::newRow("ja low") << static_cast<int>(words::LanguageChoice::Japanese) << QSize(1224, 652);
}

void MaillogPageTest::survivesSweeps()
{
    QFETCH(const int, language);
    QFETCH(const QSize, size);
    OpenPage open;
    open.gui.language.setChoice(static_cast<words::LanguageChoice>(language));
    open.page.resize(size);
    open.filter(QStringLiteral("result:fail ip:203.0.113.0/24"));
    test::settle();
    const QStringList faults = test::allFaults(&open.page);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY(open.page.minimumSizeHint().height() <= size.height());
}

QTEST_MAIN(MaillogPageTest)
#include "maillog_test.moc"
